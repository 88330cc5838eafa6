"""The stages of the calendar at the desk: adopted from the law, begun, closed with a report, seen by everybody."""

import csv
import io
import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

from counting import Office


@pytest.fixture(scope="module")
def office(browser, tmp_path_factory):
    office = Office(browser, tmp_path_factory.mktemp("stages"), opens_desks=False)
    yield office
    office.stop()


@pytest.fixture(scope="module")
def chair(office):
    """The chair's page; the law's calendar is adopted."""
    page = office.page("chair-1", "chair", "/stages")
    page.get_by_role("button", name="Adopt the calendar of PKPU 7/2017").click()
    return page


def violations(page):
    found = Axe().run(page).response["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, "nothing stands beyond the edge"
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def fetched(office, path):
    with urllib.request.urlopen(office.address + path) as answer:
        return answer.headers, answer.read().decode()


def test_the_calendar_of_the_law_is_adopted_and_shown(office, chair):
    assert chair.locator("h1").inner_text() == "Stages"
    assert chair.locator("#count").inner_text() == "27 rows"
    # Years behind: everything is overdue, and nobody is told that it is not.
    assert "Overdue (27)" in chair.locator("#agenda").inner_text()
    assert chair.locator("svg.gantt rect.planned").count() == 27
    assert violations(chair) == []
    headers, text = fetched(office, "/en/stages.ics")
    assert headers["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == 27 and text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20190417\r\nDTEND;VALUE=DATE:20190418\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_list_is_searched_filtered_sorted_and_had_as_a_file(office, chair):
    chair.goto(office.address + "/en/desk/stages")
    chair.get_by_label("Search").fill("kpps")
    chair.get_by_role("button", name="Show").click()
    assert chair.locator("#count").inner_text() == "2 of 27 rows"
    chair.get_by_label("Search").fill("")
    chair.get_by_label("Kind").select_option("recapitulation")
    chair.get_by_role("button", name="Show").click()
    assert chair.locator("#count").inner_text() == "4 of 27 rows"
    chair.get_by_role("link", name="Last day").click()
    chair.get_by_role("link", name="Last day").click()
    assert chair.locator("th[aria-sort=descending]").inner_text() == "Last day"
    lasts = [row["last"] for row in csv.DictReader(io.StringIO(saved(chair, "CSV")))]
    assert lasts == sorted(lasts, reverse=True) and len(lasts) == 4
    chair.get_by_role("link", name="print", exact=True).click()
    assert chair.locator("tbody tr").count() == 4 and not chair.locator(".list form").count()


def saved(page, name):
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return download.value.path().read_text()


def test_a_stage_is_planned_begun_and_closed_and_nothing_that_was_typed_is_lost(office, chair):
    chair.goto(office.address + "/en/desk/acts/stages-planned")
    chair.get_by_label("Basis", exact=True).fill("Decree 12/2019")
    chair.get_by_label("Its day").fill("2019-04-01")
    first = chair.get_by_role("group", name="1", exact=True)
    first.get_by_label("Name", exact=True).fill("Gudang logistik")
    first.get_by_label("Short name").fill("gudang")
    first.get_by_label("First day").fill("2019-04-20")
    first.get_by_label("Last day").fill("2019-04-10")
    first.get_by_label("Products that must exist").fill("BA gudang\nDaftar barang")
    chair.get_by_role("button", name="Plan stages").click()
    assert "gudang: it ends before it begins" in chair.get_by_role("alert").inner_text()
    assert violations(chair) == []
    first = chair.get_by_role("group", name="1", exact=True)
    assert first.get_by_label("Products that must exist").input_value() == "BA gudang\nDaftar barang"
    first.get_by_label("Kind of stage").select_option("logistics")
    first.get_by_label("First day").fill("2019-04-01")
    chair.get_by_role("button", name="Plan stages").click()
    chair.get_by_role("link", name="Gudang logistik").first.click()
    assert chair.locator("#standing").inner_text() == "overdue"

    chair.get_by_role("link", name="Begin a stage").click()
    chair.get_by_label("Day").fill("2099-01-01")
    chair.get_by_role("button", name="Begin a stage").click()
    assert "2099-01-01 has not come" in chair.locator("#f-on-fault").inner_text()
    chair.get_by_label("Day").fill("2019-04-02")
    chair.get_by_role("button", name="Begin a stage").click()

    chair.get_by_role("link", name="Gudang logistik").first.click()
    chair.get_by_role("link", name="Close a stage with a report").click()
    assert violations(chair) == []
    chair.get_by_label("Last day").fill("2019-04-12")
    chair.get_by_label("What was done").fill("Barang diterima.")
    chair.get_by_role("button", name="Close a stage").click()
    assert "tick it" in chair.locator("#f-confirm-fault").inner_text(), "what ends something is asked once more"
    chair.get_by_label("Yes, I mean to do this").check()
    chair.get_by_role("button", name="Close a stage").click()
    assert "BA gudang" in chair.locator("#f-missing-fault").inner_text()
    chair.get_by_label("Why products are missing").fill("Ditandatangani besok.")
    chair.get_by_role("button", name="Close a stage").click()

    chair.get_by_role("link", name="Gudang logistik").first.click()
    assert chair.locator("#standing").inner_text() == "closed"
    assert violations(chair) == []
    _, public = fetched(office, "/en/stages")
    assert "Ditandatangani besok." in public and "1 of 28 stages are closed" in public
    _, table = fetched(office, "/en/stages.csv")
    row = next(row for row in csv.DictReader(io.StringIO(table)) if row["name"] == "Gudang logistik")
    assert (row["begun"], row["closed"], row["delay"]) == ("2019-04-02", "2019-04-12", "2")


def test_the_morning_says_what_is_due_and_what_changed(office, chair):
    chair.goto(office.address + "/en/desk")
    assert "overdue" in chair.locator("#due").inner_text()
    assert "Plan stages: 2" in chair.locator("#changed").inner_text()
    assert violations(chair) == []


def test_whoever_may_only_see_is_offered_nothing_else(office):
    page = office.page("auditor-1", "auditor", "/stages", scripts=False)
    assert not page.get_by_role("button", name=re.compile("Adopt")).count()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.goto(office.address + "/en/desk/acts/stage-begun").status == 403
    page.goto(office.address + "/en/desk/stages")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.locator("h1").inner_text() == "Stages"


