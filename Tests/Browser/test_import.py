"""Files of many forms: their digest from the letter, what will become of each form, and readings side by side."""

import hashlib

from axe_playwright_python.sync_playwright import Axe

from counting import VILLAGE, form, paper

# Of those that no other test of the office types.
STATIONS = (2, 10)


def table(names, **changes):
    """A file of two stations' forms, a row each."""
    rows = [["village", "station", "version", *names]]
    for station in STATIONS:
        figures = paper(station) | changes
        rows.append([VILLAGE, station, "reguler", *(figures.get(name, 0) for name in names)])
    return "\n".join(",".join(map(str, row)) for row in rows) + "\n"


def hand_in(page, desk, step, text, name, **choices):
    """Hands a file in, and types from its letter what the page leaves out of its digest."""
    page.goto(desk(step))
    for label, value in choices.items():
        page.get_by_label(label).select_option(value)
    page.get_by_label("File", exact=True).set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    page.get_by_role("button", name="Look at it").click()
    digest = hashlib.sha256(text.encode()).hexdigest()
    looks_well(page)
    groups = page.get_by_label("of 16")
    assert groups.count() == 2
    groups.first.fill("0000" if digest[:4] != "0000" else "1111")
    page.get_by_role("button", name="Compare").click()
    assert "more tries" in page.locator("main").inner_text()
    for place in range(2):
        group = page.get_by_label("of 16").nth(place)
        number = int(group.evaluate("input => (input.labels[0]?.textContent ?? input.ariaLabel).match(/\\d+/)[0]"))
        group.fill(digest[4 * number - 4 : 4 * number])
    page.get_by_role("button", name="Compare").click()
    looks_well(page)


def looks_well(page):
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing scrolls sideways"


def test_two_files_become_forms_and_a_third_is_held_beside_them(counting):
    page = counting.page("typist-file-1", "typist", form("forms", STATIONS[0]))
    names = page.eval_on_selector_all(".typing input[inputmode=numeric]", "all => all.map(field => field.name)")
    for number in (1, 2):
        page = counting.page(f"typist-file-{number}", "typist", width=390)
        hand_in(page, counting.desk, "/import/entries", table(names), f"ppk-{number}.csv", Ballot="ppwp")
        for box in page.locator("input[type=checkbox]").all():
            box.check()
        page.get_by_role("button", name="Take them in").click()
        assert "2 forms were taken" in page.locator("main").inner_text()
        page.context.close()
    assert all(len(counting.acts("forms-taken", station)) == 1 for station in STATIONS), "each is accepted once"
    page = counting.page("supervisor-1", "supervisor")
    text = table(names, votes_1=1)
    hand_in(page, counting.desk, "/import/readings", text, "saksi.csv", Ballot="ppwp", Whose="witnesses-2")
    assert "Other than what is accepted" in page.locator("main").inner_text()
    page.get_by_role("button", name="Take them in").click()
    page.goto(counting.desk("/readings/ppwp"))
    looks_well(page)
    assert page.get_by_role("heading", name="0 of 3 agree").count() == 2, "Situng, the desk and the witnesses differ"
    page.context.close()
