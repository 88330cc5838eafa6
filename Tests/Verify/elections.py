"""Election folders thrown with dice: forms with gaps, re-votes in either reading, stations without a ballot, totals
without forms, districts whose last seats are tied."""

import csv

VERSIONS = ["", "pss", "psl", "hitung-susulan", "psu", "pssu", "psu-2", "pssu-2"]
SEXES = ["male", "female", "total"]


def rehearsable(path):
    """A folder to be rehearsed whole: three subdistricts of two villages with two stations each, a pair's ballot and
    two of parties, whose candidates stand in two districts; nothing was counted yet but one total."""
    path.mkdir(parents=True)
    files = {}

    def write(file, header, rows):
        files[file] = None
        with open(path / file, "w", newline="") as output:
            csv.writer(output, lineterminator="\n").writerows([header, *rows])

    subdistricts = [f"73.12.0{number}" for number in (1, 2, 3)]
    villages = [f"{code}.{number}" for code in subdistricts for number in (2001, 2002)]
    write("regions.csv", ["code", "name", "kind"], [
        ["73.12", "Kecil", "kabupaten"], *([code, f"Kec {code[-1]}", "kecamatan"] for code in subdistricts),
        *([code, f"Desa {code[-7:]}", "desa"] for code in villages)])
    write("stations.csv", ["village", "station", "electorate_male", "electorate_female"],
          [[village, number, 100 + number, 110] for village in villages for number in (1, 2)])
    for file, numbers in (("pairs.csv", (1, 2)), ("parties.csv", (1, 2, 4))):
        write(file, ["number", "name", "short_name", "colour"],
              [[number, f"Peserta {number}", f"P{number}", "#112233"] for number in numbers])
        votes = [f"votes_{number}" for number in numbers]
        write(f"total-{file}", ["region", "stations", "stations_blank", *votes], [[villages[0], "", "", *numbers]])
    write("districts.csv", ["number", "name", "seats", "regions"],
          [[1, "Satu", 4, "73.12.01 73.12.02"], [2, "Dua", 3, "73.12.03"]])
    write("candidates.csv", ["district", "party", "number", "name"],
          [[district, party, number, f"N{district}.{party}.{number}"]
           for district in (1, 2) for party in (1, 2, 4) for number in range(1, 3 + district)])
    natures = "".join(f"  {file}: {{ nature: {nature(file)}, source: {{ id: X, en: X }} }}\n" for file in files)
    (path / "election.yaml").write_text(f"""format: 1
name: {{ id: Kecil, en: Small }}
date: 2019-04-17
law: pemilu2019
place: "73.12"
regions: regions.csv
stations: stations.csv
ballots:
  - {{ ballot: PPWP, contestants: pairs.csv, reported: total-pairs.csv }}
  - {{ ballot: DPRD_PROV, contestants: parties.csv, reported: total-parties.csv }}
  - ballot: DPRD_KABKO
    contestants: parties.csv
    candidates: candidates.csv
    districts: districts.csv
    reported: total-parties.csv
files:
{natures}""")
    return path


def determinable(path):
    """A council whose certificates are there: two districts of three and two seats. In the first, candidates 1 and 2 of
    party 2 are equal for its seat; in the second, of a subdistrict and a village, the last seat is tied."""
    path.mkdir(parents=True)
    files = []

    def write(file, header, rows):
        files.append(file)
        with open(path / file, "w", newline="") as output:
            csv.writer(output, lineterminator="\n").writerows([header, *rows])

    villages = ["73.12.01.2001", "73.12.01.2002", "73.12.02.2001", "73.12.03.2001"]
    subdistricts = sorted({village[:8] for village in villages})
    write("regions.csv", ["code", "name", "kind"], [
        ["73.12", "Kecil", "kabupaten"], *([code, f"Kec {code[-1]}", "kecamatan"] for code in subdistricts),
        *([code, f"Desa {code[-7:]}", "desa"] for code in villages)])
    write("stations.csv", ["village", "station", "electorate_male", "electorate_female"],
          [[village, 1, 100, 110] for village in villages])
    write("parties.csv", ["number", "name", "short_name", "colour"],
          [[number, f"Peserta {number}", f"P{number}", "#112233"] for number in (1, 2, 4)])
    write("districts.csv", ["number", "name", "seats", "regions"],
          [[1, "Satu", 3, "73.12.01"], [2, "Dua", 2, "73.12.02 73.12.03.2001"]])
    # Of each party its own votes and those of its candidates, at a station of each district: there are two of both.
    votes = {1: {1: [5, 15, 20, 5, 0], 2: [3, 10, 10, 2], 4: [0, 5]}, 2: {1: [2, 10, 3, 0], 2: [0, 5], 4: [1, 0, 4]}}
    write("candidates.csv", ["district", "party", "number", "name"], [
        [district, party, number, f"N{district}.{party}.{number}"] for district, lists in votes.items()
        for party, figures in lists.items() for number in range(1, len(figures))])
    most = {party: max(len(lists[party]) for lists in votes.values()) for party in (1, 2, 4)}
    header = [column for party in most for column in (
        f"party_{party}", *(f"candidate_{party}_{number}" for number in range(1, most[party])), f"votes_{party}")]

    def row(lists, times):
        figures = [[*(times * figure for figure in lists[party]), *[""] * (most[party] - len(lists[party])),
                    times * sum(lists[party])] for party in most]
        total = sum(cells[-1] for cells in figures)
        return [cell for cells in figures for cell in cells] + [total, 0, total]

    header += ["valid", "invalid", "total"]
    write("forms.csv", ["village", "station", *header],
          [[village, 1, *row(votes[1 if village[:8] == "73.12.01" else 2], 1)] for village in villages])
    both = {party: [sum(cells) for cells in zip(*(lists[party] + [0] * (most[party] - len(lists[party]))
                                                  for lists in votes.values()))] for party in most}
    places = [("73.12", row(both, 2)), ("73.12.01", row(votes[1], 2)), *((code, row(votes[2], 1)) for code in (
        "73.12.02", "73.12.03", "73.12.03.2001"))]
    write("certified.csv", ["region", "station", *header], [[code, "", *cells] for code, cells in places])
    natures = "".join(f"  {file}: {{ nature: simulated, source: {{ id: X, en: X }} }}\n" for file in files)
    (path / "election.yaml").write_text(f"""format: 1
name: {{ id: Kecil, en: Small }}
date: 2019-04-17
law: pemilu2019
place: "73.12"
regions: regions.csv
stations: stations.csv
decisions: [{{ rule: exhausted-list, reading: neighbouring-district, basis: {{ id: X, en: X }} }}]
ballots:
  - ballot: DPRD_KABKO
    contestants: parties.csv
    candidates: candidates.csv
    districts: districts.csv
    readings: [{{ id: one, name: {{ id: S, en: O }}, file: forms.csv }}]
    certified: certified.csv
files:
{natures}""")
    return path


def nature(file):
    return "roll" if file == "stations.csv" else "reported" if file.startswith("total") else "register"


class Folder:
    """A small election under one of the laws that divide seats: by Sainte-Laguë (2019) or by Hare (2014)."""

    # What was decided on rules that the law leaves open.
    decisions = ""

    def __init__(self, path, dice):
        path.mkdir(parents=True)
        self.path, self.dice, self.files = path, dice, {}
        self.law = dice.choice(["pemilu2014", "pemilu2019", "pemilu2024"])
        self.rolls = ["dpt", "dptb", "dpk"] + (["added"] if self.law == "pemilu2014" else [])
        self.gaps = dice.choice([0, 0.02, 0.3])
        self.most = dice.choice([3, 12, 300])
        single = "DPD" if self.law == "pemilu2014" else "PPWP"
        self.register([single, "DPRD_PROV", "DPRD_KABKO"])
        self.ballots = [self.people(single), self.reported("DPRD_PROV"), self.council("DPRD_KABKO")]
        self.describe()

    def chance(self, share):
        return self.dice.random() < share

    def figure(self, most=None):
        """A small number, or nothing."""
        return "" if self.chance(self.gaps) else self.dice.randint(0, self.most if most is None else most)

    def register(self, ballots):
        self.subdistricts = [f"73.12.{number:02}" for number in self.dice.sample(range(1, 20), self.dice.randint(1, 4))]
        self.villages = [f"{code}.{number}" for code in self.subdistricts
                         for number in range(2001, 2001 + self.dice.randint(1, 4))]
        above = [["73", "S", "provinsi"]] if self.chance(0.7) else []
        self.write("regions.csv", ["code", "name", "kind"], [
            *above, ["73.12", "K", "kabupaten"], *([code, f"C{code[-2:]}", "kecamatan"] for code in self.subdistricts),
            *([code, f"D{code[-7:]}", self.dice.choice(["desa", "kelurahan"])] for code in self.villages),
        ])
        self.stations = {}
        for village in self.villages:
            for number in [*range(1, self.dice.randint(1, 5)), *([901] if self.chance(0.2) else [])]:
                some = self.dice.sample(ballots, min(len(ballots), self.dice.randint(1, 2))) if self.chance(0.2) else ballots
                self.stations[village, number] = some
        # A file of forms needs one.
        self.stations[self.villages[0], 1] = ballots
        self.write("stations.csv", ["village", "station", "electorate_male", "electorate_female", "ballots"], [
            [*station, self.figure(200), self.figure(200), " ".join(some) if some != ballots else ""]
            for station, some in self.stations.items()
        ])

    def contestants(self, file, most):
        numbers = sorted(self.dice.sample(range(1, 25), self.dice.randint(1, most)))
        self.write(file, ["number", "name", "short_name", "colour"],
                   [[number, f"Peserta \"{number}\" — é", f"P{number}", "#112233"] for number in numbers])
        return numbers

    def forms(self, file, ballot, votes, versions=True):
        rows = [f"{part}_{roll}" for part in ("electorate", "voters") for roll in [*self.rolls, "all"]]
        rows += ["disabled", "disabled_voters"]
        more = [f"{row}_{sex}" for row in rows for sex in SEXES]
        more += ["papers_received", "papers_used", "papers_spoiled", "papers_unused"]
        more = [column for column in more if self.chance(0.5)] if self.chance(0.6) else []
        states = ["valid", "invalid", "total"]
        lines = []
        for station, ballots in self.stations.items():
            if ballot not in ballots:
                continue
            kinds = self.dice.sample(VERSIONS, self.dice.randint(0, 3)) if self.chance(0.4) else [""]
            for kind in kinds if versions else [""] * bool(kinds):
                cells = {column: self.figure() for column in [*more, *votes, *states]}
                total = sum(cells[column] or 0 for column in votes if column.startswith("votes_"))
                if self.chance(0.7):
                    cells["valid"] = total
                if any(cell != "" for cell in cells.values()):
                    lines.append([*station, *([kind] if versions else []), *cells.values()])
        columns = [*more, *votes, *states]
        lines = lines or [[self.villages[0], 1, *([""] if versions else []), *(1 for _ in columns)]]
        self.dice.shuffle(lines)
        self.write(file, ["village", "station", *(["version"] if versions else []), *columns], lines)

    def certified(self, file, numbers):
        places = [[code, ""] for code in [*self.subdistricts, *self.villages] if self.chance(0.5)]
        places += [[village, number] for village, number in self.stations if self.chance(0.1)]
        self.write(file, ["region", "station", *(f"votes_{number}" for number in numbers)],
                   [[*place, *(self.figure() for _ in numbers)] for place in places or [["73.12", ""]]])

    def people(self, ballot):
        numbers = self.contestants("people.csv", 4)
        readings = [f"reading-{place}.csv" for place in range(self.dice.randint(1, 3))]
        for file in readings:
            self.forms(file, ballot, [f"votes_{number}" for number in numbers])
        self.certified("certified.csv", numbers)
        names = "".join(f"      - {{ id: r{place}, name: {{ id: R, en: R }}, file: {file} }}\n"
                        for place, file in enumerate(readings))
        return f"  - ballot: {ballot}\n    contestants: people.csv\n    readings:\n{names}    certified: certified.csv\n"

    def totals(self, file, ballot, numbers):
        """Totals of villages or of whole subdistricts, none inside another."""
        codes = []
        for code in self.subdistricts:
            below = [village for village in self.villages if village.startswith(code)]
            codes += [code] if self.chance(0.3) else [village for village in below if self.chance(0.8)]
        self.dice.shuffle(codes)
        rows = []
        for code in codes or self.villages[:1]:
            known = sum(village.startswith(code) and ballot in some for (village, _), some in self.stations.items())
            rows.append([code, self.dice.choice(["", known]), self.dice.choice(["", self.dice.randint(0, known)]),
                         *(self.figure() for _ in numbers)])
        self.write(file, ["region", "stations", "stations_blank", *(f"votes_{number}" for number in numbers)], rows)

    def districts(self, file):
        """Districts that together are the regency."""
        codes, rows = list(self.subdistricts), []
        self.dice.shuffle(codes)
        while codes:
            some = [codes.pop() for _ in range(self.dice.randint(1, len(codes)))]
            rows.append([len(rows) + 1, f"Dapil {len(rows) + 1}", self.dice.randint(0, 9), " ".join(some)])
        self.write(file, ["number", "name", "seats", "regions"], rows)
        return [row[0] for row in rows]

    def reported(self, ballot):
        numbers = self.contestants("parties.csv", 8)
        self.totals("totals.csv", ballot, numbers)
        text = f"  - ballot: {ballot}\n    contestants: parties.csv\n    reported: totals.csv\n"
        if self.chance(0.7):
            self.districts("province-districts.csv")
            text += "    districts: province-districts.csv\n"
        return text

    def council(self, ballot):
        self.parties = numbers = self.contestants("council.csv", 6)
        districts = self.districts("districts.csv")
        text = f"  - ballot: {ballot}\n    contestants: council.csv\n    districts: districts.csv\n"
        lists = [[district, party, number, f"N{district}.{party}.{number}"] for district in districts
                 for party in numbers for number in range(1, 4) if self.chance(0.8)]
        votes = [f"votes_{number}" for number in numbers]
        if self.chance(0.7):
            if lists and self.chance(0.6):
                self.write("candidates.csv", ["district", "party", "number", "name"], lists)
                text += "    candidates: candidates.csv\n"
                votes += [f"party_{number}" for number in numbers]
                votes += [f"candidate_{number}_{place}" for number in numbers for place in range(1, 4)]
            self.forms("council-forms.csv", ballot, votes)
            text += "    readings: [{ id: one, name: { id: S, en: O }, file: council-forms.csv }]\n"
            self.certified("council-certified.csv", numbers)
            text += "    certified: council-certified.csv\n"
        else:
            self.totals("council-totals.csv", ballot, numbers)
            text += "    reported: council-totals.csv\n"
        if self.chance(0.3):
            self.write("determined.csv", ["number", "seats"], [[number, self.dice.randint(0, 3)] for number in numbers])
            text += "    determined: determined.csv\n"
        return text

    def decide(self, ties):
        """Writes decisions on ties: district, contestant, seats."""
        self.write("ties.csv", ["district", "number", "seats", "basis"], [[*row, "Berita acara"] for row in ties])
        self.ballots[-1] += "    ties: ties.csv\n"
        self.describe()

    def write(self, file, header, lines):
        self.files[file] = "simulated"
        with open(self.path / file, "w", newline="") as output:
            csv.writer(output, lineterminator="\n").writerows([header, *lines])

    def describe(self):
        files = "".join(f'  {file}: {{ nature: simulated, source: {{ id: X, en: X }} }}\n' for file in self.files)
        (self.path / "election.yaml").write_text(
            "format: 1\nname: { id: Kecil, en: Small }\ndate: 2019-04-17\n"
            f"law: {self.law}\nplace: \"73.12\"\nregions: regions.csv\nstations: stations.csv\n"
            f"{self.decisions}ballots:\n{''.join(self.ballots)}files:\n{files}")


class Regional(Folder):
    """A small election of a regent: several pairs, or a single one against the blank column."""

    def __init__(self, path, dice):
        path.mkdir(parents=True)
        self.path, self.dice, self.files = path, dice, {}
        self.law = dice.choice(["pilkada2015", "pilkada2020", "pilkada2024"])
        self.rolls = ["dpt", "dptb", "dpk"] + (["added"] if self.law == "pilkada2015" else [])
        self.gaps, self.most = dice.choice([0, 0.02]), dice.choice([1, 3, 300])
        self.register(["PILBUP"])
        numbers = sorted(dice.sample(range(1, 9), dice.randint(1, 4)))
        is_single = len(numbers) == 2 and self.chance(0.5)
        self.write("pairs.csv", ["number", "name", "short_name", "colour", "kind"], [
            [number, f"Pasangan {number}", f"P{number}", "#112233", "blank" if is_single and place else "pair"]
            for place, number in enumerate(numbers)])
        self.forms("forms.csv", "PILBUP", [f"votes_{number}" for number in numbers])
        self.ballots = ["  - ballot: PILBUP\n    contestants: pairs.csv\n"
                        "    readings: [{ id: one, name: { id: S, en: O }, file: forms.csv }]\n"]
        measure = dice.choice(["", "areas", "evenness"])
        self.decisions = f"decisions: [{{ rule: even-spread, reading: {measure}, basis: {{ id: X, en: X }} }}]\n" if measure else ""
        self.describe()
