"""What can be read and where one stands, by day and by night, on the pages of those who decide."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from counting import VILLAGE, form, paper

DIFFERS, HELD = 6, 7
SCREENS = [pytest.param(dict(width=1280), id="light"), pytest.param(dict(width=360, dark=True), id="dark")]
PAGES = [
    ("typist-1", "typist", form("forms", 8)),
    ("resolver-1", "resolver", form("differences", DIFFERS)),
    ("supervisor-1", "supervisor", "/held"),
    ("supervisor-1", "supervisor", form("held", HELD)),
    ("supervisor-1", "supervisor", f"/board?place={VILLAGE}&phase=held"),
    ("supervisor-1", "supervisor", f"/board/projector?place={VILLAGE}"),
]


@pytest.fixture(scope="module")
def waiting(counting):
    """The office with a form that waits for a resolver, and one that waits for a supervisor."""
    held = paper(HELD)
    held |= {"votes_1": held["votes_1"] + 10}
    typed = {DIFFERS: [paper(DIFFERS), paper(DIFFERS, signed_members=6, signed_witnesses=3)], HELD: [held, held]}
    for station, both in typed.items():
        for name, figures in zip(("typist-1", "typist-2"), both):
            page = counting.page(name, "typist", form("forms", station), scripts=False)
            fill = "(all, figures) => all.forEach(field => { field.value = figures[field.name] ?? 0 })"
            page.locator("input[inputmode=numeric]").evaluate_all(fill, figures)
            page.get_by_role("button", name="Save the form").click()
            for box in page.locator("#findings input").all():
                box.check()
            if page.locator("#findings").count():
                page.get_by_role("button", name="Save the form").click()
            assert f"Saved: station {VILLAGE}-{station:03}." in page.get_by_role("main").inner_text()
            page.context.close()
    return counting


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# The element that has the focus, what is drawn around it, and the ground that it is drawn on.
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { outlineStyle: line, outlineWidth: width, outlineColor: colour } = getComputedStyle(element);
  let below = element.parentElement;
  while (below && getComputedStyle(below).backgroundColor === "rgba(0, 0, 0, 0)") below = below.parentElement;
  const ground = getComputedStyle(below ?? document.body).backgroundColor;
  window.stops ??= [];
  const isNew = !stops.includes(element);
  if (isNew) stops.push(element);
  return { element: element.outerHTML.slice(0, 90), line, width: parseFloat(width), colour, ground, isNew };
}"""
STOPS = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex='0']"


def stops(page):
    """Every element that Tab comes to, once around from wherever the page began."""
    ends = 0
    while ends < 2:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            ends += 1
        elif not focus.pop("isNew"):
            break
        else:
            yield focus


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("name", "role", "path"), PAGES)
def test_everything_can_be_read_and_the_focus_seen(waiting, name, role, path, screen):
    page = waiting.page(name, role, path, **screen)
    found = Axe().run(page)
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
    seen = 0
    for focus in stops(page):
        seen += 1
        assert focus["line"] not in ("none", "auto") and focus["width"] >= 2, focus
        assert contrast(focus["colour"], focus["ground"]) >= 3, focus  # WCAG 2.2, 1.4.11
    assert seen == page.locator(STOPS).locator("visible=true").count()
    page.context.close()
