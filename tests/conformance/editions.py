"""Writes the examples in every format and design, and the small corpus in one format each, so that all formats occur.

    editions.py ROOT FOLDER [PROFILE.icc]      FOLDER/<name>/ is then a folder of content for `serviceline build`

A format other than the author's own takes the panel map that comes with it. One more folder brings a profile of a press, if
one is given.
"""

import pathlib
import re
import shutil
import sys


def names(folder):
    return sorted(file.stem for file in folder.glob("*.json"))


def in_format(text, name):
    """A service file with another format, and with its panel map unless the format is the author's own."""
    own = re.search(r"^  format: *(\S+)", text, re.M)
    if own and own[1] == name:
        return text
    text = re.sub(r"^  format: .*\n", "", text, flags=re.M)
    text = re.sub(r"^  (panels|body_pt):.*\n(    .*\n)*", "", text, flags=re.M)
    if re.search(r"^brochure: *\n", text, re.M):
        return re.sub(r"^brochure: *\n", f"brochure:\n  format: {name}\n", text, flags=re.M)
    if re.search(r"^brochure: *\{", text, re.M):
        return re.sub(r"^brochure: *\{", f"brochure: {{ format: {name}, ", text, flags=re.M)
    return f"{text.rstrip()}\nbrochure:\n  format: {name}\n"


def write(source, target, name, design, services=None, more=""):
    shutil.copytree(source, target)
    for file in target.rglob("*.yaml"):
        if file.name in ("organization.yaml", "serviceline.yaml"):
            continue
        if services is not None and file.stem not in services:
            file.unlink()
        else:
            file.write_text(in_format(file.read_text(encoding="utf-8"), name), encoding="utf-8")
    with open(target / "serviceline.yaml", "a", encoding="utf-8") as settings:
        settings.write(f"\nbrochure:\n  design: {design}\n{more}")


def with_faces(root, target):
    """The examples in fonts of a hospital, for which built-in ones stand."""
    write(root / "examples/content", target, "handout-letter", "calm")
    for name in ("SourceSerif4-Regular", "NotoSans-Regular", "NotoSans-SemiBold"):
        shutil.copy(root / f"templates/fonts/{name}.ttf", target / "assets")
    faces = (
        "  type:\n    heading: { file: assets/SourceSerif4-Regular.ttf }\n"
        "    body: { file: assets/NotoSans-Regular.ttf, bold: assets/NotoSans-SemiBold.ttf }\n"
    )
    organization = target / "organization.yaml"
    text = organization.read_text(encoding="utf-8")
    organization.write_text(re.sub(r"(?m)^  type:\n(    .*\n)+", faces, text, count=1), encoding="utf-8")


def main():
    root, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    formats, designs = names(root / "templates/brochure/formats"), names(root / "templates/brochure/designs")
    for name in formats:
        for design in designs:
            write(root / "examples/content", out / f"{name}-{design}", name, design)
    corpus = root / "tests/corpus/small"
    small = sorted(f.stem for f in corpus.glob("*.yaml") if f.stem not in ("organization", "serviceline"))
    for n, name in enumerate(formats):
        # Every file has a turn, however many formats and files there are.
        mine = [service for m, service in enumerate(small) if m % len(formats) == n] or [small[n % len(small)]]
        write(corpus, out / f"small-{name}", name, designs[n % len(designs)], mine)
    write(root / "examples/content", out / "in-grey", "trifold-letter", designs[0], more="  ink: grey\n")
    with_faces(root, out / "with-faces")
    shutil.copytree(root / "tests/corpus/languages", out / "languages")
    if len(sys.argv) > 3:
        first = out / "with-profile"
        write(root / "examples/content", first, "trifold-letter", designs[0])
        shutil.copy(sys.argv[3], first / "assets" / "press.icc")
        organization = first / "organization.yaml"
        text = organization.read_text(encoding="utf-8").replace("\nbrand:\n", "\nbrand:\n  profile: assets/press.icc\n", 1)
        organization.write_text(text, encoding="utf-8")


main()
