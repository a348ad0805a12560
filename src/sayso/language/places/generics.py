"""Readings of a name: the name itself, then without the words that tell its kind, then as a part of a place or
a thing called after one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.language.places.spelling import key
from sayso.schema.data import read_data

__all__ = ["Reading", "readings"]

_COMPASS = frozenset({"north", "south", "east", "west"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A key to seek, the kind that the name told, how what it finds is called, and whether to stop once it finds."""

    key: str
    kind: str | None = None
    match: str = ""
    last: bool = False


def readings(keyed: str) -> Iterator[Reading]:
    """What to seek for a key, in order.

    >>> [reading.key for reading in readings("helmand province")]
    ['helmand province', 'helmand']
    >>> [(reading.key, reading.match) for reading in readings("southern lebanon")]
    [('southern lebanon', ''), ('south lebanon', 'alias'), ('lebanon', 'part')]
    """
    bare = [Reading(rest, kind, "bare") for rest, kind in _without(keyed)]
    yield Reading(keyed, last=not bare)
    yield from bare
    if swapped := _turned(keyed):
        yield Reading(swapped, None, "alias")
    for match, section in (("part", "parts"), ("near", "near")):
        for rest in _of(section, keyed):
            yield Reading(rest, None, match, last=True)


def _turned(keyed: str) -> str:
    """North Darfur as Northern Darfur, and the other way; nothing where no point of the compass comes first."""
    first, _, rest = keyed.partition(" ")
    if not rest or first.removesuffix("ern") not in _COMPASS:
        return ""
    return f"{first.removesuffix('ern') if first.endswith('ern') else first + 'ern'} {rest}"


def _without(keyed: str) -> Iterator[tuple[str, str]]:
    """The key without its words of kind, and that kind, once for each kind that they may tell."""
    seen = set()
    for kind, before, after in _words():
        for rest in _stripped(keyed, before, after):
            if (rest, kind) not in seen:
                seen.add((rest, kind))
                yield rest, kind


def _of(section: str, keyed: str) -> Iterator[str]:
    told = read_data("sayso.language.places", "generics.toml")[section]
    yield from dict.fromkeys(_stripped(keyed, _keys(*told["before"]), _keys(*told["after"])))


def _stripped(keyed: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    for word in before:
        if keyed.startswith(word + " "):
            yield keyed[len(word) + 1 :]
    for word in after:
        if keyed.endswith(" " + word):
            yield keyed[: -len(word) - 1]


@cache
def _words() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    told = read_data("sayso.language.places", "generics.toml")
    return tuple(
        (kind, _keys(*told[kind]["before"]), _keys(*told[kind]["after"])) for kind in ("province", "district", "city")
    )


@cache
def _keys(*words: str) -> tuple[str, ...]:
    return tuple(sorted({key(word) for word in words}, key=lambda word: (-len(word), word)))
