"""Kinds of names as the newswire corpus tells them apart in; OntoNotes labels, which spaCy's users know, out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.schema.data import read_data

__all__ = ["label_of"]

LABELS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "NORP": "NORP",
    "Facility": "FAC",
    "Date": "DATE",
    "Money": "MONEY",
    "Product": "PRODUCT",
    "Misc": "MISC",
}


def label_of(kind: str, words: Sequence[str]) -> str:
    """The OntoNotes label of a name; a Location with a word of nature or a continent is LOC, any other GPE.

    >>> label_of("Location", ["Strait", "of", "Hormuz"]), label_of("Location", ["Chaman"]), label_of("NORP", ["Afghan"])
    ('LOC', 'GPE', 'NORP')
    """
    if kind != "Location":
        return LABELS[kind]
    low = [word.lower() for word in words]
    if " ".join(low).removeprefix("the ") in _words("governed") or _is_state(low):
        return "GPE"
    return "LOC" if not _words("nature").isdisjoint(low) else "GPE"


def _is_state(words: Sequence[str]) -> bool:
    """`South Korea`, `North Carolina`, `West Bengal`: a point of the compass before one name."""
    return len(words) == 2 and words[0] in _words("compass") and words[1] not in _words("nature")


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(read_data("sayso.language", "names.toml")[name])
