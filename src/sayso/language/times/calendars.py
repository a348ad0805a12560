"""Days of other calendars and of moving feasts: a year, month and day in, the Gregorian day out.

The Islamic calendar is the tabular one (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29, civil
epoch); the solar Hijri one counts leap years by the 33-year cycle, right from 1206 to 1498. Easter by the anonymous
Gregorian computus. All general knowledge, unchecked but for known days in the tests.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["easter", "hijri_date", "hijri_day", "nth_weekday", "solar_date", "solar_day"]

_HIJRI_EPOCH = 227_014
"""The proleptic Gregorian ordinal of the day before 1 Muharram 1."""
_SOLAR_EPOCH = date(1921, 3, 21), 1300
_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)


def hijri_date(year: int, month: int, day: int) -> date | None:
    """A day of the tabular Islamic calendar.

    >>> hijri_date(1447, 1, 10)
    datetime.date(2025, 7, 6)
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_HIJRI_EPOCH + days)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The day of the Islamic calendar that falls in a Gregorian year, the later one where two do.

    >>> hijri_day(2025, 9, 1)
    datetime.date(2025, 3, 1)
    """
    guess = int((year - 622) * 33 / 32) + 2
    falls = (hijri_date(guess - back, month, day) for back in range(5))
    return next((found for found in falls if found and found.year == year), None)


def solar_date(year: int, month: int, day: int) -> date | None:
    """A day of the solar Hijri calendar (Iran, Afghanistan).

    >>> solar_date(1400, 5, 24)
    datetime.date(2021, 8, 15)
    """
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if (day == 31 and month > 6) or (day == 30 and month == 12 and year % 33 not in _LEAP):
        return None
    first, begins = _SOLAR_EPOCH
    passed = 365 * (year - begins) + _leaps(year) - _leaps(begins)
    return first + timedelta(days=passed + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def _leaps(year: int) -> int:
    """Leap years before a year."""
    return (year - 1) // 33 * len(_LEAP) + sum(1 for leap in _LEAP if leap <= (year - 1) % 33)


def solar_day(year: int, month: int, day: int) -> date | None:
    """The day of the solar Hijri calendar that falls in a Gregorian year.

    >>> solar_day(2025, 1, 1)
    datetime.date(2025, 3, 21)
    """
    falls = (solar_date(year - back, month, day) for back in (621, 622))
    return next((found for found in falls if found and found.year == year), None)


def easter(year: int) -> date:
    """Western Easter Sunday.

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (1 Monday) of a month, -1 the last.

    >>> nth_weekday(2025, 11, 4, 4)
    datetime.date(2025, 11, 27)
    """
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
