"""A number's place in a text in; out the words around it that belong to it: bounds, a range, a unit, a total."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.language.quantities.quantity import Number, Unit
from sayso.language.quantities.values import any_of, value_of, value_pattern
from sayso.language.quantities.vocabulary import bounds, listed, marks, unit_forms, unit_shorts, words

__all__ = ["Bound", "Reach", "bound_after", "bound_before", "range_after", "total_after", "unit_after"]

_REACH = 26
"""Letters before a number in which the words of its bound stand."""


class Bound(NamedTuple):
    """What words put to a number - low, over, high, under, about - and where they start or end."""

    kind: str
    at: int


class Reach(NamedTuple):
    """A second number that belongs to the first: its value, as it is written, and where it ends."""

    value: Number
    written: str
    end: int


@cache
def _before() -> re.Pattern[str]:
    mark = rf"(?:{any_of(marks())})?"
    return re.compile(rf"(?<![\w-])({any_of(bounds('before'))})\s(?:(?:a|the)\stotal\sof\s|the\s)?{mark}$", re.I)


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(phrase[-2:] for phrase in bounds("before")) | {"of", "he"}


def bound_before(text: str, start: int) -> Bound | None:
    """The bound whose words end where a number starts.

    >>> bound_before("at least 11", 9)
    Bound(kind='low', at=0)
    """
    if start < 2 or text[max(0, start - 3) : start - 1].lower() not in _last_letters():
        return None
    opening = max(0, start - _REACH)
    found = _before().search(text[opening:start])
    if not found or (found[1].lower() == "over" and _is_phrasal(text[opening : opening + found.start()])):
        return None
    return Bound(bounds("before")[" ".join(found[1].lower().split())], opening + found.start())


def _is_phrasal(before: str) -> bool:
    """`handed over nine`."""
    return before.rstrip().rpartition(" ")[2].lower() in listed("phrasal", "verbs")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[\s-]({any_of(bounds('after'))})(?!\w)|(\+)(?!\d)", re.I)


def bound_after(text: str, end: int) -> Bound | None:
    """The bound whose words start where a number ends.

    >>> bound_after("40 or more", 2)
    Bound(kind='low', at=10)
    """
    if not (found := _after().match(text, end)):
        return None
    kind = "low" if found[2] else bounds("after")[" ".join(found[1].lower().split())]
    return Bound(kind, found.end())


@cache
def _second() -> re.Pattern[str]:
    mark = rf"(?:{any_of(marks())})?"
    return re.compile(rf"(?P<by>\s?[-–—]\s?|\s(?:to|or|and)\s){mark}(?P<second>{value_pattern()})", re.I)


def range_after(text: str, start: int, end: int) -> Reach | None:
    """The upper end of a range: `10-15`, `20 to 30`, `three or four`, and `between 20 and 30`.

    `rose from 2 to 3` tells of two numbers and is no range.

    >>> range_after("10-15 men", 0, 2)
    Reach(value=15, written='15', end=5)
    """
    found = _second().match(text, end)
    if not found:
        return None
    between = text[max(0, start - 12) : start].lower().rstrip("$€£ ").endswith("between")
    by = found["by"].strip().lower()
    if (by == "and") != between or _digits_go_on(text, found.end()):
        return None
    if by == "to" and _from(text, start):
        return None
    return Reach(value_of(found["second"]), found["second"], found.end())


def _digits_go_on(text: str, end: int) -> bool:
    return bool(re.match(r"[-/:]\d|[^\W\d_]", text[end : end + 2]))


def _from(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].lower().split()
    return bool(before) and before[-1] == "from"


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s|-)?(?P<short>{any_of(unit_shorts())})(?!\w)|(?:[\s-])(?P<form>(?i:{any_of(unit_forms())}))(?!\w)"
    )


def unit_after(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that a number is followed by, and where it ends.

    >>> unit_after("10-kilometre mark", 2)[0].name
    'kilometre'
    """
    found = _unit().match(text, end)
    if not found:
        return None
    if found["short"]:
        return unit_shorts()[found["short"]], found.end()
    return unit_forms()[" ".join(found["form"].lower().split())], found.end()


@cache
def _total() -> re.Pattern[str]:
    own = r"(?:its|the|their|his|her|our|some|about|all|those|these|an?\sestimated|a\stotal\sof)"
    return re.compile(
        rf"\s(?:out\s)?of\s(?:{own}\s){{0,2}}(?P<total>{value_pattern()})(?![\w-])(?!\s{_scales()})", re.I
    )


def _scales() -> str:
    return any_of(words()["scales"])


def total_after(text: str, end: int) -> Reach | None:
    """What a number is a part of: `nine of 16`, `18 of its 20`.

    >>> total_after("18 of its 20 guns", 2)
    Reach(value=20, written='20', end=12)
    """
    found = _total().match(text, end)
    if not found or unit_after(text, found.end()):
        return None
    return Reach(value_of(found["total"]), found["total"], found.end())
