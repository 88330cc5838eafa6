"""The way of a council's result, or of a regent's election, to the oath, and a case, as everybody sees them: rehearsals
that were played to their end."""

import re
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

import test_candidates
from conftest import PLENO

PAGES = [
    "/ballots/dprd-kabko/members", "/ballots/dprd-kabko/members/1-1-1", "/cases", "/cases/1", "/cases/due",
    "/ballots/dprd-kabko/elected", "/ballots/dprd-kabko/candidates",
]


PAIR = ["/ballots/pilbup/elected", "/ballots/pilbup/members", "/ballots/pilbup/members/0-1-1"]


def rehearsed(folder, ballot, outcome):
    """Serves a rehearsal that was played to its end."""
    office = str(folder.parent / "office")
    words = ["--from", folder, "--whole", "--ballots", ballot]
    played = subprocess.run([PLENO, "rehearse", office, *words], check=True, capture_output=True, text=True)
    assert outcome in played.stdout, played.stdout
    server = subprocess.Popen(
        [PLENO, "serve", office, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group()
    finally:
        server.terminate()
        assert server.wait(timeout=20) == 0


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The plenaries' regency: two districts of villages with three seats each, and votes of two parties."""
    folder = test_candidates.election(tmp_path_factory.mktemp("council") / "folder")
    yield from rehearsed(folder, "DPRD_KABKO", "cases closed: 1; determinations: 3; sworn in: 6")


@pytest.fixture(scope="module")
def regents(tmp_path_factory):
    """The same regency, where a single pair stands against the blank column."""
    folder = test_candidates.election(tmp_path_factory.mktemp("regents") / "folder")
    (folder / "pairs.csv").write_text(
        "number,name,short_name,colour,kind\n1,Satu dan Dua,Satu–Dua,#7f1d1d,pair\n2,Kolom kosong,Kosong,#14532d,blank\n")
    (folder / "pairs-reported.csv").write_text(
        "region,stations,stations_blank,votes_1,votes_2\n73.12.01.1001,2,0,90,80\n73.12.01.2002,1,0,20,9\n")
    described = (folder / "election.yaml").read_text().replace("law: pemilu2019", "law: pilkada2020")
    described, files = described.split("ballots:", 1)[0], described.split("files:", 1)[1]
    described += "ballots:\n  - ballot: PILBUP\n    contestants: pairs.csv\n    reported: pairs-reported.csv\nfiles:" + "".join(
        line for line in files.splitlines(keepends=True)
        if line.strip().partition(":")[0] in ("", "regions.csv", "stations.csv"))
    for name in ("pairs.csv", "pairs-reported.csv"):
        described += f"  {name}: {{ nature: simulated, source: {{ id: Uji, en: Test }} }}\n"
    (folder / "election.yaml").write_text(described)
    yield from rehearsed(folder, "PILBUP", "determinations: 2; sworn in: 1")


@pytest.mark.parametrize("place, path", [*(("address", path) for path in PAGES), *(("regents", path) for path in PAIR)])
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("width, dark", [(1280, False), (360, True)])
def test_everybody_reads_them(browser, request, place, path, language, width, dark):
    address = request.getfixturevalue(place)
    context = browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    assert page.goto(address + language + path).status == 200
    found = Axe().run(page).response["violations"]
    assert found == [], [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, "nothing stands beyond the edge"
    # A rehearsal says so on every page.
    assert page.locator(".notice").count() > 0
    context.close()


def test_each_seat_tells_its_story_by_a_link_that_works(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/ballots/dprd-kabko/members")
    assert page.locator(".members li").count() == 6
    page.locator(".members a").first.click()
    story = page.locator(".story").inner_text()
    for word in ("Votes.", "Quotient.", "Candidate.", "Determined: seats.", "Proposed.", "Decreed.", "Sworn in."):
        assert word in story
    page.goto(f"{address}/en/cases/1")
    assert "not proven" in page.locator("#ruling").inner_text()
    page.locator("#evidence a").first.click()
    assert page.locator("h1").inner_text().startswith("Station") or "TPS" in page.locator("h1").inner_text()
    context.close()
