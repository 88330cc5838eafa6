"""Sets papers: reads one JSON object a line, writes each as PDF, and answers with one line for each.

Arguments: the template, and the folder for the files. A line is {"name": ..., "document": {...}}; the answer is
{"name": ..., "bytes": ...} or {"name": ..., "error": ...}. Ends with 3 where the typesetter is not installed.
"""

import csv
import io
import json
import os
import sys

try:
    import typst
except ImportError:
    sys.exit(3)


def figures(document):
    """The tables of a paper as CSV, one below the other."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for block in document["blocks"]:
        if block["kind"] == "table":
            rows.writerow(block["table"]["heads"])
            rows.writerows(row["cells"] for row in block["table"]["rows"])
    return text.getvalue()


def main():
    template, folder = sys.argv[1:]
    compiler = typst.Compiler(template, ignore_system_fonts=True)
    for line in sys.stdin:
        paper = json.loads(line)
        answer = {"name": paper["name"]}
        try:
            inputs = {"document": json.dumps(paper["document"]), "figures": figures(paper["document"]) or "\n"}
            content = compiler.compile(format="pdf", pdf_standards=["a-3a"], sys_inputs=inputs)
            path = os.path.join(folder, paper["name"] + ".pdf")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path + ".part", "wb") as file:
                file.write(content)
            # A file that is there is whole.
            os.replace(path + ".part", path)
            answer["bytes"] = len(content)
        except (typst.TypstError, OSError, KeyError) as wrong:
            answer["error"] = str(wrong)
        print(json.dumps(answer), flush=True)


main()
