"""What PDF/A-3a asks of a file and can be read from it (ISO 19005-3; ISO 14289 of tags), looked at by another library than
the one that wrote it. No validator is at hand: this is no proof of conformance."""

import re
import subprocess

import pikepdf
import pytest
from pikepdf import Dictionary, Name

SAMPLE = ["rekapitulasi/6/dprd-kabko", "berita-acara/6", "hasil-tps/dprd-kabko/73.12.01.2001-001-reguler",
          "label/73.12.01.2001", "keputusan/3", "perkara/1"]


@pytest.fixture(scope="module", params=SAMPLE)
def file(issued, request):
    with pikepdf.open(issued / f"{request.param}.pdf") as file:
        yield file


def objects(file, kind):
    return [one for one in file.objects if isinstance(one, Dictionary) and one.get("/Type") == kind]


def test_it_says_which_standard_it_keeps(file):
    with file.open_metadata() as told:
        assert told["pdfaid:part"] == "3" and told["pdfaid:conformance"] == "A"
        assert told["dc:title"]
    assert file.Root.Metadata.get("/Filter") is None, "readers of metadata unpack nothing"
    assert file.Root.OutputIntents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"
    assert not file.is_encrypted and len(file.trailer.ID) == 2


def test_it_does_nothing_by_itself(file):
    assert "/OpenAction" not in file.Root and "/AA" not in file.Root
    assert "/JavaScript" not in file.Root.get("/Names", {}) and "/AcroForm" not in file.Root
    assert all("/AA" not in page and not page.get("/Annots") for page in (page.obj for page in file.pages))


def test_every_letter_is_in_the_file(file):
    descriptors = objects(file, Name.FontDescriptor)
    assert descriptors and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()) for one in descriptors)
    fonts = [one for one in objects(file, Name.Font) if one.Subtype == Name.Type0]
    assert fonts and all("/ToUnicode" in one for one in fonts)


def test_it_is_tagged(file):
    assert file.Root.MarkInfo.Marked and str(file.Root.Lang) == "id-ID"
    kinds = {str(one.S) for one in file.objects if isinstance(one, Dictionary) and "/S" in one and "/P" in one}
    assert {"/Document", "/P"} <= kinds or {"/Document", "/Table"} <= kinds, kinds
    if "/Table" in kinds:
        assert {"/TR", "/TH", "/TD"} <= kinds
        heads = [one for one in file.objects if isinstance(one, Dictionary) and one.get("/S") == Name.TH]
        assert heads and all("/A" in one for one in heads), "a head says of which cells"
    assert all("/StructParents" in page.obj for page in file.pages)


def test_what_is_attached_says_what_it_is_to_the_paper(file):
    relations = {name: str(spec.obj.AFRelationship) for name, spec in file.attachments.items()}
    assert relations == {"document.json": "/Source", "figures.csv": "/Data", "signature.txt": "/Supplement"}
    assert len(file.Root.AF) == 3


def test_another_reader_finds_the_same(issued):
    told = subprocess.run(["pdfinfo", issued / f"{SAMPLE[0]}.pdf"], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Tagged: +yes", told) and re.search(r"Encrypted: +no", told) and re.search(r"JavaScript: +no", told)
    fonts = subprocess.run(["pdffonts", issued / f"{SAMPLE[0]}.pdf"], check=True, capture_output=True, text=True).stdout
    assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:]), "embedded"
