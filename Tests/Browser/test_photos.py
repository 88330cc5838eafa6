"""Photos at the desk: handed in from a phone, seen beside the fields, found at two places, withdrawn."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from test_desk import administrator, served  # noqa: F401 (fixtures)
from test_entry import desk, sign_in  # noqa: F401 (fixtures)

FIRST = "/en/desk/evidence/73.12.08.2001/1"
SECOND = "/en/desk/evidence/73.12.08.2001/2"
FORM = "/en/desk/forms/ppwp/73.12.08.2001/1/reguler"


@pytest.fixture(scope="module")
def photos(browser, tmp_path_factory):
    """Two pages of a form as photos, drawn and taken by the browser itself."""
    folder = tmp_path_factory.mktemp("photos")
    page = browser.new_page(viewport={"width": 900, "height": 1200})
    for number in (1, 2):
        rows = "".join(f"<tr><td>{row}. {'Calon' * (row % 4 + 1)}<td>{row * 37 * number % 300}" for row in range(24))
        page.set_content(
            f"<body style='font:28px serif;background:#ddd;padding:60px'><h1>MODEL C1 – {number}</h1>"
            f"<table border=1 style='width:100%;background:#fff'>{rows}</table>"
        )
        page.screenshot(path=folder / f"{number}.jpg", type="jpeg", quality=85)
    page.close()
    return [folder / "1.jpg", folder / "2.jpg"]


@pytest.fixture(scope="module")
def clerk(browser, administrator, desk):
    """A supervisor, who hands in and withdraws."""
    page = sign_in(browser, administrator, "supervisor-2", "supervisor")
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def typist(browser, administrator, desk):
    page = sign_in(browser, administrator, "typist-photo", "typist")
    yield page
    page.context.close()


def hand_in(page, address, photo, number, sheet="plano"):
    page.goto(address)
    page.get_by_label("Page", exact=True).select_option(sheet)
    page.get_by_label("Ballot").select_option("ppwp")
    page.get_by_label("Page number").fill(str(number))
    page.get_by_label("photo, or a PDF").set_input_files(photo)
    page.get_by_role("button", name="Hand in").click()


def test_from_the_phone_to_the_field(desk, clerk, typist, photos):
    for number, photo in enumerate(photos, 1):
        hand_in(clerk, desk + FIRST, photo, number)
        assert f"Taken: evidence {number}" in clerk.locator("[role=status]").inner_text()
    page, complaints = typist, []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(desk + FORM)
    image = page.locator(".viewer figure:not([hidden]) img")
    page.wait_for_function("document.querySelector('.viewer img').naturalWidth > 0")
    assert image.count() == 1 and image.evaluate("image => image.naturalWidth") == 900
    field = page.locator("[name=electorate_dpt_male]")
    field.focus()
    wide = image.bounding_box()["width"]
    page.keyboard.press("Alt+=")
    assert image.bounding_box()["width"] > wide * 1.2, "larger"
    page.keyboard.press("Alt+-")
    page.keyboard.press("Alt+r")
    box = image.bounding_box()
    assert box["width"] > box["height"], "turned"
    page.keyboard.press("Alt+n")
    assert page.locator(".viewer figure:not([hidden]) figcaption").inner_text().endswith(", 2")
    assert page.evaluate("document.activeElement.name") == "electorate_dpt_male", "and the typist types on"
    assert field.input_value() == "" and complaints == []


def test_without_scripts_the_pictures_are_there(browser, administrator, desk, clerk, photos):
    hand_in(clerk, desk + FIRST, photos[0], 9)
    assert "is here already" in clerk.locator("main").inner_text(), "the same file twice"
    page = sign_in(browser, administrator, "typist-plain", "typist", scripts=False)
    page.goto(desk + FORM)
    assert page.locator(".viewer img").count() == 2
    assert not page.get_by_role("button", name="Turn").is_visible()
    page.context.close()


def test_the_same_picture_at_two_places_is_found_and_withdrawn(desk, clerk, photos):
    hand_in(clerk, desk + SECOND, photos[0], 1)
    assert "the same, or nearly" in clerk.locator("[role=alert]").inner_text()
    clerk.goto(desk + "/en/desk/evidence")
    assert "the same file" in clerk.locator("main").inner_text()
    clerk.goto(desk + SECOND)
    clerk.get_by_role("link", name="Withdraw evidence 3").click()
    clerk.get_by_label("Reason").fill("of station 1")
    clerk.get_by_role("button", name="Withdraw and erase").click()
    assert "Withdrawn: of station 1" in clerk.locator("main").inner_text()
    assert clerk.request.get(desk + "/desk/evidence/files/3/original").status == 404
    assert clerk.request.get(desk + "/desk/evidence/files/1/original").status == 200, "its twin stays"


def test_axe_finds_nothing(browser, administrator, desk, clerk, typist):
    for page, paths in ((clerk, (FIRST, "/en/desk/evidence", "/en/desk/evidence/pieces/1/withdrawal")), (typist, (FORM,))):
        for path in paths:
            for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light")):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                page.goto(desk + path)
                result = Axe().run(page)
                assert result.violations_count == 0, f"{path} {width} {scheme}: {result.generate_report()}"
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing scrolls sideways"
