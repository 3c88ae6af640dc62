#!/usr/bin/env python3
"""tests/conformance/schemas.py COMMAND...   holds the JSON Schemas against the loader, over every service file here.

For each service file of the examples and the corpus, the schema of a service line must accept the structure if, and
only if, the loader does. Files that are no YAML or no single document are left to the loader: a schema sees none of that.
COMMAND is how the command `serviceline` is called. Needs jsonschema and pyyaml.
"""
import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = sys.argv[1:]
# What the loader says of structure. All else is about words, references, dates that pass, and files as such.
STRUCTURE = {
    "invalid-color", "invalid-date", "invalid-id", "invalid-language", "invalid-time", "missing-field", "unknown-choice",
    "unknown-field", "wrong-type", "wrong-value",
}
BEFORE_STRUCTURE = {"alias-cycle", "duplicate-field", "empty-file", "source-too-deep", "source-too-large"}


class Loader(yaml.SafeLoader):
    """YAML as the loader reads it: a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def serviceline(*arguments):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, cwd=ROOT, check=False).stdout


def codes(file):
    lines = serviceline("check", str(file), "--format", "json", "--date", "2026-11-24").splitlines()
    problems = [json.loads(line) for line in lines if line.startswith("{")]
    return {p["code"] for p in problems if p["file"] and p["file"].endswith(file.name)}


def services():
    for folder in ("examples/content", "tests/corpus"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in (".yaml", ".json") and file.stem not in ("organization", "serviceline"):
                yield file


def main():
    schema = json.loads(serviceline("schema", "service"))
    checker = jsonschema.FormatChecker(["date"])
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
    compared, differ = 0, 0
    for file in services():
        try:
            content = yaml.load(file.read_text(encoding="utf-8"), Loader)
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError):
            continue
        found = codes(file)
        if found & BEFORE_STRUCTURE:
            continue
        compared += 1
        accepted, sound = validator.is_valid(content), not found & STRUCTURE
        if accepted != sound:
            differ += 1
            verdict = "accepts" if accepted else "refuses"
            print(f"the schema {verdict} {file.relative_to(ROOT)}, of which the loader says {sorted(found)}")
    print(f"{compared - differ} passed, {differ} failed")
    return 1 if differ or compared < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
