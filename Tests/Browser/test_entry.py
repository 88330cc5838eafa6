"""Typing a form: by the keyboard alone, twice, by two people, and what the office makes of it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from test_desk import PASSWORD, administrator, code, context, invite, served  # noqa: F401 (fixtures)

# A form of 231 electors that adds up: what stands on paper, part by part.
PAPER = {
    "electorate_dpt_male": 110, "electorate_dpt_female": 121, "electorate_dpt_total": 231,
    "electorate_all_male": 110, "electorate_all_female": 121, "electorate_all_total": 231,
    "voters_dpt_male": 90, "voters_dpt_female": 100, "voters_dpt_total": 190,
    "voters_all_male": 90, "voters_all_female": 100, "voters_all_total": 190,
    "papers_received": 236, "papers_used": 190, "papers_spoiled": 0, "papers_unused": 46,
    "votes_1": 100, "votes_2": 87, "valid": 187, "invalid": 3, "total": 190,
    "signed_members": 7, "signed_witnesses": 2,
}
FORM = "/en/desk/forms/ppwp/73.12.08.2001/1/reguler"


def sign_in(browser, administrator, name, role, **screen):
    """A page of somebody new, signed in with all that their role asks for."""
    return first_sign_in(browser, administrator, name, role, invite(browser, administrator, name, role), **screen)


def first_sign_in(browser, administrator, name, role, temporary, **screen):
    """The same for somebody who was invited with a temporary password."""
    page = context(browser, **screen).new_page()
    page.goto(administrator["address"] + "/en/desk")
    page.get_by_label("Account").fill(name)
    page.get_by_label("Password").fill(temporary)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Temporary password").fill(temporary)
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("Once more").fill(PASSWORD)
    page.get_by_role("button", name="Save").click()
    if role in ("supervisor", "resolver", "chair", "commissioner", "secretary", "ppk"):
        page.get_by_role("button", name="Begin").click()
        page.get_by_label("Six-digit code").fill(code(page.locator(".secret code").inner_text()))
        page.get_by_role("button", name="Continue").click()
        page.get_by_role("link", name="I have kept them").click()
    return page


@pytest.fixture(scope="module")
def desk(browser, administrator):
    """The counting desk for president, open."""
    page = sign_in(browser, administrator, "supervisor-1", "supervisor")
    page.goto(administrator["address"] + "/en/desk/ballots")
    page.get_by_role("button", name="Open the counting desk").first.click()
    assert "Open." in page.locator("main").inner_text()
    page.context.close()
    return administrator["address"]


def type_in(page, paper):
    """Field after field with Enter, as a typist does."""
    names = page.eval_on_selector_all(".typing input[inputmode=numeric]", "all => all.map(field => field.name)")
    page.locator(f"[name={names[0]}]").focus()
    for name in names:
        assert page.evaluate("document.activeElement.name") == name
        page.keyboard.type(str(paper.get(name, 0)))
        page.keyboard.press("Enter")


def test_two_typists_and_the_keyboard_alone(browser, administrator, desk):
    for name in ("typist-1", "typist-2"):
        page = sign_in(browser, administrator, name, "typist")
        page.goto(desk + FORM)
        type_in(page, PAPER | {"votes_1": 10})
        page.locator("#draft-state", has_text="Kept so far").wait_for()
        page.reload()
        assert page.locator("[name=votes_1]").input_value() == "10", "what was typed is still there"
        page.get_by_role("button", name="Save the form").click()
        assert "A07" in page.locator("#findings").inner_text()
        page.locator("[name=votes_1]").fill("100")
        # The register says otherwise, and so does the paper: what is left is confirmed.
        for _ in range(3):
            page.get_by_role("button", name="Save the form").click()
            if page.locator("#findings").count() == 0:
                break
            for box in page.locator("#findings input[type=checkbox]").all():
                box.check()
        assert "Saved: station 73.12.08.2001-001." in page.locator("main").inner_text()
        page.goto(desk + FORM)
        assert "changed meanwhile" in page.locator("main").inner_text(), "nobody types a form twice"
        page.context.close()


@pytest.mark.parametrize("screen", [dict(width=1280), dict(width=360, height=740), dict(width=1280, dark=True)])
def test_axe_finds_nothing_on_a_form(browser, administrator, desk, screen):
    name = f"typist-{screen['width']}{'-dark' if screen.get('dark') else ''}"
    page = sign_in(browser, administrator, name, "typist", **screen)
    for path in ("/en/desk/forms", FORM.replace("2001/1", "2001/2")):
        page.goto(desk + path)
        result = Axe().run(page)
        assert result.violations_count == 0, result.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing scrolls sideways"
    page.context.close()
