"""An office at work for the tests of its counting: its server, its people, and forms that add up."""

import csv
import os
import re
import subprocess

from conftest import PLENO, ROOT
from test_desk import PASSWORD, code, context
from test_entry import sign_in

EXAMPLE = ROOT / "Examples/soppeng-2019"
VILLAGE = "73.12.08.2001"
# A council of three districts with ten seats each: so many candidates has every list.
DISTRICTS = [
    "1,Soppeng 1,10,73.12.03 73.12.04 73.12.07",
    "2,Soppeng 2,10,73.12.05 73.12.06",
    "3,Soppeng 3,10,73.12.01 73.12.02 73.12.08",
]
with open(EXAMPLE / "stations.csv") as file:
    ROLL = {
        int(row["station"]): (int(row["electorate_male"]), int(row["electorate_female"]))
        for row in csv.DictReader(file)
        if row["village"] == VILLAGE
    }
with open(EXAMPLE / "dprd-kabko/reported.csv") as file:
    REPORTED = next(row for row in csv.DictReader(file) if row["region"] == VILLAGE)
PARTIES = [int(name.removeprefix("votes_")) for name in REPORTED if name.startswith("votes_")]


def election(folder):
    """The example's president, and its council with the lists of candidates that the example lacks."""
    files = {
        "regions.csv": None,
        "stations.csv": None,
        "ppwp/contestants.csv": None,
        "ppwp/readings-office.csv": None,
        "dprd-kabko/contestants.csv": None,
        "dprd-kabko/reported.csv": None,
        "districts.csv": ["number,name,seats,regions", *DISTRICTS],
        "candidates.csv": ["district,party,number,name"]
        + [f"{d},{p},{n},Calon {d}-{p}-{n}" for d in (1, 2, 3) for p in PARTIES for n in range(1, 11)],
    }
    described = [
        "format: 1",
        "name: { id: Uji, en: Test }",
        "date: 2019-04-17",
        "law: pemilu2019",
        'place: "73.12"',
        "regions: regions.csv",
        "stations: stations.csv",
        "ballots:",
        "  - ballot: PPWP",
        "    contestants: ppwp/contestants.csv",
        "    readings: [{ id: office, name: { id: Situng, en: Situng }, file: ppwp/readings-office.csv }]",
        "  - ballot: DPRD_KABKO",
        "    contestants: dprd-kabko/contestants.csv",
        "    districts: districts.csv",
        "    candidates: candidates.csv",
        "    reported: dprd-kabko/reported.csv",
        "files:",
    ]
    for name, lines in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join(lines) + "\n" if lines else (EXAMPLE / name).read_text()
        (folder / name).write_text(text)
        described.append(f"  {name}: {{ nature: simulated, source: {{ id: Uji, en: Test }} }}")
    (folder / "election.yaml").write_text("\n".join(described) + "\n")
    return folder


class Office:
    """A server that can be killed, and people who stay signed in."""

    def __init__(self, browser, folder, election=election, opens_desks=True):
        self.browser, self.path, self.keys = browser, folder / "office", folder / "keys"
        self.cookies, self.secrets, self.port = {}, {}, "0"
        for words in (
            ["new", self.path, "--from", election(folder / "election")],
            ["keys", "new", self.keys, "--name", "example.org/soppeng"],
            ["keys", "announce", self.path, self.keys],
        ):
            subprocess.run([PLENO, *words], check=True, capture_output=True)
        lines = self.start(lines=3)
        self.administrator = self.set_up(re.search(r"http://\S+link=\S+", lines[2]).group())
        if opens_desks:
            page = self.page("supervisor-1", "supervisor", "/ballots")
            while (button := page.get_by_role("button", name="Open the counting desk")).count():
                button.first.click()
            page.context.close()

    def start(self, lines=1):
        self.server = subprocess.Popen(
            [PLENO, "serve", self.path, "--port", self.port, "--keys", self.keys],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"PLENO_LANG": "en"},
        )
        said = [self.server.stdout.readline() for _ in range(lines)]
        self.address = re.search(r"http://127\.0\.0\.1:\d+", said[0]).group()
        self.port = self.address.rpartition(":")[2]
        return said

    def kill(self):
        self.server.kill()
        self.server.wait()

    def stop(self):
        self.server.terminate()
        assert self.server.wait(timeout=20) == 0, "a server asked to stop stops cleanly"

    def set_up(self, link):
        page = context(self.browser, scripts=False).new_page()
        page.goto(link)
        page.get_by_label("Account").fill("admin-1")
        page.get_by_label("New password").fill(PASSWORD)
        page.get_by_label("Once more").fill(PASSWORD)
        page.get_by_role("button", name="Set up the account").click()
        page.get_by_role("button", name="Begin").click()
        page.get_by_label("Six-digit code").fill(code(page.locator(".secret code").inner_text()))
        page.get_by_role("button", name="Continue").click()
        cookies = page.context.cookies()
        page.context.close()
        return dict(address=self.address, cookies=cookies)

    def page(self, name, role, path="", **screen):
        """A page of somebody in a browser of their own; who is new is invited, and signs in without a script."""
        if name not in self.cookies:
            page = sign_in(self.browser, self.administrator, name, role, scripts=False)
            self.cookies[name] = page.context.cookies()
            page.context.close()
        visitor = context(self.browser, **screen)
        visitor.add_cookies(self.cookies[name])
        page = visitor.new_page()
        page.goto(self.desk(path))
        return page

    def desk(self, path):
        return f"{self.address}/en/desk{path}"

    def acts(self, kind, station):
        """The acts of a kind about a station's forms, as the journal tells them."""
        words = [PLENO, "journal", self.path, "--act", kind, "--format", "csv"]
        told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
        return [line for line in told.splitlines() if f"{VILLAGE}-{station:03}" in line]


def form(step, station, ballot="ppwp"):
    """The address of a station's form at a step of its way: typing, differences, held."""
    return f"/{step}/{ballot}/{VILLAGE}/{station}/reguler"


def paper(station, votes=None, **other):
    """What stands on a station's paper and adds up: the register's electorate, 40 of whom stayed at home."""
    men, women = ROLL[station]
    voters, received = men + women - 40, -(-(men + women) * 102 // 100)
    figures = {"papers_received": received, "papers_used": voters, "papers_unused": received - voters}
    for part, (male, female) in {"electorate": (men, women), "voters": (men - 20, women - 20)}.items():
        for roll in ("dpt", "all"):
            figures |= {f"{part}_{roll}_male": male, f"{part}_{roll}_female": female, f"{part}_{roll}_total": male + female}
    votes = votes or {"votes_1": voters - 90, "votes_2": 87}
    valid = sum(figure for name, figure in votes.items() if name.startswith("votes_"))
    figures |= votes | {"valid": valid, "invalid": voters - valid, "total": voters}
    return figures | {"signed_members": 7, "signed_witnesses": 2} | other
