"""The script that draws an audit's sample beside the program: the same forms, the same bounds."""

import csv
import io
import os
import random
import re
import subprocess
import sys

import pytest
from forgery import ROOT, pleno

SEED = int(os.environ.get("PLENO_SEED", random.randrange(1_000_000_000)))
SCRIPT = ROOT / "verify/audit_sample.py"
EXAMPLE = str(ROOT / "Examples/soppeng-2019")


def script(*words):
    return subprocess.run([sys.executable, SCRIPT, *map(str, words)], capture_output=True, text=True)


@pytest.fixture(scope="session")
def manifest(tmp_path_factory):
    path = tmp_path_factory.mktemp("audit") / "manifest.txt"
    path.write_text(pleno("audit", "manifest", EXAMPLE, "--ballots", "PPWP"))
    return path


def test_manifest_holds_every_station_once(manifest):
    lines = manifest.read_text().splitlines()
    assert len(lines) == len(set(lines)) == 783
    assert lines[0].startswith("PPWP 73.12.")


@pytest.mark.parametrize("turn", range(3))
def test_draws_what_the_program_draws(manifest, turn):
    print(f"Random input of this run: PLENO_SEED={SEED}")
    dice = random.Random(SEED + turn)
    seed = "".join(dice.choice("0123456789") for _ in range(dice.randint(20, 60)))
    size = dice.randint(1, 90)
    words = ["audit", "sample", EXAMPLE, "--ballots", "PPWP", "--seed", seed, "--size", str(size)]
    rows = list(csv.DictReader(io.StringIO(pleno(*words, "--format", "csv"))))
    ours = [
        f"{row['draw']} {row['ballot']} {row['village']}-{int(row['station']):03} {row['version']} {row['ticket']}"
        for row in rows
    ]
    theirs = script(manifest, seed, size).stdout.splitlines()
    assert ours == theirs[1:] and len(ours) == size
    table = pleno(*words)
    assert re.search("SHA-256 of the manifest: ([0-9a-f]{64})", table)[1] in theirs[0]
    for wrong, most in re.findall(r"^  (\d+) wrong: at most (\d+) of all 783 forms", table, re.M):
        said = script(manifest, seed, size, "--wrong", wrong).stdout.splitlines()[-1]
        assert said == f"at most {most} of all 783 forms are wrong"


@pytest.mark.parametrize("words, said", [
    (["12345", "10"], "20 to 200 digits"),
    (["1234567890123456789x", "10"], "20 to 200 digits"),
    (["12345678901234567890", "10", "--wrong", "11"], "expected 0 to 10"),
])
def test_refuses(manifest, words, said):
    answer = script(manifest, *words)
    assert answer.returncode == 2 and said in answer.stderr
