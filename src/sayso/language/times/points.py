"""Points of the calendar, as fine as they are known: a point and a step in, another point and its TIMEX3 value out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.language.times.timex import Precision

__all__ = ["Point", "at", "is_day", "of_day", "step"]

_FINE: dict[str, Precision] = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


@dataclass(frozen=True, slots=True)
class Point:
    """A date known to a precision; a year before Christ is negative, `sub` is a season, quarter, half or week."""

    precision: Precision
    year: int | None
    month: int | None = None
    day: int | None = None
    sub: str = ""

    @property
    def value(self) -> str:
        """TIMEX3 value, X where the point does not know.

        >>> Point("month", None, 10).value, Point("year", -480).value, Point("season", 1941, sub="SU").value
        ('XXXX-10', 'BC0480', '1941-SU')
        """
        year = "XXXX" if self.year is None else f"{abs(self.year):04}"
        era = "BC" if self.year is not None and self.year < 0 else ""
        match self.precision:
            case "century":
                return era + year[:2]
            case "decade":
                return era + year[:3]
            case "year":
                return era + year
            case "month" | "day":
                month = "XX" if self.month is None else f"{self.month:02}"
                day = "" if self.precision == "month" else "-XX" if self.day is None else f"-{self.day:02}"
                return f"{era}{year}-{month}{day}"
            case _:
                return f"{era}{year}-{self.sub}"

    @property
    def date(self) -> date | None:
        """The day, where it is one and the calendar has it."""
        if (
            self.precision == "day"
            and self.year
            and self.month
            and self.day
            and is_day(self.year, self.month, self.day)
        ):
            return date(self.year, self.month, self.day)
        return None

    @property
    def about_month(self) -> int | None:
        """The month, or one within the season or quarter."""
        if self.month is None and self.sub[:2] in _SEASON_MONTH:
            return _SEASON_MONTH[self.sub[:2]]
        if self.month is None and self.sub[:1] == "Q" and self.sub[1:].isdecimal():
            return int(self.sub[1]) * 3 - 1
        if self.month is None and self.sub[:1] == "W" and self.sub[1:3].isdecimal():
            return min(12, int(self.sub[1:3]) * 7 // 30 + 1)
        return self.month


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day.

    >>> is_day(2025, 2, 29)
    False
    """
    try:
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return True


def of_day(day: date) -> Point:
    """The point of a day."""
    return Point("day", day.year, day.month, day.day)


def at(point: Point, code: str) -> Point:
    """The day, week, month, quarter, year, decade or century (a TIMEX3 unit) that a point lies in.

    >>> at(of_day(date(2025, 10, 15)), "W").value, at(Point("year", 1941), "M").value
    ('2025-W42', '1941-XX')
    """
    fine = _FINE[code]
    if code in _YEARS:
        return Point(fine, point.year)
    if code == "M":
        return Point(fine, point.year, point.about_month)
    if code == "Q":
        month = point.about_month
        return Point(fine, point.year, sub=f"Q{(month + 2) // 3}" if month else "QX")
    if code == "W":
        day = point.date
        if day is None:
            return point if point.precision == "week" else Point(fine, point.year, sub="WXX")
        year, week, _ = day.isocalendar()
        return Point(fine, year, sub=f"W{week:02}")
    return point if point.precision == "day" else Point("day", point.year, point.month)


def step(point: Point, count: int, code: str) -> Point:
    """The point so many units on (or back), at the unit's precision; unknown where the point is too coarse.

    >>> step(of_day(date(2025, 10, 15)), -3, "D").value, step(of_day(date(2025, 10, 15)), -1, "W").value
    ('2025-10-12', '2025-W41')
    >>> step(Point("month", 1940, 12), 2, "M").value, step(Point("quarter", 1989, sub="Q1"), -1, "Q").value
    ('1941-02', '1988-Q4')
    """
    if point.year is None:
        return at(point, code)
    if code in _YEARS:
        return Point(_FINE[code], _within(point.year + count * _YEARS[code], point.year))
    if code in ("M", "Q"):
        return _months_on(at(point, code), count, code)
    day = point.date
    if day is None:
        coarse = at(point, code)
        return replace(coarse, day=None) if count and coarse.precision == "day" else _week_on(coarse, count)
    try:
        moved = day + timedelta(days=count * (7 if code == "W" else 1))
    except OverflowError:
        return Point(_FINE[code], None, sub="WXX" if code == "W" else "")
    return at(of_day(moved), code)


def _within(year: int, was: int) -> int | None:
    if was > 0 >= year:  # there was no year 0
        year -= 1
    elif was < 0 <= year:
        year += 1
    return year if -9999 <= year <= 9999 else None


def _months_on(point: Point, count: int, code: str) -> Point:
    per = 12 if code == "M" else 4
    number = point.month if code == "M" else int(point.sub[1]) if point.sub[1:].isdecimal() else None
    if number is None or point.year is None:
        return point if not count else Point(point.precision, None, sub="" if code == "M" else "QX")
    years, left = divmod(number - 1 + count, per)
    year = _within(point.year + years, point.year)
    return Point("month", year, left + 1) if code == "M" else Point("quarter", year, sub=f"Q{left + 1}")


def _week_on(point: Point, count: int) -> Point:
    if point.precision != "week" or not count or point.year is None or not point.sub[1:3].isdecimal():
        return point
    try:
        monday = date.fromisocalendar(point.year, int(point.sub[1:3]), 1) + timedelta(weeks=count)
    except (ValueError, OverflowError):
        return Point("week", None, sub="WXX")
    return at(of_day(monday), "W")
