"""Lengths and what comes round: a match in, TIMEX3 durations and sets out."""

from __future__ import annotations

import re

from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.lexicon import Unit, count_of, number_of, table, unit_of
from sayso.language.times.readers.groups import caught, is_title
from sayso.language.times.readers.periods import season_code

__all__ = [
    "and_a_half",
    "duration",
    "every",
    "every_unit",
    "lasting",
    "length_of",
    "recent",
    "recurring",
    "two_lengths",
    "unit_long",
    "units",
    "which_many",
    "year_ended",
]

Match = re.Match[str]


def length_of(unit: Unit, count: float | None) -> str:
    """The TIMEX3 value of so many of a unit.

    >>> length_of(unit_of("days"), 3), length_of(unit_of("hours"), None), length_of(unit_of("decades"), 0.5)
    ('P3D', 'PTXH', 'P.5DE')
    """
    code = unit.code.removeprefix("T")
    many = "X" if count is None else f"{count * unit.factor:.10g}"
    return f"P{'T' if unit.code.startswith('T') else ''}{many.removeprefix('0') if many != '0' else many}{code}"


def _length(match: Match, value: str) -> list[Found]:
    return [Found(match.start(), match.end(), "DURATION", value)]


def duration(match: Match, discourse: Discourse) -> list[Found]:
    """`three days`, `a few weeks`, `a two-year term`; not `a second attack`, `the first day` or `5 minute`."""
    said = caught(match, "count").lower()
    unit = unit_of(caught(match, "unit"))
    written = caught(match, "unit").lower()
    one = said in ("a", "an")
    if match.string.startswith("-to-", match.end()):
        return []  # `year-to-year`
    if one and _spurious(match, unit):
        return []
    if unit.name == "second" and (one or not said[0].isdecimal()) and written == "second":
        return []
    if unit.name == "quarter" and (one or said in ("three", "3")) and " of " not in match[0]:
        return []  # a part of a whole, but for `the first three quarters of 2024`
    if said == "some" and written == "day":
        return [Found(match.start(), match.end(), "DATE", "FUTURE_REF")]
    if said == "one" and written == "day" and _WILL.search(match.string, max(0, match.start() - 8), match.start()):
        return [Found(match.start(), match.end(), "DATE", "FUTURE_REF")]
    if one and unit.name in ("month", "week", "day", "year", "hour", "minute") and _each(match):
        return [Found(match.start(), match.end(), "SET", f"P{'T' if unit.code[0] == 'T' else ''}1{unit.code[-1]}")]
    return _length(match, length_of(unit, count_of(said)))


_WILL = re.compile(r"\b(?:will|would|could|may|might|can|to|shall)\s\Z", re.IGNORECASE)
"""`it will one day be`: some day."""


def two_lengths(match: Match, discourse: Discourse) -> list[Found]:
    """`two to three weeks`: two lengths."""
    unit, first, then = unit_of(caught(match, "unit")), caught(match, "number"), caught(match, "count")
    if unit.name in ("quarter", "second") or count_of(then) is None or first.lower() == "a":
        return []
    low = Found(match.start("number"), match.end("number"), "DURATION", length_of(unit, count_of(first)))
    return [low, Found(match.start("count"), match.end(), "DURATION", length_of(unit, count_of(then)))]


def and_a_half(match: Match, discourse: Discourse) -> list[Found]:
    """`an hour and a half`."""
    return _length(match, length_of(unit_of(caught(match, "unit")), 1.5))


def year_ended(match: Match, discourse: Discourse) -> list[Found]:
    """`the year ended 31 March`: a length that ends on a day."""
    return _length(match, "P1Y")


_EACH = re.compile(
    r"(?:\d|\b(?:times|once|twice|million|billion|cents|dollars|barrels|tons|percent|people|much|share))\W{0,2}\s\Z"
)


def _each(match: Match) -> bool:
    """`three times a year`, `$3 a day`: for each."""
    return bool(_EACH.search(match.string, max(0, match.start() - 16), match.start()))


def _spurious(match: Match, unit: Unit) -> bool:
    """`a day` is a length; `a night out`, `a quarter of` and `a minute` as such are not."""
    return unit.name in ("quarter", "second", "night") or caught(match, "unit").lower() != unit.name


def which_many(match: Match, discourse: Discourse) -> list[Found]:
    """`the past three months`, `the next few days`; `the past three summers` come round."""
    if caught(match, "season"):
        return [Found(match.start(), match.end(), "SET", f"XXXX-{season_code(match['season'])}")]
    unit = unit_of(caught(match, "unit"))
    if caught(match, "count").lower() in ("a", "an"):
        return []
    return _length(match, length_of(unit, count_of(caught(match, "count"))))


def recent(match: Match, discourse: Discourse) -> list[Found]:
    """`recent weeks`, `the last months`."""
    return _length(match, length_of(unit_of(caught(match, "unit")), None))


_COUNTED = re.compile(r"\b(?:on|other|number of|most|such)\s\Z", re.IGNORECASE)
"""`on days when`, `the number of days`: days counted, no length."""


def units(match: Match, discourse: Discourse) -> list[Found]:
    """`for weeks`."""
    unit = unit_of(caught(match, "unit"))
    if match[0].lower().startswith("the") and unit.name in ("minute", "night"):
        return []
    if _COUNTED.search(match.string, max(0, match.start() - 14), match.start()):
        return []
    if caught(match, "unit")[0].isupper() and is_title(match):
        return []
    return _length(match, length_of(unit, None))


def unit_long(match: Match, discourse: Discourse) -> list[Found]:
    """`a year-long siege`, `a weeks-long one`."""
    unit = unit_of(caught(match, "unit"))
    return _length(match, length_of(unit, 1 if caught(match, "unit").lower() == unit.name else None))


def lasting(match: Match, discourse: Discourse) -> list[Found]:
    """`a weeklong siege`, `a monthslong one`."""
    return _length(match, length_of(unit_of(caught(match, "unit")), None if caught(match, "plural") else 1))


def every(match: Match, discourse: Discourse) -> list[Found]:
    """`every Friday`, `Mondays`, `each July`, `every summer`."""
    if plural := caught(match, "plural"):
        if not match[0][0].isupper():
            return []
        value = f"XXXX-WXX-{number_of('weekdays')[plural.lower() + 'day']}"
    elif caught(match, "weekday"):
        value = f"XXXX-WXX-{number_of('weekdays')[caught(match, 'weekday').lower()]}"
        if nights := caught(match, "nights"):
            value += f"T{table('parts')[nights.lower().removesuffix('s')]}"
    elif caught(match, "month"):
        value = f"XXXX-{number_of('months')[match['month'].lower()]:02}"
    else:
        value = f"XXXX-{season_code(match['season'])}"
    return [Found(match.start(), match.end(), "SET", value)]


def every_unit(match: Match, discourse: Discourse) -> list[Found]:
    """`every day`, `every two weeks`, `every other year`, `twice a month`."""
    if caught(match, "part"):
        value = f"XXXX-XX-XXT{table('parts')[match['part'].lower()]}"
        return [Found(match.start(), match.end(), "SET", value)] if not value[-1].isdecimal() else []
    unit = unit_of(caught(match, "unit"))
    count: float | None = (
        2 if caught(match, "other") else count_of(caught(match, "count")) if caught(match, "count") else 1
    )
    start = match.start("unit") if caught(match, "word").lower().endswith((" a", " an")) else match.start()
    return [Found(start, match.end(), "SET", length_of(unit, count))]


def recurring(match: Match, discourse: Discourse) -> list[Found]:
    """`daily`, `weekly`, `annual`."""
    if caught(match, "set")[0].isupper() and (_TITLE.match(match.string, match.end()) or is_title(match)):
        return []  # a paper: `the Morning Weekly`
    if _MEAN.search(match.string, max(0, match.start() - 10), match.start()):
        return []
    return [Found(match.start(), match.end(), "SET", str(table("sets")[caught(match, "set").lower()]))]


_TITLE = re.compile(r"\s[A-Z]")
_MEAN = re.compile(r"\baverage\s\Z", re.IGNORECASE)
"""`the average daily volume` is a rate."""
