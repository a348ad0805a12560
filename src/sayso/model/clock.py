"""Times of day within dates: the named groups of a match in, the time and its offset as ISO 8601 has them out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["STATED_TIME", "TIME", "clock", "spellings"]

_HOURS = (
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.hH](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?)"
    r"(?:\s{0,2}(?P<half>[aApP])\.?\s?[mM]\b\.?|\s{0,2}(?:Uhr|hrs?|Hrs|น\.)\b)?"
)
TIME = _HOURS + r"(?:\s{0,2}\(?(?P<zone>(?:GMT|UTC)?[+-]\d\d:?\d\d|(?-i:Z|[A-Z]{3,4})\b))?"
"""A time within a text."""
STATED_TIME = _HOURS + r"(?:\s{0,2}(?P<stated_zone>(?:GMT|UTC)?[+-]\d\d(?::?\d\d)?|(?![ap]mz)[A-Z]{1,4}\b))?"
"""A time where nothing but a date stands: offsets may be whole hours, zones those of RFC 822, in any case."""

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")
_FURTHEST = 14
"""Hours of the largest offset in use (Kiribati)."""


@cache
def spellings() -> dict[str, Any]:
    """What dates are spelled with: `schema/dates.toml`."""
    return tomllib.loads(files("sayso.schema").joinpath("dates.toml").read_text("utf-8"))


def clock(parts: Mapping[str, str | None]) -> str | None:
    """The time of day and its offset as ISO 8601 has them; None where none is given or it is no time.

    >>> clock({"hour": "3", "minute": "45", "second": None, "half": "p", "zone": "EST"})
    'T15:45-05:00'
    """
    if not parts.get("hour") or not parts.get("minute"):
        return None
    hour, minute, second = _hour(int(parts["hour"] or 0), parts.get("half")), int(parts["minute"] or 0), parts["second"]
    if hour is None or minute > 59 or int(second or 0) > 59:
        return None
    zone, stated = parts.get("zone"), parts.get("stated_zone")
    return f"T{hour:02}:{minute:02}" + (f":{int(second):02}" if second else "") + _offset(zone or stated, bool(stated))


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        return hour if 12 < hour < 24 else None
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _offset(zone: str | None, stated: bool) -> str:
    """`+07:00`; nothing where no zone, or none that is known for sure, is named."""
    if not zone:
        return ""
    if found := _OFFSET.search(zone):
        sign, hours, minutes = found[1], int(found[2]), int(found[3] or 0)
        # RFC 2822, 3.3: -0000 says that nothing is known about the local zone.
        known = hours <= _FURTHEST and minutes < 60 and (sign == "+" or hours + minutes > 0)
        return f"{sign}{hours:02}:{minutes:02}" if known else ""
    zones = spellings()["zones"] | (spellings()["stated_zones"] if stated else {})
    return str(zones.get(zone.upper(), ""))
