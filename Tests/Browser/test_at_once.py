"""Two typists and a resolver at once, each in a browser of their own, and a board that nobody loads again."""

import re

from playwright.sync_api import expect

from counting import VILLAGE, form, paper
from test_entry import type_in

STATION = 1
TOLD = f"Saved: station {VILLAGE}-001."


def seen(page, address):
    """What a page shows, but for the name that its next request will have, and how many names there were."""
    response = page.request.get(address)
    assert response.status == 200
    return re.subn(r'(name="request" value=)"\w+"', r"\1", response.text())


def test_a_difference_is_typed_again_and_the_board_tells_of_it(counting):
    one, two = (counting.page(name, "typist", form("forms", STATION)) for name in ("typist-1", "typist-2"))
    resolver = counting.page("resolver-1", "resolver", "/differences")
    board = counting.page("supervisor-1", "supervisor", f"/board?place={VILLAGE}")
    board.evaluate("window.isTheSame = true")
    phases = board.locator("#board thead th").all_inner_texts()
    row = board.get_by_role("row", name="Station 1", exact=False).first

    waiting = resolver.get_by_role("link", name=re.compile("PPWP Citta station 1 "))

    def stands(phase):
        for place, name in list(enumerate(phases))[1:7]:
            expect(row.locator("th, td").nth(place)).to_have_text("1" if name == phase else "0")

    def type_and_save(page, figures):
        type_in(page, figures)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").first).to_have_text(TOLD)

    stands("Not typed")
    addresses = [counting.desk(path) for path in (form("forms", STATION), "/forms", "/forms?q=Citta+1")]
    before = [seen(two, address) for address in addresses]
    assert [names for _, names in before] == [1, 0, 0]

    type_and_save(one, paper(STATION))
    stands("Being typed")
    assert [seen(two, address) for address in addresses] == before, "the second typist sees nothing of the first"
    resolver.reload()
    expect(resolver.get_by_role("heading", name="Differences")).to_be_visible()
    expect(waiting).to_have_count(0)

    type_and_save(two, paper(STATION, signed_witnesses=3))
    stands("Waits for a resolver")
    for typist in (one, two):
        assert typist.goto(counting.desk(form("differences", STATION))).status == 403, "nobody decides about their own"
        assert typist.goto(counting.desk(form("forms", STATION))).status == 409, "nor types it again unasked"
    for typist, becomes in ((one, "Waits for a resolver"), (two, "Accepted")):
        resolver.goto(counting.desk("/differences"))
        waiting.click()
        cells = [row.locator("th, td").all_inner_texts()[1:3] for row in resolver.locator("tbody tr").all()]
        assert cells == [["2", "3"]], "nothing but the field that differs"
        resolver.get_by_role("button", name="Have them typed again").click()
        stands("Typed again")
        typist.goto(counting.desk("/forms"))
        typist.get_by_role("link", name=re.compile(f"PPWP .* {VILLAGE}-001")).click()
        asked = typist.locator("input[inputmode=numeric]").evaluate_all("all => all.map(field => field.name + field.value)")
        assert asked == ["signed_witnesses"], "that field alone, and empty"
        type_and_save(typist, {"signed_witnesses": 2})
        # Whoever comes first is asked; the first to come had typed it right, and the two still differ.
        stands(becomes)
    assert board.evaluate("window.isTheSame"), "the board came to it by itself"
    assert len(counting.acts("form-entered", STATION)) == 4
    for page in (one, two, resolver, board):
        page.context.close()
