"""The words and patterns of `phrases.toml`, loaded once: what heads and feet of plain texts say."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sayso.schema.data import read_data

__all__ = ["examples", "field_of", "fits", "words"]

LONGEST = 420
"""Lines longer than this are prose; no pattern is tried on them, so that time stays linear."""


def _tables() -> dict[str, Any]:
    return read_data(__package__, "phrases.toml")


@cache
def words(name: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(_tables()["words"][name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    # (?i) inside one alternative must not reach the others: flags are made local to their group.
    parts = [row["pattern"] for row in _tables()["patterns"][name]]
    local = [f"(?i:{part[4:]})" if part.startswith("(?i)") else f"(?:{part})" for part in parts]
    return re.compile("|".join(local))


def fits(name: str, line: str) -> bool:
    """Does the whole line read as one of the patterns of that name?"""
    return len(line) <= LONGEST and _pattern(name).fullmatch(line) is not None


@cache
def _fields() -> dict[str, str]:
    return {key: name for name, keys in _tables()["fields"].items() for key in keys}


def field_of(key: str) -> str | None:
    """The metadata field that a key at the head of a text names.

    >>> field_of("Headline")
    'title'
    """
    return _fields().get(key.strip().lower())


def examples() -> list[tuple[str, str, str]]:
    """Every pattern with its name and example: (name, pattern, example)."""
    return [(name, row["pattern"], row["example"]) for name, rows in _tables()["patterns"].items() for row in rows]
