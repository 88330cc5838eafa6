#!/usr/bin/env python3
"""Check the public record of an election office from its files alone: every hash, sum, seat and signature.

    python3 verify_record.py PLACE [--key VKEY] [--witness VKEY]... [--lang id]

PLACE is a folder or the address of a web site. Nothing is needed but Python 3.9 or later; no line of Pleno runs here.
docs/record.md says what the files mean. The first thing that is wrong is named, and the exit status is then 1.

From top to bottom: words, hashes, signatures, publications, acts, sums, seats, rules of forms, the record, its files.
"""

import argparse
import base64
import http.client
import json
import os
import re
import sys
import time
import urllib.request
from collections import Counter, defaultdict, namedtuple
from contextlib import contextmanager
from fractions import Fraction
from hashlib import sha256, sha512
from pathlib import Path

# ---- Words


class Wrong(Exception):
    """The first thing that is wrong, in Indonesian and in English."""


def need(holds, indonesian, english):
    if not holds:
        raise Wrong(indonesian, english)


def fits(holds, what):
    """For what is wrong only in a record that no office wrote: names the part that does not fit."""
    need(holds, f"tidak cocok dengan yang sebelumnya: {what}", f"does not fit what came before: {what}")


@contextmanager
def at(indonesian, english):
    """Names the place of what goes wrong inside."""
    try:
        yield
    except Wrong as wrong:
        raise Wrong(f"{indonesian}: {wrong.args[0]}", f"{english}: {wrong.args[1]}") from None
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise Wrong(f"{indonesian}: bentuknya salah ({error})", f"{english}: malformed ({error})") from error


# ---- Hashes (RFC 6962)


def leaf_hash(entry):
    return sha256(b"\0" + entry).digest()


def node_hash(left, right):
    return sha256(b"\1" + left + right).digest()


def left_size(size):
    """The entries of a tree's left half: the largest power of two below its size."""
    return 1 << (size - 1).bit_length() - 1


def tree_root(hashes):
    if len(hashes) == 1:
        return hashes[0]
    half = left_size(len(hashes))
    return node_hash(tree_root(hashes[:half]), tree_root(hashes[half:]))


def proven_root(leaf, index, size, beside):
    """The root that a leaf comes to with the hashes beside its way up, the lowest first."""
    need((size == 1) == (not beside), "panjang bukti salah", "the proof has a wrong length")
    if size == 1:
        return leaf
    half = left_size(size)
    if index < half:
        return node_hash(proven_root(leaf, index, half, beside[:-1]), beside[-1])
    return node_hash(beside[-1], proven_root(leaf, index - half, size - half, beside[:-1]))


# ---- Signatures: Ed25519 (RFC 8032). Nothing secret is computed, so it may be slow and simple.

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME


def curve_point(encoded):
    y = int.from_bytes(encoded, "little")
    odd, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(CURVE * y * y + 1, PRIME - 2, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    fits((x * x - square) % PRIME == 0, "key")
    x = PRIME - x if x & 1 != odd else x
    return x, y, 1, x * y % PRIME


def point_sum(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * CURVE, 2 * p[2] * q[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def point_times(number, point):
    result = 0, 1, 1, 0
    while number:
        if number & 1:
            result = point_sum(result, point)
        point, number = point_sum(point, point), number >> 1
    return result


BASE = curve_point((4 * pow(5, PRIME - 2, PRIME) % PRIME).to_bytes(32, "little"))


def is_signed(public, message, signature):
    first, second = signature[:32], int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or second >= ORDER:
        return False
    challenge = int.from_bytes(sha512(first + public + message).digest(), "little") % ORDER
    x, y, z, _ = point_sum(point_times(second, BASE), point_times(ORDER - challenge, curve_point(public)))
    inverse = pow(z, PRIME - 2, PRIME)
    return (y * inverse % PRIME | (x * inverse % PRIME & 1) << 255).to_bytes(32, "little") == first


# A key says its name, what it signs (1 a note, 4 a time and a note, as witnesses do), and the public key itself.
Key = namedtuple("Key", "name kind public")
Note = namedtuple("Note", "body signatures origin size root")


def base64_bytes(text):
    """The bytes; only their one spelling is read, so that no letter can be changed unnoticed."""
    data = base64.b64decode(text, validate=True)
    fits(base64.b64encode(data) == text.encode(), "Base 64")
    return data


def key_number(key):
    return sha256(f"{key.name}\n".encode() + bytes([key.kind]) + key.public).digest()[:4]


def key_text(key):
    return f"{key.name}+{key_number(key).hex()}+{base64.b64encode(bytes([key.kind]) + key.public).decode()}"


def read_key(text):
    data = base64_bytes(text.split("+", 2)[2])
    key = Key(text.split("+")[0], data[0], data[1:])
    if key.kind not in (1, 4) or len(data) != 33 or not re.fullmatch(r"\S+", key.name) or key_text(key) != text:
        raise ValueError("no key")
    return key


def read_signature(line):
    """Name, number and signature of a line `— name base64`."""
    dash, name, signed = line.split(" ")
    fits(dash == "—" and re.fullmatch(r"[^\s+]+", name) and len(base64_bytes(signed)) > 4, "signature")
    return name, base64_bytes(signed)[:4], base64_bytes(signed)[4:]


def read_note(content):
    """A signed checkpoint: origin, size and root, an empty line, signatures."""
    text = content.decode()
    head, _, lines = text.rpartition("\n\n")
    origin, size, root, *more = head.split("\n")
    fits(text[-1] == "\n" and not re.search(r"[\x00-\x09\x0b-\x1f]", text) and len(content) <= 1_000_000, "note")
    fits(origin and all(more) and re.fullmatch("0|[1-9][0-9]*", size) and len(base64_bytes(root)) == 32, "checkpoint")
    signatures = [read_signature(line) for line in lines[:-1].split("\n")]
    fits(len(signatures) <= 100, "signatures")
    return Note(f"{head}\n".encode(), signatures, origin, int(size), base64_bytes(root))


def signers(body, signatures, keys):
    """The keys among these that signed, with the time that a witness names. What others signed proves nothing."""
    found = {}
    for name, number, signature in signatures:
        for key in (key for key in keys if (key.name, key_number(key)) == (name, number)):
            moment = int.from_bytes(signature[:8], "big") if key.kind == 4 else None
            message = body if key.kind == 1 else f"cosignature/v1\ntime {moment}\n".encode() + body
            need(is_signed(key.public, message, signature[8 if key.kind == 4 else 0:]),
                 f"tanda tangan {name} palsu", f"the signature of {name} is forged")
            found.setdefault(key, moment)
    return found


# ---- Publications

# The fields of every act, with a question mark those that may be missing; and the lists that the next publication
# goes on with where `more` says so.
CONTENTS = {
    "election-set-up": ("date electorateFile? law name place regions villages", "regions villages"),
    "files-named": ("files", "files"),
    "rule-decided": ("basis reading rule", ""),
    "contest-opened": ("ballot contestants districts lists", "contestants districts lists"),
    "reading-opened": ("ballot comparison? fields file id name", ""),
    "forms-taken": ("ballot reading villages", ""),
    "form-reopened": ("ballot reason station version village", ""),
    "figures-certified": ("ballot fields file? rows", "rows"),
    "figures-reported": ("ballot rows", "rows"),
    "tie-decided": ("ballot basis district seats", ""),
    "seats-determined": ("ballot seats", ""),
    "key-named": ("key proof? purpose", ""),
    "log-succeeded": ("checkpoint generation keyLost reason", ""),
    "evidence-added": ("ballot? copy faulty? number page station version village", ""),
    "evidence-withdrawn": ("ballot? copy reason station version village", ""),
    "result": ("ballot broken districts forms regions", "broken districts regions"),
}
# The fields of the objects in their lists.
PARTS = {
    "regions": "aliases? code kind name", "files": "found? nature path signed? source",
    "contestants": "colour kind name number shortName", "lists": "candidates contestant district?",
    "candidates": "after? before? name number sex?", "rows": "blank? region stations? votes",
    "name": "en id", "basis": "en id", "source": "en id", "reason": "en id",
}
# The figures of forms: numbers are those on the ballot.
FIGURE = re.compile(
    "(electorate|voters)_(dpt|dptb|dpk|added|all)_(male|female|total)|disabled(_voters)?_(male|female|total)|"
    "papers_(received|used|spoiled|unused)|signed_(members|witnesses)|(votes|party)_(0|N)|candidate_(0|N)_N|"
    "(in)?valid|total"
    .replace("N", "[1-9][0-9]{0,3}"))


def has_fields(value, fields):
    known = {name.rstrip("?") for name in fields.split()}
    needed = {name for name in fields.split() if name[-1] != "?"}
    need(needed <= set(value) <= known, f"bukan tepat kolom {fields}", f"not exactly the fields {fields}")


def check_parts(value):
    """The objects inside of a content have their fields and no others."""
    for name, part in value.items():
        for item in part if isinstance(part, list) else [part]:
            if isinstance(item, dict) and name in PARTS:
                has_fields(item, PARTS[name])
                check_parts(item)
    fits(all(FIGURE.fullmatch(name) for name in value.get("fields", [])), "fields")


def whole(text):
    need(re.fullmatch("-?[0-9]{1,16}", text) and abs(int(text)) < 2**53, f"angka {text}", f"number {text}")
    return int(text)


def count(value):
    """A figure of a form: a whole number, or None where nothing is entered, which is not zero."""
    if value is not None and not (type(value) is int and 0 <= value <= 999_999_999):
        raise Wrong(f"{value} bukan angka formulir", f"{value} is no figure of a form")
    return value


def text_of(value):
    """The one text of a value in canonical JSON (RFC 8785)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read_publication(text):
    """What surrounds a content, its kind, and the content."""
    value = json.loads(text.decode(), parse_int=whole, parse_float=whole, parse_constant=whole)
    # What stands twice, in another order or in another spelling does not come out as it went in.
    need(text_of(value).encode() == text, "bukan JSON kanonis", "no canonical JSON")
    what = "result" if "result" in value else "act"
    has_fields(value, f"at entry leaf more? v {what}")
    fits(type(value["at"]) is type(value["entry"]) is type(value["v"]) is int and value["v"] == 1, "v")
    fits(re.fullmatch("[0-9a-f]{64}", value["leaf"]) and value.get("more", True) is True, "leaf")
    kind = value["act"].pop("act") if what == "act" else "result"
    fits((kind == "result") == (what == "result"), "act")
    has_fields(value[what], CONTENTS[kind][0])
    check_parts(value[what])
    return value, kind, value[what]


# ---- Acts

# Kinds of regions by the parts of their codes; versions of forms in the order in which they supersede.
KINDS = ["provinsi", "kabupaten kota", "kecamatan", "desa kelurahan"]
VERSIONS = "reguler pss psl hitung-susulan psu pssu".split()
# Pages of which pictures are published.
PAGES_OF_BALLOT, PAGES_OF_STATION = ["result", "plano"], ["minutes", "special-events"]


class Ballot:
    """One ballot as its acts left it."""

    def __init__(self, act):
        self.name = act["ballot"]
        self.contestants = [contestant["number"] for contestant in act["contestants"]]
        self.districts = act["districts"]
        # Of each reading its fields, and the forms of each station by the rank of their version.
        self.fields, self.forms = {}, {}
        # The readings that others hold beside the office's: they never count.
        self.beside = set()
        self.reported = self.certified = self.determined = None
        # The seats computed last, and whether the last act on the ballot was added up.
        self.ties, self.result, self.is_added_up = {}, Counter(), False
        fits(0 < len(self.contestants) == len(set(self.contestants)), "contestants")
        districts = [district["number"] for district in self.districts]
        for row in act["lists"]:
            fits(row["contestant"] in self.contestants and row.get("district") in [None, *districts], "lists")

    def form_in_force(self, station):
        """The first reading's latest form; another's only where it is of a later vote or count than the first."""
        form, rank = {}, 0
        for place, (name, reading) in enumerate(self.forms.items()):
            if name in self.beside:
                continue
            latest = max(reading.get(station, {}), default=-1)
            if latest > rank or place == 0 == latest:
                form, rank = reading[station][latest], latest
        return form


class Election:
    """Everything that follows from the acts, folded one after the other. An act `forms-taken` is `forms_taken` here."""

    def __init__(self):
        self.law, self.regions, self.stations, self.ballots = None, [], {}, {}
        self.keys, self.generation = [], 1
        # Of each place the page of every picture that stands there, by its digest; and those that were withdrawn.
        self.evidence, self.withdrawn = defaultdict(dict), set()

    def apply(self, kind, act):
        fits(self.law or kind == "election-set-up", "election-set-up")
        ballot = self.ballots.get(act.get("ballot"))
        fits(ballot or "ballot" not in act or kind == "contest-opened", "ballot")
        getattr(self, kind.replace("-", "_"))(act, ballot)
        if ballot and not kind.startswith("evidence"):
            ballot.is_added_up = False

    def upwards(self, code):
        """The region and those of the register that it lies in."""
        while code:
            if code in self.regions:
                yield code
            code = code.rpartition(".")[0]

    def has(self, station, ballot):
        """Whether a station has a ballot: all of them, unless its row in the register names some."""
        return self.stations[station] is None or ballot in self.stations[station]

    def election_set_up(self, act, _):
        fits(not self.law and act["law"] in LAWS, "law")
        self.law = act["law"]
        codes = sorted(region["code"] for region in act["regions"])
        self.regions = dict.fromkeys(codes)
        fits(len(self.regions) == len(codes) and act["place"] in codes, "regions")
        for code in codes:
            fits(re.fullmatch(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", code), code)
            fits(code == codes[0] or code.rpartition(".")[0] in self.regions, code)
        for region in act["regions"]:
            fits(region["kind"] in KINDS[region["code"].count(".")].split(), region["code"])
        for village in act["villages"]:
            for number, men, women, *ballots in village["stations"]:
                station = village["code"], number
                fits(station[0] in self.regions and type(number) is int and station not in self.stations, station)
                self.stations[station] = ballots[0] if ballots else None
                count(men), count(women)

    def nothing(self, act, _):
        """Where figures come from, and what a plenary decided on open rules: nothing is added up by it."""

    files_named = rule_decided = nothing

    def contest_opened(self, act, ballot):
        fits(not ballot and act["ballot"] in LAWS[self.law][0].split(), "ballot")
        for district in act["districts"]:
            has_fields(district, "name number regions seats")
            fits(count(district["seats"]) <= 9999 and set(district["regions"]) <= set(self.regions), "districts")
        self.ballots[act["ballot"]] = Ballot(act)

    def reading_opened(self, act, ballot):
        fits(act["id"] not in ballot.forms and len(set(act["fields"])) == len(act["fields"]), "fields")
        if "comparison" in act:
            whose = re.fullmatch("office|volunteers|sirekap|witnesses-([1-9][0-9]{0,3})", act["comparison"])
            fits(whose and (not whose[1] or int(whose[1]) in ballot.contestants), "comparison")
            fits(act["id"] != "desk" and set(ballot.forms) - ballot.beside, "comparison")
            ballot.beside.add(act["id"])
        ballot.fields[act["id"]], ballot.forms[act["id"]] = act["fields"], defaultdict(dict)

    def forms_taken(self, act, ballot):
        fields, forms = ballot.fields[act["reading"]], ballot.forms[act["reading"]]
        for village in act["villages"]:
            for number, version, *figures in village["forms"]:
                station, rank = (village["code"], number), VERSIONS.index(version)
                fits(type(number) is int and station in self.stations and self.has(station, ballot.name), station)
                fits(rank not in forms[station] and len(figures) == len(fields), station)
                forms[station][rank] = dict(zip(fields, map(count, figures)))

    def form_reopened(self, act, ballot):
        """A form of the counting desk is taken out again, to be typed anew."""
        forms, station = ballot.forms.get("desk", {}), (act["village"], act["station"])
        rank = VERSIONS.index(act["version"])
        fits(ballot.certified is None and rank in forms.get(station, {}), station)
        fits(1 <= len(act["reason"].encode()) <= 500, "reason")
        del forms[station][rank]
        if not forms[station]:
            del forms[station]

    def place(self, act, ballot):
        """Where a picture belongs: a station of the register, and one of its ballots where the page is of one."""
        station = act["village"], act["station"]
        fits(type(act["station"]) is int and station in self.stations and act["version"] in VERSIONS, station)
        fits(not ballot or self.has(station, ballot.name), station)
        return *station, act["version"], act.get("ballot")

    def evidence_added(self, act, ballot):
        """A picture: it stands at a place once, and does not come again as the page of which it was withdrawn."""
        place, copy, page = self.place(act, ballot), act["copy"], (act["page"], act["number"])
        has_fields(copy, "digest size type")
        fits(page[0] in (PAGES_OF_BALLOT if ballot else PAGES_OF_STATION), "page")
        fits(type(page[1]) is int and 1 <= page[1] <= 99 and act.get("faulty", True) is True, "number")
        fits(re.fullmatch("[0-9a-f]{64}", copy["digest"]) and copy["type"] in ("image/jpeg", "image/png"), "copy")
        fits(type(copy["size"]) is int and 1 <= copy["size"] <= 20_000_000, "copy")
        fits(copy["digest"] not in self.evidence[place], "copy")
        fits((place, copy["digest"], page) not in self.withdrawn, "copy")
        self.evidence[place][copy["digest"]] = page

    def evidence_withdrawn(self, act, ballot):
        place, copy = self.place(act, ballot), act["copy"]
        fits(copy in self.evidence[place] and 1 <= len(act["reason"].encode()) <= 500, "copy")
        self.withdrawn.add((place, copy, self.evidence[place].pop(copy)))

    def figures_certified(self, act, ballot):
        fits(ballot.certified is None, "figures-certified")
        for code, number, *figures in act["rows"]:
            fits(code in self.regions if number is None else (code, number) in self.stations, code)
            fits(len(list(map(count, figures))) == len(set(act["fields"])) == len(act["fields"]), code)
        ballot.certified = act

    def figures_reported(self, act, ballot):
        fits(ballot.reported is None, "figures-reported")
        for row in act["rows"]:
            fits(row["region"] in self.regions and len(row["votes"]) == len(ballot.contestants), row["region"])
            for figure in [*row["votes"], row.get("stations"), row.get("blank")]:
                count(figure)
        ballot.reported = act

    def tie_decided(self, act, ballot):
        number = act["district"]
        fits(number in [district["number"] for district in ballot.districts] and number not in ballot.ties, "district")
        ballot.ties[number] = self.seats(act, ballot)

    def seats_determined(self, act, ballot):
        fits(ballot.determined is None, "seats-determined")
        ballot.determined = self.seats(act, ballot)

    def seats(self, act, ballot):
        seats = dict(act["seats"])
        fits(sorted(seats) == [number for number, _ in act["seats"]] and set(seats) <= set(ballot.contestants), "seats")
        fits(all(count(held) <= 9999 for held in seats.values()), "seats")
        return seats

    def key_named(self, act, _):
        """A key: the first of its purpose, or signed by the one before it. A rehearsal never becomes an election."""
        purpose, key = act["purpose"], read_key(act["key"])
        purposes = {known for known, _ in self.keys} | {purpose, "documents"}
        fits(purposes in ({"documents"}, {"documents", "log"}, {"documents", "rehearsal"}), "purpose")
        fits(key.kind == 1 and act["key"] not in [text for _, text in self.keys], "key")
        before = [text for known, text in self.keys if known == purpose][-1:]
        fits(("proof" in act) == bool(before), "proof")
        for old in map(read_key, before):
            body = f"pleno key succession v1\n{purpose}\n{key_text(old)}\n{act['key']}\n".encode()
            need(old.name == key.name and signers(body, [read_signature(act["proof"])], [old]),
                 "kunci ini tidak ditandatangani kunci sebelumnya", "this key is not signed by the one before it")
        self.keys.append((purpose, act["key"]))

    def log_succeeded(self, act, _):
        """The logs begun anew under another name; where the key was lost too, the next one is a first one again."""
        last, keys = read_note(act["checkpoint"].encode()), self.log_keys("record")
        need(keys and last.origin == keys[0].name and signers(last.body, last.signatures, keys),
             "log sebelumnya tidak ditandatangani kuncinya", "the log before is not signed by its key")
        fits(act["generation"] == self.generation + 1 and type(act["keyLost"]) is bool, "generation")
        self.generation += 1
        self.keys = [named for named in self.keys if named[0] == "documents" or not act["keyLost"]]

    def log_keys(self, log=None):
        """The keys of the office, the one in use first; or those of one of its logs, each under the log's name."""
        end = "" if log is None else f"/{log}" if self.generation == 1 else f"/{self.generation}/{log}"
        keys = [read_key(text) for purpose, text in reversed(self.keys) if purpose != "documents"]
        return [Key(key.name + end, key.kind, key.public) for key in keys]


# ---- Sums


def add(row, figures):
    """Adds figures to those of a row: what nobody entered adds nothing, and is not zero."""
    for place, figure in enumerate(figures):
        if figure is not None:
            row[place] = figure + (row[place] or 0)


def region_sums(election, ballot):
    """Of every region: stations, stations counted, valid, invalid, total, then the votes of every contestant."""
    sums = {code: [0, 0] + [None] * (3 + len(ballot.contestants)) for code in election.regions}
    for station in election.stations:
        if election.has(station, ballot.name):
            form = ballot.form_in_force(station)
            states = [form.get(name) for name in ("valid", "invalid", "total")]
            votes = [form.get(f"votes_{number}") for number in ballot.contestants]
            for code in election.upwards(station[0]):
                add(sums[code], [1, int(None not in votes), *states, *votes])
    if ballot.forms:
        return sums
    need(ballot.reported, "tidak ada angka", "there are no figures")
    apart([row["region"] for row in ballot.reported["rows"]])
    stations = {code: row[0] for code, row in sums.items()}
    for row in ballot.reported["rows"]:
        counted = row.get("stations", stations[row["region"]]) - row.get("blank", 0)
        fits(None in row["votes"] or counted >= 0, "blank")
        for code in election.upwards(row["region"]):
            add(sums[code], [None, 0 if None in row["votes"] else counted, None, None, None, *row["votes"]])
    return sums


def apart(codes):
    """Votes must not count twice: none of the regions may lie in another."""
    codes = sorted(codes)
    for region, following in zip(codes, codes[1:]):
        need(not f"{following}.".startswith(f"{region}."), f"{following} dua kali", f"{following} twice")


# ---- Seats

# Of every law its ballots, the lists of voters on its forms, and the method by which seats of councils are divided.
LAWS = {
    "pemilu2014": ("DPR DPD DPRD_PROV DPRD_KABKO", "dpt dptb dpk added", "hare"),
    "pilpres2014": ("PPWP", "dpt dptb dpk added", None),
    "pilkada2015": ("PILGUB PILBUP", "dpt dptb dpk added", None),
    "pemilu2019": ("PPWP DPR DPD DPRD_PROV DPRD_KABKO", "dpt dptb dpk", "sainte-lague"),
    "pilkada2020": ("PILGUB PILBUP", "dpt dptb dpk", None),
    "pemilu2024": ("PPWP DPR DPD DPRD_PROV DPRD_KABKO", "dpt dptb dpk", "sainte-lague"),
    "pilkada2024": ("PILGUB PILBUP", "dpt dptb dpk", None),
}


def divide(method, seats, votes):
    """Seats by contestant; then who is tied for how many more, and the most of these that one of them can get.

    A contestant's claim to one more seat falls with every seat held; the largest claims win, and where equal claims
    are more than the seats left, these seats are nobody's. Sainte-Laguë: votes over 1, 3, 5, …, as exact fractions.
    Hare: the votes left when a quota, all votes over all seats, is paid for every seat held (times the seats).
    """
    wins, total = dict.fromkeys(votes, 0), sum(votes.values())
    if not seats:
        return wins, [], 0, 0
    if not total:
        return (dict.fromkeys(votes, seats), [], 0, 0) if len(votes) == 1 else (wins, list(votes), seats, seats)
    claims = sorted((
        (Fraction(own, 2 * held + 1) if method == "sainte-lague" else own * seats - held * total, number)
        for number, own in votes.items() if own for held in range(seats + 1)
    ), reverse=True)
    last = claims[seats - 1][0]
    tied = [number for claim, number in claims if claim == last]
    left = seats - sum(claim > last for claim, _ in claims)
    is_tie = len(tied) > left
    for claim, number in claims:
        wins[number] += claim > last or claim == last and not is_tie
    return (wins, tied, left, 1) if is_tie else (wins, [], 0, 0)


def district_seats(election, ballot, sums):
    """The districts as a result states them; a decision on a tie counts where it fits the tie."""
    method, results = LAWS[election.law][2], []
    fits(not ballot.districts or method and ballot.name in ("DPRD_PROV", "DPRD_KABKO"), "districts")
    apart([code for district in ballot.districts for code in district["regions"]])
    for district in ballot.districts:
        votes = [None] * len(ballot.contestants)
        for code in district["regions"]:
            add(votes, sums[code][5:])
        # Nothing entered is no tie of everybody at zero.
        seats = 0 if votes.count(None) == len(votes) else district["seats"]
        wins, tied, left, most = divide(method, seats, {n: own or 0 for n, own in zip(ballot.contestants, votes)})
        if district["number"] in ballot.ties:
            given = Counter(ballot.ties[district["number"]])
            fits(left and set(+given) <= set(tied) and max(given.values()) <= most, "tie")
            fits(sum(given.values()) == left, "tie")
            wins, left = {number: held + given[number] for number, held in wins.items()}, 0
        seats = sorted([number, held] for number, held in wins.items() if held)
        results.append({"contested": left, "method": method, "number": district["number"], "seats": seats})
    return results


# ---- Rules of forms


def form_rules(ballot, rolls):
    """What must hold on a form: figures that together are (=) or are at most (<) other figures together.

    A06 and A12 need the lists of candidates and are not checked here.
    """
    sexes = ("male", "female", "total")
    rows = [f"{part}_{roll}" for roll in [*rolls, "all"] for part in ("electorate", "voters")]
    rows += ["disabled", "disabled_voters"]
    return {
        "A01": [([f"{row}_male", f"{row}_female"], "=", [f"{row}_total"]) for row in rows],
        "A02": [([f"electorate_{roll}_{sex}" for roll in rolls], "=", [f"electorate_all_{sex}"]) for sex in sexes],
        "A03": [([f"voters_{roll}_{sex}" for roll in rolls], "=", [f"voters_all_{sex}"]) for sex in sexes],
        "A04": [(["papers_used", "papers_unused", "papers_spoiled"], "=", ["papers_received"])],
        "A05": [(["papers_used"], "=", ["voters_all_total"])],
        "A07": [([f"votes_{number}" for number in ballot.contestants], "=", ["valid"])],
        "A08": [(["valid", "invalid"], "=", ["total"])],
        "A09": [(["total"], "=", [other]) for other in ("voters_all_total", "papers_used")],
        "A10": [([f"voters_{roll}_{sex}"], "<", [f"electorate_{roll}_{sex}"]) for roll in rolls for sex in sexes],
        "A11": [([f"disabled_voters_{sex}"], "<", [f"{row}_{sex}"])
                for row in ("disabled", "voters_all") for sex in sexes],
        "A13": [([figure], "<", ["papers_received"]) for figure in ("voters_all_total", "papers_spoiled")],
    }


def breaks(form, rule):
    """Whether one of the sums does not hold; where a figure is missing nothing is asked."""
    for left, sign, right in rule:
        left, right = [form.get(name) for name in left], [form.get(name) for name in right]
        if None not in left + right and (sum(left) != sum(right) if sign == "=" else sum(left) > sum(right)):
            return True
    return False


def broken_forms(election, ballot):
    """How many forms of each reading break a rule that would hold a form back."""
    rules = form_rules(ballot, LAWS[election.law][1].split())
    counts = Counter((place, reading, code)
                     for place, reading in enumerate(ballot.forms) for code, rule in rules.items()
                     for forms in ballot.forms[reading].values() for form in forms.values() if breaks(form, rule))
    return [{"forms": counts[key], "reading": key[1], "rule": key[2]} for key in sorted(counts)]


# ---- The record


class Record:
    """What an outsider knows who reads the publications one after the other, and nothing else."""

    def __init__(self):
        self.election, self.leaves, self.counts, self.notes = Election(), [], Counter(), []
        # The leaf hash of every entry of the journal that publications come from.
        self.entries = {}
        self.last = self.begun = None

    def read(self, text):
        """Reads the next publication; a result is added up again."""
        self.leaves.append(leaf_hash(text))
        value, kind, content = read_publication(text)
        now = value["entry"], value["at"], value["leaf"]
        last = self.last or now
        need(now[0] >= last[0] and now[1] >= last[1], "entri atau waktunya mundur", "its entry or time goes back")
        need(now == last or now[0] > last[0], "hash atau waktu entrinya lain dari pengumuman sebelumnya",
             "another hash or time of its entry than in the publication before")
        need(now == last or not self.begun, "lanjutan pengumuman sebelumnya tidak ada",
             "what continues the one before is missing")
        self.last, self.entries[now[0]] = now, bytes.fromhex(now[2])
        if self.begun:
            content = self.joined(kind, content)
        self.begun = (kind, content) if "more" in value else None
        if not self.begun:
            self.counts["results" if kind == "result" else "acts"] += 1
            self.compare(content) if kind == "result" else self.election.apply(kind, content)

    def joined(self, kind, content):
        """What was begun together with what continues it: its lists are appended, all else is the same."""
        before, begun = self.begun
        lists = CONTENTS[kind][1].split()
        need(kind == before and lists and begun.keys() == content.keys() and all(
            begun[name] == content[name] for name in begun if name not in lists
        ), "bukan lanjutan pengumuman sebelumnya", "does not continue the one before it")
        return {name: begun[name] + content[name] if name in lists else begun[name] for name in begun}

    def compare(self, stated):
        """Adds a ballot up again; what is stated must be what it comes to."""
        name, election = stated["ballot"], self.election
        ballot = election.ballots.get(name)
        with at(f"{name} tidak dapat dijumlahkan", f"{name} cannot be added up"):
            fits(ballot, "ballot")
            sums = region_sums(election, ballot)
            districts, broken = district_seats(election, ballot, sums), broken_forms(election, ballot)
        with at(f"hasil {name} lain dari jumlahnya", f"the result of {name} is not what it adds up to"):
            same("forms", "forms", stated["forms"], bool(ballot.forms))
            columns = ["stations", "counted", "valid", "invalid", "total", *(f"votes_{n}" for n in ballot.contestants)]
            for row, code in zip(stated["regions"], sums):
                for column, figure, computed in zip(["code", *columns], row, [code, *sums[code]]):
                    same(f"wilayah {code}, {column}", f"region {code}, {column}", figure, computed)
                same(f"wilayah {code}", f"region {code}", row, [code, *sums[code]])
            same("wilayah", "regions", len(stated["regions"]), len(sums))
            for district, computed in zip(stated["districts"], districts):
                number = computed["number"]
                same(f"kursi dapil {number}", f"the seats of district {number}", district, computed)
            same("dapil", "districts", len(stated["districts"]), len(districts))
            known = [row for row in stated["broken"] if row["rule"] not in ("A06", "A12")]
            same("formulir yang melanggar aturan", "forms that break a rule", known, broken)
        if len(known) < len(stated["broken"]):
            self.notes.append((f"{name}: aturan A06 dan A12 tidak diperiksa",
                               f"{name}: rules A06 and A12 are not checked"))
        ballot.result, ballot.is_added_up = Counter(), True
        for district in districts:
            ballot.result.update(dict(district["seats"]))
        self.counts.update(figures=sum(map(len, sums.values())), districts=len(districts))

    def end(self):
        """Notes on what is no failure."""
        for name, ballot in self.election.ballots.items():
            if ballot.determined and ballot.result and +Counter(ballot.determined) != +ballot.result:
                seats = text_of(sorted((+ballot.result).items()))
                self.notes.append((f"{name}: kursi yang ditetapkan lain dari hitungan {seats}",
                                   f"{name}: the seats that were determined are not the computed {seats}"))
            is_official = ballot.certified or ballot.reported or ballot.determined is not None
            if is_official and not ballot.is_added_up:
                self.notes.append((f"{name}: hasilnya belum diumumkan sejak tindakan terakhir",
                                   f"{name}: no result was published since the last act"))
            self.counts["forms"] += sum(len(forms) for reading in ballot.forms.values() for forms in reading.values())


def same(indonesian, english, stated, computed):
    stated, computed = text_of(stated), text_of(computed)
    need(stated == computed, f"{indonesian}: tertulis {stated}, hitungannya {computed}",
         f"{english}: {stated} is stated, {computed} is computed")


# ---- Its files

# A bundle of the longest entries.
LARGEST_FILE = 256 * (2 + 65_535)


class Files:
    """The files of a record, in a folder or at an address."""

    def __init__(self, place):
        self.place, self.bytes, self.read_paths = place.rstrip("/"), 0, set()
        self.is_address = re.match("https?://", place) is not None
        if self.read("record/checkpoint") is not None:
            self.place += "/record"

    def read(self, path):
        """The content of a file; None when it is not there."""
        address = f"{self.place}/{path}" if self.is_address else Path(self.place, path).resolve().as_uri()
        self.read_paths.add(path)
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                content = answer.read(LARGEST_FILE + 1)
        except (OSError, ValueError, http.client.HTTPException) as error:
            is_missing = getattr(error, "code", None) == 404 if self.is_address else not Path(self.place, path).exists()
            need(is_missing, f"{path}: tidak terbaca ({error})", f"{path}: cannot be read ({error})")
            return None
        need(len(content) <= LARGEST_FILE, f"{path}: terlalu besar", f"{path}: too large")
        self.bytes += len(content)
        return content

    def take(self, path):
        content = self.read(path)
        need(content is not None, f"{path}: tidak ada", f"{path}: not there")
        return content

    def others(self):
        """What else lies in a folder, but for proofs and former logs: it must be of an earlier, smaller record."""
        paths = [path.relative_to(self.place).as_posix() for path in Path(self.place).rglob("*") if path.is_file()]
        return sorted(path for path in paths if path not in self.read_paths and not re.match("journal/|[0-9]+/", path))


def tile_path(level, index, width):
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return f"tile/{level}/{'/'.join(groups)}" + (f".p/{width}" if width < 256 else "")


def tiles_of(size):
    """Place and width of the tiles of a level that has so many hashes."""
    return ((index, min(256, size - 256 * index)) for index in range((size + 255) // 256))


def split_bundle(content):
    """The entries of a bundle, each after its length in two bytes."""
    entries = []
    while content:
        end = 2 + int.from_bytes(content[:2], "big")
        need(2 <= end <= len(content), "entri terpotong", "an entry is cut off")
        entries.append(content[2:end])
        content = content[end:]
    return entries


def check_tile(path, content, levels):
    """Every hash of a tile, or of the entries of a bundle, must be the one computed from the entries."""
    with at(path, path):
        parts = re.fullmatch(r"tile/(entries|[0-7])/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([0-9]+))?", path)
        need(parts, "bukan bagian dari catatan", "no part of the record")
        index, width = int(re.sub("[x/]", "", parts[2])), int(parts[3] or 256)
        hashes = levels.get(parts[1], [])[256 * index:256 * index + width]
        found = b"".join(map(leaf_hash, split_bundle(content))) if parts[1] == "entries" else content
        need(len(hashes) == width and path == tile_path(parts[1], index, width) and found == b"".join(hashes),
             "hash-nya bukan hash dari pengumuman", "its hashes are not those of the publications")


def check_record(files, record):
    """What the checkpoint stands for, and what the tiles hold, is what the publications come to."""
    content = files.take("checkpoint")
    with at("checkpoint", "checkpoint"):
        note = read_note(content)
    for index, width in tiles_of(note.size):
        path = tile_path("entries", index, width)
        content = files.take(path)
        with at(path, path):
            entries = split_bundle(content)
            need(len(entries) == width, f"{len(entries)} entri", f"{len(entries)} entries")
        for entry in entries:
            with at(f"pengumuman {len(record.leaves)}", f"publication {len(record.leaves)}"):
                record.read(entry)
    hashes = record.leaves
    need(hashes and tree_root(hashes) == note.root,
         "checkpoint: isinya bukan yang ditandatangani: ada pengumuman yang diubah",
         "checkpoint: the publications are not those it was signed over: one was changed")
    need(not record.begun, f"pengumuman {len(hashes) - 1}: lanjutannya tidak ada",
         f"publication {len(hashes) - 1}: what continues it is missing")
    # A full tile of one level is a single hash of the next.
    levels, tiles = {"entries": hashes}, []
    while hashes:
        level = str(len(levels) - 1)
        tiles += [tile_path(level, *tile) for tile in tiles_of(len(hashes))]
        levels[level] = hashes
        hashes = [tree_root(hashes[end - 256:end]) for end in range(256, len(hashes) + 1, 256)]
    for path in tiles + files.others():
        check_tile(path, files.take(path), levels)
    record.counts["tiles"] = len(tiles)
    record.end()
    return note


def check_signatures(note, election, trusted, witnesses):
    """The office's key in use must have signed, and every witness; a key one knows must be that key or one before."""
    keys = election.log_keys("record")
    need(keys, "catatan ini tidak menyebut kunci", "the record names no key")
    with at("checkpoint", "checkpoint"):
        need(note.origin == keys[0].name, f"dari log {note.origin}, bukan {keys[0].name}",
             f"of log {note.origin}, not {keys[0].name}")
        need(not trusted or trusted in keys + election.log_keys(),
             "kunci Anda bukan kunci catatan ini", "your key is none of this record")
        found = signers(note.body, note.signatures, [keys[0], *witnesses])
        for key in [keys[0], *witnesses]:
            need(key in found, f"tidak ditandatangani {key.name}", f"not signed by {key.name}")
    return found


def check_journal(files, record):
    """The journal's checkpoint, and the proofs that it holds the entries that publications name."""
    content, proofs = files.read("journal/checkpoint"), 0
    if content is None:
        return None, 0
    keys = record.election.log_keys("journal")
    with at("journal/checkpoint", "journal/checkpoint"):
        last = read_note(content)
        need(signers(last.body, last.signatures, keys), "tidak ditandatangani kantor", "not signed by the office")
        need(last.size > max(record.entries), "entri setelahnya sudah diumumkan", "later entries were published")
    signed_before = {content}
    # At an address every proof is a question of its own: as many as the program asks for.
    for entry, leaf in list(record.entries.items())[-256 if files.is_address else 0:]:
        path = f"journal/proof/{entry}"
        content = files.read(path)
        if content is not None:
            with at(path, path):
                head, _, signed = content.partition(b"\n\n")
                version, index, *beside = re.sub("\nextra .*", "", head.decode(), count=1).split("\n")
                # It may be of an earlier checkpoint, which the office signed as well.
                note = read_note(signed)
                need((version, index, note.origin) == ("c2sp.org/tlog-proof@v1", f"index {entry}", last.origin)
                     and entry < note.size <= last.size,
                     "bukti untuk entri atau jurnal lain", "a proof of another entry or journal")
                if signed not in signed_before:
                    by_office = signers(note.body, note.signatures, keys)
                    need(by_office, "tidak ditandatangani kantor", "not signed by the office")
                signed_before.add(signed)
                need(proven_root(leaf, entry, note.size, [base64_bytes(line) for line in beside]) == note.root,
                     "entri yang diumumkan tidak ada di jurnal", "the entry that was published is not in the journal")
            proofs += 1
    return last, proofs


def main():
    asked = [os.environ.get(name) for name in ("PLENO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    language = "id" if next(filter(None, asked), "").startswith("id") else "en"

    def known_key(text):
        try:
            return read_key(text)
        except (Wrong, ValueError, IndexError):
            raise argparse.ArgumentTypeError(f"{text}: no key / bukan kunci") from None

    parser = argparse.ArgumentParser(description="Check a public record. / Periksa sebuah catatan publik.")
    parser.add_argument("place", help="a folder or an address / folder atau alamat")
    parser.add_argument("--key", type=known_key, metavar="VKEY", help="the office's key, as you know it / kunci kantor")
    parser.add_argument("--witness", type=known_key, metavar="VKEY", action="append", default=[],
                        help="a key that must have cosigned / kunci yang harus ikut menandatangani")
    parser.add_argument("--lang", choices=["en", "id"], default=language)
    given = parser.parse_args()

    def tell(indonesian, english, file=sys.stdout):
        # What stands in a record must not move the cursor of a terminal.
        text = indonesian if given.lang == "id" else english
        print("".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text), file=file)

    sys.stdout.reconfigure(errors="backslashreplace")

    record = Record()
    try:
        files = Files(given.place)
        note = check_record(files, record)
        found = check_signatures(note, record.election, given.key, given.witness)
        journal, proofs = check_journal(files, record)
    except Wrong as wrong:
        tell(*(f"{given.place}: {words}" for words in wrong.args), file=sys.stderr)
        return 1
    count = record.counts
    size, acts, results, root = note.size, count["acts"], count["results"], note.root.hex()
    tell(f"{files.place}: {size} pengumuman, {acts} tindakan, {results} hasil dijumlahkan ulang: semuanya cocok",
         f"{files.place}: {size} publications, {acts} acts, {results} results added up again: everything holds")
    tell(f"akar pohon: {root}", f"tree root: {root}")
    for key, moment in found.items():
        when = "" if moment is None else time.strftime(" (%Y-%m-%dT%H:%M:%SZ)", time.gmtime(moment))
        tell(f"ditandatangani {key_text(key)}{when}", f"signed by {key_text(key)}{when}")
    if not given.key:
        tell("tanpa --key: kunci di atas adalah yang disebut catatan ini sendiri; bandingkan dengan yang Anda kenal",
             "without --key: the key above is the one the record itself names; compare it with the one you know")
    if journal:
        tell(f"jurnal: {journal.size} entri; {proofs} entri yang diumumkan terbukti ada di dalamnya",
             f"journal: {journal.size} entries; {proofs} that were published are proven to be in it")
    tiles, forms, figures, districts = (count[name] for name in ("tiles", "forms", "figures", "districts"))
    tell(f"{tiles} ubin, {forms} formulir, {figures} angka, kursi {districts} dapil, {files.bytes} bita",
         f"{tiles} tiles, {forms} forms, {figures} figures, seats of {districts} districts, {files.bytes} bytes")
    for indonesian, english in record.notes:
        tell(f"perhatikan: {indonesian}", f"note: {english}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
