#!/usr/bin/env python3
"""tests/conformance/codes.py FOLDER   reads the codes of every brochure below FOLDER as a phone's camera does.

Each page is drawn at 200 dots an inch, in grey, and searched with zxing. Each code that the tags of the
file for the screen tell of must be read, and open an address that is printed in the same brochure, so that it can be typed
too. The file for the press must have the codes of its twin for the screen. A page without its code must be seen to have
none, or the reader proves nothing. Needs poppler, pikepdf, zxing-cpp and pillow.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import pikepdf
import zxingcpp
from PIL import Image, ImageDraw

DOTS = "200"


def pages(pdf, folder):
    subprocess.run(["pdftoppm", "-r", DOTS, "-gray", str(pdf), f"{folder}/page"], check=True)
    return [Image.open(page) for page in sorted(pathlib.Path(folder).glob("page*"))]


def codes(page):
    return zxingcpp.read_barcodes(page)


def text(pdf):
    said = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return re.sub(r"\s+", "", said)


def told(pdf):
    """How many codes the tags of a file tell of."""
    with pikepdf.open(pdf) as document:
        alts = (str(item.get("/Alt", "")) for item in document.objects if isinstance(item, pikepdf.Dictionary))
        return sum(alt.startswith("QR code") for alt in alts)


def covered(page, code):
    """The page with its code painted over."""
    corners = [code.position.top_left, code.position.bottom_right]
    points = [(min(c.x for c in corners), min(c.y for c in corners)), (max(c.x for c in corners), max(c.y for c in corners))]
    bare = page.copy()
    ImageDraw.Draw(bare).rectangle(points, fill=255)
    return bare


def problems(pdf):
    """The addresses that its codes open, and what is wrong with them."""
    found, wrong, printed = [], [], text(pdf)
    with tempfile.TemporaryDirectory() as folder:
        for page in pages(pdf, folder):
            for code in codes(page):
                found.append(code.text)
                if re.sub(r"^https?://(www\.)?", "", code.text).rstrip("/") not in printed:
                    wrong.append(f"{code.text} is not printed beside its code")
                if any(other.text == code.text for other in codes(covered(page, code))):
                    wrong.append(f"{code.text} is read where there is no code")
    return sorted(found), wrong


def main():
    passed, failed, read = 0, 0, 0
    for screen in sorted(pathlib.Path(sys.argv[1]).rglob("*.pdf")):
        if screen.stem.endswith("-press"):
            continue
        found, wrong = problems(screen)
        if len(found) != told(screen):
            wrong.append(f"its tags tell of {told(screen)} codes, {len(found)} are read")
        press = screen.with_name(f"{screen.stem}-press.pdf")
        if press.exists():
            there, more = problems(press)
            wrong += more
            if there != found:
                wrong.append(f"the press has the codes {there}, the screen {found}")
        read += len(found)
        passed, failed = passed + (not wrong), failed + bool(wrong)
        for problem in wrong:
            print(f"FAIL  {screen}: {problem}")
    print(f"codes: {read} read; {passed} passed, {failed} failed")
    return 1 if failed or not read else 0


if __name__ == "__main__":
    sys.exit(main())
