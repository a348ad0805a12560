"""Two figures' counted in - nouns, parties, places - and how they lie to each other out.

`same`, `part` (the first lies within the second), `whole` (the second within the first) or `apart`. Who is counted is
told by the noun; where it says nothing (`people`, `dead`), by the parties, unless the words part a total (`of them`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any, Protocol

from sayso.reconcile.records import Where, Who
from sayso.reconcile.sides import same_actor, side_of
from sayso.schema.data import read_data

__all__ = ["Counted", "has_cue", "lie", "table"]

_EVERYBODY = "people"
_FAR_KM = 25.0
"""Two exact places that lie farther apart are two places."""


class Counted(Protocol):
    """What a figure must tell of whom it counts."""

    @property
    def noun(self) -> str:
        """The lemma of the noun that is counted."""

    @property
    def counted(self) -> tuple[Who, ...]:
        """The parties that the counted belong to."""

    @property
    def place(self) -> Where | None:
        """Where they were counted."""

    @property
    def context(self) -> str:
        """The words around the figure."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of numbers.toml.

    >>> "rose to" in table("growth")["words"]
    True
    """
    return dict(read_data("sayso.reconcile", "numbers.toml")[name])


@cache
def _cues(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table('growth')[kind]))})\b")


def has_cue(context: str, kind: str) -> bool:
    """Do words around a figure hold one of a list of numbers.toml, such as the `words` of growth?

    >>> has_cue("the toll rose to 12", "words"), has_cue("two of them died", "words")
    (True, False)
    """
    return bool(_cues(kind).search(context))


def lie(one: Counted, other: Counted) -> str:
    """How two figures' counted lie to each other: `same`, `part`, `whole` or `apart`."""
    if _are_apart(one, other):
        return "apart"
    mine, theirs = _groups(one), _groups(other)
    if _is_thing(one) or _is_thing(other):
        return "same" if one.noun == other.noun or not (_is_thing(one) and _is_thing(other)) else "apart"
    return _by_groups(mine, theirs)


def _by_groups(mine: frozenset[str], theirs: frozenset[str]) -> str:
    inside = all(any(_is_within(group, whole) for whole in theirs) for group in mine)
    around = all(any(_is_within(group, whole) for whole in mine) for group in theirs)
    if inside or around:
        return "same" if inside and around else ("part" if inside else "whole")
    touching = any(_is_within(a, b) or _is_within(b, a) for a in mine for b in theirs)
    return "same" if touching else "apart"


def _are_apart(one: Counted, other: Counted) -> bool:
    """Do nations, the sides of those who bear arms, or places part the counted?"""
    nations = [{party.country for party in told.counted} for told in (one, other)]
    if all(nations) and "" not in nations[0] | nations[1] and not nations[0] & nations[1]:
        return True
    armed = [_armed(told) for told in (one, other)]
    if all(armed) and not _any_shared(*armed):
        return True
    return _far(one.place, other.place)


def _armed(told: Counted) -> list[Who]:
    """The parties of a figure, where all of the counted bear arms."""
    return list(told.counted) if _groups(told) <= {"army", "rebels", "police"} else []


def _any_shared(some: Iterable[Who], others: Iterable[Who]) -> bool:
    others = list(others)
    return any(same_actor(a, b) or (side_of(a) and side_of(a) == side_of(b)) for a in some for b in others)


def _far(one: Where | None, other: Where | None) -> bool:
    if not one or not other or None in (one.lat, one.lon, other.lat, other.lon):
        return False
    exact = all(place.precision is not None and place.precision <= 2 for place in (one, other))
    return exact and one.name != other.name and _km(one, other) > _FAR_KM


def _km(one: Where, other: Where) -> float:
    a, b, c, d = (radians(side or 0.0) for side in (one.lat, one.lon, other.lat, other.lon))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


@cache
def _by_noun() -> Mapping[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for group, row in table("groups").items():
        for noun in row["nouns"]:
            out.setdefault(noun, set()).add(group)
    return {noun: frozenset(groups) for noun, groups in out.items()}


def _is_thing(told: Counted) -> bool:
    """Is the counted noun none of persons: houses, trucks, guns?"""
    return bool(told.noun) and told.noun not in _by_noun() and told.noun not in table("whole")["nouns"]


def _groups(told: Counted) -> frozenset[str]:
    if known := _by_noun().get(told.noun):
        return known
    if has_cue(told.context, "parting"):
        return frozenset((_EVERYBODY,))
    found = frozenset(group for party in told.counted for group in _groups_of(party))
    return found or frozenset((_EVERYBODY,))


def _groups_of(party: Who) -> frozenset[str]:
    """The groups that a party's members are of: by the words of its name, else by its kind."""
    named = [_by_noun().get(word) or _by_noun().get(word.removesuffix("s")) for word in party.name.split()]
    by_name = next((groups for groups in reversed(named) if groups), None)
    kind = table("kinds").get(party.kind)
    return by_name or (frozenset((kind,)) if kind else frozenset((_EVERYBODY,)))


def _is_within(group: str, whole: str) -> bool:
    """Is a group another, or a part of it?"""
    while group != whole:
        if group == _EVERYBODY:
            return False
        group = table("groups")[group]["within"]
    return True
