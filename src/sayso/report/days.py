"""ISO 8601 prefixes in, the first and the last day they can mean out: rows are only as precise as their text."""

from __future__ import annotations

import re
from datetime import date, timedelta

__all__ = ["bounds", "is_within"]

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11)}
_FORM = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})|Q([1-4])|H([12])|(SP|SU|FA|AU|WI)))?(?![\d-])")


def bounds(prefix: str | None) -> tuple[str, str] | None:
    """The first and last day of a date that is only as precise as known; None where it is no date.

    A season is that of the northern half of the earth, winter running into the next year.

    >>> bounds("2025-10"), bounds("2026-02-03T18:10:00+07:00"), bounds("2026-W06")
    (('2025-10-01', '2025-10-31'), ('2026-02-03', '2026-02-03'), ('2026-02-02', '2026-02-08'))
    >>> bounds("2026-02-30"), bounds("soon"), bounds(None)
    (None, None, None)
    """
    found = _FORM.match(prefix or "")
    if found is None:
        return None
    year, month, day, week, quarter, half, season = found.groups()
    try:
        if week:
            first = date.fromisocalendar(int(year), int(week), 1)
            return first.isoformat(), (first + timedelta(days=6)).isoformat()
        if day:
            exact = date(int(year), int(month), int(day)).isoformat()
            return exact, exact
        return _months(int(year), *_span(month, quarter, half, season))
    except ValueError:
        return None


def _span(month: str | None, quarter: str | None, half: str | None, season: str | None) -> tuple[int, int]:
    """The first and the last month; a month past the twelfth lies in the next year."""
    if month:
        return int(month), int(month)
    if quarter:
        return int(quarter) * 3 - 2, int(quarter) * 3
    if half:
        return int(half) * 6 - 5, int(half) * 6
    return _SEASONS.get(season or "", (12, 14)) if season else (1, 12)


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1).isoformat(), (after - timedelta(days=1)).isoformat()


def is_within(prefix: str | None, since: str | None, until: str | None) -> bool:
    """Can a date lie between two others, both inclusive? Without either, also what has no date.

    >>> is_within("2026-01", "2026-01-15", None), is_within("2026-02-01", None, "2026-01")
    (True, False)
    """
    if since is None and until is None:
        return True
    mine = bounds(prefix)
    if mine is None:
        return False
    earliest, latest = bounds(since), bounds(until)
    return (earliest is None or mine[1] >= earliest[0]) and (latest is None or mine[0] <= latest[1])
