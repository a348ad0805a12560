"""What a reader asked for, in; whether a row answers it, out: days, an actor, a place.

An actor is asked for by ids (its own, those of its people and parts) and, for parties without one, by names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sayso.report.days import is_within

__all__ = ["Selection", "Wanted", "folded"]

Row = dict[str, Any]


def _itself(actor_id: str) -> tuple[str, ...]:
    return (actor_id,)


def folded(text: str) -> str:
    """A name as it is compared: small letters, single blanks, no article.

    >>> folded("The  Rovik Front")
    'rovik front'
    """
    return " ".join(text.casefold().split()).removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An actor that was asked for: its name, its id and those of its people, and the folded names it goes by.

    `chain` gives an actor and those it belongs to, one after another (army, government, state): a part of the actor is
    asked for with it.
    """

    name: str
    ids: frozenset[str]
    names: frozenset[str] = frozenset()
    chain: Callable[[str], Iterable[str]] = _itself

    def is_meant(self, party: Row | None) -> bool:
        """Is a party of a row this actor, or somebody who stands under it?

        >>> army = Wanted("Army of Ruva", frozenset({"ruv-army"}), frozenset({"army of ruva"}))
        >>> army.is_meant({"actor_id": None, "member_of": "ruv-army", "name": "a colonel"})
        True
        """
        if not party:
            return False
        ids = [one for one in (party.get("actor_id"), party.get("member_of")) if one]
        if not ids:
            return folded(party.get("name") or "") in self.names
        return any(not self.ids.isdisjoint(self.chain(one)) for one in ids)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; None and False leave a thing open. `most` is how many items a group shows."""

    since: str | None = None
    until: str | None = None
    actor: Wanted | None = None
    place: str | None = None
    most: int = 100

    @property
    def is_everything(self) -> bool:
        """Is nothing narrowed?"""
        return self == Selection(most=self.most)

    def takes_day(self, *days: str | None) -> bool:
        """Can one of the days lie in the time asked for?

        >>> Selection(since="2026-02").takes_day("2026-01-31", "2026-02-04")
        True
        """
        return (self.since is None and self.until is None) or any(is_within(d, self.since, self.until) for d in days)

    def takes_party(self, parties: Iterable[Row | None]) -> bool:
        """Is one of the parties the actor asked for?"""
        return self.actor is None or any(self.actor.is_meant(party) for party in parties)

    def takes_place(self, places: Iterable[Row | None], words: Iterable[str]) -> bool:
        """Does one of the places bear the name or country asked for, or do the words hold it?

        >>> Selection(place="Karva").takes_place([None], ["a post near Karva was shelled"])
        True
        """
        if self.place is None:
            return True
        wanted = folded(self.place)
        named = [place for place in places if place]
        if any(place.get("country") == self.place for place in named):
            return True
        texts = [*(place.get("name") or "" for place in named), *words]
        return any(_holds(folded(text), wanted) for text in texts)


def _holds(text: str, words: str) -> bool:
    """Does a text hold the words, at the bounds of words?"""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(words, at + 1)
    return False
