"""Values of the vocabularies in, the phrases that a brief tells them in out; and the words a brief never uses itself.

Phrases are data: `words.toml`. A value without a phrase is told as it stands, its hyphens and underscores as blanks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.schema.data import read_data

__all__ = ["bounds_words", "likelihood_words", "phrase", "plain", "plural", "sections", "standings"]

_ODD = {"\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
"""What turns the direction of writing: in a quote it could make a line read as another."""


@cache
def _table() -> dict[str, dict[str, Any]]:
    table = read_data("sayso.report", "words.toml")
    for section, entries in table.items():
        kind = list if section == "standings" else str
        wrong = [key for key, value in entries.items() if not isinstance(value, kind)]
        if wrong:
            raise ValueError(f"words.toml [{section}]: {', '.join(wrong)} must be of type {kind.__name__}")
    placed = [state for states in table["standings"].values() for state in states]
    if sorted(placed) != sorted(table["fulfilments"]):
        raise ValueError("words.toml [standings] must hold every state of [fulfilments] once")
    return table


def phrase(section: str, value: str | None) -> str:
    """The phrase for a value of a vocabulary.

    >>> phrase("acts", "denial"), phrase("scopes", "part"), phrase("slots", "houses_burnt"), phrase("acts", None)
    ('denies', 'a part of it', 'houses burnt', '')
    """
    if not value:
        return ""
    told = _table()[section].get(value)
    return str(told) if told is not None else re.sub("[-_]", " ", plain(value))


def sections() -> frozenset[str]:
    """The names of the vocabularies that have phrases.

    >>> "verdicts" in sections()
    True
    """
    return frozenset(_table())


def standings() -> dict[str, list[str]]:
    """How promises are grouped: each heading with its states of fulfilment, in order.

    >>> standings()["Open"]
    ['in_effect', 'made', 'demanded', 'no_data']
    """
    return dict(_table()["standings"])


def bounds_words(low: int | None, high: int | None) -> str:
    """A number that is known between bounds, in words.

    >>> [bounds_words(*one) for one in ((3, 3), (11, None), (None, 5), (2, 11), (None, None))]
    ['3', 'at least 11', 'at most 5', '2 to 11', 'a number left open']
    """
    if low is None and high is None:
        return "a number left open"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"at most {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "report"), plural(1200, "report"), plural(2, "copy", "copies")
    ('1 report', '1,200 reports', '2 copies')
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


@cache
def _likelihood() -> re.Pattern[str]:
    lines = files("sayso.report").joinpath("likelihood.txt").read_text("utf-8").splitlines()
    listed = [re.escape(line) for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(sorted(listed, key=len, reverse=True))})\b", re.IGNORECASE)


def likelihood_words(text: str) -> list[str]:
    """The words of a text that tell how probable a thing is (ICD-203): a brief's own words must have none.

    >>> likelihood_words("The shelling was probably theirs, almost certainly."), likelihood_words("X denies it.")
    (['probably', 'almost certainly'], [])
    """
    return [found[0].lower() for found in _likelihood().finditer(text)]


def plain(text: str) -> str:
    r"""A text on one line, with a mark in place of what steers a screen, a page or the direction of writing.

    >>> plain("The\n\n bridge\x1b[31m \u202egate")
    'The bridge�[31m �gate'
    """
    flat = " ".join(text.split())
    return "".join("�" if c in _ODD or unicodedata.category(c) in ("Cc", "Co", "Cs", "Cn") else c for c in flat)
