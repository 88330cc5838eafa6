"""Takes pictures of pages, to be looked at: .venv/bin/python Tests/Browser/look.py ADDRESS FOLDER [PATH …]"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

address, folder, *paths = sys.argv[1:]
Path(folder).mkdir(parents=True, exist_ok=True)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
    )
    for name, options in {
        "desk": {"viewport": {"width": 1200, "height": 900}},
        "phone": {"viewport": {"width": 360, "height": 740}},
        "dark": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "dark"},
    }.items():
        page = browser.new_context(**options).new_page()
        for path in paths or ["/"]:
            page.goto(address + path)
            page.screenshot(path=f"{folder}/{name}{path.replace('/', '_')}.png", full_page=True)
    browser.close()
