"""Who can speak, act or promise: an actor and its names, offices and seats, bounded in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Actor", "Loaded", "NameUse", "Office", "Seat", "holds"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds: `role` of the actor `of`, from `since` to `until` (ISO 8601, inclusive)."""

    role: str
    of: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A partisan name: the word that `by` (an ISO 3166 alpha-3 code or the id of an actor) has for an actor."""

    name: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name that an actor bears from `since` to `until`."""

    name: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A place whose name stands for the actor that sits there from `since` to `until`: the Kremlin, Kabul."""

    name: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: a state, a body, a group, a person, with every name the news has for it.

    `country` is an ISO 3166-1 alpha-3 code, `sector` one of PLOVER's; `ambiguous` are the aliases that mean other
    things as well; `source` tells how the row is known.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    ambiguous: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    seats: tuple[Seat, ...] = ()
    roles: tuple[Office, ...] = ()
    names: tuple[NameUse, ...] = ()
    source: str | None = None


def holds(since: str | None, until: str | None, on: date | None) -> bool:
    """Does a day lie between two ISO 8601 prefixes, both inclusive? What is not dated always holds.

    >>> holds("2021-08", None, date(2021, 8, 1)), holds(None, "2021-08-15", date(2021, 8, 16))
    (True, False)
    """
    if on is None:
        return True
    day = on.isoformat()
    return not (since and day[: len(since)] < since) and not (until and day[: len(until)] > until)
