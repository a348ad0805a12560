"""The small words of `words.toml` and `states.txt`, as sets that the rules look words up in."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = [
    "ADVERB", "AUXILIARY", "CONJUNCTION", "DETERMINER", "OPEN", "PREPOSITION", "PRONOUN", "RELATIVE", "SUBORDINATE",
    "classes", "states", "words",
]  # fmt: skip

OPEN, DETERMINER, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATE, CONJUNCTION, AUXILIARY, ADVERB = range(9)
"""Classes of words; OPEN is every word that no list names."""

_NAMES = ("determiner", "preposition", "pronoun", "relative", "subordinate", "conjunction", "auxiliary", "adverb")


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


@cache
def words(table: str, name: str) -> frozenset[str]:
    """One list of `words.toml`, lower case.

    >>> "monday" in words("cue", "weekday")
    True
    """
    return frozenset(_tables()[table][name].split())


@cache
def classes() -> dict[str, int]:
    """Word to class; a word that stands in two lists has the class of the first."""
    out: dict[str, int] = {}
    for number, name in enumerate(_NAMES, start=1):
        for word in _tables()["class"][name].split():
            out.setdefault(word, number)
    return out


@cache
def states() -> frozenset[str]:
    """Names of states, and of capitals and seats that stand for them."""
    text = files(__package__).joinpath("states.txt").read_text("utf-8")
    return frozenset(name.replace("_", " ") for name in text.split())
