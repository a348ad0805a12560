"""Months and days without a year: a match and the story so far in, the year that is meant out."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import number_of, table
from sayso.language.times.points import Point, step
from sayso.language.times.readers.dating import dated
from sayso.language.times.readers.groups import caught
from sayso.language.times.tense import tense_at
from sayso.language.times.timex import Anchored

__all__ = ["bare_month", "month_which", "year_for"]

Match = re.Match[str]


def year_for(discourse: Discourse, month: int, day: int | None, start: int, end: int) -> tuple[int | None, Anchored]:
    """The year of a day or month without one: that of the story, or the nearest one that the tense allows."""
    if discourse.narrative:
        return _year_of_story(discourse, month), "previous" if discourse.last else "none"
    here = discourse.anchor
    if here is None:
        return None, "none"
    return _year_in_news(here, month, day, tense_at(discourse.text, start, end, reach=_REACH)), "published"


_REACH = 40
"""A verb of the past further back than this may rule something else."""
_SOON = 4
"""A month this many months ahead is the one meant where no verb tells."""


def _year_in_news(here: date, month: int, day: int | None, tense: str | None) -> int:
    """The year that puts the date where the tense says, or as near as can be where it says nothing."""
    ahead = (month - here.month) % 12
    if not ahead:
        apart = 0 if day is None else day - here.day
        return here.year + (tense == "ahead" and apart < -20) - (tense == "over" and apart > 20)
    if tense == "ahead":
        take = ahead <= 9
    elif tense == "over":
        take = day is not None and ahead == 1 and (31 - here.day) + day <= 21
    else:
        take = ahead <= _SOON
    next_one = here.year + (month < here.month)
    return next_one if take else next_one - 1


_TURN = 8
"""A month that lies this many before the one spoken of last is that of the next year."""


def _year_of_story(discourse: Discourse, month: int) -> int | None:
    line = discourse.line
    if line is None or line.year is None:
        return None
    known = line.about_month
    return step(line, 1, "Y").year if known and known - month >= _TURN else line.year


_SURNAME = re.compile(r"\s[A-Z][a-z]")
_SPAN = re.compile(r"\s?[-–—/]\s?[A-Z][a-z]{2,8}\b|,? (?:and|to) (?:January|February|March|April|June|July|August)")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('leads')['month'])})[\s-]\Z", re.IGNORECASE)


def _is_month(match: Match) -> bool:
    """Not the verbs `may` and `march`, nor a name: `General April`, `May Lee`."""
    word = caught(match, "month")
    text, start, end = match.string, match.start("month"), match.end("month")
    if not word[0].isupper():
        return len(word) > 4 and word.lower() not in ("march", "august")
    lead = _leads().search(text, max(0, start - 12), start)
    if not lead and _SURNAME.match(text, end):
        return False
    if word.lower() in ("may", "march", "mar", "jan", "sep", "dec") and not lead:
        return word.lower() in ("may", "march") and bool(_SPAN.match(text, end))
    if len(word) == 3 and word.lower() != "may":
        return bool(lead) or text[end - 1 : end] == "."
    return True


def bare_month(match: Match, discourse: Discourse) -> list[Found]:
    """`in September`."""
    if not _is_month(match):
        return []
    month = number_of("months")[caught(match, "month").lower()]
    year, anchor = year_for(discourse, month, None, match.start(), match.end())
    return dated(match, Point("month", year, month), anchor)


def month_which(match: Match, discourse: Discourse) -> list[Found]:
    """`last March`, `this May`, `the following June`."""
    if not caught(match, "month")[0].isupper():
        return []
    said = caught(match, "which").lower().split()
    month = number_of("months")[caught(match, "month").lower()]
    steps, where = table("which")[said[1] if said[0] == "the" else said[0]]
    base, anchor = discourse.base(where)
    if base is None or base.year is None:
        return dated(match, Point("month", None, month))
    known = base.about_month or 1
    year = base.year
    if steps < 0:
        year -= month >= known
    elif steps > 0:
        year += month <= known
    elif "past" in said:
        year -= month > known
    return dated(match, Point("month", year, month), anchor)
