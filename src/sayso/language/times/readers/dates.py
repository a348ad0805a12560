"""Days and months by name and figure: a match in, the dates it writes out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.language.times.calendars import nth_weekday
from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import number_of
from sayso.language.times.points import Point, at, is_day, of_day
from sayso.language.times.readers.dating import dated, day_in, month_in, two_digits, which_year, written_year
from sayso.language.times.readers.groups import caught
from sayso.language.times.readers.yearless import year_for
from sayso.language.times.timex import Anchored

__all__ = ["calendar", "days", "figures", "nth", "week_of_day"]

Match = re.Match[str]
_NEAR = 21
"""Of two days that a figure may be, the one this near to publication is taken."""


def _year(match: Match, discourse: Discourse, month: int, day: int | None) -> tuple[int | None, Anchored]:
    written = written_year(match)
    if written is not None:
        return written, "none"
    told = which_year(match, discourse)
    return told or year_for(discourse, month, day, match.start(), match.end())


def calendar(match: Match, discourse: Discourse) -> list[Found]:
    """`12 October 2025`, `October 12`, `October 2025`, `fiscal 2024`, `480 BC`."""
    month, day = month_in(match), day_in(match)
    if month is None:
        return dated(match, Point("year", written_year(match))) if written_year(match) else []
    year, anchor = _year(match, discourse, month, day)
    if year == 0 or (day and not is_day(year if year and year > 0 else 2000, month, day)):
        return []
    return dated(match, Point("day" if day else "month", year, month, day), anchor)


def week_of_day(match: Match, discourse: Discourse) -> list[Found]:
    """`the week of 6 October`."""
    found = calendar(match, discourse)
    point = found[0].point if found else None
    return dated(match, at(point, "W"), found[0].anchor) if point else []


def nth(match: Match, discourse: Discourse) -> list[Found]:
    """`the second Monday of October`."""
    month, place = month_in(match), -1 if caught(match, "last") else day_in(match)
    if month is None or place is None or place > 5:
        return []
    year, anchor = _year(match, discourse, month, None)
    if year is None or not 1 <= year <= 9998:
        return dated(match, Point("day", None, month), anchor)
    day = nth_weekday(year, month, number_of("weekdays")[caught(match, "weekday").lower()], place)
    return dated(match, of_day(day), anchor) if day.month == month else []


def days(match: Match, discourse: Discourse) -> list[Found]:
    """`3 to 5 March`, `March 3-5, 2025`: two days of one month."""
    month = month_in(match)
    if month is None:
        return []
    year, anchor = _year(match, discourse, month, int(match["day2"]))
    found: list[Found] = []
    spans = (match.start("day"), match.end("day")), (match.start("day2"), match.end())
    if match.start("month") < match.start("day"):
        spans = (match.start("month"), match.end("day")), (match.start("day2"), match.end())
    for name, span in zip(("day", "day2"), spans, strict=True):
        day = int(match[name])
        if not is_day(year if year and year > 0 else 2000, month, day):
            return []
        point = Point("day", year, month, day)
        found.append(Found(*span, "DATE", point.value, point, anchor))
    return found


def figures(match: Match, discourse: Discourse) -> list[Found]:
    """`13/10/2025`; `03/04/2026` may be two days: only the one close to publication is taken, else the year alone."""
    first, then, year = int(caught(match, "first")), int(caught(match, "then")), int(caught(match, "year"))
    if len(caught(match, "year")) == 2:
        if caught(match, "mark") != "/":
            return []
        year = two_digits(year)
    may_be = {(month, day) for month, day in ((then, first), (first, then)) if is_day(year, month, day)}
    if len(may_be) > 1 and discourse.anchor:
        here, near = discourse.anchor, timedelta(days=_NEAR)
        close = {pair for pair in may_be if abs(date(year, *pair) - here) <= near}
        may_be = close if len(close) == 1 else may_be
    if not may_be:
        return []
    if len(may_be) > 1:
        return [Found(match.start(), match.end(), "DATE", f"{year:04}-XX-XX", Point("year", year))]
    return dated(match, Point("day", year, *may_be.pop()))
