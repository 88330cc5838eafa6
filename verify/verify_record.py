#!/usr/bin/env python3
"""Check the public record of an election office from its files alone: every hash, sum, seat and signature.

    python3 verify_record.py PLACE [--key VKEY] [--witness VKEY]... [--lang id]

PLACE is a folder or the address of a web site. Nothing is needed but Python 3.9 or later; no line of Pleno runs here.
docs/record.md says what the files mean. The first thing that is wrong is named, and the exit status is then 1.

From top to bottom: words, hashes, signatures, publications, acts and plenaries, sums, seats, rules of forms, the
record, its files.
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
from datetime import date, timedelta
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
    "contest-opened": ("ballot contestants districts lists nation?", "contestants districts lists"),
    "reading-opened": ("ballot comparison? fields file id name", ""),
    "forms-taken": ("ballot reading villages", ""),
    "form-reopened": ("ballot reason station version village", ""),
    "figures-certified": ("ballot fields file? plenary? rows", "rows"),
    "figures-reported": ("ballot rows", "rows"),
    "tie-decided": ("ballot basis district seats", ""),
    "seats-determined": ("ballot seats", ""),
    "key-named": ("key proof? purpose", ""),
    "log-succeeded": ("checkpoint generation keyLost reason", ""),
    "evidence-added": ("ballot? copy faulty? number page station version village", ""),
    "evidence-withdrawn": ("ballot? copy reason station version village", ""),
    "plenary-called": ("agenda ballots? date ground? invitation members number region subject venue", ""),
    "plenary-opened": ("plenary", ""),
    "plenary-attended": ("attendee ballots? capacity contestant? plenary", ""),
    "plenary-left": ("attendee plenary", ""),
    "units-read": ("ballot plenary units", ""),
    "objection-raised": ("attendee ballot claim claimed? deferred? evidence? field? number plenary unit?", ""),
    "objection-answered": ("objection opinion? outcome plenary reason", ""),
    "figures-corrected": ("ballot basis changes initials objection? plenary reason unit", ""),
    "event-noted": ("ballot? event plenary", ""),
    "plenary-closed": ("plenary", ""),
    "plenary-signed": ("attendee plenary refusal?", ""),
    "certificate-issued": ("plenary", ""),
    "decision-taken": ("decree? matter minutes? motion number plenary votes", ""),
    "plenary-abandoned": ("plenary reason", ""),
    "audit-drawn": ("ballot plenary seed size", ""),
    "audit-read": ("ballot figures plenary station version village", ""),
    "revotes-known": ("revotes", ""),
    "revote-proposed": ("ballots cause ground number proposer simulated? station version village", ""),
    "revote-recommended": ("paper revote", ""),
    "revote-decided": ("date? decision last? reason revote ruling?", ""),
    "revote-held": ("committee? date papers? revote", ""),
    "list-tie-decided": ("ballot contestant decision district order seats", ""),
    "seat-tie-decided": ("ballot decision district seats", ""),
    "result-determined": ("ballot decision districts elected? ground? notice? seats? votes?", ""),
    "result-announced": ("ballot copies date determination overseer?", ""),
    "members-proposed": ("ballot enclosures paper seats via", ""),
    "members-decreed": ("ballot paper seats", ""),
    "members-sworn": ("ballot paper seats", ""),
    "member-postponed": ("ballot paper reason seat", ""),
    "member-replaced": ("ballot decision? paper seat successor", ""),
    "case-registered": ("appeals? attackedTime? attacks? filed filedTime? forum kind number object register registered "
                        "relief reporter respondent scope? simulated? stage?", ""),
    "hearing-held": ("case date done kind venue?", ""),
    "evidence-bundled": ("case items number", ""),
    "case-answered": ("case paper summary", ""),
    "case-ruled": ("case effects? obligations? operative outcome paper", ""),
    "obligation-fulfilled": ("cancelled? case date obligation paper? plenary? revotes?", ""),
    "case-closed": ("case date", ""),
    "lists-published": ("ballot date decision? kind lists simulated?", "lists"),
    "list-objected": ("ballot candidate? claim contestant date district? number", ""),
    "list-objection-answered": ("ballot date objection outcome reason", ""),
    "candidate-replaced": ("ballot contestant date district? number paper reason successor?", ""),
    "candidate-status-set": ("ballot contestant date district? number paper status", ""),
    "papers-issued": ("engine issues record", ""),
    "paper-returned": ("edition file name pages", ""),
    "stages-planned": ("basis issued stages?", "stages"),
    "stage-assigned": ("division? stage", ""),
    "stage-begun": ("note? on stage", ""),
    "product-delivered": ("document on product stage", ""),
    "stage-closed": ("causes? documents? done missing? on problems? stage", ""),
    "stage-resumed": ("reason stage", ""),
    "holidays-decreed": ("basis days? year", ""),
    "result": ("ballot broken districts forms regions", "broken districts regions"),
}
# Acts that say nothing of a ballot's sums, though they may name it.
SUMLESS = re.compile("(evidence|plenary|units|objection|event|certificate|decision|revotes?|audit|case|hearing|"
                     "obligation|lists?|candidate|result|members?|papers?|stages?|product|holidays)-|figures-corrected")
# The fields of the objects in their lists.
PARTS = {
    "regions": "aliases? code kind name", "files": "found? nature path signed? source",
    "contestants": "colour kind name number shortName", "lists": "candidates contestant district?",
    "candidates": "after? before? name number sex?", "rows": "blank? region stations? votes",
    "revotes": "ballots ground? held? source station version village",
    "name": "en id", "basis": "en id", "source": "en id", "reason": "en id",
    "paper": "date reference", "notice": "date reference", "ruling": "date reference", "papers": "ballot count", "attacks": "date reference",
    "reporter": "ballot? capacity contestant?", "respondent": "ballot? capacity contestant?",
    "issues": "content edition file name pages", "file": "digest size type", "record": "entries root size",
    "scope": "ballots? candidate? districts? stations?", "candidate": "ballot contestant district? number?",
    "stages": "after? doubt? english? first key kind last name products? since? unit? within?",
    "days": "date leave? name", "effects": "kind scope", "obligations": "due? effect? number what", "successor": "after? before? name sex",
}
# What is a whole number wherever it stands, and what is a day.
NUMBERS = ("appeals attendee case contestant determination district edition effect generation members number objection "
           "obligation plenary revote station within year").split()
DAYS = ("date", "last", "due", "filed", "first", "issued", "on", "registered")
# What is true where it stands, and what is true or false; nothing else is either.
FLAGS, ANSWERS = ("simulated", "committee", "faulty", "cancelled", "overseer", "leave"), ("keyLost", "forms")
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
    fits(all(is_day(value[name]) for name in DAYS if name in value), "date")
    fits(all(type(value[name]) is int for name in NUMBERS if name in value), "number")


def check_flags(value, name=None):
    """To Python true is one, and false nothing: here they are neither."""
    fits(value is True if name in FLAGS else type(value) is not bool or name in ANSWERS, name)
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        check_flags(part, key)


def is_day(text):
    """Whether a text is a day of the calendar, as 2019-04-17."""
    try:
        return re.fullmatch("(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}", text) and date.fromisoformat(text) is not None
    except ValueError:
        return False


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
    check_flags(value[what])
    return value, kind, value[what]


# ---- Acts

# Kinds of regions by the parts of their codes; versions of forms in the order in which they supersede.
STAGES = ("planning regulations outreach ad-hoc-bodies electorate parties districts candidacy logistics campaign "
          "quiet-period voting counting recapitulation disputes seats oath").split()
KINDS = ["provinsi", "kabupaten kota", "kecamatan", "desa kelurahan"]
VERSIONS = "reguler pss psl hitung-susulan psu pssu psu-2 pssu-2".split()


def once(version):
    """The same vote or count, happening for the first time."""
    return version.removesuffix("-2")


# Pages of which pictures are published.
PAGES_OF_BALLOT, PAGES_OF_STATION = ["result", "plano"], ["minutes", "special-events"]


class Ballot:
    """One ballot as its acts left it."""

    def __init__(self, act):
        self.name = act["ballot"]
        self.contestants = [contestant["number"] for contestant in act["contestants"]]
        self.names = {contestant["number"]: contestant["name"] for contestant in act["contestants"]}
        # The column against which a single pair stands.
        self.blank = next((row["number"] for row in act["contestants"] if row["kind"] == "blank"), None)
        self.districts = act["districts"]
        # Of each reading its fields, and the forms of each station by the rank of their version.
        self.fields, self.forms = {}, {}
        # The readings that others hold beside the office's: they never count.
        self.beside = set()
        self.lists = act["lists"]
        # The nation's votes, of which a threshold is a share.
        self.nation = dict(act.get("nation", []))
        fits([number for number, _ in act.get("nation", [])] == sorted(self.nation), "nation")
        fits(all(type(number) is int for number in self.nation), "nation")
        fits("nation" not in act or self.nation and all(count(votes) is not None for votes in self.nation.values()), "nation")
        # How far lists of the office's own have come: as they stand, and since when; objections with their answers; the
        # status of candidates by list and number, with its day.
        self.stage, self.standing, self.since, self.latest = "elsewhere" if self.lists else "submitted", {}, "", ""
        self.objected, self.statuses = [], {}
        # Everything that was certified, in its order, and what of it is in force: figures by region or station.
        self.editions, self.certified, self.certified_fields, self.by_plenary = [], {}, [], set()
        self.reported = self.determined = None
        # The seats computed last, and whether the last act on the ballot was added up.
        self.ties, self.result, self.is_added_up = {}, Counter(), False
        # What the office's plenary decided: seats of tied parties, by district; the order of equals, by list.
        self.seat_ties, self.list_ties = defaultdict(list), defaultdict(list)
        # What was determined last, by step and district; who has each seat, and how far they have come.
        self.determined_of, self.members = {}, {}
        fits(0 < len(self.contestants) == len(set(self.contestants)), "contestants")
        fits(set(self.nation) <= set(self.contestants), "nation")
        districts = [district["number"] for district in self.districts]
        for row in act["lists"]:
            fits(row["contestant"] in self.contestants and row.get("district") in [None, *districts], "lists")

    def stands(self, party, district, number):
        """Whether a candidate can take a seat."""
        return self.statuses.get((party, district, number), ("standing",))[0] == "standing"

    def rank_in_force(self, station):
        """Which vote or count counts: the first reading's latest; another's only where it is later than the first."""
        form, rank = None, 0
        for place, (name, reading) in enumerate(self.forms.items()):
            if name in self.beside:
                continue
            latest = max(reading.get(station, {}), default=-1)
            if latest > rank or place == 0 == latest:
                form, rank = reading[station][latest], latest
        return form, (None if form is None else rank)

    def form_in_force(self, station):
        return self.rank_in_force(station)[0] or {}

    def counted_fields(self):
        """The fields of the first reading that counts, or else of what was certified first."""
        return next((self.fields[name] for name in self.forms if name not in self.beside), self.certified_fields)

    def form_of(self, station, rank):
        """A station's form of one vote or count, from the first reading that holds it."""
        return next(reading[station][rank] for name, reading in self.forms.items()
                    if name not in self.beside and rank in reading.get(station, {}))

    def candidates_at(self, village):
        """The fields of the candidates on the forms of a village; None where no lists tell districts apart."""
        inside = (row["number"] for row in self.districts for code in row["regions"]
                  if f"{village}.".startswith(f"{code}."))
        district = next(inside, None) if self.lists else None
        return {f"candidate_{row['contestant']}_{candidate['number']}" for row in self.lists
                if None in (district, row.get("district")) or row["district"] == district
                for candidate in row["candidates"]}


# The articles of UU 7/2017 by which a vote or a count is held again or late, each with what it leads to.
GROUNDS = {"372(1)": "psu pssu", "431": "psl", "432": "pss hitung-susulan", "ruling": "pss psl hitung-susulan psu pssu"}
GROUNDS.update(dict.fromkeys(["372(2)a", "372(2)b", "372(2)c", "372(2)d"], "psu"))
GROUNDS.update(dict.fromkeys(["374(2)a-g", "374(2)h"], "pssu"))
# Ballots on which lists stand; and the highest tier that each ballot's figures reach: nation, province or regency,
# ballot by ballot in the order of counting.
LISTS = ("DPR", "DPRD_PROV", "DPRD_KABKO")
# Of each kind of case the forums it goes before, and what a ruling in it can do.
SUPERVISORS = "bawaslu-ri bawaslu-provinsi bawaslu-kabupaten"
CASES = {
    "administrative": (f"{SUPERVISORS} panwascam", "correction recount revote candidate-cancelled"),
    "tsm": ("bawaslu-ri bawaslu-provinsi mahkamah-agung", "candidate-cancelled"),
    "process": (f"{SUPERVISORS} ptun mahkamah-agung", "candidate-cancelled"),
    "result": ("mahkamah-konstitusi", "correction recount revote figures candidate-cancelled"),
    "ethics": ("dkpp", ""), "crime": ("gakkumdu pengadilan", "candidate-cancelled"),
    "information": ("komisi-informasi ptun pengadilan mahkamah-agung", ""),
}
# Who stands on a ballot; who else is on either side of a case; who only brings one, and who only answers in one.
STANDING = ["peserta", "calon", "pasangan-calon"]
SIDES = [*STANDING, *"bawaslu kpu-kabupaten kpu-provinsi kpu-ri lain".split()]
PARTIES = {"reporter": [*SIDES, "pemilih", "pemantau"], "respondent": [*SIDES, "ppk", "pps", "kpps"]}
HEARINGS = ("preliminary", "mediation", "examination", "evidence", "verdict")
# What carries out an effect, or what has none.
CARRIED = {None: "paper", "correction": "plenary", "figures": "plenary", "recount": "revotes", "revote": "revotes",
           "candidate-cancelled": "cancelled"}
GRANTED, FAILED = ("proven", "partly"), ("not-proven", "withdrawn", "not-accepted")
TIERS = {"PPWP": 0, "DPR": 0, "DPD": 0, "DPRD_PROV": 1, "DPRD_KABKO": 2, "PILGUB": 1, "PILBUP": 2}


def is_text(*texts, most=500):
    """Reasons, grounds, names of papers: there, and not too long."""
    fits(all(isinstance(text, str) and 1 <= len(text.encode()) <= most for text in texts), "text")


class Plenary:
    """A plenary as its acts left it: who was there, what was read, corrected and objected, who signed."""

    def __init__(self, election, act):
        self.election, self.stage, self.number = election, "called", act["number"]
        self.region, self.ballots, self.ground = act["region"], act.get("ballots", []), act.get("ground")
        self.members, self.is_recapitulation = act["members"], act["subject"] == "recapitulation"
        self.date = act["date"]
        # Of each attendee the capacity, contestant and ballots; who is there; what was read, and corrected on it.
        self.attendees, self.present, self.read, self.corrected = [], set(), {}, defaultdict(dict)
        # Of each ballot that is audited the forms that could be drawn; and those that were read again.
        self.audits, self.audited = {}, set()
        self.objections, self.answers, self.corrected_ever, self.signed, self.decisions = [], {}, set(), {}, []

    def need_stage(self, stage, is_recapitulation=None):
        fits(self.stage == stage and is_recapitulation in (None, self.is_recapitulation), "plenary")

    def attendee(self, number):
        fits(number in self.present, "attendee")
        return self.attendees[number - 1]

    def quorum(self):
        """Two thirds of the members, rounded up, and the chair among them."""
        there = [self.attendees[number - 1][0] for number in self.present]
        fits("chair" in there and sum(c in ("chair", "member") for c in there) >= (2 * self.members + 2) // 3, "quorum")

    def units(self, ballot):
        """The columns of its table: stations of a subdistrict, or the regions right below, that have the ballot."""
        inside = [station for station in self.election.stations
                  if f"{station[0]}.".startswith(f"{self.region}.") and self.election.has(station, ballot)]
        if self.region.count(".") == 2:
            return sorted(inside)
        depth = self.region.count(".") + 2
        return sorted({(".".join(village.split(".")[:depth]),) for village, _ in inside})

    def edition(self, unit, ballot):
        """What stands for a unit now: the rank of its form, or how often it was certified."""
        if len(unit) == 2:
            rank = ballot.rank_in_force(unit)[1]
            # What was annulled is not read: the form of a vote that was held again must be there first.
            annulled = any(revote["stage"] == "held" and revote["place"] == unit and ballot.name in revote["ballots"]
                           and rank is not None and rank < VERSIONS.index(revote["version"])
                           for revote in self.election.revotes)
            return None if annulled else rank
        return sum(unit in edition for edition in ballot.editions) or None

    def column(self, unit, ballot):
        """The figures of a unit as it was read, with what was corrected on it since."""
        edition = self.read[ballot.name, unit]
        if len(unit) == 2:
            figures = ballot.form_of(unit, edition)
        else:
            figures = [found for found in ballot.editions if unit in found][edition - 1][unit]
        return {**figures, **self.corrected[ballot.name, unit, edition]}

    def must(self, ballot, unit):
        """The figures that no certificate leaves out, and the candidates who are on the forms."""
        votes = [f"votes_{number}" for number in ballot.contestants]
        if len(unit) == 1:
            return votes, None
        candidates = ballot.candidates_at(unit[0]) if ballot.name in LISTS else set()
        parties = [f"party_{number}" for number in ballot.contestants] if ballot.name in LISTS else []
        return [*votes, *parties, *candidates, "valid", "invalid", "total"], candidates

    def figures(self, ballot):
        """The rows that it certifies: corrected columns, villages, the region. A figure that one lacks is missing."""
        fields, rows, whole, village = ballot.counted_fields(), [], {}, None
        sums = {}

        def close():
            if village is not None:
                rows.append([village, None, *(sums.get(field, (None,))[0] for field in fields)])

        def add_to(total, field, figure):
            known = total.get(field, (0,))[0]
            total[field] = (None if figure is None or known is None else known + figure,)

        for unit in self.units(ballot.name):
            column = self.column(unit, ballot)
            must, candidates = self.must(ballot, unit)
            fits(all(column.get(field) is not None for field in fields if field in must), unit)
            if len(unit) == 2 and village != unit[0]:
                close()
                village, sums = unit[0], {}
            for field in fields:
                figure = column.get(field)
                is_stranger = field.startswith("candidate_") and candidates is not None and field not in candidates
                if figure is None and is_stranger:
                    continue
                for total in (whole, sums):
                    add_to(total, field, figure)
            if self.corrected.get((ballot.name, unit, self.read[ballot.name, unit])):
                rows.append([*(unit if len(unit) == 2 else (unit[0], None)), *(column.get(field) for field in fields)])
        close()
        return [*rows, [self.region, None, *(whole.get(field, (None,))[0] for field in fields)]]


class Election:
    """Everything that follows from the acts, folded one after the other. An act `forms-taken` is `forms_taken` here."""

    def __init__(self):
        self.law, self.regions, self.stations, self.ballots = None, [], {}, {}
        self.keys, self.generation = [], 1
        # Of each place the page of every picture that stands there, by its digest; and those that were withdrawn.
        self.evidence, self.withdrawn = defaultdict(dict), set()
        self.plenaries, self.revotes, self.days_of_revotes = [], [], None
        # What plenaries decided on rules that the law leaves open.
        self.readings = {}
        # The ballots of a plenary whose certificates were issued and whose figures have not followed.
        self.uncertified = set()
        # The re-votes that others have on record.
        self.known_revotes = []
        # Determinations with the day of their plenary and whether they were announced; decisions that carry one.
        self.determinations, self.used = [], set()
        # What this script does not check, of which it tells.
        self.unchecked = []
        self.cases = []
        # The editions of every paper with the digests of what came back of it.
        self.stages = {}
        self.papers, self.issued = defaultdict(list), set()

    def apply(self, kind, act):
        fits(self.law or kind == "election-set-up", "election-set-up")
        ballot = self.ballots.get(act.get("ballot"))
        fits(ballot or "ballot" not in act or kind == "contest-opened", "ballot")
        getattr(self, kind.replace("-", "_"))(act, ballot)
        if ballot and not SUMLESS.match(kind):
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
        self.law, self.date, self.office = act["law"], act["date"], act["place"]
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
        """Where figures come from: nothing is added up by it."""

    files_named = nothing

    def rule_decided(self, act, _):
        """What a plenary decided on open rules: held against others are only the days for re-votes, and equals."""
        fits(act["rule"] not in self.readings and act["reading"] in READINGS.get(act["rule"], [act["reading"]]), "rule")
        self.readings[act["rule"]] = act["reading"]
        if act["rule"] == "deadline-revote":
            self.days_of_revotes = int(act["reading"].split("-")[0])

    def contest_opened(self, act, ballot):
        fits(not ballot and act["ballot"] in LAWS[self.law][0].split(), "ballot")
        for district in act["districts"]:
            has_fields(district, "name number regions seats")
            fits(type(district["number"]) is int and district["number"] > 0, "districts")
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
                is_read = any(plenary.read.get((ballot.name, station)) == rank for plenary in self.plenaries)
                fits(act["reading"] in ballot.beside or not is_read, station)
                forms[station][rank] = dict(zip(fields, map(count, figures)))

    def form_reopened(self, act, ballot):
        """A form of the counting desk is taken out again, to be typed anew."""
        forms, station = ballot.forms.get("desk", {}), (act["village"], act["station"])
        rank = VERSIONS.index(act["version"])
        taken_over = len(ballot.editions) > len(ballot.by_plenary)
        fits(not taken_over and rank in forms.get(station, {}), station)
        fits(all(plenary.read.get((ballot.name, station)) != rank for plenary in self.plenaries), station)
        fits(all((station, rank) not in plenary.audits.get(ballot.name, ()) for plenary in self.plenaries), station)
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

    def paper_file(self, file, *types):
        fits(re.fullmatch("[0-9a-f]{64}", file["digest"]) and file["type"] in types, "file")
        fits(type(file["size"]) is int and 1 <= file["size"] <= 20_000_000, "file")

    def stages_planned(self, act, _):
        keys = [row["key"] for row in act.get("stages", [])]
        fits(keys and len(set(keys)) == len(keys), "stages")
        for row in act["stages"]:
            fits(re.fullmatch("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]", row["key"]), row["key"])
            fits(row["first"] <= row["last"] and row["kind"] in STAGES, row["key"])
            days = [date.fromisoformat(row[name]) - date.fromisoformat(self.date) for name in ("first", "last")]
            fits(all(-1_100 <= day.days <= 730 for day in days), row["key"])
            fits(len({name in row for name in ("since", "unit", "within")}) == 1, row["key"])
            stage = self.stages.setdefault(row["key"], {"began": None, "isOpen": False, "made": set()})
            stage |= {"after": row.get("after", []), "products": row.get("products", []),
                      "before": row.get("after", []) + [row[name] for name in ("since",) if name in row]}
        fits(len(self.stages) <= 500, "stages")
        for key in keys:
            seen, waits = set(), list(self.stages[key]["before"])
            while waits:
                other = waits.pop()
                fits(other != key and other in self.stages, key)
                if other not in seen:
                    seen.add(other)
                    waits += self.stages[other]["before"]

    def stage(self, act):
        stages = list(self.stages.values())
        fits(type(act["stage"]) is int and 1 <= act["stage"] <= len(stages), "stage")
        return stages[act["stage"] - 1]

    def stage_assigned(self, act, _):
        self.stage(act)

    def stage_begun(self, act, _):
        stage = self.stage(act)
        fits(stage["began"] is None, "stage")
        over = [self.stages[key]["began"] and not self.stages[key]["isOpen"] for key in stage["after"]]
        fits("note" in act or all(over), "note")
        stage |= {"began": act["on"], "isOpen": True}

    def product_delivered(self, act, _):
        stage = self.stage(act)
        fits(act["product"] in stage["products"] and act["product"] not in stage["made"], "product")
        stage["made"].add(act["product"])

    def stage_closed(self, act, _):
        stage = self.stage(act)
        fits(stage["isOpen"] and stage["began"] <= act["on"], "stage")
        fits("missing" in act or set(stage["products"]) <= stage["made"], "missing")
        stage["isOpen"] = False

    def stage_resumed(self, act, _):
        stage = self.stage(act)
        fits(stage["began"] and not stage["isOpen"], "stage")
        stage["isOpen"] = True

    def holidays_decreed(self, act, _):
        fits(all(row["date"][:4] == str(act["year"]) for row in act.get("days", [])), "days")

    def papers_issued(self, act, _):
        """Every paper is the next edition of its name, and says something else than the last one."""
        fits(1 <= len(act["issues"]) <= 150 and 1 <= len(act["engine"].encode()) <= 100, "issues")
        fits(len({paper["name"] for paper in act["issues"]}) == len(act["issues"]), "name")
        fits(type(act["record"]["entries"]) is int and 0 < act["record"]["entries"] < 2**53, "record")
        for paper in act["issues"]:
            editions = self.papers[paper["name"]]
            fits(re.fullmatch("[a-z0-9-][a-z0-9.-]*(/[a-z0-9-][a-z0-9.-]*)+", paper["name"]), "name")
            fits(len(paper["name"]) <= 100 and paper["edition"] == len(editions) + 1, "edition")
            fits(re.fullmatch("[0-9a-f]{64}", paper["content"]), "content")
            fits(not editions or editions[-1]["content"] != paper["content"], "content")
            fits(type(paper["pages"]) is int and 1 <= paper["pages"] <= 2_000, "pages")
            self.paper_file(paper["file"], "application/pdf")
            editions.append({**paper, "copies": set()})
            self.issued.add(paper["file"]["digest"])

    def paper_returned(self, act, _):
        """A signed copy shows pages of an edition that was issued, and is not the issued file itself."""
        editions, pages = self.papers[act["name"]], act["pages"]
        fits(1 <= act["edition"] <= len(editions), "edition")
        edition = editions[act["edition"] - 1]
        self.paper_file(act["file"], "application/pdf", "image/jpeg", "image/png")
        fits(pages and all(type(page) is int for page in pages) and pages == sorted(set(pages)), "pages")
        fits(1 <= pages[0] and pages[-1] <= edition["pages"], "pages")
        digest = act["file"]["digest"]
        fits(digest not in edition["copies"] and digest not in self.issued, "file")
        edition["copies"].add(digest)

    def figures_certified(self, act, ballot):
        fits(act["plenary"] not in ballot.by_plenary if "plenary" in act else not ballot.editions, "figures-certified")
        fits("plenary" not in act or "file" not in act, "file")
        edition = {}
        for code, number, *figures in act["rows"]:
            fits(code in self.regions if number is None else (code, number) in self.stations, code)
            fits(len(list(map(count, figures))) == len(set(act["fields"])) == len(act["fields"]), code)
            edition.setdefault((code,) if number is None else (code, number), dict(zip(act["fields"], figures)))
        if "plenary" in act:
            plenary = self.plenary(act)
            fits(plenary.stage == "certified" and ballot.name in plenary.ballots, "plenary")
            same("angka pleno", "the figures of the plenary", act["rows"], plenary.figures(ballot))
            fits(act["fields"] == ballot.counted_fields(), "fields")
            ballot.by_plenary.add(act["plenary"])
            self.uncertified.discard(ballot.name)
        ballot.editions.append(edition)
        ballot.certified.update(edition)
        if not ballot.forms and not ballot.certified_fields:
            ballot.certified_fields = act["fields"]

    def plenary(self, act):
        fits(type(act["plenary"]) is int and 1 <= act["plenary"] <= len(self.plenaries), "plenary")
        return self.plenaries[act["plenary"] - 1]

    def plenary_called(self, act, _):
        plenary = Plenary(self, act)
        fits(act["number"] == len(self.plenaries) + 1 and act["subject"] in ("recapitulation", "decision"), "number")
        fits(plenary.region in self.regions and plenary.region.count(".") < 3, "region")
        fits(plenary.members in (3, 5, 7), "members")
        fits(bool(plenary.ballots) == plenary.is_recapitulation, "ballots")
        fits(len(set(plenary.ballots)) == len(plenary.ballots), "ballots")
        is_text(act["invitation"], act["agenda"], act["venue"], *([act["ground"]] if "ground" in act else []))
        is_later = False
        for name in plenary.ballots:
            fits(name in self.ballots and plenary.units(name), name)
            fits(plenary.region.count(".") >= TIERS[name] - 1, name)
            before = self.last_plenary(plenary.region, name)
            if before or (plenary.region,) in self.ballots[name].certified:
                is_later = True
                fits("ground" in act and (not before or before.stage != "opened"), "ground")
        fits(is_later or "ground" not in act, "ground")
        self.plenaries.append(plenary)

    def need_last(self, plenary):
        """One that another took the place of goes no further."""
        fits(self.is_last(plenary), "plenary")

    def is_last(self, plenary):
        return all(self.last_plenary(plenary.region, name) is plenary for name in plenary.ballots)

    def last_plenary(self, region, name):
        found = [plenary for plenary in self.plenaries
                 if plenary.region == region and name in plenary.ballots and plenary.stage != "abandoned"]
        return found[-1] if found else None

    def plenary_opened(self, act, _):
        plenary = self.plenary(act)
        plenary.need_stage("called")
        self.need_last(plenary)
        plenary.quorum()
        plenary.stage = "opened"

    def plenary_attended(self, act, _):
        plenary, capacity, contestant = self.plenary(act), act["capacity"], act.get("contestant")
        ballots = act.get("ballots", [])
        fits(plenary.stage in ("called", "opened") and act["attendee"] == len(plenary.attendees) + 1, "attendee")
        fits(capacity in ("chair", "member", "witness", "bawaslu", "reporter", "observer"), "capacity")
        fits((capacity == "witness") == (contestant is not None) == bool(ballots), "contestant")
        fits(set(ballots) <= set(plenary.ballots) and len(set(ballots)) == len(ballots), "ballots")
        # A party's number on one ballot is a pair's on another.
        fits(len({self.ballots[name].names.get(contestant, name) for name in ballots}) <= 1, "contestant")
        fits(all(contestant in self.ballots[name].contestants for name in ballots), "contestant")
        for number in plenary.present:
            other = plenary.attendees[number - 1]
            fits(capacity != "chair" or other[0] != "chair", "chair")
            fits(capacity != "witness" or other[1] != contestant or not set(other[2]) & set(ballots), "witness")
        fits(capacity not in ("chair", "member") or sum(
            plenary.attendees[number - 1][0] in ("chair", "member") for number in plenary.present
        ) < plenary.members, "members")
        plenary.attendees.append((capacity, contestant, ballots))
        plenary.present.add(act["attendee"])

    def plenary_left(self, act, _):
        plenary = self.plenary(act)
        fits(plenary.stage in ("called", "opened"), "plenary")
        plenary.attendee(act["attendee"])
        plenary.present.remove(act["attendee"])

    def units_read(self, act, ballot):
        plenary = self.plenary(act)
        plenary.need_stage("opened", True)
        fits(ballot.name in plenary.ballots and act["units"], "units")
        for unit in map(tuple, act["units"]):
            edition = plenary.edition(unit, ballot)
            fits(unit in plenary.units(ballot.name) and edition is not None, unit)
            fits(plenary.read.get((ballot.name, unit)) != edition, unit)
            plenary.read[ballot.name, unit] = edition

    def objection_raised(self, act, ballot):
        plenary, unit = self.plenary(act), tuple(act["unit"]) if "unit" in act else None
        plenary.need_stage("opened", True)
        fits(act["number"] == len(plenary.objections) + 1 and ballot.name in plenary.ballots, "number")
        capacity, _, ballots = plenary.attendee(act["attendee"])
        fits(capacity == "chair" if "deferred" in act else capacity in ("witness", "bawaslu"), "attendee")
        fits(capacity != "witness" or ballot.name in ballots, "attendee")
        fits("field" not in act or act["field"] in ballot.counted_fields() and unit, "field")
        fits("claimed" not in act or "field" in act and count(act["claimed"]) is not None, "claimed")
        fits(unit is None or (ballot.name, unit) in plenary.read, "unit")
        fits("deferred" not in act or act["deferred"] in self.deferred(plenary, [ballot.name]), "deferred")
        is_text(act["claim"], *act.get("evidence", []))
        plenary.objections.append(act)

    def deferred(self, above, ballots):
        """What certified plenaries right below deferred, and none above took up."""
        counting = [plenary for plenary in self.plenaries if plenary.region == above.region
                    and (plenary.stage == "certified" or plenary.stage != "abandoned" and self.is_last(plenary))]
        taken = [act.get("deferred") for plenary in counting for act in plenary.objections]
        return [[below.number, act["number"]] for below in self.plenaries
                if below.stage == "certified" and below.region.rpartition(".")[0] == above.region
                for act in below.objections if below.answers.get(act["number"]) == "deferred"
                and act["ballot"] in ballots and [below.number, act["number"]] not in taken]

    def objection_answered(self, act, _):
        plenary, number = self.plenary(act), act["objection"]
        plenary.need_stage("opened")
        fits(1 <= number <= len(plenary.objections) and number not in plenary.answers, "objection")
        fits(act["outcome"] in ("accepted", "rejected", "deferred"), "outcome")
        name = plenary.objections[number - 1]["ballot"]
        fits(act["outcome"] != "deferred" or plenary.region.count(".") != TIERS[name] - 1, "outcome")
        is_text(act["reason"], *([act["opinion"]] if "opinion" in act else []))
        plenary.answers[number] = act["outcome"]

    def figures_corrected(self, act, ballot):
        plenary, unit = self.plenary(act), tuple(act["unit"])
        plenary.need_stage("opened", True)
        fits((ballot.name, unit) in plenary.read, unit)
        column, fields = plenary.column(unit, ballot), [field for field, _, _ in act["changes"]]
        fits(fields and len(set(fields)) == len(fields) and set(fields) <= set(ballot.counted_fields()), "changes")
        for field, old, new in act["changes"]:
            fits(column.get(field) == old != new and count(new) is not None, field)
        capacities = [plenary.attendee(number)[0] for number in act["initials"]]
        fits("chair" in capacities and len(set(act["initials"])) == len(capacities), "initials")
        if "objection" in act:
            number = act["objection"]
            fits(plenary.answers.get(number) == "accepted", "objection")
            objection = plenary.objections[number - 1]
            fits(objection["ballot"] == ballot.name, "objection")
            is_of_figure = objection.get("field") in fields and tuple(objection.get("unit", ())) == unit
            fits("field" not in objection or is_of_figure, "objection")
        # A figure is corrected once, however many objected to it.
        plenary.corrected_ever.update((ballot.name, unit, field) for field in fields)
        is_text(act["reason"], act["basis"])
        edition = plenary.read[ballot.name, unit]
        plenary.corrected[ballot.name, unit, edition].update({field: new for field, _, new in act["changes"]})

    def event_noted(self, act, _):
        self.plenary(act).need_stage("opened")
        fits("ballot" not in act or act["ballot"] in self.plenary(act).ballots, "ballot")
        is_text(act["event"])

    def plenary_closed(self, act, _):
        plenary = self.plenary(act)
        plenary.need_stage("opened")
        fits(not self.deferred(plenary, plenary.ballots), "deferred")
        for name in plenary.ballots:
            for unit in plenary.units(name):
                edition = plenary.read.get((name, unit))
                fits(edition is not None and edition == plenary.edition(unit, self.ballots[name]), unit)
        for act in plenary.objections:
            outcome = plenary.answers.get(act["number"])
            fits(outcome, "objection")
            fits(outcome != "accepted" or "field" not in act
                 or (act["ballot"], tuple(act["unit"]), act["field"]) in plenary.corrected_ever, "objection")
        plenary.quorum()
        for name in plenary.ballots:
            plenary.figures(self.ballots[name])
        plenary.stage = "closed"

    def plenary_signed(self, act, _):
        plenary, number = self.plenary(act), act["attendee"]
        plenary.need_stage("closed", True)
        self.need_last(plenary)
        fits(plenary.attendee(number)[0] in ("chair", "member", "witness") and number not in plenary.signed, number)
        is_text(*([act["refusal"]] if "refusal" in act else []))
        plenary.signed[number] = "refusal" not in act

    def certificate_issued(self, act, _):
        plenary = self.plenary(act)
        plenary.need_stage("closed", True)
        self.need_last(plenary)
        fits(not self.deferred(plenary, plenary.ballots), "deferred")
        asked = {number for number in plenary.present
                 if plenary.attendees[number - 1][0] in ("chair", "member", "witness")}
        fits(asked == set(plenary.signed), "signatures")
        signed = sum(plenary.attendees[number - 1][0] != "witness" for number, did in plenary.signed.items() if did)
        fits(signed >= (2 * plenary.members + 2) // 3, "signatures")
        for (name, unit), edition in plenary.read.items():
            fits(plenary.edition(unit, self.ballots[name]) == edition, unit)
        plenary.stage, self.uncertified = "certified", set(plenary.ballots)

    def plenary_abandoned(self, act, _):
        plenary = self.plenary(act)
        fits(plenary.stage in ("called", "opened", "closed") and not plenary.decisions, "plenary")
        fits(plenary.stage != "closed" or plenary.is_recapitulation, "plenary")
        is_text(act["reason"])
        # What it read is nobody's table any more; what dice could draw stays as it is.
        plenary.stage, plenary.read = "abandoned", {}

    def decision_taken(self, act, _):
        plenary, votes = self.plenary(act), act["votes"]
        plenary.need_stage("opened", False)
        fits(act["number"] == len(plenary.decisions) + 1 and act["matter"] in ("revote", "result", "other"), "number")
        plenary.quorum()
        for vote in votes:
            has_fields(vote, "attendee reason? vote")
            fits(vote["vote"] in ("for", "against", "abstained"), "vote")
            fits(vote["vote"] != "against" or "reason" in vote, "reason")
        members = [number for number in plenary.present if plenary.attendees[number - 1][0] in ("chair", "member")]
        fits(sorted(vote["attendee"] for vote in votes) == sorted(members), "votes")
        tally = Counter(vote["vote"] for vote in votes)
        is_carried = tally["for"] > tally["against"]
        fits(act["matter"] == "other" or "minutes" in act and ("decree" in act or not is_carried), "decree")
        is_text(act["motion"], *(act[name] for name in ("decree", "minutes") if name in act),
                *(vote["reason"] for vote in votes if "reason" in vote))
        plenary.decisions.append((act["matter"], is_carried, "decree" in act))

    def audit_drawn(self, act, ballot):
        """Dice were thrown: what counts at this moment may be drawn. Which forms these are says audit_sample.py."""
        plenary, region = self.plenary(act), f"{self.plenary(act).region}."
        plenary.need_stage("opened", True)
        fits(ballot.name in plenary.ballots and ballot.name not in plenary.audits, "ballot")
        fits(re.fullmatch("[0-9]{20,200}", act["seed"]) and len(set(act["seed"])) > 2, "seed")
        ranks = {station: ballot.rank_in_force(station)[1] for station in self.stations
                 if f"{station[0]}.".startswith(region) and self.has(station, ballot.name)}
        plenary.audits[ballot.name] = {(station, rank) for station, rank in ranks.items() if rank is not None}
        fits(1 <= act["size"] <= len(plenary.audits[ballot.name]), "size")

    def audit_read(self, act, ballot):
        plenary, form = self.plenary(act), ((act["village"], act["station"]), VERSIONS.index(act["version"]))
        fits(plenary.stage != "abandoned", "plenary")
        fits(form in plenary.audits.get(ballot.name, ()) and (ballot.name, form) not in plenary.audited, "form")
        fields = [field for field, _ in act["figures"]]
        [count(figure) for _, figure in act["figures"]]
        fits(fields and len(set(fields)) == len(fields) and set(fields) <= set(ballot.counted_fields()), "figures")
        plenary.audited.add((ballot.name, form))

    def revote(self, act, *stages):
        fits(type(act["revote"]) is int and 1 <= act["revote"] <= len(self.revotes), "revote")
        revote = self.revotes[act["revote"] - 1]
        fits(revote["stage"] in stages, "revote")
        return revote

    def revote_proposed(self, act, _):
        station, version, ballots = (act["village"], act["station"]), act["version"], act["ballots"]
        fits(act["number"] == len(self.revotes) + 1 and station in self.stations, "number")
        fits(ballots and len(set(ballots)) == len(ballots), "ballots")
        fits(all(name in self.ballots and self.has(station, name) for name in ballots), "ballots")
        fits(once(version) in GROUNDS[act["ground"]].split(), "ground")
        fits(act["proposer"] in ("kpps", "ppk", "bawaslu", "court"), "proposer")
        fits(not any(
            (other["place"], other["version"], other["stage"]) == (station, version, "proposed")
            and set(other["ballots"]) & set(ballots) for other in self.revotes
        ), "revote")
        is_text(act["cause"])
        revote = {**act, "place": station, "stage": "proposed", "last": None}
        self.check_order(revote)
        self.revotes.append(revote)

    def check_order(self, revote):
        """A vote or count is held again once, unless a ruling orders it; and its form supersedes those before it."""
        before = [other for other in self.revotes if other is not revote and other["stage"] in ("ordered", "held")]
        before += [other for other in self.known_revotes if "held" in other]
        before = [other for other in before if other["place"] == revote["place"]]
        versions = [other["version"] for other in before]
        fits(revote["ground"] == "ruling" or once(revote["version"]) not in map(once, versions), "revote")
        ranks = [VERSIONS.index(other["version"]) for other in before if set(other["ballots"]) & set(revote["ballots"])]
        fits(max(ranks, default=0) < VERSIONS.index(revote["version"]), "revote")
        # A first recount is of the ballots of the first vote.
        fits(revote["version"] != "pssu" or VERSIONS.index("psu") not in ranks, "revote")
        fits(ranks or revote["version"] == once(revote["version"]), "revote")

    def revotes_known(self, act, _):
        for row in act["revotes"]:
            station, version, ballots = (row["village"], row["station"]), row["version"], row["ballots"]
            fits(station in self.stations and ballots and len(set(ballots)) == len(ballots), "ballots")
            fits(all(name in LAWS[self.law][0].split() and self.has(station, name) for name in ballots), "ballots")
            fits(version in VERSIONS[1:], "version")
            fits("ground" not in row or once(version) in GROUNDS[row["ground"]].split(), "ground")
            fits("held" not in row or self.date <= str(date.fromisoformat(row["held"])), "date")
            fits(not any(
                (other["place"], other["version"]) == (station, version) and set(other["ballots"]) & set(ballots)
                for other in self.known_revotes
            ), "revote")
            is_text(row["source"])
            self.known_revotes.append({**row, "place": station})

    def revote_recommended(self, act, _):
        self.revote(act, "proposed")
        is_text(act["paper"]["reference"])

    def last_day(self, revote):
        """A vote is held again within ten days, as UU 8/2012 art. 222(3) and UU 7/2017 art. 373(3) say, or as was
        decided where the law leaves it open; unless a ruling sets a day."""
        days = 10 if self.law.startswith("pemilu") else self.days_of_revotes
        if revote["last"] or once(revote["version"]) != "psu" or days is None:
            return revote["last"] or "9999"
        return str(date.fromisoformat(self.date) + timedelta(days=days))

    def revote_decided(self, act, _):
        revote, (plenary, decision) = self.revote(act, "proposed", "ordered"), act["decision"]
        found = self.plenary({"plenary": plenary}).decisions[decision - 1:decision] if decision > 0 else []
        fits([row[:2] for row in found] == [("revote", "date" in act)], "decision")
        body = self.plenary({"plenary": plenary}).region
        fits(body.count(".") < 2 and f"{revote['place'][0]}.".startswith(f"{body}."), "decision")
        fits(revote["ground"] != "ruling" or "date" not in act or "ruling" in act, "ruling")
        fits(("last" in act) == ("ruling" in act), "ruling")
        is_text(act["reason"])
        if "ruling" in act:
            is_text(act["ruling"]["reference"])
        revote["last"], revote["day"] = act.get("last"), act.get("date")
        if "date" in act:
            fits(self.date <= act["date"] <= self.last_day(revote), "date")
            # What was ordered before is put on another day, whatever was ordered since.
            if revote["stage"] == "proposed":
                self.check_order(revote)
        revote["stage"] = "ordered" if "date" in act else "rejected"

    def revote_held(self, act, _):
        revote = self.revote(act, "ordered")
        papers = [row["ballot"] for row in act.get("papers", [])]
        fits(self.date <= act["date"] <= self.last_day(revote) and act["date"] == revote["day"], "date")
        for other in self.revotes:
            is_same = other["place"] == revote["place"] and set(other["ballots"]) & set(revote["ballots"])
            if other is not revote and is_same:
                other_rank, rank = VERSIONS.index(other["version"]), VERSIONS.index(revote["version"])
                fits(other["stage"] != "held" or other_rank <= rank, "revote")
                fits(other["stage"] != "ordered" or other_rank >= rank, "revote")
        is_recount = once(revote["version"]) in ("pssu", "hitung-susulan")
        fits(papers == ([] if is_recount else sorted(revote["ballots"], key=list(TIERS).index)), "papers")
        fits(all(count(row["count"]) is not None for row in act.get("papers", [])), "papers")
        revote["stage"] = "held"

    def scope(self, scope):
        """What a case or a ruling concerns: ballots of the law, stations and districts that have them, a candidate."""
        fits([] not in scope.values(), "scope")
        ballots = scope.get("ballots", [])
        stations, districts = (list(map(tuple, scope.get(name, []))) for name in ("stations", "districts"))
        fits(all(len(set(items)) == len(items) for items in (ballots, stations, districts)), "scope")
        fits(set(ballots) <= set(LAWS[self.law][0].split()) and (ballots or not stations), "ballots")
        fits(all(type(number) is int and self.has((village, number), name)
                 for village, number in stations for name in ballots), "stations")
        for name, number in districts:
            fits(name in ballots and number in [row["number"] for row in self.ballots[name].districts], "districts")
        if "candidate" in scope:
            candidate = scope["candidate"]
            name, district, number = candidate["ballot"], candidate.get("district"), candidate.get("number")
            ballot = self.ballots[name]
            fits(name in ballots and candidate["contestant"] in ballot.contestants, "candidate")
            fits(district is None or district in [row["number"] for row in ballot.districts], "candidate")
            fits(number is None or name in LISTS and number > 0 and (not ballot.lists or any(
                (row["contestant"], row.get("district")) == (candidate["contestant"], district)
                and number in [listed["number"] for listed in row["candidates"]] for row in ballot.lists)), "candidate")

    def concerned(self, scope, name):
        """The stations whose votes on a ballot are concerned: those that are named, of the districts, or all."""
        stations = {station for station in self.stations
                    if name in scope.get("ballots", ()) and self.has(station, name)}
        if "stations" in scope:
            return stations & set(map(tuple, scope["stations"]))
        named = [number for ballot, number in scope.get("districts", ()) if ballot == name]
        codes = [code for row in (self.ballots[name].districts if named else ()) if row["number"] in named
                 for code in row["regions"]]
        return {station for station in stations
                if not named or any(f"{station[0]}.".startswith(f"{code}.") for code in codes)}

    def case_registered(self, act, _):
        kind, scope = act["kind"], act.get("scope", {})
        fits(act["number"] == len(self.cases) + 1 and act["forum"] in CASES[kind][0].split(), "number")
        for side, capacities in PARTIES.items():
            party, stands = act[side], "ballot" in act[side]
            fits(party["capacity"] in capacities and stands == ("contestant" in party), side)
            fits(party["capacity"] in STANDING if stands else party["capacity"] != "peserta", side)
            fits(not stands or party["contestant"] in self.ballots[party["ballot"]].contestants, side)
        fits("scope" not in act or scope, "scope")
        self.scope(scope)
        fits(kind != "result" or "ballots" in scope, "ballots")
        fits(act.get("attacks", {"date": ""})["date"] <= act["filed"] <= act["registered"], "date")
        times = [act[name] for name in ("attackedTime", "filedTime") if name in act]
        fits(all(isinstance(time, str) and re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", time) for time in times), "time")
        fits("attacks" in act or "attackedTime" not in act, "time")
        fits(len(times) < 2 or act["attacks"]["date"] < act["filed"] or times[0] <= times[1], "time")
        register = act["forum"], act["register"]
        fits(register not in [(case["forum"], case["register"]) for case in self.cases], "register")
        if "appeals" in act:
            fits(kind not in ("result", "ethics") and 1 <= act["appeals"] <= len(self.cases), "appeals")
            below = self.cases[act["appeals"] - 1]
            fits(below["kind"] == kind and below["registered"] <= act["filed"], "appeals")
        is_text(act["object"], act["relief"], most=4000)
        is_text(act["register"], *([act["stage"]] if "stage" in act else []),
                *([act["attacks"]["reference"]] if "attacks" in act else []))
        self.cases.append({**act, "step": "registered", "days": [act["registered"]], "items": [], "bundles": 0,
                           "effects": [], "obligations": [], "done": {}, "outcome": None, "ruled": None})

    def case(self, act, *steps):
        fits(1 <= act["case"] <= len(self.cases), "case")
        case = self.cases[act["case"] - 1]
        fits(case["step"] in steps, "case")
        return case

    def hearing_held(self, act, _):
        case = self.case(act, "registered", "answered", "ruled")
        fits(case["filed"] <= act["date"] <= (case["ruled"] or "9999") and act["kind"] in HEARINGS, "date")
        is_text(act["done"], *([act["venue"]] if "venue" in act else []))
        case["days"].append(act["date"])

    def has_item(self, item):
        """Whether a piece of evidence is in the record: a form, a certificate or a picture. A paper needs not be."""
        if "ballot" in item:
            has_fields(item, "ballot station version village")
            ballot, rank = self.ballots[item["ballot"]], VERSIONS.index(item["version"])
            station = item["village"], item["station"]
            return type(item["station"]) is int and any(
                rank in forms.get(station, {}) for name, forms in ballot.forms.items() if name not in ballot.beside)
        if "date" in item:
            has_fields(item, "date reference")
            is_text(item["reference"])
            return is_day(item["date"])
        has_fields(item, "photo" if "photo" in item else "plenary")
        if "photo" in item:
            return any(item["photo"] in pictures for pictures in self.evidence.values())
        return self.plenary(item).stage == "certified"

    def evidence_bundled(self, act, _):
        case, items = self.case(act, "registered", "answered"), [text_of(item) for item in act["items"]]
        fits(act["number"] == case["bundles"] + 1 and 1 <= len(items) <= 300, "number")
        case["bundles"], case["items"] = act["number"], case["items"] + items
        fits(all(map(self.has_item, act["items"])) and len(set(case["items"])) == len(case["items"]), "items")

    def case_answered(self, act, _):
        case = self.case(act, "registered")
        fits(case["filed"] <= act["paper"]["date"], "date")
        is_text(act["paper"]["reference"])
        is_text(act["summary"], most=4000)
        case["days"].append(act["paper"]["date"])
        case["step"] = "answered"

    def case_ruled(self, act, _):
        case = self.case(act, "registered", "answered")
        effects, obligations = act.get("effects", []), act.get("obligations", [])
        day, outcome, known = act["paper"]["date"], act["outcome"], CASES[case["kind"]][1].split()
        fits(max(case["days"]) <= day, "date")
        fits(act.get("effects", 1) and act.get("obligations", 1), "effects")
        fits(outcome in (GRANTED if effects else GRANTED + FAILED), "outcome")
        for effect in effects:
            scope, stands = effect["scope"], effect["kind"] == "candidate-cancelled"
            fits(effect["kind"] in known and ("candidate" in scope) == stands, "effects")
            fits(stands or "ballots" in scope, "effects")
            self.scope(scope)
        fits([row["number"] for row in obligations] == [*range(1, len(obligations) + 1)], "obligations")
        carried = sorted(row["effect"] for row in obligations if "effect" in row)
        fits(carried == [*range(1, len(effects) + 1)], "obligations")
        fits(all(day <= row.get("due", day) for row in obligations), "due")
        is_text(act["paper"]["reference"], *(row["what"] for row in obligations))
        is_text(act["operative"], most=4000)
        case.update(step="ruled", ruled=day, outcome=outcome, effects=effects, obligations=obligations)
        # What orders nothing, as what was not proven, contradicts nobody.
        for other in self.cases if effects else ():
            later = other["ruled"] and other["ruled"] > day and CASES[other["kind"]][1]
            fits(not later or self.is_appeal(other, case["number"]) or not self.contradict(case, other), "case")

    def is_appeal(self, case, number):
        """Whether a case was brought against the ruling of another, or against one that was."""
        while "appeals" in case and case["appeals"] != number:
            case = self.cases[case["appeals"] - 1]
        return "appeals" in case

    def contradict(self, *cases):
        """Whether two rulings do something else to the same candidate, or to the same votes."""
        candidates, cancelled = ([], []), ([], [])
        for case, named, out in zip(cases, candidates, cancelled):
            out += [effect["scope"]["candidate"] for effect in case["effects"] if "candidate" in effect["scope"]]
            named += [*out, *(scope["candidate"] for scope in [case.get("scope", {})] if "candidate" in scope)]
        if any(one in candidates[1] and (one in cancelled[0]) != (one in cancelled[1]) for one in candidates[0]):
            return True
        for name in LAWS[self.law][0].split():
            effects = [[(effect["kind"], self.concerned(effect["scope"], name)) for effect in case["effects"]
                        if effect["kind"] != "candidate-cancelled"] for case in cases]
            areas = [[area for _, area in rows] + ([self.concerned(case.get("scope", {}), name)]
                                                   if "correction" in CASES[case["kind"]][1] else [])
                     for case, rows in zip(cases, effects)]
            if any(one & other for one in areas[0] for other in areas[1]):
                kinds = [{kind for kind, area in rows if any(area & other for other in others)}
                         for rows, others in zip(effects, reversed(areas))]
                if kinds[0] != kinds[1]:
                    return True
        return False

    def is_superseded(self, case):
        """Whether an appeal against its ruling was granted."""
        return any(other.get("appeals") == case["number"] and other["outcome"] in GRANTED for other in self.cases)

    def obligation_fulfilled(self, act, _):
        case, number = self.case(act, "ruled"), act["obligation"]
        fits(not self.is_superseded(case) and 1 <= number <= len(case["obligations"]), "obligation")
        fits(number not in case["done"] and case["ruled"] <= act["date"], "obligation")
        place = case["obligations"][number - 1].get("effect")
        effect = case["effects"][place - 1] if place else {"kind": None, "scope": {}}
        by = [name for name in ("cancelled", "paper", "plenary", "revotes") if name in act]
        # Only of somebody on a list a status is kept.
        is_listed = "number" in effect["scope"].get("candidate", {"number": 0})
        fits(by == [CARRIED[effect["kind"]] if is_listed else "paper"], "obligation")
        if "cancelled" in act:
            who = effect["scope"]["candidate"]
            statuses = self.ballots[who["ballot"]].statuses if who["ballot"] in self.ballots else {}
            key = who["contestant"], who.get("district"), who.get("number")
            fits(statuses.get(key, ("standing",))[0] == "cancelled", "cancelled")
        if "paper" in act:
            is_text(act["paper"]["reference"])
        wanted = {(station, name) for name in effect["scope"].get("ballots", ())
                  for station in self.concerned(effect["scope"], name)}
        if "plenary" in act:
            plenary = self.plenary(act)
            fits(plenary.stage == "certified" and case["ruled"] <= plenary.date, "plenary")
            fits(set(effect["scope"]["ballots"]) <= set(plenary.ballots), "plenary")
            fits(all(f"{station[0]}.".startswith(f"{plenary.region}.") for station, _ in wanted), "plenary")
        if "revotes" in act:
            places, held = {station for station, _ in wanted}, set()
            fits(len(set(act["revotes"])) == len(act["revotes"]), "revotes")
            for number_of in act["revotes"]:
                revote = self.revote({"revote": number_of}, "held")
                fits(revote["ground"] == "ruling" and case["ruled"] <= revote["day"], "revotes")
                fits(revote["place"] in places, "revotes")
                fits(once(revote["version"]) == ("pssu" if effect["kind"] == "recount" else "psu"), "revotes")
                fits(set(revote["ballots"]) <= set(effect["scope"]["ballots"]), "revotes")
                held |= {(revote["place"], name) for name in revote["ballots"]}
            fits(wanted <= held, "revotes")
        case["done"][number] = act["date"]

    def case_closed(self, act, _):
        case = self.case(act, "ruled")
        fits(self.is_superseded(case) or len(case["done"]) == len(case["obligations"]), "obligations")
        fits(max(case["done"].values(), default=case["ruled"]) <= act["date"], "date")
        case["step"] = "closed"
    def lists_checked(self, act, ballot):
        """Lists in their order that are as the law wants them (UU 7/2017 art. 244-246), by party and district."""
        fits(ballot.name in LISTS and self.law in ("pemilu2019", "pemilu2024"), "ballot")
        seats = {district["number"]: district["seats"] for district in ballot.districts} or {None: None}
        order, lists = [], {}
        for row in act["lists"]:
            key, people = (row["contestant"], row.get("district")), row["candidates"]
            fits(key[0] in ballot.contestants and key[1] in seats, key)
            order.append((list(seats).index(key[1]), ballot.contestants.index(key[0])))
            numbers = [person["number"] for person in people]
            women = [person.get("sex") == "female" for person in people]
            fits(numbers == sorted(set(numbers)) and min(numbers, default=1) > 0, "number")
            fits(seats[key[1]] is None or max(numbers, default=0) <= seats[key[1]], "seats")
            for person in people:
                fits(person.get("sex") in ("male", "female"), "sex")
                is_text(*(person[name] for name in ("after", "before", "name") if name in person))
            # Three in ten, rounded up; and one of every three, of which a rest of one or two is none.
            fits(10 * sum(women) >= 3 * len(people), "women")
            fits(all(any(women[start:start + 3]) for start in range(0, len(people) - 2, 3)), "women")
            lists[key] = people
        fits(order and all(before < after for before, after in zip(order, order[1:])), "lists")
        return lists

    def lists_published(self, act, ballot):
        lists = self.lists_checked(act, ballot)
        fits(not ballot.forms, "reading")
        if act["kind"] == "provisional":
            fits(ballot.stage == "submitted" and "decision" not in act, "lists")
            fits(all([person["number"] for person in people] == list(range(1, len(people) + 1)) and people
                     for people in lists.values()), "number")
            ballot.standing, ballot.since, ballot.latest = lists, act["date"], act["date"]
        else:
            fits(act["kind"] == "final" and ballot.stage == "provisional" and lists == ballot.standing, "lists")
            fits(all("answer" in objection for objection in ballot.objected), "objection")
            fits(ballot.latest <= act["date"] <= self.date, "date")
            plenary, decision = act["decision"]
            body = self.plenary({"plenary": plenary})
            fits(body.region.count(".") < 2 and f"{self.office}.".startswith(f"{body.region}."), "decision")
            fits(decision > 0, "decision")
            matter, is_carried, has_decree = body.decisions[decision - 1]
            fits(matter != "revote" and is_carried and has_decree, "decision")
            ballot.lists, ballot.since = act["lists"], act["date"]
        ballot.stage = act["kind"]

    def provisional(self, act, ballot):
        """The list that an act is about, while everybody may object to it."""
        fits(ballot.stage == "provisional", "lists")
        return ballot.standing.get((act.get("contestant"), act.get("district")))

    def list_objected(self, act, ballot):
        people = self.provisional(act, ballot)
        fits(people is not None and act["number"] == len(ballot.objected) + 1, "number")
        fits("candidate" not in act or type(act["candidate"]) is int, "candidate")
        fits("candidate" not in act or act["candidate"] in [person["number"] for person in people], "candidate")
        fits(ballot.since <= act["date"], "date")
        is_text(act["claim"])
        ballot.objected.append(dict(act))

    def list_objection_answered(self, act, ballot):
        self.provisional(act, ballot)
        fits(1 <= act["objection"] <= len(ballot.objected), "objection")
        objection = ballot.objected[act["objection"] - 1]
        fits("answer" not in objection and act["outcome"] in ("upheld", "rejected"), "objection")
        fits(objection["date"] <= act["date"], "date")
        is_text(act["reason"])
        objection["answer"], ballot.latest = act["outcome"], max(ballot.latest, act["date"])

    def candidate_replaced(self, act, ballot):
        people, key = self.provisional(act, ballot), (act["contestant"], act.get("district"))
        place = [person["number"] for person in people].index(act["number"])
        fits(act["reason"] in ("died", "resigned", "ineligible", "after-objection"), "reason")
        fits(act["reason"] != "after-objection" or any(
            objection.get("answer") == "upheld" and (objection["contestant"], objection.get("district")) == key
            and objection.get("candidate", act["number"]) == act["number"] for objection in ballot.objected
        ), "objection")
        fits(ballot.since <= act["date"], "date")
        comes = [{**act["successor"], "number": act["number"]}] if "successor" in act else []
        fits(all(person["sex"] in ("male", "female") for person in comes), "sex")
        is_text(act["paper"]["reference"], *(person[name] for person in comes for name in ("after", "before", "name")
                                             if name in person))
        ballot.standing[key] = [*people[:place], *comes, *people[place + 1:]]
        ballot.latest = max(ballot.latest, act["date"])

    def candidate_status_set(self, act, ballot):
        key = act["contestant"], act.get("district"), act["number"]
        on_lists = {(row["contestant"], row.get("district"), person["number"])
                    for row in ballot.lists for person in row["candidates"]}
        fits(ballot.name in LISTS and key in on_lists, "candidate")
        status, day = ballot.statuses.get(key, ("standing", ballot.since))
        known = "standing", "died", "resigned", "ineligible", "cancelled"
        fits(act["status"] in known and act["status"] != status, "status")
        fits(day <= act["date"], "date")
        is_text(act["paper"]["reference"])
        ballot.statuses[key] = act["status"], act["date"]

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

    def decided(self, act):
        """A decision on results that the office carried, with its decree and minutes; the day of its plenary."""
        fits(len(act["decision"]) == 2 and act["decision"][1] > 0, "decision")
        plenary = self.plenary({"plenary": act["decision"][0]})
        found = plenary.decisions[act["decision"][1] - 1:act["decision"][1]]
        fits(plenary.region == self.office and [row[:2] for row in found] == [("result", True)], "decision")
        return plenary.date

    def use(self, act):
        """A decision carries one thing."""
        fits(tuple(act["decision"]) not in self.used, "decision")
        self.used.add(tuple(act["decision"]))

    def official(self, ballot, numbers):
        """Districts as their certificates have them: the regency's says what those right below it come to.

        A pair is elected by the whole regency, which stands as district 0.
        """
        known = [0] if ballot.name == "PILBUP" else [district["number"] for district in ballot.districts]
        fits(self.office.count(".") == 1 and ballot.name in ("DPRD_KABKO", "PILBUP") and known, "ballot")
        fits(all(type(number) is int for number in numbers), "districts")
        fits(numbers and len(set(numbers)) == len(numbers) and set(numbers) <= set(known), "districts")
        below = sorted({".".join(station[0].split(".")[:3]) for station in self.stations
                        if station[0].startswith(f"{self.office}.") and self.has(station, ballot.name)})
        for party in ballot.contestants:
            field = f"votes_{party}"
            fits(certified_sum(ballot, field, [self.office]) == certified_sum(ballot, field, below), field)
        if ballot.name == "PILBUP":
            return {0: official_pair(self, ballot, below)}
        return {number: official_district(self, ballot, number) for number in numbers}

    def list_tie_decided(self, act, ballot):
        self.decided(act)
        district, party, order = act["district"], act["contestant"], act["order"]
        wins = self.official(ballot, [district])[district][1]
        votes = certified_votes(ballot, party, district)
        _, tied, left, is_known = ranked(self, ballot, district, party, wins.get(party, 0), votes)
        if is_known:
            fits(tied and sorted(order) == tied and act["seats"] == left, "order")
        else:
            self.leave(ballot, district)
            fits(len(set(order)) == len(order) and set(order) <= set(tied) and 0 < act["seats"] < len(order), "order")
            fits(act["seats"] <= left, "seats")
        self.use(act)
        ballot.list_ties[district, party].append((order, act["seats"]))

    def seat_tie_decided(self, act, ballot):
        self.decided(act)
        seats = self.seats(act, ballot)
        left = self.official(ballot, [act["district"]])[act["district"]][2]
        ballot.seat_ties[act["district"]].append(seats)
        fits(left and not self.official(ballot, [act["district"]])[act["district"]][2], "seats")
        self.use(act)

    def result_determined(self, act, ballot):
        """Figures, seats or who is elected: what follows from the certificates, each resting on the one before."""
        day, steps = self.decided(act), ["votes", "elected"] if ballot.name == "PILBUP" else ["votes", "seats", "elected"]
        named = [step for step in ("votes", "seats", "elected") if step in act]
        fits(len(named) == 1 and named[0] in steps and ("notice" in act) == (named[0] == steps[1]), "notice")
        is_text(*([act["ground"]] if "ground" in act else []), *([act["notice"]["reference"]] if "notice" in act else []))
        step, official = named[0], self.official(ballot, act["districts"])
        stated = act[step]

        def rows(step):
            return [{"counts": [[party, held] for party, held in sorted(found[steps.index(step)].items())
                                if held or step == "votes"], "district": number}
                    for number, found in official.items()]

        if step == "elected" and ballot.name == "PILBUP":
            votes, wins, left = official[0]
            fits(not left, "tie")
            same("pasangan terpilih", "the elected pair", stated, [[0, number, 1, 0, votes[number]] for number in wins])
        elif step == "elected":
            fits(ballot.lists and all(not left for _, _, left in official.values()), "seats")
            self.check_members(ballot, official, stated)
        else:
            expected = rows(step)
            fits(step == "votes" or all(not left for _, _, left in official.values()), "seats")
            same("penetapan", "the determination", stated, expected)
        for number in act["districts"]:
            fits(step == "votes" or not self.has_petition(ballot, number), "districts")
            if step != "votes":
                former = steps[steps.index(step) - 1]
                before = ballot.determined_of.get((former, number))
                fits(before and before[0] <= day, "districts")
                # What it rests on must be what follows still.
                now = [row for row in rows(former) if row["district"] == number]
                fits([row for row in before[1] if row["district"] == number] == now, "districts")
            before = ballot.determined_of.get((step, number))
            fits(not before or "ground" in act and before[0] <= day and before[1] != stated, "ground")
        self.use(act)
        for number in act["districts"]:
            ballot.determined_of[step, number] = day, stated, len(self.determinations)
        self.determinations.append([ballot.name, day, False])
        if step == "elected":
            before = ballot.members
            holders = [(party, district, number) for district, party, _, number, _ in stated]
            # Whoever is elected in their own district has no other's seat any more.
            ballot.members = {seat: row for seat, row in before.items()
                              if seat[0] not in act["districts"] and row["holder"] not in holders}
            for district, party, seat, number, _ in stated:
                holder = party, district, number
                # Whoever keeps a seat keeps the way they have come, also where it is another one of the party's.
                known = next((row for key, row in before.items() if row["holder"] == holder
                              and key[:2] == (district, party)), None)
                ballot.members[district, party, seat] = dict(known or {"holder": holder, "stage": "determined", "day": ""})

    def has_petition(self, ballot, number):
        """Whether a Constitutional Court petition that concerns a district is not over."""
        codes = regions_of(ballot, number) if number else [self.office]
        for case in self.cases:
            if (case["kind"], case["forum"]) != ("result", "mahkamah-konstitusi"):
                continue
            is_open = not case["outcome"] or len(case["done"]) < len(case["obligations"])
            for scope in [case.get("scope", {}), *(effect["scope"] for effect in case["effects"])]:
                named = [district for name, district in scope.get("districts", ()) if name == ballot.name]
                inside = any(f"{village}.".startswith(f"{code}.") for village, _ in scope.get("stations", ())
                             for code in codes)
                is_whole = not named and "stations" not in scope
                concerns = not number or is_whole or number in named or inside
                if is_open and ballot.name in scope.get("ballots", ()) and concerns:
                    return True
        return False

    def leave(self, ballot, district):
        """How the spread of votes tells equals apart is not checked."""
        self.unchecked.append((f"{ballot.name}: suara sama di dapil {district} tidak diperiksa",
                               f"{ballot.name}: equals in district {district} are not checked"))

    def check_members(self, ballot, official, stated):
        """Who is elected: by votes, and equals as law or plenary put them in an order."""
        expected = []
        for district, (votes, wins, _) in official.items():
            for party in filter(wins.get, votes):
                votes_of = certified_votes(ballot, party, district)
                sure, tied, left, is_known = ranked(self, ballot, district, party, wins[party], votes_of)
                fits(not (tied and is_known), "tie")
                if tied:
                    self.leave(ballot, district)
                    named = [row[3] for row in stated if row[:2] == [district, party]]
                    others = named[len(sure):]
                    fits(len(set(others)) == len(others) == left and set(others) <= set(tied), "members")
                    sure = [*sure, *others]
                expected += [[district, party, seat, number, votes_of[number]] for seat, number in enumerate(sure, 1)]
        same("calon terpilih", "who is elected", stated, expected)

    def result_announced(self, act, ballot):
        fits(1 <= act["determination"] <= len(self.determinations), "determination")
        made = self.determinations[act["determination"] - 1]
        fits(made[0] == ballot.name and not made[2] and act["date"] >= made[1], "determination")
        fits(sorted(set(act["copies"])) == act["copies"] and set(act["copies"]) <= set(ballot.contestants), "copies")
        made[2] = True

    def move(self, act, ballot, stages, stage):
        """Members come to their next stage, all of them or none; nobody who cannot take a seat."""
        keys = [tuple(key) for key in act["seats"]]
        fits(keys and len(set(keys)) == len(keys), "seats")
        is_text(act["paper"]["reference"])
        for key in keys:
            fits(key in ballot.members and ballot.members[key]["stage"] in stages, key)
            fits(ballot.stands(*ballot.members[key]["holder"]), key)
            self.date_paper(act, ballot, key)
        for key in keys:
            ballot.members[key].update(stage=stage, day=act["paper"]["date"])

    def date_paper(self, act, ballot, key):
        """A paper is not older than what it follows."""
        day = max(ballot.determined_of["elected", key[0]][0], ballot.members.get(key, {}).get("day", ""))
        fits(act["paper"]["date"] >= day, "date")

    def members_proposed(self, act, ballot):
        is_text(act["via"], *act["enclosures"])
        self.move(act, ballot, ["determined"], "proposed")

    def members_decreed(self, act, ballot):
        self.move(act, ballot, ["proposed"], "decreed")

    def members_sworn(self, act, ballot):
        self.move(act, ballot, ["decreed", "postponed"], "sworn")

    def member_postponed(self, act, ballot):
        key = tuple(act["seat"])
        fits(key in ballot.members and ballot.members[key]["stage"] == "decreed", "member")
        is_text(act["reason"], act["paper"]["reference"])
        self.date_paper(act, ballot, key)
        ballot.members[key].update(stage="postponed", day=act["paper"]["date"])

    def member_replaced(self, act, ballot):
        """The next of the same list takes the seat of whoever cannot; by the office's decision, or after the oath."""
        fits(len(act["successor"]) == 3 and all(type(number) is int for number in act["successor"]), "successor")
        key, (party, district, number) = tuple(act["seat"]), act["successor"]
        member = ballot.members.get(key)
        fits(party == key[1] and ballot.lists and (member or self.is_vacant(ballot, key)), "successor")
        fits(not member or not ballot.stands(*member["holder"]), "member")
        is_text(act["paper"]["reference"])
        self.date_paper(act, ballot, key)
        sitting = {row["holder"] for row in ballot.members.values()}
        # Whoever of the list has another district's seat takes none of it.
        elsewhere = sum(row["holder"][:2] == (party, key[0]) and other[0] != key[0] for other, row in ballot.members.items())
        seats = sum(other[:2] == (key[0], party) for other in ballot.members) + (not member) + elsewhere
        sure, tied, _, is_known = ranked(self, ballot, key[0], party, seats, certified_votes(ballot, party, key[0]))
        fits(not (tied and is_known), "tie")
        free = [other for other in sure if (party, key[0], other) not in sitting]
        is_neighbour = not free and not tied
        if is_neighbour:
            # Nobody is left on the list: a plenary takes somebody of the party's in another district, where that was decided.
            fits(self.readings.get("exhausted-list") == "neighbouring-district" and district != key[0], "successor")
            numbers = [person["number"] for person in candidates_of(ballot, party, district)]
            fits(number in numbers and (party, district, number) not in sitting, "successor")
            fits(ballot.stands(party, district, number), "successor")
            certified_sum(ballot, f"candidate_{party}_{number}", regions_of(ballot, district))
        elif not free:
            self.leave(ballot, key[0])
            fits(district == key[0] and number in tied and (party, district, number) not in sitting, "successor")
        else:
            fits(district == key[0] and number == free[0], "successor")
        fits(("decision" in act) == (is_neighbour or not member or member["stage"] != "sworn"), "decision")
        if "decision" in act:
            self.decided(act)
            self.use(act)
        ballot.members[key] = {"holder": (party, district, number), "stage": "determined", "day": act["paper"]["date"]}

    def is_vacant(self, ballot, key):
        """Whether a seat was determined for which the party's list had nobody."""
        seats, elected = (ballot.determined_of.get((step, key[0])) for step in ("seats", "elected"))
        # Between seats that are determined again and who is elected nobody knows whom a list has.
        if not seats or not elected or elected[2] < seats[2]:
            return False
        held = next((dict(row["counts"]).get(key[1], 0) for row in seats[1] if row["district"] == key[0]), 0)
        return key not in ballot.members and 0 < key[2] <= held

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
# What a decision on a rule can say that this script reads.
READINGS = {"exhausted-list": ["neighbouring-district", "vacant"], "even-spread": ["areas", "evenness"],
            "spread": ["areas", "evenness"]}
# The share of the nation's votes that a party needs for seats in the DPR: UU 8/2012 art. 208; UU 7/2017 art. 414(1).
THRESHOLDS = {"pemilu2014": Fraction(7, 200), "pemilu2019": Fraction(1, 25), "pemilu2024": Fraction(1, 25)}


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
    fits(not ballot.districts or method and ballot.name in LISTS, "districts")
    apart([code for district in ballot.districts for code in district["regions"]])
    taking_part = set(ballot.contestants)
    if ballot.districts and ballot.name == "DPR":
        fits(set(ballot.nation) == taking_part, "nation")
        needed = THRESHOLDS[election.law] * sum(ballot.nation.values())
        taking_part = {number for number, votes in ballot.nation.items() if votes >= needed}
        fits(taking_part, "nation")
    for district in ballot.districts:
        votes = [None] * len(ballot.contestants)
        for code in district["regions"]:
            add(votes, sums[code][5:])
        # Nothing entered is no tie of everybody at zero.
        seats = 0 if votes.count(None) == len(votes) else district["seats"]
        known = {number: own or 0 for number, own in zip(ballot.contestants, votes) if number in taking_part}
        wins, tied, left, most = divide(method, seats, known)
        wins = {number: wins.get(number, 0) for number in ballot.contestants}
        decided, fitting = ballot.ties.get(district["number"]), settled(ballot, district["number"], tied, left, most)
        fits(decided is None or fitting == decided, "tie")
        if fitting is not None:
            wins, left = {number: held + fitting.get(number, 0) for number, held in wins.items()}, 0
        seats = sorted([number, held] for number, held in wins.items() if held)
        results.append({"contested": left, "method": method, "number": district["number"], "seats": seats})
    return results


def settled(ballot, district, tied, left, most):
    """The first decision on a district's tie that fits it."""
    for seats in [*filter(None, [ballot.ties.get(district)]), *ballot.seat_ties[district]]:
        given = +Counter(seats)
        if left and set(given) <= set(tied) and max(given.values(), default=0) <= most and sum(given.values()) == left:
            return seats
    return None


def certified_sum(ballot, field, codes):
    """A figure as plenaries certified it, over regions."""
    figures = [ballot.certified.get((code,), {}).get(field) for code in codes]
    fits(None not in figures, field)
    return sum(figures)


def regions_of(ballot, number):
    return next(district["regions"] for district in ballot.districts if district["number"] == number)


def official_district(election, ballot, number):
    """The votes and the seats of a district as they follow from its certificates; and the seats that are open."""
    size, codes = next(row["seats"] for row in ballot.districts if row["number"] == number), regions_of(ballot, number)
    votes = {party: certified_sum(ballot, f"votes_{party}", codes) for party in ballot.contestants}
    wins, tied, left, most = divide(LAWS[election.law][2], size, votes)
    given = settled(ballot, number, tied, left, most)
    if given is not None:
        wins, left = {party: held + given.get(party, 0) for party, held in wins.items()}, 0
    return votes, wins, left


def official_pair(election, ballot, subdistricts):
    """The votes of an election of a regent by its certificates, a place for who is elected, and the places that are open."""
    votes = {number: certified_sum(ballot, f"votes_{number}", [election.office]) for number in ballot.contestants}

    def areas(number):
        return [certified_sum(ballot, f"votes_{number}", [code]) for code in subdistricts]

    elected = elected_pair(election, ballot, votes, areas)
    return votes, {number: 1 for number in elected or []}, int(elected is None)


def elected_pair(election, ballot, votes, areas):
    """Who is elected of pairs by their votes, in a list; nobody in it where a single pair is not; None where that is open.

    UU 1/2015 art. 107: the most votes, and of equals those spread more evenly over the subdistricts. A single pair needs
    more than half against the blank column (UU 10/2016 art. 54C, 54D).
    """
    fits(ballot.blank is None or len(votes) == 2, "contestants")
    tied = [number for number in votes if number != ballot.blank and (
        ballot.blank is not None or votes[number] == max(votes.values()))]
    if ballot.blank is not None and election.law != "pilkada2015":
        return [number for number in tied if 2 * votes[number] > sum(votes.values())]
    if ballot.blank is None and len(tied) == 1 < len(votes):
        return tied
    measure = election.readings.get("even-spread")
    if measure and len(tied) > 1:
        spread = {number: sorted(areas(number)) for number in tied}
        fits(all(sum(spread[number]) == votes[number] for number in tied), "votes")
        ahead = {one: [other for other in tied if is_ahead(spread[one], spread[other], measure)] for one in tied}
        for one in tied:
            if len(ahead[one]) == len(tied) - 1:
                return [one]
        tied = [one for one in tied if not any(one in others for others in ahead.values())]
    return next((list(seats) for seats in ballot.seat_ties[0]
                 if len(seats) == 1 and set(seats.items()) <= {(number, 1) for number in tied}), None)


def is_ahead(one, other, measure):
    """Whether votes, sorted by area, are spread more evenly: in more areas, or by every measure of inequality (Lorenz)."""
    if measure == "areas":
        return sum(map(bool, one)) > sum(map(bool, other))

    def is_as_even(one, other):
        return all(sum(one[:end]) * sum(other) >= sum(other[:end]) * sum(one) for end in range(len(one) + 1))

    return is_as_even(one, other) and not is_as_even(other, one)


# How each law tells candidates apart who have as many votes, step by step, in each of its readings: what all begin with
# holds before a plenary decided on one. How the spread is measured is open in all of them.
EQUALS = {
    "pemilu2014": ["spread woman plenary", "spread woman list-number", "spread plenary"],
    "pemilu2019": ["spread woman list-number", "spread plenary"], "pemilu2024": ["spread woman list-number"],
}


def candidates_of(ballot, party, district):
    """Who stands on a list."""
    return next((row["candidates"] for row in ballot.lists
                 if (row["contestant"], row.get("district")) == (party, district)), [])


def certified_votes(ballot, party, district):
    """The votes of everybody on a list, by number, as plenaries certified them."""
    people = candidates_of(ballot, party, district)
    votes = {person["number"]: certified_sum(ballot, f"candidate_{party}_{person['number']}", regions_of(ballot, district))
             for person in people}
    fits(len(votes) == len(people), "number")
    return votes


def ranked(election, ballot, district, party, seats, votes):
    """Who of a list gets so many seats by votes, in order; who are equal for how many more; and whether that is known:
    it is not where the spread of their votes tells them apart."""
    sexes = {person["number"]: person.get("sex") for person in candidates_of(ballot, party, district)}
    order = sorted((number for number in votes if ballot.stands(party, district, number)),
                   key=lambda number: (-votes[number], number))
    if not any(votes.values()) or not 0 < seats < len(order) or votes[order[seats - 1]] > votes[order[seats]]:
        return order[:seats], [], 0, True
    most = votes[order[seats]]
    sure, equal = ([number for number in order if votes[number] > most],
                   [number for number in order if votes[number] == most])
    # Those without votes have them nowhere.
    if most and "spread" in election.readings:
        return sure, equal, seats - len(sure), False
    readings, decided = EQUALS[election.law], election.readings.get("candidate-tie")
    steps = next((steps for steps in readings if len(readings) == 1 or steps.replace(" ", "-") == decided), "spread")
    for step in ["plenary"] if most else steps.split()[1:]:
        fits(step != "woman" or all(sexes[number] in ("female", "male") for number in equal), "sex")
        groups = {"list-number": [[number] for number in equal], "plenary": [equal], "woman": [
            [number for number in equal if sexes[number] == sex] for sex in ("female", "male")]}[step]
        for group in groups:
            if len(group) > seats - len(sure):
                equal = group
                break
            sure = sure + group
        if len(sure) == seats:
            return sure, [], 0, True
    left = seats - len(sure)
    chosen = put_in_order(ballot, district, party, equal, left)
    return (sure + chosen, [], 0, True) if chosen else (sure, equal, left, True)


def put_in_order(ballot, district, party, equal, seats):
    """Whom a plenary put first of equals for so many seats; nobody where it decided on others."""
    return next((decided[:given] for decided, given in ballot.list_ties[district, party]
                 if sorted(decided) == equal and given == seats), [])


def counted_pair(election, ballot):
    """Who is elected on a ballot without lists by the forms that count, as rows of number and votes; nobody while that is
    open, or a form is missing or lacks votes."""
    subdistricts, votes = defaultdict(Counter), Counter({number: 0 for number in ballot.contestants})
    for station in election.stations:
        if election.has(station, ballot.name):
            form = {number: ballot.form_in_force(station).get(f"votes_{number}") for number in votes}
            if None in form.values():
                return []
            subdistricts[station[0].rsplit(".", 1)[0]].update(form)
            votes.update(form)
    found = elected_pair(election, ballot, votes, lambda number: [area[number] for area in subdistricts.values()])
    return [(number, votes[number]) for number in found or []]


def elected(election, ballot):
    """Who of each list gets its seats: most votes first, as rows of district, party, seat, number on the list, votes.

    UU 7/2017 art. 422; where nobody on a list has a vote, by number (PKPU 6/2024 art. 28). Whoever died, resigned, is
    not eligible or was cancelled takes none, and the party keeps the votes (art. 426). Equals whom the spread of their
    votes tells apart are left out; so are lists of whose equals nobody knows who is a woman, and districts whose forms
    lack votes, or are missing.
    """
    results = district_seats(election, ballot, region_sums(election, ballot))
    allocations = {result["number"]: dict(result["seats"]) for result in results}
    for district in ballot.districts:
        inside = tuple(f"{code}." for code in district["regions"])
        forms = [ballot.form_in_force(station) for station in election.stations
                 if f"{station[0]}.".startswith(inside) and election.has(station, ballot.name)]
        if any(form.get(f"votes_{party}") is None for form in forms for party in ballot.contestants):
            continue
        for party in ballot.contestants:
            number = district["number"]
            seats = allocations[number].get(party, 0)
            votes = {person["number"]: [form.get(f"candidate_{party}_{person['number']}") for form in forms]
                     for person in candidates_of(ballot, party, number)}
            if not seats or any(None in figures for figures in votes.values()):
                continue
            votes = {candidate: sum(figures) for candidate, figures in votes.items()}
            try:
                order, equal, left, _ = ranked(election, ballot, number, party, seats, votes)
            except Wrong:
                continue
            for place, candidate in enumerate(order + put_in_order(ballot, number, party, equal, left)):
                yield number, party, place + 1, candidate, votes[candidate]


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
        # The roots of the record at sizes that papers name, and the entry of each publication.
        self.roots, self.sources = {}, []
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
        need(now == last or not self.election.uncertified, "sertifikat terbit, tetapi angkanya tidak diumumkan",
             "certificates were issued, and their figures were not published")
        self.last, self.entries[now[0]] = now, bytes.fromhex(now[2])
        self.sources.append(now[0])
        if self.begun:
            content = self.joined(kind, content)
        self.begun = (kind, content) if "more" in value else None
        if not self.begun:
            self.counts["results" if kind == "result" else "acts"] += 1
            if kind == "papers-issued":
                size = content["record"]["size"]
                fits(type(size) is int and 1 <= size < len(self.leaves), "record")
                if size not in self.roots:
                    self.roots[size] = tree_root(self.leaves[:size]).hex()
                fits(content["record"]["root"] == self.roots[size], "record")
                # The record at that size is what the entries that are named come to.
                fits(self.sources[size - 1] < content["record"]["entries"] <= self.sources[size], "record")
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
        note = f"{name}: aturan A06 dan A12 tidak diperiksa", f"{name}: rules A06 and A12 are not checked"
        if len(known) < len(stated["broken"]) and note not in self.notes:
            self.notes.append(note)
        ballot.result, ballot.is_added_up = Counter(), True
        for district in districts:
            ballot.result.update(dict(district["seats"]))
        self.counts.update(figures=sum(map(len, sums.values())), districts=len(districts))

    def end(self):
        """Notes on what is no failure."""
        self.notes += dict.fromkeys(self.election.unchecked)
        for name, ballot in self.election.ballots.items():
            if ballot.determined and ballot.result and +Counter(ballot.determined) != +ballot.result:
                seats = text_of(sorted((+ballot.result).items()))
                self.notes.append((f"{name}: kursi yang ditetapkan lain dari hitungan {seats}",
                                   f"{name}: the seats that were determined are not the computed {seats}"))
            is_reported = ballot.reported and not ballot.forms
            is_official = ballot.certified or is_reported or ballot.determined is not None
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
    need(not record.election.uncertified, "sertifikat terbit, tetapi angkanya tidak diumumkan",
         "certificates were issued, and their figures were not published")
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


def check_bundle(folder, trusted):
    """Evidence taken out of a record: each publication with the proof that one signed record holds it."""
    names = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".json"))
    need(names, "bukan berkas bukti", "is no bundle of evidence")
    notes = set()
    for name in names:
        with at(name, name):
            text, proof = (Path(folder, name + end).read_bytes() for end in (".json", ".tlog-proof"))
            head, _, signed = proof.partition(b"\n\n")
            version, index, *beside = head.decode().split("\n")
            note, place = read_note(signed), whole(index.removeprefix("index "))
            need(version == "c2sp.org/tlog-proof@v1" and place < note.size, "bukan pembuktian", "no proof")
            need(proven_root(leaf_hash(text), place, note.size, [base64_bytes(line) for line in beside]) == note.root,
                 "tidak terbukti ada dalam catatan", "is not proven to be in the record")
            need(not trusted or signers(note.body, note.signatures, [trusted]),
                 "tidak ditandatangani kunci Anda", "is not signed by your key")
            notes.add(signed)
    need(len(notes) == 1, "dari lebih dari satu catatan", "is of more than one record")
    return len(names)


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
    parser.add_argument("--bundle", action="store_true",
                        help="the folder is the evidence of a case / foldernya berkas bukti perkara")
    parser.add_argument("--elected", metavar="BALLOT", help="write who is elected as CSV / tulis calon terpilih")
    parser.add_argument("--lang", choices=["en", "id"], default=language)
    given = parser.parse_args()

    def tell(indonesian, english, file=sys.stdout):
        # What stands in a record must not move the cursor of a terminal.
        text = indonesian if given.lang == "id" else english
        print("".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text), file=file)

    sys.stdout.reconfigure(errors="backslashreplace")

    if given.bundle:
        try:
            found = check_bundle(given.place, given.key)
        except (Wrong, OSError, ValueError) as wrong:
            words = wrong.args if isinstance(wrong, Wrong) else (str(wrong), str(wrong))
            tell(*(f"{given.place}: {text}" for text in words), file=sys.stderr)
            return 1
        sure = ("ditandatangani kunci Anda", "signed by your key") if given.key else (
            "tanpa --key tanda tangannya tidak diperiksa", "without --key its signature is not checked")
        tell(f"{given.place}: {found} pengumuman, semuanya terbukti ada dalam satu catatan; {sure[0]}",
             f"{given.place}: {found} publications, all of them proven to be in one record; {sure[1]}")
        return 0
    record = Record()
    try:
        files = Files(given.place)
        note = check_record(files, record)
        found = check_signatures(note, record.election, given.key, given.witness)
        journal, proofs = check_journal(files, record)
    except Wrong as wrong:
        tell(*(f"{given.place}: {words}" for words in wrong.args), file=sys.stderr)
        return 1
    if given.elected:
        ballot = record.election.ballots.get(given.elected)
        if ballot and given.elected == "PILBUP" and record.election.office.count(".") == 1:
            rows = counted_pair(record.election, ballot)
            print("number,votes")
            for row in rows:
                print(*row, sep=",")
            return 0 if rows else 3
        if not ballot or not ballot.lists or not ballot.districts:
            tell(f"{given.place}: calon {given.elected} tidak diketahui",
                 f"{given.place}: no candidates of {given.elected}", file=sys.stderr)
            return 2
        rows = list(elected(record.election, ballot))
        print("district,contestant,seat,number,votes")
        for row in rows:
            print(*row, sep=",")
        for indonesian, english in record.notes:
            tell(f"perhatikan: {indonesian}", f"note: {english}", file=sys.stderr)
        return 0 if len(rows) == sum(district["seats"] for district in ballot.districts) else 3
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
