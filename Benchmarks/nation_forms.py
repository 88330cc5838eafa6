"""Writes the office's reading of the nation's presidential forms as a file of an election folder."""

import csv
import gzip
import sys
from pathlib import Path

COUNTS = ["office_01", "office_02", "office_valid", "office_invalid", "office_total"]


def station_codes(data):
    """A code of the election folder's form for every village: the source's own ids are not the register's.

    Provinces from 11 on, at most 99 regencies each: the cities abroad fill two.
    """
    with gzip.open(data / "units.csv.gz", "rt") as file:
        below = {}
        for unit in csv.DictReader(file):
            below.setdefault(unit["parent_id"], []).append(unit["id"])
    codes, province = {}, 10
    for unit in below["0"]:
        regencies = below.get(unit, [])
        for start in range(0, len(regencies), 99):
            province += 1
            for a, regency in enumerate(regencies[start : start + 99], 1):
                for b, subdistrict in enumerate(below.get(regency, []), 1):
                    for c, village in enumerate(below.get(subdistrict, []), 1001):
                        codes[village] = f"{province:02}.{a:02}.{b:02}.{c:04}"
    return codes


def main(data, path):
    codes = station_codes(data)
    rows = []
    with gzip.open(data / "president-stations.csv.gz", "rt") as file:
        for row in csv.DictReader(file):
            code, station = codes[row["village_id"]], int(row["station"])
            if station > 999:  # Abroad; a village of the register has fewer, so that it gets a second code.
                code, station = f"{code[:9]}{9000 + int(code[9:]) % 1000 - 1 + station // 1000 * 100}", station % 999 + 1
            rows.append((code, station, *(row[column] for column in COUNTS)))
    rows.sort(key=lambda row: row[:2])
    with gzip.open(path, "wt", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["village", "station", "votes_1", "votes_2", "valid", "invalid", "total"])
        writer.writerows(rows)


main(Path(sys.argv[1]), Path(sys.argv[2]))
