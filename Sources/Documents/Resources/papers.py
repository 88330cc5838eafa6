"""Works on papers: reads one JSON object a line, and answers each with one line.

The first argument says what to do; a line that cannot be answered is answered with {"error": ...}.

set TEMPLATE FOLDER   {"name", "document", "stamp"} becomes the file NAME.pdf: its bytes, pages and SHA-256, and the engine.
                      `document` is what stands on the paper, as JSON text; `stamp` what is printed around it: "note" is
                      the signed note that stands in a code on every page, empty on a draft.
read FOLDER           {"path", "codesOnly"} becomes the texts of its pages, the codes on them, and the files in it that
                      papers have.
zip FILE FOLDER       writes all files below a folder, the same bytes each time; reads nothing.

Ends with 3 where a library is not installed.
"""

import csv
import hashlib
import io
import json
import os
import re
import resource
import sys
import zipfile

try:
    import pypdfium2
    import typst
    import zxingcpp
    from PIL import Image
except ImportError:
    sys.exit(3)

# Pictures of whole sheets, not of whole walls.
Image.MAX_IMAGE_PIXELS = 100_000_000
MOST_PAGES = 2_000
# What a strange file may take before the helper gives it up: seconds of a processor, and bytes.
MOST_SECONDS = 120
MOST_MEMORY = 2 << 30
MOST_TEXT = 100_000
MOST_FILE = 4_000_000
FILES = ("document.json", "figures.csv", "signature.txt")


def shown(text):
    """A text as letters of the typesetter's font: what it has no letter for stands as its number, in sight."""
    return UNSEEN.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


# All but Latin letters, dashes, quotation marks, dots, bullet, per mille, euro, arrows, minus, and the letters of Indonesia's
# transcriptions; what is not seen, as a soft hyphen, is shown too.
UNSEEN = re.compile("[^\n -~\u00a1-\u00ac\u00ae-\u017f–—‘’“”„…•‰€→←−≤≥ḍḥṣṭẓḌḤṢṬẒ]")


def engine():
    from importlib.metadata import version

    return f"typst {version('typst')}"


def figures(document):
    """The tables of a paper as CSV, one below the other."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for block in document["blocks"]:
        if block["kind"] == "table":
            rows.writerow(block["table"]["heads"])
            rows.writerows(row["cells"] for row in block["table"]["rows"])
    return text.getvalue()


def code(note, page, pages):
    """What stands on a page in a code: the signed note, and which page it is. One byte for a dot, row by row."""
    text = f"{note}{page}/{pages}\n"
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(
        scale=1, add_hrt=False, add_quiet_zones=False)
    dots = memoryview(image)
    return {"width": dots.shape[1], "dots": list(dots.tobytes())}


def shape(value):
    """Every text of a paper as it is shown."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {name: shape(part) for name, part in value.items()}
    return [shape(part) for part in value] if isinstance(value, list) else value


class Setter:
    def __init__(self, template):
        self.compiler = typst.Compiler(template, ignore_system_fonts=True)
        # Papers of a kind mostly have as many pages as the one before.
        self.pages = {}

    def set(self, text, stamp):
        """A paper as PDF, and how many pages it has."""
        # Letters that cannot be set would stop the paper; what is signed and attached stays as it was entered.
        document = json.loads(text)
        visible = json.dumps(shape(document), ensure_ascii=False)
        kind = (document["key"].split("/")[0], document["form"], len(document["blocks"]))
        pages = self.pages.get(kind, 1)
        inputs = {
            "content": text, "document": visible, "figures": figures(document) or "\n",
            "note": stamp["note"], "stamp": json.dumps(stamp),
        }
        # The code says how many pages there are, which is known once it is set: then it is set again. What stands in
        # a code moves nothing on the page, so that the second time it has as many.
        for _ in range(3):
            codes = [code(stamp["note"], page + 1, pages) for page in range(pages)] if stamp["note"] else []
            content = self.compiler.compile(
                format="pdf", pdf_standards=["a-3a"], sys_inputs={**inputs, "codes": json.dumps(codes)})
            found = len(pypdfium2.PdfDocument(content))
            if found > MOST_PAGES:
                raise ValueError(f"more than {MOST_PAGES} pages")
            self.pages[kind] = found
            if found == pages or not codes:
                return content, found
            pages = found
        raise ValueError("the pages do not come to rest")


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "wb") as file:
        file.write(content)
    # A file that is there is whole.
    os.replace(path + ".part", path)


def set_papers(template, folder):
    setter = Setter(template)

    def answer(job):
        content, pages = setter.set(job["document"], job["stamp"])
        write(os.path.join(folder, job["name"] + ".pdf"), content)
        digest = hashlib.sha256(content).hexdigest()
        return {"bytes": len(content), "pages": pages, "digest": digest, "engine": engine()}

    return answer


def codes_in(image):
    """The texts of the codes in a picture; looked for in its halves too, for a sheet is large and a code is small."""
    found = {}
    width, height = image.size
    for box in ((0, 0, width, height), (0, height // 2, width, height), (0, 0, width, height // 2),
                (width // 2, 0, width, height), (0, 0, width // 2, height)):
        for barcode in zxingcpp.read_barcodes(image.crop(box), formats=zxingcpp.BarcodeFormat.QRCode):
            found[barcode.text] = None
        if found:
            break
    return list(found)


def read_pdf(content, codes_only):
    file = pypdfium2.PdfDocument(content)
    if len(file) > MOST_PAGES:
        raise ValueError(f"more than {MOST_PAGES} pages")
    pages, letters = [], 0
    for page in file:
        # 200 dots an inch, as a scanner has; a larger sheet with fewer.
        scale = min(200 / 72, 4_000 / max(page.get_size()))
        text = "" if codes_only else page.get_textpage().get_text_bounded()
        letters += len(text)
        if letters > MOST_TEXT * 20 or len(text) > MOST_TEXT:
            raise ValueError("more letters than a paper has")
        pages.append({"text": text, "codes": codes_in(page.render(scale=scale, grayscale=True).to_pil())})
    files = {}
    for number in range(0 if codes_only else min(file.count_attachments(), 20)):
        attachment = file.get_attachment(number)
        name = attachment.get_name()
        if name not in FILES:
            continue
        data = bytes(attachment.get_data())
        if name in files or len(data) > MOST_FILE:
            raise ValueError(f"{name} twice, or too large")
        files[name] = data.decode()
    return {"kind": "pdf", "pages": pages, "files": files}


def read_picture(content):
    image = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
    if image.width * image.height > Image.MAX_IMAGE_PIXELS:
        raise ValueError("a picture too large")
    image = image.convert("L")
    image.thumbnail((6_000, 6_000))
    return {"kind": "picture", "pages": [{"text": "", "codes": codes_in(image)}], "files": {}}


def read_paper(job, folder):
    with open(os.path.join(folder, job["path"]), "rb") as file:
        content = file.read(MOST_MEMORY // 16)
    found = read_pdf(content, job["codesOnly"]) if content.startswith(b"%PDF-") else read_picture(content)
    return {**found, "digest": hashlib.sha256(content).hexdigest()}


def write_zip(target, folder):
    paths = sorted(
        os.path.relpath(os.path.join(above, name), folder)
        for above, _, names in os.walk(folder) for name in names if not name.endswith(".part"))
    with zipfile.ZipFile(target + ".part", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            with open(os.path.join(folder, path), "rb") as file:
                archive.writestr(entry, file.read(), zipfile.ZIP_DEFLATED)
    os.replace(target + ".part", target)
    return len(paths)


def main():
    task, *rest = sys.argv[1:]
    if task == "zip":
        print(json.dumps({"name": rest[0], "bytes": write_zip(*rest)}))
        return
    work = set_papers(*rest) if task == "set" else lambda job: read_paper(job, rest[0])
    if task == "read":
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for line in sys.stdin:
        job = json.loads(line)
        answer = {"name": job["name"]}
        try:
            answer.update(work(job))
        # Whatever a strange file does to a library is said of that file.
        except Exception as wrong:
            answer["error"] = f"{type(wrong).__name__}: {wrong}"
        print(json.dumps(answer), flush=True)


main()
