"""Breaks a brochure for the screen on purpose, in every way that a reader or an archive would suffer from.

    broken.py FILE.pdf FOLDER      writes a file for each fault into the folder, named after the fault

None of them may pass PDF/UA-1 and PDF/A-2a: if one does, the judge is blind.
"""

import pathlib
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name


def elements(pdf, kind):
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary) and thing.get("/Type") == "/StructElem" and thing.get("/S") == f"/{kind}"
    ]


def drop(thing, key):
    del thing[key]


def metadata(pdf, old, new):
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet, old
    stream = pdf.make_stream(packet.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = stream


def links(pdf):
    return [link for page in pdf.pages for link in page.obj.get("/Annots", [])]


def untagged(pdf):
    page = pdf.pages[0]
    page.contents_add(pdf.make_stream(b"q 0 0 0 rg 10 10 5 5 re f Q"))


def no_program(pdf):
    drop(next(f for f in pdf.objects if isinstance(f, Dictionary) and "/FontFile2" in f), "/FontFile2")


def no_letters(pdf):
    for font in pdf.objects:
        if isinstance(font, Dictionary) and "/ToUnicode" in font:
            drop(font, "/ToUnicode")


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def transparency(pdf):
    state = pdf.make_indirect(Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Alpha), BM=Name.Foo))
    pdf.pages[0].resources["/ExtGState"] = Dictionary(Half=state)
    pdf.pages[0].contents_add(pdf.make_stream(b"/Artifact BMC q /Half gs 0 0 5 5 re f Q EMC"))


def inks(pdf):
    pdf.pages[0].contents_add(pdf.make_stream(b"/Artifact BMC q 0 0 0 1 k 0 0 5 5 re f Q EMC"))


def list_without_items(pdf):
    elements(pdf, "LI")[0].S = Name.P


def skipped_level(pdf):
    elements(pdf, "H2")[0].S = Name.H4


FAULTS = {
    "a figure without words": lambda pdf: drop(elements(pdf, "Figure")[0], "/Alt"),
    "no language": lambda pdf: drop(pdf.Root, "/Lang"),
    "no title in its window": lambda pdf: drop(pdf.Root, "/ViewerPreferences"),
    "no structure": lambda pdf: drop(pdf.Root, "/StructTreeRoot"),
    "not marked as tagged": lambda pdf: drop(pdf.Root, "/MarkInfo"),
    "content that is neither tagged nor artifact": untagged,
    "a note without an identifier": lambda pdf: drop(elements(pdf, "Note")[0], "/ID"),
    "a list with something else in it": list_without_items,
    "a heading level left out": skipped_level,
    "a link that says nothing": lambda pdf: drop(links(pdf)[0], "/Contents"),
    "a link outside the structure": lambda pdf: drop(links(pdf)[0], "/StructParent"),
    "no order of tabs": lambda pdf: [drop(page.obj, "/Tabs") for page in pdf.pages if "/Annots" in page.obj],
    "a font that is not embedded": no_program,
    "letters that cannot be read": no_letters,
    "a claim of PDF-UA that is missing": lambda pdf: metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "a claim of PDF-A that is missing": lambda pdf: metadata(pdf, b"<pdfaid:part>2</pdfaid:part>", b""),
    "no title": lambda pdf: metadata(pdf, b"dc:title", b"dc:source"),
    "no profile for its colours": lambda pdf: drop(pdf.Root, "/OutputIntents"),
    "inks on a screen": inks,
    "a script": script,
    "a soft mask without a group": transparency,
}


def main():
    file, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name, breaks in FAULTS.items():
        pdf = pikepdf.open(file)
        breaks(pdf)
        pdf.save(folder / f"{name}.pdf")


main()
