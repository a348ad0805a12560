"""words.toml: every list is asked for by the rules, or named by an entry."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from sayso.schema.data import read_data

PACKAGE = "sayso.extract.commitments"
WORDS = read_data(PACKAGE, "words.toml")
SOURCE = "\n".join(
    path.read_text("utf-8") for path in files(PACKAGE).iterdir() if path.name.endswith(".py") and path.is_file()
)
ASKED = set(re.findall(r'listed\(\s*"(\w+)",\s*"(\w+)"', SOURCE))
NAMED = {("nouns", name) for row in read_data(PACKAGE, "entries.toml")["entry"] for name in row.get("nouns", ())}


@pytest.mark.parametrize(("table", "name"), [(table, name) for table in WORDS for name in WORDS[table]])
def test_every_list_is_used(table: str, name: str) -> None:
    assert (table, name) in ASKED | NAMED


def test_what_is_asked_for_is_there() -> None:
    assert all(name in WORDS[table] for table, name in ASKED)
