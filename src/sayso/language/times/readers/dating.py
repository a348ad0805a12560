"""What the readers of dates share: a match in, the year, month and day it writes out."""

from __future__ import annotations

import re

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import number_of, ordinals, table
from sayso.language.times.points import Point
from sayso.language.times.readers.groups import caught
from sayso.language.times.timex import Anchored

__all__ = ["dated", "day_in", "month_in", "two_digits", "which_year", "written_year"]

Match = re.Match[str]


def dated(match: Match, point: Point, anchor: Anchored = "none", group: str | int = 0) -> list[Found]:
    """A date that a match (or a group of it) writes."""
    return [Found(match.start(group), match.end(group), "DATE", point.value, point, anchor)]


def which_year(match: Match, discourse: Discourse) -> tuple[int | None, Anchored] | None:
    """The year of `of last year`, where a match has one."""
    said = caught(match, "yearwhich")
    if not said:
        return None
    steps, where = table("which")[said.lower().split()[0]]
    base, anchor = discourse.base(where)
    return (None, "none") if base is None or base.year is None else (base.year + steps, anchor)


def written_year(match: Match) -> int | None:
    """The year that a match writes, negative before Christ."""
    era = caught(match, "era").lower().replace(".", "")
    sign = -1 if era.startswith("b") else 1
    for name in ("old", "anno", "year"):
        if caught(match, name):
            return sign * int(caught(match, name))
    if caught(match, "short"):
        return two_digits(int(caught(match, "short")))
    return None


def two_digits(year: int) -> int:
    """The year of `'98`.

    >>> two_digits(98), two_digits(24)
    (1998, 2024)
    """
    return year + (2000 if year < 50 else 1900)


def month_in(match: Match) -> int | None:
    """The number of the month that a match names."""
    if caught(match, "mm"):
        return int(caught(match, "mm"))
    name = caught(match, "month")
    return number_of("months")[name.lower()] if name else None


def day_in(match: Match) -> int | None:
    """The day of the month that a match gives, by figure or ordinal."""
    if said := caught(match, "day"):
        return int(said)
    if said := caught(match, "ordinal"):
        digits = re.match(r"\d+", said)
        number = int(digits[0]) if digits else ordinals()[" ".join(said.lower().split())]
        return number if number < 32 else None
    return None
