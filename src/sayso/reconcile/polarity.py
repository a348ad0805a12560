"""The words of a statement in; whether it says that something is not so, and whether it only points, out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.reconcile.spelling import folded
from sayso.schema.data import read_data

__all__ = [
    "admits",
    "calls_false",
    "disowns",
    "is_turned",
    "names_its_target",
    "points_at",
    "takes_in_all",
    "withdraws",
]

_TARGET = re.compile(
    r"\b(?:accusations?|allegations?|assertions?|claims?|reports?|rumou?rs?|speculations?|suggestions?|talk)\s(?:about|of|that)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_data("sayso.reconcile", "polarity.toml")[name])


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_table('idle'), key=len, reverse=True))})\b", re.I)


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


@lru_cache(maxsize=20_000)
def is_turned(text: str) -> bool:
    """Does a text say that something is not so?

    >>> is_turned("No round left the ridge"), is_turned("not only the bridge was hit"), is_turned("the bridge was hit")
    (True, False, False)
    """
    return bool(_table("turning").intersection(_words(_idle().sub(" ", text))))


@lru_cache(maxsize=20_000)
def calls_false(text: str) -> bool:
    """Does a text call something said untrue?

    >>> calls_false("It is a fabrication that the bridge fell"), calls_false("the bridge fell")
    (True, False)
    """
    return bool(_table("calling").intersection(_words(text)))


def admits(cue: str) -> bool:
    """Does a word of speech tell that somebody owns up to something?

    >>> admits("acknowledged"), admits("confirmed")
    (True, False)
    """
    return bool(_table("admitting").intersection(_words(cue)))


def withdraws(cue: str) -> bool:
    """Does a word of speech tell that somebody takes back what they said?

    >>> withdraws("withdrew"), withdraws("denied")
    (True, False)
    """
    return bool(_table("withdrawing").intersection(_words(cue)))


@cache
def _disowning() -> re.Pattern[str]:
    phrases = sorted(_table("disowning"), key=len, reverse=True)
    return re.compile(rf"^\W*(?:{'|'.join(phrases)})\b", re.I)


@lru_cache(maxsize=20_000)
def disowns(text: str) -> bool:
    """Is what is denied that somebody did a deed, which the words name little of?

    >>> disowns("any part in the raid"), disowns("having led it"), disowns("that shells fell")
    (True, True, False)
    """
    return bool(_disowning().search(text))


@lru_cache(maxsize=20_000)
def names_its_target(text: str) -> bool:
    """Does what is denied stand in the words themselves: `rumours of a coup`?

    >>> names_its_target("the rumours of a coup"), names_its_target("the report")
    (True, False)
    """
    return bool(_TARGET.search(text))


@lru_cache(maxsize=20_000)
def points_at(text: str) -> bool:
    """Does a text name no matter of its own, but point at what was said?

    >>> points_at("that account"), points_at("the list was false"), points_at("everything")
    (True, False, True)
    """
    rest = set(_words(text)).difference(_table("calling"), _table("turning"), _table("filling"))
    return bool(rest) and rest <= _table("pointing")


@lru_cache(maxsize=20_000)
def takes_in_all(text: str) -> bool:
    """Does what points take in all that somebody said, not one point of it?"""
    return points_at(text) and bool(_table("whole").intersection(_words(folded(text))))
