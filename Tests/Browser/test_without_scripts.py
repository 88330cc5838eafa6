"""All of the counting without a script: typing, a difference, a form that does not add up."""

import re

from counting import VILLAGE, form, paper
from test_desk import PASSWORD, context

STATION = 4


def main(page):
    return page.get_by_role("main").inner_text()


def type_form(page, figures):
    """Looks a form up by its station's code, fills it in and sends it; what the page then says."""
    page.get_by_label("Station code").fill(f"{VILLAGE}-{STATION:03}")
    page.get_by_role("button", name="Open").click()
    page.get_by_role("link", name="PPWP").click()
    for name, figure in figures.items():
        page.locator(f"[name={name}]").fill(str(figure))
    page.get_by_role("button", name="Save the form").click()


def test_a_form_is_typed_decided_and_accepted_without_a_script(browser, counting):
    # More votes than valid ones, which is hard, and far more papers than the electorate and its reserve, which is soft.
    wrong = paper(STATION)
    wrong |= {"votes_1": wrong["votes_1"] + 10, "papers_received": 400, "papers_unused": 400 - wrong["total"]}
    for name, figures in (("typist-1", wrong), ("typist-2", wrong | {"signed_members": 6})):
        counting.page(name, "typist").context.close()
        page = context(browser, scripts=False).new_page()
        page.goto(counting.desk("/forms"))
        page.get_by_label("Account").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.goto(counting.desk("/forms"))
        type_form(page, figures)
        assert "Not saved yet" in main(page)
        codes = page.locator("#findings input").evaluate_all("all => all.map(box => box.value)")
        assert codes == ["A07", "P02"]
        page.get_by_label("A07").check()
        page.get_by_role("button", name="Save the form").click()
        assert "Not saved yet" in main(page) and page.get_by_label("A07").is_checked(), "one confirmation is not two"
        page.get_by_label("P02").check()
        page.get_by_role("button", name="Save the form").click()
        assert f"Saved: station {VILLAGE}-004." in main(page)
        page.context.close()

    resolver = counting.page("resolver-1", "resolver", form("differences", STATION), scripts=False)
    resolver.get_by_role("button", name="Decide").click()
    resolver.locator("[name=signed_members]").fill("7")
    resolver.get_by_label("Reason").fill("Seven signatures on the paper.")
    resolver.get_by_role("button", name="Decide").click()
    assert f"Done: station {VILLAGE}-004." in main(resolver)

    supervisor = counting.page("supervisor-1", "supervisor", "/held", scripts=False)
    supervisor.get_by_role("link", name=re.compile("PPWP Citta station 4 ")).click()
    assert "do not add up" in main(supervisor) and "A07" in main(supervisor)
    supervisor.get_by_role("link", name="Valid votes", exact=True).click()
    assert supervisor.get_by_role("rowheader", name="Valid votes", exact=True).evaluate("e => e.matches(':target')")
    block = supervisor.locator("section", has=supervisor.get_by_role("heading", name="Accept it as it is"))
    block.get_by_role("button").click()
    assert "Write 1–500 bytes." in main(supervisor), "not without a reason"
    block.get_by_label("Reason").fill("So it stands on the paper.")
    block.get_by_role("button").click()
    assert f"Done: station {VILLAGE}-004." in main(supervisor)
    supervisor.goto(counting.desk(form("held", STATION)))
    assert "Accepted, and counted." in main(supervisor)
    for page in (resolver, supervisor):
        page.context.close()
