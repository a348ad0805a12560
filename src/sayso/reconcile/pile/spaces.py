"""The spaces of a pile: which rows are compared for copies, stories, happenings, claims and what bears on promises."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from sayso.reconcile import copies as copying
from sayso.reconcile import happenings as happening
from sayso.reconcile import pledges as pledging
from sayso.reconcile import stories as storying
from sayso.reconcile import traces as tracing
from sayso.reconcile.accounts import Account
from sayso.reconcile.answering import denials_between
from sayso.reconcile.bearing import bearing_of
from sayso.reconcile.bearing_keys import account_keys, pledge_keys
from sayso.reconcile.countering import counter_keys, countered
from sayso.reconcile.linkage import LEFT, RIGHT, Grouping, Key, Match, Space
from sayso.reconcile.pile.views import ArticleView, Bound, EventView
from sayso.reconcile.propositions import SAME, compared, proposition_keys
from sayso.reconcile.records import Page
from sayso.reconcile.sayings import Saying
from sayso.reconcile.traces import Trace
from sayso.reconcile.uttering import utterance_keys, uttered

__all__ = ["SPACES"]


def _of(kind: type | tuple[type, ...], keys: Callable[[Any], Iterable[Key]]) -> Callable[[Any], Iterable[Key]]:
    """Keys of views of one kind; others do not belong to the space."""

    def of(view: Any) -> Iterable[Key]:
        return keys(view) if isinstance(view, kind) else ()

    return of


# --- articles


_FEW = 4
"""Articles that share fewer word 4-grams share a stock phrase; a lifted sentence holds more, half of it rewritten."""


@lru_cache(maxsize=4_000)
def _trace(page: Page) -> Trace:
    return tracing.trace_of(page)


def _copy_keys(view: ArticleView) -> Iterator[Key]:
    return (Key(gram) for gram in tracing.keys_of(_trace(view.page)).tolist())


def _copied(one: ArticleView, other: ArticleView) -> Iterator[Match]:
    mine, theirs = (np.frombuffer(view.grams, np.uint64) for view in (one, other))
    if len(np.intersect1d(mine, theirs, assume_unique=True)) < _FEW:
        return
    found = copying.likeness(_trace(one.page), _trace(other.page))
    if found:
        yield Match("copies", found.id == one.page.id, found.share, json.dumps(found))


def _story_keys(view: ArticleView) -> Iterator[Key]:
    return (Key(value) for value in storying.keys_of(view.story))


def _told_alike(one: ArticleView, other: ArticleView) -> Iterator[Match]:
    score = storying.likeness(one.story, other.story)
    if score >= storying.STORY_THRESHOLD:
        yield Match("same", forward=True, score=score)


def _stories(views: Mapping[str, ArticleView], scores: Mapping[tuple[str, str], float]) -> list[list[str]]:
    return storying.stories_in({name: view.story for name, view in views.items()}, scores)


# --- events

_DAY = len("2026-01-06")
_LEAST = 0.05
"""Rows less alike tell nothing for the average of a group."""


def _happening_keys(view: EventView) -> Iterator[Key]:
    return (Key(value) for value in happening.keys_of(view.deed))


def _one_happening(one: EventView, other: EventView) -> Iterator[Match]:
    score = happening.likeness(one.deed, other.deed)
    if score >= _LEAST:
        yield Match("same", forward=True, score=round(score, 6))


def _figure_keys(view: EventView) -> Iterator[Key]:
    """Figures of one day are set side by side, also those of what is not surely one happening."""
    return (Key(f"{told.slot} {told.date}") for told in view.tolls if len(told.date) == _DAY)


def _beside(one: EventView, other: EventView) -> Iterator[Match]:
    if happening.likeness(one.deed, other.deed) >= _LEAST:
        yield Match("beside", forward=True, score=1.0)


# --- commitments and what bears on them


def _pledge_keys(view: Bound) -> Iterator[Key]:
    return (Key(value) for value in pledging.keys_of(view.view))


def _one_pledge(one: Bound, other: Bound) -> Iterator[Match]:
    score = pledging.likeness(one.view, other.view)
    if score >= pledging.PLEDGE_THRESHOLD:
        yield Match("same", forward=True, score=round(score, 6))
    for forward, earlier, later in ((False, one, other), (True, other, one)):
        found = pledging.relation(earlier.view, later.view)
        if found:
            yield Match(found[0], forward, 0.7, found[1])


def _bearing_keys(view: Bound | Account) -> Iterator[Key]:
    if isinstance(view, Bound):
        return (Key(value, LEFT) for value in pledge_keys(view.view))
    return (Key(value, RIGHT) for value in account_keys(view))


def _bears(one: Bound | Account, other: Bound | Account) -> Iterator[Match]:
    pledge, account = (one, other) if isinstance(one, Bound) else (other, one)
    if isinstance(pledge, Bound) and isinstance(account, Account) and bearing_of(pledge.view, account):
        yield Match("bears", account is one, 1.0)


# --- statements


def _said_keys(view: Saying) -> Iterator[Key]:
    seen: set[str | int] = set()
    for keys in (proposition_keys, counter_keys, utterance_keys):
        for key in keys(view):
            if key.value not in seen:
                seen.add(key.value)
                yield Key(key.value)


def _said(one: Saying, other: Saying) -> Iterator[Match]:
    """All that two statements can be to each other."""
    yield from uttered(one, other)
    yield from compared(one, other)
    yield from denials_between(one, other)
    yield from countered(one, other)


SPACES = (
    Space("copy", _of(ArticleView, _copy_keys), _copied, cap=60),
    Space("story", _of(ArticleView, _story_keys), _told_alike, 60, (Grouping("story", "same", group=_stories),)),
    Space(
        "happening",
        _of(EventView, _happening_keys),
        _one_happening,
        60,
        (Grouping("happening", "same", happening.HAPPENING_THRESHOLD),),
    ),
    Space(
        "said",
        _of(Saying, _said_keys),
        _said,
        60,
        (Grouping("utterance", "repeats", 0.5), Grouping("claim", "same", SAME)),
    ),
    Space(
        "pledge",
        _of(Bound, _pledge_keys),
        _one_pledge,
        60,
        (Grouping("pledge", "same", pledging.PLEDGE_THRESHOLD),),
    ),
    Space("bearing", _of((Bound, Account), _bearing_keys), _bears, 120),
    Space("figures", _of(EventView, _figure_keys), _beside, 60),
)
"""The numbers of spaces are part of what a store holds: another order is another version."""
