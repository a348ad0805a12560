"""The words that make a commitment: every entry reads its example, and says what it may say."""

from __future__ import annotations

import pytest

from sayso.extract.commitments import lexicon
from sayso.extract.commitments.lexicon import Entry, entries
from tests.extract.commitments.reading import read


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_every_entry_reads_its_example(entry: Entry) -> None:
    [found] = read(entry.example)
    assert found.basis == entry.id
    assert entry.example[slice(*found.terms)] == entry.terms


def test_ids_are_used_once() -> None:
    ids = [entry.id for entry in entries()]
    assert len(ids) == len(set(ids))


ROW = {"id": "x", "pos": "verb", "words": ["vow"], "kind": "threat", "deed": ["noun"], "example": "", "terms": ""}


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("kind", "wish", "unknown pos, kind or deed"),
        ("deed", ["song"], "unknown pos, kind or deed"),
        ("when", "never", "unknown `when` 'never'"),
        ("nouns", ["songs"], "has no list"),
        ("colour", "red", "unknown keys"),
    ],
)
def test_a_row_that_no_rule_knows_is_refused(key: str, value: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        lexicon._entry({**ROW, key: value})
