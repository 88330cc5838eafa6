"""Lists of candidates from what parties hand in to the final ones, at the desk and as everybody sees them."""

import csv
import io
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import test_plenary
from conftest import PLENO, ROOT
from counting import Office
from test_desk import SCREENS, context
from test_plenary import acts, call_now, comes, invite

MEMBERS = [(f"kpu-{number}", "chair" if number == 1 else "commissioner", "", "") for number in range(1, 6)]
PEOPLE = [*MEMBERS, ("sekretaris-1", "secretary", "", ""), ("pers-1", "press", "", "")]
PUBLIC = "/ballots/dprd-kabko/candidates"


def election(folder):
    """The plenaries' regency with a council of two districts, of which nothing is counted yet."""
    test_plenary.election(folder)
    (folder / "parties.csv").write_text(
        "number,name,short_name,colour\n1,Partai Satu,Satu,#7f1d1d\n2,Partai Dua,Dua,#14532d\n"
    )
    (folder / "districts.csv").write_text(
        "number,name,seats,regions\n1,Soppeng 1,3,73.12.01.1001\n2,Soppeng 2,3,73.12.01.2002\n"
    )
    # A folder's ballot has figures: what somebody reported is no count, and nothing of it stands in the way of lists.
    (folder / "reported.csv").write_text(
        "region,stations,stations_blank,votes_1,votes_2\n73.12.01.1001,2,0,90,80\n73.12.01.2002,1,0,20,9\n"
    )
    described = (folder / "election.yaml").read_text()
    council = ["  - ballot: DPRD_KABKO", "    contestants: parties.csv", "    districts: districts.csv",
               "    reported: reported.csv", "files:"]
    described = described.replace("files:", "\n".join(council), 1)
    for name in ("parties.csv", "districts.csv", "reported.csv"):
        described += f"  {name}: {{ nature: simulated, source: {{ id: Uji, en: Test }} }}\n"
    (folder / "election.yaml").write_text(described)
    return folder


@pytest.fixture(scope="module")
def office(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("candidates")
    office = Office(browser, folder, election, opens_desks=False)
    invite(office, folder, PEOPLE, ("kpu-1", "pers-1"))
    yield office
    office.stop()


def send(page, step, button, **fields):
    """Fills in one of the page's forms and sends it; selects are chosen by their value."""
    form = page.locator(f"#{step}")
    for name, value in fields.items():
        field = form.locator(f"[name={step}-{name}]")
        field.select_option(value) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(value)
    form.get_by_role("button", name=button).click()


def hand_in(page, district, party, candidates):
    send(page, "submission", "Take in", district=district, contestant=party, candidates=candidates, date="2018-07-10")


def no_violations(page):
    found = Axe().run(page).response["violations"]
    assert found == [], [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def test_lists_go_from_the_parties_to_the_final_ones(office):
    chair = office.page("kpu-1", "chair", "/plenaries")
    chair.get_by_role("link", name="Lists of candidates").click()
    no_violations(chair)
    chair.locator("tbody a").click()
    expect(chair.locator("#stage")).to_have_text("lists are handed in")
    assert chair.locator("script").count() == 0, "the way needs none"
    hand_in(chair, "1", "1", "1. H. Andi Rusli, S.Sos; L\nBudi\n3. Cici; P")
    wrong = chair.locator("#submission .field.wrong")
    expect(wrong).to_contain_text("line 2: write ; L (a man) or ; P (a woman) at its end")
    text = wrong.get_by_role("textbox")
    assert text.input_value() == "1. H. Andi Rusli, S.Sos; L\nBudi\n3. Cici; P", "nothing typed is lost"
    no_violations(chair)
    hand_in(chair, "1", "1", "1. H. Andi Rusli, S.Sos; L\n2. Budi; L\n3. Cahyo; L")
    expect(chair.locator("main")).to_contain_text("0 women where 1 are needed (UU 7/2017 art. 245)")
    hand_in(chair, "1", "2", "1\tDEWI\tP\n2\tEKO, S.H.\tL")
    hand_in(chair, "2", "2", "Gita; P")
    expect(chair.locator("#provisional")).to_contain_text("Left out, since something is lacking: Soppeng 1 · Satu.")
    chair.get_by_role("link", name="Hand in again: Soppeng 1 · Satu").click()
    text = chair.locator("#submission textarea")
    assert text.input_value() == "1. H. Andi Rusli, S.Sos; L\n2. Budi; L\n3. Cahyo; L"
    hand_in(chair, "1", "1", text.input_value().replace("Cahyo; L", "Cici; P"))
    expect(chair.locator("main")).to_contain_text("10 July 2018, round 2")
    no_violations(chair)

    everybody = context(office.browser).new_page()
    assert everybody.request.get(f"{office.address}/en{PUBLIC}").status == 404, "what is handed in is nobody's yet"
    send(chair, "provisional", "Publish", date="2018-08-12")
    expect(chair.locator("#stage")).to_have_text("provisional lists (DCS)")
    send(chair, "objection", "Note", district="1", contestant="1", number="2", claim="diploma", date="2018-08-15")
    send(chair, "final", "Publish", date="2018-09-20")
    expect(chair.locator("#final .field.wrong")).to_contain_text("missing")
    send(chair, "answer", "Answer", outcome="upheld", reason="it was forged", date="2018-08-20")
    send(
        chair, "replacement", "Replace", district="1", contestant="1", number="2", successor="Hj. Hana, S.E.; P",
        reason="after-objection", date="2018-08-25", reference="7/PARTAI", noted="2018-08-24",
    )
    expect(chair.locator("main")).to_contain_text("Hj. Hana, S.E.")
    no_violations(chair)
    decide(office)
    chair.reload()
    send(chair, "final", "Publish", date="2018-09-20", decision="1-1")
    expect(chair.locator("#stage")).to_have_text("final lists (DCT)")
    send(
        chair, "status", "Note", district="1", contestant="1", number="1", status="died", date="2019-01-10",
        reference="474/AKTA", noted="2019-01-09",
    )
    expect(chair.locator("main")).to_contain_text("a mark for it is a vote for the party")
    no_violations(chair)
    chair.context.close()
    everybody.context.close()


def decide(office):
    """A plenary of the commission carries the final lists with a decree."""
    chair = office.page("kpu-1", "chair", "/plenaries/new")
    chair.get_by_label("Region").select_option("73.12")
    chair.get_by_label("Subject").select_option("decision")
    call_now(chair)
    for number in range(1, 6):
        comes(chair, "chair" if number == 1 else "member", f"kpu-{number}")
    chair.get_by_role("button", name="Open the plenary").click()
    work = chair.locator("details", has_text="Note a decision")
    work.get_by_label("About").select_option("other")
    work.get_by_label("Motion").fill("Final lists of candidates")
    work.get_by_label("Number of the decree").fill("9/HK.03.1")
    work.get_by_label("Number of the minutes").fill("BA 9")
    work.get_by_role("button", name="Note a decision").click()
    expect(chair.locator("#decisions")).to_contain_text("Carried")
    chair.get_by_role("button", name="Close the plenary").click()
    chair.context.close()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_everybody_sees_them(office, screen, language):
    page = context(office.browser, **screen).new_page()
    for path in ("/candidates", PUBLIC):
        page.goto(f"{office.address}{language}{path}")
        no_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    if language:
        for words in (
            "final lists (DCT), 20 September 2018, decided by plenary 1: 9/HK.03.1.",
            "Lists: 3; candidates: 6; women: 4 (66.67%).",
            "1. Partai Satu: candidates 3, women 2 (66.67%)",
            "upheld, 20 August 2018: it was forged",
            "Budi Hj. Hana, S.E. (an objection was upheld, 7/PARTAI)",
            "H. Andi Rusli, S.Sos (Soppeng 1 · Satu, number 1): died, 10 January 2019",
        ):
            expect(page.locator("main")).to_contain_text(words)
        text = page.request.get(f"{office.address}/en{PUBLIC}.csv").text()
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [(row["district"], row["party"], row["number"], row["sex"], row["status"]) for row in rows] == [
            ("1", "1", "1", "L", "died"), ("1", "1", "2", "P", "standing"), ("1", "1", "3", "P", "standing"),
            ("1", "2", "1", "P", "standing"), ("1", "2", "2", "L", "standing"), ("2", "2", "1", "P", "standing"),
        ]
        page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").click()
        page.locator("tbody a").click()
        assert page.url.endswith(PUBLIC)
    page.context.close()


def test_the_desks_page_is_nobody_elses(office):
    page = office.page("pers-1", "press", "/plenaries")
    assert page.get_by_role("link", name="Lists of candidates").count() == 0
    assert page.request.get(office.desk("/candidates")).status == 403
    assert page.request.post(office.desk("/candidates/dprd-kabko/submission"), form={}).status == 403
    page.context.close()


def test_the_record_of_them_is_accepted_and_says_nothing_of_who_was_never_published(office):
    script = [sys.executable, ROOT / "verify/verify_record.py", office.address]
    for words in ([PLENO, "verify", f"{office.address}/record"], script):
        answer = subprocess.run(words, capture_output=True, text=True, timeout=120)
        assert answer.returncode == 0, answer.stdout + answer.stderr
    assert len(acts(office, "list-submitted")) == 4 and len(acts(office, "lists-published")) == 2
