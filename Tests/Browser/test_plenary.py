"""A subdistrict's plenary from the chair's, a witness's and the hall's side, each in a browser of their own."""

import csv
import re
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import PLENO, ROOT
from counting import Office
from test_desk import as_administrator
from test_entry import first_sign_in

sys.path.insert(0, str(ROOT / "verify"))
from audit_sample import draw, most_wrong  # noqa: E402

SUBDISTRICT = "73.12.01"
VILLAGES = {"73.12.01.1001": "Bila", "73.12.01.2002": "Lapajung"}
VOTES = {("73.12.01.1001", 1): (40, 60), ("73.12.01.1001", 2): (30, 50), ("73.12.01.2002", 1): (20, 10)}
PEOPLE = [
    *((f"ppk-{number}", "ppk", SUBDISTRICT, "") for number in range(1, 6)),
    *((f"kpu-{number}", "chair" if number == 1 else "commissioner", "", "") for number in range(1, 6)),
    ("saksi-1", "witness", "", "1"),
    ("saksi-2", "witness", SUBDISTRICT, "2"),
    ("bawaslu-1", "bawaslu", "", ""),
]


def election(folder):
    """A regency of one subdistrict, three stations and a president's ballot of two pairs."""
    folder.mkdir(parents=True)

    def write(name, *lines):
        (folder / name).write_text("\n".join(lines) + "\n")

    write("regions.csv", "code,name,kind", "73.12,Soppeng,kabupaten", f"{SUBDISTRICT},Lalabata,kecamatan",
          *(f"{code},{name},desa" for code, name in VILLAGES.items()))
    write("stations.csv", "village,station,electorate_male,electorate_female",
          *(f"{village},{number},60,60" for village, number in VOTES))
    write("pairs.csv", "number,name,short_name,colour", "1,Pasangan Satu,Satu,#7f1d1d", "2,Pasangan Dua,Dua,#14532d")
    write("forms.csv", "village,station,votes_1,votes_2,valid,invalid,total",
          *(f"{village},{number},{one},{two},{one + two},2,{one + two + 2}"
            for (village, number), (one, two) in VOTES.items()))
    files = ["regions.csv", "stations.csv", "pairs.csv", "forms.csv"]
    write("election.yaml", "format: 1", "name: { id: Uji, en: Test }", "date: 2019-04-17", "law: pemilu2019",
          'place: "73.12"', "regions: regions.csv", "stations: stations.csv", "ballots:", "  - ballot: PPWP",
          "    contestants: pairs.csv",
          "    readings: [{ id: office, name: { id: Meja, en: Desk }, file: forms.csv }]", "files:",
          *(f"  {name}: {{ nature: simulated, source: {{ id: Uji, en: Test }} }}" for name in files))
    return folder


def invite(office, folder, people, first):
    """People with letters, and the first sign-in of some of them."""
    table = folder / "people.csv"
    with open(table, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["account", "role", "place", "contestant", "basis"])
        rows.writerows([*person, "SK 1"] for person in people)
    visitor = as_administrator(office.browser, office.administrator)
    page = visitor.new_page()
    page.goto(office.desk("/people/invite"))
    page.get_by_label("Table").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Accept, and make the letters").click()
    letters = page.locator(".letter").evaluate_all(
        "all => all.map(e => [e.querySelector('h2').innerText, e.querySelector('.password').innerText])"
    )
    visitor.close()
    roles = {name: role for name, role, *_ in people}
    for name, password in letters:
        if name in first:
            page = first_sign_in(office.browser, office.administrator, name, roles[name], password, scripts=False)
            office.cookies[name] = page.context.cookies()
            page.context.close()


@pytest.fixture(scope="module")
def office(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plenary")
    office = Office(browser, folder, election, opens_desks=False)
    invite(office, folder, PEOPLE, ("ppk-1", "kpu-1", "saksi-1"))
    yield office
    office.stop()


def call(page, office, region):
    page.goto(office.desk("/plenaries/new"))
    page.get_by_label("Region").select_option(region)
    call_now(page)


def call_now(page):
    texts = {"Number of the invitation": "005/UND/2019", "Agenda": "Recapitulation", "Venue": "Aula"}
    for label, text in (texts | {"Day": "2019-04-20"}).items():
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Call a plenary").click()


def comes(page, capacity, account):
    there = page.locator("#attendance li").count()
    work = page.locator("details", has_text="Note who comes")
    work.locator("summary").click()
    work.get_by_label("Attends as").select_option(capacity)
    mandate = work.locator("option", has_text=re.compile(f"^{account} "))
    work.get_by_label("Mandate").select_option(mandate.get_attribute("value"))
    work.get_by_role("button", name="Note who comes").click()
    expect(page.locator("#attendance li")).to_have_count(there + 1)


def acts(office, kind):
    words = [PLENO, "journal", office.path, "--act", kind, "--format", "csv"]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()[1:]


def test_a_plenary_from_three_sides(office, tmp_path):
    chair = office.page("ppk-1", "ppk")
    call(chair, office, SUBDISTRICT)
    expect(chair.locator("#stage")).to_have_text("called")
    chair.get_by_role("button", name="Open the plenary").click()
    expect(chair.get_by_role("alert")).to_contain_text("no chair is there")
    for number in range(1, 5):
        comes(chair, "chair" if number == 1 else "member", f"ppk-{number}")
    comes(chair, "witness", "saksi-1")
    comes(chair, "witness", "saksi-2")
    comes(chair, "bawaslu", "bawaslu-1")
    chair.get_by_role("button", name="Open the plenary").click()
    expect(chair.locator("#stage")).to_have_text("being held")

    witness = office.page("saksi-1", "witness", "/plenaries/1")
    hall = office.page("saksi-1", "witness", "/plenaries/1/projector")
    for page in (witness, hall):
        page.evaluate("window.isTheSame = true")
    assert witness.get_by_role("button", name="Close the reading").count() == 0, "a witness holds nothing"
    assert witness.request.post(office.desk("/plenaries/1/closing"), form={}).status == 403

    chair.get_by_role("button", name="Read: PPWP Bila station 1").click()
    expect(hall.locator("#now h2")).to_have_text("PPWP · Bila station 1")
    expect(hall.locator("#now strong").first).to_have_text("40")
    expect(hall.locator(".large")).to_contain_text("1 of 3 read, 2 to come")
    expect(witness.locator("#last h3")).to_have_text("Read last: PPWP Bila station 1")

    # The witness objects from their own place; chair and hall see it by themselves.
    work = witness.locator("details", has_text="Object")
    work.locator("summary").click()
    work.get_by_label("Station or region").select_option("73.12.01.1001-001")
    work.get_by_label("Figure").select_option("votes_1")
    work.get_by_label("It should be").fill("42")
    work.get_by_label("What is objected").fill("The witness's copy says 42")
    work.get_by_role("button", name="Object").click()
    expect(witness.locator("#objections")).to_contain_text("not answered")
    expect(hall.locator("#objected .notice")).to_contain_text("The witness's copy says 42")
    expect(chair.locator("#objections")).to_contain_text("The witness's copy says 42")

    chair.get_by_role("button", name="Close the reading").click()
    expect(chair.get_by_role("alert")).to_contain_text("2 were not read")
    # What was entered and not sent stays while others go on.
    answer = chair.locator("details", has_text="Answer an objection")
    answer.get_by_label("Reason").fill("C1 Plano says 42")
    answer.get_by_role("button", name="Answer an objection").click()
    expect(witness.locator("#objections")).to_contain_text("accepted: C1 Plano says 42")
    expect(hall.locator("#objected")).to_contain_text("accepted")

    work = chair.locator("details", has_text="Correct a figure")
    work.locator("summary").click()
    work.get_by_label("Figure", exact=True).select_option("votes_1")
    work.get_by_label("The figure that is struck out").fill("41")
    work.get_by_label("The right figure").fill("42")
    work.get_by_label("Reason").fill("copied wrongly")
    work.get_by_label("Basis document").fill("C1 Plano")
    work.get_by_label("The objection it answers").select_option("1")
    work.get_by_role("button", name="Correct a figure").click()
    expect(chair.get_by_role("alert")).to_contain_text("votes_1 is 40 now")
    work = chair.locator("details", has_text="Correct a figure")
    assert work.get_by_label("Basis document").input_value() == "C1 Plano", "nothing typed is lost"
    work.get_by_label("The figure that is struck out").fill("40")
    work.get_by_role("button", name="Correct a figure").click()
    expect(chair.locator("#corrections ins")).to_have_text("42")
    expect(hall.locator("#now strong").first).to_have_text("42 *")

    chair.get_by_role("button", name="Read: PPWP Bila station 2").click()
    expect(chair.locator("#last h3")).to_contain_text("Bila station 2")
    chair.get_by_role("button", name="Read: PPWP Lapajung station 1").click()
    expect(chair.locator("#reading")).to_contain_text("Everything was read.")
    expect(hall.locator(".large")).to_contain_text("3 of 3 read, 0 to come")
    for page in (chair, witness, hall):
        found = Axe().run(page).response["violations"]
        assert found == [], [rule["id"] for rule in found]
    hall.screenshot(path=tmp_path / "hall.png")
    chair.screenshot(path=tmp_path / "chair.png", full_page=True)

    chair.get_by_role("button", name="Close the reading").click()
    expect(witness.locator("#stage")).to_have_text("closed, being signed")
    for number in range(1, 6):
        chair.get_by_role("button", name=re.compile(f"^Signs: {number} ")).click()
        expect(chair.locator("#ending li")).to_have_count(number)
    work = chair.locator("details", has_text="Refuses to sign")
    work.locator("summary").click()
    work.get_by_label("Reason").fill("no copy was handed over")
    work.get_by_role("button", name="Refuses to sign").click()
    chair.get_by_role("button", name="Issue the certificates").click()
    expect(chair.locator("#stage")).to_have_text("certified")
    expect(witness.locator("#ending")).to_contain_text("refused: no copy was handed over")
    expect(witness.locator("#stage")).to_have_text("certified")
    assert hall.evaluate("window.isTheSame"), "the screen in the hall was never loaded again"
    assert len(acts(office, "figures-certified")) == 1

    public = office.browser.new_context().new_page()
    public.goto(f"{office.address}/en/ballots/ppwp/comparison")
    row = public.locator("tr", has_text="Bila").first
    expect(row).to_contain_text("72")
    expect(row).to_contain_text("70")
    public.goto(f"{office.address}/en/plenaries")
    public.get_by_role("link", name="1", exact=True).click()
    for words in ("votes Satu 40 42", "refused: no copy was handed over", "4 of 5 members; the quorum is 4"):
        expect(public.locator("main")).to_contain_text(words)
    assert Axe().run(public).response["violations"] == []
    assert public.request.get(f"{office.address}/en/plenaries/1.csv").text().count("votes_1") == 4
    assert public.request.get(f"{office.address}/en/plenaries/2").status == 404
    for page in (chair, witness, hall, public):
        page.context.close()


def test_the_commission_decides_on_a_revote_and_holds_it(office):
    chair = office.page("kpu-1", "chair", "/revotes")
    chair.get_by_label("Station code, barcode, or village and number").fill("Lapajung 1")
    chair.get_by_label("Presiden").or_(chair.get_by_label("President and vice-president")).check()
    chair.get_by_label("Ground").select_option("372(2)d")
    chair.get_by_label("What happened").fill("voters without an identity card")
    chair.get_by_role("button", name="Propose a re-vote").click()
    expect(chair.locator("#stage")).to_have_text("proposed")
    chair.get_by_label("Reason").fill("recommended")
    chair.get_by_role("button", name="Order or refuse it").click()
    expect(chair.locator(".field.wrong")).to_contain_text("missing")

    chair.goto(office.desk("/plenaries/new"))
    chair.get_by_label("Region").select_option("73.12")
    chair.get_by_label("Subject").select_option("decision")
    call_now(chair)
    for number in range(1, 6):
        comes(chair, "chair" if number == 1 else "member", f"kpu-{number}")
    chair.get_by_role("button", name="Open the plenary").click()
    work = chair.locator("details", has_text="Note a decision")
    work.get_by_label("About").select_option("revote")
    work.get_by_label("Motion").fill("Re-vote at Lapajung 1")
    work.get_by_label("5 · member").select_option("against")
    work.get_by_role("button", name="Note a decision").click()
    expect(chair.get_by_role("alert")).to_contain_text("number 5 votes against: write why")
    work = chair.locator("details", has_text="Note a decision")
    work.get_by_label("Dissent of number 5").fill("the list was signed")
    work.get_by_role("button", name="Note a decision").click()
    expect(chair.get_by_role("alert")).to_contain_text("number of a decree")
    work = chair.locator("details", has_text="Note a decision")
    work.get_by_label("Number of the decree").fill("12/HK.03.1")
    work.get_by_label("Number of the minutes").fill("BA 12")
    work.get_by_role("button", name="Note a decision").click()
    expect(chair.locator("#decisions")).to_contain_text("Carried: for 4, against 1, abstained 0. 12/HK.03.1, BA 12")
    chair.get_by_role("button", name="Close the plenary").click()

    chair.goto(office.desk("/revotes/1"))
    chair.get_by_label("Day of the vote").fill("2019-04-28")
    chair.get_by_label("Reason").fill("recommended")
    chair.get_by_role("button", name="Order or refuse it").click()
    expect(chair.get_by_role("alert")).to_contain_text("does not decide about it")
    assert Axe().run(chair).response["violations"] == []
    chair.context.close()


def test_dice_thrown_in_the_regencys_plenary_draw_forms_that_a_second_team_reads_again(office):
    chair = office.page("kpu-1", "chair", "/plenaries/new")
    chair.get_by_label("Region").select_option("73.12")
    call_now(chair)
    for number in range(1, 6):
        comes(chair, "chair" if number == 1 else "member", f"kpu-{number}")
    chair.get_by_role("button", name="Open the plenary").click()
    chair.get_by_role("link", name="Sampled audit").click()
    chair.get_by_label("Digits of the dice").fill("1234567890")
    chair.get_by_label("How many forms").fill("2")
    chair.get_by_role("button", name="Draw").click()
    expect(chair.locator(".field.wrong")).to_contain_text("10 digits; at least 20")
    assert chair.get_by_label("How many forms").input_value() == "2"
    seed = "60210427859134726508"
    chair.get_by_label("Digits of the dice").fill(seed)
    chair.get_by_role("button", name="Draw").click()

    lines = [f"PPWP {village}-{number:03} reguler" for village, number in VOTES]
    names = [re.search(r"PPWP (\S+)-(\d+)", line).groups() for _, line in draw(lines, seed, 2)]
    shown = [row.locator("td").first.inner_text() for row in chair.locator("tbody tr").all()]
    assert shown == [f"{VILLAGES[village]} station {int(number)}" for village, number in names], "anybody draws the same"
    for place, (village, number) in enumerate(names):
        chair.get_by_role("link", name="Read it again").first.click()
        one, two = VOTES[village, int(number)]
        for label, figure in (("votes Satu", one + place), ("votes Dua", two), ("valid votes", one + two)):
            chair.get_by_label(label, exact=True).fill(str(figure))
        chair.get_by_label("invalid votes", exact=True).fill("2")
        chair.get_by_label("valid and invalid votes").fill(str(one + two + 2))
        chair.get_by_role("button", name="Save").click()
    expect(chair.locator("main")).to_contain_text("2 of 2, 1 differ")
    expect(chair.locator("main")).to_contain_text(f"at most {most_wrong(3, 2, 1)} of all 3 forms are wrong")
    assert Axe().run(chair).response["violations"] == []
    chair.goto(office.desk("/plenaries/3/audit"))
    assert chair.get_by_role("button", name="Draw").count() == 0, "a seed is thrown once"
    chair.context.close()


def test_a_plenary_is_given_up_with_a_reason_that_everybody_reads(office):
    chair = office.page("kpu-1", "chair", "/plenaries/3")
    work = chair.locator("details", has_text="Give the plenary up")
    work.locator("summary").click()
    work.get_by_role("button", name="Give the plenary up").click()
    expect(chair.locator(".field.wrong")).to_contain_text("missing")
    work = chair.locator("details", has_text="Give the plenary up")
    work.get_by_label("Reason").fill("the hall is under water")
    work.get_by_role("button", name="Give the plenary up").click()
    expect(chair.locator("#stage")).to_have_text("given up")
    expect(chair.locator("#ending")).to_contain_text("Given up: the hall is under water")
    assert chair.get_by_role("button", name=re.compile("Read|Close|Give")).count() == 0, "it goes no further"
    assert Axe().run(chair).response["violations"] == []
    chair.goto(f"{office.address}/en/plenaries/3")
    expect(chair.locator("main")).to_contain_text("Given up before its end")
    expect(chair.locator("main")).to_contain_text("the hall is under water")
    chair.context.close()


def test_the_record_of_all_of_it_is_accepted_by_program_and_script(office):
    script = [sys.executable, ROOT / "verify/verify_record.py", office.address]
    for words in ([PLENO, "verify", f"{office.address}/record"], script):
        answer = subprocess.run(words, capture_output=True, text=True, timeout=120)
        assert answer.returncode == 0, answer.stdout + answer.stderr
    for kind in ("audit-drawn", "audit-read", "objection-raised", "decision-taken", "plenary-abandoned",
                 "revote-proposed"):
        assert acts(office, kind), f"{kind} never happened"
