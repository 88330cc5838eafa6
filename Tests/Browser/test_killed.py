"""A server that is killed in the middle of a form: what was typed, who was signed in, and one act in the end."""

import pytest
from playwright.sync_api import expect

from counting import VILLAGE, form, paper
from test_desk import PASSWORD, context
from test_entry import type_in


@pytest.fixture
def killed(counting):
    """The office, which has a server again afterwards whatever becomes of the test."""
    yield counting
    if counting.server.poll() is not None:
        counting.start()


def texts(page):
    fields = page.locator("input[inputmode=numeric]")
    return dict(fields.evaluate_all("all => all.filter(field => field.value).map(field => [field.name, field.value])"))


def sign_in(page, name, address):
    page.goto(address)
    page.get_by_label("Account").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(address)


def type_and_kill(page, office, station):
    """Types nine figures, the last of them after the server was killed; all of them, and those before."""
    figures = {name: str(figure) for name, figure in list(paper(station).items())[:9]}
    *early, (last, figure) = figures.items()
    for name, text in early:
        page.locator(f"[name={name}]").fill(text)
    expect(page.locator("#draft-state")).to_have_text("Kept so far")
    office.kill()
    page.locator(f"[name={last}]").fill(figure)
    expect(page.locator("#draft-state")).to_have_text("No connection: kept in this browser")
    assert texts(page) == figures, "nothing on the page is lost"
    return figures, dict(early)


def test_a_killed_server_loses_no_figure_and_does_nothing_twice(browser, killed):
    address = killed.desk(form("forms", 3))
    page = killed.page("typist-1", "typist", form("forms", 3))
    figures, early = type_and_kill(page, killed, 3)
    page.get_by_role("button", name="Save the form").click()
    page.wait_for_url("chrome-error://**")

    killed.start()
    elsewhere = context(browser).new_page()
    sign_in(elsewhere, "typist-1", address)
    assert texts(elsewhere) == early, "the office has what it said it kept"
    elsewhere.context.close()

    page.goto(address)
    assert texts(page) == figures, "the session holds, and the browser has the rest"
    type_in(page, paper(3))
    with page.expect_request(lambda request: request.method == "POST" and request.url == address) as sent:
        page.get_by_role("button", name="Save the form").dblclick()
    expect(page.get_by_role("status").first).to_have_text(f"Saved: station {VILLAGE}-003.")
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": killed.address}
    again = page.request.post(address, data=sent.value.post_data, headers=headers)
    assert again.url.endswith(f"/forms?saved={VILLAGE}-003"), "what comes twice is answered as it was the first time"
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("changed meanwhile")
    assert len(killed.acts("form-entered", 3)) == 1
    assert page.evaluate("Object.keys(localStorage)") == [], "and nothing of it is left in the browser"
    page.context.close()


def test_what_one_typist_left_in_a_browser_is_not_shown_to_the_next(browser, killed):
    address = killed.desk(form("forms", 9))
    for name in ("typist-1", "typist-2"):
        killed.page(name, "typist").context.close()
    page = context(browser).new_page()
    sign_in(page, "typist-1", address)
    figures, _ = type_and_kill(page, killed, 9)
    page.goto("about:blank")
    killed.start()
    for name, expected in (("typist-2", {}), ("typist-1", figures)):
        page.goto(killed.desk("/forms"))
        page.get_by_role("button", name="Sign out").click()
        sign_in(page, name, address)
        assert texts(page) == expected, name
    page.context.close()
