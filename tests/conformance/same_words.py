"""A file for the press says what its twin for the screen says, and nothing else but what stands outside the trim.

    same_words.py PRESS.pdf SCREEN.pdf
"""

import collections
import re
import subprocess
import sys


FROM_RIGHT = re.compile("[\u0590-\u08ff\u202a-\u202e]")


def words(pdf, *options):
    text = subprocess.run(["pdftotext", *options, pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    # Letters that are read from the right come in other pieces where nothing tells how they are read.
    return collections.Counter(word for word in re.findall(r"\S+", text) if not FROM_RIGHT.search(word))


def main():
    press, screen = sys.argv[1:]
    printed, shown = words(press), words(screen)
    lost, more = shown - printed, printed - shown
    if lost:
        print(f"not on the sheets: {dict(lost)}")
    # Names of panels, and the slug line: a few dozen words a sheet.
    pages = subprocess.run(["pdfinfo", press], check=True, capture_output=True, encoding="utf-8").stdout
    sheets = int(re.search(r"^Pages: +(\d+)", pages, re.M)[1])
    if sum(more.values()) > 60 * sheets:
        print(f"more than the slug says: {dict(more)}")
    sys.exit(bool(lost) or sum(more.values()) > 60 * sheets)


main()
