"""Entries of a scope are met as whole words, in any letter case, over any white space."""

import pytest

from sayso.extract.scope.mentions import mentioned


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("Karo", "KARO is quiet.", "karo"),
        ("Karo", "The karoshi debate", None),
        ("Karo", "Karo’s council met.", "karo"),
        ("High  Council", "the high\n council met", "high council"),
        ("St. Anne", "in st. anne today", "st. anne"),
        ("Straße", "auf der STRASSE", "strasse"),
        ("U.N.", "the U.N. said", "u.n."),
        ("a.c", "abc", None),
        (" ", "anything at all", None),
    ],
)
def test_an_entry_is_met_as_whole_words(entry: str, text: str, found: str | None) -> None:
    assert mentioned((entry,), None, text) == found


def test_the_title_counts() -> None:
    assert mentioned(("Karo",), "Karo votes", "Polls opened at dawn.") == "karo"


def test_the_longer_of_two_entries_is_named() -> None:
    assert mentioned(("Karo", "Karo Delta"), None, "in the Karo Delta") == "karo delta"
