"""A number's place in a text in; whether it is none of how many, but a date, a time, an age or part of a name, out."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.quantities.values import any_of
from sayso.language.quantities.vocabulary import listed, words

__all__ = ["is_label"]

_REACH = 28
"""Letters before and after a number that tell what it is."""
_AGE = re.compile(r"[ -](?:years?|months?|days?|weeks?)[ -](?:olds?\b|of age)", re.I)
_AGED = re.compile(r"(?:\baged?|\bage of|\bturned|\b(?:he|she) (?:is|was))\s$", re.I)
_AGE_BESIDE = re.compile(r"[^\W\d_],\s$")
_CLOCK = re.compile(r":\d\d|\s?[ap]\.?m\b|\so['’]clock|\s(?:hours\s)?(?:GMT|UTC|local)\b", re.I)
_JOINED = re.compile(r"[-–/.,]\d+[-–/.]\d|/\d|[-\u00a0 ]\d{3}[- ]\d{3}|\s?°[ \d.NSEW]|['’]s\b|[-–]\d{4}\b")
_PHONE = re.compile(r"\+\d[\d -]*$|\(\d*$")
_ITEM = re.compile(r"(?:^|\n)\s*[(\[]?$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*)\s$")
_SENTENCE = re.compile(r"(?:^|[.!?:\n\"“”‘’'(\[–—-]\s*|\n\s*)$")
_NEXT = re.compile(r"\s([a-z]+)")


@cache
def _month_after() -> re.Pattern[str]:
    months = any_of(words()["dates"]["months"])
    listed_days = r"(?:\s?(?:,|and|or|to|-|–|\s)\s?\d{1,2})*"
    return re.compile(rf"(?:st|nd|rd|th)?{listed_days}\s(?:of\s)?{months}(?!\w)")


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words()['dates']['months'])}(?:\s\d{{1,2}},?)?\s$")


def is_label(text: str, start: int, end: int, measured: bool = False) -> bool:
    """Is the number [start, end) no count: a date, time, age, year, telephone number or part of a name?

    A `measured` number, one with a unit after it, is never a year or part of a name, but may be an age or a time.

    >>> [is_label(text, text.index("12"), text.index("12") + 2) for text in ("12 May", "Route 12", "12:30", "12 men")]
    [True, True, True, False]
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if measured:
        return bool(_CLOCK.match(after)) or _is_age(before, after)
    if not text[start].isdigit():
        return _word_in_name(before, after, text[start])
    return (
        bool(_CLOCK.match(after) or _JOINED.match(after) or _month_after().match(after))
        or _is_age(before, after)
        or bool(_PHONE.search(before) or _month_before().search(before))
        or bool(_ITEM.search(before) and re.match(r"[.)\]]\s", after))
        or _in_name(text[start:end], before, after)
        or _is_year(text[start:end], before, after)
    )


def _is_age(before: str, after: str) -> bool:
    beside = _AGE_BESIDE.search(before) and re.match(r",\s(?!\d)|\.(?:\s|$)", after)
    return bool(_AGE.match(after) or _AGED.search(before) or (beside and _named(before)))


def _named(before: str) -> bool:
    """Does a name end here: `Ana Rovik, `?"""
    return before.rstrip(" ,").rpartition(" ")[2][:1].isupper()


def _word_in_name(before: str, after: str, first: str) -> bool:
    """`Group of Seven`, `one-on-one`, `sixty-year-old`; a sentence may open with a number."""
    if _AGE.match(after) or _CLOCK.match(after):
        return True
    return first.isupper() and not _SENTENCE.search(before)


def _in_name(number: str, before: str, after: str) -> bool:
    """`Hill 362`, `Resolution 2231`: the word before a number labels it, or has a capital while no noun follows."""
    if "," in number or not (word := _WORD_BEFORE.search(before)):
        return False
    name = word[1]
    if name.lower() in listed("labels", "before") and not (name.islower() and _counts(after)):
        return True
    if not name[0].isupper() or name.lower() in listed("labels", "plain") or _SENTENCE.search(before[: word.start()]):
        return False
    return not (name.endswith(".") and len(name) > 4) and not _counts(after)


def _counts(after: str) -> bool:
    """Does a word follow that may be counted?"""
    found = _NEXT.match(after)
    return bool(found) and found[1] not in listed("noun", "stops") and not found[1].endswith("ed")  # type: ignore[index]


def _is_year(number: str, before: str, after: str) -> bool:
    """Four digits from 1400 to 2199 are a year, but where a bound stands before them or persons and the like after."""
    if len(number) != 4 or not number.isdigit() or not 1400 <= int(number) <= 2199:
        return False
    if number.startswith("1") and number.endswith("00") and _counts(after):
        return False
    word = _WORD_BEFORE.search(before)
    name = word[1].lower() if word else ""
    follows = _NEXT.match(after)
    counted = bool(follows) and follows[1] in listed("noun", "persons")  # type: ignore[index]
    if name in ("than", "least", "about", "around", "some", "nearly", "almost", "over", "roughly", "most"):
        return False
    return not counted or name in listed("dates", "years") - {"of", "the", "to", "for"}
