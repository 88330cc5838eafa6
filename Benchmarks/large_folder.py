"""Writes an election folder as large as the largest regency: simulated figures that add up."""

import random
from pathlib import Path

PARTIES, CANDIDATES, STATIONS = 10, 18, 50


def write(folder, villages):
    folder, dice = Path(folder), random.Random(5)
    folder.mkdir()
    codes = [f"73.12.{place // 10 + 1:02}.{1001 + place % 10}" for place in range(villages)]
    regions = ["73,P,provinsi,", "73.12,K,kabupaten,"]
    regions += [f"{code},{code},kecamatan," for code in sorted({code[:8] for code in codes})]
    table(folder / "regions.csv", "code,name,kind,aliases", regions + [f"{code},{code},kelurahan," for code in codes])
    stations = [(code, number) for code in codes for number in range(1, STATIONS + 1)]
    table(folder / "stations.csv", "village,station,electorate_male,electorate_female",
          [f"{code},{number},150,150" for code, number in stations])
    ballots, files = "", {"regions.csv": "register", "stations.csv": "roll"}
    for ballot in ("PPWP", "DPR", "DPRD_PROV", "DPRD_KABKO"):
        parties = 2 if ballot == "PPWP" else PARTIES
        names = range(1, parties + 1)
        table(folder / f"{ballot}-contestants.csv", "number,name,short_name,colour",
              [f"{name},Party {name},P{name},#112233" for name in names])
        fields = [f"votes_{name}" for name in names]
        if ballot != "PPWP":
            fields = [field for name in names for field in (
                f"votes_{name}", f"party_{name}", *(f"candidate_{name}_{place + 1}" for place in range(CANDIDATES)))]
        forms = [form(code, number, ballot, parties, dice) for code, number in stations]
        table(folder / f"{ballot}-forms.csv", f"village,station,{','.join(fields)},valid,invalid,total", forms)
        table(folder / f"{ballot}-certified.csv", "region," + ",".join(f"votes_{name}" for name in names),
              ["73.12," + ",".join("1" for _ in names)])
        files |= {f"{ballot}-{kind}.csv": nature for kind, nature in (
            ("contestants", "register"), ("forms", "simulated"), ("certified", "simulated"))}
        ballots += (f"  - ballot: {ballot}\n    contestants: {ballot}-contestants.csv\n    readings:\n"
                    f"      - {{ id: office, name: {{ id: Kantor, en: Office }}, file: {ballot}-forms.csv }}\n"
                    f"    certified: {ballot}-certified.csv\n")
    (folder / "election.yaml").write_text(
        "format: 1\nname: { id: Besar, en: Large }\ndate: 2019-04-17\nlaw: pemilu2019\nplace: \"73.12\"\n"
        f"regions: regions.csv\nstations: stations.csv\nballots:\n{ballots}files:\n"
        + "".join(f"  {name}: {{ nature: {nature}, source: {{ id: uji, en: test }} }}\n"
                  for name, nature in files.items()))


def form(code, number, ballot, parties, dice):
    figures, valid, invalid = [], 0, dice.randint(0, 9)
    for _ in range(parties):
        candidates = [] if ballot == "PPWP" else [dice.choice((0, 0, 0, 1, 2, 5)) for _ in range(CANDIDATES)]
        party = dice.randint(0, 8) if candidates else dice.randint(50, 120)
        figures += [party + sum(candidates), party, *candidates] if candidates else [party]
        valid += party + sum(candidates)
    return f"{code},{number},{','.join(map(str, figures))},{valid},{invalid},{valid + invalid}"


def table(path, head, rows):
    path.write_text("\n".join([head, *rows]) + "\n")
