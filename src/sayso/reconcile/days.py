"""A text and the day it was published in, the days that it names out: those told outright, and weekdays before it.

It sees only plain forms and is fast; the tagger of times (`sayso.language.times`) reads the rest where rows are made.
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["days_named", "ordinal"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NAMED = re.compile(rf"\b{_MONTH} (\d\d?)\b(?:,? (\d{{4}})\b)?|\b(\d\d?) {_MONTH}(?: (\d{{4}})\b)?")
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?day\b")
_NEAR = 183
"""A day without a year is the one nearest to the day of publication: not more than half a year away."""


def ordinal(prefix: str) -> int:
    """The number of a day by its ISO 8601 date, 0 where no day is told.

    >>> ordinal("2026-01-06T10:00:00Z") - ordinal("2026-01-05"), ordinal("2026-01")
    (1, 0)
    """
    try:
        return date.fromisoformat(prefix[:10]).toordinal() if len(prefix) >= 10 else 0
    except ValueError:
        return 0


def days_named(text: str, published: int) -> frozenset[int]:
    """The days that a text names, as numbers; weekdays and days without a year need the day it was published.

    >>> [day - ordinal("2026-01-06") for day in sorted(days_named("On Jan. 2 and Sunday", ordinal("2026-01-06")))]
    [-4, -2]
    """
    named = (_day(*told) for told in _told(text))
    found = {day for month, number, year in named if (day := _placed(month, number, year, published))}
    if published:
        found |= {published - (published - 1 - _WEEKDAYS.index(told.lower())) % 7 for told in _WEEKDAY.findall(text)}
    return frozenset(found)


def _told(text: str) -> list[tuple[str, ...]]:
    return [found.groups("") for found in _NAMED.finditer(text)]


def _day(
    month: str, number: str, year: str, number_first: str, month_last: str, year_last: str
) -> tuple[int, int, int]:
    name = (month or month_last)[:3].lower()
    return _MONTHS.index(name) + 1, int(number or number_first), int(year or year_last or 0)


def _placed(month: int, number: int, year: int, published: int) -> int:
    if year:
        return _number(year, month, number)
    if not published:
        return 0
    own = date.fromordinal(published).year
    near = [day for at in (own - 1, own, own + 1) if (day := _number(at, month, number))]
    return next((day for day in near if abs(day - published) < _NEAR), 0)


def _number(year: int, month: int, number: int) -> int:
    try:
        return date(year, month, number).toordinal()
    except ValueError:
        return 0
