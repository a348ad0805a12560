"""Dates of the Islamic and of the solar Hijri calendar: a match in, Gregorian values out.

The Islamic months are those of the tabular calendar; what is sighted may lie a day off, so a day is APPROX. A month or
a year of these calendars lies across two of ours: its value is what both share.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.language.times.calendars import hijri_date, hijri_day, solar_date
from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import number_of, ordinals
from sayso.language.times.points import Point, of_day
from sayso.language.times.readers.groups import caught

__all__ = ["hijri", "solar"]

Match = re.Match[str]


def _shared(first: date, last: date) -> Point:
    """The finest of our periods that holds both days.

    >>> _shared(date(2025, 3, 1), date(2025, 3, 29)).value, _shared(date(2021, 3, 21), date(2022, 3, 20)).value
    ('2025-03', '202')
    """
    if (first.year, first.month) == (last.year, last.month):
        return Point("month", first.year, first.month)
    if first.year == last.year:
        return Point("year", first.year)
    return Point("decade" if first.year // 10 == last.year // 10 else "century", first.year)


def _found(match: Match, point: Point, mod: str = "") -> list[Found]:
    return [Found(match.start(), match.end(), "DATE", point.value, point, "none", mod)]


def hijri(match: Match, discourse: Discourse) -> list[Found]:
    """`10 Muharram 1447`, `the first day of Ramadan`, `Ramadan`."""
    month = number_of("hijri", "calendars.toml")[" ".join(caught(match, "hijri").lower().split())]
    said = caught(match, "day") or caught(match, "ordinal")
    if not caught(match, "hijri")[0].isupper():
        return []
    day = _day(said)
    if caught(match, "year"):
        return _of_year(match, int(caught(match, "year")), month, day)
    base, anchor = discourse.here()
    if base is None or base.year is None:
        return [Found(match.start(), match.end(), "DATE", "XXXX-XX-XX" if day else "XXXX-XX")]
    start = hijri_day(base.year, month, day or 1)
    if start is None:
        return []
    if day:
        return [Found(match.start(), match.end(), "DATE", start.isoformat(), of_day(start), anchor, "APPROX")]
    point = _shared(start, start + timedelta(days=28))
    return [Found(match.start(), match.end(), "DATE", point.value, point, anchor)]


def _day(said: str | None) -> int | None:
    if not said:
        return None
    digits = re.match(r"\d+", said)
    return int(digits[0]) if digits else ordinals()[" ".join(said.lower().split())]


def _of_year(match: Match, year: int, month: int, day: int | None) -> list[Found]:
    if day:
        found = hijri_date(year, month, day)
        return _found(match, of_day(found), "APPROX") if found else []
    first, last = hijri_date(year, month, 1), hijri_date(year, month, 29)
    return _found(match, _shared(first, last)) if first and last else []


def solar(match: Match, discourse: Discourse) -> list[Found]:
    """`24 Asad 1400`, `Hamal 1402`, `solar year 1400`; without a year, a month of this calendar is too often a name."""
    year = int(caught(match, "year") or 0)
    if not caught(match, "solar"):
        first, last = solar_date(year, 1, 1), solar_date(year, 12, 29)
        return _found(match, _shared(first, last)) if first and last else []
    name = caught(match, "solar")
    if not year or not name[0].isupper():
        return []
    month = number_of("solar", "calendars.toml")[" ".join(name.lower().split())]
    said = caught(match, "day")
    if said:
        found = solar_date(year, month, int(said))
        return _found(match, of_day(found)) if found else []
    first, last = solar_date(year, month, 1), solar_date(year, month, 29)
    return _found(match, _shared(first, last)) if first and last else []
