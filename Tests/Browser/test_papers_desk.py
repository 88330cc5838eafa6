"""Official papers at the desk and on the site: issued, worded by people, come back signed, read by everybody."""

import hashlib
import io
import re
import subprocess
import sys
import urllib.request
import zipfile

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PLENO, ROOT
from counting import Office
from test_desk import context

sys.path.insert(0, str(ROOT / "Tests/Verify"))
from elections import rehearsable  # noqa: E402


class RehearsedOffice(Office):
    """An election that was played to its end, and people who work on its papers."""

    def __init__(self, browser, folder):
        self.browser, self.path, self.keys = browser, folder / "office", folder / "office-keys"
        self.cookies, self.secrets, self.port = {}, {}, "0"
        words = ["--from", rehearsable(folder / "folder"), "--whole", "--seed", "3"]
        subprocess.run([PLENO, "rehearse", self.path, *words], check=True, capture_output=True)
        lines = self.start(lines=3)
        self.administrator = self.set_up(re.search(r"http://\S+link=\S+", lines[2]).group())


@pytest.fixture(scope="module")
def office(browser, tmp_path_factory):
    import os

    os.environ["PLENO_PYTHON"] = sys.executable
    office = RehearsedOffice(browser, tmp_path_factory.mktemp("papers"))
    yield office
    office.stop()


def fetched(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def wait_until_set(page):
    for _ in range(60):
        page.goto(page.url)
        if not page.get_by_text("papers are being set").count():
            return
        page.wait_for_timeout(500)
    raise AssertionError("papers were never set")


def violations(page):
    found = Axe().run(page).response["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, "nothing stands beyond the edge"
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def test_a_plenary_is_issued_at_the_desk_and_read_by_everybody(browser, office):
    page = office.page("secretary-1", "secretary", "/papers", scripts=False)
    assert page.locator("h1").inner_text() == "Official papers"
    page.locator("tr", has_text=re.compile("^6 ·")).get_by_role("button", name="Issue").click()
    wait_until_set(page)
    assert re.search(r"Last: \d+ issued, 0 unchanged", page.locator("main").inner_text())
    page.locator("tr", has_text=re.compile("^6 ·")).get_by_role("button", name="Issue").click()
    wait_until_set(page)
    assert re.search(r"Last: 0 issued, \d+ unchanged", page.locator("main").inner_text())
    # Everybody reads it, has the file, and can check it.
    visitor = context(browser, scripts=False).new_page()
    visitor.goto(f"{office.address}/en/papers")
    visitor.get_by_role("link", name="rekapitulasi/6/ppwp").click()
    assert "REKAPITULASI" in visitor.locator(".paper h2").inner_text()
    assert "not issued" not in visitor.locator("main").inner_text()
    place = visitor.get_by_role("link", name="PDF").get_attribute("href")
    content = fetched(office.address + place)
    assert hashlib.sha256(content).hexdigest() in place and content.startswith(b"%PDF-")
    visitor.context.close()
    with pytest.raises(urllib.error.HTTPError):
        fetched(f"{office.address}/papers/files/{'0' * 64}.pdf")
    for path in ("/papers/berita-acara/1", "/papers/..%2Fx", "/papers/x"):
        with pytest.raises(urllib.error.HTTPError):
            fetched(office.address + path)
    page.context.close()


def test_the_whole_plenary_comes_in_one_file(office):
    page = office.page("secretary-1", "secretary", "/papers")
    with page.expect_download() as started:
        page.locator("tr", has_text=re.compile("^6 ·")).get_by_role("link", name="(zip)").click()
    with zipfile.ZipFile(started.value.path()) as archive:
        names = archive.namelist()
        assert "berita-acara/6.pdf" in names and "rekapitulasi/6/ppwp.pdf" in names
        content = archive.read("rekapitulasi/6/ppwp.pdf")
    assert pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded().startswith("LATIHAN")
    page.context.close()


def test_people_word_minutes_and_differences_are_pointed_out(office):
    page = office.page("chair-1", "chair", "/plenaries/6/minutes", scripts=False)
    words = page.get_by_label("Words").input_value()
    assert words.startswith("Pada hari ini ") and "# Kehadiran" in words
    assert not page.locator("#differences").count()
    paragraphs = words.split("\n\n")
    told = next(place for place, text in enumerate(paragraphs) if text.startswith("Hadir "))
    # A figure too many, words that are another number's, and something left out.
    changed = paragraphs[:told] + ["Hadir 17 (tujuh) anggota."] + paragraphs[told + 1:-2]
    page.get_by_label("Words").fill("\n\n".join(changed))
    page.get_by_role("button", name="Save").click()
    differences = page.locator("#differences").inner_text()
    assert "has no figure 17" in differences and "17 is spelled (tujuh)" in differences
    assert "not told: Hadir " in differences
    # They are not issued before somebody says that they looked.
    page.get_by_role("link", name="See the paper").click()
    page.get_by_role("button", name="Issue").click()
    assert "differ from the record" in page.locator("[role=alert]").inner_text()
    assert "has no figure 17" in page.locator("#differences").inner_text()
    page.goto(office.desk("/plenaries/6/minutes"))
    good = paragraphs[:told] + ["Rapat dibuka ketua. " + paragraphs[told]] + paragraphs[told + 1:]
    page.get_by_label("Words").fill("\n\n".join(good))
    page.get_by_role("button", name="Save").click()
    assert "Nothing differs" in page.locator("main").inner_text()
    # Nobody outside reads the new words before they are issued.
    site = fetched(f"{office.address}/papers/berita-acara/6").decode()
    assert "Rapat dibuka ketua" not in site and "belum diterbitkan" in site
    page.get_by_role("link", name="See the paper").click()
    page.get_by_role("button", name="Issue").click()
    wait_until_set(page)
    assert "Last: 1 issued" in page.locator("main").inner_text()
    site = fetched(f"{office.address}/en/papers/berita-acara/6").decode()
    assert "Rapat dibuka ketua" in site and "Edition 2" in site
    page.context.close()


def test_a_signed_copy_comes_back(office, tmp_path):
    page = office.page("secretary-1", "secretary", "/papers", scripts=False)
    page.get_by_role("link", name="Attendance").click()
    page.get_by_role("link", name="daftar-hadir/6").click()
    place = page.get_by_role("link", name="Edition 1 (PDF)").get_attribute("href")
    file = pypdfium2.PdfDocument(fetched(office.address + place))
    scans = [sheet.render(scale=200 / 72).to_pil().convert("L") for sheet in file]
    path = tmp_path / "scan.pdf"
    scans[0].save(path, save_all=True, append_images=scans[1:], resolution=200)
    page.goto(office.desk("/papers"))
    page.get_by_label("Scan").set_input_files(path)
    page.get_by_role("button", name="Send").click()
    assert "daftar-hadir/6, edition 1: signed copy complete" in page.locator("main").inner_text()
    page.get_by_label("Scan").set_input_files(path)
    page.get_by_role("button", name="Send").click()
    assert "this file is there already" in page.locator("[role=alert]").inner_text()
    blank = io.BytesIO()
    scans[0].crop((0, 0, 600, 600)).save(blank, "PNG")
    (tmp_path / "blank.png").write_bytes(blank.getvalue())
    page.get_by_label("Scan").set_input_files(tmp_path / "blank.png")
    page.get_by_role("button", name="Send").click()
    assert "no code of a paper is seen" in page.locator("[role=alert]").inner_text()
    page.context.close()


@pytest.mark.parametrize("width, dark", [(1280, False), (360, True)])
def test_the_pages_are_for_everybody(browser, office, width, dark):
    page = office.page("chair-1", "chair", "/papers", width=width, dark=dark)
    for path in ("/papers", "/papers?kind=rekapitulasi", "/papers/paper?name=rekapitulasi/6/dprd-kabko",
                 "/papers/paper?name=label/73.12.01.2001", "/plenaries/6/minutes"):
        page.goto(office.desk(path))
        assert violations(page) == [], path
    page.context.close()
    visitor = context(browser, width=width, dark=dark).new_page()
    for path in ("/papers", "/papers/berita-acara/6", "/en/papers/rekapitulasi/6/dprd-kabko"):
        assert visitor.goto(office.address + path).status == 200
        assert violations(visitor) == [], path
    visitor.context.close()


@pytest.mark.parametrize("name, role", [("typist-9", "typist"), ("ppk-9", "ppk"), ("auditor-9", "auditor")])
def test_nobody_else_issues_papers(office, name, role):
    page = office.page(name, role, "/papers")
    assert page.locator("h1").inner_text() != "Official papers"
    answer = page.request.post(office.desk("/papers/issue"), form={"kind": "keputusan", "request": "x"})
    assert answer.status in (403, 404)
    page.context.close()
