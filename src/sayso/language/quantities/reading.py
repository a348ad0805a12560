"""A text in; its quantities out, in order, each on its exact characters.

By rule and word list, without a model: a pattern finds numbers; what stands beside one tells whether it counts or
measures at all, what bounds it, and what is counted.
"""

from __future__ import annotations

import re

from sayso.language.quantities.counted import lemma_of, noun_after, noun_before
from sayso.language.quantities.framing import Reach, bound_after, bound_before, range_after, total_after, unit_after
from sayso.language.quantities.naming import is_label
from sayso.language.quantities.quantity import Number, Quantity, Unit
from sayso.language.quantities.values import number_pattern, value_of
from sayso.language.quantities.vocabulary import listed, marks, words

__all__ = ["quantities_in"]

_BETWEEN = re.compile(r"\bbetween\s$", re.I)
_OF = re.compile(r"\sof\s([^\W\d_]+)")
_ROUND = 1000
"""Numbers from here on are told in round figures."""
_GLUED = re.compile(r"\w|[.,]\d")
_LETTER = re.compile(r"\s?[a-z]+$", re.I)
_HYPHENED = re.compile(r"-([^\W\d_]+(?:-[^\W\d_]+)*)")
_NEXT = re.compile(r"[\s-]([^\W\d_]+)")
_OPEN = ("how ", "too ", " so ", " as ", "not ", "very ")


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of a text: numbers in digits and words, ranges, bounds, vague words, nouns, units and totals.

    Dates, times of day, ages, years, telephone numbers and numbers that are parts of names are none.

    >>> [(one.words, one.low, one.noun) for one in quantities_in("At least 11 soldiers and two dozen rebels died.")]
    [('At least 11', 11, 'soldier'), ('two dozen', 24, 'rebel')]
    """
    out: list[Quantity] = []
    at, find = 0, number_pattern().search
    while found := find(text, at):
        one = _vague(text, found) if found["vague"] else _numbered(text, found)
        if one:
            out.append(one)
        at = max(found.end(), one.end if one else 0)
    return out


def _vague(text: str, found: re.Match[str]) -> Quantity | None:
    """`dozens of people`, `several hundred`: no bounds, only the words."""
    start, end = found.span()
    if text[max(0, start - 5) : start].lower().endswith(_OPEN):
        return None
    unit, end = _unit(text, end, None)
    noun = _noun(text, start, end, unit, single=False)
    word = " ".join(found["vague"].lower().split())
    if not noun and not unit and word in listed("vague", "loose"):
        return None
    approximate = True
    return Quantity(start, end, text[start:end], None, None, approximate, word, noun, unit, None)


def _numbered(text: str, found: re.Match[str]) -> Quantity | None:
    opening = found.start("value")
    money = marks().get(found["mark"] or "")
    end = _without_letter(text, found, money)
    low = high = value_of(text[opening:end])
    written = text[opening:end]
    number_end = end
    if reach := range_after(text, found.start(), end):
        low, high, end = _scaled_alike(written, low, reach), reach.value, reach.end
    unit, unit_end = _unit(text, end, money)
    if not money and (_is_none(text, opening, number_end, unit) or (unit is None and _GLUED.match(text, end))):
        return None
    if low > high or (low == high and reach):
        return None
    whole = total_after(text, end) if unit is None and not reach else None
    end = whole.end if whole else unit_end
    start = found.start()
    if reach and (between := _BETWEEN.search(text[max(0, start - 12) : start])):
        start -= len(between[0])
    return _framed(text, start, end, low, high, unit, whole)


def _without_letter(text: str, found: re.Match[str], money: Unit | None) -> int:
    """Where a number ends: `m` is metres after `200m`, a million of money and of people."""
    end = found.end()
    letter = _LETTER.search(found["value"])
    if money or not letter or not found["value"][0].isdigit() or letter[0].strip().lower() not in words()["letters"]:
        return end
    follows = _NEXT.match(text, end)
    counted = follows and follows[1].lower() in listed("noun", "persons")
    if not letter[0][0].isspace() and (counted or letter[0].lower() == "k"):
        return end
    return found.start("value") + letter.start()


def _scaled_alike(written: str, low: Number, reach: Reach) -> Number:
    """`2 to 3 million` starts at two million."""
    scales = [word for word in reach.written.lower().replace("-", " ").split() if word in words()["scales"]]
    if not scales or low >= reach.value or " " in written.strip():
        return low
    return low * value_of(" ".join(scales)) if low * value_of(" ".join(scales)) < reach.value else low


def _unit(text: str, end: int, money: Unit | None) -> tuple[Unit | None, int]:
    found = unit_after(text, end)
    if money:
        return money, found[1] if found and found[0].kind == "money" else end
    return found if found else (None, end)


def _is_none(text: str, opening: int, end: int, unit: Unit | None) -> bool:
    """Is a number no quantity: a label, a pronoun (`one another`), part of a compound (`two-way`)?"""
    if is_label(text, opening, end, measured=unit is not None):
        return True
    hyphened = _HYPHENED.match(text, end)
    if hyphened and (hyphened[1].lower() in listed("compounds", "idle") or hyphened[1].split("-")[0] in ("on", "to")):
        return True
    return text[opening:end].lower() == "one" and unit is None and _is_pronoun(text, opening, end)


def _is_pronoun(text: str, opening: int, end: int) -> bool:
    follows = _NEXT.match(text, end)
    before = text[max(0, opening - 6) : opening].lower().split()
    if before and before[-1] in listed("one", "after"):
        return True
    if total_after(text, end):
        return False
    return not follows or follows[1].lower() in listed("one", "idioms") or noun_after(text, end, single=True) is None


def _framed(
    text: str, start: int, end: int, low: Number, high: Number, unit: Unit | None, whole: Reach | None
) -> Quantity:
    """The quantity with what stands before and after its number taken in."""
    before, after = bound_before(text, start), bound_after(text, end)
    noun = _noun(text, start, after.at if after else end, unit, single=high == 1)
    start, end = before.at if before else start, after.at if after else end
    kind = before.kind if before else (after.kind if after else "")
    low_side, high_side = _bounded(kind, low, high, step=unit is None)
    vague = None
    total = whole.value if whole else None
    return Quantity(start, end, text[start:end], low_side, high_side, kind == "about", vague, noun, unit, total)


def _bounded(kind: str, low: Number, high: Number, step: bool) -> tuple[Number | None, Number | None]:
    """The sides that a bound leaves; of few that are counted, `more than 40` starts at 41.

    `More than a million` is as round as it was.
    """
    one = 1 if step and isinstance(high, int) and isinstance(low, int) and high < _ROUND else 0
    if kind in ("low", "over"):
        return low + (one if kind == "over" else 0), None
    if kind in ("high", "under"):
        return None, high - (one if kind == "under" else 0)
    return low, high


def _noun(text: str, start: int, end: int, unit: Unit | None, single: bool) -> str | None:
    """What is counted; of a measure, what it is a measure of (`tonnes of rice`)."""
    if unit:
        measured = _OF.match(text, end)
        if not measured or unit.kind in ("time", "months", "length"):
            return None
        return noun_after(text, end) or (measured[1] if measured[1].islower() else None)
    if hyphened := _HYPHENED.match(text, end):
        return lemma_of(hyphened[1].split("-")[0])
    return noun_after(text, end, single=single) or noun_before(text, start)
