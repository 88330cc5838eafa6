"""Makes records as an office would that lies, or as somebody would who has no key of the office."""

import base64
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha512
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLENO = Path(os.environ.get("PLENO", ROOT / ".build/debug/pleno"))
SCRIPT = ROOT / "verify/verify_record.py"

specification = importlib.util.spec_from_file_location("verify_record", SCRIPT)
script = importlib.util.module_from_spec(specification)
specification.loader.exec_module(script)


class Answer:
    """What a verifier said of a record."""

    def __init__(self, command, site, *options):
        ran = subprocess.run([*command, site, *options], capture_output=True, text=True,
                             env={**os.environ, "PLENO_LANG": "en"})
        self.status, self.output = ran.returncode, ran.stdout
        self.error = ran.stderr.strip().replace(f"{site}/record: ", "").replace(f"{site}: ", "")

    @property
    def place(self):
        """The publication or file that is named."""
        return next(iter(re.findall(r"^(?:publication \d+|checkpoint|tile/[^:\s]+|journal/[^:\s]+)", self.error)), None)


def by_pleno(site, *options):
    return Answer([PLENO, "verify"], site, *options)


def by_script(site, *options):
    return Answer([sys.executable, SCRIPT], site, *options)


def both(site):
    """What the script and what the program says, asked at once."""
    with ThreadPoolExecutor() as pool:
        return tuple(pool.map(lambda ask: ask(site), (by_script, by_pleno)))


def pleno(*arguments):
    ran = subprocess.run([PLENO, *arguments], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def publish(folder, place, name="example.org/kpu"):
    """A record of an election folder, as the program makes it, with the keys it is signed by."""
    pleno("new", place / "office", "--from", folder)
    pleno("keys", "new", place / "keys", "--name", name)
    pleno("keys", "announce", place / "office", place / "keys")
    pleno("publish", place / "office", place / "site", "--keys", place / "keys")
    return place / "site"


def sign(seed, message):
    """An Ed25519 signature (RFC 8032)."""
    digest = sha512(seed).digest()
    secret = int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254

    def encoded(number):
        x, y, z, _ = script.point_times(number, script.BASE)
        inverse = pow(z, script.PRIME - 2, script.PRIME)
        return (y * inverse % script.PRIME | (x * inverse % script.PRIME & 1) << 255).to_bytes(32, "little")

    public = encoded(secret)
    nonce = int.from_bytes(sha512(digest[32:] + message).digest(), "little") % script.ORDER
    first = encoded(nonce)
    challenge = int.from_bytes(sha512(first + public + message).digest(), "little")
    return first + ((nonce + challenge * secret) % script.ORDER).to_bytes(32, "little"), public


def signature_line(name, seed, body, kind=1, moment=None):
    """A line of a note: by a log, or by a witness at a moment."""
    message = body if kind == 1 else f"cosignature/v1\ntime {moment}\n".encode() + body
    signature, public = sign(seed, message)
    number = script.key_number(script.Key(name, kind, public))
    time = b"" if kind == 1 else moment.to_bytes(8, "big")
    return f"— {name} {base64.b64encode(number + time + signature).decode()}\n".encode()


def seed_of(keys, purpose="log"):
    """The private half of a key of the office."""
    text = (keys / f"{purpose}.key").read_text().strip()
    return base64.b64decode(text.split("+", 4)[4])[1:33]


class Forgery:
    """A copy of a record whose publications can be changed, and which can be hashed and signed anew."""

    def __init__(self, site, copy):
        self.site, self.record = copy, copy / "record"
        shutil.copytree(site, copy)
        self.entries = []
        size = int((self.record / "checkpoint").read_text().split("\n")[1])
        for index, width in script.tiles_of(size):
            self.entries += script.split_bundle((self.record / script.tile_path("entries", index, width)).read_bytes())

    def publications(self, kind):
        """Places and values of the publications of a kind of act, or of results."""
        for place, text in enumerate(self.entries):
            value = json.loads(text)
            if "result" in value and kind == "result" or value.get("act", {}).get("act") == kind:
                yield place, value

    def change(self, place, change):
        """Changes a publication: `change` takes its value and changes it, or returns another text."""
        value = json.loads(self.entries[place])
        text = change(value)
        self.entries[place] = script.text_of(value).encode() if text is None else text

    def append(self, acts):
        """Acts behind the last publication, each of an entry of its own that no journal has; what is no act changes the
        last result, which is published anew with the act before it."""
        last, results = json.loads(self.entries[-1]), [value["result"] for _, value in self.publications("result")]
        for act in acts:
            last.pop("act", None), last.pop("result", None)
            last.update({"act": act, "entry": last["entry"] + 1} if "act" in act else {"result": {**results[-1], **act}})
            self.entries.append(script.text_of(last).encode())
        shutil.rmtree(self.record / "journal", ignore_errors=True)

    def write(self, seed, name=None):
        """Hashes and signs everything anew, with nothing left of what was there before."""
        name = name or (self.record / "checkpoint").read_text().split("\n")[0]
        shutil.rmtree(self.record / "tile")
        hashes = [script.leaf_hash(entry) for entry in self.entries]
        root, level = script.tree_root(hashes), 0
        for index, width in script.tiles_of(len(hashes)):
            bundle = b"".join(len(entry).to_bytes(2, "big") + entry
                              for entry in self.entries[256 * index:256 * index + width])
            self.put(script.tile_path("entries", index, width), bundle)
        while hashes:
            for index, width in script.tiles_of(len(hashes)):
                self.put(script.tile_path(level, index, width), b"".join(hashes[256 * index:256 * index + width]))
            hashes = [script.tree_root(hashes[end - 256:end]) for end in range(256, len(hashes) + 1, 256)]
            level += 1
        body = f"{name}\n{len(self.entries)}\n{base64.b64encode(root).decode()}\n".encode()
        self.put("checkpoint", body + b"\n" + signature_line(name, seed, body))

    def put(self, path, content):
        file = self.record / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
