"""The script beside the program: both accept the same records and refuse the same, for the same place."""

import csv
import functools
import http.server
import json
import os
import random
import re
import shutil
import threading

import pytest
from elections import Folder
from forgery import ROOT, Forgery, both, by_pleno, by_script, pleno, publish, script, seed_of, sign, signature_line

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


BUNDLE, TILE = "tile/entries/000.p/156", "tile/0/000.p/156"

FILES = [
    ("a letter of a name", replace(BUNDLE, b"Joko Widodo", b"Joko Widowo"), "checkpoint"),
    ("a figure of a form", replace(BUNDLE, b'[1,"reguler",118,', b'[1,"reguler",119,'), "publication 146"),
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
    ("a smaller size", replace("checkpoint", b"\n156\n", b"\n155\n"), "tile/entries/000.p/155"),
    ("a size without end", replace("checkpoint", b"\n156\n", b"\n999999999999999999\n"), "tile/entries/000"),
    ("a size with a zero before it", replace("checkpoint", b"\n156\n", b"\n0156\n"), "checkpoint"),
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
    ("another law", "election-set-up", 0, act(put("law", "pemilu2014")), ("contest-opened", 0)),
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
    ("an escape that is not needed", "at", 3, whole(lambda text: text.replace(b"office", b"\\u006fffice", 1)), None),
    ("a fraction", "at", 3, whole(lambda text: text.replace(b'"v":1', b'"v":1.0')), None),
    ("an exponent", "at", 3, whole(lambda text: text.replace(b'"v":1', b'"v":1e0')), None),
    ("a large number", "at", 3, put("at", 2**53), None),
    ("no UTF-8", "at", 3, whole(lambda text: text.replace(b"office", b"\xff\xfe", 1)), None),
    ("a mark before it", "at", 3, whole(lambda text: b"\xef\xbb\xbf" + text), None),
    ("nothing", "at", 3, whole(lambda text: b""), None),
    ("no object", "at", 3, whole(lambda text: b"[]"), None),
    ("nesting without end", "at", 3, whole(lambda text: b"[" * 60_000), None),
    ("another version", "at", 3, put("v", 2), None),
    ("a version that is true", "at", 3, put("v", True), None),
    ("a field no publication has", "at", 3, put("weather", "fine"), None),
    ("act and result", "at", 3, put("result", {}), None),
    ("an unknown act", "at", 3, act(put("act", "reading-closed")), None),
    ("a result as an act", "at", 146, lambda value: json.dumps(
        {"act": {"act": "result", **value.pop("result")}, **value}, sort_keys=True, separators=(",", ":")).encode(), None),
    ("an earlier time", "at", 30, lambda value: put("at", value["at"] - 10_000)(value), None),
    ("a later time of the same entry", "at", 30, lambda value: put("at", value["at"] + 1)(value), None),
    ("an earlier entry", "at", 30, put("entry", 1), None),
    ("another leaf of the same entry", "at", 30, put("leaf", "0" * 64), None),
    ("a leaf in capitals", "at", 30, lambda value: put("leaf", value["leaf"].upper())(value), None),
    ("a leaf that is short", "at", 30, lambda value: put("leaf", value["leaf"][1:])(value), None),
    ("another leaf of an entry", "at", 155, put("leaf", "0" * 64), ("files", "journal/proof/8")),
    ("an entry behind the journal's end", "at", 155, put("entry", 9), ("files", "journal/checkpoint")),
    ("more, where nothing follows", "at", 155, put("more", True), None),
    ("more, where another act follows", "at", 0, put("more", True), ("at", 1)),
    ("more, where another entry follows", "at", 146, put("more", True), ("at", 147)),
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
    assert (forgery.record / "tile/0/000.p/156").exists()
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
    ("another checkpoint", lambda act: put("checkpoint", act["checkpoint"].replace("\n156\n", "\n157\n"))(act)),
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
