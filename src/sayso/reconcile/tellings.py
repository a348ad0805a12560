"""Rows that hold figures, with the text of their article, in; the figures as they are compared (`Told`) out.

A pure function of one document's rows: of an event, the figures it holds; of a statement, the quantities of its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from sayso.language.quantities import Quantity, lemma_of, quantities_in
from sayso.reconcile.counted import table
from sayso.reconcile.records import Done, Figured, Page, Said, Who
from sayso.reconcile.told import Told

__all__ = ["told_by", "told_in", "told_near"]

_BREAK = re.compile(r"[.!?][\"”’']?\s|\n")
_AROUND = 15
"""Words of context to each side."""
_REACH = 400
"""Letters from a trigger within which its figure stands."""
_AFTER = 60
"""Letters after a number in which its verb stands."""
_BACK = 400
"""Letters back to the count that `the figure` takes up."""


@lru_cache(maxsize=64)
def _quantities(text: str) -> tuple[Quantity, ...]:
    return tuple(quantities_in(text))


def told_by(row: Done, figure: Figured, page: Page, said: Said | None = None) -> Told:
    """A figure of an event; `said` is the statement that the event stands in, None where the outlet itself tells it."""
    at = _nearest(page.text, figure.words, row.start)
    found = _at(_quantities(page.text), at, at + len(figure.words))
    found = None if " and " in figure.words else found  # a sum, of which one number is a part
    # The reader of quantities knows more of bounds than the event's: `handed over nine` is nine.
    low, high = (figure.low, figure.high) if found is None or found.unit else _counts(found)
    return Told(
        id=row.id,
        slot=figure.slot,
        low=low,
        high=high,
        words=found.words if found else figure.words,
        noun=(found.noun or "") if found else _named(figure.words),
        counted=row.recipients,
        by=_on_whose_word(said),
        outlet="" if said and said.group == "DENY" else page.outlet,
        said_on=said.said_on if said else "",
        published=page.published,
        date=row.date,
        place=row.place,
        context=_context(page.text, at, at + len(figure.words)),
        total=found.total if found else None,
    )


def _on_whose_word(said: Said | None) -> Who | None:
    """The speaker's; what a denial denies is on the word of whom it denies, where that is known."""
    if said is None:
        return None
    return said.target if said.group == "DENY" else said.speaker


def told_near(row: Done, page: Page, said: Said | None = None) -> Told | None:
    """The number of those whom an event was done to, where its own figures hold none: `handed over nine soldiers`.

    It is the count in the sentence, nearest to the trigger, of persons that a recipient's name names; its slot is
    `arrested` where the trigger tells of holding people, else `people`.
    """
    if row.figures or not row.recipients or row.reality != "actual":
        return None
    names = {lemma_of(word) for party in row.recipients for word in party.name.split()}
    counts = [one for one in _quantities(page.text) if one.noun in names and not one.unit and one.total is None]
    if not counts:
        return None
    first, last = _sentence(page.text, row.start, row.end)
    near = [one for one in counts if first <= one.start and one.end <= last]
    if not near:
        return None
    found = min(near, key=lambda one: (abs(one.start - row.start), one.start))
    held = any(word in table("slots")["holding"] for word in row.trigger.lower().split())
    figure = Figured("arrested" if held else "people", *_counts(found), found.words)
    return told_by(row, figure, page, said)


def _counts(found: Quantity) -> tuple[int | None, int | None]:
    low, high = (None if side is None else int(side) for side in (found.low, found.high))
    return low, high


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around [start, end), parted at stops before a blank and at new lines."""
    breaks = [found.end() for found in _BREAK.finditer(text, max(0, start - _REACH), end + _REACH)]
    first = max((at for at in breaks if at <= start), default=max(0, start - _REACH))
    return first, min((at for at in breaks if at >= end), default=min(len(text), end + _REACH))


def _named(words: str) -> str:
    """The noun of a figure that is told by no number: `a third soldier`."""
    return lemma_of(words.split()[-1]) if words.split() else ""


def told_in(said: Said, page: Page) -> list[Told]:
    """The figures that a statement's words tell, by noun, or by what is measured: length, area, money."""
    out = []
    for found in _quantities(page.text):
        if said.start <= found.start and found.end <= said.end and (slot := _slot(page.text, found)):
            low, high = found.in_base
            out.append(
                Told(
                    id=said.id,
                    slot=slot,
                    low=low,
                    high=high,
                    words=found.words,
                    noun="" if slot in table("slots")["states"] else found.noun or "",
                    by=said.speaker,
                    outlet=page.outlet,
                    said_on=said.said_on,
                    published=page.published,
                    context=_context(page.text, found.start, found.end),
                    unit=found.unit.base if found.unit else "",
                    total=found.total,
                )
            )
    return out


def _slot(text: str, found: Quantity) -> str:
    """What a quantity is a figure of; `the figure was 140` takes up the count before it."""
    if found.unit:
        return str(table("slots")["measures"].get(found.unit.kind, found.unit.kind))
    noun = found.noun or ""
    if noun in table("slots")["taken_up"]:
        before = (one for one in reversed(_quantities(text)) if found.start - _BACK < one.start < found.start)
        noun = next((one.noun for one in before if one.noun and not one.unit), noun)
    return _state(noun, text[found.end : found.end + _AFTER].partition(".")[0].lower()) or noun


def _state(noun: str, after: str) -> str:
    """The slot that a noun, or the words after a number of people, name."""
    for slot, told in table("slots")["states"].items():
        if noun in told["nouns"] or (noun in table("whole")["nouns"] and any(cue in after for cue in told["words"])):
            return str(slot)
    return ""


def _nearest(text: str, words: str, start: int) -> int:
    """Where the words of a figure stand nearest to a place; the place itself where they do not stand near."""
    near, at = start, text.find(words, max(0, start - _REACH)) if words else -1
    best = _REACH + 1
    while 0 <= at <= start + _REACH:
        if abs(at - start) < best:
            near, best = at, abs(at - start)
        at = text.find(words, at + 1)
    return near


def _at(found: Sequence[Quantity], start: int, end: int) -> Quantity | None:
    """The quantity that shares characters with [start, end)."""
    at = max(0, bisect_left(found, start, key=lambda one: one.start) - 1)
    return next((one for one in found[at : at + 3] if one.start < end and start < one.end), None)


def _context(text: str, start: int, end: int) -> str:
    """The words around [start, end), with it, in small letters, parted by single blanks."""
    before = text[max(0, start - 20 * _AROUND) : start].split()[-_AROUND:]
    after = text[end : end + 20 * _AROUND].split()[:_AROUND]
    return " ".join([*before, text[start:end], *after]).lower()
