#!/usr/bin/env python3
"""Draw the forms of a sampled audit again, from the published manifest and the seed that was thrown.

    python3 audit_sample.py MANIFEST SEED SIZE [--wrong COUNT]

Nothing is needed but Python 3.9 or later; no line of Pleno runs here. Each line of the manifest has a ticket, the
SHA-256 of "SEED,LINE"; the lines with the smallest tickets are drawn. With --wrong: when so many of the forms drawn are
wrong, the most wrong ones that are believable among all, with 95 % confidence.
"""

import argparse
import sys
from fractions import Fraction
from hashlib import sha256
from math import comb
from pathlib import Path

RISK = Fraction(1, 20)


def draw(lines, seed, size):
    """The lines drawn with their tickets, the smallest ticket first."""
    return sorted((sha256(f"{seed},{line}".encode()).hexdigest(), line) for line in lines)[:size]


def most_wrong(forms, drawn, wrong):
    """The most wrong forms of which a sample still shows no more than `wrong` in one audit of twenty."""

    def chance(all_wrong):
        ways = sum(comb(all_wrong, found) * comb(forms - all_wrong, drawn - found) for found in range(wrong + 1))
        return Fraction(ways, comb(forms, drawn))

    low, high = wrong, forms - drawn + wrong + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if chance(middle) >= RISK else (low, middle)
    return low


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("manifest", help="the file of forms, a line each")
    words.add_argument("seed", help="the digits that were thrown")
    words.add_argument("size", type=int, help="how many forms are drawn")
    words.add_argument("--wrong", type=int, help="how many of them are wrong")
    asked = words.parse_args()
    seed = asked.seed.replace(" ", "")
    if not (seed.isascii() and seed.isdigit() and 20 <= len(seed) <= 200):
        words.error("the seed: expected 20 to 200 digits")
    content = Path(asked.manifest).read_bytes()
    lines = content.decode().splitlines()
    drawn = draw(lines, seed, asked.size)
    print(f"manifest: {len(lines)} forms, SHA-256 {sha256(content).hexdigest()}")
    for place, (ticket, line) in enumerate(drawn, 1):
        print(place, line, ticket)
    if asked.wrong is not None:
        if not 0 <= asked.wrong <= len(drawn):
            words.error(f"--wrong: expected 0 to {len(drawn)}")
        print(f"at most {most_wrong(len(lines), len(drawn), asked.wrong)} of all {len(lines)} forms are wrong")


if __name__ == "__main__":
    sys.exit(main())
