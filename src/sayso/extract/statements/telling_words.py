"""The words of `telling.toml` as sets: nouns in which words are told, and what shows whose they are."""

from __future__ import annotations

from functools import cache

from sayso.schema.data import read_data

__all__ = ["listed"]


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """One list of `telling.toml`, lower case.

    >>> "allegation" in listed("noun", "that")
    True
    """
    return frozenset(read_data("sayso.extract.statements", "telling.toml")[table][name].split())
