"""Expressions that belong together, a time of day and its day, two months of one year: a stretch's in and out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.points import Point, of_day

__all__ = ["joined"]

_BESIDE = re.compile(r",?\s{0,2}(?:(?:on|of|at|in)\s)?(?:the\s)?(?:around\s|about\s)?")
_TO = re.compile(
    r"\s?(?:[-–—/,]|to|and|or|until|till|through)\s?(?:the\s)?(?:early\s|late\s|mid-?|end of\s)?", re.IGNORECASE
)
_DAY = re.compile(r"(?:BC)?[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d")


def joined(found: list[Found], discourse: Discourse) -> list[Found]:
    """The expressions of one stretch, those that are one made one; a part of the day on its own is left out."""
    whole: list[Found] = []
    for each in found:
        last = whole[-1] if whole else None
        one = _one(last, each, discourse.text) if last else None
        if one:
            whole[-1] = one
            discourse.tell(one)
            continue
        if last and (day := _later_day(last, each, discourse.text)):
            discourse.tell(day)
            each = day
        if last and (year := _year_of_next(last, each, discourse.text)):
            whole[-1] = year
        whole.append(each)
    return [each for each in whole if each.mod != "WEAK"]


def _one(last: Found, each: Found, text: str) -> Found | None:
    """`Monday night`, `10 p.m. on Wednesday`, `2:30 in the afternoon`, `the morning of 31 January`."""
    if not _BESIDE.fullmatch(text, last.end, each.start):
        return None
    if _is_day(last) and _is_time(each):
        return replace(
            each, start=last.start, value=_day(last) + _clock(each), point=last.point, anchor=last.anchor, mod=last.mod
        )
    if _is_time(last) and each.rule == "part" and last.value[-1].isdecimal() and each.value[-1].isalpha():
        return replace(last, end=each.end, value=_day(last) + _late(_clock(last), each))
    of_a_day = each.point is not None or each.rule == "tonight"
    if _is_time(last) and each.type == "TIME" and of_a_day and not last.value[-1].isalpha():
        return replace(each, start=last.start, value=_day(each) + _late(_clock(last), each), rule=last.rule)
    if _is_time(last) and _is_day(each):
        return replace(each, start=last.start, type="TIME", value=_day(each) + _clock(last), rule=last.rule)
    return None


def _is_day(found: Found) -> bool:
    return found.type == "DATE" and bool(_DAY.fullmatch(found.value))


def _is_time(found: Found) -> bool:
    return found.type == "TIME" and found.point is None


def _day(found: Found) -> str:
    return found.value.partition("T")[0]


def _clock(found: Found) -> str:
    return found.value[found.value.index("T") :]


def _late(clock: str, part: Found) -> str:
    """`seven o'clock tonight` is 19:00."""
    hour = int(clock[1:3])
    late = part.value.endswith(("TAF", "TEV", "TNI")) and 1 <= hour < 12
    return f"T{hour + 12:02}{clock[3:]}" if late and (hour > 4 or part.value.endswith("TAF")) else clock


_THROUGH = re.compile(r"\s?(?:[-–—]|to|through|until|till)\s?", re.IGNORECASE)


def _later_day(last: Found, each: Found, text: str) -> Found | None:
    """`Monday to Thursday`: the second weekday lies after the first."""
    if last.rule != "weekday" or each.rule != "weekday" or not _THROUGH.fullmatch(text, last.end, each.start):
        return None
    first, then = last.point, each.point
    if first is None or then is None or first.date is None or then.date is None or then.date > first.date:
        return None
    point = of_day(then.date + timedelta(days=7))
    return replace(each, value=point.value, point=point)


_YEARLESS = ("month", "month-day", "day-month", "season", "quarter")
"""Rules that may read a date without its year."""


def _year_of_next(last: Found, each: Found, text: str) -> Found | None:
    """`between June and August 2011`: the year of the second is that of the first."""
    point, then = last.point, each.point
    if (
        point is None
        or then is None
        or then.year is None
        or each.anchor != "none"
        or (last.anchor == "none" and point.year is not None)
    ):
        return None
    if point.precision not in ("month", "day", "season", "quarter", "half") or last.rule not in _YEARLESS:
        return None
    if re.search(r"\d{4}", text[last.start : last.end]) or not _TO.fullmatch(text, last.end, each.start):
        return None
    late = (point.about_month or 0) > (then.about_month or 12)
    dated = Point(point.precision, then.year - late, point.month, point.day, point.sub)
    return replace(last, value=dated.value, point=dated, anchor="none")
