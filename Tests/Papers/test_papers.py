"""The papers of a rehearsed election as files: every figure on them, the same bytes each time, and none that is missing."""

import csv
import io
import json
import re
import subprocess

import pytest
from paper_office import MARK, run


def names(folder, suffix):
    return sorted(str(path.relative_to(folder).with_suffix("")) for path in folder.rglob(f"*{suffix}"))


def text(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout


def test_every_paper_that_is_listed_is_made(office, papers):
    listed = run("paper", "list", office)
    kinds = {line.split()[0]: int(line.split()[1]) for line in listed.stdout.splitlines()}
    # Nobody was replaced in a seat.
    assert [kind for kind, count in kinds.items() if not count] == ["penggantian"] and len(kinds) == 19, kinds
    made = names(papers / "pdf", ".pdf")
    assert len(made) == sum(kinds.values()) and made == names(papers / "json", ".json")
    assert not list((papers / "pdf").rglob("*.part"))


def test_each_says_everything_that_stands_on_it(papers):
    """Every cell and text is in the file, on every page the mark of a rehearsal and the paper's name."""
    for name in names(papers / "json", ".json"):
        document = json.loads((papers / f"json/{name}.json").read_text())
        pages = text(papers / f"pdf/{name}.pdf").split("\f")[:-1]
        letters = re.sub(r"[\s\u00ad-]", "", "".join(pages))
        for page in pages:
            assert MARK in page and name in page and f"dari {len(pages)}" in page and "belum diterbitkan" in page, name
        wanted = [*document["title"], document["form"], document["number"]]
        for block in document["blocks"]:
            wanted += [block.get("text", ""), *block.get("points", [])]
            wanted += [part for fact in block.get("facts", []) for part in fact.values()]
            wanted += [cell for row in block.get("table", {"rows": []})["rows"] for cell in row["cells"]]
            wanted += [part for one in block.get("signatures", []) for part in (one["capacity"], one["note"])]
            wanted += [line for label in block.get("labels", []) for line in label["lines"]]
        for words in wanted:
            assert re.sub(r"[\s\u00ad-]", "", words) in letters, (name, words)


def test_the_figures_are_attached(papers):
    for name in names(papers / "json", ".json"):
        document = json.loads((papers / f"json/{name}.json").read_text())
        rows = [row for block in document["blocks"] if block["kind"] == "table"
                for row in [block["table"]["heads"], *(row["cells"] for row in block["table"]["rows"])]]
        path = papers / f"pdf/{name}.pdf"
        found = subprocess.run(["pdfdetach", "-savefile", "figures.csv", "-o", "/dev/stdout", path], check=True, capture_output=True)
        assert [row for row in csv.reader(io.StringIO(found.stdout.decode())) if row] == rows, name
        known = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
        assert re.search(r"Tagged: +yes", known), name


def test_the_papers_of_one_plenary(office, papers):
    """Everything that is handed over when it ends, and nothing of another."""
    assert run("paper", "make", office, "--to", papers / "one", "--plenary", "6").returncode == 0
    made = names(papers / "one", ".pdf")
    assert {name.split("/")[1] for name in made} == {"6"}
    assert {name.split("/")[0] for name in made} >= {"undangan", "rekapitulasi", "audit", "berita-acara", "daftar-hadir"}


def test_made_again_they_have_the_same_bytes(office, papers):
    again = papers / "again"
    assert run("paper", "make", office, "--to", again, "--kind", "rekapitulasi").returncode == 0
    made = names(again, ".pdf")
    assert made and all((again / f"{name}.pdf").read_bytes() == (papers / f"pdf/{name}.pdf").read_bytes() for name in made)


def test_a_paper_that_cannot_be_made_is_named_and_the_others_are_made(office, tmp_path):
    first, *others = run("paper", "list", office, "--kind", "berita-acara").stdout.split()
    # A directory stands where its file would be.
    (tmp_path / f"out/{first}.pdf/x").mkdir(parents=True)
    made = run("paper", "make", office, "--to", tmp_path / "out", "--kind", "berita-acara")
    assert made.returncode == 1 and made.stderr.startswith(f"{first}: "), made.stderr
    assert others and all((tmp_path / f"out/{name}.pdf").is_file() for name in others)


@pytest.mark.parametrize("words, env, status, said", [
    (("make", "OFFICE", "--to", "OUT", "berita-acara/99"), {}, 2, "berita-acara/99: there is no such paper"),
    (("make", "OFFICE", "--to", "OUT", "../x"), {}, 2, "../x: there is no such paper"),
    (("make", "FOLDER", "--to", "OUT"), {}, 2, "is no office"),
    (("list", "FOLDER"), {}, 2, "is no office"),
    (("list", "OFFICE", "--kind", "surat"), {}, 2, "surat"),
    (("make", "OFFICE", "--to", "OUT", "berita-acara/3"), {"PLENO_PYTHON": "/usr/bin/false"}, 1, "typesetter ended"),
    (("make", "OFFICE", "--to", "OUT", "berita-acara/3"), {"PLENO_PYTHON": "/nowhere/python"}, 1, "no package typst"),
])
def test_refusals(office, tmp_path, words, env, status, said):
    places = {"OFFICE": office, "FOLDER": office.parent / "folder", "OUT": tmp_path / "out"}
    ran = run("paper", *(places.get(word, word) for word in words), **env)
    assert ran.returncode == status and said in ran.stderr, (ran.returncode, ran.stderr)
    assert not list((tmp_path / "out").rglob("*.pdf")) if (tmp_path / "out").exists() else True
