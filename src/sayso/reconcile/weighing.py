"""Words in, what tells them out: a stem that forms of a word share, and how much the word says about what is told.

A word says more the fewer texts hold it. In how many texts of three open corpora each stem stands is a table that is
shipped (`words.tsv`), not counted in the pile: so the likeness of two rows does not change when a third one comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from math import log

__all__ = ["stem", "weight", "words_in"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT = 4
"""Words of fewer letters have no ending to lose."""


def words_in(text: str) -> Iterator[str]:
    """The words and numbers of a text, in order.

    >>> list(words_in("It's 23-year-old news: O'Neill’s."))
    ["It's", '23', 'year', 'old', 'news', "O'Neill’s"]
    """
    return (found.group() for found in _WORD.finditer(text))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What forms of a word share: small letters without the endings of number, tense and possession.

    >>> [stem(word) for word in ("Shelling", "shelled", "shells", "cities", "closed", "NATO's", "stopped")]
    ['shell', 'shell', 'shell', 'city', 'clos', 'nato', 'stop']
    """
    out = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    return out if len(out) < _SHORT or out[-1].isdigit() else _unended(_singular(out))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT:
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _unended(word: str) -> str:
    if word.endswith("ied") and len(word) > _SHORT:
        return word[:-3] + "y"
    cut = 3 if word.endswith("ing") and len(word) > 5 else 2 if word.endswith("ed") and len(word) > _SHORT else 0
    out = word[: len(word) - cut]
    if cut and len(out) > 3 and out[-1] == out[-2] and out[-1] not in "lsz":
        out = out[:-1]
    return out[:-1] if out.endswith("e") and len(out) > 3 else out


@cache
def _table() -> tuple[dict[str, int], int]:
    """In how many texts each stem stands, and how many texts there are (the line without a stem)."""
    counts: dict[str, int] = {}
    for line in files("sayso.reconcile").joinpath("words.tsv").read_text("utf-8").splitlines():
        word, _, count = line.partition("\t")
        if not line.startswith("#"):
            counts[word] = int(count)
    return counts, counts.pop("")


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much a stem says: the logarithm of one over the share of texts that hold it; 7.3 for one that none holds.

    >>> round(weight("the"), 1), round(weight("polic"), 1), round(weight("armistic"), 1)
    (0.0, 2.5, 7.3)
    """
    counts, texts = _table()
    return log((texts + 1) / (counts.get(word, 0) + 1))
