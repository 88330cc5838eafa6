"""Signing in and people: from the link on the console to letters, as people do it, without scripts too."""

import base64
import hashlib
import hmac
import os
import re
import struct
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PLENO, ROOT

PASSWORD = "kuda putih minum di tepi telaga"
SCREENS = [
    pytest.param(dict(width=1280), id="desk"),
    pytest.param(dict(width=360, height=740), id="phone"),
    pytest.param(dict(width=1280, dark=True), id="dark"),
]


def code(secret, ahead=0):
    """What an authenticator app shows (RFC 6238)."""
    step = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.digest(base64.b32decode(secret.replace(" ", "")), step, hashlib.sha1)
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """An office with nobody in it yet: its address, and the link that its console shows."""
    folder = tmp_path_factory.mktemp("desk")
    office, keys = str(folder / "office"), str(folder / "keys")
    for words in (
        ["new", office, "--from", ROOT / "Examples/soppeng-2019"],
        ["keys", "new", keys, "--name", "example.org/soppeng"],
        ["keys", "announce", office, keys],
    ):
        subprocess.run([PLENO, *words], check=True, capture_output=True)
    server = subprocess.Popen(
        [PLENO, "serve", office, "--port", "0", "--keys", keys],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PLENO_LANG": "en"},
    )
    try:
        lines = [server.stdout.readline() for _ in range(3)]
        address = re.search(r"http://127\.0\.0\.1:\d+", lines[0]).group()
        link = re.search(r"http://\S+/desk/first\?link=[0-9a-f]{64}", lines[2]).group()
        yield address, link
    finally:
        server.terminate()
        assert server.wait(timeout=20) == 0
        log = server.stderr.read()
        assert "link=" not in log and PASSWORD not in log, "no secret in the log"


def context(browser, width=1280, height=900, dark=False, scripts=True):
    return browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
    )


@pytest.fixture(scope="module")
def administrator(browser, served):
    """The first administrator, set up by the link: cookies, the app's secret, the recovery codes."""
    address, link = served
    visitor = context(browser, scripts=False)
    page = visitor.new_page()
    page.goto(link)
    page.get_by_label("Account").fill("admin-1")
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("Once more").fill("something else")
    page.get_by_role("button", name="Set up the account").click()
    assert "not the same" in page.locator("main").inner_text()
    assert page.get_by_label("Account").input_value() == "admin-1", "nothing is typed twice"
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("Once more").fill(PASSWORD)
    page.get_by_role("button", name="Set up the account").click()
    page.get_by_role("button", name="Begin").click()
    secret = page.locator(".secret code").inner_text()
    assert page.locator("svg.qr").bounding_box()["width"] > 150
    page.get_by_label("Six-digit code").fill(code(secret))
    page.get_by_role("button", name="Continue").click()
    recovery = page.locator(".codes code").all_inner_texts()
    assert len(recovery) == 10
    page.get_by_role("link", name="I have kept them").click()
    assert page.url == address + "/en/desk"
    cookies = visitor.cookies()
    assert [(c["httpOnly"], c["sameSite"]) for c in cookies] == [(True, "Strict")]
    page.goto(link)
    assert "does not count any more" in page.locator("main").inner_text()
    visitor.close()
    return dict(address=address, cookies=cookies, secret=secret, recovery=recovery)


def as_administrator(browser, administrator, **screen):
    visitor = context(browser, **screen)
    visitor.add_cookies(administrator["cookies"])
    return visitor


def invite(browser, administrator, name, role):
    """A new account; its letter's temporary password."""
    visitor = as_administrator(browser, administrator, scripts=False)
    page = visitor.new_page()
    page.goto(administrator["address"] + "/en/desk/people/new")
    page.get_by_label("Account").fill(name)
    page.get_by_label("Role").select_option(role)
    page.get_by_label("Basis").fill("SK 1/2029")
    page.get_by_role("button", name="Open the account").click()
    password = page.locator(".letter .password").inner_text()
    visitor.close()
    return password


@pytest.mark.parametrize("scripts", [True, False])
def test_a_temporary_password_leads_to_one_of_their_own_and_back(browser, administrator, scripts):
    name = f"desk-{int(scripts)}"
    temporary = invite(browser, administrator, name, "typist")
    visitor = context(browser, scripts=scripts)
    page = visitor.new_page()
    page.goto(administrator["address"] + "/en/desk/account")
    page.get_by_label("Account").fill(name)
    page.get_by_label("Password").fill("wrong wrong wrong")
    page.get_by_role("button", name="Sign in").click()
    assert "Name or password is wrong" in page.get_by_role("alert").inner_text()
    page.get_by_label("Password").fill(temporary)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Temporary password").fill(temporary)
    page.get_by_label("New password").fill("password2029")
    page.get_by_label("Once more").fill("password2029")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_label("New password").get_attribute("aria-invalid") == "true"
    page.get_by_label("Temporary password").fill(temporary)
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("Once more").fill(PASSWORD)
    page.get_by_role("button", name="Save").click()
    assert page.url == administrator["address"] + "/en/desk/account", "back to where they wanted"
    page.get_by_role("button", name="Sign out").click()
    page.goto(administrator["address"] + "/en/desk")
    assert page.url.endswith("/en/desk/sign-in")
    visitor.close()


def test_a_recovery_code_opens_once(browser, administrator):
    for attempt, opens in ((0, True), (1, False)):
        visitor = context(browser)
        page = visitor.new_page()
        page.goto(administrator["address"] + "/en/desk")
        page.get_by_label("Account").fill("admin-1")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_label("Code").fill(administrator["recovery"][0])
        page.get_by_role("button", name="Continue").click()
        assert page.url.endswith("/en/desk") == opens, attempt
        visitor.close()


def test_a_table_becomes_letters_one_to_a_sheet(browser, administrator, tmp_path):
    table = tmp_path / "people.csv"
    visitor = as_administrator(browser, administrator)
    page = visitor.new_page()
    page.goto(administrator["address"] + "/en/desk/people/invite")
    table.write_text("account,role,place,until,basis\nketik-1,typist,99,,SK 1\n")
    page.get_by_label("Table").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    row = page.locator("tbody tr").inner_text().split("\t")
    assert row[:2] == ["2", "place"]
    page.get_by_role("link", name="Hand in again").click()
    table.write_text("account,role,place,until,basis\nketik-1,typist,73.12,2999-01-31,SK 1\nketik-2,ppk,,,SK 2\n")
    page.get_by_label("Table").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Accept, and make the letters").click()
    assert page.locator(".letter").count() == 2
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert not page.get_by_text("Print this now").is_visible()
    assert page.locator(".letter").first.evaluate("e => getComputedStyle(e).breakAfter") == "page"
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf())
    assert len(sheets) == 2
    visitor.close()


OPEN = ["/desk/sign-in"]
INSIDE = [
    "/desk",
    "/desk/account",
    "/desk/account/tokens",
    "/desk/account/codes",
    "/desk/app",
    "/desk/new-password",
    "/desk/people",
    "/desk/people/new",
    "/desk/people/accounts/admin-1",
    "/desk/people/accounts/admin-1/mandate",
    "/desk/people/accounts/admin-1/reset",
    "/desk/people/accounts/admin-1/close",
    "/desk/people/accounts/admin-1/mandates/1",
    "/desk/people/invite",
    "/desk/people/divisions",
    "/desk/people/log",
]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", OPEN + INSIDE)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, administrator, path, screen):
    visitor = context(browser, **screen) if path in OPEN else as_administrator(browser, administrator, **screen)
    page = visitor.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    for language in ("", "/en"):
        assert page.goto(administrator["address"] + language + path).status == 200
        found = Axe().run(page)
        assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found.response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
    assert complaints == []
    if pictures := os.environ.get("PICTURES"):
        page.screenshot(path=f"{pictures}/{screen['width']}{screen.get('dark', '')}{path.replace('/', '_')}.png", full_page=True)
    visitor.close()
