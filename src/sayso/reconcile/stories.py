"""Articles in, stories out: those on the same happenings.

Two articles are alike by the words they share, each weighed by how few texts hold it (`weighing`), less so the longer
the time between them. Articles that likeness connects are grouped by average link, then told apart where two halves of
a group have nothing in common but what all of it has (`twins`). The first step sees two articles and no more; the
others a component of them: so a pile that grows is grouped anew only where it grew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reconcile.days import days_named, ordinal
from sayso.reconcile.grouping import components
from sayso.reconcile.records import Page
from sayso.reconcile.twins import groups_of, twins_apart
from sayso.reconcile.weighing import stem, weight, words_in

__all__ = ["STORY_THRESHOLD", "StoryView", "keys_of", "likeness", "stories_in", "view_of"]

STORY_THRESHOLD = 0.2
"""Two articles less alike than this are no edge; groups are made of such as are alike by it on average."""
_TERMS = 80
"""Of an article's words, how many count: the weightiest."""
_WHOLE = 255
"""Weights are whole numbers: sums of their products are exact, whatever the order and the number of cores."""
_NAMED_DAY = 5.0
"""What a day that the text names weighs, about as much as a word that one text in 150 holds."""
_HALF_LIFE = 5.0
"""After how many days, the first aside, articles are half as alike. ECB+ has no dates of publication: set by hand."""
_LAST = 60
"""Articles farther apart than this many days are not alike."""
_KEYED = 8
"""Of an article's terms, how many make keys, two by two: 87 % of the pairs of ECB+ that are one story share one."""
_BUCKET = 8
"""Days; two rows of buckets overlap by half, so that articles up to half as far apart share one."""
_MOST = 1_500
"""A component of more articles is cut where it is thinnest, for all pairs of the rest are to be looked at."""
_STEP = 0.05

Terms = NDArray[np.float32]
Days = NDArray[np.int64]


class StoryView(NamedTuple):
    """What an article's story is told by: its day of publication (0 unknown) and its terms, weighed 1 to 255."""

    day: int
    terms: dict[str, int]


def view_of(page: Page) -> StoryView:
    """The view of an article.

    >>> view_of(Page("a", "d", "2026-01-06", "", "Shells hit Tarva", "Shells hit Tarva.", (), "")).terms
    {'tarva': 206, 'shell': 127, 'hit': 81}
    """
    text = f"{page.title}\n{page.text}"
    day = ordinal(page.published)
    terms = {word: (1 + log(count)) * weight(word) for word, count in Counter(map(stem, words_in(text))).items()}
    terms |= {f"@{named}": _NAMED_DAY for named in days_named(text, day)}
    first = sorted(((value, term) for term, value in terms.items()), key=lambda two: (-two[0], two[1]))[:_TERMS]
    length = sqrt(sum(value * value for value, _ in first)) or 1.0
    return StoryView(day, {term: whole for value, term in first if (whole := round(_WHOLE * value / length))})


def keys_of(view: StoryView) -> list[str]:
    """What articles of one story share: two of the weightiest terms, and where both are dated the week.

    >>> sorted(keys_of(StoryView(0, {"tarva": 206, "shell": 127, "hit": 81})))
    ['hit shell', 'hit shell tarva', 'hit tarva', 'shell tarva']
    """
    first = [term for term in view.terms if not term.startswith("@")][:_KEYED]
    weeks = [""]
    if view.day:
        weeks = [f" {view.day // _BUCKET}", f" +{(view.day + _BUCKET // 2) // _BUCKET}"]
    keys = [f"{' '.join(sorted(two))}{week}" for two in combinations(first, 2) for week in weeks]
    return keys + [" ".join(sorted(three)) for three in combinations(first[: _KEYED // 2 + 1], 3)]


def likeness(one: StoryView, other: StoryView) -> float:
    """How alike two articles are, 0 to 1.

    >>> view = StoryView(0, {"tarva": 194, "shell": 133, "hit": 99})
    >>> round(likeness(view, view), 2), likeness(view, StoryView(0, {"market": 255}))
    (1.0, 0.0)
    """
    few, many = (one.terms, other.terms) if len(one.terms) <= len(other.terms) else (other.terms, one.terms)
    found = many.get
    return sum(value * found(term, 0) for term, value in few.items()) / _WHOLE**2 * _closeness(one.day, other.day)


def _closeness(one: int, other: int) -> float:
    gap = abs(one - other) if one and other else 0
    return 0.0 if gap > _LAST else 0.5 ** (max(gap - 1, 0) / _HALF_LIFE)


def stories_in(views: Mapping[str, StoryView], edges: Mapping[tuple[str, str], float] | None = None) -> list[list[str]]:
    """The stories of articles that likeness connects, by their ids; sorted.

    `edges` are the likenesses of the pairs that were compared; only a component of very many articles asks for them.

    >>> page = Page("a", "d", "2026-01-06", "", "Shells hit Tarva", "Shells hit Tarva.", (), "")
    >>> stories_in({"b": view_of(page), "a": view_of(page), "c": StoryView(0, {"market": 255})})
    [['a', 'b'], ['c']]
    """
    parts = _thinned(sorted(views), edges, STORY_THRESHOLD) if edges is not None else [sorted(views)]
    return sorted(story for part in parts for story in _stories([(one, views[one]) for one in part]))


def _thinned(ids: list[str], edges: Mapping[tuple[str, str], float], least: float) -> Iterator[list[str]]:
    """A component, in parts of not too many articles: those that the more alike of its edges connect."""
    if len(ids) <= _MOST or least >= 1:
        yield ids
        return
    least += _STEP
    strong = {pair: score for pair, score in edges.items() if score >= least}
    for part in components(ids, strong):
        yield from _thinned(part, {pair: score for pair, score in strong.items() if pair[0] in set(part)}, least)


def _stories(members: Sequence[tuple[str, StoryView]]) -> Iterator[list[str]]:
    terms = _matrix([view.terms for _, view in members])
    days = np.array([view.day for _, view in members])
    alike = np.round((terms @ terms.T).astype(np.float64) / _WHOLE**2 * _all_closeness(days), 9)
    for group in groups_of(alike, STORY_THRESHOLD):
        yield from ([members[at][0] for at in part] for part in twins_apart(terms, group))


def _all_closeness(days: Days) -> NDArray[np.float64]:
    gaps = np.abs(days[:, None] - days[None]) * ((days[:, None] > 0) & (days[None] > 0))
    return np.asarray(np.where(gaps > _LAST, 0.0, 0.5 ** (np.maximum(gaps - 1, 0) / _HALF_LIFE)), np.float64)


def _matrix(rows: Sequence[Mapping[str, int]]) -> Terms:
    """[articles, terms]: of all terms, in order."""
    column = {term: at for at, term in enumerate(sorted({term for row in rows for term in row}))}
    out = np.zeros((len(rows), len(column)), np.float32)
    for at, row in enumerate(rows):
        out[at, [column[term] for term in row]] = list(row.values())
    return out
