"""Dates as feeds, mails and records write them: a string comes in, an ISO 8601 prefix with no invented part goes out.

Read are ISO 8601, RFC 822, a day with its month named, and seconds or milliseconds since 1970. `03/04/2026` may be
March or April, so it stays unread; nothing here guesses.
"""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files

__all__ = ["iso_date"]

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
_ZONE = r"\s*(?P<zone>[A-Za-z]{1,4}\b|[+-]\d{2}:?(?:\d{2})?)?"
_AT = rf"(?:,?\s+(?:at\s+)?{_TIME}{_ZONE})?"
_WEEKDAY = r"(?:[a-z]{3,9}\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"(?P<year>\d{{4}})(?:[-/](?P<month>\d{{1,2}})(?:[-/](?P<day>\d{{1,2}})(?:(?:T|\s+){_TIME}{_ZONE})?)?)?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_WEEKDAY}{_DAY}[\s-]+{_NAME},?[\s-]+(?P<year>\d{{4}}|\d{{2}}){_AT}(?:\s*\([^)]*\))?",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY},?\s+(?P<year>\d{{4}}){_AT}",
        rf"{_NAME},?\s+(?P<year>\d{{4}})",
    )
)
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})", re.ASCII)
_LONGEST = 80


def iso_date(expression: str) -> str | None:
    """The ISO 8601 prefix that a date expression stands for, or None where it cannot be read for sure.

    >>> iso_date("Mon, 02 Feb 2026 13:00:00 +0700"), iso_date("October 2025"), iso_date("03/04/2026")
    ('2026-02-02T13:00:00+07:00', '2025-10', None)
    """
    expression = expression.strip()
    if len(expression) > _LONGEST:
        return None
    if epoch := _EPOCH.fullmatch(expression):
        seconds = int(epoch[1]) if epoch[1] else int(epoch[2]) // 1000
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()
    for pattern in _DATES:
        if (match := pattern.fullmatch(expression)) and (found := _composed(match.groupdict())):
            return found
    return None


@cache
def _tables() -> dict[str, dict[str, int]]:
    return tomllib.loads(files("sayso.collect").joinpath("dates.toml").read_text("utf-8"))


def _composed(parts: dict[str, str | None]) -> str | None:
    """The prefix, checked against the calendar and the clock."""
    year, month, day = _year(parts["year"] or ""), _month(parts), int(parts.get("day") or 0)
    if month is None or not 1000 <= year <= 2999:
        return None
    if not _exists(year, month or 1, day or 1, parts):
        return None
    out = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    return out + _clock(parts) if parts.get("hour") else out


def _year(digits: str) -> int:
    """RFC 2822, 4.3: two digits below 50 are of this century."""
    return int(digits) + (0 if len(digits) == 4 else 2000 if int(digits) < 50 else 1900)


def _month(parts: dict[str, str | None]) -> int | None:
    """Its number, 0 where the expression names none, None where it names no month there is."""
    name = parts.get("name")
    return _tables()["months"].get(name.lower()) if name else int(parts.get("month") or 0)


def _exists(year: int, month: int, day: int, parts: dict[str, str | None]) -> bool:
    if parts.get("half") and not 1 <= int(parts["hour"] or 0) <= 12:
        return False
    try:
        datetime(year, month, day, _hour(parts), int(parts.get("minute") or 0), min(59, int(parts.get("second") or 0)))  # noqa: DTZ001
    except ValueError:
        return False
    return True


def _hour(parts: dict[str, str | None]) -> int:
    hour, half = int(parts.get("hour") or 0), (parts.get("half") or "").lower()
    return hour % 12 + (12 if half.startswith("p") else 0) if half else hour


def _clock(parts: dict[str, str | None]) -> str:
    time = f"T{_hour(parts):02d}:{parts['minute']}"
    return time + (f":{parts['second']}" if parts["second"] else "") + _offset(parts["zone"])


def _offset(zone: str | None) -> str:
    """`+07:00`; nothing where no zone, or none that is known, is named."""
    if zone and zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        # RFC 2822, 3.3: -0000 says that nothing is known about the local zone.
        return "" if zone == "-0000" or int(digits) >= 1500 else f"{zone[0]}{digits[:2]}:{digits[2:]}"
    minutes = _tables()["zones"].get((zone or "").lower())
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
