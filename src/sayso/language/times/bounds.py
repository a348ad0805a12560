"""How fine a TIMEX3 value is and which days bound it: a value in, its precision and its first and last day out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from sayso.language.times.timex import Precision

__all__ = ["bounds", "precision"]

_SHAPES: tuple[tuple[re.Pattern[str], Precision], ...] = (
    (re.compile(r".*T.*"), "time"),
    (re.compile(r"(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d|[\dX]{4}-W[\dX]{2}-\d"), "day"),
    (re.compile(r"(?:BC)?[\dX]{4}-W[\dX]{2}(?:-WE)?"), "week"),
    (re.compile(r"(?:BC)?[\dX]{4}-Q[\dX]"), "quarter"),
    (re.compile(r"(?:BC)?[\dX]{4}-H[\dX]"), "half"),
    (re.compile(r"(?:BC)?[\dX]{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r"(?:BC)?[\dX]{4}-[\dX]{2}"), "month"),
    (re.compile(r"(?:BC)?[\dX]{4}"), "year"),
    (re.compile(r"(?:BC)?[\dX]{3}"), "decade"),
    (re.compile(r"(?:BC)?[\dX]{2}"), "century"),
)
_LENGTH = re.compile(r"P(?:T?)[\d.X]+(?:DE|CE|[DWMQYHS])?")
_CODES: dict[str, Precision] = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def precision(value: str) -> Precision:
    """How fine a value is; for a length, the unit it is counted in.

    >>> precision("2025-10"), precision("2025-10-12TMO"), precision("P3D"), precision("PAST_REF"), precision("199")
    ('month', 'time', 'day', 'vague', 'decade')
    """
    if value.endswith("_REF"):
        return "vague"
    if _LENGTH.fullmatch(value):
        return "time" if value.startswith("PT") else _CODES.get(value.lstrip("P").lstrip("0123456789.X"), "vague")
    return next((fine for shape, fine in _SHAPES if shape.fullmatch(value)), "vague")


def bounds(value: str) -> tuple[str, str] | None:
    """The first and the last day of a date, where the value tells both; a winter is that which begins in its year.

    >>> bounds("2025-10"), bounds("2025-W41"), bounds("199")
    (('2025-10-01', '2025-10-31'), ('2025-10-06', '2025-10-12'), ('1990-01-01', '1999-12-31'))
    >>> bounds("XXXX-10-12") is None, bounds("P3D") is None
    (True, True)
    """
    if value.startswith(("P", "F", "BC")) or "X" in value[:4]:
        return None
    days = _days(value.split("T")[0])
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def _days(value: str) -> tuple[date, date] | None:
    try:
        if len(value) <= 3:
            width = 10 ** (4 - len(value))
            return date(max(1, int(value) * width), 1, 1), date(int(value) * width + width - 1, 12, 31)
        year, rest = int(value[:4]), value[5:]
        if not rest or (rest[-1] == "X" and rest[0] in "QHWX"):
            return date(year, 1, 1), date(year, 12, 31)
        if rest[0] == "W" and rest[1] != "I":
            monday = date.fromisocalendar(year, int(rest[1:3]), 1)
            return monday + timedelta(days=5 if rest.endswith("-WE") else 0), monday + timedelta(days=6)
        first, last = _months(rest)
        if rest[2:3] == "-" and rest[3:].isdecimal():
            day = date(year, first, int(rest[3:]))
            return day, day
    except (ValueError, OverflowError):
        return None
    ends = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(*ends, monthrange(*ends)[1])


def _months(rest: str) -> tuple[int, int]:
    if rest[0] in "QH":
        width = 3 if rest[0] == "Q" else 6
        return int(rest[1]) * width - width + 1, int(rest[1]) * width
    if rest[:2] in _SEASONS:
        return _SEASONS[rest[:2]]
    return int(rest[:2]), int(rest[:2])
