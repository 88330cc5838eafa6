"""Sets papers with typst and nothing else: no codes, no signatures, nothing read back. Prints pages and seconds.

Arguments: the template, a folder of papers as JSON, and one to write to.
"""

import sys
import time
from pathlib import Path

import pypdfium2
import typst

template, source, target = sys.argv[1:]
compiler = typst.Compiler(template, ignore_system_fonts=True)
stamp = '{"note":"","lines":[]}'
seconds, pages = 0.0, 0
for path in sorted(Path(source).rglob("*.json")):
    text = path.read_text()
    inputs = {"content": text, "document": text, "figures": "\n", "note": "", "stamp": stamp, "codes": "[]"}
    start = time.perf_counter()
    content = compiler.compile(format="pdf", pdf_standards=["a-3a"], sys_inputs=inputs)
    (Path(target) / "paper.pdf").write_bytes(content)
    seconds += time.perf_counter() - start
    pages += len(pypdfium2.PdfDocument(content))
print(pages, seconds)
