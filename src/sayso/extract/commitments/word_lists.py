"""The word lists of words.toml: a module's name and a list's in, its words out."""

from __future__ import annotations

from functools import cache

from sayso.schema.data import read_data

__all__ = ["listed"]


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """A list of words by which a rule goes.

    >>> "ceasefire" in listed("nouns", "peace")
    True
    """
    return frozenset(read_data("sayso.extract.commitments", "words.toml")[table][name].split())
