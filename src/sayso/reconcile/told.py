"""A figure as one row tells it, and what its words say of it: of a row of others, alone, a share, about, growth."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sayso.language.quantities import tells_number
from sayso.reconcile.counted import has_cue, table
from sayso.reconcile.records import Where, Who

__all__ = [
    "Told",
    "days_between",
    "in_order",
    "in_row",
    "is_about",
    "is_over",
    "is_share",
    "is_single",
    "on_other_days",
    "ordinal",
    "plain_date",
    "tells_growth",
]

_DAY = len("2026-01-01")
"""Dates are compared by day: hours come from clocks of many zones."""
_APPROXIMATE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|estimated|close to|circa|or so|odd|just over|"
    r"just under)\b"
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![-\d])|\d{4}-\d\d-\d\d|\d{4}(?=-\D)")
_OVER = re.compile(r"\b(?:more than|over|above|in excess of)\b")


class Told(NamedTuple):
    """A figure as one row tells it.

    `noun` is the lemma of what is counted and `counted` the parties that the counted belong to; `by` on whose word it
    is, None the outlet's; days are ISO 8601 prefixes, empty where unknown; `context` holds the words around, 15 a side,
    in small letters, with the figure's own; `unit` is the base that low and high are in, empty for counts; `total` is
    what the figure is told to be a part of (`18 of its 20`).
    """

    id: str
    slot: str
    low: int | float | None
    high: int | float | None
    words: str
    noun: str = ""
    counted: tuple[Who, ...] = ()
    by: Who | None = None
    outlet: str = ""
    said_on: str = ""
    published: str = ""
    date: str = ""
    place: Where | None = None
    context: str = ""
    unit: str = ""
    total: int | float | None = None

    @property
    def told_on(self) -> str:
        """When it was said, else published.

        >>> Told("e", "killed", 2, 2, "two", published="2026-02-01").told_on
        '2026-02-01'
        """
        return self.said_on or self.published


def in_order(a: Told, b: Told) -> tuple[Told, Told]:
    """Two figures, the earlier told first; of one day, that which tells of growth is the later, then the id parts them.

    >>> late, early = (Told(day, "killed", 2, 2, "two", said_on=day) for day in ("2026-02-02", "2026-01"))
    >>> [one.id for one in in_order(late, early)]
    ['2026-01', '2026-02-02']
    """
    if on_other_days(a, b) or tells_growth(a) == tells_growth(b):
        first, second = sorted((a, b), key=_place)
        return first, second
    return (b, a) if tells_growth(a) else (a, b)


def _place(told: Told) -> tuple[str, ...]:
    """Where a figure stands in time; what is told at one time is parted by its id, and in one row by its words."""
    return (told.told_on[:_DAY], told.published, told.id, told.date, told.words, told.noun, told.context)


def on_other_days(a: Told, b: Told) -> bool:
    """Were two figures told on different days, as far as their dates go?"""
    shared = min(len(a.told_on), len(b.told_on), _DAY)
    return a.told_on[:shared] != b.told_on[:shared]


def plain_date(day: str) -> str:
    """The digits that a date starts with: of `2026-SP` and `2026-W07` the year."""
    found = _DATE.match(day)
    return found[0] if found else ""


def days_between(one: str, other: str) -> int | None:
    """How many days lie between two dates; None where one is no full date.

    >>> days_between("2026-01-30T08:00:00+07:00", "2026-02-02"), days_between("2026-01", "2026-02-02")
    (3, None)
    """
    first, second = plain_date(one[:_DAY]), plain_date(other[:_DAY])
    if min(len(first), len(second)) < _DAY:
        return None
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


@lru_cache(maxsize=4096)
def _ordinals(noun: str) -> re.Pattern[str]:
    places = "|".join(table("ordinals"))
    return re.compile(rf"\b(?:(another)|an? ({places})) (?:\S+ ){{0,3}}?{re.escape(noun)}")


def ordinal(told: Told) -> int | None:
    """The place in a row that a single one takes: `a third soldier`; none of `another soldier`."""
    place = in_row(told)
    return int(table("ordinals")[place]) if place in table("ordinals") else None


def in_row(told: Told) -> str:
    """The word by which a single one adds to those before: `third`, `another`."""
    own = told.words.lower().split()
    found = _ordinals(own[-1]).search(told.context) if own and told.low == told.high == 1 else None
    return found[1] or found[2] if found else ""


def is_single(told: Told) -> bool:
    """Is one told of alone: `a soldier`?"""
    if told.low != 1 or told.high != 1 or in_row(told):
        return False
    return not tells_number(told.words)


def is_share(told: Told) -> bool:
    """Is a figure told as some of a group: `two of the wounded`?"""
    if told.total is not None or not told.words:
        return False
    after = told.context.partition(f"{told.words.lower()} of ")[2].partition(" ")[0]
    return after in table("growth")["groups"]


def tells_growth(told: Told) -> bool:
    """Do words beside a figure tell of growth since an earlier one: `rose to`, `a third soldier`?"""
    return bool(in_row(told)) or has_cue(told.context, "words")


def is_over(told: Told) -> bool:
    """Is a figure told as more than a number?"""
    return bool(_OVER.search(told.words.lower()))


def is_about(told: Told) -> bool:
    """Is a figure told as near a number: `about 800`?"""
    return bool(_APPROXIMATE.search(told.words.lower()))
