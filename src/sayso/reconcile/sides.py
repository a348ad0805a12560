"""Two parties in, whether they are one actor, or one side of a dispute, out.

The state, its bodies, its officials and those who speak for it are one side; a group of its own is a side of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.reconcile.records import Who
from sayso.reconcile.spelling import words_of
from sayso.schema.countries import namings

__all__ = ["any_same_side", "is_party", "same_actor", "same_side", "side_of"]

_OWN = frozenset(("armed-group", "organisation", "mission", "media", "company", "party"))
"""Kinds that are a side of their own; every other kind of a state's stands with the state."""


@lru_cache(maxsize=100_000)
def side_of(one: Who) -> str:
    """The side that a party stands on: a state, or an actor of its own; empty where nothing tells.

    >>> side_of(Who("", "ana rovik", "person", "PER", ""))
    'PER'
    >>> side_of(Who("", "ana rovik", "person", "", "per-army"))
    'PER'
    >>> side_of(Who("", "defence ministry", "government", "PER", ""))
    'PER'
    >>> side_of(Who("g-1", "shining path", "armed-group", "PER", ""))
    'g-1'
    """
    if one.kind == "armed-group" or (one.kind in _OWN and not _is_of_state(one)):
        return one.id or one.name
    return one.country or _state_of(one) or one.id or one.of or (one.name if one.kind != "collective" else "")


def _is_of_state(one: Who) -> bool:
    """Is it a body of a state, whatever kind it was read as? Registries name those after their state."""
    return bool(one.country) and _state_of(one) == one.country


def _state_of(one: Who) -> str:
    """The state that the id of an actor, or of the body that it belongs to, starts with."""
    state = (one.of or one.id).partition("-")[0].upper()
    return state if state in _states() else ""


@cache
def _states() -> frozenset[str]:
    return frozenset(one.country for some in namings().values() for one in some if one.country)


def is_party(one: Who | None, sides: Iterable[str]) -> bool:
    """Does a party stand on one of the sides?"""
    return one is not None and bool(side_of(one)) and side_of(one) in set(sides)


def same_side(one: Who | None, other: Who | None) -> bool:
    """Do two parties stand on one side?"""
    return one is not None and other is not None and bool(side_of(one)) and side_of(one) == side_of(other)


def any_same_side(some: Iterable[Who], others: Iterable[Who]) -> bool:
    """Does one of some stand on a side with one of the others?"""
    sides = {side_of(one) for one in some} - {""}
    return any(side_of(one) in sides for one in others)


@lru_cache(maxsize=100_000)
def _core(name: str) -> frozenset[str]:
    return frozenset(name.split()) - words_of("weightless") - words_of("titles")


def same_actor(one: Who | None, other: Who | None) -> bool:
    """Are two parties one actor, as far as their own documents tell?

    >>> a, b = Who("", "ana rovik", "person", "PER", ""), Who("", "rovik", "person", "PER", "")
    >>> same_actor(a, b), same_actor(a, Who("", "rovik", "person", "BOL", ""))
    (True, False)
    """
    if one is None or other is None:
        return False
    if one.id and other.id:
        return one.id == other.id
    if one.country and other.country and one.country != other.country:
        return False
    mine, theirs = _core(one.name), _core(other.name)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
