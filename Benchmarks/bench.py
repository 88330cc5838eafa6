"""Prints how Pleno compares with its peers, measured in the same run; a goal in brackets is a floor."""

import csv
import gzip
import os
import random
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from pathlib import Path

import large_folder

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / ".build/release"
PAIRS = 7


def say(name, value, goal=""):
    print(f"{name:<62} {value:>22}  {goal}", flush=True)


def figures(*arguments):
    """What pleno-bench prints, as a list of words per line."""
    out = subprocess.run([BUILD / "pleno-bench", *arguments], check=True, capture_output=True, text=True).stdout
    return [line.split() for line in out.splitlines()]


def per_call(calls, budget=2.0):
    """Seconds per call of a peer, over as many calls as the budget allows."""
    start, done = time.perf_counter(), 0
    for call in calls:
        call()
        done += 1
        if time.perf_counter() - start > budget:
            break
    return (time.perf_counter() - start) / done


def seats(folder):
    from apportionment import methods
    from votelib.evaluate.proportional import HighestAverages

    rng = random.Random(20190417)
    districts = [[rng.randrange(1, 400_000) for _ in range(16)] for _ in range(80)]
    file = Path(folder) / "votes.txt"
    file.write_text("".join(" ".join(map(str, votes)) + "\n" for votes in districts))
    ours = float(figures("seats", str(file), "1000")[0][1])
    say("80 districts × 16 parties × 10 seats × 1,000, per allocation", f"{ours * 1e6:.2f} µs")

    for name, exact in (("exact (fractions)", True), ("in floating point", False)):
        peer = per_call(
            (lambda v=v: methods.compute("saintelague", v, 10, fractions=exact, verbose=False))
            for _ in range(1000)
            for v in districts
        )
        say(f"  PyPI apportionment, {name}, is slower by", f"{peer / ours:,.0f} ×", "[300 ×]")
    evaluator = HighestAverages("sainte_lague")
    named = [dict(enumerate(votes)) for votes in districts]
    peer = per_call((lambda v=v: evaluator.evaluate(v, 10)) for _ in range(1000) for v in named)
    say("  PyPI votelib is slower by", f"{peer / ours:,.0f} ×")

    houses = {words[0]: float(words[1]) for words in figures("house")}
    worst = max(houses, key=houses.get)
    say("10,000 seats × 1,000 parties, Sainte-Laguë", f"{houses['sainte-lague'] * 1e3:.2f} ms", "[2 ms]")
    say(f"  slowest method ({worst})", f"{houses[worst] * 1e3:.2f} ms", "[2 ms]")


COUNTS = ["office_01", "office_02", "office_valid", "office_invalid", "office_total"]


def run(command):
    """Wall seconds and peak memory in MB of a whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def recount_command(data, out):
    return [
        "/bin/sh", "-c", 'exec "$@" > ' + str(out), "sh", str(BUILD / "pleno"), "recount",
        "--units", str(data / "units.csv.gz"), "--stations", str(data / "president-stations.csv.gz"),
        "--counts", ",".join(COUNTS), "--certified", str(data / "president-certified.csv.gz"),
        "--match", "office_01=certified_01,office_02=certified_02", "--format", "csv",
    ]


def recount(data, folder):
    ours_file, duck_file = Path(folder) / "ours.csv", Path(folder) / "duck.csv"
    ours = recount_command(data, ours_file)
    duck = [sys.executable, str(ROOT / "Benchmarks/duckdb_recount.py"), str(data), str(duck_file)]
    run(ours), run(duck)
    pairs = [(run(ours), run(duck), float((duck_file.with_suffix(".seconds")).read_text())) for _ in range(PAIRS)]
    say("pleno recount, from the gzip files, median", f"{statistics.median(p[0][0] for p in pairs):.3f} s")
    say("  DuckDB, whole process, is slower by", f"{statistics.median(p[1][0] / p[0][0] for p in pairs):.2f} ×", "[2 ×]")
    say("  DuckDB, its query alone, is slower by", f"{statistics.median(p[2] / p[0][0] for p in pairs):.2f} ×", "[2 ×]")
    say("  peak memory", f"{max(p[0][1] for p in pairs):.0f} MB", "[400 MB]")
    say("  DuckDB's peak memory", f"{max(p[1][1] for p in pairs):.0f} MB")
    # Last: a child's peak memory counts its parent's at the fork, so this process stays small until here.
    same = sorted(csv.reader(ours_file.open())) == sorted(csv.reader(duck_file.open()))
    say("  the same result as DuckDB", str(same))
    assert same


def recount_in_memory(data, folder):
    with gzip.open(data / "units.csv.gz", "rt") as file:
        units = list(csv.DictReader(file))
    index = {unit["id"]: number for number, unit in enumerate(units)}
    parents = array("i", (index[u["parent_id"]] if u["parent_id"] else -1 for u in units))
    owners, cells = array("i"), array("i")
    with gzip.open(data / "president-stations.csv.gz", "rt") as file:
        for row in csv.DictReader(file):
            owners.append(index[row["village_id"]])
            cells.extend(int(row[column]) if row[column] else -1 for column in COUNTS)
    file = Path(folder) / "nation.bin"
    with file.open("wb") as out:
        for part in (array("i", [len(units), len(owners), len(COUNTS)]), parents, owners, cells):
            part.tofile(out)
    words = figures("recount", str(file))[0]
    again, fresh, same, bare = (float(words[place]) for place in (1, 3, 5, 7))
    say(f"recount in memory, {len(owners):,} stations × {len(COUNTS)}", f"{again * 1e3:.2f} ms")
    say("  a plain sum of the same bytes", f"{same * 1e3:.2f} ms")
    say("  ratio", f"{again / same:.2f} ×", "[at most 3 ×]")
    say("  ratio into fresh memory", f"{fresh / same:.2f} ×", "[at most 3 ×]")
    say("  ratio to a sum of the bare figures, unpadded", f"{again / bare:.2f} ×")


def checks_of_the_nation(data, folder):
    file = Path(folder) / "forms.csv.gz"
    # In a process of its own: a child's peak memory counts its parent's at the fork.
    subprocess.run([sys.executable, str(ROOT / "Benchmarks/nation_forms.py"), str(data), str(file)], check=True)
    duck = [sys.executable, str(ROOT / "Benchmarks/duckdb_checks.py"), str(file)]

    def found(command):
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        words = lines[1].split()
        return dict(zip(words[::2], map(int, words[1::2]))), lines[0].split()

    ours = [str(BUILD / "pleno-bench"), "forms", str(file)]
    pairs = [(run(ours), run(duck)) for _ in range(PAIRS)]
    say("all checks over the nation's forms, from gzip, median", f"{statistics.median(p[0][0] for p in pairs):.2f} s", "[3 s]")
    say("  peak memory", f"{max(p[0][1] for p in pairs):.0f} MB", "[600 MB]")
    say("  DuckDB, the identities alone, whole process: ratio", f"{statistics.median(p[1][0] / p[0][0] for p in pairs):.2f} ×")
    (counts, words), (peer, seconds) = found(ours), found(duck)
    say("  of it reading / checking", f"{float(words[1]):.2f} / {float(words[3]):.2f} s")
    say("  DuckDB's query alone", f"{float(seconds[1]):.2f} s")
    same = all(counts.get(rule, 0) == count for rule, count in peer.items())
    say("  the same forms found as by DuckDB", f"{same}: A07 {counts['A07']}, A08 {counts['A08']}")
    assert same, (counts, peer)


def checks_of_a_regency():
    words = figures("regency", "15000")[0]
    say("all checks, 15,000 stations × 5 ballots, every field", f"{float(words[1]):.2f} s", "[1 s]")
    say("  figures checked a second", f"{int(words[5]) / float(words[1]) / 1e6:.0f} million")


def trails():
    words = figures("trail", "15000")[0]
    times = {name: float(time) * 1e3 for name, time in zip(words[1::2], words[2::2])}
    pages = [time for name, time in times.items() if name != "shifts"]
    say("page of one figure's history, 15,000 stations × 5, the slowest", f"{max(pages):.1f} ms", "[50 ms]")
    say("  the shift report of a ballot with lists", f"{times['shifts']:.0f} ms")


def contested_stations():
    words = figures("materiality", "20")[0]
    assert (words[3], words[5]) == ("20", "5"), words
    say("whether 20 contested stations of 5 districts matter, the slowest", f"{float(words[1]) * 1e3:.1f} ms", "[100 ms]")
    say("  reading the forms alone", f"{float(words[9]) * 1e3:.1f} ms")
    say("  districts in which they could change something", words[7])


def openssl(size):
    """Seconds of one SHA-256 of so many bytes, as `openssl speed` measures it."""
    command = ["openssl", "speed", "-mr", "-evp", "sha256", "-bytes", str(size), "-seconds", "1"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    speed = next(line for line in out.splitlines() if line.startswith("+F:"))
    return size / float(speed.split(":")[-1])


def transparency_log():
    words = figures("log", "1000000")[0]
    entry, small, large, small_root, large_root = (float(words[place]) for place in (1, 3, 4, 6, 7))
    say("tree over 1,000,000 entries of 200 bytes, per entry", f"{entry * 1e9:.0f} ns")
    # A leaf is a byte and the entry, a node a byte and two hashes; there is about one node to an entry.
    say("  ratio to openssl speed over the same bytes", f"{entry / (openssl(201) + openssl(65)):.2f} ×", "[at most 2 ×]")
    say("one more leaf in a tree of 10 / of 1,000,000", f"{small * 1e9:.0f} / {large * 1e9:.0f} ns", "[the same]")
    say("  the root, O(log n)", f"{small_root * 1e9:.0f} / {large_root * 1e9:.0f} ns")


def replay():
    words = figures("replay", "180000")[0]
    time, size, forms = float(words[1]), int(words[3]), int(words[5])
    say("replay of a journal, two-candidate forms, per second", f"{forms / time:,.0f}", "[400,000]")
    say("  bytes of the journal, per second", f"{size / time / 1e6:.0f} MB", "[100 MB]")
    for name, place in (("the register alone", 8), ("the forms alone", 12)):
        say(f"  {name}", f"{int(words[place + 3]) / float(words[place + 1]) / 1e6:.0f} MB")


def journal(folder):
    words = figures("journal", folder, "300")[0]
    ours, bare, ratio = (float(words[place]) for place in (1, 3, 5))
    say("journal, durable appends, 64 × 300 bytes a commit, per second", f"{ours:,.0f}")
    say("  a bare loop over SQLite, the same tables, per second", f"{bare:,.0f}")
    say("  ratio of the times", f"{ratio:.2f} ×", "[at most 1.25 ×]")


def office(folder):
    words = figures("office", str(Path(folder) / "commands"), "64", "40000")[0]
    say("commands of 64 clients, each durable, per second", f"{float(words[1]):,.0f}", "[10,000]")
    say("  of what a bare loop commits in the same batches", f"{float(words[7]):.2f}", "[0.5]")


def office_size(folder):
    words = figures("office-memory", folder, "15000", "500")[0]
    say("office of 15,000 stations × 5 × 200 under load, 500 readers", f"{words[1]} MB", "[400 MB]")
    say("  and its election, made once", f"{words[3]} MB", "[400 MB]")
    words = figures("office-opening", folder, "800")[0]
    say("opening an office of 800 stations × 5, every field", f"{float(words[1]) * 1e3:.0f} ms", "[150 ms]")


def plenary(folder):
    words = figures("plenary", folder, "167")[0]
    say("closing a plenary of 167 stations × 5 ballots, every field", f"{float(words[1]) * 1e3:.0f} ms")
    say("  issuing its certificates, durable", f"{float(words[3]) * 1e3:.0f} ms", "[300 ms]")


class Streams:
    """Readers of the board's events: who was told last when."""

    def __init__(self, port, token, count):
        self.told = {}
        self.selector = selectors.DefaultSelector()
        head = f"GET /desk/events HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {token}\r\n\r\n"
        for _ in range(count):
            reader = socket.create_connection(("127.0.0.1", int(port)))
            reader.sendall(head.encode())
            self.selector.register(reader, selectors.EVENT_READ)
        self.ends = threading.Event()
        self.thread = threading.Thread(target=self.follow)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ends.set()
        self.thread.join()
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()

    def follow(self):
        while not self.ends.is_set():
            for key, _ in self.selector.select(0.2):
                if b"id:" in key.fileobj.recv(65_536):
                    self.told[key.fd] = time.monotonic()

    def told_within(self, seconds):
        now = time.monotonic()
        return sum(now - last < seconds for last in self.told.values())


def desk(folder):
    """Typists' programs, each submission durable; the generator runs on the same two cores."""
    folder, forms = Path(folder) / "desk", 40_000
    folder.mkdir()
    load = str(folder / "desk_load")
    subprocess.run(["cc", "-O2", "-o", load, str(ROOT / "Benchmarks/desk_load.c")], check=True)
    server = subprocess.Popen(
        [BUILD / "pleno-bench", "desk", str(folder), str(forms)], stdout=subprocess.PIPE, text=True
    )
    try:
        fields = server.stdout.readline().split()[1]
        port = server.stdout.readline().split()[1]

        def submit(first, count, rate):
            call = [load, port, str(folder), "64", str(first), str(count), str(rate)]
            words = subprocess.run(call, check=True, capture_output=True, text=True).stdout.split()
            return dict(zip(words[::2], words[1::2]))

        submit(0, 10_000, 0)
        full = submit(10_000, 40_000, 0)
        say(f"submissions of {fields} fields over HTTP, durable, per second", full["rate"], "[2,000]")
        say("  the generator's share of two cores", f"{float(full['share']) / 2:.0%}")
        half = submit(50_000, 10_000, 1_000)
        say("  p99 at 1,000 a second", f"{half['p99']} ms", "[50 ms]")
        # Each form is typed twice. tally-ho on two cores: 12 forms a second are taken in, and 49 ms a form go into
        # checks and archive, with 5 candidates each (its own pages, measured once, not in this run).
        say("  of the forms that tally-ho takes, checks and files", f"{float(full['rate']) / 2 / 7.6:.0f} ×", "[100 ×]")
        with Streams(port, (folder / "tokens").read_text().split()[2], 500) as streams:
            watched = submit(60_000, 10_000, 1_000)
            say("  p99 with 500 streams of the board open", f"{watched['p99']} ms")
            say("    of which were told within two seconds", streams.told_within(2), "[500]")
    finally:
        server.terminate()
        server.wait()


def subdistrict_of_five_ballots(folder):
    """A subdistrict of 167 stations with five ballots, three of them of 18 parties with 12 candidates each; counted."""
    rng, villages = random.Random(5), [f"73.12.01.{2001 + number}" for number in range(13)]
    stations = [(villages[place % 13], 1 + place // 13) for place in range(167)]
    names = "Andi Muhammad Nurhidayatullah Baso Sanrangan".split()
    files = {
        "regions.csv": ["code,name,kind", "73.12,Soppeng,kabupaten", "73.12.01,Marioriwawo,kecamatan",
                        *(f"{code},Desa {code[-4:]},desa" for code in villages)],
        "stations.csv": ["village,station,electorate_male,electorate_female",
                         *(f"{village},{number},140,150" for village, number in stations)],
        "districts.csv": ["number,name,seats,regions", "1,Soppeng 1,10,73.12.01"],
        "candidates.csv": ["district,party,number,name", *(
            f"1,{party},{number},{' '.join(rng.sample(names, 3))} {party}.{number}"
            for party in range(1, 19) for number in range(1, 13))],
    }
    ballots = []
    for ballot, many in (("PPWP", 2), ("DPD", 24), ("DPR", 18), ("DPRD_PROV", 18), ("DPRD_KABKO", 18)):
        is_list = ballot not in ("PPWP", "DPD")
        files[f"{ballot}/contestants.csv"] = ["number,name,short_name,colour", *(
            f"{number},Partai atau Calon {number},P{number},#112233" for number in range(1, many + 1))]
        fields = [field for number in range(1, many + 1) for field in (
            [f"party_{number}", *(f"candidate_{number}_{place}" for place in range(1, 13))] if is_list else []
        ) + [f"votes_{number}"]]
        rows = []
        for village, number in stations:
            row, valid = [], 0
            for _ in range(many):
                own = [rng.randrange(2) for _ in range(13)] if is_list else []
                votes = sum(own) if is_list else rng.randrange(9)
                row += [*own, votes]
                valid += votes
            rows.append(",".join(map(str, [village, number, *row, valid, 3, valid + 3])))
        files[f"{ballot}/forms.csv"] = [",".join(["village,station", *fields, "valid,invalid,total"]), *rows]
        lists = ", candidates: candidates.csv, districts: districts.csv" if is_list else ""
        if ballot == "DPR":
            files["nation.csv"] = ["number,votes", *(f"{party},1000000" for party in range(1, 19))]
            lists += ", nation: nation.csv"
        ballots.append(f"  - {{ ballot: {ballot}, contestants: {ballot}/contestants.csv{lists}, readings: "
                       f"[{{ id: office, name: {{ id: Kantor, en: Office }}, file: {ballot}/forms.csv }}] }}")
    for name, lines in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(lines) + "\n")
    natures = [f"  {name}: {{ nature: simulated, source: {{ id: X, en: X }} }}" for name in files]
    (folder / "election.yaml").write_text("\n".join([
        "format: 1", "name: { id: Uji, en: Test }", "date: 2019-04-17", "law: pemilu2019", 'place: "73.12"',
        "regions: regions.csv", "stations: stations.csv", "ballots:", *ballots, "files:", *natures]) + "\n")
    return folder


def helper_memory(process):
    """The most megabytes that a helper below a process held until it ends, looked at four times a second."""
    most = 0
    while process.poll() is None:
        for path in Path("/proc").glob("[0-9]*"):
            try:
                if b"papers.py" in (path / "cmdline").read_bytes():
                    status = (path / "status").read_text()
                    most = max(most, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")))
            except (OSError, ValueError, TypeError):
                continue
        time.sleep(0.25)
    return most / 1024


def papers(folder):
    """A subdistrict's station forms, 167 stations with 5 ballots: issued, against typst alone; typists meanwhile."""
    place, pleno = Path(folder) / "papers", str(BUILD / "pleno")
    environment = os.environ | {"PLENO_PYTHON": sys.executable, "PLENO_LANG": "en"}

    def call(*words):
        done = subprocess.run([pleno, *map(str, words)], check=True, capture_output=True, text=True, env=environment)
        return done.stdout

    office, keys = place / "office", place / "keys"
    call("new", office, "--from", subdistrict_of_five_ballots(place / "folder"))
    call("keys", "new", keys, "--name", "bench")
    call("keys", "announce", office, keys)
    call("paper", "make", office, "--kind", "hasil-tps", "--format", "json", "--to", place / "json")
    issue = [pleno, "paper", "issue", str(office), "--keys", str(keys), "--kind", "hasil-tps"]
    start = time.perf_counter()
    process = subprocess.Popen(issue, stdout=subprocess.PIPE, text=True, env=environment)
    memory = helper_memory(process)
    ours = time.perf_counter() - start
    made = int(process.stdout.read().split()[0].replace(",", ""))
    template = ROOT / "Sources/Documents/Resources/paper.typ"
    words = [sys.executable, str(ROOT / "Benchmarks/bare_typst.py"), str(template), str(place / "json"), str(place)]
    pages, bare = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    say(f"{made} station papers issued, {pages} pages, per second", f"{int(pages) / ours:.1f}")
    say("  of the pages that typst alone sets in a second", f"{float(bare) / ours:.0%}", "[50 %]")
    say("  the helper's memory", f"{memory:.0f} MB", "[600 MB]")

    # Typists of a subdistrict send a form now and then; the helper takes what they leave.
    load, server = str(place / "desk_load"), None
    subprocess.run(["cc", "-O2", "-o", load, str(ROOT / "Benchmarks/desk_load.c")], check=True)
    (place / "desk").mkdir()
    server = subprocess.Popen([BUILD / "pleno-bench", "desk", str(place / "desk"), "20000"], stdout=subprocess.PIPE, text=True)
    try:
        server.stdout.readline()
        port = server.stdout.readline().split()[1]

        def submit(first):
            words = [load, port, str(place / "desk"), "64", str(first), "6000", "200"]
            words = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
            return dict(zip(words[::2], words[1::2]))

        submit(0)
        alone = submit(6_000)
        making = subprocess.Popen(
            [pleno, "paper", "make", str(office), "--kind", "hasil-tps", "--to", str(place / "drafts")],
            stdout=subprocess.DEVNULL, env=environment)
        time.sleep(3)
        beside = submit(12_000)
        is_beside = making.poll() is None
        making.kill()
        making.wait()
    finally:
        server.terminate()
        server.wait()
    say("  p99 of 200 submissions a second, without papers", f"{alone['p99']} ms")
    say("    while papers are set" + ("" if is_beside else " (they ended before)"), f"{beside['p99']} ms",
        "[as without]")


def record(folder):
    """A published record checked: by the program, by Python alone, and merely hashed."""
    pleno, folder = str(BUILD / "pleno"), Path(folder) / "record"
    folder.mkdir()
    large_folder.write(folder / "folder", 300)
    office, keys, site = (str(folder / name) for name in ("office", "keys", "site"))
    for words in (
        ["new", office, "--from", str(folder / "folder")], ["keys", "new", keys, "--name", "example.org/large"],
        ["keys", "announce", office, keys, "--rehearsal"], ["publish", office, site, "--keys", keys],
    ):
        subprocess.run([pleno, *words], check=True, capture_output=True)
    files = [str(path) for path in Path(site).rglob("*") if path.is_file()]
    size = sum(os.path.getsize(path) for path in files)
    ours, hashes = [pleno, "verify", site], ["openssl", "dgst", "-sha256", *files]
    run(ours), run(hashes)
    pairs = [(run(ours), run(hashes)) for _ in range(PAIRS)]
    script = run([sys.executable, str(ROOT / "verify/verify_record.py"), site])[0]
    time = statistics.median(pair[0][0] for pair in pairs)
    say(f"pleno verify of a record of {size / 1e6:.0f} MB, 60,000 forms", f"{time:.3f} s")
    say("  of openssl dgst over the same files", f"{statistics.median(p[0][0] / p[1][0] for p in pairs):.1f} ×", "[at most 8 ×]")
    say("  Python alone is slower by", f"{script / time:.0f} ×", "[10 ×]")
    say("  peak memory", f"{max(pair[0][1] for pair in pairs):.0f} MB")


def journal_on_postgres(folder):
    peer, batches = str(Path(folder) / "libpq_append"), 400
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libpq"], check=True, capture_output=True, text=True)
    source = str(ROOT / "Benchmarks/libpq_append.c")
    subprocess.run(["cc", "-O2", "-o", peer, source, *flags.stdout.split()], check=True)
    server = subprocess.Popen(
        [ROOT / "Scripts/postgres-server.sh"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        server.stdin.write("start\n")
        server.stdin.flush()
        port = server.stdout.readline().split()[1]
        dsn = f"host=127.0.0.1 port={port} user=pleno password=secret dbname=postgres"

        def bare():
            out = subprocess.run([peer, dsn, str(batches)], check=True, capture_output=True, text=True).stdout
            return float(out.split()[1])

        def ours():
            return float(figures("postgres", dsn, str(batches))[0][1])

        ours(), bare()
        pairs = [(ours(), bare()) for _ in range(PAIRS)]
    finally:
        server.stdin.close()
        server.wait()
    ours_time = statistics.median(pair[0] for pair in pairs)
    say("journal on PostgreSQL, durable batches of 64 × 300 bytes", f"{batches / ours_time:,.0f} /s")
    say("  entries", f"{64 * batches / ours_time:,.0f} /s")
    say("  bare libpq, the same rows", f"{batches / statistics.median(pair[1] for pair in pairs):,.0f} /s")
    say("  ratio", f"{statistics.median(pair[1] / pair[0] for pair in pairs):.2f}", "[0.4]")


def main():
    with tempfile.TemporaryDirectory() as folder:
        data = os.environ.get("PLENO_DATA")
        if data:
            data = Path(data) / "nation-2019"
            recount(data, folder)
            recount_in_memory(data, folder)
            checks_of_the_nation(data, folder)
        else:
            print("PLENO_DATA is not set: the nation's figures are left out (a folder with nation-2019/).")
        transparency_log()
        checks_of_a_regency()
        trails()
        contested_stations()
        journal(folder)
        office(folder)
        office_size(folder)
        plenary(folder)
        desk(folder)
        papers(folder)
        replay()
        record(folder)
        seats(folder)
        journal_on_postgres(folder)


main()
