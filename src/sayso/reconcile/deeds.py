"""The kinds of deeds that are promised or demanded, as data: words in, the deeds they tell out.

For each deed the events by which it is kept or broken, and the words that tell that it is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sayso.reconcile.stems import stem
from sayso.schema.data import read_data
from sayso.schema.plover import roots

__all__ = ["Deed", "deeds", "deeds_among", "done_among", "tells"]

Phrase = frozenset[str]

_REQUIRED = {"acts"}
_OPTIONAL = {"things", "keeps", "breaks", "done", "ends", "lasts", "broad", "counted"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


class Deed(NamedTuple):
    """A kind of deed; phrases are sets of stems that must all be there, events `ROOT` or `ROOT.mode`."""

    name: str
    acts: frozenset[Phrase]
    things: frozenset[str]
    keeps: frozenset[str]
    breaks: frozenset[str]
    done: frozenset[Phrase]
    ends: frozenset[Phrase]
    lasts: bool
    broad: bool
    counted: bool


@cache
def deeds() -> dict[str, Deed]:
    """Every kind of deed of deeds.toml; raises ValueError where a row is not valid.

    >>> "COERCE.restrict" in deeds()["open"].breaks
    True
    """
    return {name: _deed(name, row) for name, row in read_data("sayso.reconcile", "deeds.toml").items()}


def _deed(name: str, row: dict[str, object]) -> Deed:
    if not row.keys() >= _REQUIRED or row.keys() - _REQUIRED - _OPTIONAL:
        raise ValueError(
            f"deeds.toml [{name}]: fields {sorted(row)}, wanted {sorted(_REQUIRED)} and any of {_OPTIONAL}"
        )
    for event in (*_list(row, "keeps"), *_list(row, "breaks")):
        root, _, mode = event.partition(".")
        if root not in roots() or (mode and mode not in roots()[root].modes):
            raise ValueError(f"deeds.toml [{name}]: {event!r} is no root or mode of PLOVER")
    return Deed(
        name=name,
        acts=_phrases(_list(row, "acts")),
        things=frozenset(stem(word) for word in _list(row, "things")),
        keeps=frozenset(_list(row, "keeps")),
        breaks=frozenset(_list(row, "breaks")),
        done=_phrases(_list(row, "done")),
        ends=_phrases(_list(row, "ends")),
        lasts=bool(row.get("lasts")),
        broad=bool(row.get("broad")),
        counted=bool(row.get("counted")),
    )


def _list(row: dict[str, object], field: str) -> list[str]:
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"deeds.toml: {field} must be a list of words, not {value!r}")
    return value


def _phrases(words: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(frozenset(stem(word) for word in _WORD.findall(phrase)) for phrase in words)


def tells(phrases: Iterable[Phrase], stems: frozenset[str]) -> bool:
    """Is one of the phrases among the stems?

    >>> tells(deeds()["release"].done, frozenset(("all", "hand", "over")))
    True
    """
    return any(phrase <= stems for phrase in phrases)


def deeds_among(stems: frozenset[str]) -> frozenset[str]:
    """The names of the deeds that words tell.

    >>> sorted(deeds_among(frozenset(stem(word) for word in "pull back all heavy guns".split())))
    ['withdraw']
    """
    found = {name for word in stems for name, phrase in _anchored("acts").get(word, ()) if phrase <= stems}
    return frozenset(name for name in found if not deeds()[name].things or not deeds()[name].things.isdisjoint(stems))


@cache
def _anchored(field: str) -> dict[str, list[tuple[str, Phrase]]]:
    """Every phrase of a field with its deed, under the longest of its stems, by which a text finds what it may hold."""
    out: dict[str, list[tuple[str, Phrase]]] = {}
    for deed in deeds().values():
        for phrase in sorted(getattr(deed, field), key=sorted):
            out.setdefault(max(phrase, key=lambda word: (len(word), word)), []).append((deed.name, phrase))
    return out


def done_among(stems: frozenset[str]) -> frozenset[str]:
    """The names of the deeds that words may tell as done.

    >>> "release" in done_among(frozenset(stem(word) for word in "all nine were home".split()))
    True
    """
    return frozenset(name for word in stems for name, phrase in _anchored("done").get(word, ()) if phrase <= stems)
