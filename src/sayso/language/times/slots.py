"""The parts that patterns of `rules.toml` are made of: the words of time in, named groups of patterns out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso.language.times.lexicon import (
    forms_of_units,
    holiday_names,
    number_of,
    ordinals,
    season_names,
    table,
    vague,
)

__all__ = ["alternation", "slots"]


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a blank stands for any one or two blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}").replace("'", "['’]") for word in ordered)


@cache
def slots() -> dict[str, str]:
    """The named parts that patterns of `rules.toml` are made of."""
    numbers = table("numbers")
    words = [*numbers["values"][1:], *numbers["tens"]]
    parts = r"(?:\d{1,3}(?:\s|-))?[1-3]/[2-4](?!\d)"
    figure = rf"(?:\d{{1,3}}(?:,\d{{3}})+|{parts}|\d{{1,5}}(?:\.\d{{1,2}})?)(?=\D)(?!\s(?:{alternation(words)})\b)"
    one = rf"(?:{figure}|{alternation(words)})"
    more = rf"(?:(?:\s|-)(?:and\s)?(?:{alternation(words)}|hundred|thousand|dozen))"
    count = (
        rf"(?:a\scouple(?:\sof)?|couple(?:\sof)?|half\san?|half(?=[\s-](?:hour|century|decade)\b)|another(?:\s{one})?|{alternation(numbers['some'])}"
        rf"|{one}{more}{{0,5}}(?:[\s-]and[\s-]a[\s-]half)?|an?(?:\s(?:hundred|thousand|dozen))?)"
    )
    months, weekdays = number_of("months"), number_of("weekdays")
    short = [word for word in weekdays if len(word) < 6]
    full = [word for word in weekdays if len(word) >= 6]
    eras = r"(?:b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?)(?![a-z])"
    return {
        "month": rf"(?P<month>{alternation(months)})\b(?:(?<=\b\w{{3}})\.|(?<=\bsept)\.)?",
        "weekday": rf"(?P<weekday>{alternation(full)})",
        "wd": rf"(?:(?P<weekday>{alternation(full)}|{alternation(short)})\b\.?,?\s{{1,2}}(?:the\s)?)?",
        "day": r"(?P<day>0?[1-9]|[12]\d|3[01])",
        "th": r"(?:st|nd|rd|th)?",
        "year": r"(?P<year>1\d{3}|20\d\d|21\d\d)(?![\d%]|,\d|\.\d)",
        "count": rf"(?P<count>{count})",
        "number": rf"(?P<number>{one}{more}{{0,3}})",
        "unit": rf"(?P<unit>{alternation(forms_of_units())})\b",
        "season": rf"(?P<season>{alternation(season_names())})(?:s\b|\b)",
        "part": rf"(?P<part>{alternation(table('parts'))})\b",
        "which": rf"(?P<which>{alternation(table('which'))})",
        "ordinal": rf"(?P<ordinal>{alternation(ordinals())}|\d{{1,2}}(?:st|nd|rd|th))",
        "era": rf"(?P<era>{eras})",
        "ofyear": (
            r"(?:,?\s{1,2}(?:(?:of|in)\s)?(?:the\s)?"
            r"(?P<yearwhich>last|this|next|that(?:\ssame)?|same|following|previous|current|past|preceding)\s{1,2}year)"
        ),
        "near": rf"(?P<near>{alternation(table('near'))})\b",
        "set": rf"(?P<set>{alternation(table('sets'))})\b",
        "vague": rf"(?P<vague>{alternation(vague())})(?!\w)",
        "hijri": rf"(?P<hijri>{alternation(number_of('hijri', 'calendars.toml'))})\b",
        "solar": rf"(?P<solar>{alternation(number_of('solar', 'calendars.toml'))})\b",
        "holiday": rf"(?P<holiday>{alternation(holiday_names())})(?!\w)",
    }
