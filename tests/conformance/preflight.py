"""Judges files for the press as a printer's preflight does, by programs that this project has no part in.

    preflight.py FILE-press.pdf...            one line for each check of each file; exits with 1 if any failed
    preflight.py --twins FILE-press.pdf       breaks the file on purpose, once for each check, and wants that check to fail

`mutool trace` tells the colour space, the inks and the overprint of every object, Ghostscript's `tiffsep` the ink on the
sheet, pikepdf the boxes, the fonts and the printing condition. (`inkcov` would call a file in RGB fine.)
"""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import numpy
import pikepdf
from PIL import Image

TEXT_LIMIT = 240  # percent of ink in type
TOTAL_LIMIT = 300  # percent of ink anywhere but in the crop marks
BLEED = 8.5  # 3 mm, the smaller of the two that are usual
SAFE = 12  # type keeps this far from the trim
PPI = 50  # enough to see how much ink lies on an area


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def numbers(text):
    return [float(n) for n in text.split()]


class Sheet:
    """One page, traced."""

    def __init__(self, page, trace):
        box = lambda name: [float(n) for n in page.get(name, page["/MediaBox"])]
        self.media, self.crop = box("/MediaBox"), box("/CropBox")
        self.bleed, self.trim = box("/BleedBox"), box("/TrimBox")
        self.has_art_box = "/ArtBox" in page
        self.page, self.trace = page, trace

    def place(self, item, x, y):
        """A point of an object in the coordinates of the page, from its foot."""
        a, b, c, d, e, f = numbers(item.get("transform"))
        return a * x + c * y + e, self.media[3] - (b * x + d * y + f)

    def texts(self):
        """Every stretch of type: its object, its size, and where its letters stand."""
        for item in self.trace.iter("fill_text"):
            for span in item.iter("span"):
                at = [self.place(item, float(g.get("x")), float(g.get("y"))) for g in span.iter("g")]
                if at:
                    yield item, abs(numbers(span.get("trm"))[3]), span.get("font"), at

    def inside_trim(self, at):
        left, foot, right, top = self.trim
        return all(left <= x <= right and foot <= y <= top for x, y in at)


class Job:
    def __init__(self, file):
        self.file, self.pdf = file, pikepdf.open(file)
        root = ET.fromstring(run("mutool", "trace", str(file)))
        self.sheets = [Sheet(page.obj, trace) for page, trace in zip(self.pdf.pages, root.iter("page"))]
        intents = self.pdf.Root.get("/OutputIntents", [])
        self.intents = [intent for intent in intents if intent.get("/S") == "/GTS_PDFX"]
        self.profile = next((i["/DestOutputProfile"] for i in self.intents if "/DestOutputProfile" in i), None)


def boxes(job):
    """boxes lie in each other, and it bleeds on all sides"""
    for n, sheet in enumerate(job.sheets, 1):
        inner = lambda a, b: a[0] <= b[0] and a[1] <= b[1] and a[2] >= b[2] and a[3] >= b[3]
        if sheet.media != sheet.crop or not (inner(sheet.media, sheet.bleed) and inner(sheet.bleed, sheet.trim)):
            yield f"page {n}: media {sheet.media}, crop {sheet.crop}, bleed {sheet.bleed}, trim {sheet.trim}"
        margins = [abs(a - b) for a, b in zip(sheet.bleed, sheet.trim)]
        if min(margins) < BLEED or sheet.has_art_box:
            yield f"page {n}: bleeds by {margins}, ArtBox: {sheet.has_art_box}"


def colors(job):
    """every object is in inks; without a profile pictures may be in a named RGB"""
    for n, sheet in enumerate(job.sheets, 1):
        for item in sheet.trace.iter():
            space = item.get("colorspace")
            is_picture = item.tag in ("fill_image", "image")
            if space in (None, "DeviceCMYK") or (is_picture and space == "DeviceGray"):
                continue
            # mutool calls named RGB DeviceRGB too: see below.
            if not (is_picture and job.profile is None):
                yield f"page {n}: a {item.tag} is in {space}"
    for thing in job.pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            if thing["/ColorSpace"] == "/DeviceRGB":
                yield "a picture is in RGB and does not say which"


def black_type(job):
    """running text is black alone and overprints; other type knocks out"""
    for n, sheet in enumerate(job.sheets, 1):
        for item, size, font, at in sheet.texts():
            inks, over = numbers(item.get("color")), item.get("op") == "1"
            if len(inks) != 4:
                continue
            only_black = inks[:3] == [0, 0, 0] and inks[3] == 1
            if only_black != over:
                yield f"page {n}: {font} {size} pt at {at[0]} of inks {inks} {'overprints' if over else 'knocks out'}"
            if over and item.get("opm") != "1":
                yield f"page {n}: {font} {size} pt overprints in mode 0"
            if size < 12 and sum(ink > 0 for ink in inks) > 1:
                yield f"page {n}: {font} {size} pt at {at[0]} is small and of several inks, {inks}"
            if 100 * sum(inks) > TEXT_LIMIT + 0.5:
                yield f"page {n}: {font} {size} pt has {100 * sum(inks):.0f} % ink"


def white(job):
    """white never overprints"""
    for n, sheet in enumerate(job.sheets, 1):
        for item in sheet.trace.iter():
            inks = item.get("color")
            if inks and numbers(inks) == [0, 0, 0, 0] and item.get("op") == "1":
                yield f"page {n}: a white {item.tag} overprints"


def ink(job):
    """no more ink than paper takes, the crop marks aside"""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "p%d.tif")
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{PPI}", "-o", str(out), str(job.file))
        for n, sheet in enumerate(job.sheets, 1):
            plates = [Image.open(f"{folder}/p{n}({name}).tif") for name in ("Cyan", "Magenta", "Yellow", "Black")]
            total = sum(100 - numpy.asarray(plate.convert("L"), float) / 2.55 for plate in plates)
            edge = [int(abs(a - b) / 72 * PPI) + 1 for a, b in zip(sheet.media, sheet.bleed)]
            inner = total[edge[3] : total.shape[0] - edge[1], edge[0] : total.shape[1] - edge[2]]
            if inner.max() > TOTAL_LIMIT:
                yield f"page {n}: {inner.max():.0f} % ink"


def marks(job):
    """eight crop marks on all plates stand outside the bleed"""
    for n, sheet in enumerate(job.sheets, 1):
        crops, strays = 0, []
        for item in sheet.trace.iter("stroke_path"):
            inks = numbers(item.get("color"))
            for x, y in zip(*[iter(points(sheet, item))] * 2):
                ends = (x, y)
                left, foot, right, top = sheet.bleed
                outside = all(not (left < px < right and foot < py < top) for px, py in ends)
                if inks == [1, 1, 1, 1]:
                    crops += outside
                    strays += [] if outside else [ends]
        if crops != 8 or strays:
            yield f"page {n}: {crops} crop marks outside the bleed, and within it {strays}"


def points(sheet, item):
    for point in item:
        if point.tag in ("moveto", "lineto"):
            yield sheet.place(item, float(point.get("x")), float(point.get("y")))


def safe(job):
    """type stands clear of the trim"""
    for n, sheet in enumerate(job.sheets, 1):
        left, foot, right, top = sheet.trim
        for _, size, font, at in sheet.texts():
            if sheet.inside_trim(at):
                near = [p for p in at if min(p[0] - left, right - p[0], p[1] - foot, top - p[1]) < SAFE]
                if near:
                    yield f"page {n}: {font} {size} pt comes too near to the trim at {near[0]}"


def fonts(job):
    """every font is embedded and reduced"""
    rows = run("pdffonts", str(job.file)).decode().splitlines()[2:]
    bad = [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]]
    yield from bad or ([] if rows else ["there is no font"])


def static(job):
    """nothing is clickable, transparent, active or locked"""
    root = job.pdf.Root
    for key in ("/AA", "/OpenAction", "/AcroForm", "/Names", "/StructTreeRoot"):
        if key in root:
            yield f"the file has {key}"
    if job.pdf.is_encrypted:
        yield "the file is encrypted"
    for n, sheet in enumerate(job.sheets, 1):
        if "/Annots" in sheet.page or "/Group" in sheet.page:
            yield f"page {n} has annotations or a transparency group"
    for thing in job.pdf.objects:
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            if "/SMask" in thing and thing["/SMask"] != "/None":
                yield "a soft mask"
            if any(float(thing.get(key, 1)) < 1 for key in ("/CA", "/ca") if "/Type" in thing and thing["/Type"] == "/ExtGState"):
                yield "a state that is not opaque"


def intent(job):
    """one printing condition; PDF/X-4 is claimed only with its profile"""
    if len(job.intents) != 1 or "/OutputConditionIdentifier" not in job.intents[0]:
        yield "there is not one output intent GTS_PDFX with a condition"
        return
    metadata = job.pdf.Root["/Metadata"].read_bytes().decode()
    claims = "PDF/X-4" in metadata or "/GTS_PDFXVersion" in job.pdf.docinfo
    if claims != (job.profile is not None):
        yield f"claims PDF/X: {claims}; embeds a profile: {job.profile is not None}"
    if job.profile is not None:
        data = job.profile.read_bytes()
        if job.profile["/N"] != 4 or data[12:20] != b"prtrCMYK":
            yield "the profile is not that of a press"
    elif "/RegistryName" not in job.intents[0]:
        yield "the condition names no registry"
    if job.pdf.docinfo.get("/Trapped") not in ("/True", "/False") or not job.pdf.docinfo.get("/Title"):
        yield "the file does not say what it is called, or whether it is trapped"
    if "/ID" not in job.pdf.trailer:
        yield "the file has no identifier"


CHECKS = [boxes, colors, black_type, white, ink, marks, safe, fonts, static, intent]


def judge(file):
    job, failed = Job(file), []
    for check in CHECKS:
        problems = list(check(job))
        if problems:
            failed.append(check.__name__)
        yield check, problems


def add(page, content, first=False):
    """Draws something more on a page, below or above what is there."""
    pdf = page[0]
    pdf.pages[page[1]].contents_add(pdf.make_stream(content), prepend=first)


def first_font(pdf):
    return next(f for f in pdf.objects if isinstance(f, pikepdf.Dictionary) and "/FontFile2" in f)


def type_of(pdf, state):
    """A word of type in the file's own font, after some setting."""
    name = next(iter(pdf.pages[0].resources["/Font"].keys()))
    return f"q {state} BT {name} 9 Tf 1 0 0 1 300 300 Tm <00010002> Tj ET Q".encode()


def rgb(pdf):
    add((pdf, 0), b"q 1 0 0 rg 300 300 20 20 re f Q")


def picture(pdf):
    image = pdf.make_stream(bytes(12), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=2, Height=2)
    image.BitsPerComponent, image.ColorSpace = 8, pikepdf.Name.DeviceRGB
    pdf.pages[0].resources["/XObject"] = pikepdf.Dictionary(X=image)


def annotation(pdf):
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[300, 300, 320, 320])
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(link)])


def claim(pdf):
    wrong = b"PDF/X-4" not in pdf.Root["/Metadata"].read_bytes()
    data = pdf.Root["/Metadata"].read_bytes()
    packet = data.replace(b"<pdf:Trapped>", b"<!-- PDF/X-4 --><pdf:Trapped>") if wrong else data.replace(b"PDF/X-4", b"none")
    pdf.Root["/Metadata"] = pdf.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def transparent(pdf):
    state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.5)
    pdf.pages[0].resources["/ExtGState"]["/Half"] = pdf.make_indirect(state)


def trim_outside(pdf):
    pdf.pages[0].obj["/TrimBox"] = pikepdf.Array([0, 0, 2000, 100])


def no_bleed(pdf):
    pdf.pages[1].obj["/BleedBox"] = pdf.pages[1].obj["/TrimBox"]


def lost_font(pdf):
    del first_font(pdf)["/FontFile2"]


# What breaks a file, and the check that must see it.
TWINS = {
    "an object in RGB": (colors, rgb),
    "a picture that does not say which RGB it is in": (colors, picture),
    "small type of four inks": (black_type, lambda pdf: add((pdf, 0), type_of(pdf, "/G2 gs 0.4 0.4 0.4 1 k"))),
    "black type that knocks out": (black_type, lambda pdf: add((pdf, 0), type_of(pdf, "/G2 gs 0 0 0 1 k"))),
    "white type that overprints": (white, lambda pdf: add((pdf, 0), type_of(pdf, "/G1 gs 0 0 0 0 k"))),
    "too much ink": (ink, lambda pdf: add((pdf, 0), b"q 1 1 1 1 k 300 300 40 40 re f Q")),
    "a trim outside the media": (boxes, trim_outside),
    "no bleed": (boxes, no_bleed),
    "a crop mark within the trim": (marks, lambda pdf: add((pdf, 0), b"q 1 1 1 1 K 300 300 m 330 300 l S Q")),
    "type at the trim": (safe, lambda pdf: add((pdf, 0), type_of(pdf, "/G1 gs 0 0 0 1 k").replace(b"300 300 Tm", b"300 40 Tm"))),
    "a font that is not embedded": (fonts, lost_font),
    "a link": (static, annotation),
    "a state that is not opaque": (static, transparent),
    "a wrong claim of PDF/X": (intent, claim),
    "no printing condition": (intent, lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
}


def twins(file):
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (check, breaks) in TWINS.items():
            pdf = pikepdf.open(file)
            breaks(pdf)
            twin = pathlib.Path(folder, "twin.pdf")
            pdf.save(twin)
            seen = list(check(Job(twin)))
            missed += not seen
            print(f"{'pass' if seen else 'FAIL'}  {check.__name__} sees {name}")
    return missed


def main():
    if sys.argv[1] == "--twins":
        sys.exit(bool(twins(sys.argv[2])))
    failed = False
    for file in sys.argv[1:]:
        for check, problems in judge(file):
            failed |= bool(problems)
            name = f"{file}: {check.__doc__.splitlines()[0]}"
            print(f"{'FAIL' if problems else 'pass'}  {name}")
            for problem in problems[:8]:
                print(f"      {problem}")
    sys.exit(failed)


main()
