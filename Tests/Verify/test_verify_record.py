"""The script beside the program: both accept the same records and refuse the same, for the same place."""

import csv
import functools
import http.server
import io
import json
import os
import random
import re
import shutil
import subprocess
import threading
from collections import Counter

import pytest
from elections import Folder, Regional, determinable, rehearsable
from forgery import PLENO, ROOT, Forgery, both, by_pleno, by_script, pleno, publish, script, seed_of, sign, signature_line

SEED = int(os.environ.get("PLENO_SEED", random.randrange(1_000_000_000)))
ROUNDS = 8 * int(os.environ.get("PLENO_ROUNDS", 1))


@pytest.fixture(scope="session")
def soppeng(tmp_path_factory):
    place = tmp_path_factory.mktemp("soppeng")
    publish(ROOT / "Examples/soppeng-2019", place)
    return place


@pytest.fixture
def forgery(soppeng, tmp_path):
    return Forgery(soppeng / "site", tmp_path / "site")


def key_line(output):
    return re.search("^signed by (.*)$", output, re.M)[1]


# ---- What is accepted


def test_says_what_the_program_says(soppeng):
    ours, theirs = by_script(soppeng / "site"), by_pleno(soppeng / "site")
    assert (ours.status, theirs.status) == (0, 0), ours.error + theirs.error
    shared = [line for line in theirs.output.splitlines() if not line.startswith("without --policy")]
    assert set(shared) <= set(ours.output.splitlines())
    assert "1566 forms" in ours.output and "seats of 5 districts" in ours.output


def test_says_it_in_indonesian(soppeng):
    answer = by_script(soppeng / "site", "--lang", "id")
    assert answer.status == 0 and "akar pohon: " in answer.output and "semuanya cocok" in answer.output


def test_reads_an_address(soppeng):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=soppeng / "site")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        answer = by_script(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
    assert answer.status == 0, answer.error
    assert f"tree root: {re.search('tree root: (.*)', by_pleno(soppeng / 'site').output)[1]}" in answer.output


def test_known_keys(soppeng, forgery):
    log = key_line(by_script(forgery.site).output)
    named = [value["act"]["key"] for _, value in forgery.publications("key-named")]
    assert by_script(forgery.site, "--key", log).status == 0
    # The office's own key, as newspapers print it; and one that signs papers only.
    assert by_script(forgery.site, "--key", named[0]).status == 0
    assert by_script(forgery.site, "--key", named[1]).status == 1
    assert by_script(forgery.site, "--key", "nonsense").status == 2


def test_witnesses(forgery, tmp_path):
    seeds = [bytes([number]) * 32 for number in (1, 2, 3)]
    names = ["example.net/press", "example.net/party", "example.net/nobody"]
    checkpoint = (forgery.record / "checkpoint").read_bytes()
    body = checkpoint[:checkpoint.index(b"\n\n") + 1]
    signed = [signature_line(name, seed, body, kind=4, moment=1_700_000_000 + place)
              for place, (name, seed) in enumerate(zip(names[:2], seeds))]
    forgery.put("checkpoint", checkpoint + b"".join(signed))
    keys = [script.key_text(script.Key(name, 4, sign(seed, b"")[1])) for name, seed in zip(names, seeds)]
    log = key_line(by_script(forgery.site).output)

    def policy(*keys):
        lines = [f"log {log}", *(f"witness w{place} {key}" for place, key in enumerate(keys))]
        lines += [f"group all all {' '.join(f'w{place}' for place in range(len(keys)))}", "quorum all"]
        (tmp_path / "policy").write_text("\n".join(lines) + "\n")
        return by_pleno(forgery.site, "--policy", tmp_path / "policy")

    both = by_script(forgery.site, "--key", log, "--witness", keys[0], "--witness", keys[1])
    assert (both.status, policy(*keys[:2]).status) == (0, 0)
    assert "2023-11-14T22:13:21Z" in both.output
    assert set(re.findall("signed by .*", both.output)) == set(re.findall("signed by .*", policy(*keys[:2]).output))
    assert by_script(forgery.site, "--key", log, "--witness", keys[2]).status == 1
    assert policy(keys[0], keys[2]).status == 2
    # A signature that bears the name of a witness and is not its own.
    forgery.put("checkpoint", checkpoint + signed[0] + signed[1].replace(b"A", b"B"))
    assert by_script(forgery.site, "--key", log, "--witness", keys[1]).status == 1
    assert policy(*keys[:2]).status == 2


# ---- What is refused: every row says what was done, and what must be named


def lines(path, change):
    """Changes the lines of a text file."""
    def forge(forgery, seed):
        text = (forgery.record / path).read_text().split("\n")
        change(text)
        forgery.put(path, "\n".join(text).encode())
    return forge


def flip(path, place, mask=1):
    def forge(forgery, seed):
        content = bytearray((forgery.record / path).read_bytes())
        content[place] ^= mask
        forgery.put(path, bytes(content))
    return forge


def replace(path, old, new):
    def forge(forgery, seed):
        content = (forgery.record / path).read_bytes()
        assert old in content
        forgery.put(path, content.replace(old, new, 1))
    return forge


def remove(path):
    return lambda forgery, seed: (forgery.record / path).unlink()


def add(path, content):
    return lambda forgery, seed: forgery.put(path, content)


def other(lines, place, seed=bytes(32)):
    """Another root, or another signature."""
    lines[place] = ("A" if lines[place][0] != "A" else "B") + lines[place][1:]


BUNDLE, TILE = "tile/entries/000.p/157", "tile/0/000.p/157"

FILES = [
    ("a letter of a name", replace(BUNDLE, b"Joko Widodo", b"Joko Widowo"), "checkpoint"),
    ("a figure of a form", replace(BUNDLE, b'[1,"reguler",118,', b'[1,"reguler",119,'), "publication 147"),
    ("a length in the bundle", flip(BUNDLE, 0), BUNDLE),
    ("the end of the bundle", lambda forgery, seed: forgery.put(
        BUNDLE, (forgery.record / BUNDLE).read_bytes()[:-1]), BUNDLE),
    ("bytes behind the bundle", lambda forgery, seed: forgery.put(
        BUNDLE, (forgery.record / BUNDLE).read_bytes() + b"\0\0"), BUNDLE),
    ("no bundle", remove(BUNDLE), BUNDLE),
    ("a hash of a tile", flip(TILE, 4900), TILE),
    ("a tile cut short", lambda forgery, seed: forgery.put(TILE, (forgery.record / TILE).read_bytes()[:-32]), TILE),
    ("no tile", remove(TILE), TILE),
    ("no checkpoint", remove("checkpoint"), "checkpoint"),
    ("another root", lines("checkpoint", lambda lines: other(lines, 2)), "checkpoint"),
    ("another origin", replace("checkpoint", b"example.org", b"example.com"), "checkpoint"),
    ("a smaller size", replace("checkpoint", b"\n157\n", b"\n156\n"), "tile/entries/000.p/156"),
    ("a size without end", replace("checkpoint", b"\n157\n", b"\n999999999999999999\n"), "tile/entries/000"),
    ("a size with a zero before it", replace("checkpoint", b"\n157\n", b"\n0157\n"), "checkpoint"),
    ("no signature", lambda forgery, seed: forgery.put(
        "checkpoint", (forgery.record / "checkpoint").read_bytes().split(b"\xe2\x80\x94")[0]), "checkpoint"),
    ("a signature changed", lines("checkpoint", lambda lines: lines.__setitem__(
        4, re.sub("(.)(...)$", lambda end: ("A" if end[1] != "A" else "B") + end[2], lines[4]))), "checkpoint"),
    ("a file that is no part", add("tile/notes.txt", b"x"), "tile/notes.txt"),
    ("an earlier tile that is not this record's", add("tile/0/000.p/2", bytes(64)), "tile/0/000.p/2"),
    ("an earlier bundle that is not this record's", add("tile/entries/000.p/1", b"\0\2{}"), "tile/entries/000.p/1"),
    ("a tile of a level that is not there", add("tile/1/000.p/1", bytes(32)), "tile/1/000.p/1"),
    ("a full tile in the place of a partial one", add("tile/0/000", bytes(8192)), "tile/0/000"),
    ("a proof's hash", lines("journal/proof/3", lambda lines: other(lines, 2)), "journal/proof/3"),
    ("a hash too few in a proof", lines("journal/proof/3", lambda lines: lines.pop(2)), "journal/proof/3"),
    ("a hash too many in a proof", lines("journal/proof/3", lambda lines: lines.insert(2, lines[2])), "journal/proof/3"),
    ("a proof of another entry", lambda forgery, seed: shutil.copy(
        forgery.record / "journal/proof/4", forgery.record / "journal/proof/3"), "journal/proof/3"),
    ("the version of a proof", replace("journal/proof/3", b"@v1", b"@v2"), "journal/proof/3"),
    ("the root in a proof", lines("journal/proof/3", lambda lines: other(lines, 9)), None),
    ("the origin in a proof", replace("journal/proof/3", b"example.org/kpu/journal\n", b"example.org/kpu/gazette\n"), "journal/proof/3"),
    ("the entry in a proof", replace("journal/proof/3", b"index 3", b"index 4"), "journal/proof/3"),
    ("the size in a proof", replace("journal/proof/3", b"\n9\n", b"\n10\n"), "journal/proof/3"),
    ("the journal's root", lines("journal/checkpoint", lambda lines: other(lines, 2)), "journal/checkpoint"),
    ("the journal's size", replace("journal/checkpoint", b"\n9\n", b"\n8\n"), "journal/checkpoint"),
]


@pytest.mark.parametrize("forge, place", [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_changed_files(soppeng, forgery, forge, place):
    forge(forgery, seed_of(soppeng / "keys"))
    refused(forgery.site, place)


def refused(site, place=None):
    ours, theirs = both(site)
    assert (ours.status, theirs.status) == (1, 2), f"script: {ours.error or 'accepts'}\nprogram: {theirs.error or 'accepts'}"
    if place:
        assert (ours.place, theirs.place) == (place, place), f"script: {ours.error}\nprogram: {theirs.error}"
    return ours, theirs


# An office that lies: it changes what it published and signs the whole anew. A row is the kind of the publication,
# the place among these, and the change; the place that both must name is that of the publication unless another kind
# and place are given.

def form(change, village=0):
    def changed(value):
        change(value["act"]["villages"][0]["forms"])
    return changed


def act(change):
    def changed(value):
        change(value["act"])
    return changed


def result(change):
    def changed(value):
        change(value["result"])
    return changed


def whole(change):
    """Changes the text and not the value."""
    return lambda value: change(script.text_of(value).encode())


def put(*path):
    """Puts the last of these at the place that the others name."""
    def change(value):
        for name in path[:-2]:
            value = value[name]
        value[path[-2]] = path[-1]
    return change


LIES = [
    ("votes of a form", "forms-taken", 0, form(lambda forms: put(0, 2, 119)(forms)), ("result", 0)),
    ("a figure of a form removed", "forms-taken", 3, form(lambda forms: put(0, 2, None)(forms)), ("result", 0)),
    ("valid votes of a form", "forms-taken", 3, form(lambda forms: put(1, 4, 1)(forms)), ("result", 0)),
    ("a form made a re-vote", "forms-taken", 70, form(lambda forms: put(9, 1, "psu")(forms)), ("result", 0)),
    ("a form left out", "forms-taken", 0, form(lambda forms: forms.pop()), ("result", 0)),
    ("a form twice", "forms-taken", 0, form(lambda forms: forms.append(forms[-1])), None),
    ("a form of no station", "forms-taken", 0, form(lambda forms: put(0, 0, 400)(forms)), None),
    ("a form of an unknown version", "forms-taken", 0, form(lambda forms: put(0, 1, "psy")(forms)), None),
    ("a figure too many", "forms-taken", 0, form(lambda forms: forms[0].append(1)), None),
    ("a figure below zero", "forms-taken", 0, form(lambda forms: put(0, 2, -1)(forms)), None),
    ("a figure no form has room for", "forms-taken", 0, form(lambda forms: put(0, 2, 10**9)(forms)), None),
    ("a figure that is true", "forms-taken", 0, form(lambda forms: put(0, 2, True)(forms)), None),
    ("forms of another reading", "forms-taken", 0, act(put("reading", "third")), None),
    ("forms of another village", "forms-taken", 0, act(put("villages", 0, "code", "73.12.99.1001")), None),
    ("fields exchanged", "reading-opened", 0, act(lambda act: act["fields"].reverse()), ("result", 0)),
    ("a field no form has", "reading-opened", 0, act(put("fields", 0, "votes_01")), None),
    ("a field of a contestant missing", "contest-opened", 0, act(lambda act: act["contestants"][0].pop("colour")), None),
    ("a text in one language", "reading-opened", 0, act(lambda act: act["name"].pop("id")), None),
    ("a field twice", "reading-opened", 0, act(put("fields", 0, "votes_2")), None),
    ("a station removed", "election-set-up", 0, act(lambda act: act["villages"][0]["stations"].pop()), ("forms-taken", 0)),
    ("a station added", "election-set-up", 0,
     act(lambda act: act["villages"][0]["stations"].append([44, 1, 1])), ("result", 0)),
    ("a station twice", "election-set-up", 0,
     act(lambda act: act["villages"][0]["stations"].append(act["villages"][0]["stations"][0])), None),
    ("a station without the ballot", "election-set-up", 0,
     act(lambda act: act["villages"][0]["stations"][0].append(["DPR"])), ("forms-taken", 0)),
    ("a station without a ballot reported", "election-set-up", 0,
     act(lambda act: act["villages"][0]["stations"][0].append(["PPWP", "DPRD_KABKO"])), ("result", 1)),
    ("a region removed", "election-set-up", 0, act(lambda act: act["regions"].pop(3)), None),
    ("a region twice", "election-set-up", 0, act(lambda act: act["regions"].append(act["regions"][3])), None),
    ("a region of another kind", "election-set-up", 0, act(put("regions", 3, "kind", "kota")), None),
    ("a list of nobody", "contest-opened", 2, act(put("lists", [{"candidates": [], "contestant": 99, "district": 1}])), None),
    ("a list of no district", "contest-opened", 2, act(put("lists", [{"candidates": [], "contestant": 1, "district": 99}])), None),
    ("a region without its parent", "election-set-up", 0, act(lambda act: act["regions"].pop(2)), None),
    ("an unknown law", "election-set-up", 0, act(put("law", "pemilu1955")), None),
    ("another law", "election-set-up", 0, act(put("law", "pemilu2014")), ("revotes-known", 0)),
    ("another place", "election-set-up", 0, act(put("place", "73.13")), None),
    ("a field no act has", "election-set-up", 0, act(put("weather", "fine")), None),
    ("a field missing", "election-set-up", 0, act(lambda act: act.pop("place")), None),
    ("the number of a contestant", "contest-opened", 0, act(put("contestants", 0, "number", 3)), ("result", 0)),
    ("a contestant twice", "contest-opened", 0, act(put("contestants", 0, "number", 2)), None),
    ("contestants exchanged", "contest-opened", 0, act(lambda act: act["contestants"].reverse()), ("result", 0)),
    ("an unknown ballot", "contest-opened", 0, act(put("ballot", "SENAT")), None),
    ("a ballot of another law", "contest-opened", 0, act(put("ballot", "PILGUB")), None),
    ("another number of seats", "contest-opened", 2, act(put("districts", 0, "seats", 8)), ("result", 2)),
    ("regions of districts exchanged", "contest-opened", 2, act(lambda act: put("districts", 0, "regions", act["districts"][1]["regions"])(act)), ("result", 2)),
    ("a district of no region", "contest-opened", 2, act(put("districts", 0, "regions", ["73.13"])), None),
    ("votes reported", "figures-reported", 1, act(put("rows", 5, "votes", 3, 0)), ("result", 2)),
    ("votes reported missing", "figures-reported", 1, act(put("rows", 5, "votes", 3, None)), ("result", 2)),
    ("stations reported", "figures-reported", 1, act(put("rows", 5, "stations", 3)), ("result", 2)),
    ("more blank stations than stations", "figures-reported", 1, act(put("rows", 5, "blank", 99)), ("result", 2)),
    ("a row reported twice", "figures-reported", 1, act(lambda act: act["rows"].append(act["rows"][0])), ("result", 2)),
    ("a row of a region that others lie in", "figures-reported", 1, act(put("rows", 0, "region", "73.12.02")), ("result", 2)),
    ("a row of no region", "figures-reported", 1, act(put("rows", 0, "region", "73.13")), None),
    ("a vote too many reported", "figures-reported", 1, act(lambda act: act["rows"][0]["votes"].append(0)), None),
    ("certified of no region", "figures-certified", 0, act(put("rows", 0, 0, "73.13")), None),
    ("certified of no station", "figures-certified", 0, act(put("rows", 0, 1, 400)), None),
    ("a certified figure too many", "figures-certified", 0, act(lambda act: act["rows"][0].append(1)), None),
    ("a re-vote known of no station", "revotes-known", 0, act(put("revotes", 0, "station", 400)), None),
    ("a re-vote known of a ballot of another law", "revotes-known", 0, act(put("revotes", 0, "ballots", ["PILGUB"])), None),
    ("a re-vote known of no ballot", "revotes-known", 0, act(put("revotes", 0, "ballots", [])), None),
    ("a first vote known as a re-vote", "revotes-known", 0, act(put("revotes", 0, "version", "reguler")), None),
    ("a re-vote known on a ground that leads elsewhere", "revotes-known", 0, act(put("revotes", 0, "ground", "431")), None),
    ("a re-vote known twice", "revotes-known", 0, act(lambda act: act["revotes"].append(act["revotes"][0])), None),
    ("a re-vote known before the vote", "revotes-known", 0, act(put("revotes", 0, "held", "2019-04-16")), None),
    ("a re-vote known from nowhere", "revotes-known", 0, act(put("revotes", 0, "source", "")), None),
    ("seats of nobody determined", "seats-determined", 0, act(put("seats", 0, 0, 99)), None),
    ("seats determined out of order", "seats-determined", 0, act(lambda act: act["seats"].reverse()), None),
    ("another purpose of the log's key", "key-named", 0, act(put("purpose", "documents")), ("key-named", 1)),
    ("a key of a rehearsal in an election", "key-named", 1, act(put("purpose", "rehearsal")), None),
    ("a key of another purpose", "key-named", 1, act(put("purpose", "log")), None),
    ("a key with another number", "key-named", 0, act(lambda act: put("key", act["key"].replace("+", "+0", 1))(act)), None),
    ("a first key with a proof", "key-named", 0, act(put("proof", "— example.org/kpu AAAAAAAA")), None),
    ("votes of a village", "result", 0, result(put("regions", 9, 6, 1)), None),
    ("votes of the province alone", "result", 0, result(put("regions", 0, 6, 1)), None),
    ("missing instead of a sum", "result", 0, result(put("regions", 4, 3, None)), None),
    ("zero instead of missing", "result", 1, result(put("regions", 4, 3, 0)), None),
    ("true instead of one", "result", 1, result(lambda result: [row.__setitem__(place, True) for row in result["regions"] for place, cell in enumerate(row) if cell == 1][0]), None),
    ("stations", "result", 0, result(put("regions", 4, 1, 1)), None),
    ("stations counted", "result", 0, result(put("regions", 4, 2, 1)), None),
    ("invalid votes", "result", 0, result(put("regions", 4, 4, 1)), None),
    ("a region left out", "result", 0, result(lambda result: result["regions"].pop()), None),
    ("a region twice", "result", 0, result(lambda result: result["regions"].append(result["regions"][-1])), None),
    ("regions in another order", "result", 0, result(lambda result: result["regions"].reverse()), None),
    ("a contestant's votes left out", "result", 0, result(lambda result: result["regions"][7].pop()), None),
    ("one more contestant's votes", "result", 0, result(lambda result: result["regions"][7].append(0)), None),
    ("sums called reported", "result", 0, result(put("forms", False)), None),
    ("a result of another ballot", "result", 0, result(put("ballot", "DPRD_PROV")), None),
    ("a result of no ballot", "result", 0, result(put("ballot", "DPD")), None),
    ("broken forms fewer", "result", 0, result(put("broken", 0, "forms", 7)), None),
    ("broken forms unsaid", "result", 0, result(put("broken", [])), None),
    ("broken forms of another rule", "result", 0, result(put("broken", 0, "rule", "A05")), None),
    ("a seat", "result", 2, result(put("districts", 0, "seats", [[1, 1], [2, 1], [3, 1], [4, 4]])), None),
    ("seats contested", "result", 2, result(put("districts", 1, "contested", 1)), None),
    ("another method", "result", 2, result(put("districts", 1, "method", "dhondt")), None),
    ("a district left out", "result", 2, result(lambda result: result["districts"].pop()), None),
    ("a district twice", "result", 2, result(lambda result: result["districts"].append(result["districts"][-1])), None),
    ("another district's number", "result", 2, result(put("districts", 0, "number", 9)), None),
    ("a space", "at", 3, whole(lambda text: text.replace(b",", b", ", 1)), None),
    ("a space behind", "at", 3, whole(lambda text: text + b" "), None),
    ("names in another order", "at", 3, lambda value: json.dumps(dict(reversed(value.items())), separators=(",", ":")).encode(), None),
    ("a name twice", "at", 3, whole(lambda text: text.replace(b'"entry"', b'"at":1,"entry"')), None),
    ("an escape that is not needed", "at", 4, whole(lambda text: text.replace(b"office", b"\\u006fffice", 1)), None),
    ("a fraction", "at", 3, whole(lambda text: text.replace(b'"v":1', b'"v":1.0')), None),
    ("an exponent", "at", 3, whole(lambda text: text.replace(b'"v":1', b'"v":1e0')), None),
    ("a large number", "at", 3, put("at", 2**53), None),
    ("no UTF-8", "at", 4, whole(lambda text: text.replace(b"office", b"\xff\xfe", 1)), None),
    ("a mark before it", "at", 3, whole(lambda text: b"\xef\xbb\xbf" + text), None),
    ("nothing", "at", 3, whole(lambda text: b""), None),
    ("no object", "at", 3, whole(lambda text: b"[]"), None),
    ("nesting without end", "at", 3, whole(lambda text: b"[" * 60_000), None),
    ("another version", "at", 3, put("v", 2), None),
    ("a version that is true", "at", 3, put("v", True), None),
    ("a field no publication has", "at", 3, put("weather", "fine"), None),
    ("act and result", "at", 3, put("result", {}), None),
    ("an unknown act", "at", 3, act(put("act", "reading-closed")), None),
    ("a result as an act", "at", 147, lambda value: json.dumps(
        {"act": {"act": "result", **value.pop("result")}, **value}, sort_keys=True, separators=(",", ":")).encode(), None),
    ("an earlier time", "at", 30, lambda value: put("at", value["at"] - 10_000)(value), None),
    ("a later time of the same entry", "at", 30, lambda value: put("at", value["at"] + 1)(value), None),
    ("an earlier entry", "at", 30, put("entry", 1), None),
    ("another leaf of the same entry", "at", 30, put("leaf", "0" * 64), None),
    ("a leaf in capitals", "at", 30, lambda value: put("leaf", value["leaf"].upper())(value), None),
    ("a leaf that is short", "at", 30, lambda value: put("leaf", value["leaf"][1:])(value), None),
    ("another leaf of an entry", "at", 156, put("leaf", "0" * 64), ("files", "journal/proof/8")),
    ("an entry behind the journal's end", "at", 156, put("entry", 9), ("files", "journal/checkpoint")),
    ("more, where nothing follows", "at", 156, put("more", True), None),
    ("more, where another act follows", "at", 0, put("more", True), ("at", 1)),
    ("more, where another entry follows", "at", 147, put("more", True), ("at", 148)),
    ("more that is false", "at", 3, put("more", False), None),
]


@pytest.mark.parametrize("kind, number, change, named", [row[1:] for row in LIES], ids=[row[0] for row in LIES])
def test_lies(soppeng, forgery, kind, number, change, named):
    place = number if kind == "at" else [place for place, _ in forgery.publications(kind)][number]
    if named is None:
        expected = f"publication {place}"
    elif named[0] == "files":
        expected = named[1]
    elif named[0] == "at":
        expected = f"publication {named[1]}"
    else:
        expected = f"publication {[place for place, _ in forgery.publications(named[0])][named[1]]}"
    before = list(forgery.entries)
    forgery.change(place, change)
    assert forgery.entries != before
    forgery.write(seed_of(soppeng / "keys"))
    refused(forgery.site, expected)


# ---- Evidence


def picture(digit="a", page="result", number=1, **changes):
    """A picture of the first station of Bila, as it is published."""
    ballot = {"ballot": "PPWP"} if page in ("result", "plano") else {}
    return {"act": "evidence-added", **ballot, "copy": {"digest": 64 * digit, "size": 9, "type": "image/jpeg"},
            "number": number, "page": page, "station": 1, "version": "reguler", "village": "73.12.04.1005", **changes}


def withdrawal(digit="a", **changes):
    return {"act": "evidence-withdrawn", "ballot": "PPWP", "copy": 64 * digit, "reason": "mixed up", "station": 1,
            "version": "reguler", "village": "73.12.04.1005", **changes}


EVIDENCE = [
    ("a picture", [picture()], None),
    ("a page of the station", [picture(page="minutes")], None),
    ("parts of it guessed", [picture(faulty=True)], None),
    ("the same at another station", [picture(), picture(station=2)], None),
    ("the same of another vote", [picture(), picture(version="psu")], None),
    ("withdrawn", [picture(), withdrawal()], None),
    ("withdrawn, and there as another page", [picture(), withdrawal(), picture(number=2)], None),
    ("twice at one place", [picture(), picture(number=2)], 1),
    ("again as what it was withdrawn of", [picture(), withdrawal(), picture()], 2),
    ("withdrawn twice", [picture(), withdrawal(), withdrawal()], 2),
    ("withdrawn where it does not stand", [picture(), withdrawal(station=2)], 1),
    ("withdrawn without a reason", [picture(), withdrawal(reason="")], 1),
    ("an attendance list", [picture(page="attendance")], 0),
    ("a page that is only kept", [picture(page="receipt")], 0),
    ("a result of no ballot", [{name: value for name, value in picture().items() if name != "ballot"}], 0),
    ("minutes of a ballot", [picture(page="minutes", ballot="PPWP")], 0),
    ("no such station", [picture(station=999)], 0),
    ("page 0", [picture(number=0)], 0),
    ("page 100", [picture(number=100)], 0),
    ("a document", [picture(copy={"digest": 64 * "a", "size": 9, "type": "application/pdf"})], 0),
    ("nothing in it", [picture(copy={"digest": 64 * "a", "size": 0, "type": "image/png"})], 0),
    ("no digest", [picture(digit="A")], 0),
    ("the original's digest", [picture(kept={"original": {"digest": 64 * "b", "size": 9, "type": "image/jpeg"}})], 0),
    ("the original's digest, withdrawn", [picture(), withdrawal(original=64 * "b")], 1),
]


@pytest.mark.parametrize("acts, wrong", [row[1:] for row in EVIDENCE], ids=[row[0] for row in EVIDENCE])
def test_evidence(soppeng, forgery, acts, wrong):
    last, size = json.loads(forgery.entries[-1]), len(forgery.entries)
    forgery.entries += [script.text_of({**last, "act": act}).encode() for act in acts]
    forgery.write(seed_of(soppeng / "keys"))
    if wrong is None:
        assert all(answer.status == 0 for answer in both(forgery.site))
    else:
        refused(forgery.site, f"publication {size + wrong}")


# ---- Papers


def issue(name="keputusan/1", edition=1, content="a", digit="1", kind="application/pdf", **changes):
    """A paper as it was issued."""
    return {"content": 64 * content, "edition": edition, "file": {"digest": 64 * digit, "size": 9, "type": kind},
            "name": name, "pages": 3, **changes}


def issued(*issues, **changes):
    """On the record before it; its root is put in where the record is known."""
    return {"act": "papers-issued", "engine": "x", "issues": list(issues), "record": {}, **changes}


def returned(pages=(1, 3), digit="8", kind="image/jpeg", **changes):
    return {"act": "paper-returned", "edition": 1, "file": {"digest": 64 * digit, "size": 9, "type": kind},
            "name": "keputusan/1", "pages": list(pages), **changes}


PAPERS = [
    ("issued", [issued(issue())], None),
    ("two, and the second edition of one", [issued(issue(), issue("usul/x", digit="2")), issued(issue(edition=2, content="b"))],
     None),
    ("come back page by page", [issued(issue()), returned(), returned([2], "9", "application/pdf")], None),
    ("on a record of another root", [issued(issue(), record={"root": 64 * "0"})], 0),
    ("on a record that is not there yet", [issued(issue(), record={"size": 9_999, "root": 64 * "0"})], 0),
    ("on no record", [issued(issue(), record={"size": 0, "root": 64 * "0"})], 0),
    ("on no journal", [issued(issue(), record={"entries": 0})], 0),
    ("on fewer entries than the record comes from", [issued(issue(), record={"entries": 1})], 0),
    ("on more entries than the record comes from", [issued(issue(), record={"entries": 99})], 0),
    ("on true entries", [issued(issue(), record={"entries": True})], 0),
    ("none", [issued()], 0),
    ("too many", [issued(*(issue(f"keputusan/{number}") for number in range(151)))], 0),
    ("by no engine", [issued(issue(), engine="")], 0),
    ("twice at once", [issued(issue(), issue())], 0),
    ("the second first", [issued(issue(edition=2))], 0),
    ("the first twice", [issued(issue()), issued(issue(content="b"))], 1),
    ("what was issued already", [issued(issue()), issued(issue(edition=2))], 1),
    ("a picture", [issued(issue(kind="image/png"))], 0),
    ("without pages", [issued(issue(pages=0))], 0),
    ("with too many pages", [issued(issue(pages=2_001))], 0),
    ("with the path of something else", [issued(issue("keputusan/../1"))], 0),
    ("in capitals", [issued(issue("Keputusan/1"))], 0),
    ("of no digest", [issued(issue(content="A"))], 0),
    ("a copy of nothing", [returned()], 0),
    ("a copy of a later edition", [issued(issue()), returned(edition=2)], 1),
    ("a copy twice", [issued(issue()), returned(), returned([2])], 2),
    ("the issued file as a copy", [issued(issue()), returned(digit="1", kind="application/pdf")], 1),
    ("pages that fall", [issued(issue()), returned([3, 1])], 1),
    ("a page too many", [issued(issue()), returned([4])], 1),
    ("page nought", [issued(issue()), returned([0])], 1),
    ("no page", [issued(issue()), returned([])], 1),
    ("the words of minutes", [{"act": "minutes-worded", "paragraphs": ["x"], "plenary": 1}], 0),
]


@pytest.mark.parametrize("acts, wrong", [row[1:] for row in PAPERS], ids=[row[0] for row in PAPERS])
def test_papers(soppeng, forgery, acts, wrong):
    last, size = json.loads(forgery.entries[-1]), len(forgery.entries)
    # The record as it was before its last entry but one.
    sources = [json.loads(entry)["entry"] for entry in forgery.entries]
    at = next(place for place in range(1, size) if sources[place] > max(3, sources[place - 1]))
    root = script.tree_root([script.leaf_hash(entry) for entry in forgery.entries[:at]]).hex()
    for act in acts:
        if "record" in act:
            act = {**act, "record": {"root": root, "size": at, "entries": sources[at], **act["record"]}}
        forgery.entries.append(script.text_of({**last, "act": act}).encode())
    forgery.write(seed_of(soppeng / "keys"))
    if wrong is None:
        assert all(answer.status == 0 for answer in both(forgery.site))
    else:
        refused(forgery.site, f"publication {size + wrong}")


# ---- Stages of the calendar


def row(key="rekap", first="2019-04-18", last="2019-05-04", **changes):
    return {"first": first, "key": key, "kind": "recapitulation", "last": last, "name": "Rekap", **changes}


def planned(*rows, **changes):
    return {"act": "stages-planned", "basis": "PKPU 7/2017", "issued": "2017-08-01", "stages": list(rows), **changes}


def step(kind, **fields):
    return {"act": f"stage-{kind}", "stage": 1, **fields}


BEGUN, CLOSED = step("begun", on="2019-04-18"), step("closed", on="2019-05-04", done="x")
MADE = {"act": "product-delivered", "document": "BA 1", "on": "2019-05-04", "product": "DA1", "stage": 1}
LIMIT = {"since": "rekap", "unit": "working-days", "within": 3}
STAGES = [
    ("planned, begun, closed, resumed",
     [planned(row()), step("assigned", division="teknis"), BEGUN, CLOSED, step("resumed", reason="x"), CLOSED], None),
    ("planned anew, with what follows", [planned(row()), planned(row(last="2019-05-05"), row("sidang", **LIMIT))], None),
    ("its product delivered", [planned(row(products=["DA1"])), BEGUN, MADE, CLOSED], None),
    ("why a product is missing", [planned(row(products=["DA1"])), BEGUN, {**CLOSED, "missing": "x"}], None),
    ("holidays", [{"act": "holidays-decreed", "basis": "SKB", "year": 2019,
                   "days": [{"date": "2019-04-19", "leave": True, "name": "Jumat Agung"}]}], None),
    ("none", [planned()], 0),
    ("twice", [planned(row(), row())], 0),
    ("by a name that no address can hold", [planned(row("Rapat Pleno"))], 0),
    ("backwards", [planned(row(last="2019-04-17"))], 0),
    ("of no kind", [planned(row(kind="tea"))], 0),
    ("on no day", [planned(row(last="2019-04-31"))], 0),
    ("of another election", [planned(row(last="2024-02-14"))], 0),
    ("half a limit", [planned(row(since="rekap", within=3))], 0),
    ("behind a stage that nobody planned", [planned(row(after=["x"]))], 0),
    ("behind itself by way of another", [planned(row(), row("bb", after=["rekap"])), planned(row(after=["bb"]))], 1),
    ("begun that is not there", [BEGUN], 0),
    ("begun by a true number", [planned(row()), {**BEGUN, "stage": True}], 1),
    ("begun twice", [planned(row()), BEGUN, BEGUN], 2),
    ("begun before its time, without a word", [planned(row(after=["bb"]), row("bb")), BEGUN], 1),
    ("closed before it began", [planned(row()), BEGUN, {**CLOSED, "on": "2019-04-17"}], 2),
    ("closed without having begun", [planned(row()), CLOSED], 1),
    ("closed without its product", [planned(row(products=["DA1"])), BEGUN, CLOSED], 2),
    ("a product of another stage", [planned(row()), MADE], 1),
    ("a product twice", [planned(row(products=["DA1"])), MADE, MADE], 2),
    ("resumed while it goes on", [planned(row()), BEGUN, step("resumed", reason="x")], 2),
    ("a holiday of another year",
     [{"act": "holidays-decreed", "basis": "x", "days": [{"date": "2020-01-01", "name": "x"}], "year": 2019}], 0),
    ("leave that is not", [{"act": "holidays-decreed", "basis": "x", "year": 2019,
                            "days": [{"date": "2019-01-01", "leave": False, "name": "x"}]}], 0),
]


@pytest.mark.parametrize("acts, wrong", [row[1:] for row in STAGES], ids=[row[0] for row in STAGES])
def test_stages(soppeng, forgery, acts, wrong):
    last, size = json.loads(forgery.entries[-1]), len(forgery.entries)
    forgery.entries += [script.text_of({**last, "act": act}).encode() for act in acts]
    forgery.write(seed_of(soppeng / "keys"))
    if wrong is None:
        assert all(answer.status == 0 for answer in both(forgery.site))
    else:
        refused(forgery.site, f"publication {size + wrong}")


# ---- Readings that others hold beside the office's


def beside(whose="volunteers", **changes):
    """A reading of the presidential ballot that never counts."""
    return {"act": "reading-opened", "ballot": "PPWP", "comparison": whose, "fields": ["votes_1", "votes_2"],
            "file": "comparison/PPWP/x", "id": "x", "name": {"en": "x", "id": "x"}, **changes}


def read(version="reguler"):
    """A form in it of the first station of Bila, with more votes than the office's."""
    villages = [{"code": "73.12.04.1005", "forms": [[1, version, 250, 20]]}]
    return {"act": "forms-taken", "ballot": "PPWP", "reading": "x", "villages": villages}


FILE = {"act": "files-named", "files": [{"nature": "reading", "path": "comparison/PPWP/x", "source": {"en": "x", "id": "x"}}]}
BESIDE = [
    ("never counts", [beside(), read()], None),
    ("of a later vote never counts either", [beside(), read("psu")], None),
    ("of a contestant's witnesses", [beside("witnesses-2"), read()], None),
    ("of a contestant who does not stand", [beside("witnesses-9")], 1),
    ("of nobody that is known", [beside("neighbours")], 1),
    ("of witnesses in another spelling", [beside("witnesses-02")], 1),
    ("called as the desk's", [beside(id="desk")], 1),
    ("counts, where it does not say whose it is",
     [{name: value for name, value in beside().items() if name != "comparison"}, read("psu")], 3),
]


@pytest.mark.parametrize("acts, wrong", [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_a_reading_beside_the_offices(soppeng, forgery, acts, wrong):
    last, size = json.loads(forgery.entries[-1]), len(forgery.entries)
    stated = [value["result"] for _, value in forgery.publications("result") if value["result"]["ballot"] == "PPWP"][-1]
    added = [{**last, "act": act} for act in [FILE, *acts]]
    added.append({**{name: value for name, value in last.items() if name != "act"}, "result": stated})
    forgery.entries += [script.text_of(value).encode() for value in added]
    forgery.write(seed_of(soppeng / "keys"))
    if wrong is None:
        assert all(answer.status == 0 for answer in both(forgery.site))
    else:
        refused(forgery.site, f"publication {size + wrong}")


# ---- Elections thrown with dice


def results(site, copy):
    """What the last result of each ballot states."""
    return {value["result"]["ballot"]: value["result"] for _, value in Forgery(site, copy).publications("result")}


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_random_elections(tmp_path, turn):
    print(f"Random input of this run: PLENO_SEED={SEED}")
    dice = random.Random(SEED + turn)
    folder = Folder(tmp_path / "folder", dice)
    site = publish(folder.path, tmp_path / "undecided")
    agree(site)
    council = results(site, tmp_path / "copy")["DPRD_KABKO"]
    decisions = []
    for district in council["districts"]:
        if district["contested"] and dice.random() < 0.8:
            decisions += decided(folder, council, district, dice)
    if decisions:
        folder.decide(decisions)
        site = publish(folder.path, tmp_path / "decided")
        agree(site)
        council = results(site, tmp_path / "decided-copy")["DPRD_KABKO"]
        settled = {row[0] for row in decisions}
        assert not any(district["contested"] for district in council["districts"] if district["number"] in settled)


def agree(site):
    ours, theirs = both(site)
    assert (ours.status, theirs.status) == (0, 0), f"script: {ours.error}\nprogram: {theirs.error}"
    shared = [line for line in theirs.output.splitlines() if not line.startswith("without --policy")]
    assert set(shared) <= set(ours.output.splitlines())


def decided(folder, council, district, dice):
    """A decision on the seats that a tie leaves open: whoever is tied, drawn by lot."""
    with open(folder.path / "districts.csv") as file:
        rows = {int(row["number"]): row for row in csv.DictReader(file)}
    row = rows[district["number"]]
    votes = [0] * len(folder.parties)
    for region in council["regions"]:
        if region[0] in row["regions"].split():
            votes = [sum_ + (figure or 0) for sum_, figure in zip(votes, region[6:])]
    _, tied, left, most = script.divide(district["method"], int(row["seats"]), dict(zip(folder.parties, votes)))
    assert left == district["contested"]
    winners = dice.sample(tied, left) if most == 1 else [dice.choice(tied) for _ in range(left)]
    return [[district["number"], number, winners.count(number)] for number in sorted(set(winners))]


# ---- Whatever is changed


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_any_byte(soppeng, forgery, turn):
    """One byte of one file, whatever it is: both refuse the record."""
    print(f"Random input of this run: PLENO_SEED={SEED}")
    dice = random.Random(SEED + turn)
    file = dice.choice(sorted(path for path in forgery.record.rglob("*") if path.is_file()))
    content = bytearray(file.read_bytes())
    place = dice.randrange(len(content))
    content[place] = dice.choice([byte for byte in range(256) if byte != content[place]])
    file.write_bytes(content)
    refused(forgery.site)


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_any_figure(soppeng, forgery, turn):
    """One figure of one publication, by an office that signs everything anew: both refuse it in the same place, or
    both accept it, where nothing is added up from it."""
    print(f"Random input of this run: PLENO_SEED={SEED}")
    dice = random.Random(SEED + turn)
    place = dice.choice([place for place, text in enumerate(forgery.entries) if b'"law"' in text or dice.random() < 0.1])
    numbers = list(re.finditer(rb"(?<![\w.-])\d+(?![\w.-])", forgery.entries[place]))
    number = dice.choice(numbers)
    figure = str(dice.choice([int(number[0]) + 1, dice.randint(0, 400)])).encode()
    forgery.change(place, lambda _: forgery.entries[place][:number.start()] + figure + forgery.entries[place][number.end():])
    forgery.write(seed_of(soppeng / "keys"))
    ours, theirs = both(forgery.site)
    words = f"publication {place}, byte {number.start()}: {figure}\nscript: {ours.error}\nprogram: {theirs.error}"
    assert (ours.status == 0) == (theirs.status == 0), words
    assert ours.place == theirs.place, words


# ---- Publications that are not there


def test_dropped_publications(soppeng, forgery):
    """Without a form the sums do not hold; without the last publication the journal shows nothing wrong, and only who
    saw the record before can tell."""
    place, _ = next(forgery.publications("forms-taken"))
    sums, _ = next(forgery.publications("result"))
    del forgery.entries[place]
    forgery.write(seed_of(soppeng / "keys"))
    refused(forgery.site, f"publication {sums - 1}")


def test_dropped_results(soppeng, forgery):
    """No figure is wrong where a result is left out: the script notes it, the program refuses it."""
    for place, _ in list(forgery.publications("result"))[::-1]:
        del forgery.entries[place]
    forgery.write(seed_of(soppeng / "keys"))
    answer = by_script(forgery.site)
    assert answer.status == 0 and answer.output.count("no result was published since the last act") == 3
    assert "was not published again" in by_pleno(forgery.site).error


def test_publications_in_another_order(soppeng, forgery):
    forgery.entries[10], forgery.entries[80] = forgery.entries[80], forgery.entries[10]
    forgery.write(seed_of(soppeng / "keys"))
    refused(forgery.site, "publication 11")


def test_publications_put_in(soppeng, forgery):
    forgery.entries.insert(6, forgery.entries[5])
    forgery.write(seed_of(soppeng / "keys"))
    refused(forgery.site, "publication 6")


# ---- Another's signature


def test_attacker_without_the_key(forgery):
    """Who has no key of the office can hash a changed record anew, and not sign it."""
    place, _ = next(forgery.publications("files-named"))
    forgery.change(place, act(lambda act: act["files"].pop()))
    forgery.write(b"attacker" * 4)
    refused(forgery.site, "checkpoint")


def test_attacker_who_names_a_key(soppeng, forgery, tmp_path):
    """Who puts a key of their own into the record is found out by whoever knows the office's."""
    log, seed = key_line(by_script(forgery.site).output), b"attacker" * 4
    named = script.key_text(script.Key("example.org/kpu", 1, sign(seed, b"")[1]))
    place, _ = next(forgery.publications("key-named"))
    forgery.change(place, act(put("key", named)))
    shutil.rmtree(forgery.record / "journal")
    forgery.write(seed)
    (tmp_path / "policy").write_text(f"log {log}\nquorum none\n")
    assert by_script(forgery.site, "--key", log).status == 1
    assert by_pleno(forgery.site, "--policy", tmp_path / "policy").status == 2
    # Both say that without a known key they only know what the record says itself.
    assert "without --key" in by_script(forgery.site).output
    assert "without --policy" in by_pleno(forgery.site).output


def test_forged_beside_the_true(forgery):
    """A second line that bears the key's name and number must hold too; one of an unknown key proves nothing."""
    checkpoint = (forgery.record / "checkpoint").read_bytes()
    name = checkpoint.split(b"\n")[0].decode()
    body = checkpoint[:checkpoint.index(b"\n\n") + 1]
    forgery.put("checkpoint", checkpoint + signature_line("example.net/other", bytes(32), body))
    agree(forgery.site)
    line = checkpoint.split(b"\n")[-2]
    changed = line[:-8] + (b"AAAA" if line[-8:-4] != b"AAAA" else b"BBBB") + line[-4:]
    assert name.encode() in line
    forgery.put("checkpoint", checkpoint + changed + b"\n")
    refused(forgery.site, "checkpoint")


# ---- Long records, and keys that follow each other


@pytest.fixture(scope="session")
def long(tmp_path_factory):
    """So many villages that register and results are cut in pieces, and the tree has two levels of tiles."""
    place = tmp_path_factory.mktemp("long")
    folder = place / "folder"
    folder.mkdir()
    codes = [f"73.12.{district:02}.{2001 + village}" for district in (1, 2) for village in range(320)]
    parties = range(1, 25)

    def write(file, header, rows):
        with open(folder / file, "w", newline="") as output:
            csv.writer(output, lineterminator="\n").writerows([header, *rows])

    write("regions.csv", ["code", "name", "kind"], [
        ["73.12", "K", "kabupaten"], ["73.12.01", "A", "kecamatan"], ["73.12.02", "B", "kecamatan"],
        *([code, f"Desa {code} yang namanya panjang", "desa"] for code in codes)])
    write("stations.csv", ["village", "station", "electorate_male", "electorate_female"],
          [[code, 1, 100, ""] for code in codes])
    write("contestants.csv", ["number", "name", "short_name", "colour"],
          [[number, f"Partai {number}", f"P{number}", "#112233"] for number in parties])
    write("districts.csv", ["number", "name", "seats", "regions"], [[1, "D", 40, "73.12.01 73.12.02"]])
    write("forms.csv", ["village", "station", *(f"votes_{number}" for number in parties), "valid", "invalid", "total"],
          [[code, 1, *(1000 * number + place for number in parties), 1, 1, 2] for place, code in enumerate(codes)])
    write("certified.csv", ["region", "station", *(f"votes_{number}" for number in parties)],
          [[code, "", *(100_000_000 + number for number in parties)] for code in codes])
    files = ["regions", "stations", "contestants", "districts", "forms", "certified"]
    (folder / "election.yaml").write_text(
        "format: 1\nname: { id: Panjang, en: Long }\ndate: 2019-04-17\nlaw: pemilu2019\nplace: \"73.12\"\n"
        "regions: regions.csv\nstations: stations.csv\nballots:\n  - ballot: DPRD_KABKO\n"
        "    contestants: contestants.csv\n    districts: districts.csv\n    certified: certified.csv\n"
        "    readings: [{ id: one, name: { id: S, en: O }, file: forms.csv }]\nfiles:\n"
        + "".join(f"  {file}.csv: {{ nature: simulated, source: {{ id: X, en: X }} }}\n" for file in files))
    publish(folder, place)
    return place


def test_long_record(long, tmp_path):
    agree(long / "site")
    forgery = Forgery(long / "site", tmp_path / "site")
    assert len(forgery.entries) > 512 and (forgery.record / "tile/1/000.p/2").exists()
    more = [json.loads(text) for text in forgery.entries if b'"more":true' in text]
    assert {kind for value in more for kind in value if kind in ("act", "result")} == {"act", "result"}


PIECES = [
    ("a sum in a later piece", lambda value: put("result", "regions", 5, 6, 1)(value), 1),
    ("another ballot in a later piece", lambda value: put("result", "ballot", "DPRD_PROV")(value), 1),
    ("another basis in a later piece", lambda value: put("result", "forms", False)(value), 1),
    ("no more in the first piece", lambda value: value.pop("more") and None, 0),
]


@pytest.mark.parametrize("change, piece", [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_pieces(long, tmp_path, change, piece):
    forgery = Forgery(long / "site", tmp_path / "site")
    pieces = [place for place, _ in forgery.publications("result")]
    forgery.change(pieces[piece], change)
    forgery.write(seed_of(long / "keys"))
    ours, theirs = refused(forgery.site)
    assert ours.place == theirs.place in [f"publication {place}" for place in pieces]


@pytest.mark.parametrize("path", ["tile/1/000.p/2", "tile/0/001", "tile/entries/000"])
def test_tiles_of_a_long_record(long, tmp_path, path):
    forgery = Forgery(long / "site", tmp_path / "site")
    content = (forgery.record / path).read_bytes()
    forgery.put(path, content[:33] + bytes([content[33] ^ 1]) + content[34:])
    refused(forgery.site, path if "entries" not in path else None)
    (forgery.record / path).unlink()
    refused(forgery.site, path)


def test_keys_that_follow(soppeng, tmp_path):
    """A key that another signed for: who knows the first believes the second."""
    for name in ("office", "keys", "site"):
        shutil.copytree(soppeng / name, tmp_path / name)
    old = key_line(by_script(tmp_path / "site").output)
    pleno("keys", "rotate", tmp_path / "office", tmp_path / "keys", "--purpose", "log")
    pleno("publish", tmp_path / "office", tmp_path / "site", "--keys", tmp_path / "keys")
    agree(tmp_path / "site")
    answer = by_script(tmp_path / "site", "--key", old)
    assert answer.status == 0 and key_line(answer.output) != old
    (tmp_path / "policy").write_text(f"log {old}\nquorum none\n")
    assert by_pleno(tmp_path / "site", "--policy", tmp_path / "policy").status == 0
    forgery = Forgery(tmp_path / "site", tmp_path / "copy")
    places = [place for place, _ in forgery.publications("key-named")]
    seed = b"attacker" * 4
    named = script.key_text(script.Key("example.org/kpu", 1, sign(seed, b"")[1]))
    # Of the files that a smaller record left behind each must still be right.
    assert (forgery.record / "tile/0/000.p/157").exists()
    forgery.change(places[-1], act(put("key", named)))
    forgery.write(seed)
    refused(forgery.site, f"publication {places[-1]}")


def test_logs_begun_anew(soppeng, tmp_path):
    """A record that follows a lost one names its last checkpoint, as the office signed it."""
    for name in ("office", "keys", "site"):
        shutil.copytree(soppeng / name, tmp_path / name)
    last = tmp_path / "site/record/checkpoint"
    pleno("succeed", tmp_path / "office", "--keys", tmp_path / "keys", "--reason", "Disk failure", "--checkpoint", last)
    pleno("publish", tmp_path / "office", tmp_path / "second", "--keys", tmp_path / "keys")
    agree(tmp_path / "second")
    assert "/kpu/2/record+" in by_script(tmp_path / "second").output
    # Where the key was lost too the next one is not proven by it.
    pleno("keys", "new", tmp_path / "new-keys", "--name", "example.org/kpu")
    last = tmp_path / "second/record/checkpoint"
    pleno("succeed", tmp_path / "office", "--keys", tmp_path / "new-keys", "--reason", "Theft", "--key-lost", "--checkpoint", last)
    pleno("publish", tmp_path / "office", tmp_path / "third", "--keys", tmp_path / "new-keys")
    agree(tmp_path / "third")
    known = key_line(by_script(tmp_path / "second").output)
    (tmp_path / "policy").write_text(f"log {known}\nquorum none\n")
    assert by_script(tmp_path / "third", "--key", known).status == 1
    assert by_pleno(tmp_path / "third", "--policy", tmp_path / "policy").status == 2


SUCCESSIONS = [
    ("another checkpoint", lambda act: put("checkpoint", act["checkpoint"].replace("\n157\n", "\n158\n"))(act)),
    ("another log's checkpoint", lambda act: put("checkpoint", act["checkpoint"].replace("/kpu/", "/kpa/"))(act)),
    ("no checkpoint", put("checkpoint", "")),
    ("another generation", put("generation", 3)),
    ("a generation that is true", put("generation", True)),
    ("a lost key that is one", put("keyLost", 1)),
]


@pytest.fixture(scope="session")
def second(soppeng, tmp_path_factory):
    place = tmp_path_factory.mktemp("second")
    shutil.copytree(soppeng / "office", place / "office")
    shutil.copytree(soppeng / "keys", place / "keys")
    pleno("succeed", place / "office", "--keys", place / "keys", "--reason", "Disk failure",
          "--checkpoint", soppeng / "site/record/checkpoint")
    pleno("publish", place / "office", place / "site", "--keys", place / "keys")
    return place


@pytest.mark.parametrize("change", [row[1] for row in SUCCESSIONS], ids=[row[0] for row in SUCCESSIONS])
def test_false_successions(second, tmp_path, change):
    forgery = Forgery(second / "site", tmp_path / "site")
    place, _ = next(forgery.publications("log-succeeded"))
    forgery.change(place, act(change))
    forgery.write(seed_of(second / "keys"))
    refused(forgery.site, f"publication {place}")


# ---- Plenaries and re-votes


@pytest.fixture(scope="session")
def rehearsed(tmp_path_factory):
    """A small election rehearsed whole: re-votes, plenaries of three subdistricts and of the regency."""
    place = tmp_path_factory.mktemp("rehearsed")
    pleno("rehearse", place / "office", "--from", rehearsable(place / "folder"), "--whole", "--seed", "3")
    pleno("publish", place / "office", place / "site", "--keys", place / "office-keys")
    return place


# Acts about what a ballot comes to, and who gets its seats.
OF_RESULT = re.compile("(result|members?|list-tie|seat-tie)-")


@pytest.fixture
def lie(rehearsed, tmp_path):
    return Forgery(rehearsed / "site", tmp_path / "site")


def test_plenaries(rehearsed):
    agree(rehearsed / "site")
    acts = [json.loads(text).get("act", {}) for text in Forgery(rehearsed / "site", rehearsed / "copy").entries]
    outcomes = {act["outcome"] for act in acts if act.get("act") == "objection-answered"}
    assert outcomes == {"accepted", "rejected", "deferred"}
    assert any("refusal" in act for act in acts) and any("deferred" in act for act in acts)
    assert all(act["simulated"] for act in acts if act.get("act") == "revote-proposed")
    assert {act["plenary"] for act in acts if act.get("act") == "figures-certified"} == {3, 4, 5, 6}
    assert not any("mandate" in act for act in acts)
    record = b"".join(path.read_bytes() for path in (rehearsed / "site/record").rglob("*") if path.is_file())
    assert not any(name in record for name in (b"ppk-", b"witness-", b"panwas-", b"kpps-", b"commissioner-"))


def agree_on_elected(office, site):
    """The same people by the office's own figures and by its record alone, read by the script."""
    own = subprocess.run([PLENO, "elected", office, "--format", "csv"], capture_output=True, text=True)
    assert own.returncode in (0, 3), own.stderr
    columns = ["district", "contestant", "seat", "number", "votes"]
    rows = [[row[name] for name in columns] for row in csv.DictReader(io.StringIO(own.stdout)) if row["seat"]]
    outside = by_script(site, "--elected", "DPRD_KABKO")
    assert outside.status == own.returncode and [row.split(",") for row in outside.output.splitlines()] == [columns, *rows]
    return rows


def test_elected(rehearsed):
    rows = agree_on_elected(rehearsed / "office", rehearsed / "site")
    seats = json.loads(next(text for text in reversed(Forgery(rehearsed / "site", rehearsed / "other").entries)
                            if json.loads(text).get("result", {}).get("ballot") == "DPRD_KABKO"))["result"]["districts"]
    assert Counter((int(row[0]), int(row[1])) for row in rows) == Counter(
        {(district["number"], party): held for district in seats for party, held in district["seats"]})


@pytest.mark.parametrize("words, status, said", [
    (("contested", "OFFICE", "73.12.01.2001-001", "73.12.03.2002-002"), 0,
     ("Satu, 4 seats: 1 contested station", "Dua, 3 seats: 1 contested station", "closest: the last seat of")),
    (("contested", "OFFICE", "73.12.01.2001-009"), 2, ("station 73.12.01.2001-009 is in no district",)),
    (("contested", "OFFICE", "73.12.01.2001-001", "--ballot", "PPWP"), 2, ("PPWP candidates are not known",)),
    (("contested", "OFFICE", "x"), 2, ("expected a station such as",)),
    (("elected", "OFFICE", "--ballot", "DPRD"), 2, ("expected one of",)),
    (("elected", str(ROOT / "Examples/soppeng-2019")), 2, ("DPRD_KABKO candidates are not known",)),
])
def test_who_is_elected_and_what_could_change_it(rehearsed, words, status, said):
    words = [str(rehearsed / "office") if word == "OFFICE" else word for word in words]
    ran = subprocess.run([PLENO, *words], capture_output=True, text=True, env={**os.environ, "PLENO_LANG": "en"})
    assert ran.returncode == status, ran.stderr
    assert all(text in ran.stdout + ran.stderr for text in said), ran.stdout + ran.stderr
    assert "Fatal" not in ran.stderr


@pytest.mark.parametrize("seed, turn", [
    # Of a list one candidate has a seat by votes, and of those equal for the next nobody knows who is a woman.
    (269833260, 6),
    *((SEED, turn) for turn in range(ROUNDS)),
])
def test_any_rehearsal(tmp_path, seed, turn):
    """Any small election rehearsed whole: gaps in the register, stations with some of the ballots, one station."""
    print(f"Random input of this run: PLENO_SEED={SEED}")
    folder = Folder(tmp_path / "folder", random.Random(seed + turn))
    words = "rehearse", tmp_path / "office", "--from", folder.path, "--whole", "--seed", str(turn)
    pleno(*words)
    pleno("publish", tmp_path / "office", tmp_path / "site", "--keys", tmp_path / "office-keys")
    agree(tmp_path / "site")
    if (folder.path / "candidates.csv").exists():
        agree_on_elected(tmp_path / "office", tmp_path / "site")
    # What was determined of it, with one figure or name changed.
    lie = Forgery(tmp_path / "site", tmp_path / "lie")
    places = [place for place, text in enumerate(lie.entries) if OF_RESULT.match(json.loads(text).get("act", {}).get("act", ""))]
    if places:
        changed_anywhere(seed_of(tmp_path / "office-keys", "rehearsal"), lie, turn, places)


def agree_on_pair(office, site):
    """The same pair by the office's own figures and by its record alone, or that nobody is elected yet."""
    own = subprocess.run([PLENO, "elected", office, "--ballot", "PILBUP", "--format", "csv"], capture_output=True, text=True,
                         env={**os.environ, "PLENO_LANG": "en"})
    assert own.returncode in (0, 3), own.stderr
    rows = [[row["number"], row["votes"]] for row in csv.DictReader(io.StringIO(own.stdout)) if row["outcome"] == "elected"]
    margins = subprocess.run([PLENO, "elected", office, "--ballot", "PILBUP", "--format", "csv", "--population", "200000"],
                             capture_output=True, text=True, env={**os.environ, "PLENO_LANG": "en"})
    # Whoever is not elected has a margin, and nobody has one to nobody.
    assert all(bool(row["petition"]) == (bool(rows) and row["outcome"] != "elected")
               for row in csv.DictReader(io.StringIO(margins.stdout)))
    outside = by_script(site, "--elected", "PILBUP")
    assert outside.status == (0 if rows else 3)
    assert [row.split(",") for row in outside.output.splitlines()] == [["number", "votes"], *rows]
    return rows


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_any_regional_election(tmp_path, turn):
    """Any small election of a regent rehearsed to the oath: one pair, several, equal ones, a blank column."""
    print(f"Random input of this run: PLENO_SEED={SEED}")
    folder = Regional(tmp_path / "folder", random.Random(SEED + turn))
    pleno("rehearse", tmp_path / "office", "--from", folder.path, "--whole", "--seed", str(turn))
    pleno("publish", tmp_path / "office", tmp_path / "site", "--keys", tmp_path / "office-keys")
    agree(tmp_path / "site")
    agree_on_pair(tmp_path / "office", tmp_path / "site")
    lie = Forgery(tmp_path / "site", tmp_path / "lie")
    places = [place for place, text in enumerate(lie.entries) if OF_RESULT.match(json.loads(text).get("act", {}).get("act", ""))]
    assert any("elected" in json.loads(lie.entries[place])["act"] for place in places)
    changed_anywhere(seed_of(tmp_path / "office-keys", "rehearsal"), lie, turn, places)


def house(path, nation):
    """A made-up province whose regencies have the votes of the 53 districts of the DPR's election of 2024 that are known."""
    with open(ROOT / "Tests/Fixtures/seats/indonesia-dpr-2024.csv") as file:
        rows = list(csv.DictReader(file))
    parties, names = sorted({row["party"] for row in rows}), list(dict.fromkeys(row["district"] for row in rows))
    regencies = [f"32.{number:02}" for number in range(1, len(names) + 1)]
    path.mkdir()

    def write(file, header, lines):
        with open(path / file, "w", newline="") as output:
            csv.writer(output, lineterminator="\n").writerows([header, *lines])

    write("regions.csv", ["code", "name", "kind"], [["32", "Provinsi", "provinsi"], *(
        row for code in regencies for row in ([code, f"K {code}", "kabupaten"], [f"{code}.01", f"C {code}", "kecamatan"],
                                              [f"{code}.01.2001", f"D {code}", "desa"]))])
    write("stations.csv", ["village", "station", "electorate_male", "electorate_female"],
          [[f"{code}.01.2001", 1, 100, 100] for code in regencies])
    write("parties.csv", ["number", "name", "short_name", "colour"],
          [[number, name, name, "#112233"] for number, name in enumerate(parties, 1)])
    votes = {(row["district"], row["party"]): row["votes"] for row in rows}
    write("votes.csv", ["region", "stations", "stations_blank", *(f"votes_{number}" for number in range(1, len(parties) + 1))],
          [[code, 1, 0, *(votes[name, party] for party in parties)] for code, name in zip(regencies, names)])
    seats = {row["district"]: row["seats_total"] for row in rows}
    write("districts.csv", ["number", "name", "seats", "regions"],
          [[number, name, seats[name], code] for number, (name, code) in enumerate(zip(names, regencies), 1)])
    with open(ROOT / "Tests/Fixtures/seats/indonesia-dpr-2024-totals.csv") as file:
        totals = {row["party"]: row["votes"] for row in csv.DictReader(file)}
    write("nation.csv", ["number", "votes"], nation([[number, totals[party]] for number, party in enumerate(parties, 1)]))
    files = ("regions", "stations", "parties", "votes", "districts", "nation")
    (path / "election.yaml").write_text(
        "format: 1\nname: { id: DPR, en: House }\ndate: 2024-02-14\nlaw: pemilu2024\nplace: \"32\"\nregions: regions.csv\n"
        "stations: stations.csv\nballots:\n  - { ballot: DPR, contestants: parties.csv, reported: votes.csv,"
        " districts: districts.csv, nation: nation.csv }\nfiles:\n" + "".join(
            f"  {file}.csv: {{ nature: register, source: {{ id: X, en: X }} }}\n" for file in files))
    official = {(names.index(row["district"]) + 1, parties.index(row["party"]) + 1): int(row["seats_official"])
                for row in rows if row["seats_official"] != "0"}
    return official


def test_the_house_of_2024(tmp_path):
    """By program and script the official seats of all districts: ten parties of eighteen are below four per cent."""
    official = house(tmp_path / "folder", lambda rows: rows)
    publish(tmp_path / "folder", tmp_path)
    agree(tmp_path / "site")
    forgery = Forgery(tmp_path / "site", tmp_path / "copy")
    result = next(json.loads(text)["result"] for text in forgery.entries if "result" in json.loads(text))
    found = {(row["number"], party): held for row in result["districts"] for party, held in row["seats"]}
    assert len(result["districts"]) == 53 and found == official and sum(found.values()) > 300
    # A party that is let in by other votes of the nation changes seats that were stated.
    place, _ = next(forgery.publications("contest-opened"))
    forgery.change(place, act(lambda act: act["nation"][15].__setitem__(1, 9_999_999)))
    forgery.write(seed_of(tmp_path / "keys"))
    ours, theirs = refused(forgery.site)
    assert ours.place == theirs.place


FALSE_NATIONS = [
    ("votes of nobody", lambda act: act["nation"].append([99, 1])),
    ("a party twice", lambda act: act["nation"].append([18, 1])),
    ("in another order", lambda act: act["nation"].reverse()),
    ("fewer than none", lambda act: act["nation"].__setitem__(0, [1, -1])),
    ("no figure", lambda act: act["nation"].__setitem__(0, [1, None])),
    ("a party left out", lambda act: act["nation"].pop()),
    ("of no party", lambda act: act.update(nation=[])),
    ("none at all", lambda act: act.pop("nation")),
]


@pytest.mark.parametrize("change", [row[1] for row in FALSE_NATIONS], ids=[row[0] for row in FALSE_NATIONS])
def test_false_votes_of_the_nation(tmp_path, change):
    house(tmp_path / "folder", lambda rows: rows)
    publish(tmp_path / "folder", tmp_path)
    forgery = Forgery(tmp_path / "site", tmp_path / "copy")
    place, _ = next(forgery.publications("contest-opened"))
    forgery.change(place, act(change))
    forgery.write(seed_of(tmp_path / "keys"))
    ours, theirs = refused(forgery.site)
    assert ours.place == theirs.place


def test_a_house_whose_nation_is_half_known(tmp_path):
    """Nobody is let in or left out by votes that are missing."""
    house(tmp_path / "folder", lambda rows: rows[1:])
    ran = subprocess.run([PLENO, "check", tmp_path / "folder"], capture_output=True, text=True,
                         env={**os.environ, "PLENO_LANG": "en"})
    assert ran.returncode == 2 and "does not know enough" in ran.stderr, ran.stderr


def test_a_plenary_above_the_last_tier(tmp_path):
    """Both know how far up the figures of a ballot go; one that decides is held at any tier."""
    folder = next(folder for folder in (Folder(tmp_path / f"folder-{number}", random.Random(number))
                                        for number in range(99)) if "73,S,provinsi" in
                  (folder.path / "regions.csv").read_text() and folder.law != "pemilu2014")
    publish(folder.path, tmp_path)
    call = {"act": "plenary-called", "agenda": "x", "date": "2019-04-20", "invitation": "x", "members": 5, "number": 1,
            "region": "73", "venue": "x"}
    for name, more, holds in (
        ("decision", {"subject": "decision"}, True),
        ("province", {"ballots": ["DPRD_PROV"], "ground": "x", "subject": "recapitulation"}, False),
        ("regency", {"ballots": ["DPRD_KABKO"], "subject": "recapitulation"}, False),
        ("nation", {"ballots": ["PPWP"], "subject": "recapitulation"}, True),
    ):
        forgery = Forgery(tmp_path / "site", tmp_path / name)
        last = json.loads(forgery.entries[-1])
        last.pop("result", None)
        last.update(act={**call, **more}, entry=last["entry"] + 1)
        forgery.entries.append(script.text_of(last).encode())
        # Of an entry that no journal has.
        shutil.rmtree(forgery.record / "journal")
        forgery.write(seed_of(tmp_path / "keys"))
        if holds:
            agree(forgery.site)
        else:
            refused(forgery.site, f"publication {len(forgery.entries) - 1}")


@pytest.mark.parametrize("version, ground, holds", [
    ("psu-2", "ruling", True),
    ("psu", "ruling", False),  # It would have the form of the first one.
    ("psu-2", "372(2)d", False),  # The law allows one.
    ("pssu", "374(2)h", False),  # It would be of the first vote's ballots.
    ("pssu-2", "374(2)h", True),
    ("pssu-2", "ruling", True),
    ("pss", "432", False),  # Its form would not count.
    ("psu-3", "ruling", False),
])
def test_a_second_revote(rehearsed, tmp_path, version, ground, holds):
    """Both know whether a vote may be held once more at a station, and what its form is called."""
    forgery = Forgery(rehearsed / "site", tmp_path / "site")
    first = json.loads(forgery.entries[find(forgery, "revote-held")[0]])["act"]["revote"]
    proposals = find(forgery, "revote-proposed")
    act = json.loads(forgery.entries[proposals[first - 1]])["act"]
    last = json.loads(forgery.entries[-1])
    last.pop("result", None)
    act.update(number=len(proposals) + 1, version=version, ground=ground)
    last.update(act=act, entry=last["entry"] + 1)
    forgery.entries.append(script.text_of(last).encode())
    # Of an entry that no journal has.
    shutil.rmtree(forgery.record / "journal")
    forgery.write(seed_of(rehearsed / "office-keys", "rehearsal"))
    if holds:
        agree(forgery.site)
    else:
        refused(forgery.site, f"publication {len(forgery.entries) - 1}")


def find(forgery, kind, **wanted):
    """The places of the acts of a kind in which some fields are as wanted."""
    return [place for place, value in forgery.publications(kind)
            if all(value["act"].get(name) == field for name, field in wanted.items())]


def change(kind, change, named=None, **wanted):
    """Changes the first such act; the place that is named is its own, or that of the first one behind it of a kind."""
    def forge(forgery):
        place = find(forgery, kind, **wanted)[0]
        forgery.change(place, act(change))
        if named is None:
            return place
        # Of certified figures those of the ballot; of objections the one that goes on with what was deferred.
        ballot = {"ballot": json.loads(forgery.entries[place])["act"]["ballot"]} if named == "figures-certified" else {}
        chair = {"attendee": 1} if named == "objection-raised" else {}
        return next(later for later in find(forgery, named, **ballot, **chair) if later > place)
    return forge


def drop(kind, named, last=False, **wanted):
    """Leaves out the first such act, or the last; what is named is the first behind it of a kind."""
    def forge(forgery):
        place = find(forgery, kind, **wanted)[-1 if last else 0]
        del forgery.entries[place]
        return next(later for later in find(forgery, named) if later >= place)
    return forge


def twice(kind, change=lambda act: None, **wanted):
    """Does the first such act again behind itself, with a change; the second is named."""
    def forge(forgery):
        place = find(forgery, kind, **wanted)[0]
        forgery.entries.insert(place + 1, forgery.entries[place])
        forgery.change(place + 1, act(change))
        return place + 1
    return forge


def after(kind, plenary):
    """Gives a plenary up behind the first such act of it."""
    def forge(forgery):
        place = find(forgery, kind, plenary=plenary)[0] + 1
        value = json.loads(forgery.entries[place - 1])
        value.update(act={"act": "plenary-abandoned", "plenary": plenary, "reason": "x"})
        forgery.entries.insert(place, script.text_of(value).encode())
        return place
    return forge


def moved(kind, before, **wanted):
    """Moves the first such act before the first one of another kind of its plenary, where it is named."""
    def forge(forgery):
        place = find(forgery, kind, **wanted)[0]
        to = find(forgery, before, **wanted)[0]
        forgery.entries.insert(to, forgery.entries.pop(place))
        return to
    return forge


def behind(kind, other, **wanted):
    """Moves the first such act behind the first one of another kind of its plenary, and names it there."""
    def forge(forgery):
        place = find(forgery, kind, **wanted)[0]
        to = find(forgery, other, **wanted)[0]
        forgery.entries.insert(to, forgery.entries.pop(place))
        return to
    return forge


def without_quorum(forgery):
    """Of five members four must attend: two come as observers."""
    members = find(forgery, "plenary-attended", capacity="member", plenary=3)
    for place in members[-2:]:
        forgery.change(place, act(put("capacity", "observer")))
    return find(forgery, "plenary-opened", plenary=3)[0]


def unequal(field):
    """Puts one more into a row of the figures."""
    def add(act):
        place = act["fields"].index(field) + 2
        act["rows"][-1][place] += 1
    return add


def uncorrected(forgery):
    """Leaves a corrected station out of certified figures."""
    place, row = next((place, row) for place in find(forgery, "figures-certified")
                      for row in json.loads(forgery.entries[place])["act"]["rows"] if row[1])
    forgery.change(place, act(lambda act: act["rows"].remove(row)))
    return place


FALSE_PLENARIES = [
    # What is certified.
    ("a certified figure", change("figures-certified", unequal("votes_1"))),
    ("a certified figure of the regency", change("figures-certified", unequal("valid"), plenary=6)),
    ("a figure that is missing made zero", change("figures-certified", lambda act: put(
        "rows", -1, act["rows"][-1].index(None, 2), 0)(act), plenary=6, ballot="DPRD_KABKO")),
    ("a certified village left out", change("figures-certified", lambda act: act["rows"].pop(0))),
    ("a corrected column left out", uncorrected),
    ("certified fields exchanged", change("figures-certified", lambda act: act["fields"].reverse())),
    ("the plenary's number", change("figures-certified", put("plenary", 4))),
    ("the number of a plenary that decides", change("figures-certified", put("plenary", 1))),
    ("a number that no plenary has", change("figures-certified", put("plenary", 9))),
    ("no plenary's number", change("figures-certified", lambda act: act.pop("plenary"), plenary=6)),
    ("figures certified twice", twice("figures-certified")),
    ("a certificate before the signatures", moved("certificate-issued", "plenary-signed", plenary=3)),
    ("figures before the certificate", moved("figures-certified", "certificate-issued", plenary=3)),
    # What is read.
    ("a station left out of what is read", change("units-read", lambda act: act["units"].pop(), "plenary-closed",
                                                  plenary=3, ballot="DPRD_KABKO")),
    ("a village that is not read", drop("units-read", "plenary-closed", last=True, plenary=3)),
    ("a subdistrict that is not read", drop("units-read", "plenary-closed", last=True, plenary=6)),
    ("a station read twice", change("units-read", lambda act: act["units"].append(act["units"][0]))),
    ("a station of another subdistrict", change("units-read", put("units", 0, 0, "73.12.02.2001"))),
    ("a region read as a station", change("units-read", put("units", 0, ["73.12.01"]))),
    ("nothing read", change("units-read", put("units", []))),
    ("reading once it is closed", moved("plenary-closed", "units-read", plenary=3)),
    ("what was given up is given up again", twice("plenary-abandoned")),
    ("what certified is given up", after("certificate-issued", plenary=3)),
    ("what decided is given up", after("decision-taken", plenary=1)),
    ("given up without a reason", change("plenary-abandoned", put("reason", ""))),
    ("what is called again was not given up", drop("plenary-abandoned", "plenary-called", plenary=2)),
    ("reading in what was given up", behind("units-read", "plenary-abandoned", plenary=2)),
    # Objections and corrections.
    ("a correction's new figure", change("figures-corrected", lambda act: put(
        "changes", 0, 2, act["changes"][0][2] + 1)(act), "figures-certified")),
    ("a correction's old figure", change("figures-corrected", lambda act: put(
        "changes", 0, 1, act["changes"][0][1] + 1)(act))),
    ("a correction that changes nothing", change("figures-corrected", lambda act: put(
        "changes", 0, 2, act["changes"][0][1])(act))),
    ("a correction of a field twice", change("figures-corrected", lambda act: put(
        "changes", 1, act["changes"][0])(act))),
    ("a correction of no figure", change("figures-corrected", put("changes", []))),
    ("a correction without the chair's initials", change("figures-corrected", lambda act: act["initials"].remove(1))),
    ("initials twice", change("figures-corrected", lambda act: act["initials"].append(1))),
    ("initials of somebody who is not there", change("figures-corrected", lambda act: act["initials"].append(99))),
    ("a correction without a basis", change("figures-corrected", put("basis", ""))),
    ("a correction of an unread column", moved("figures-corrected", "units-read", plenary=3)),
    ("a correction for an objection that was rejected", change("figures-corrected", put("objection", 1))),
    ("a correction left out", drop("figures-corrected", "plenary-closed", plenary=3)),
    ("certified figures left out", drop("figures-certified", "plenary-called", plenary=3)),
    ("an event about a ballot that is not added up", twice("event-noted", put("ballot", "PILGUB"))),
    ("a body of four", change("plenary-called", put("members", 4))),
    ("an answer removed", drop("objection-answered", "plenary-closed", outcome="rejected")),
    ("an accepted answer removed", drop("objection-answered", "figures-corrected", outcome="accepted")),
    ("an accepted answer made a rejection", change("objection-answered", put("outcome", "rejected"),
                                                   "figures-corrected", outcome="accepted")),
    ("a rejection made an acceptance", change("objection-answered", put("outcome", "accepted"), "plenary-closed",
                                              outcome="rejected")),
    ("an answer twice", twice("objection-answered")),
    ("an answer without a reason", change("objection-answered", put("reason", ""))),
    ("an answer to nobody", change("objection-answered", put("objection", 99))),
    ("a deferral made a rejection", change("objection-answered", put("outcome", "rejected"), "objection-raised",
                                           outcome="deferred")),
    ("a deferral that is taken up by none", drop("objection-raised", "objection-answered", last=True, plenary=6)),
    ("a deferral that is a new objection of the chair", change(
        "objection-raised", lambda act: act.pop("deferred"), plenary=6, attendee=1)),
    ("an objection of another plenary taken up", change("objection-raised", put("deferred", [2, 1]), plenary=6,
                                                        attendee=1)),
    ("an objection of an observer", change("objection-raised", put("attendee", 12), plenary=3)),
    ("an objection of nobody", change("objection-raised", put("attendee", 99))),
    ("an objection of another ballot's witness", change("objection-raised", put("attendee", 7), plenary=3)),
    ("a claim to an unknown field", change("objection-raised", put("field", "votes_9"))),
    ("an event without words", change("event-noted", put("event", ""))),
    # Who attends and signs.
    ("too few members", without_quorum),
    ("no chair", change("plenary-attended", put("capacity", "member"), "plenary-opened", plenary=3, attendee=1)),
    ("two chairs", change("plenary-attended", put("capacity", "chair"), plenary=3, attendee=2)),
    ("a witness of two contestants", change("plenary-attended", put("contestant", 1), plenary=3, attendee=6)),
    ("a member with a contestant", change("plenary-attended", put("contestant", 1), plenary=3, attendee=2)),
    ("a witness of no ballot", change("plenary-attended", lambda act: act.pop("ballots"), plenary=3, attendee=5)),
    ("a witness of a ballot that is not there", change("plenary-attended", put("ballots", ["DPD"]), plenary=3,
                                                       attendee=5)),
    ("a number left out of the list", drop("plenary-attended", "plenary-attended", plenary=3, attendee=2)),
    ("an unknown capacity", change("plenary-attended", put("capacity", "guest"))),
    ("somebody who comes once it is closed", moved("plenary-closed", "plenary-attended", plenary=3)),
    ("somebody who leaves twice", twice("plenary-left")),
    ("a signature removed", drop("plenary-signed", "certificate-issued", plenary=3)),
    ("a refusal removed", drop("plenary-signed", "certificate-issued", last=True, plenary=3)),
    ("a signature twice", twice("plenary-signed")),
    ("a signature of who left", change("plenary-signed", put("attendee", 9), plenary=3)),
    ("a signature of an observer", change("plenary-signed", put("attendee", 12), plenary=3)),
    ("a refusal without a reason", change("plenary-signed", put("refusal", ""))),
    # How it is called.
    ("a plenary left out", drop("plenary-called", "plenary-attended", number=4)),
    ("a plenary twice", twice("plenary-called")),
    ("a plenary of a village", change("plenary-called", put("region", "73.12.01.2001"), number=2)),
    ("a plenary of another regency", change("plenary-called", put("region", "73.13"), number=2)),
    ("a plenary without ballots", change("plenary-called", put("ballots", []), number=2)),
    ("a ballot twice", change("plenary-called", put("ballots", 1, "PPWP"), number=2)),
    ("a ballot that decides", change("plenary-called", put("subject", "decision"), number=2)),
    ("a larger body", change("plenary-called", put("members", 7), "plenary-opened", number=2)),
    ("a body of nobody", change("plenary-called", put("members", 0), number=2)),
    ("a ground for the first figures", change("plenary-called", put("ground", "mau"), number=2)),
    ("the same region again", change("plenary-called", put("region", "73.12.01"), number=4)),
    ("a plenary opened twice", twice("plenary-opened")),
    ("a plenary closed twice", twice("plenary-closed", plenary=3)),
    # Re-votes.
    ("a re-vote on the eleventh day", change("revote-decided", put("date", "2019-04-28"))),
    ("a re-vote held on the eleventh day", change("revote-held", put("date", "2019-04-28"))),
    ("a re-vote before the vote", change("revote-held", put("date", "2019-04-16"))),
    ("a re-vote without a decision", change("revote-decided", put("decision", [1, 99]))),
    ("a re-vote by a plenary that adds up", change("revote-decided", put("decision", [2, 1]))),
    ("a re-vote refused by a carried decision", change("revote-decided", lambda act: act.pop("date"))),
    ("a re-vote held on another day than was ordered", change("revote-held", put("date", "2019-04-18"))),
    ("a re-vote that was not ordered", drop("revote-decided", "revote-held", revote=1)),
    ("a re-vote without special papers", change("revote-held", lambda act: act.pop("papers"))),
    ("papers of another ballot", change("revote-held", put("papers", 1, "ballot", "DPRD_KABKO"))),
    ("a re-vote held twice", twice("revote-held")),
    ("a second re-vote of a station", twice("revote-proposed", put("number", 2))),
    ("a later re-vote where none was", change("revote-proposed", put("version", "psu-2"))),
    ("a re-vote at no station", change("revote-proposed", put("station", 44))),
    ("a re-vote for a recount's reason", change("revote-proposed", put("ground", "374(2)h"))),
    ("a re-vote of no ballot", change("revote-proposed", put("ballots", []))),
    ("a re-vote without a cause", change("revote-proposed", put("cause", ""))),
    ("a recommendation too late", moved("revote-decided", "revote-recommended")),
    ("a decree removed", change("decision-taken", lambda act: act.pop("decree"))),
    ("minutes removed", change("decision-taken", lambda act: act.pop("minutes"))),
    ("a vote removed", change("decision-taken", lambda act: act["votes"].pop())),
    ("a vote twice", change("decision-taken", lambda act: put("votes", 1, act["votes"][0])(act))),
    ("votes turned round", change("decision-taken", lambda act: [
        vote.update(vote="against", reason="x") for vote in act["votes"]], "revote-decided")),
    ("a dissent without a reason", change("decision-taken", lambda act: act["votes"][0].update(vote="against"))),
    ("a decision about something else", change("decision-taken", put("matter", "result"), "revote-decided")),
]


@pytest.mark.parametrize("forge", [row[1] for row in FALSE_PLENARIES], ids=[row[0] for row in FALSE_PLENARIES])
def test_false_plenaries(rehearsed, lie, forge):
    place = forge(lie)
    lie.write(seed_of(rehearsed / "office-keys", "rehearsal"))
    refused(lie.site, f"publication {place}")


# ---- Cases before forums

# Nobody rehearses them: they are told behind a rehearsal. The third is appealed by the fourth, and the fifth is about
# the stations of the first.
STATION, OTHER = ["73.12.01.2001", 1], ["73.12.03.2001", 1]
LISTED = {"ballot": "DPRD_KABKO", "contestant": 1, "district": 1, "number": 1}
CANCELLED = {"ballots": ["DPRD_KABKO"], "candidate": LISTED}


def paper(day, reference="1/PUT"):
    return {"date": day, "reference": reference}


def registered(number, kind, forum, scope, filed="2019-04-29", **more):
    return {"act": "case-registered", "filed": filed, "forum": forum, "kind": kind, "number": number, "object": "x",
            "register": f"{number}/REG", "registered": filed, "relief": "x", "reporter": {"capacity": "pemilih"},
            "respondent": {"capacity": "kpu-kabupaten"}, "scope": scope, **more}


def ruled(case, day, outcome, **more):
    return {"act": "case-ruled", "case": case, "operative": "x", "outcome": outcome, "paper": paper(day), **more}


def fulfilled(obligation, day, **by):
    return {"act": "obligation-fulfilled", "case": 1, "date": day, "obligation": obligation, **by}


CASES = [
    registered(1, "administrative", "bawaslu-provinsi", {"ballots": ["PPWP"], "stations": [STATION, OTHER]},
               reporter={"ballot": "PPWP", "capacity": "peserta", "contestant": 1}, stage="rekapitulasi"),
    {"act": "hearing-held", "case": 1, "date": "2019-04-30", "done": "x", "kind": "examination", "venue": "x"},
    {"act": "case-answered", "case": 1, "paper": paper("2019-04-30"), "summary": "x"},
    {"act": "evidence-bundled", "case": 1, "number": 1, "items": [
        {"ballot": "PPWP", "station": 1, "version": "reguler", "village": "73.12.01.2001"}, {"plenary": 3},
        paper("2019-04-28")]},
    ruled(1, "2019-05-01", "partly", effects=[
        {"kind": "revote", "scope": {"ballots": ["PPWP"], "stations": [STATION]}},
        {"kind": "correction", "scope": {"ballots": ["PPWP"], "stations": [OTHER]}},
    ], obligations=[{"due": "2019-05-20", "effect": 1, "number": 1, "what": "x"},
                    {"effect": 2, "number": 2, "what": "x"}, {"number": 3, "what": "x"}]),
    {"act": "revote-proposed", "ballots": ["PPWP"], "cause": "x", "ground": "ruling", "number": 7, "proposer": "court",
     "station": 1, "version": "psu", "village": "73.12.01.2001"},
    {"act": "revote-decided", "date": "2019-05-10", "decision": [1, 1], "last": "2019-05-20", "reason": "x", "revote": 7,
     "ruling": paper("2019-05-01")},
    {"act": "revote-held", "date": "2019-05-10", "papers": [{"ballot": "PPWP", "count": 9}], "revote": 7},
    fulfilled(1, "2019-05-10", revotes=[7]), fulfilled(2, "2019-05-02", plenary=6),
    fulfilled(3, "2019-05-21", paper=paper("2019-05-21")),
    {"act": "case-closed", "case": 1, "date": "2019-05-21"},
    registered(2, "result", "mahkamah-konstitusi", {"ballots": ["DPRD_KABKO"], "districts": [["DPRD_KABKO", 1]]},
               "2019-05-24", attacks=paper("2019-05-21"), simulated=True),
    ruled(2, "2019-08-09", "withdrawn"),
    registered(3, "tsm", "bawaslu-ri", CANCELLED, respondent={"ballot": "DPRD_KABKO", "capacity": "calon", "contestant": 1}),
    ruled(3, "2019-05-06", "proven", effects=[{"kind": "candidate-cancelled", "scope": CANCELLED}],
          obligations=[{"effect": 1, "number": 1, "what": "x"}]),
    registered(4, "tsm", "mahkamah-agung", CANCELLED, "2019-05-08", appeals=3),
    ruled(4, "2019-05-20", "partly"),
    {"act": "case-closed", "case": 3, "date": "2019-05-22"},
    registered(5, "administrative", "panwascam", {"ballots": ["PPWP"]}),
    # What orders nothing contradicts no later ruling.
    ruled(5, "2019-04-30", "not-proven"),
    registered(6, "administrative", "bawaslu-kabupaten", {"ballots": ["PPWP"], "stations": [STATION]},
               attacks=paper("2019-04-29"), attackedTime="08:05", filedTime="08:05"),
    ruled(6, "2019-05-03", "proven", effects=[{"kind": "recount", "scope": {"ballots": ["PPWP"], "stations": [STATION]}}],
          obligations=[{"effect": 1, "number": 1, "what": "x"}], operative="x" * 4000),
]


@pytest.fixture
def told(lie):
    # The rehearsal's own case, and what follows it, are another story.
    del lie.entries[next(lie.publications("case-registered"))[0]:]
    last = json.loads(lie.entries[-1])
    last.pop("result", None)
    for content in CASES:
        last.update(act=content, entry=last["entry"] + 1)
        lie.entries.append(script.text_of(last).encode())
    # Of entries that no journal has.
    shutil.rmtree(lie.record / "journal")
    return lie


def test_cases(rehearsed, told):
    told.write(seed_of(rehearsed / "office-keys", "rehearsal"))
    agree(told.site)


def ruling(kind, *path):
    """Changes the first effect or obligation of a ruling."""
    return lambda act: put(kind, 0, *path)(act)


FALSE_CASES = [
    # How it is registered.
    ("a number that is not the next", change("case-registered", put("number", 2))),
    ("a kind before another forum", change("case-registered", put("forum", "mahkamah-konstitusi"))),
    ("an unknown kind", change("case-registered", put("kind", "civil"))),
    ("a committee that brings it", change("case-registered", put("reporter", {"capacity": "kpps"}))),
    ("a voter who answers", change("case-registered", put("respondent", {"capacity": "pemilih"}))),
    ("a participant without a number", change("case-registered", put("reporter", {"capacity": "peserta"}))),
    ("a participant whom nobody knows", change("case-registered", put("reporter", "contestant", 9))),
    ("a voter with a number", change("case-registered", put("reporter", "capacity", "pemilih"))),
    ("a name", change("case-registered", put("reporter", "name", "x"))),
    ("registered before it was filed", change("case-registered", put("registered", "2019-04-28"))),
    ("filed before what it attacks", change("case-registered", put("attacks", "date", "2019-05-25"), number=2)),
    ("an attack without a reference", change("case-registered", put("attacks", "reference", ""), number=2)),
    ("a register's number twice", twice("case-registered", put("number", 2))),
    ("no register's number", change("case-registered", put("register", ""))),
    ("no object", change("case-registered", put("object", ""))),
    ("no relief", change("case-registered", put("relief", ""))),
    ("too much relief", change("case-registered", put("relief", "x" * 4001))),
    ("filed a minute before what it attacks", change("case-registered", put("filedTime", "08:04"), number=6)),
    ("no time of the day", change("case-registered", put("filedTime", "24:00"), number=6)),
    ("half a time", change("case-registered", put("attackedTime", "8:05"), number=6)),
    ("a number for a time", change("case-registered", put("attackedTime", 485), number=6)),
    ("a time of nothing", change("case-registered", lambda act: act.pop("attacks"), number=6)),
    ("no stage's name", change("case-registered", put("stage", ""))),
    ("an empty scope", change("case-registered", put("scope", {}))),
    ("an empty list", change("case-registered", put("scope", "districts", []))),
    ("a ballot twice", change("case-registered", put("scope", "ballots", ["PPWP", "PPWP"]))),
    ("a ballot the law has not", change("case-registered", put("scope", "ballots", ["PILBUP"]))),
    ("a result without a ballot", change("case-registered", lambda act: act.pop("scope"), number=2)),
    ("stations without a ballot", change("case-registered", lambda act: act["scope"].pop("ballots"))),
    ("a station twice", change("case-registered", put("scope", "stations", [STATION, STATION]))),
    ("a station nobody knows", change("case-registered", put("scope", "stations", 0, 1, 44))),
    ("a district nobody knows", change("case-registered", put("scope", "districts", 0, 1, 9), number=2)),
    ("a district of another ballot", change("case-registered", put("scope", "districts", 0, 0, "PPWP"), number=2)),
    ("a candidate nobody knows", change("case-registered", put("scope", "candidate", "number", 99), number=3)),
    ("a candidate of another district", change("case-registered", put("scope", "candidate", "district", 9), number=3)),
    ("a candidate of a ballot that is not named", change("case-registered", put("scope", "ballots", ["PPWP"]), number=3)),
    ("an appeal of itself", change("case-registered", put("appeals", 4), number=4)),
    ("an appeal of another kind", change("case-registered", put("appeals", 1), number=4)),
    ("an appeal before the case", change("case-registered", lambda act: act.update(
        filed="2019-04-28", registered="2019-04-28"), number=4)),
    ("simulated that is false", change("case-registered", put("simulated", False), number=2)),
    # Its course.
    ("a hearing of no case", change("hearing-held", put("case", 9))),
    ("a hearing before it was filed", change("hearing-held", put("date", "2019-04-28"))),
    ("a hearing of an unknown kind", change("hearing-held", put("kind", "party"))),
    ("a hearing without words", change("hearing-held", put("done", ""))),
    ("a hearing at no place", change("hearing-held", put("venue", ""))),
    ("a hearing after the ruling", change("hearing-held", put("date", "2019-05-02"), "case-ruled")),
    ("an answer twice", twice("case-answered")),
    ("an answer before it was filed", change("case-answered", put("paper", "date", "2019-04-28"))),
    ("an answer without words", change("case-answered", put("summary", ""))),
    ("an answer without a paper", change("case-answered", put("paper", "reference", ""))),
    ("an answer after the ruling", behind("case-answered", "case-ruled")),
    ("evidence after the ruling", behind("evidence-bundled", "case-ruled")),
    ("another bundle's number", change("evidence-bundled", put("number", 2))),
    ("an empty bundle", change("evidence-bundled", put("items", []))),
    ("too large a bundle", change("evidence-bundled", put("items", [paper("2019-05-01", f"{n}") for n in range(301)]))),
    ("a piece twice", twice("evidence-bundled", put("number", 2))),
    ("a form nobody read", change("evidence-bundled", put("items", 0, "version", "pssu"))),
    ("a form of no station", change("evidence-bundled", put("items", 0, "station", 44))),
    ("a certificate nobody issued", change("evidence-bundled", put("items", 1, "plenary", 2))),
    ("a picture nobody published", change("evidence-bundled", put("items", 1, {"photo": "0" * 64}))),
    ("a piece without a kind", change("evidence-bundled", put("items", 1, {}))),
    ("a paper without a number", change("evidence-bundled", put("items", 2, "reference", ""))),
    # How it is ruled.
    ("a ruling twice", twice("case-ruled")),
    ("a ruling before the hearing", change("case-ruled", put("paper", "date", "2019-04-29"))),
    ("an unknown outcome", change("case-ruled", put("outcome", "lost"))),
    ("effects of what was not proven", change("case-ruled", put("outcome", "not-proven"))),
    ("an effect that such a case has not", change("case-ruled", ruling("effects", "kind", "figures"))),
    ("an effect on nobody", change("case-ruled", ruling("effects", "kind", "candidate-cancelled"))),
    ("an effect on no ballot", change("case-ruled", ruling("effects", "scope", {}))),
    ("an effect at no station", change("case-ruled", ruling("effects", "scope", "stations", [["73.12.01.2001", 44]]))),
    ("an effect that nobody carries out", change("case-ruled", lambda act: act["obligations"][0].pop("effect"))),
    ("an effect carried out twice", change("case-ruled", ruling("obligations", "effect", 2))),
    ("obligations from the second on", change("case-ruled", lambda act: act["obligations"].pop(0))),
    ("no list of obligations", change("case-ruled", put("obligations", []), case=2)),
    ("an obligation without words", change("case-ruled", ruling("obligations", "what", ""))),
    ("an obligation due before the ruling", change("case-ruled", ruling("obligations", "due", "2019-04-30"))),
    ("a ruling that a later one contradicts", change("case-ruled", put("paper", "date", "2019-04-30"), case=6)),
    ("a ruling of too many words", change("case-ruled", put("operative", "x" * 4001), case=6)),
    ("a ruling without words", change("case-ruled", put("operative", ""))),
    # How it is carried out.
    ("an obligation fulfilled twice", twice("obligation-fulfilled")),
    ("an obligation that is not there", change("obligation-fulfilled", put("obligation", 4))),
    ("fulfilled before the ruling", change("obligation-fulfilled", put("date", "2019-04-30"))),
    ("a re-vote that the law led to", change("obligation-fulfilled", put("revotes", [1]))),
    ("a re-vote twice", change("obligation-fulfilled", put("revotes", [7, 7]))),
    ("no re-vote", change("obligation-fulfilled", put("revotes", []))),
    ("a re-vote that was not held", drop("revote-held", "obligation-fulfilled", revote=7)),
    ("a re-vote of another station", change("case-ruled", ruling("effects", "scope", "stations", [OTHER]),
                                            "obligation-fulfilled", case=1)),
    ("a re-vote at one station of all", change("case-ruled", lambda act: act["effects"][0]["scope"].pop("stations"),
                                               "obligation-fulfilled", case=1)),
    ("a re-vote where a recount was ordered", change("case-ruled", ruling("effects", "kind", "recount"),
                                                     "obligation-fulfilled", case=1)),
    ("a letter instead of a re-vote", change("obligation-fulfilled", lambda act: act.update(
        paper=paper("2019-05-10")) or act.pop("revotes"))),
    ("a re-vote instead of a letter", change("obligation-fulfilled", lambda act: act.update(
        revotes=[7]) or act.pop("paper"), obligation=3)),
    ("two things at once", change("obligation-fulfilled", put("plenary", 6))),
    ("a plenary before the ruling", change("obligation-fulfilled", put("plenary", 5), obligation=2)),
    ("a plenary that decided", change("obligation-fulfilled", put("plenary", 1), obligation=2)),
    ("a cancellation that nobody knows of", change("case-closed", lambda act: act.update(
        act="obligation-fulfilled", cancelled=True, obligation=1), case=3)),
    ("closed with an obligation open", drop("obligation-fulfilled", "case-closed", obligation=3)),
    ("closed before the last obligation's day", change("case-closed", put("date", "2019-05-20"))),
    ("closed twice", twice("case-closed")),
    ("closed with an obligation open, as the appeal failed", change("case-ruled", put("outcome", "not-proven"),
                                                                    "case-closed", case=4)),
]


@pytest.mark.parametrize("forge", [row[1] for row in FALSE_CASES], ids=[row[0] for row in FALSE_CASES])
def test_false_cases(rehearsed, told, forge):
    place = forge(told)
    told.write(seed_of(rehearsed / "office-keys", "rehearsal"))
    refused(told.site, f"publication {place}")


@pytest.mark.parametrize("turn", range(3 * ROUNDS))
def test_any_figure_of_a_plenary(rehearsed, lie, turn):
    """One number or name of one act about plenaries or re-votes, signed anew: both refuse it in the same place, or both
    accept it."""
    places = [place for place, text in enumerate(lie.entries)
              if script.SUMLESS.match(json.loads(text).get("act", {}).get("act", ""))]
    changed_anywhere(seed_of(rehearsed / "office-keys", "rehearsal"), lie, turn, places)


@pytest.mark.parametrize("turn", range(2 * ROUNDS))
def test_any_figure_of_a_case(rehearsed, told, turn):
    # No journal holds against what surrounds an act here.
    places = range(len(told.entries) - len(CASES), len(told.entries))
    changed_anywhere(seed_of(rehearsed / "office-keys", "rehearsal"), told, turn, places, b',"at":')


def changed_anywhere(seed, lie, turn, places, end=b"\n"):
    print(f"Random input of this run: PLENO_SEED={SEED}")
    dice = random.Random(SEED + turn)
    place = dice.choice(places)
    text = lie.entries[place]
    found = dice.choice(list(re.finditer(rb'(?<![\w.-])\d+(?![\w.-])|"[\w.()-]+"', text.partition(end)[0])))
    known = sorted({other for entry in lie.entries for other in re.findall(rb'"[\w.()-]+"', entry)})
    new = dice.choice(known) if found[0].startswith(b'"') else str(dice.choice([int(found[0]) + 1, dice.randint(0, 12)])).encode()
    lie.change(place, lambda _: text[:found.start()] + new + text[found.end():])
    lie.write(seed)
    ours, theirs = both(lie.site)
    words = f"publication {place}, byte {found.start()}: {found[0]} became {new}\n{text}\nscript: {ours.error}\nprogram: {theirs.error}"
    assert (ours.status == 0) == (theirs.status == 0), words
    assert ours.place == theirs.place, words


# ---- Lists of candidates


def person(number, sex, name="Calon"):
    return {"after": "S.H.", "name": f"{name} {number}", "number": number, "sex": sex}


def party(contestant, district, sexes):
    """A list by a letter for each name: M a man, W a woman."""
    return {"candidates": [person(place, "female" if letter == "W" else "male") for place, letter in enumerate(sexes, 1)],
            "contestant": contestant, "district": district}


def candidacy():
    """What an office publishes of the lists of a ballot, from a plenary's decision to a judgment after the vote."""
    provisional = [party(1, 1, "MWMWM"), party(2, 1, "W"), party(1, 2, "MMW")]
    final = json.loads(json.dumps(provisional))
    final[0]["candidates"][1] = {"name": "Pengganti", "number": 2, "sex": "female"}
    del final[0]["candidates"][4]
    paper = {"date": "2018-08-25", "reference": "7/PARTAI"}
    ballot, place = {"ballot": "DPRD_KABKO"}, {"contestant": 1, "district": 1}
    return [
        {"act": "plenary-called", "agenda": "DCT", "date": "2018-09-20", "invitation": "1", "members": 5, "number": 1,
         "region": "73.12", "subject": "decision", "venue": "KPU"},
        *({"act": "plenary-attended", "attendee": number, "capacity": "member" if number > 1 else "chair", "plenary": 1}
          for number in range(1, 6)),
        {"act": "plenary-opened", "plenary": 1},
        {"act": "decision-taken", "decree": "9/HK", "matter": "other", "minutes": "BA 9", "motion": "DCT", "number": 1,
         "plenary": 1, "votes": [{"attendee": number, "vote": "for"} for number in range(1, 6)]},
        {"act": "lists-published", **ballot, "date": "2018-08-12", "kind": "provisional", "lists": provisional},
        {"act": "list-objected", **ballot, **place, "candidate": 2, "claim": "ijazah", "date": "2018-08-15", "number": 1},
        {"act": "list-objected", **ballot, **place, "claim": "urutan", "date": "2018-08-16", "number": 2},
        {"act": "list-objection-answered", **ballot, "date": "2018-08-20", "objection": 1, "outcome": "upheld",
         "reason": "tidak sah"},
        {"act": "list-objection-answered", **ballot, "date": "2018-08-21", "objection": 2, "outcome": "rejected",
         "reason": "sesuai"},
        {"act": "candidate-replaced", **ballot, **place, "date": "2018-08-25", "number": 2, "paper": paper,
         "reason": "after-objection", "successor": {"name": "Pengganti", "sex": "female"}},
        {"act": "candidate-replaced", **ballot, **place, "date": "2018-08-26", "number": 5, "paper": paper,
         "reason": "died"},
        {"act": "lists-published", **ballot, "date": "2018-09-20", "decision": [1, 1], "kind": "final", "lists": final},
        {"act": "candidate-status-set", **ballot, **place, "date": "2019-05-01", "number": 2, "paper": paper,
         "status": "ineligible"},
        {"act": "candidate-status-set", **ballot, **place, "date": "2019-05-09", "number": 2, "paper": paper,
         "status": "standing"},
        {"act": "candidate-status-set", **ballot, **place, "date": "2019-05-02", "number": 1, "paper": paper,
         "status": "died"},
    ]


@pytest.fixture
def listed(forgery):
    forgery.append(candidacy())
    return forgery


def test_lists(soppeng, listed):
    listed.write(seed_of(soppeng / "keys"))
    agree(listed.site)


def test_lists_in_pieces(soppeng, listed):
    """A ballot's lists may take more than one publication."""
    place = find(listed, "lists-published")[0]
    value = json.loads(listed.entries[place])
    lists = value["act"]["lists"]
    parts = [{**value, "act": {**value["act"], "lists": lists[:1]}, "more": True},
             {**value, "act": {**value["act"], "lists": lists[1:]}}]
    listed.entries[place:place + 1] = [script.text_of(part).encode() for part in parts]
    listed.write(seed_of(soppeng / "keys"))
    agree(listed.site)


def finally_named(forge):
    """What is wrong with what final lists rest on is named where they are published."""
    def forged(forgery):
        forge(forgery)
        return find(forgery, "lists-published", decision=[1, 1])[0]
    return forged


def objected_late(forgery):
    """Objects once the lists are final."""
    value = json.loads(forgery.entries[find(forgery, "list-objected")[0]])
    final = find(forgery, "lists-published", decision=[1, 1])[0]
    value["act"]["number"], value["entry"] = 3, json.loads(forgery.entries[final])["entry"]
    forgery.entries.insert(final + 1, script.text_of(value).encode())
    return final + 1


def read_before(which):
    """Opens a reading of the ballot before one of the publications of its lists."""
    def forge(forgery):
        place = find(forgery, "lists-published")[which]
        value = json.loads(forgery.entries[place])
        value["act"] = {"act": "reading-opened", "ballot": "DPRD_KABKO", "fields": ["votes_1"], "file": "a.csv", "id": "a",
                        "name": {"en": "a", "id": "a"}}
        forgery.entries.insert(place, script.text_of(value).encode())
        return place + 1
    return forge


FALSE_LISTS = [
    # What the law asks of a list: UU 7/2017 art. 244-246.
    ("more names than seats", change("lists-published", put("lists", 1, party(2, 1, "MWM" * 5)))),
    ("too few women", change("lists-published", put("lists", 1, party(2, 1, "MWMM")))),
    ("no woman", change("lists-published", put("lists", 1, party(2, 1, "M")))),
    ("no woman among three", change("lists-published", put("lists", 2, party(1, 2, "MMMWW")))),
    ("somebody without a sex", change("lists-published", lambda act: act["lists"][0]["candidates"][0].pop("sex"))),
    ("somebody of both sexes", change("lists-published", put("lists", 0, "candidates", 0, "sex", "total"))),
    ("a gap in the numbers", change("lists-published", put("lists", 0, "candidates", 4, "number", 6))),
    ("a number twice", change("lists-published", put("lists", 0, "candidates", 4, "number", 4))),
    ("a list of nobody", change("lists-published", put("lists", 1, "candidates", []))),
    ("a list of no party", change("lists-published", put("lists", 1, "contestant", 99))),
    ("a list of no district", change("lists-published", put("lists", 2, "district", 99))),
    ("a list of the whole ballot", change("lists-published", lambda act: act["lists"][2].pop("district"))),
    ("a list twice", change("lists-published", put("lists", 1, party(1, 1, "MWMWM")))),
    ("lists in another order", change("lists-published", lambda act: act["lists"].reverse())),
    ("no lists", change("lists-published", put("lists", []))),
    ("somebody without a name", change("lists-published", put("lists", 0, "candidates", 0, "name", ""))),
    ("lists of a ballot without any", change("lists-published", put("ballot", "PPWP"))),
    ("lists of another kind", change("lists-published", put("kind", "other"))),
    # From the provisional lists to the final ones.
    ("provisional lists that were decided", change("lists-published", put("decision", [1, 1]))),
    ("provisional lists twice", twice("lists-published")),
    ("provisional lists once forms are read", read_before(0)),
    ("final lists once forms are read", read_before(-1)),
    ("final lists without provisional ones", drop("lists-published", "list-objected")),
    ("final lists twice", twice("lists-published", decision=[1, 1])),
    ("somebody else on the final lists", change("lists-published", put("lists", 0, "candidates", 0, "name", "X"),
                                                decision=[1, 1])),
    ("somebody who was struck", change("lists-published", lambda act: act["lists"][0]["candidates"].append(
        person(5, "male")), decision=[1, 1])),
    ("a list left out of the final ones", change("lists-published", lambda act: act["lists"].pop(), decision=[1, 1])),
    ("final lists without a decision", change("lists-published", lambda act: act.pop("decision"), decision=[1, 1])),
    ("final lists by no decision", change("lists-published", put("decision", [1, 2]), decision=[1, 1])),
    ("final lists by no plenary", change("lists-published", put("decision", [9, 1]), decision=[1, 1])),
    ("final lists dated before a replacement", change("lists-published", put("date", "2018-08-25"), decision=[1, 1])),
    ("final lists behind the vote", change("lists-published", put("date", "2019-04-18"), decision=[1, 1])),
    ("a decision about a re-vote", finally_named(change("decision-taken", put("matter", "revote")))),
    ("a decision without a decree", finally_named(change("decision-taken", lambda act: act.pop("decree")))),
    ("a decision that was not carried", finally_named(change("decision-taken", lambda act: [
        vote.update(vote="against", reason="x") for vote in act["votes"]]))),
    ("an objection without an answer", finally_named(drop("list-objection-answered", "lists-published", last=True))),
    ("an objection to nobody", change("list-objected", put("candidate", 9))),
    ("an objection to no list", change("list-objected", put("contestant", 3))),
    ("an objection with another number", change("list-objected", put("number", 2))),
    ("an objection before the lists", change("list-objected", put("date", "2018-08-11"))),
    ("an objection without words", change("list-objected", put("claim", ""))),
    ("an objection too late", objected_late),
    ("an answer to no objection", change("list-objection-answered", put("objection", 3))),
    ("a second answer", twice("list-objection-answered")),
    ("an answer before the objection", change("list-objection-answered", put("date", "2018-08-14"))),
    ("an answer that is none", change("list-objection-answered", put("outcome", "deferred"))),
    ("an answer without a reason", change("list-objection-answered", put("reason", ""))),
    ("an upheld objection made a rejected one", change("list-objection-answered", put("outcome", "rejected"),
                                                       "candidate-replaced")),
    ("nobody replaced", change("candidate-replaced", put("number", 9))),
    ("somebody replaced for another's objection", change("candidate-replaced", put("number", 3))),
    ("a replacement for no reason", change("candidate-replaced", put("reason", "other"))),
    ("a replacement of no sex", change("candidate-replaced", put("successor", "sex", "total"))),
    ("a replacement without a name", change("candidate-replaced", put("successor", "name", ""))),
    ("a replacement before the lists", change("candidate-replaced", put("date", "2018-08-11"))),
    ("somebody struck twice", twice("candidate-replaced", reason="died")),
    # What became of candidates.
    ("a status of nobody", change("candidate-status-set", put("number", 9))),
    ("a status of who was struck", change("candidate-status-set", put("number", 5))),
    ("a status that is none", change("candidate-status-set", put("status", "ill"))),
    ("a status twice", twice("candidate-status-set")),
    ("a status before the lists", change("candidate-status-set", put("date", "2018-09-19"))),
    ("a judgment before what it undoes", change("candidate-status-set", put("date", "2019-04-30"), status="standing")),
    ("a status without a paper", change("candidate-status-set", put("paper", "reference", ""))),
    ("a status of a ballot of pairs", change("candidate-status-set", put("ballot", "PPWP"))),
    ("a list that a party handed in", change("list-objected", lambda act: [
        act.clear(), act.update(act="list-submitted", ballot="DPRD_KABKO", date="2018-07-10", **party(1, 1, "W"))])),
]


@pytest.mark.parametrize("forge", [row[1] for row in FALSE_LISTS], ids=[row[0] for row in FALSE_LISTS])
def test_false_lists(soppeng, listed, forge):
    place = forge(listed)
    listed.write(seed_of(soppeng / "keys"))
    refused(listed.site, f"publication {place}")


# ---- What is determined of a ballot, and who comes to the oath

COUNCIL = {"ballot": "DPRD_KABKO"}
FIGURES = [[[1, 90], [2, 50], [4, 10]], [[1, 30], [2, 10], [4, 10]]]
# Seats by district, party and the party's number; of the second and the third a plenary decided.
ELECTED = [[1, 1, 1, 2, 40], [1, 1, 2, 1, 30], [1, 2, 1, 2, 20], [2, 1, 1, 1, 20], [2, 4, 1, 2, 8]]
SEATS = [row[:3] for row in ELECTED]


def meeting(number, day, *decisions):
    """A plenary of the commission that decides: on each matter, and whether it is carried."""
    def vote(is_carried):
        return {"vote": "for"} if is_carried else {"reason": "x", "vote": "against"}

    return [
        {"act": "plenary-called", "agenda": "x", "date": day, "invitation": "x", "members": 5, "number": number,
         "region": "73.12", "subject": "decision", "venue": "x"},
        *({"act": "plenary-attended", "attendee": attendee, "capacity": "member" if attendee > 1 else "chair",
           "plenary": number} for attendee in range(1, 6)),
        {"act": "plenary-opened", "plenary": number},
        *({"act": "decision-taken", **({"decree": "x"} if is_carried else {}), "matter": matter, "minutes": "x",
           "motion": "x", "number": place, "plenary": number,
           "votes": [{"attendee": attendee, **vote(is_carried)} for attendee in range(1, 6)]}
          for place, (matter, is_carried) in enumerate(decisions, 1)),
    ]


def counts(*lists):
    return [{"counts": pairs, "district": number} for number, pairs in enumerate(lists, 1)]


def determination(decision, **content):
    return {"act": "result-determined", **COUNCIL, "decision": decision, "districts": [1, 2], **content}


def step(kind, day, seats=SEATS, **more):
    return {"act": f"members-{kind}", **COUNCIL, "paper": paper(day), "seats": seats, **more}


def status(party, district, number, name, day):
    return {"act": "candidate-status-set", **COUNCIL, "contestant": party, "date": day, "district": district,
            "number": number, "paper": paper(day), "status": name}


def replaced(seat, number, day, **more):
    return {"act": "member-replaced", **COUNCIL, "paper": paper(day), "seat": seat, "successor": [seat[1], seat[0], number],
            **more}


def proposed(day, seats=SEATS):
    return step("proposed", day, seats, enclosures=["x"], via="x")


RESULTS = [
    *meeting(1, "2019-07-20", *[("result", True)] * 5, ("other", True), ("result", False), ("result", True)),
    *meeting(2, "2019-07-30", *[("result", True)] * 3),
    *meeting(3, "2019-07-10", ("result", True)),
    {"act": "seat-tie-decided", **COUNCIL, "decision": [1, 1], "district": 2, "seats": [[4, 1]]},
    {"districts": [{"contested": 0, "method": "sainte-lague", "number": 1, "seats": [[1, 2], [2, 1]]},
                   {"contested": 0, "method": "sainte-lague", "number": 2, "seats": [[1, 1], [4, 1]]}]},
    determination([1, 2], votes=counts(*FIGURES)),
    registered(1, "result", "mahkamah-konstitusi", {"ballots": ["DPRD_KABKO"], "districts": [["DPRD_KABKO", 2]]},
               "2019-05-24"),
    ruled(1, "2019-07-19", "not-accepted"),
    determination([1, 3], notice=paper("2019-07-17"), seats=counts([[1, 2], [2, 1]], [[1, 1], [4, 1]])),
    {"act": "list-tie-decided", **COUNCIL, "contestant": 2, "decision": [1, 4], "district": 1, "order": [2, 1], "seats": 1},
    determination([1, 5], elected=ELECTED),
    {"act": "result-announced", **COUNCIL, "copies": [1, 2, 4], "date": "2019-07-21", "determination": 3, "overseer": True},
    proposed("2019-07-23"),
    # Whoever dies before the oath is replaced by a decision of the office, after it at the council's request.
    status(1, 1, 2, "died", "2019-07-28"),
    replaced([1, 1, 1], 3, "2019-07-31", decision=[2, 1]),
    proposed("2019-08-01", [[1, 1, 1]]),
    step("decreed", "2019-08-05"),
    {"act": "member-postponed", **COUNCIL, "paper": paper("2019-08-06"), "reason": "x", "seat": [2, 1, 1]},
    step("sworn", "2019-08-12", [[1, 1, 1], [1, 1, 2], [1, 2, 1], [2, 4, 1]]),
    step("sworn", "2019-09-02", [[2, 1, 1]]),
    status(1, 1, 1, "resigned", "2020-03-02"),
    replaced([1, 1, 2], 4, "2020-03-09"),
    # Again, as others can take the seats now.
    determination([2, 2], elected=[[1, 1, 1, 3, 10], [1, 1, 2, 4, 0], *ELECTED[2:]], ground="x"),
    # Nobody is left on the list of party 4 in the second district: somebody of the first takes the seat.
    *meeting(4, "2020-04-01", ("result", True)),
    status(4, 2, 1, "resigned", "2020-03-20"),
    status(4, 2, 2, "died", "2020-03-21"),
    {**replaced([2, 4, 1], 1, "2020-04-02", decision=[4, 1]), "successor": [4, 1, 1]},
]


@pytest.fixture(scope="session")
def council(tmp_path_factory):
    place = tmp_path_factory.mktemp("council")
    publish(determinable(place / "folder"), place)
    return place


def test_results(council, tmp_path):
    forgery = Forgery(council / "site", tmp_path / "site")
    forgery.append(RESULTS)
    forgery.write(seed_of(council / "keys"))
    agree(forgery.site)


def of(kind, last=False, **wanted):
    """Finds the first such act, or the last."""
    return lambda acts: [place for place, act in enumerate(acts) if act.get("act") == kind and all(
        act.get(name) == field for name, field in wanted.items())][-1 if last else 0]


def altered(which, change, named=None):
    """Changes an act; another one may be named for it."""
    def forge(acts):
        place = which(acts)
        change(acts[place])
        return place if named is None else named(acts)
    return forge


def made(which, *path):
    """Puts something else into an act, which is named."""
    return altered(which, put(*path))


def without(*which, named):
    """Leaves acts out, and names another for it."""
    def forge(acts):
        for found in which:
            del acts[found(acts)]
        return named(acts)
    return forge


def again(which, change=lambda act: None):
    """Does an act again behind itself, with a change; the second is named."""
    def forge(acts):
        place = which(acts) + 1
        acts.insert(place, json.loads(json.dumps(acts[place - 1])))
        change(acts[place])
        return place
    return forge


def brought(which, before):
    """Brings an act before another, and names it there."""
    def forge(acts):
        act = acts.pop(which(acts))
        place = before(acts)
        acts.insert(place, act)
        return place
    return forge


def both_of(first, second):
    """One lie needs another."""
    def forge(acts):
        first(acts)
        return second(acts)
    return forge


GIVEN, RANKED = of("seat-tie-decided"), of("list-tie-decided")
FIRST, SECOND, THIRD = (of("result-determined", decision=[1, number]) for number in (2, 3, 5))
ANEW, ANNOUNCED = of("result-determined", decision=[2, 2]), of("result-announced")
PROPOSED, DECREED = of("members-proposed"), of("members-decreed")
SWORN, LATER, POSTPONED = of("members-sworn"), of("members-sworn", last=True), of("member-postponed")
DIED, RESIGNED = (of("candidate-status-set", status=name) for name in ("died", "resigned"))
BEFORE, AFTER = (of("member-replaced", seat=[1, 1, seat]) for seat in (1, 2))
NEIGHBOUR = of("member-replaced", seat=[2, 4, 1])
FILED, RULED = of("case-registered"), of("case-ruled")

FALSE_RESULTS = [
    # A seat for which a list has nobody left.
    ("a neighbour without a decision", altered(NEIGHBOUR, lambda act: act.pop("decision"))),
    ("a neighbour by a decision that was used", made(NEIGHBOUR, "decision", [2, 1])),
    ("a neighbour who stands nowhere", made(NEIGHBOUR, "successor", [4, 1, 2])),
    ("a neighbour of another party", made(NEIGHBOUR, "successor", [2, 1, 3])),
    ("a neighbour who died", made(NEIGHBOUR, "successor", [4, 2, 2])),
    ("a neighbour of no district", made(NEIGHBOUR, "successor", [4, 3, 1])),
    ("a neighbour while somebody is left", without(of("candidate-status-set", status="resigned", contestant=4),
                                                   named=NEIGHBOUR)),
    ("a seat that was never determined", made(NEIGHBOUR, "seat", [2, 4, 2])),
    # By what decision: each of these is the same for everything that rests on one.
    ("a decision about something else", made(FIRST, "decision", [1, 6])),
    ("a decision that was not carried", made(FIRST, "decision", [1, 7])),
    ("a decision that was not taken", made(FIRST, "decision", [1, 9])),
    ("a decision before the first", made(FIRST, "decision", [1, 0])),
    ("a decision of no plenary", made(FIRST, "decision", [4, 1])),
    ("half a decision", made(FIRST, "decision", [1])),
    ("a decision used twice", made(FIRST, "decision", [1, 1])),
    ("a decision that another determination used", made(SECOND, "decision", [1, 2])),
    ("a decision of a subdistrict", altered(of("plenary-called"), put("region", "73.12.01"), GIVEN)),
    # Ties that a plenary decided.
    ("a tied seat twice", made(GIVEN, "seats", [[2, 1], [4, 1]])),
    ("a tied seat given to nobody", made(GIVEN, "seats", [[4, 0]])),
    ("a seat more than are tied", made(GIVEN, "seats", [[4, 2]])),
    ("a tied seat of a party that does not stand", made(GIVEN, "seats", [[3, 1]])),
    ("parties in another order", made(GIVEN, "seats", [[4, 1], [2, 0]])),
    ("seats of a district without a tie", altered(GIVEN, lambda act: act.update(district=1, seats=[[2, 1]]))),
    ("seats of a district that is not there", made(GIVEN, "district", 3)),
    ("a tie of parties decided twice", again(GIVEN, put("decision", [1, 8]))),
    ("a tie by a decision that was not carried", made(GIVEN, "decision", [1, 7])),
    ("others than are tied", made(RANKED, "order", [2, 3])),
    ("more than are tied", made(RANKED, "order", [2, 1, 3])),
    ("one of the tied", made(RANKED, "order", [2])),
    ("one of them twice", made(RANKED, "order", [2, 2])),
    ("seats that they are not tied for", made(RANKED, "seats", 2)),
    ("no seat", made(RANKED, "seats", 0)),
    ("a tie of a party that has none", altered(RANKED, lambda act: act.update(contestant=1, order=[1, 2]))),
    ("a tie of a party without seats", made(RANKED, "contestant", 4)),
    ("a tie of another district", made(RANKED, "district", 2)),
    ("a tie of candidates decided twice", again(RANKED, put("decision", [1, 8]))),
    ("a tie by the decision of a determination", made(RANKED, "decision", [1, 3])),
    # Figures.
    ("a vote more", made(FIRST, "votes", 1, "counts", 0, 1, 31)),
    ("votes of the whole ballot", made(FIRST, "votes", 0, "counts", 0, 1, 120)),
    ("a party left out", altered(FIRST, lambda act: act["votes"][0]["counts"].pop())),
    ("parties in another order of the figures", altered(FIRST, lambda act: act["votes"][0]["counts"].reverse())),
    ("a district left out of the figures", altered(FIRST, lambda act: act["votes"].pop())),
    ("districts in another order", altered(FIRST, lambda act: act["votes"].reverse())),
    ("a district twice", made(FIRST, "districts", [1, 2, 2])),
    ("no district", altered(FIRST, lambda act: act.update(districts=[], votes=[]))),
    ("a district that is not there", made(FIRST, "districts", [1, 3])),
    ("figures with the court's notice", made(FIRST, "notice", paper("2019-07-17"))),
    ("two determinations at once", made(FIRST, "seats", [])),
    ("nothing determined", altered(FIRST, lambda act: act.pop("votes"))),
    ("determined again without a ground", again(FIRST, put("decision", [1, 8]))),
    ("determined again without a change", again(FIRST, lambda act: act.update(decision=[1, 8], ground="x"))),
    ("a ground without words", made(FIRST, "ground", "")),
    ("a ballot that nobody determines here", made(FIRST, "ballot", "DPRD_PROV")),
    # Seats.
    ("seats before figures", brought(SECOND, FIRST)),
    ("a seat more", made(SECOND, "seats", 0, "counts", 0, 1, 3)),
    ("a seat of another", made(SECOND, "seats", 1, "counts", [[1, 1], [2, 1]])),
    ("a party without seats", made(SECOND, "seats", 0, "counts", [[1, 2], [2, 1], [4, 0]])),
    ("no notice of the court", altered(SECOND, lambda act: act.pop("notice"))),
    ("a notice without a number", made(SECOND, "notice", "reference", "")),
    ("a notice of no day", made(SECOND, "notice", "date", "2019-02-30")),
    ("a notice with a name in it", made(SECOND, "notice", "name", "x")),
    ("seats dated before the figures", made(SECOND, "decision", [3, 1])),
    ("seats while a tie is open", without(GIVEN, lambda acts: [
        place for place, act in enumerate(acts) if "act" not in act][0], named=SECOND)),
    ("seats while a petition is pending", without(RULED, named=SECOND)),
    ("seats while a petition about a station is pending", both_of(
        made(FILED, "scope", {"ballots": ["DPRD_KABKO"], "stations": [["73.12.01.2002", 1]]}), without(RULED, named=SECOND))),
    ("seats while a petition about the ballot is pending", both_of(
        made(FILED, "scope", {"ballots": ["DPRD_KABKO"]}), without(RULED, named=SECOND))),
    ("seats while a ruling is not carried out", altered(RULED, lambda act: act.update(
        outcome="proven", effects=[{"kind": "figures", "scope": {"ballots": ["DPRD_KABKO"]}}],
        obligations=[{"effect": 1, "number": 1, "what": "x"}]), SECOND)),
    # Who is elected.
    ("who is elected before the seats", both_of(brought(RANKED, SECOND), brought(THIRD, SECOND))),
    ("somebody else", made(THIRD, "elected", 0, 3, 3)),
    ("somebody with other votes", made(THIRD, "elected", 0, 4, 41)),
    ("somebody in another seat", made(THIRD, "elected", 0, 2, 2)),
    ("somebody of a party without seats", altered(THIRD, lambda act: act["elected"].append([2, 2, 1, 1, 10]))),
    ("a seat with nobody", altered(THIRD, lambda act: act["elected"].pop())),
    ("another order of the seats", altered(THIRD, lambda act: act["elected"].reverse())),
    ("an equal whom the plenary put behind", made(THIRD, "elected", 2, 3, 1)),
    ("equals in whose tie nobody decided", without(RANKED, named=THIRD)),
    ("somebody who died", both_of(brought(DIED, THIRD), THIRD)),
    ("who is elected while a petition is pending", both_of(without(RULED, named=FILED), both_of(
        brought(FILED, RANKED), THIRD))),
    ("who is elected with the court's notice", made(THIRD, "notice", paper("2019-07-17"))),
    # Its announcement.
    ("an announcement of what was not determined", made(ANNOUNCED, "determination", 4)),
    ("an announcement of nothing", made(ANNOUNCED, "determination", 0)),
    ("an announcement before the plenary", made(ANNOUNCED, "date", "2019-07-19")),
    ("announced twice", again(ANNOUNCED)),
    ("a copy for a party that does not stand", made(ANNOUNCED, "copies", [1, 3])),
    ("copies in another order", made(ANNOUNCED, "copies", [2, 1])),
    ("a copy twice", made(ANNOUNCED, "copies", [1, 1])),
    ("overseers without a copy", made(ANNOUNCED, "overseer", False)),
    # From proposal to oath.
    ("a proposal before anybody was elected", brought(PROPOSED, THIRD)),
    ("a proposal of nobody", made(PROPOSED, "seats", [])),
    ("a proposal of somebody twice", made(PROPOSED, "seats", [SEATS[0], SEATS[0]])),
    ("a proposal of a seat that nobody has", made(PROPOSED, "seats", 0, [1, 4, 1])),
    ("a proposal before the determination", made(PROPOSED, "paper", "date", "2019-07-19")),
    ("a proposal through nobody", made(PROPOSED, "via", "")),
    ("a proposal with an enclosure without words", made(PROPOSED, "enclosures", [""])),
    ("a proposal without a number", made(PROPOSED, "paper", "reference", "")),
    ("proposed twice", again(PROPOSED)),
    ("a decree before the proposal", brought(DECREED, PROPOSED)),
    ("a decree dated before the proposal", made(DECREED, "paper", "date", "2019-07-22")),
    ("a decree of who was not proposed again", without(of("members-proposed", last=True), named=DECREED)),
    ("a decree of somebody who died", without(BEFORE, of("members-proposed", last=True), named=DECREED)),
    ("decreed twice", again(DECREED)),
    ("an oath before the decree", brought(SWORN, DECREED)),
    ("an oath dated before the decree", made(SWORN, "paper", "date", "2019-08-04")),
    ("an oath dated before it was postponed", made(LATER, "paper", "date", "2019-08-05")),
    ("an oath of somebody who resigned", both_of(brought(RESIGNED, SWORN), SWORN)),
    ("an oath twice", again(SWORN)),
    ("a proposal of who took the oath", again(LATER, lambda act: act.update(
        act="members-proposed", enclosures=[], via="x"))),
    ("postponed before the decree", brought(POSTPONED, DECREED)),
    ("postponed for no reason", made(POSTPONED, "reason", "")),
    ("postponed before there was a decree", made(POSTPONED, "paper", "date", "2019-08-04")),
    ("postponed twice", again(POSTPONED)),
    ("postponed though nobody has the seat", made(POSTPONED, "seat", [2, 2, 1])),
    # Who takes the seat of whoever cannot.
    ("a replacement of somebody who stands", without(DIED, named=BEFORE)),
    ("a replacement by another party's", made(BEFORE, "successor", [2, 1, 1])),
    ("a replacement by another district's", made(BEFORE, "successor", [1, 2, 2])),
    ("a replacement by who is not the next", made(BEFORE, "successor", 2, 4)),
    ("a replacement by who has a seat", made(BEFORE, "successor", 2, 1)),
    ("a replacement by who died", made(BEFORE, "successor", 2, 2)),
    ("a replacement by nobody", made(BEFORE, "successor", 2, 9)),
    ("a replacement before the oath without a decision", altered(BEFORE, lambda act: act.pop("decision"))),
    ("a replacement by the decision of a determination", made(BEFORE, "decision", [1, 5])),
    ("a replacement by a decision that was not carried", made(BEFORE, "decision", [1, 7])),
    ("a replacement before the proposal", made(BEFORE, "paper", "date", "2019-07-22")),
    ("a replacement without a number", made(BEFORE, "paper", "reference", "")),
    ("a replacement of a seat that nobody has", made(BEFORE, "seat", [1, 1, 3])),
    ("replaced twice", again(BEFORE, put("decision", [2, 3]))),
    ("a replacement after the oath by a decision", made(AFTER, "decision", [2, 3])),
    ("a replacement after the oath by who has the other seat", made(AFTER, "successor", 2, 3)),
    ("a replacement dated before the oath", made(AFTER, "paper", "date", "2019-08-11")),
    # Again.
    ("those who are elected now, without a ground", altered(ANEW, lambda act: act.pop("ground"))),
    ("those who were elected before", made(ANEW, "elected", ELECTED)),
    ("who is elected, dated back", made(ANEW, "decision", [3, 1])),
    ("who is elected, by what replaced somebody", made(ANEW, "decision", [2, 1])),
    ("those who are elected now, twice", again(ANEW, put("decision", [2, 3]))),
]


@pytest.mark.parametrize("forge", [row[1] for row in FALSE_RESULTS], ids=[row[0] for row in FALSE_RESULTS])
def test_false_results(council, tmp_path, forge):
    forgery, acts = Forgery(council / "site", tmp_path / "site"), json.loads(json.dumps(RESULTS))
    place = len(forgery.entries) + forge(acts)
    forgery.append(acts)
    forgery.write(seed_of(council / "keys"))
    refused(forgery.site, f"publication {place}")


@pytest.mark.parametrize("turn", range(3 * ROUNDS))
def test_any_figure_of_a_result(council, tmp_path, turn):
    forgery = Forgery(council / "site", tmp_path / "site")
    start = len(forgery.entries)
    forgery.append(RESULTS)
    places = [place for place in range(start, len(forgery.entries))
              if OF_RESULT.match(json.loads(forgery.entries[place]).get("act", {}).get("act", ""))]
    # No journal holds against what surrounds an act here.
    changed_anywhere(seed_of(council / "keys"), forgery, turn, places, b',"at":')
