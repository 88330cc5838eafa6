"""A real server on a free port and a real Chromium, shared by all tests of pages."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PLENO = Path(os.environ.get("PLENO", ROOT / ".build/debug/pleno"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of an office on the example election with its public record, served by the program itself.

    A cosigner that nobody answers for is asked, so that its row is on the page.
    """
    folder = tmp_path_factory.mktemp("office")
    office, keys, witness = (str(folder / name) for name in ("office", "keys", "witness"))
    key = subprocess.run(
        [PLENO, "witness", "new", witness, "--name", "example.org/newsroom"], check=True, capture_output=True, text=True
    ).stdout
    key = re.search(r"example\.org/newsroom\+\S+", key).group()
    (folder / "cosigners").write_text(f"witness newsroom {key} http://127.0.0.1:9\nquorum none\n")
    for words in (
        ["new", office, "--from", ROOT / "Examples/soppeng-2019"],
        ["keys", "new", keys, "--name", "example.org/soppeng"],
        ["keys", "announce", office, keys],
    ):
        subprocess.run([PLENO, *words], check=True, capture_output=True)
    server = subprocess.Popen(
        [PLENO, "serve", office, "--port", "0", "--keys", keys, "--cosigners", folder / "cosigners"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        line = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert address, f"the server said {line!r}"
        yield address.group()
    finally:
        server.terminate()
        assert server.wait(timeout=20) == 0, "a server asked to stop stops cleanly"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, site):
    """Opens a path of the site as one kind of visitor; fails on anything the browser complains of."""
    contexts = []
    complaints = []

    def open_page(path, *, width=1280, height=900, dark=False, scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        page.on("response", lambda response: complaints.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
        response = page.goto(site + path)
        assert response.status == 200
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def counting(browser, tmp_path_factory):
    """An office that counts a presidential ballot and one of long lists, with nothing typed yet."""
    from counting import Office  # Not before this file is read: it asks for what stands above.

    office = Office(browser, tmp_path_factory.mktemp("counting"))
    yield office
    office.stop()
