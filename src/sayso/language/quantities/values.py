"""A number as it is written, in digits or words, in; its value out; and the pattern that finds numbers in a text.

`1,400`, `1.2 million`, `eleven`, `two hundred and six`, `two dozen`, `half a million`; `hundreds` has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso.language.quantities.quantity import Number
from sayso.language.quantities.vocabulary import marks, numbers, words

__all__ = ["any_of", "number_pattern", "tells_number", "value_of", "value_pattern"]

_DIGITS = (
    r"\d{1,3}(?:,\d{2,3}){0,5},\d{3}(?:\.\d{1,9})?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,5}|\d{1,15}(?:\.\d{1,9})?"
)
"""Groups of two are Indian (`1,40,000`). More digits than these count nothing."""
_GAP = r"(?:[ \u00a0\u202f]|-|\s)"
_PARTS = re.compile(r"[^\W\d_]+|\d[\d.,\u00a0\u202f\u2009]*")
_NOT_DIGITS = re.compile(r"[,\u00a0\u202f\u2009]")


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of any of some phrases, the longest first; their blanks are any white space.

    >>> any_of(["up to", "up"])
    '(?:up\\\\s+to|up)'
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


@cache
def _in_words() -> str:
    """Numbers of words alone: `eighty-five`, `two hundred and six`, `a dozen`, `one and a half million`."""
    small = _small()
    group = rf"(?:(?:{small}|an?){_GAP}hundred(?:\s(?:and\s)?{small})?|{small})"
    scale = any_of(set(words()["scales"]) - {"hundred"})
    scaled = rf"{group}(?:\sand\sa\shalf)?(?:{_GAP}{scale}(?:(?:,?\sand|,)?\s{group})?)*"
    return rf"(?:half\san?\s{scale}|half\sa\shundred|an?\s{scale}|{scaled})(?![^\W_])"


def _small() -> str:
    values = words()["values"]
    tens = any_of(word for word, value in values.items() if value >= 20)
    ones = any_of(word for word, value in values.items() if 1 <= value <= 9)
    return rf"(?:{tens}(?:[- ]{ones})?|{any_of(values)})"


@cache
def value_pattern() -> str:
    """The pattern of a number that has a value; it binds no group."""
    scale = any_of(words()["scales"])
    letters = any_of(words()["letters"])
    return rf"(?:(?:{_DIGITS})(?:{_GAP}{scale}\b|\s?{letters}\b)?|{_in_words()})"


@cache
def number_pattern() -> re.Pattern[str]:
    """The pattern of every number of a text: `mark` of money before it, `value`, or `vague` words."""
    vague = words()["vague"]
    loose = rf"{any_of(vague['loose'])}(?:{_GAP}{any_of(words()['scales'])}\b|\b)(?!\sof\sthem\sall)"
    mark = rf"(?P<mark>{any_of(marks())})\s?"
    opening = r"(?<![\w.,:/+#@=&%-])"
    return re.compile(
        rf"{opening}(?:(?:{mark})?(?P<value>{value_pattern()})|(?P<vague>{any_of(vague['open'])}\b|{loose}))",
        re.IGNORECASE,
    )


def value_of(written: str) -> Number:
    """What a number is worth.

    >>> value_of("1,400"), value_of("1.2 million"), value_of("two hundred and six"), value_of("half a dozen")
    (1400, 1200000, 206, 6)
    """
    total: Number = 0
    current: Number | None = None
    for part in _PARTS.findall(written):
        word = part.lower()
        if part[0].isdigit():
            current = _digits(part)
        elif word == "half":
            current = (current or 0) + 0.5
        elif word == "hundred":
            current = (1 if current is None else current) * 100
        elif word in words()["scales"] or word in words()["letters"]:
            total += (1 if current is None else current) * (words()["scales"].get(word) or words()["letters"][word])
            current = None
        elif word in numbers():
            current = (current or 0) + numbers()[word]
    return _whole(total + (current or 0))


def tells_number(phrase: str) -> bool:
    """Does a word of a phrase tell a number, be it a vague one?

    >>> tells_number("at least eleven"), tells_number("Dozens of people"), tells_number("a soldier")
    (True, True, False)
    """
    parts = [part.lower() for part in _PARTS.findall(phrase)]
    vague = {word for row in words()["vague"]["open"] for word in row.split()} | {"several", "few", "couple", "many"}
    return any(part[0].isdigit() or part in numbers() or (part in vague and part not in ("a", "of")) for part in parts)


def _digits(part: str) -> Number:
    plain = _NOT_DIGITS.sub("", part).rstrip(".")
    return float(plain) if "." in plain else int(plain)


def _whole(value: Number) -> Number:
    near = round(value)
    return near if abs(value - near) < 1e-6 else value
