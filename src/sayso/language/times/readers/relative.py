"""Dates told by their distance from another: a match in, the day, week, month or year it leads to out."""

from __future__ import annotations

import re

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import Unit, count_of, table, unit_of
from sayso.language.times.points import Point, at, step
from sayso.language.times.readers.dating import dated
from sayso.language.times.readers.groups import caught, is_named, is_title
from sayso.language.times.readers.lengths import length_of
from sayso.language.times.readers.periods import season_code
from sayso.language.times.tense import tense_at
from sayso.language.times.timex import Anchored

__all__ = ["beside", "in_the_day", "near", "offset", "the_unit", "which_one", "year_end"]

Match = re.Match[str]


def _unknown(code: str) -> Point:
    return at(Point("day", None), code)


def near(match: Match, discourse: Discourse) -> list[Found]:
    """`today`, `yesterday`, `the day before yesterday`; `today` in a history is the reader's present."""
    beyond = caught(match, "beyond")
    if beyond:
        steps = -2 if beyond.lower().startswith("before") else 2
    else:
        steps = table("near")[caught(match, "near").lower()]
    if discourse.narrative and not steps:
        return [Found(match.start(), match.end(), "DATE", "PRESENT_REF")]
    if not beyond and match[0][0].isupper() and is_title(match):
        return []
    base, anchor = discourse.here()
    return dated(match, step(base, steps, "D") if base else _unknown("D"), anchor)


_YEARS = {"DE": 10, "CE": 100}


def _wide(unit: Unit, count: float) -> tuple[str, int]:
    """A unit's code and a whole number of them: half a century is 50 years."""
    if count % 1 and unit.code in _YEARS:
        return "Y", round(count * _YEARS[unit.code])
    return unit.code, round(count * unit.factor)


_BACK = ("ago", "back", "earlier", "before", "before that", "beforehand", "previously")


def offset(match: Match, discourse: Discourse) -> list[Found]:
    """`three days ago`, `two weeks later`: as fine as the unit; of unknown number, the past or the future as such."""
    unit = unit_of(caught(match, "unit"))
    way = " ".join(caught(match, "way").lower().split())
    said = caught(match, "count")
    later = way not in _BACK
    if way == "on" and not discourse.narrative:
        return []
    count = 1.5 if caught(match, "plus") else count_of(said) if said else None
    if way in ("after", "before", "following") and re.compile(r"\s\w").match(match.string, match.end()):
        return _length(match, unit, count)  # `three days after the attack`
    if count is not None and unit.code.startswith("T"):
        return _length(match, unit, count)
    if count is None:
        return [Found(match.start(), match.end(), "DATE", "FUTURE_REF" if later else "PAST_REF")]
    base, anchor = discourse.here() if way in ("ago", "from now", "hence", "back") else discourse.there()
    if base is None or base.year is None:
        return dated(match, _unknown(unit.code))
    code, steps = _wide(unit, count)
    if code == "Y" and steps == 1 and not later and discourse.quarter and not discourse.narrative:
        return dated(match, step(discourse.quarter, -4, "Q"), "previous")
    return dated(match, step(base, steps if later else -steps, code), anchor)


def _length(match: Match, unit: Unit, count: float | None) -> list[Found]:
    return [Found(match.start(), match.end("unit"), "DURATION", length_of(unit, count))]


_EVENT = re.compile(r"\s(?:the|a|an|his|her|its|their|he|she|it|they|we|I|[A-Z]\w+)\b")
"""What the day lies before or after, where it is told: no day that we know."""


def beside(match: Match, discourse: Discourse) -> list[Found]:
    """`the day before`, `the week after`, `the year following`."""
    unit = unit_of(caught(match, "unit"))
    way = caught(match, "way").lower()
    if way in ("earlier", "later") and not match[0].lower().startswith("the"):
        return []
    base, anchor = discourse.there()
    if base is None or _EVENT.match(match.string, match.end()):
        return dated(match, _unknown(unit.code))
    steps = -1 if way in ("before", "earlier", "previous") else 1
    return dated(match, step(base, steps, unit.code), anchor)


def _base_of(match: Match, discourse: Discourse, which: str) -> tuple[Point | None, Anchored, int]:
    steps, where = table("which")[which]
    the = match[0].lower().startswith("the ")
    if the and which == "next":
        where = "there"
    if which == "same" or (which == "that"):
        where = "there"
    base, anchor = discourse.base(where)
    if which in ("that", "same") and discourse.last is None:
        base, anchor = None, "none"
    return base, anchor, steps


def which_one(match: Match, discourse: Discourse) -> list[Found]:
    """`last week`, `this year`, `next summer`, `the following day`, `that same month`, `this fiscal year`."""
    which = caught(match, "which").lower()
    if caught(match, "unit")[:1].isupper() and is_title(match):
        return []
    if which in ("last", "past") and _PART_OF.match(match.string, match.end()):
        return []
    if caught(match, "unit").lower() == "quarter" and match.string.startswith(" century", match.end()):
        return []
    base, anchor, steps = _base_of(match, discourse, which)
    if caught(match, "season"):
        return _season(match, base, anchor, steps)
    unit = unit_of(caught(match, "unit")) if caught(match, "unit") else Unit("year", "Y", 1)
    if unit.code.startswith("T"):
        return []
    plural = bool(caught(match, "unit")) and caught(match, "unit").lower() != unit.name
    if plural:
        return []
    if base is None or base.year is None:
        point = _unknown(unit.code)
        return dated(match, point) if unit.name != "weekend" else [_weekend(match, point, "none")]
    if unit.code in ("W", "D") and base.precision not in ("day", "week", "month"):
        return []
    the = match[0].lower().startswith("the ")
    if unit.code in ("DE", "CE") and (which == "past" or (the and which in ("last", "next"))):
        return [Found(match.start(), match.end(), "DURATION", f"P1{unit.code}")]
    point = step(base, steps, unit.code)
    if unit.name == "weekend":
        return [_weekend(match, point, anchor)]
    if unit.name == "night":
        return [Found(match.start(), match.end(), "TIME", point.value + "TNI", point, anchor)]
    return dated(match, point, anchor)


_PART_OF = re.compile(r"\sof\s(?!(?:this|last|next|the same)\b)")
"""`the last day of the siege` is none of the calendar's."""


def _weekend(match: Match, week: Point, anchor: Anchored) -> Found:
    return Found(match.start(), match.end(), "DATE", f"{week.value}-WE", week, anchor)


def _season(match: Match, base: Point | None, anchor: Anchored, steps: int) -> list[Found]:
    code = season_code(caught(match, "season"))
    if base is None or base.year is None:
        return dated(match, Point("season", None, sub=code))
    month = base.about_month or 1
    begins = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}[code]
    year = base.year
    if steps < 0:
        year -= begins + 2 >= month and code != "WI"
    elif steps > 0:
        year += begins <= month
    return dated(match, Point("season", year, sub=code), anchor)


def in_the_day(match: Match, discourse: Discourse) -> list[Found]:
    """`later in the day`: the day spoken of, in news that of publication."""
    base, anchor = discourse.here()
    point = at(base, "D") if base else _unknown("D")
    mod = "END" if caught(match, "word").lower() == "later" else "START"
    return [Found(match.start(), match.end(), "DATE", point.value, point, anchor, mod)]


def the_unit(match: Match, discourse: Discourse) -> list[Found]:
    """`the month`, `the year`: the one that is spoken of."""
    unit = unit_of(caught(match, "unit"))
    if is_named(match, caught(match, "unit")):
        return []
    base, anchor = discourse.there() if discourse.narrative or match[0].lower().startswith("that") else discourse.here()
    if base is None or base.year is None or unit.name in ("day", "night", "decade"):
        return []
    if unit.code in ("W", "M") and base.precision not in ("day", "week", "month"):
        return []
    point = at(base, unit.code)
    if unit.name == "weekend":
        day = base.date
        ahead = tense_at(discourse.text, match.start(), match.end()) == "ahead"
        over = day is not None and day.isoweekday() < 6 and not ahead and not discourse.narrative
        return [_weekend(match, step(base, -1, "W") if over else point, anchor)]
    return dated(match, point, anchor)


def year_end(match: Match, discourse: Discourse) -> list[Found]:
    """`by year-end`, `year's end`."""
    which = (caught(match, "which") or "this").lower()
    base, anchor = discourse.here()
    point = step(base, table("which")[which][0], "Y") if base else Point("year", None)
    if caught(match, "year"):
        point, anchor = Point("year", int(caught(match, "year"))), "none"
    return [Found(match.start(), match.end(), "DATE", point.value, point, anchor, "END")]
