"""The tagger, step by step: a text and its day in, its time expressions in order out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from sayso.language.times.bounds import bounds, precision
from sayso.language.times.discourse import Discourse, Found
from sayso.language.times.joining import joined
from sayso.language.times.modifiers import bent
from sayso.language.times.narrative import is_narrative
from sayso.language.times.readers import READERS
from sayso.language.times.rules import Rule, rules
from sayso.language.times.runs import Run, runs
from sayso.language.times.timex import Timex

__all__ = ["times"]

Match = re.Match[str]


def times(text: str, anchor: date | None = None, *, narrative: bool | None = None) -> list[Timex]:
    """The time expressions of a text published on `anchor`, in order, none overlapping another.

    `narrative` says whether dates carry over from the ones before, as in histories; None decides by the text itself
    (`narrative.is_narrative`). What needs a day to count from and has none stays unanchored: no day is invented.

    >>> [(found.value, found.anchor) for found in times("They met on Thursday.", date(2025, 10, 15))]
    [('2025-10-09', 'published')]
    >>> times("They met on Thursday.")[0].value
    'XXXX-WXX-4'
    """
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    story = is_narrative(text, day) if narrative is None else narrative
    discourse = Discourse(text, day, story)
    found = [each for run in runs(text) for each in _read(run, discourse)]
    return [_finished(each) for each in found]


def _finished(found: Found) -> Timex:
    earliest, latest = bounds(found.value) or (None, None)
    return Timex(
        found.start,
        found.end,
        found.type,
        found.value,
        found.mod,
        precision(found.value),
        earliest,
        latest,
        found.anchor,
        found.rule,
    )


def _read(run: Run, discourse: Discourse) -> list[Found]:
    """The expressions of one stretch, read in order, so that each may count from the one before."""
    read: list[Found] = []
    for rule, match in _matches(run, discourse):
        taken = read[-1].end if read else run.start
        for found in READERS[rule.how](match, discourse):
            if found.start < taken:
                continue
            told = replace(found, rule=rule.id)
            read.append(told)
            discourse.tell(told)
            taken = told.end
    whole = joined(read, discourse)
    lows = [run.start, *(found.end for found in whole)]  # `days later, Monday`: `later` is the first one's
    return [bent(found, discourse.text, low) for low, found in zip(lows, whole, strict=False)]


def _matches(run: Run, discourse: Discourse) -> Iterator[tuple[Rule, Match]]:
    """What each rule makes something of, an earlier rule before a later one, in the order of the text."""
    taken = bytearray(run.end + 2 - run.start)
    found: list[tuple[Rule, Match]] = []
    for rule in _ruling(run.kinds, narrative=discourse.narrative):
        for match in _finds(rule, run, discourse.text):
            within = slice(match.start() - run.start, match.end() - run.start)
            if match[0] and not any(taken[within]) and READERS[rule.how](match, discourse):
                taken[within] = b"\1" * len(match[0])
                found.append((rule, match))
    return iter(sorted(found, key=lambda pair: pair[1].start()))


_CLOSING, _AHEAD = 2, 24
"""An expression may end so far behind its stretch (`p.m.`), and a pattern looks so far ahead to rule out others."""


def _finds(rule: Rule, run: Run, text: str) -> Iterator[Match]:
    """Where a rule's pattern stands in a stretch; what it says must not follow may lie behind the stretch."""
    for match in rule.pattern.finditer(text, run.start, run.end + _AHEAD):
        if match.start() >= run.end:
            return
        short = match if match.end() <= run.end + _CLOSING else rule.pattern.match(text, match.start(), run.end)
        if short:
            yield short


@cache
def _ruling(kinds: frozenset[str], *, narrative: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.needs & kinds and (narrative or not rule.narrative))
