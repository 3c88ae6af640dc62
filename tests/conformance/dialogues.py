#!/usr/bin/env python3
"""tests/conformance/dialogues.py COMMAND...   holds scripts as data against their schema, and scripts as speech against XML.

Publishes the examples and the corpus, drafts too, whole and in parts. Each `.dialogue.json` must be valid by
`schema dialogue`, and no longer so once a step has lost its name; each `.ssml` must be well-formed and of the portable
subset. COMMAND is how the command `serviceline` is called. Needs jsonschema.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = sys.argv[1:]
CONTENT = ("examples/content", "tests/corpus/small", "tests/corpus/languages", "tests/corpus/as-received")
PARTS = ("[steps, answers, facts]", "[steps]", "[answers]", "[facts]")
NAMESPACE = "{http://www.w3.org/2001/10/synthesis}"
SUBSET = {NAMESPACE + name for name in ("speak", "mark", "p", "s", "break", "emphasis")}


def serviceline(*arguments):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, cwd=ROOT, check=True).stdout


def publish(content, parts, folder):
    shutil.copytree(ROOT / content, folder / "content")
    (folder / "content" / "serviceline.yaml").write_text(f"script: {{ json: true, ssml: true, parts: {parts} }}\n")
    out = str(folder / "out")
    serviceline("build", str(folder / "content"), "--out", out, "--channel", "script", "--date", "2026-11-24", "--draft")
    return sorted((folder / "out").rglob("*"))


def data_problems(validator, file):
    call = json.loads(file.read_text(encoding="utf-8"))
    problems = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(call)]
    del call["steps"][0]["id"]
    if validator.is_valid(call):
        problems.append("the schema accepts a step without a name")
    return problems


def speech_problems(file):
    try:
        root = xml.etree.ElementTree.parse(file).getroot()
    except xml.etree.ElementTree.ParseError as error:
        return [str(error)]
    return [f"{element.tag} is not of the portable subset" for element in root.iter() if element.tag not in SUBSET]


def main():
    schema = json.loads(serviceline("schema", "dialogue"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    passed, failed = 0, 0
    for content in CONTENT:
        for parts in PARTS:
            with tempfile.TemporaryDirectory() as folder:
                for file in publish(content, parts, pathlib.Path(folder)):
                    if file.name.endswith(".dialogue.json"):
                        problems = data_problems(validator, file)
                    elif file.suffix == ".ssml":
                        problems = speech_problems(file)
                    else:
                        continue
                    passed, failed = passed + (not problems), failed + bool(problems)
                    for problem in problems:
                        print(f"{content} {parts} {file.name}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or passed < 40 else 0


if __name__ == "__main__":
    sys.exit(main())
