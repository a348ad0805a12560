"""Seasons, quarters and halves of years: a match in, the period out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import ordinals, table
from sayso.language.times.points import Point, at, is_day, of_day, step
from sayso.language.times.readers.dating import dated, day_in, month_in, which_year, written_year
from sayso.language.times.readers.groups import caught
from sayso.language.times.readers.yearless import year_for
from sayso.language.times.tense import tense_at
from sayso.language.times.timex import Anchored

__all__ = ["half", "period_ended", "quarter", "season", "season_code", "which_quarter", "year_back", "year_period"]

Match = re.Match[str]
_ORDER = {"WI": 0, "SP": 1, "SU": 2, "FA": 3}


def season_code(word: str) -> str:
    """`autumn` is FA.

    >>> season_code("Autumn")
    'FA'
    """
    return next(code for code, words in table("seasons").items() if word.lower().removesuffix("s") in words)


def season(match: Match, discourse: Discourse) -> list[Found]:
    """`the spring of 2024`, `summer`; `fall` and `spring` alone are verbs and springs too."""
    code = season_code(caught(match, "season"))
    if caught(match, "old"):
        era = -1 if caught(match, "era").lower().startswith("b") else 1
        return dated(match, Point("season", era * int(caught(match, "old")), sub=code))
    if caught(match, "year"):
        return dated(match, Point("season", int(caught(match, "year")), sub=code))
    told = which_year(match, discourse)
    if told is None and not _is_season(match):
        return []
    year, anchor = told or _season_year(match, discourse, code)
    return dated(match, Point("season", year, sub=code), anchor)


def _season_year(match: Match, discourse: Discourse, code: str) -> tuple[int | None, Anchored]:
    base, anchor = discourse.here()
    if base is None or base.year is None or base.precision in ("decade", "century"):
        return None, "none"
    month = base.about_month
    if anchor == "previous" or month is None:
        return base.year, anchor
    now = month % 12 // 3
    ahead = tense_at(discourse.text, match.start(), match.end()) == "ahead"
    late = _ORDER[code] > now
    return base.year + (_ORDER[code] < now if ahead else -late), anchor


_SEASON_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|from|of|to|through|throughout|during|for|late|early|mid|the|this|last|next|every|each)[\s-]\Z",
    re.IGNORECASE,
)


def _is_season(match: Match) -> bool:
    word, start = caught(match, "season").lower(), match.start("season")
    lead = _SEASON_LEAD.search(match.string, max(0, start - 12), start)
    if word in ("spring", "fall"):
        behind = re.compile(r"\s(?:of|in|to|from|into|back|for)\b").match(match.string, match.end("season"))
        said = lead[0].lower().strip(" -\n") if lead else ""
        return (
            bool(lead)
            and said not in ("to", "for" if word == "spring" else "to")
            and not (behind and said in ("the", "of"))
        )
    return caught(match, "season").islower() or bool(lead)


def _number(said: str) -> int | None:
    digits = re.match(r"\d+", said)
    return int(digits[0]) if digits else ordinals().get(" ".join(said.lower().split()))


def quarter(match: Match, discourse: Discourse) -> list[Found]:
    """`the third quarter`, `last year's first half`, `Q3 2024`: without a year, the latest one that has begun."""
    number = int(caught(match, "number")) if caught(match, "number") else _number(caught(match, "ordinal"))
    halves = caught(match, "unit").lower() in ("half", "h")
    if number is None or number > (2 if halves else 4):
        return []
    written = caught(match, "year")
    if halves and not written and not caught(match, "yearwhich") and not _of_books(match):
        return []
    year: int | None
    anchor: Anchored
    if written:
        year, anchor = int(written), "none"
    else:
        year, anchor = which_year(match, discourse) or _latest(match, discourse, number * (6 if halves else 3))
    if year is not None and caught(match, "back"):
        year -= 1
    return dated(match, Point("half" if halves else "quarter", year, sub=f"{'H' if halves else 'Q'}{number}"), anchor)


_BOOKS = re.compile(
    r"profit|earning|sales|revenue|income|quarter|fiscal|budget|output|econom|export|shipments", re.IGNORECASE
)


def _of_books(match: Match) -> bool:
    """Whether a `first half` is one of the year and not of a game: figures of a business stand near."""
    return bool(_BOOKS.search(match.string, max(0, match.start() - 200), match.end() + 200))


def _latest(match: Match, discourse: Discourse, last_month: int) -> tuple[int | None, Anchored]:
    base, anchor = discourse.here()
    if base is None or base.year is None:
        return None, "none"
    month = base.about_month
    if anchor == "previous" or month is None:
        return base.year, anchor
    if last_month + 5 < month and tense_at(discourse.text, match.start(), match.end(), reach=_REACH) == "ahead":
        return base.year + 1, anchor
    return base.year - (last_month - 2 > month + 2), anchor


_REACH = 40
"""A verb of the past further back than this may rule something else."""


def half(match: Match, discourse: Discourse) -> list[Found]:
    """`the second half of 2024`."""
    first = caught(match, "half").lower() in ("first", "former")
    return dated(match, Point("half", int(caught(match, "year")), sub="H1" if first else "H2"))


_MID = {"quarter": 31 + 15, "week": 0}
"""So many days before its last day lies a day well within a period: a quarter may end some days off the calendar's."""


def period_ended(match: Match, discourse: Discourse) -> list[Found]:
    """`the quarter ended 30 September`, `the week ended October 20`: the one that the day closes."""
    unit, month, day = caught(match, "unit").lower(), month_in(match), day_in(match)
    if month is None or day is None:
        return []
    anchor: Anchored
    year, anchor = written_year(match), "none"
    if year is None:
        year, anchor = year_for(discourse, month, day, match.start(), match.end())
    if year is None or not 1 < year < 9999 or not is_day(year, month, day):
        return []
    within = of_day(date(year, month, day) - timedelta(days=_MID[unit]))
    return dated(match, at(within, "Q" if unit == "quarter" else "W"), anchor)


def _spoken_of(discourse: Discourse) -> tuple[Point | None, Anchored]:
    """The quarter that was spoken of, else the last one that was over at publication."""
    if discourse.quarter:
        return discourse.quarter, "previous"
    base, anchor = discourse.here()
    return (step(at(base, "Q"), -1, "Q"), anchor) if base else (None, "none")


def which_quarter(match: Match, discourse: Discourse) -> list[Found]:
    """`the quarter`, `the latest period`, `this quarter`, `next quarter`."""
    which = (caught(match, "which") or "the").lower()
    period = caught(match, "unit").lower() == "period"
    if period and which not in ("latest", "current"):
        return []
    if which in ("latest", "the", "same", "that"):
        point, anchor = _spoken_of(discourse)
    else:
        base, anchor = discourse.here()
        steps, _ = table("which").get(which, (0, "here"))
        point = step(base, steps, "Q") if base else None
    return dated(match, point or Point("quarter", None, sub="QX"), anchor)


def year_back(match: Match, discourse: Discourse) -> list[Found]:
    """`the year-ago quarter`, `year-earlier`: the same period a year before."""
    unit = next(
        (caught(match, name).lower() for name in ("unit", "unit2", "unit3", "unit4") if caught(match, name)), ""
    )
    if unit == "month":
        base, anchor = discourse.here()
        return dated(match, step(at(base, "M"), -12, "M") if base else Point("month", None), anchor)
    if unit == "quarter" or discourse.quarter:
        point, anchor = _spoken_of(discourse)
        back = step(point, -4, "Q") if point else Point("quarter", None, sub="QX")
        return dated(match, back, anchor)
    last = discourse.last
    if last and last.precision == "month" and not discourse.narrative and _set_beside(match):
        return dated(match, step(last, -12, "M"), "previous")
    base, anchor = discourse.here()
    return dated(match, step(base, -1, "Y") if base else Point("year", None), anchor)


_BESIDE = re.compile(r"\b(?:from|than|with|to|against|over|on)\s(?:a\s|the\s)?\Z", re.IGNORECASE)
_THEN = re.compile(r"earlier|before|prior|previous", re.IGNORECASE)


def _set_beside(match: Match) -> bool:
    """`orders rose in April, and were up from a year earlier`: figures of a month stand beside those of the same."""
    return bool(_THEN.search(match[0]) and _BESIDE.search(match.string, max(0, match.start() - 12), match.start()))


def year_period(match: Match, discourse: Discourse) -> list[Found]:
    """`the 2023 quarter`: the quarter spoken of, in another year."""
    point, anchor = _spoken_of(discourse)
    year = int(caught(match, "year"))
    if point is None or (caught(match, "unit").lower() == "period" and not discourse.quarter):
        return dated(match, Point("year", year))
    return dated(match, Point("quarter", year, sub=point.sub), anchor)
