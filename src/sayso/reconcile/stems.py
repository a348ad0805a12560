"""A word in, its stem out: what the forms of a word and the nouns made of it share.

A few endings and a table of the forms that endings do not tell; no dictionary, so that it is fast and always the same.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.reconcile.spelling import folded
from sayso.schema.data import read_data

__all__ = ["stem"]

_ENDINGS = (
    ("ations", "at", 4),
    ("ation", "at", 4),
    ("ances", "", 4),
    ("ance", "", 4),
    ("ences", "", 4),
    ("ence", "", 4),
    ("ments", "", 4),
    ("ment", "", 4),
    ("tions", "t", 4),
    ("tion", "t", 4),
    ("sions", "s", 4),
    ("sion", "s", 4),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ied", "y", 2),
    ("ies", "y", 2),
    ("ed", "", 3),
    ("es", "", 3),
    ("s", "", 3),
)
"""An ending, what takes its place, and how many letters must stand before it."""


_SHORTEST = 4
"""Shorter words have no ending to lose."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word.

    >>> [stem(word) for word in ("releases", "released", "compensation", "stopped", "freed", "Rovik’s")]
    ['releas', 'releas', 'compensat', 'stop', 'fre', 'rovik']
    """
    low = folded(word.removesuffix("'s").removesuffix("’s"))
    low = _stripped(_irregular().get(low, low))
    same = _same().get(low)
    return _stripped(same) if same else low


def _stripped(low: str) -> str:
    """A word without its ending."""
    if len(low) < _SHORTEST:
        return low
    for ending, instead, least in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= least and not low.endswith("ss"):
            low = low[: -len(ending)] + instead
            break
    low = low.removesuffix("e") if len(low) >= _SHORTEST else low
    return low[:-1] if len(low) >= _SHORTEST and low[-1] == low[-2] and low[-1] not in "aeiou" else low


@cache
def _same() -> dict[str, str]:
    table: dict[str, str] = read_data("sayso.reconcile", "matter.toml")["same"]
    return {_stripped(word): stands for word, stands in table.items()}


@cache
def _irregular() -> dict[str, str]:
    return dict(read_data("sayso.reconcile", "matter.toml")["stems"])
