"""The words of two texts in; the passages that stand in both, light edits or not, out.

Seed and extend: runs of words in common, chained where few words part them in both texts, and single words matched in
between. What is kept is told by weights of the words that match, less a price for those between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reconcile.grams import Numbers, Places, Words, common_among, grams_of, words_in

__all__ = ["Passage", "passages", "shared_passages", "weights_of"]

Weights = NDArray[np.float64]

_SEED = 3
"""Words in a row that make a run."""
_GAP = 14
"""Words that may part two runs of a passage, in either text."""
_PRICE = 0.1
"""What a word between two runs costs: passages of which a third is rewritten still gain."""
_OFTEN = 8
"""A seed that stands more often in a text is a refrain, and joins nothing."""
_BACK = 64
"""Runs before one that are tried: texts full of refrains stay quick."""
COMMON = 0.4
"""What a common word weighs, against one for others."""
_LEAST = 4.0
"""The weight of the shortest passage: a name and a few words more."""


class Passage(NamedTuple):
    """Words of one text and of the other that stand in the same order in both; `weight` is what they weigh."""

    here: Places
    there: Places
    weight: float


class _Run(NamedTuple):
    here: int
    there: int
    length: int


def passages(text: str, other: str) -> list[tuple[int, int, int, int]]:
    """The passages that two texts share: code points [start, end) of the one, then of the other; the longest first.

    >>> one = "He spoke at length. The dam above Quito burst on Friday and drowned nine cows of the abbey."
    >>> two = "The dam above Quito burst Friday, drowning nine cows of the abbey, said the mayor."
    >>> [(one[a:b], two[c:d]) for a, b, c, d in passages(one, two)]
    [('The dam above Quito burst on Friday and drowned nine cows of the abbey', \
'The dam above Quito burst Friday, drowning nine cows of the abbey')]
    """
    mine, theirs = words_in(text), words_in(other)
    found = shared_passages(mine, theirs)
    return [_stretch(mine, one.here) + _stretch(theirs, one.there) for one in found]


def _stretch(words: Words, at: Places) -> tuple[int, int]:
    return int(words.start[at[0]]), int(words.end[at[-1]])


def weights_of(words: Words) -> Weights:
    """What each word of a text tells of where it is from: little if it is common, or the name of something.

    >>> weights_of(words_in("the dam above Quito burst")).tolist()
    [0.4, 1.0, 0.4, 0.4, 1.0]
    """
    return np.where(common_among(words.number) | words.capital, COMMON, 1.0)


def shared_passages(one: Words, other: Words, least: float = _LEAST) -> list[Passage]:
    """The passages that two texts share, by their words; the weightiest first; no word is in two.

    >>> one, two = words_in("x y the dam above Quito burst"), words_in("the dam above Quito burst")
    >>> [(p.here.tolist(), p.there.tolist(), round(p.weight, 1)) for p in shared_passages(one, two, 2)]
    [([2, 3, 4, 5, 6], [0, 1, 2, 3, 4], 3.2)]
    """
    mine, theirs = one.number, other.number
    runs = _runs(mine, theirs)
    if not runs:
        return []
    sums = np.concatenate((np.zeros(1), np.cumsum(weights_of(one)))).tolist()
    found = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for chain in _chains(runs, sums, least):
        pairs = [(at, to) for at, to in _matched(chain, mine, theirs) if at not in taken[0] and to not in taken[1]]
        here, there = [at for at, _ in pairs], [to for _, to in pairs]
        weight = sum(sums[at + 1] - sums[at] for at in here) - _PRICE * (_apart(here) + _apart(there)) / 2
        if weight >= least:
            found.append(Passage(np.array(here), np.array(there), weight))
            taken[0].update(here)
            taken[1].update(there)
    return sorted(found, key=lambda one: (-one.weight, int(one.here[0]), int(one.there[0])))


def _apart(at: list[int]) -> int:
    return at[-1] - at[0] + 1 - len(at) if at else 0


def _runs(mine: Numbers, theirs: Numbers) -> list[_Run]:
    """Words in a row that stand in both, as long as they go; in the order of the one text."""
    if len(mine) and np.array_equal(mine, theirs):
        return [_Run(0, 0, len(mine))]
    here, there = _seeds(grams_of(mine, _SEED), grams_of(theirs, _SEED))
    order = np.lexsort((here, here - there))
    here, there = here[order], there[order]
    goes_on = (np.diff(here) == 1) & (np.diff(here - there) == 0)
    begins = np.flatnonzero(np.concatenate((np.ones(min(1, len(here)), bool), ~goes_on)))
    lengths = np.diff(np.append(begins, len(here))) + _SEED - 1
    told = zip(here[begins].tolist(), there[begins].tolist(), lengths.tolist(), strict=True)
    return sorted(_Run(*one) for one in told)


def _seeds(mine: Numbers, theirs: Numbers) -> tuple[Places, Places]:
    """Where the same sequence stands in both: each place of the one with each place of the other."""
    numbers, back, counts = np.unique(theirs, return_inverse=True, return_counts=True)
    if not len(numbers):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    places = np.argsort(back, kind="stable")
    first = np.cumsum(counts) - counts
    at = np.minimum(np.searchsorted(numbers, mine), len(numbers) - 1)
    hits = np.flatnonzero((numbers[at] == mine) & (counts[at] <= _OFTEN))
    times = counts[at[hits]]
    here = np.repeat(hits, times)
    step = np.arange(len(here)) - np.repeat(np.cumsum(times) - times, times)
    return here, places[np.repeat(first[at[hits]], times) + step]


def _chains(runs: list[_Run], sums: list[float], least: float) -> Iterator[list[_Run]]:
    """Runs that follow each other in both texts, the best first; a run is in one chain only."""
    score, before = _linked(runs, sums)
    used: set[int] = set()
    for last in sorted(range(len(runs)), key=lambda at: (-score[at], at)):
        if score[last] < least:
            return
        chain: list[_Run] = []
        at = last
        while at >= 0 and at not in used:
            chain.append(runs[at])
            used.add(at)
            at = before[at]
        if chain:
            yield chain[::-1]


def _linked(runs: list[_Run], sums: list[float]) -> tuple[list[float], list[int]]:
    """For each run the best chain that ends with it: its score, and the run before it, -1 for none."""
    score: list[float] = []
    before: list[int] = []
    longest = max(run.length for run in runs)
    for at, run in enumerate(runs):
        best, link = _weight(run, 0, sums), -1
        for earlier in range(at - 1, max(-1, at - 1 - _BACK), -1):
            if runs[earlier].here + longest + _GAP < run.here:
                break
            linked = _joint(runs[earlier], run, sums)
            if linked is not None and score[earlier] + linked > best:
                best, link = score[earlier] + linked, earlier
        score.append(best)
        before.append(link)
    return score, before


def _weight(run: _Run, cut: int, sums: list[float]) -> float:
    return sums[run.here + run.length] - sums[run.here + cut]


def _overlap(one: _Run, other: _Run) -> int:
    return max(0, one.here + one.length - other.here, one.there + one.length - other.there)


def _joint(one: _Run, other: _Run, sums: list[float]) -> float | None:
    """What a run adds to a chain that ends with one before it; None where it does not follow it."""
    cut = _overlap(one, other)
    if cut >= other.length or other.here <= one.here or other.there <= one.there:
        return None
    apart = max(other.here + cut - one.here - one.length, other.there + cut - one.there - one.length)
    return _weight(other, cut, sums) - _PRICE * apart if apart <= _GAP else None


def _matched(chain: list[_Run], mine: Numbers, theirs: Numbers) -> list[tuple[int, int]]:
    """The words of a chain, as pairs of places: those of its runs, and single ones between them that are the same."""
    out: list[tuple[int, int]] = []
    for run in chain:
        here, there = (out[-1][0] + 1, out[-1][1] + 1) if out else (run.here, run.there)
        cut = max(0, here - run.here, there - run.there)
        if cut < run.length:
            out += _between(mine, theirs, (here, run.here + cut), (there, run.there + cut))
            out += ((run.here + at, run.there + at) for at in range(cut, run.length))
    return out


def _between(mine: Numbers, theirs: Numbers, here: tuple[int, int], there: tuple[int, int]) -> list[tuple[int, int]]:
    """The longest common subsequence of the words [from, to) of each text, as pairs of places."""
    one, other = mine[slice(*here)].tolist(), theirs[slice(*there)].tolist()
    if not set(one) & set(other):
        return []
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            same = one[i] == other[j]
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    out, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            out.append((here[0] + i, there[0] + j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return out
