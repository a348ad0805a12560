"""Where a text speaks of time at all: a text in, the short stretches made of words of time out.

One pass over the words, one look-up each; the patterns then read only the stretches that hold a head (a month, a
unit, a year ...), which is what makes the tagger fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.times.kinds import kinds

__all__ = ["Run", "runs"]

_TOKEN = re.compile(r"\d[\d:/.,–—-]*\d|\d|[^\W\d_]+")
_GAP = re.compile(r"(?!\s*\n\s*\n)[\s,.\-–—‑/'’()|]{0,3}")
_YEAR = re.compile(r"1\d{3}|20\d\d|21\d\d")
_MARK = re.compile(r"[:/–—-]|\d[.,]\d")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words of time, and what kinds of them are in it."""

    start: int
    end: int
    kinds: frozenset[str]


def runs(text: str) -> Iterator[Run]:
    """The stretches of a text that may hold time expressions, in order, none touching the next.

    >>> [(found.start, found.end) for found in runs("They met on 3 May 2024 in Oslo, and twice since.")]
    [(9, 25)]
    """
    known = kinds()
    start = end = -1
    seen: set[str] = set()
    for token in _TOKEN.finditer(text):
        word = token[0]
        kind = known.get(word.lower()) if word[0].isalpha() else _figure(word, text[token.end() : token.end() + 1])
        if kind is None:
            if seen:
                yield from _closed(start, end, seen)
                seen = set()
            continue
        at = token.start()
        if seen and not _GAP.fullmatch(text, end, at):
            yield from _closed(start, end, seen)
            seen = set()
        if not seen:
            start = at
        seen.add(kind)
        end = token.end()
    if seen:
        yield from _closed(start, end, seen)


def _closed(start: int, end: int, seen: set[str]) -> Iterator[Run]:
    if not seen <= {"joint", "number"}:
        yield Run(start, end, frozenset(seen))


def _figure(word: str, behind: str) -> str:
    if behind == "s" and word[-1] == "0":
        return "decade"
    if _YEAR.fullmatch(word):
        return "year"
    return "figures" if _MARK.search(word) else "number"
