"""A council's form of 231 fields by the keyboard alone: how many keys, and how long."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from counting import PARTIES, REPORTED, VILLAGE, form, paper

STATION = 5
# Seconds a key, of the keystroke-level model (Card, Moran, Newell, CACM 23(7), 1980): 0.28 is somebody who types at
# 40 words a minute and does not do it for a living, 0.20 an average typist. 10,000 keys an hour, as those who punch
# figures all day are asked for, is 0.36.
PACE = 0.28


def council(station):
    """A council's form: votes as many as Citta gave each party there, shared out from the top of its list."""
    votes = {}
    for party in PARTIES:
        left = total = int(REPORTED[f"votes_{party}"]) // 10
        for place in range(1, 11):
            votes[f"candidate_{party}_{place}"] = left // 2
            left -= left // 2
        votes |= {f"party_{party}": left, f"votes_{party}": total}
    return paper(station, votes)


def test_231_fields_in_three_minutes(counting):
    figures = council(STATION)
    page = counting.page("typist-1", "typist")
    answered = []
    page.on("requestfinished", lambda request: answered.append(request.timing))
    page.goto(counting.desk(form("forms", STATION, "dprd-kabko")))
    names = page.locator("input[inputmode=numeric]").evaluate_all("all => all.map(field => field.name)")
    assert len(names) == 231 and set(figures) <= set(names)
    page.evaluate("window.done = []; for (const kind of ['keydown', 'pointerdown', 'paste']) "
                  "addEventListener(kind, event => done.push(event.key ?? kind), true)")
    for name in names:
        party = name.removeprefix("votes_")
        if party in map(str, PARTIES):
            own = [field for field in names if field == f"party_{party}" or field.startswith(f"candidate_{party}_")]
            shown = page.locator(f"output[data-sum='{' '.join(own)}']").inner_text()
            field = page.locator(f"[name={name}]").input_value()
            assert (shown, field) == (str(figures[name]), ""), "the sum is shown, and never filled in"
        for key in str(figures.get(name, 0)):
            page.keyboard.press(key)
        page.keyboard.press("Enter")
    done = page.evaluate("done")
    digits = "".join(str(figures.get(name, 0)) for name in names)
    assert sorted(done) == sorted([*digits, *["Enter"] * len(names)]), "nothing but digits and an Enter a field"
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_have_text(f"Saved: station {VILLAGE}-005.")

    keys, server = len(done) + 1, sum(times["responseEnd"] - times["requestStart"] for times in answered) / 1000
    assert all(times["responseEnd"] >= times["requestStart"] >= 0 for times in answered)
    told = f"{keys} keys; the server took {server:.2f} s for {len(answered)} requests; in all " + ", ".join(
        f"{keys * pace + server:.0f} s at {pace} s a key" for pace in (0.20, PACE, 0.36)
    )
    print(told)
    assert keys * PACE + server < 180, told
    page.context.close()


def test_231_fields_fit_a_phone_and_axe_finds_nothing(counting):
    for screen in (dict(width=1280), dict(width=360, height=740, dark=True)):
        page = counting.page("typist-2", "typist", form("forms", STATION, "dprd-kabko"), **screen)
        found = Axe().run(page)
        assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found.response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
        wide = "all => all.filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML)"
        assert page.locator("main *").evaluate_all(wide) == [], "nothing is cut off either"
        page.context.close()


def test_a_finding_leads_to_its_figure_among_231(counting):
    figures = council(6)
    figures["candidate_4_1"] += 10
    page = counting.page("typist-1", "typist", form("forms", 6, "dprd-kabko"))
    fill = "(all, figures) => all.forEach(field => { field.value = figures[field.name] ?? 0 })"
    page.locator("input[inputmode=numeric]").evaluate_all(fill, figures)
    page.get_by_role("button", name="Save the form").click()
    expect(page.locator("#findings")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Votes Golkar", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[name=votes_4]")).to_be_focused()
    page.context.close()
