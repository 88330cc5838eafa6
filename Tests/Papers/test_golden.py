"""What stands on one paper of each kind, as it was read and approved: full ones of a rehearsal, and an empty form.

PLENO_GOLDEN=1 writes them anew; look at what changed, and raise `DocumentRoom.version` where papers were issued before.
"""

import json
import os
from pathlib import Path

import pytest
from paper_office import MARK, ROOT, run

GOLDEN = Path(__file__).parent / "Golden"
# Of each kind the paper with the most on it.
CHOSEN = {
    "hasil-tps": "hasil-tps/dprd-kabko/73.12.01.2001-001-reguler", "formulir": "formulir/dprd-kabko/2",
    "undangan": "undangan/6", "rekapitulasi": "rekapitulasi/3/dprd-kabko",
    "rekapitulasi-desa": "rekapitulasi/3/dprd-kabko/73.12.01.2001", "rekapitulasi-kabupaten": "rekapitulasi/6/ppwp",
    "berita-acara": "berita-acara/6", "daftar-hadir": "daftar-hadir/6", "keberatan": "keberatan/6",
    "pembetulan": "pembetulan/6", "ulang": "ulang/1", "perkara": "perkara/1", "pergeseran": "pergeseran/ppwp",
    "audit": "audit/6/ppwp", "keputusan": "keputusan/3", "keputusan-kursi": "keputusan/2",
    "perhitungan-kursi": "perhitungan-kursi/dprd-kabko/1", "calon-terpilih": "calon-terpilih/dprd-kabko",
    "usul": "usul/dprd-kabko", "sumpah": "sumpah/dprd-kabko", "label": "label/73.12.01.2001",
}


def as_text(paper):
    """A paper as a text that people compare: rows with strokes, places for hands in brackets."""
    lines = [paper["form"], *paper["title"], f"Nomor: {paper['number']}", f"({paper['key']}, {paper['date']})",
             "melintang" if paper["isWide"] else "tegak"]
    for block in paper["blocks"]:
        lines.append("")
        match block["kind"]:
            case "heading": lines.append(f"## {block['text']}")
            case "text": lines.append(block["text"])
            case "facts": lines += [f"{fact['label']}: {fact['value']}" for fact in block["facts"]]
            case "points": lines += [f"{place + 1}. {text}" for place, text in enumerate(block["points"])]
            case "table":
                lines.append(" | ".join(f"{head} ({column})" for head, column in
                                        zip(block["table"]["heads"], block["table"]["columns"])))
                marks = {"plain": "", "section": "# ", "sum": "= "}
                lines += [marks[row["kind"]] + " | ".join(row["cells"]) for row in block["table"]["rows"]]
            case "signatures":
                lines += [f"[{one['capacity']}]" + (" cap" if one["hasStamp"] else "") + (f" {one['note']}" if one["note"] else "")
                          for one in block["signatures"]]
            case "labels": lines += [" / ".join(label["lines"]) for label in block["labels"]]
            case "newPage": lines.append("----")
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("name", CHOSEN)
def test_it_says_what_was_approved(papers, name):
    paper = json.loads((papers / f"json/{CHOSEN[name]}.json").read_text())
    assert paper["mark"] == MARK and paper["key"] == CHOSEN[name]
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("PLENO_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(as_text(paper))
    assert as_text(paper) == file.read_text(), f"{file.relative_to(ROOT)}: PLENO_GOLDEN=1 writes it anew"


def test_every_kind_has_one(office):
    kinds = {line.split()[0] for line in run("paper", "list", office).stdout.splitlines()}
    # Nobody is replaced in a rehearsal: that paper is among the units' tests.
    assert kinds - {name.split("/")[0] for name in CHOSEN.values()} == {"penggantian"}
    assert {path.stem for path in GOLDEN.iterdir()} == set(CHOSEN)
