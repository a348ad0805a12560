"""Small things that makers of rows share: ids of rows derived from others, and spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

__all__ = ["derived_id", "earliest", "span"]


def derived_id(kind: str, *told: str) -> str:
    """The id of a row that is derived from others.

    >>> derived_id("c", "s-1") == derived_id("c", "s-1") != derived_id("c", "s-2")
    True
    """
    return f"{kind}-{sha256(chr(0).join(told).encode()).hexdigest()[:16]}"


def earliest(days: Iterable[str]) -> str:
    """The first of dates of ISO 8601, empty where none is told.

    >>> earliest(["", "2026-02-01", "2026-01"])
    '2026-01'
    """
    return min((day for day in days if day), default="")


def span(text: str, start: int, end: int) -> dict[str, int | str]:
    """A stretch of an article's text as rows hold it.

    >>> span("a bridge", 2, 8)
    {'start': 2, 'end': 8, 'quote': 'bridge'}
    """
    return {"start": start, "end": end, "quote": text[start:end]}


def each_once(values: Iterable[str]) -> list[str]:
    """Values in their order, each once, none empty."""
    return list(dict.fromkeys(value for value in values if value))


def most_common(values: Sequence[str]) -> str:
    """The value met most often, of two as often the first in order; empty where there is none."""
    told = [value for value in values if value]
    return min(told, key=lambda value: (-told.count(value), value)) if told else ""
