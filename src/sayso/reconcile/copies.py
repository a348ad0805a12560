"""Two articles in, whether one repeats the other, wholly or in part, out; and of all copies, who copied whom first.

What counts is text that stands in both and outside quotation marks in at least one of them: two reporters may well
quote the same words. Common words and names weigh little, since whoever writes of a matter uses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.reconcile.grams import Places, Words
from sayso.reconcile.passages import Passage, shared_passages, weights_of
from sayso.reconcile.precedence import first_of
from sayso.reconcile.spelling import folded
from sayso.reconcile.traces import Trace

__all__ = ["Copy", "is_enough", "likeness", "origin_groups", "originals"]

WHOLE = 0.6
"""Of the words of a copy, the share from which on it is the other article, not a part of it."""
_SHARE, _LEAST, _MOST = 0.12, 6.5, 12.0
"""What is shared weighs this share of the shorter article, but at least and at most so much."""
_NEARLY_ALL = 0.8
"""An article of a line or two weighs less: this share of it is enough."""
_PASSAGE_SHARE, _PASSAGE_LEAST, _PASSAGE_MOST = 0.05, 4.0, 6.0
"""The same for a passage to count at all: stock phrases do not add up to a copy."""
_OWN = 3.0
"""What is shared outside quotation marks weighs at least so much: more than `said Foreign Minister Ana Rovik`."""
_SAME_OUTLET = 0.25
"""The share of the shorter article that one outlet's articles have in common before they are copies: a background
paragraph or the lines about the author are no report of their own, but no copy either."""
_EDGE = 0.25
"""How much of an article is its end, where outlets put what they put under every article."""


class Copy(NamedTuple):
    """One article repeats another: `kind` whole or part, the share of its words that it has from there, and where.

    A passage is [start, end) in the copy, then in the original; `weight` is what all of them weigh, `why` tells what
    shows which one was first.
    """

    id: str
    original: str
    kind: str
    share: float
    weight: float
    passages: tuple[tuple[int, int, int, int], ...]
    why: str


def likeness(one: Trace, other: Trace) -> Copy | None:
    """Which of two articles repeats the other, None where neither does; the same whichever comes first.

    >>> from sayso.reconcile.records import Page
    >>> from sayso.reconcile.traces import trace_of
    >>> text = "Nine herons nested on the flooded quay above Quito, said a ferryman."
    >>> first = Page("a", "d", "2024-05-01", "", "", text, (), "")
    >>> later = first._replace(id="b", published="2024-05-02")
    >>> copy = likeness(trace_of(later), trace_of(first))
    >>> copy.id, copy.original, copy.kind, copy.share, copy.passages, copy.why
    ('b', 'a', 'whole', 1.0, ((0, 67, 0, 67),), 'published earlier')
    """
    if one.page.id > other.page.id:
        one, other = other, one
    weights = weights_of(one.words)
    shorter = float(min(weights.sum(), weights_of(other.words).sum()))
    least = min(_PASSAGE_MOST, max(_PASSAGE_LEAST, _PASSAGE_SHARE * shorter))
    found = [each for each in shared_passages(one.words, other.words, least) if each.weight >= least]
    same_outlet = _is_same_outlet(one, other)
    if same_outlet:
        found = [each for each in found if not _is_at_end(each, one, other)]
    open_weight = sum(_open_weight(each, one, other) for each in found)
    if open_weight < _OWN or not is_enough(sum(each.weight for each in found), shorter, same_outlet):
        return None
    return _copy(one, other, found)


def is_enough(weight: float, shorter: float, same_outlet: bool) -> bool:
    """Is what two articles share enough to call one a copy, given what the shorter one weighs?

    >>> is_enough(8, 60, same_outlet=False), is_enough(8, 400, same_outlet=False), is_enough(12, 60, same_outlet=True)
    (True, False, False)
    """
    if same_outlet:
        return weight >= max(_LEAST, _SAME_OUTLET * shorter)
    return weight >= min(_MOST, max(_LEAST, _SHARE * shorter), _NEARLY_ALL * shorter)


def _is_same_outlet(one: Trace, other: Trace) -> bool:
    return bool(one.page.outlet) and folded(one.page.outlet) == folded(other.page.outlet)


def _is_at_end(passage: Passage, one: Trace, other: Trace) -> bool:
    """Does a passage begin in the last part of both articles?"""
    ends = ((passage.here, one), (passage.there, other))
    return all(at[0] >= (1 - _EDGE) * len(trace.words.number) for at, trace in ends)


def _open_weight(passage: Passage, one: Trace, other: Trace) -> float:
    """What the words weigh that one of the two does not quote."""
    both = one.quoted[passage.here] & other.quoted[passage.there]
    return float(weights_of(one.words)[passage.here][~both].sum())


def _copy(one: Trace, other: Trace, found: Sequence[Passage]) -> Copy:
    first, why = first_of(one, other, found)
    copy, original = (other, one) if first is one else (one, other)
    places = sorted(_places(each, one, other, first is one) for each in found)
    share = round(sum(len(each.here) for each in found) / max(1, len(copy.words.number)), 4)
    kind = "whole" if share >= WHOLE else "part"
    weight = round(sum(each.weight for each in found), 3)
    return Copy(copy.page.id, original.page.id, kind, min(1.0, share), weight, tuple(places), why)


def _places(passage: Passage, one: Trace, other: Trace, turned: bool) -> tuple[int, int, int, int]:
    here, there = _stretch(one.words, passage.here), _stretch(other.words, passage.there)
    return (*there, *here) if turned else (*here, *there)


def _stretch(words: Words, at: Places) -> tuple[int, int]:
    return int(words.start[at[0]]), int(words.end[at[-1]])


def originals(copies: Iterable[Copy], published: Mapping[str, str] | None = None) -> dict[str, Copy]:
    """For each article that repeats others the copy of its best original: the heaviest, then the earliest, then by id.

    Never two that are each other's original, nor longer circles: the weakest link is left out.

    >>> told = (("b", "a", 9), ("c", "b", 8), ("a", "c", 7))
    >>> a, b, c = (Copy(name, original, "part", 0.2, weight, (), "") for name, original, weight in told)
    >>> {name: copy.original for name, copy in originals([c, b, a]).items()}
    {'b': 'a', 'c': 'b'}
    """
    dates = published or {}
    out: dict[str, Copy] = {}
    for copy in sorted(
        set(copies), key=lambda one: (-one.weight, dates.get(one.original) or "~", one.original, one.id)
    ):
        if copy.id not in out and copy.id not in _chain(copy.original, out):
            out[copy.id] = copy
    return dict(sorted(out.items()))


def _chain(name: str, copies: Mapping[str, Copy]) -> Iterator[str]:
    """An article, its original, the original of that, and so on."""
    yield name
    while name in copies:
        name = copies[name].original
        yield name


def origin_groups(ids: Iterable[str], copies: Mapping[str, Copy]) -> dict[str, str]:
    """Each article's origin group: the article at the end of its chain of originals, itself where it copies none.

    >>> b, c = Copy("b", "a", "part", 0.2, 9, (), ""), Copy("c", "b", "whole", 0.9, 8, (), "")
    >>> origin_groups(["a", "b", "c", "d"], {"b": b, "c": c})
    {'a': 'a', 'b': 'a', 'c': 'a', 'd': 'd'}
    """
    return {name: list(_chain(name, copies))[-1] for name in sorted(ids)}
