"""The queries behind the findings, asked of DuckDB: a program we did not write must find the same forms."""

import csv
import json
import os
import random
import subprocess
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
PLENO = Path(os.environ.get("PLENO", ROOT / ".build/debug/pleno"))
SEED = int(os.environ.get("PLENO_SEED", random.randrange(1_000_000_000)))
ROUNDS = 3 * int(os.environ.get("PLENO_ROUNDS", 1))

SEXES = ["male", "female", "total"]
ROWS = [f"{part}_{roll}" for part in ("electorate", "voters") for roll in ("dpt", "dptb", "dpk", "all")]
ROWS += ["disabled", "disabled_voters"]
PAPERS = ["papers_received", "papers_used", "papers_spoiled", "papers_unused"]
STATIONS = [(f"73.12.0{1 + place // 20}.1001", 1 + place % 20) for place in range(40)]

DESCRIPTION = """
format: 1
name: { id: Kecil, en: Small }
date: 2019-04-17
law: pemilu2019
place: "73.12"
regions: regions.csv
stations: stations.csv
ballots:
  - ballot: PPWP
    contestants: pairs.csv
    readings:
      - { id: office, name: { id: K, en: O }, file: president.csv }
      - { id: second, name: { id: D, en: S }, file: second.csv }
    certified: certified.csv
  - ballot: DPR
    contestants: parties.csv
    readings: [{ id: office, name: { id: K, en: O }, file: house.csv }]
  - ballot: DPRD_KABKO
    contestants: parties.csv
    districts: districts.csv
    candidates: candidates.csv
    readings: [{ id: office, name: { id: K, en: O }, file: "the council's forms.csv" }]
    certified: council-certified.csv
files:
"""

NATURES = {
    "regions.csv": "register",
    "stations.csv": "simulated",
    "pairs.csv": "register",
    "president.csv": "simulated",
    "second.csv": "simulated",
    "certified.csv": "simulated",
    "parties.csv": "register",
    "house.csv": "simulated",
    "districts.csv": "register",
    "candidates.csv": "register",
    "the council's forms.csv": "simulated",
    "council-certified.csv": "simulated",
}


class Folder:
    """An election folder whose forms are thrown with dice: few of them add up, and every check is asked."""

    def __init__(self, path, dice):
        self.path = path
        self.dice = dice
        self.write("regions.csv", ["code", "name", "kind"], [
            ["73", "S", "provinsi"], ["73.12", "K", "kabupaten"], ["73.12.01", "U", "kecamatan"],
            ["73.12.01.1001", "UA", "desa"], ["73.12.02", "T", "kecamatan"], ["73.12.02.1001", "TA", "desa"],
        ])
        self.write("stations.csv", ["village", "station", "electorate_male", "electorate_female"], [
            [*station, self.figure(2), self.figure(2)] for station in STATIONS
        ])
        self.write("pairs.csv", ["number", "name", "short_name", "colour"], [
            [number, f"P{number}", f"P{number}", "#112233"] for number in (1, 2)
        ])
        self.write("parties.csv", ["number", "name", "short_name", "colour"], [
            [number, f"P{number}", f"P{number}", "#112233"] for number in (1, 4)
        ])
        self.write("districts.csv", ["number", "name", "seats", "regions"], [
            [1, "D1", 3, "73.12.01"], [2, "D2", 3, "73.12.02"],
        ])
        self.write("candidates.csv", ["district", "party", "number", "name"], [
            [1, 1, 1, "A"], [1, 1, 2, "B"], [1, 4, 1, "C"], [2, 1, 1, "E"], [2, 4, 1, "F"], [2, 4, 3, "G"],
        ])
        self.forms("president.csv", ["votes_1", "votes_2"], versions=True)
        self.forms("second.csv", ["votes_1", "votes_2"], versions=True)
        self.forms("house.csv", ["votes_1", "votes_4"], versions=False)
        own = ["votes_1", "party_1", "candidate_1_1", "candidate_1_2", "votes_4", "party_4"]
        own += ["candidate_4_1", "candidate_4_3", "candidate_4_9"]
        self.forms("the council's forms.csv", own, versions=dice.random() < 0.5)
        for file, votes in (("certified.csv", ["votes_1", "votes_2"]),
                            ("council-certified.csv", ["votes_1", "votes_4"])):
            self.write(file, ["region", "station", *votes], [
                [*station, self.figure(), self.figure()] for station in STATIONS if dice.random() < 0.7
            ] + [["73.12", "", 5, 6]])
        text = DESCRIPTION + "".join(
            f'  "{file}": {{ nature: {nature}, source: {{ id: X, en: X }} }}\n' for file, nature in NATURES.items()
        )
        (path / "election.yaml").write_text(text)

    def figure(self, most=3):
        """A small number, now and then a large one, and often none."""
        if self.dice.random() < self.gaps:
            return ""
        return self.dice.choice([self.dice.randint(0, most), self.dice.choice([20, 50, 51, 100, 301])])

    gaps = 0.3

    def forms(self, file, votes, versions):
        columns = [f"{row}_{sex}" for row in ROWS for sex in SEXES] + PAPERS + votes
        columns += ["valid", "invalid", "total"]
        # Some columns are there and nobody filled them in, in any form.
        idle = {column for column in columns if self.dice.random() < 0.05}
        lines = []
        for station in STATIONS:
            kinds = ["", "psu"] if versions and self.dice.random() < 0.3 else [""]
            for kind in kinds:
                if self.dice.random() < 0.1:
                    continue
                cells = ["" if column in idle else self.figure() for column in columns]
                lines.append([*station, *([kind] if versions else []), *cells])
        self.write(file, ["village", "station", *(["version"] if versions else []), *columns], lines)

    def write(self, file, header, lines):
        with open(self.path / file, "w", newline="") as output:
            csv.writer(output, lineterminator="\n").writerows([header, *lines])


def pleno(*arguments):
    answer = subprocess.run([PLENO, *arguments, "--format", "json"], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def asked(folder, query):
    """The forms a query selects: village, station, version."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        rows = duckdb.sql(query).fetchall()
    finally:
        os.chdir(before)
    return {(row[0], int(row[1]), (row[2] if len(row) > 2 else None) or "reguler") for row in rows}


def readings(folder):
    """The file of every reading, by ballot and name."""
    if folder == ROOT / "Examples/soppeng-2019":
        return {("PPWP", "office"): "ppwp/readings-office.csv", ("PPWP", "second"): "ppwp/readings-second.csv"}
    return {
        ("PPWP", "office"): "president.csv",
        ("PPWP", "second"): "second.csv",
        ("DPR", "office"): "house.csv",
        ("DPRD_KABKO", "office"): "the council's forms.csv",
    }


def compare(folder):
    files = readings(folder)
    found = {}
    for row in pleno("check", folder):
        # Twins and outliers are no formulas; slips are a part of P07 that no line of SQL can ask.
        if row["reading"] and row["station"] is not None and row["rule"] not in ("P08", "P09"):
            form = (row["region"], row["station"], row["version"])
            found.setdefault((row["rule"], files[row["ballot"], row["reading"]]), set()).add(form)
    queries = pleno("check", folder, "--queries")
    for query in queries:
        forms = asked(folder, query["query"])
        key = (query["rule"], query["file"])
        assert len(forms) == query["forms"], f"{key}: {query['query']}"
        if query["rule"] != "P07":
            assert forms == found[key], f"{key}: {query['query']}"
    missing = {rule for rule, _ in found} - {query["rule"] for query in queries} - {"P07"}
    assert not missing, f"no query for {missing}"
    return queries


def test_example():
    queries = compare(ROOT / "Examples/soppeng-2019")
    assert {query["rule"] for query in queries} >= {"A07", "A08", "P01", "P04", "P05"}


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_random_folders(tmp_path, turn):
    print(f"Random input of this run: PLENO_SEED={SEED}")
    Folder.gaps = [0.3, 0.6, 0.1][turn % 3]
    Folder(tmp_path, random.Random(SEED + turn))
    queries = compare(tmp_path)
    # A folder on which hardly a check fails would prove nothing.
    assert len({query["rule"] for query in queries}) >= 15
