"""Decades, centuries and holidays: a match in, the dates they name out."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import Any

from sayso.language.times.calendars import easter, hijri_day, nth_weekday, solar_day
from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import ordinals, table
from sayso.language.times.points import Point, of_day
from sayso.language.times.readers.dating import dated, which_year
from sayso.language.times.readers.groups import caught
from sayso.language.times.tense import tense_at
from sayso.language.times.timex import Anchored
from sayso.schema.data import read_data

__all__ = ["century", "decade", "holiday"]

Match = re.Match[str]


def decade(match: Match, discourse: Discourse) -> list[Found]:
    """`the 1990s`, `the '80s`, `the nineties`, `the 470s BC`."""
    era = -1 if caught(match, "era").lower().startswith("b") else 1
    if caught(match, "named"):
        tens = 10 * (table("numbers")["decades"].index(caught(match, "named").lower()) + 2)
        if not caught(match, "word") and not match[0].lower().startswith("the"):
            return []
        if re.compile(r"(?:his|her|their|my)\s(?:\w+\s)?\Z").search(
            match.string, max(0, match.start() - 14), match.start()
        ):
            return []  # `in his fifties`
        year = 1900 + tens
    elif caught(match, "short"):
        year = 1900 + int(caught(match, "short"))
    else:
        year = era * int(caught(match, "year") or caught(match, "old") or 0)
        if era > 0 and year % 100 == 0 and year < 2000:
            return dated(match, Point("century", year))  # `the 1800s`
    return dated(match, Point("decade", year)) if year else []


def century(match: Match, discourse: Discourse) -> list[Found]:
    """`the 19th century` is 18; before Christ the one called fourth is the fourth that ends: BC03."""
    said = caught(match, "ordinal").lower()
    digits = re.match(r"\d+", said)
    number = int(digits[0]) if digits else ordinals()[" ".join(said.split())]
    era = -1 if (caught(match, "era")).lower().startswith("b") else 1
    if not 1 <= number <= 30:
        return []
    point = Point("century", era * ((number - 1) * 100 or 1))
    return dated(match, point)


_TITLE = re.compile(r"(?:White|Black|Red|Merry|Happy)\s\Z")


@cache
def _holidays() -> dict[str, dict[str, Any]]:
    return {name: row for row in read_data("sayso.language.times", "holidays.toml")["holiday"] for name in row["names"]}


def holiday(match: Match, discourse: Discourse) -> list[Found]:
    """`Christmas Day 2024`, `Easter`, `Eid al-Fitr`: without a year, the one that the tense allows."""
    name = " ".join(caught(match, "holiday").lower().replace("’", "'").split())
    row = _holidays().get(name) or _holidays()[name.replace("'", "’")]
    if not caught(match, "holiday")[0].isupper() or _TITLE.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
        return []
    year: int | None
    anchor: Anchored
    if caught(match, "year"):
        year, anchor = int(caught(match, "year")), "none"
    else:
        year, anchor = which_year(match, discourse) or _year(match, discourse, row)
    if year is None:
        unknown = Point("day", None, row.get("month"), row.get("day"))
        return dated(match, unknown)
    day = _on(row, year)
    return dated(match, of_day(day), anchor) if day else []


def _year(match: Match, discourse: Discourse, row: dict[str, Any]) -> tuple[int | None, Anchored]:
    if discourse.narrative:
        return (discourse.last.year, "previous") if discourse.last else (None, "none")
    here = discourse.anchor
    if here is None:
        return None, "none"
    this = _on(row, here.year)
    if this is None:
        return here.year, "published"
    which = caught(match, "which").lower()
    tense = tense_at(discourse.text, match.start(), match.end(), reach=_REACH)
    if which == "next" or (tense == "ahead" and which != "last"):
        return here.year + (this < here), "published"
    far = 0 if which == "last" else _JUST if tense == "over" else _SOON
    return here.year - (this > here + timedelta(days=far)), "published"


_REACH, _JUST, _SOON = 40, 21, 120
"""As for months: a verb of the past must stand near; with none, a feast within four months is one to come."""


def _on(row: dict[str, Any], year: int) -> Any:
    if not 1 <= year <= 9998:
        return None
    if "easter" in row:
        return easter(year) + timedelta(days=row["easter"])
    if "weekday" in row:
        return nth_weekday(year, row["month"], row["weekday"], row["nth"])
    if "hijri" in row:
        return hijri_day(year, *row["hijri"])
    if "solar" in row:
        return solar_day(year, *row["solar"])
    return Point("day", year, row["month"], row["day"]).date
