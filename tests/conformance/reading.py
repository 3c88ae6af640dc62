"""Reads a brochure as a stranger's program does, and says what is wrong with what it hears.

    reading.py FILE.pdf [PHRASES.txt]

`pdftotext -raw` gives the words in the order of the file, which is the order of the tags. Every line of PHRASES.txt
must be among them, in that order. Ligatures, accents and quotes must come out as the letters that they are.
"""

import re
import subprocess
import sys
import unicodedata


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


# pdftotext says itself where it turns the direction of text, and marks of Arabic stand in the order of their author.
TURNS = re.compile("[\u202a-\u202e]")
ARABIC_MARKS = re.compile("[\u064b-\u0652]")


def bad_letters(text):
    text = ARABIC_MARKS.sub("", TURNS.sub("", text))
    for letter in sorted(set(text) - set("\n\f")):
        kind = unicodedata.category(letter)
        if kind in ("Cc", "Cf", "Co", "Cn", "Cs") or letter == "\ufffd" or "\ufb00" <= letter <= "\ufb4f":
            place = squeeze(text[max(0, text.index(letter) - 20) : text.index(letter) + 20])
            yield f"U+{ord(letter):04X} comes out of the text near {place!r}"
    if text != unicodedata.normalize("NFC", text):
        yield "an accent comes out apart from its letter"


def out_of_order(text, phrases):
    text, at, before = squeeze(TURNS.sub("", text)), 0, "the beginning"
    for phrase in phrases:
        found = text.find(phrase, at)
        if found < 0:
            where = "before" if phrase in text else "nowhere, let alone after"
            yield f"{phrase!r} is {where} {before!r}"
        else:
            at, before = found + len(phrase), phrase


def fonts(pdf):
    rows = run("pdffonts", pdf).splitlines()[2:]
    if not rows:
        yield "the file has no font"
    for row in rows:
        # emb, sub and uni are the last words before the object's number and generation.
        if row.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield f"a font is not embedded, not a subset, or does not say its letters: {row}"


def main():
    pdf, *rest = sys.argv[1:]
    text = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")
    problems = [*bad_letters(text), *fonts(pdf)]
    if len(text.split()) < 50:
        problems.append("hardly a word comes out of it")
    for path in rest:
        with open(path, encoding="utf-8") as file:
            phrases = [squeeze(line) for line in file if line.strip() and not line.startswith("#")]
        problems += out_of_order(text, phrases)
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
