"""A commitment and an account in, how much of the commitment's matter the account shares out, and how much was done.

Words of the terms count by a fixed weight; those that tell the kind of deed count little, for that must agree anyway.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.reconcile.accounts import Account
from sayso.reconcile.deeds import Deed, deeds
from sayso.reconcile.matter import matter_of, weight_of
from sayso.reconcile.pledges import PledgeView

__all__ = ["Overlap", "deeds_of", "extent_of", "is_event", "overlap", "tells_deed"]

_ENOUGH, _LITTLE, _NEAR, _MOST, _SURE = 0.9, 0.5, 0.5, 0.6, 0.4
"""Weight shared from which an account is about the commitment, the least of it in its own words, what words around it
count, and shares of the terms that do as well, in its own words and with those around; set by hand, see decision 26.
"""
_NUMBER = 0.9
_COUNTED = 3
"""Smaller numbers stand in many texts."""
_KIND = 0.4
"""What it weighs that an account tells the same kind of deed, of a thing of the same kind, in other words."""
_OF_DEED = 0.3
_LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+|;\s+")
_PRONOUNS = frozenset(("their", "them", "they", "it", "its", "his", "her", "him"))


class Overlap(NamedTuple):
    """How much of a commitment's matter an account shares: in its own words, with those around it, and of how much."""

    own: float
    near: float
    total: float

    @property
    def enough(self) -> bool:
        """Do its own words tell of the matter, or a little of them and much of what stands around?"""
        return self.clear or (self.own > _LITTLE and self.own + _NEAR * (self.near - self.own) >= _ENOUGH)

    @property
    def clear(self) -> bool:
        """Do its own words tell of the matter, by weight or as most of the terms?"""
        return self.own >= min(_ENOUGH, _MOST * self.total)

    @property
    def sure(self) -> bool:
        """Do words around it tell much of terms that tell something?"""
        return not self.weightless and self.near >= _SURE * self.total

    @property
    def much(self) -> bool:
        """Is what its own words tell much of the terms?"""
        return self.own >= _SURE * self.total

    @property
    def most(self) -> bool:
        """Is it most of the terms?"""
        return self.own >= _MOST * self.total

    @property
    def around(self) -> bool:
        """Is it about the matter, with the words around it?"""
        return self.near >= _ENOUGH

    @property
    def weightless(self) -> bool:
        """Are the terms of no word of weight but the kind of deed?"""
        return self.total < _ENOUGH


def overlap(view: PledgeView, account: Account) -> Overlap:
    """How much of a commitment's matter an account shares."""
    own, near, figures = account.own, account.near, _figures(view)
    told = _KIND * any(tells_deed(account, deed) and _names_thing(account, deed) for deed in deeds_of(view))
    weights = _objects(view)
    mine = sum(weight for word, weight in weights.items() if word in own.words)
    around = sum(weight for word, weight in weights.items() if word in own.words or word in near.words)
    return Overlap(
        told + mine + _NUMBER * bool(figures & own.numbers),
        told + around + _NUMBER * bool(figures & (own.numbers | near.numbers)),
        sum(weights.values()) + _NUMBER * bool(figures),
    )


def _names_thing(account: Account, deed: Deed) -> bool:
    """Does it name one of the things that the kind of deed is done to, by whatever word?"""
    return bool(deed.things & account.own.words) or not deed.things


def _figures(view: PledgeView) -> frozenset[int]:
    told = view.matter.numbers or (view.around.numbers if _points_back(view) else frozenset())
    return frozenset(number for number in told if number >= _COUNTED)


def _points_back(view: PledgeView) -> bool:
    """Do the terms name their matter by a pronoun, and tell little of it themselves?"""
    if _PRONOUNS.isdisjoint(view.terms.lower().split()):
        return False
    deed_words = _deed_words(view.matter.deeds)
    return sum(weight_of(word) for word in view.matter.words - deed_words) < _ENOUGH


@lru_cache(maxsize=4096)
def _objects(view: PledgeView) -> dict[str, float]:
    """Words of the terms with their weights; those that tell the kind of deed weigh little, for that must agree."""
    deed_words = _deed_words(view.matter.deeds)
    names = view.matter.names
    out = {word: weight_of(word, names) * (_OF_DEED if word in deed_words else 1.0) for word in view.matter.words}
    if _points_back(view):
        for word in view.around.words - view.matter.words - deed_words:
            out[word] = _NEAR * _NEAR * weight_of(word)
    return out


@cache
def _deed_words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for act in deeds()[name].acts for word in act)


def deeds_of(view: PledgeView) -> list[Deed]:
    """The kinds of deeds that the terms tell of."""
    return [deeds()[name] for name in sorted(view.matter.deeds)]


def is_event(account: Account, kinds: frozenset[str], deed: Deed) -> bool:
    """Is it an event of one of the kinds? One without a mode only where its words tell the deed too."""
    if account.event not in kinds:
        return False
    return "." in account.event or tells_deed(account, deed)


def tells_deed(account: Account, deed: Deed) -> bool:
    """Do the account's own words tell of a kind of deed, or of its having been done?"""
    return deed.name in account.own.deeds | account.own.done


def extent_of(view: PledgeView, account: Account) -> str:
    """`part` where the report counts or names what is missing, or tells only of some of what was to be done."""
    if account.share:
        low, high = account.share
        return "stalls" if low == 0 else "part" if low < high else "keeps"
    if "part" in account.signs:
        return "part"
    told_of = account.own.words | account.near.words
    if any(not part & told_of for part in _parts(view.terms, view.matter.deeds)):
        return "part"
    asked = _figures(view) or frozenset(number for number in view.around.numbers if number >= _COUNTED)
    told = frozenset(number for number in account.own.numbers if number >= _COUNTED)
    if not told or asked & told:
        return "keeps"
    if asked:
        return "part" if min(told) < max(asked) else "keeps"
    return "part" if any(deed.counted for deed in deeds_of(view)) else "keeps"


@lru_cache(maxsize=4096)
def _parts(terms: str, kinds: frozenset[str]) -> tuple[frozenset[str], ...]:
    """What the terms list beside each other, each by its words of weight that do not tell the deed."""
    parts = _LIST.split(terms)
    words = (frozenset(w for w in matter_of(part).words - _deed_words(kinds) if weight_of(w) >= 1.0) for part in parts)
    found = tuple(part for part in words if part)
    return found if len(found) > 1 else ()
