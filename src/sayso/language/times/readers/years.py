"""Years: a match in, the years it writes out, unless another word counts with the figure."""

from __future__ import annotations

import re

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import count_of, table
from sayso.language.times.points import Point
from sayso.language.times.readers.dating import dated, month_in, written_year
from sayso.language.times.readers.groups import caught

__all__ = ["bare_year", "old_year", "old_years", "spoken", "years"]

Match = re.Match[str]


def years(match: Match, discourse: Discourse) -> list[Found]:
    """`1999-2001`, `1914-18`: two years."""
    first, last = int(caught(match, "year")), int(match["year2"])
    if len(match["year2"]) == 2:
        last += first - first % 100
    if last <= first or last - first > 400 or (len(match["year2"]) == 2 and last - first > 60):
        return []
    begin, end = Point("year", first), Point("year", last)
    return dated(match, begin, group="year") + dated(match, end, group="year2")


def old_years(match: Match, discourse: Discourse) -> list[Found]:
    """`499-493 BC`."""
    first, then = int(caught(match, "old")), int(caught(match, "then"))
    era = caught(match, "era").lower()
    sign = -1 if era.startswith("b") else 1
    if not sign * first < sign * then or not then:
        return []
    begin, end = Point("year", sign * first), Point("year", sign * then)
    return [*dated(match, begin, group="old"), Found(match.start("then"), match.end(), "DATE", end.value, end)]


_NUMBER_BEFORE = re.compile(r"(?:([^\W\d_]+\.?)|([$£€¥#]))\s?\Z")
_WORD_AFTER = re.compile(r"[\s-]{1,2}([^\W\d_]+)")


def bare_year(match: Match, discourse: Discourse) -> list[Found]:
    """`in 2019`: a figure of four digits that no other word counts with."""
    text, start, end = match.string, match.start("year"), match.end("year")
    year = written_year(match) or 0
    ahead = _NUMBER_BEFORE.search(text, max(0, start - 16), start)
    lead = ahead[1].lower() if ahead and ahead[1] else ""
    behind = _WORD_AFTER.match(text, end)
    counts = table("not_year")
    if ahead and (ahead[2] or lead in counts["label"] or (lead in counts["before"] and year < 1900)):
        return []
    dated_lead = lead in table("leads")["sure"] and year >= 1700
    if behind and behind[1].lower() in counts["after"] and not dated_lead:
        return []
    if not 1700 <= year <= 2100 and lead not in table("leads")["year"]:
        return []
    return dated(match, Point("year", year))


def old_year(match: Match, discourse: Discourse) -> list[Found]:
    """`in 479`: a year before Christ, in a history that counts so."""
    last = discourse.last
    if last is None or last.year is None or last.year >= 0 or abs(abs(last.year) - int(caught(match, "old"))) > 100:
        return []
    return dated(match, Point("year", -int(caught(match, "old"))), "previous")


def spoken(match: Match, discourse: Discourse) -> list[Found]:
    """`nineteen ninety-six`, as broadcasters' transcripts spell it."""
    if not caught(match, "hundreds"):
        return dated(match, Point("year", 2000))
    hundreds, rest = count_of(caught(match, "hundreds")), count_of(caught(match, "rest"))
    if hundreds is None or rest is None:
        return []
    year = int(100 * hundreds + rest)
    month = month_in(match)
    return dated(match, Point("month", year, month) if month else Point("year", year))
