"""A statement in, the kinds of harm that its words report and how many they tell of as harmed, out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.reconcile.mentions import base_of, families_of
from sayso.reconcile.records import Page, Said
from sayso.reconcile.tellings import told_in
from sayso.schema.data import read_data

__all__ = ["Toll", "kinds_in", "tolls_of"]

_WORD = re.compile(r"[^\W\d_]+")
_BARE = re.compile(
    r"\b(?:buried|dead (?:at|to)|toll (?:at|of|to|was|is|stood at|stands at))(?: about| some| at least)? (\d[\d,]*)\b",
    re.I,
)
"""A number of dead that no noun follows."""
_HARM = frozenset(("killed", "injured", "arrested"))
_DEAD = frozenset(("body", "corpse", "toll"))


class Toll(NamedTuple):
    """How many were killed, injured or arrested: None where the words leave an end open; `noun` is who they were."""

    slot: str
    low: float | None
    high: float | None
    noun: str = ""


def tolls_of(one: Said, page: Page, deeds: Iterable[Toll]) -> tuple[Toll, ...]:
    """The figures of harm that a statement tells by its words; `deeds` are those of the events that stand in it."""
    known, out = list(deeds), list[Toll]()
    for told in told_in(one, page):
        slot = "killed" if told.noun in _DEAD else told.slot
        same = (toll.slot for toll in known if (toll.low, toll.high) == (told.low, told.high))
        slot = slot if slot in _HARM else next(same, "")
        if slot and told.total is None:
            out.append(Toll(slot, told.low, told.high, told.noun))
    for bare in _BARE.finditer(one.content):
        number = int(bare[1].replace(",", ""))
        if all(toll.low != number for toll in out):
            out.append(Toll("killed", number, number))
    return tuple(out)


@lru_cache(maxsize=20_000)
def kinds_in(text: str) -> frozenset[str]:
    """The kinds of harm that words report.

    >>> sorted(kinds_in("three lost their lives as shells fell")), sorted(kinds_in("nobody was detained"))
    (['attack', 'death'], ['capture'])
    """
    return frozenset[str]().union(*(_kinds_of(word) for word in _WORD.findall(text)))


@lru_cache(maxsize=50_000)
def _kinds_of(word: str) -> frozenset[str]:
    return frozenset(kind for family in families_of(base_of(word)) for kind in _kinds().get(family, ()))


@cache
def _kinds() -> dict[str, list[str]]:
    """The kinds that each family of words reports; raises ValueError where a family is not known."""
    known = read_data("sayso.reconcile", "families.toml")
    out: dict[str, list[str]] = {}
    for kind, families in read_data("sayso.reconcile", "harms.toml")["kinds"].items():
        for family in families:
            if family not in known:
                raise ValueError(f"harms.toml [kinds] {kind}: families.toml has no family {family!r}")
            out.setdefault(family, []).append(kind)
    return out
