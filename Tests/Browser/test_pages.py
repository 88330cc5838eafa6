"""What a visitor sees: figures a newspaper would check, on every kind of screen."""

import csv
import io
import json

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = [
    "/",
    "/regions/73.12",
    "/regions/73.12.04",
    "/regions/73.12.04.1003",
    "/regions/73.12.04.1003/stations/11",
    "/ballots/dprd-kabko/seats",
    "/ballots/dprd-kabko/districts/1",
    "/ballots/dprd-kabko/contestants/4",
    "/ballots/ppwp/comparison",
    "/sources",
]
SCREENS = [
    pytest.param(dict(width=1280), id="desk"),
    pytest.param(dict(width=360, height=740), id="phone"),
    pytest.param(dict(width=1280, dark=True), id="dark"),
]


def words(page, selector="main"):
    return " ".join(page.locator(selector).inner_text().split())


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path, screen, language):
    page = visit(language + path, **screen)
    found = Axe().run(page)
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found.response["violations"]] == []


def test_axe_would_find_something(browser):
    """A check that cannot fail is none."""
    context = browser.new_context()
    page = context.new_page()
    page.set_content('<!doctype html><html><title>x</title><body><img src="data:,"><input></body></html>')
    found = {violation["id"] for violation in Axe().run(page).response["violations"]}
    assert {"image-alt", "label", "html-has-lang"} <= found
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_never_scrolls_sideways(visit, path):
    page = visit(path, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", PAGES)
def test_first_view_is_light(visit, site, path):
    page = visit(path)
    size = page.evaluate(
        "performance.getEntries().filter(e => e.decodedBodySize).reduce((n, e) => n + e.decodedBodySize, 0)"
    )
    assert 0 < size < 60_000, f"{size} bytes"


@pytest.mark.parametrize("path", PAGES)
def test_contrast_is_readable_in_both_schemes(visit, path):
    """axe skips what it cannot decide, so every visible text is measured against its background here too."""
    for dark in (False, True):
        worst = visit(path, dark=dark).evaluate(
            """() => {
              const rgb = c => c.match(/[\\d.]+/g).map(Number);
              const lum = c => { const f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
                const [r, g, b] = rgb(c); return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
              const back = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                if (rgb(c).length < 4 || rgb(c)[3] > 0) return c; } return 'rgb(255,255,255)'; };
              let worst = [99, ''];
              for (const e of document.querySelectorAll('main *, header *, footer *')) {
                if (e.closest('svg')) continue;
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                if (!own || !e.getClientRects().length) continue;
                const [a, b] = [lum(getComputedStyle(e).color), lum(back(e))].sort((x, y) => y - x);
                const ratio = (a + .05) / (b + .05);
                if (ratio < worst[0]) worst = [ratio, e.textContent.trim().slice(0, 40)];
              }
              return worst;
            }"""
        )
        assert worst[0] >= 4.5, worst


def test_everything_is_there_without_scripts(visit):
    page = visit("/", scripts=False)
    text = words(page)
    assert "Golkar" in text and "80,50%" in text
    assert page.locator("svg.council circle").count() == 30


def test_front_page_says_what_the_election_came_to(visit):
    text = words(visit("/en/"))
    for expected in [
        "30 seats in 5 electoral districts",
        "80.50%",
        "145,450 voters of an electorate of 180,685",
        "Covers 783 of 783 stations",
        "In 68 of 70 villages",
        "before the re-votes are counted, 3 villages differ",
        "Bila",
        "Lapajung",
        "Manorang Salo",
        "differ at 12 stations, at 2 of them in votes; 2 by a re-vote",
    ]:
        assert expected in text, expected


def test_golkars_twelve_seats_can_be_followed(visit):
    page = visit("/en/")
    page.get_by_role("link", name="Golkar", exact=True).first.click()
    text = words(page)
    assert "12 seats" in text
    seats = page.locator("table").last.locator("tbody tr")
    assert seats.count() == 12


def test_the_last_seat_of_district_1_hangs_on_a_number_of_votes(visit):
    page = visit("/en/ballots/dprd-kabko/districts/1")
    text = words(page)
    assert "How close was it" in text
    assert "7th and last seat" in text


def test_two_villages_differ_by_these_votes(visit):
    page = visit("/en/ballots/ppwp/comparison")
    rows = page.locator("table").first.locator("tbody tr")
    found = [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()]
    assert [(row[0], row[4], row[7]) for row in found] == [
        ("Bila", "0", "−6"),
        ("Lapajung", "0", "−9"),
    ]


def test_differences_are_explained_only_by_figures_that_fit(visit):
    text = words(visit("/en/ballots/ppwp/comparison"))
    assert "Proven: station 7 wrote 72 + 96 = 168 beside 162 valid votes; −6 for Prabowo–Sandi fits." in text
    assert "Lapajung: −9 Prabowo–Sandi. Unexplained" in text
    assert "Manorang Salo: −3 Jokowi–Ma'ruf, −20 Prabowo–Sandi. Proven: station 10, Re-vote (PSU), 140 + 68" in text


def test_both_readings_of_botto_11_are_shown(visit):
    text = words(visit("/en/regions/73.12.04.1003/stations/11"))
    for figure in ["107", "153", "33", "64"]:
        assert figure in text


def test_keyboard_reaches_the_content_first(visit):
    page = visit("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_languages_lead_to_each_other(visit):
    page = visit("/ballots/dprd-kabko/districts/3")
    assert page.locator("html").get_attribute("lang") == "id"
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/ballots/dprd-kabko/districts/3")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Bahasa Indonesia").click()
    assert page.url.endswith("/ballots/dprd-kabko/districts/3")


def test_no_link_leads_nowhere(browser, site):
    """Every page that can be reached by links, in both languages, answers."""
    context = browser.new_context(java_script_enabled=True)
    request = context.request
    seen, todo = set(), ["/"]
    import re

    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        response = request.get(site + path)
        assert response.status == 200, path
        if response.headers["content-type"].startswith("text/html"):
            todo += [h for h in re.findall(r'href="([^"#]+)"', response.text()) if h not in seen]
    # 783 stations, 80 regions, districts, contestants, in two languages.
    assert len(seen) > 2 * (783 + 80)
    context.close()


def test_tables_can_be_had_by_machines(browser, site):
    context = browser.new_context()
    text = context.request.get(site + "/ballots/ppwp/comparison.csv").text()
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["73.12"]["counted_1"] == "83219" and rows["73.12"]["certified_2"] == "60007"
    data = json.loads(context.request.get(site + "/en/ballots/ppwp/comparison.json").text())
    assert {row["code"]: row["difference_2"] for row in data}["73.12.04.1005"] == -6
    context.close()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/regions/73.12.99", 404),  # No such region.
        ("/regions/731204", 404),  # A code has one spelling in addresses.
        ("/en/regions/73.12.04.1003/stations/99", 404),  # No such station.
        ("/ballots/dprd-kabko/districts/9", 404),  # No such district.
        ("/ballots/ppwp/seats", 404),  # No seats are divided on this ballot.
        ("/../../etc/passwd", 404),  # There are no files behind addresses.
        ("/%3Cscript%3E", 404),  # Nothing of an address is ever echoed.
    ],
)
def test_wrong_addresses_are_told_so(browser, site, path, status):
    context = browser.new_context()
    response = context.request.get(site + path)
    assert response.status == status
    assert "<script" not in response.text()
    context.close()


def test_answers_carry_their_guards(browser, site):
    context = browser.new_context()
    response = context.request.get(site + "/")
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"
    refused = context.request.post(site + "/")
    assert refused.status == 405
    assert "default-src 'none'" in refused.headers["content-security-policy"]
    context.close()
