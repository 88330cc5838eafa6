"""Issued papers: frozen, signed on every page, and everything somebody might do to them is found."""

import base64
import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from paper_office import ROOT, rehearsable, run

TOOL = ROOT / "Sources/Documents/Resources/papers.py"
TEMPLATE = ROOT / "Sources/Documents/Resources/paper.typ"
MANY, FEW = "rekapitulasi/6/dprd-kabko", "berita-acara/6"


def check(path, office, *more):
    return run("verify", path, "--record", office, *more)


def key_of(office):
    return next(line.split()[-1] for line in run("keys", "show", f"{office}-keys").stdout.splitlines()
                if line.startswith("# rehearsal.key, of papers"))


def attachments(path):
    with pikepdf.open(path) as file:
        return {name: file.attachments[name].get_file().read_bytes().decode() for name in file.attachments}


def test_words_of_minutes_go_out_and_come_back(office, tmp_path):
    """Printed, and handed in as they were, they are the same; letters that no font has do not stop the paper."""
    words = run("paper", "minutes", office, 5)
    assert words.returncode == 0 and "\n\n# Kehadiran\n\n" in words.stdout, words
    (tmp_path / "minutes.txt").write_text(words.stdout + "\nDoa penutup \N{PRAYER BEADS} dibacakan.\n")
    given = run("paper", "minutes", office, 5, "--from", tmp_path / "minutes.txt")
    assert given.returncode == 0 and not given.stderr, given
    assert run("paper", "minutes", office, 5).stdout.startswith(words.stdout.strip())
    made = run("paper", "make", office, "--to", tmp_path, "berita-acara/5")
    assert made.returncode == 0, made.stderr
    sheet = pypdfium2.PdfDocument(tmp_path / "berita-acara/5.pdf")[0].get_textpage().get_text_bounded()
    assert "Doa penutup [U+1F4FF] dibacakan." in re.sub(r"\s+", " ", sheet)
    (tmp_path / "minutes.txt").write_text("Rapat \u202edibuka.\n")
    refused = run("paper", "minutes", office, 5, "--from", tmp_path / "minutes.txt")
    assert refused.returncode == 2 and "paragraphs" in refused.stderr, refused
    assert run("paper", "minutes", office, 5, "--proposed").returncode == 0
    assert run("paper", "minutes", office, 5).stdout == words.stdout


def set_again(tmp_path, document, note, stamp_lines):
    """Sets a paper with the typesetter alone, as somebody could who has no key."""
    job = {"name": "forged", "document": document, "stamp": {"note": note, "lines": stamp_lines}}
    done = subprocess.run([sys.executable, TOOL, "set", TEMPLATE, tmp_path], input=json.dumps(job),
                          capture_output=True, text=True, check=True)
    assert "error" not in json.loads(done.stdout), done.stdout
    return tmp_path / "forged.pdf"


def changed(document):
    """A paper with another figure in its first table that has one."""
    value = json.loads(document)
    for block in value["blocks"]:
        for row in block.get("table", {"rows": []})["rows"]:
            for place, cell in enumerate(row["cells"]):
                if re.fullmatch("[1-9][0-9]*", cell) and row["kind"] == "plain" and place:
                    row["cells"][place] = str(int(cell) + 100)
                    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    raise AssertionError("no figure")


def lines_of(note, edition=1):
    """What stands below the page number, as the office prints it."""
    size, root = note.split("\n")[4].split(" ")
    signer = note.split("— ")[1].split(" ")[0]
    digits = base64.b64decode(root).hex()
    return [f"Terbitan ke-{edition}", f"Catatan publik {size}: {digits}", signer]


def test_every_paper_is_issued_once(office, issued):
    again = run("paper", "issue", office, "--keys", f"{office}-keys")
    count = len(list(issued.rglob("*.pdf")))
    assert count > 100 and again.stdout.startswith("0 papers"), again.stdout
    assert f"{count} say what was issued already" in again.stderr
    listed = run("paper", "list", office, "--issued").stdout.splitlines()
    assert len(listed) == count
    for line in listed:
        name, edition, digest, *rest = line.split()
        assert hashlib.sha256((issued / f"{name}.pdf").read_bytes()).hexdigest() == digest and edition == "1"
        assert rest[:5] == "no signed copy of page".split()


def test_every_page_bears_the_record(issued):
    for path in issued.rglob("*.pdf"):
        note = attachments(path)["signature.txt"]
        root = lines_of(note)[1].split(" ")[-1]
        for page in pypdfium2.PdfDocument(path):
            text = page.get_textpage().get_text_bounded()
            assert root in text and "LATIHAN" in text, path


def test_the_journal_proves_them(office, issued):
    held = run("verify", office)
    count = len(list(issued.rglob("*.pdf")))
    assert f"{count} issued papers follow from the journal, {count} files are whole" in held.stdout, held.stdout


@pytest.mark.parametrize("name", [MANY, FEW, "formulir/dprd-kabko/1", "keputusan/1"])
def test_what_was_issued_holds(office, issued, name):
    path = issued / f"{name}.pdf"
    known = check(path, office)
    assert known.returncode == 0 and "the very file that was issued" in known.stdout, known.stderr
    by_key = run("paper", "check", path, "--key", key_of(office))
    assert by_key.returncode == 0 and "to the last byte" in by_key.stdout, by_key.stderr
    assert "without --record" in by_key.stdout


def pages(path):
    return len(pypdfium2.PdfDocument(path))


class Forger:
    """Somebody with the issued files and every tool, but without a key."""

    def __init__(self, issued, tmp_path):
        self.many, self.few = issued / f"{MANY}.pdf", issued / f"{FEW}.pdf"
        self.place, self.target = tmp_path, tmp_path / "target.pdf"
        self.files = attachments(self.many)

    def edit(self, body):
        with pikepdf.open(self.many) as file:
            body(file)
            file.save(self.target)

    def figure_on_the_page(self):
        other = set_again(self.place, changed(self.files["document.json"]), self.files["signature.txt"],
                          lines_of(self.files["signature.txt"]))
        with pikepdf.open(other) as forged:
            self.edit(lambda file: file.pages.__setitem__(0, forged.pages[0]))

    def figure_everywhere(self):
        set_again(self.place, changed(self.files["document.json"]), self.files["signature.txt"],
                  lines_of(self.files["signature.txt"])).rename(self.target)

    def page_of_another(self):
        with pikepdf.open(self.few) as other:
            self.edit(lambda file: file.pages.__setitem__(1, other.pages[0]))

    def code_of_another(self):
        note = attachments(self.few)["signature.txt"]
        other = set_again(self.place, changed(self.files["document.json"]), note, lines_of(note))
        with pikepdf.open(other) as forged:
            self.edit(lambda file: file.pages.__setitem__(0, forged.pages[0]))

    def pages_exchanged(self):
        def exchange(file):
            first, second = file.pages[0], file.pages[1]
            file.pages[0], file.pages[1] = second, first
        self.edit(exchange)

    def page_removed(self):
        self.edit(lambda file: file.pages.__delitem__(1))

    def page_without_code(self):
        draft = set_again(self.place, self.files["document.json"], "", ["x"])
        with pikepdf.open(draft) as forged:
            self.edit(lambda file: file.pages.__setitem__(0, forged.pages[0]))

    def figures_attached(self):
        def attach(file):
            figures = self.files["figures.csv"]
            place = re.search("[1-9]", figures).start()
            other = figures[:place] + ("8" if figures[place] != "8" else "7") + figures[place + 1:]
            spec = pikepdf.AttachedFileSpec(file, other.encode(), filename="figures.csv", mime_type="text/csv")
            file.attachments["figures.csv"] = spec
        self.edit(attach)

    def another_key(self):
        note = self.files["signature.txt"]
        sign = bytearray(base64.b64decode(note.rsplit(" ", 1)[1]))
        sign[-1] ^= 1
        forged = f"{note.rsplit(' ', 1)[0]} {base64.b64encode(sign).decode()}\n"
        set_again(self.place, self.files["document.json"], forged, lines_of(forged)).rename(self.target)

    def nothing_on_the_page(self):
        """Every letter covered is still there; every letter taken away is not."""
        self.edit(lambda file: file.pages[0].__setitem__("/Contents", file.pages[0].contents_coalesce() or file.make_stream(b"")))
        with pikepdf.open(self.target, allow_overwriting_input=True) as file:
            file.pages[0].Contents = file.make_stream(b"")
            file.save(self.target)


@pytest.mark.parametrize("deed, said", [
    ("figure_on_the_page", r"page 1: it says \".+\", and should say \".+\""),
    ("figure_everywhere", "the content in the file is not what was signed"),
    ("page_of_another", f"page 2: its code is another paper's: {FEW}, edition 1"),
    ("code_of_another", f"page 1: its code is another paper's: {FEW}, edition 1"),
    ("pages_exchanged", "page 1: its code is that of page 2"),
    ("page_removed", r"the file has \d+ pages, the paper \d+"),
    ("page_without_code", "page 1: there is no signed code"),
    ("figures_attached", "figures.csv in the file are not the figures"),
    ("another_key", "its signature is forged"),
    ("nothing_on_the_page", "page 1: there is no signed code"),
])
def test_what_is_done_to_them_is_found(office, issued, tmp_path, deed, said):
    forger = Forger(issued, tmp_path)
    getattr(forger, deed)()
    assert forger.target.read_bytes() != forger.many.read_bytes()
    found = check(forger.target, office)
    assert found.returncode == 2 and re.search(said, found.stderr), (found.stdout, found.stderr)
    assert str(forger.target) in found.stderr


def drawn_over(file):
    page = file.pages[0]
    page.contents_add(b"q 1 1 1 rg 400 400 60 20 re f 0 0 0 rg 410 405 3 12 re f Q")


def annotated(file):
    box = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Square, "/Rect": [400, 400, 460, 420], "/F": 4,
           "/IC": [1, 1, 1]}
    file.pages[0].Annots = pikepdf.Array([file.make_indirect(pikepdf.Dictionary(box))])


def exchanged_letters(file):
    """The letters that are read stay, those that are seen are others: two glyphs take each other's place."""
    page = file.pages[0]
    for font in page.Resources.Font.values():
        table = font.ToUnicode.read_bytes().decode("latin-1")
        codes = dict(re.findall(r"<([0-9A-F]{4})> <00(3[0-9])>", table)[::-1])
        names = {letter: code for code, letter in codes.items()}
        if {"34", "39"} <= names.keys():
            one, other = names["34"], names["39"]
            table = table.replace(f"<{one}> <0034>", "<A> <0039>").replace(f"<{other}> <0039>", f"<{other}> <0034>")
            font.ToUnicode = file.make_stream(table.replace("<A>", f"<{one}>").encode("latin-1"))


@pytest.mark.parametrize("deed", [
    drawn_over, annotated, exchanged_letters, lambda file: None,
    lambda file: file.pages[0].__setattr__("CropBox", pikepdf.Array([0, 0, 842, 480])),
    lambda file: file.Root.__setattr__("OpenAction", file.make_indirect(pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")))),
    lambda file: file.attachments.__setitem__("other.txt", pikepdf.AttachedFileSpec(file, b"x", filename="other.txt")),
], ids=["drawn over", "an annotation", "letters that look like others", "only saved again", "cropped", "a script",
        "another file attached"])
def test_what_is_seen_is_what_was_issued_to_the_byte(office, issued, tmp_path, deed):
    """Texts that are the same prove nothing of what is seen: another file is none that was issued."""
    Forger(issued, tmp_path).edit(deed)
    found = check(tmp_path / "target.pdf", office)
    assert found.returncode == 2 and re.search("not the file that was issued|it says", found.stderr), found
    by_key = run("paper", "check", tmp_path / "target.pdf", "--key", key_of(office))
    assert by_key.returncode == 2


def test_a_second_signature_speaks_for_nobody(office, issued, tmp_path):
    forger = Forger(issued, tmp_path)
    note = forger.files["signature.txt"] + "— kpu.go.id/RESMI " + base64.b64encode(bytes(68)).decode() + "\n"
    set_again(tmp_path, forger.files["document.json"], note, lines_of(note)).rename(forger.target)
    found = check(forger.target, office)
    assert found.returncode == 2 and "no statement about a paper" in found.stderr, found


def test_letters_without_their_content_are_no_scan(office, issued, tmp_path):
    def strip(file):
        for name in list(file.attachments):
            del file.attachments[name]
    Forger(issued, tmp_path).edit(strip)
    found = check(tmp_path / "target.pdf", office)
    assert found.returncode == 2 and "neither an issued file nor a scan" in found.stderr, found


def test_codes_that_count_otherwise_are_found(office, issued, tmp_path):
    """The page in a code is not signed: what it says must fit the record, and the other pages."""
    import zxingcpp

    note, count = attachments(issued / f"{MANY}.pdf")["signature.txt"], pages(issued / f"{MANY}.pdf")

    def sheet(text):
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(scale=6)
        return Image.fromarray(code) if not isinstance(code, Image.Image) else code

    def checked(*texts):
        path = scan([sheet(text) if text else Image.new("L", (500, 500), 255) for text in texts], tmp_path / "codes.pdf")
        return check(path, office)

    assert checked(f"{note}1/{count}\n").returncode == 3
    for texts, said in [
        ([f"{note}1/1\n"], "the file has 1 pages, the paper"), ([f"{note}1/9223372036854775807\n"], "no signed code"),
        ([f"{note}1/{count}\n", f"{note}1/{count}\n"], "page 2: its code is that of page 1"),
        ([f"{note}1/{count}\n", ""], "page 2: there is no signed code"),
        ([f"{note}1/{count}\n", f"{note}2/{count + 1}\n"], "pages, the paper"),
    ]:
        found = checked(*texts)
        assert found.returncode == 2 and said in found.stderr, (texts, found)


def picture_of(path, page, dots=200):
    return pypdfium2.PdfDocument(path)[page].render(scale=dots / 72).to_pil()


SHOTS = [
    ("a scan of 200 dots", lambda image: image, 1),
    ("a bad scan, askew", lambda image: image.rotate(3, expand=True, fillcolor="white"), 1),
    ("the page upside down", lambda image: image.rotate(180), 1),
    ("the code alone", lambda image: image.crop((image.width * 3 // 4, image.height * 4 // 5, image.width, image.height)), 1),
]


@pytest.mark.parametrize("change, page", [row[1:] for row in SHOTS], ids=[row[0] for row in SHOTS])
@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_photo_says_which_page_it_is(office, issued, tmp_path, change, page, suffix):
    path = tmp_path / f"photo.{suffix}"
    change(picture_of(issued / f"{MANY}.pdf", page)).convert("RGB").save(path, quality=60)
    found = check(path, office)
    assert found.returncode == 3, found.stderr
    assert f"{MANY}, edition 1" in found.stdout and "its codes hold" in found.stdout
    count = pages(issued / f"{MANY}.pdf")
    others = ", ".join(str(other + 1) for other in range(count) if other != page)
    assert f"of {count} pages not seen: {others}" in found.stdout


def scan(paths, target):
    first, *rest = [image.convert("L") for image in paths]
    first.save(target, save_all=True, append_images=rest, resolution=200)
    return target


def test_signed_copies_come_back(office, issued, tmp_path):
    """Page by page, in any order, as PDF or picture; what is of two papers, of none, or there already is refused."""
    many, few = issued / f"{MANY}.pdf", issued / f"{FEW}.pdf"
    count = pages(many)
    mixed = scan([picture_of(many, 0), picture_of(few, 0)], tmp_path / "mixed.pdf")
    blank = scan([Image.new("L", (1600, 2200), 255)], tmp_path / "blank.pdf")
    text = tmp_path / "text.pdf"
    text.write_text("no PDF")
    for path, said in [(mixed, "its pages are of two papers"), (blank, "no code of a paper is seen"),
                       (text, "no PDF or picture that can be read"), (many, "this file is there already")]:
        taken = run("paper", "scan", office, path)
        assert taken.returncode == 2 and said in taken.stderr, (path, taken.stderr)
    rest = scan([picture_of(many, place) for place in range(count - 1)], tmp_path / "rest.pdf")
    last = tmp_path / "last.png"
    picture_of(many, count - 1).save(last)
    taken = run("paper", "scan", office, last)
    missing = "1" if count == 2 else f"1–{count - 1}"
    assert taken.returncode == 0 and f"{MANY}, 1: page {missing} missing" in taken.stdout, taken.stderr
    taken = run("paper", "scan", office, rest)
    assert taken.returncode == 0 and f"{MANY}, 1: complete" in taken.stdout, taken.stderr
    assert run("paper", "scan", office, rest).returncode == 2
    listed = run("paper", "list", office, "--issued", "--kind", "rekapitulasi").stdout
    assert re.search(f"{MANY} 1  [0-9a-f]+  signed copy complete", listed), listed
    held = run("verify", office)
    assert held.returncode == 0 and f"{len(list(issued.rglob('*.pdf'))) + 2} files are whole" in held.stdout


def test_a_plenary_in_one_file(office, issued, tmp_path):
    """The same bytes each time; everything of that plenary as it was issued."""
    for name in ("one.zip", "two.zip"):
        made = run("paper", "make", office, "--issued", "--plenary", "6", "--to", tmp_path / name)
        assert made.returncode == 0, made.stderr
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        names = archive.namelist()
        names.remove("daftar-dokumen.csv")
        assert {name.split("/")[1].removesuffix(".pdf") for name in names} == {"6"} and len(names) > 5
        for name in names:
            assert archive.read(name) == (issued / name).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.zip", "two.zip"]


@pytest.mark.parametrize("words, status, said", [
    (("verify", "FILE"), 2, "name the office's keys"),
    (("verify", "FILE", "--key", "x"), 2, "--key: is no key"),
    (("paper", "check", "NOWHERE", "--record", "OFFICE"), 2, "nowhere.pdf"),
    (("paper", "check", "FILE", "--key", "localhost/office+87a5baba+AaU21kCEoIU9R5p1orzYGiYrElJ4Ny8vfLLucrVs5Pua"), 2,
     "this office did not sign it, but \"localhost/office/rehearsal\" did"),
    (("paper", "issue", "OFFICE", "--keys", "NOWHERE"), 2, "nowhere"),
    (("paper", "issue", "OFFICE", "--keys", "KEYS", "usul/x"), 2, "usul/x: there is no such paper"),
    (("paper", "make", "OFFICE", "--issued", "--to", "OUT", "usul/x"), 2, "usul/x: not issued"),
    (("paper", "scan", "OFFICE", "NOWHERE"), 2, "nowhere.pdf"),
])
def test_refusals(office, issued, tmp_path, words, status, said):
    places = {"OFFICE": office, "KEYS": f"{office}-keys", "FILE": issued / f"{FEW}.pdf",
              "NOWHERE": tmp_path / "nowhere.pdf", "OUT": tmp_path / "out"}
    ran = run(*(places.get(word, word) for word in words))
    assert ran.returncode == status and said in ran.stderr, (ran.returncode, ran.stderr)


def test_a_rehearsal_ends_with_an_archive(tmp_path):
    """Every paper, marked on every page, with a list that names each file by its digest."""
    place, target = tmp_path / "office", tmp_path / "papers.zip"
    words = ["--from", rehearsable(tmp_path / "folder"), "--whole", "--seed", "5", "--ballots", "PPWP"]
    played = run("rehearse", place, *words, "--papers", target)
    assert played.returncode == 0, played.stderr
    kinds = {line.split()[0]: int(line.split()[1]) for line in run("paper", "list", place).stdout.splitlines()}
    with zipfile.ZipFile(target) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("daftar-dokumen.csv").decode())))
        assert sorted(archive.namelist()) == sorted(["daftar-dokumen.csv", *(row["dokumen"] + ".pdf" for row in rows)])
        assert len(rows) == sum(kinds.values()) > 40
        for row in rows:
            content = archive.read(row["dokumen"] + ".pdf")
            assert hashlib.sha256(content).hexdigest() == row["sha256"]
            sheets = pypdfium2.PdfDocument(content)
            assert len(sheets) == int(row["halaman"])
            assert all("LATIHAN" in sheet.get_textpage().get_text_bounded() for sheet in sheets)
    # Asked again, the rehearsal goes on where it ended, and the archive is the same.
    again = tmp_path / "again.zip"
    assert run("rehearse", place, "--papers", again).returncode == 0
    assert again.read_bytes() == target.read_bytes()
    assert run("rehearse", place, "--papers", again, "--port", "0").returncode != 0


@pytest.mark.parametrize("name, content", [
    ("eps.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n{} loop\n"),
    ("gif.png", b"GIF89a" + bytes(100)), ("cut.pdf", b"%PDF-1.7\n"), ("empty.pdf", b""), ("null.png", bytes(1000)),
])
def test_strange_files_are_no_papers(office, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    for ran in (run("paper", "check", tmp_path / name, "--record", office), run("paper", "scan", office, tmp_path / name)):
        assert ran.returncode == 2 and "no PDF or picture that can be read" in ran.stderr, ran.stderr
