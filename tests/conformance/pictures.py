"""Compares pages of brochures with small pictures of them that somebody has looked at.

    pictures.py FOLDER [--approve]     FOLDER is what `tests/conformance/printed` publishes

A picture is a page at 18 dots an inch, drawn by poppler. It may differ a little, as rasterisers do and as changed words
do; a panel without its ground or its ornament, or in another colour, differs a lot. After a change that was
meant, look at the pages, then run `KEEP=/tmp/printed tests/conformance/printed` and this with `--approve`.
"""

import pathlib
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

APPROVED = pathlib.Path(__file__).parent / "pictures"
# Which editions, and which file of each.
EDITIONS = [
    (f"trifold-letter-{design}", "spine-cancer", suffix) for design in ("bold", "calm", "warm") for suffix in ("", "-press")
]
CELL = 12  # pixels: two thirds of an inch
MEAN, WORST = 10, 48  # of 255: the tone of the page's cells on the average, and of the worst


def pages(file, folder):
    subprocess.run(["pdftoppm", "-r", "18", "-png", str(file), str(folder / "page")], check=True)
    return [Image.open(page).convert("RGB") for page in sorted(folder.glob("page*.png"))]


def differences(page, approved):
    if page.size != approved.size:
        return f"it is {page.size}, and was {approved.size}"
    gap = numpy.abs(tones(page) - tones(approved)).mean(axis=2)
    if gap.mean() > MEAN or gap.max() > WORST:
        row, column = numpy.unravel_index(gap.argmax(), gap.shape)
        return f"differs by {gap.mean():.1f} in all, by {gap.max():.0f} at {column * CELL * 4}, {row * CELL * 4} pt"
    return None


def tones(page):
    """The tone of every cell: where lines of text end does not matter, what ground they stand on does."""
    pixels = numpy.asarray(page, float)
    rows, columns = (length // CELL for length in pixels.shape[:2])
    cells = pixels[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL, 3)
    return cells.mean(axis=(1, 3))


def main():
    out, approve = pathlib.Path(sys.argv[1]), "--approve" in sys.argv
    failed = compared = 0
    for edition, service, suffix in EDITIONS:
        found = sorted((out / edition).glob(f"{service}/*/{service}{suffix}.pdf"))
        if not found:
            # What does not fit is refused, and reported where it is published.
            continue
        with tempfile.TemporaryDirectory() as folder:
            for number, page in enumerate(pages(found[0], pathlib.Path(folder)), 1):
                name = f"{edition}{suffix}-{number}.png"
                if approve:
                    APPROVED.mkdir(exist_ok=True)
                    page.quantize(64).save(APPROVED / name, optimize=True)
                    continue
                if not (APPROVED / name).exists():
                    print(f"note  {name} is new: nobody has approved it yet")
                    continue
                problem = differences(page, Image.open(APPROVED / name).convert("RGB"))
                compared += 1
                failed += problem is not None
                print(f"{'FAIL' if problem else 'pass'}  {name} looks as approved{': ' + problem if problem else ''}")
    if not approve and compared and not failed and not sees_a_change():
        failed += 1
    sys.exit(failed > 0)


def sees_a_change():
    """A page that lost a part of what is on it must be told from the approved one."""
    page = Image.open(sorted(APPROVED.glob("*-press-1.png"))[0]).convert("RGB")
    twin = page.copy()
    width, height = page.size
    twin.paste((255, 255, 255), (width * 2 // 3, height // 2, width, height))
    seen = differences(twin, page) is not None
    print(f"{'pass' if seen else 'FAIL'}  a cover without its lower half is seen")
    return seen


main()
