"""A rehearsed election whose papers are made, and how they are asked for."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Verify"))
from elections import rehearsable  # noqa: E402

PLENO = ROOT / ".build/debug/pleno"
MARK = "LATIHAN – BUKAN HASIL PEMILU"


def run(*words, **env):
    return subprocess.run([PLENO, *map(str, words)], capture_output=True, text=True,
                          env={**os.environ, "PLENO_LANG": "en", "PLENO_PYTHON": sys.executable, **env})


def rehearse(place):
    """A whole election, played into an office below a place."""
    played = run("rehearse", place / "office", "--from", rehearsable(place / "folder"), "--whole", "--seed", "3")
    assert played.returncode == 0, played.stderr
    return place / "office"
