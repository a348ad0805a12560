"""Articles that are alike in, groups out; and of a group that tells of two like happenings, each one by itself.

Two fights of one boxer, two shellings of one town: articles on either share so much that no likeness of two of them
tells the happenings apart. Their group does. What all of it holds tells nothing then; what is left falls into two
halves, alike within and almost without a word in common between. So terms are weighed anew by how few of the group hold
them, and the group is parted where the halves of its tree by average link are less alike than a bound.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["groups_of", "linked", "twins_apart"]

Floats = NDArray[np.float64]
Terms = NDArray[np.float32]

_FEWEST = 3
"""Articles that a half must hold: one alone may be about anything."""
_BETWEEN = 0.07
"""Halves less alike than this are two happenings. Set on topics 1 to 20 of ECB+, where .06 to .09 serve as well."""


def linked(alike: Floats) -> list[tuple[int, int, float]]:
    """The joins of average link, the most alike first: two members, one of each side, and how alike the sides are.

    Nearest-neighbour chain (F. Murtagh, The Computer Journal 26(4), 1983); of several as near, the first.

    >>> linked(np.array([[1, 0.2, 0.9], [0.2, 1, 0.4], [0.9, 0.4, 1]]))
    [(0, 2, 0.9), (0, 1, 0.3)]
    """
    sums = alike.astype(np.float64).copy()
    np.fill_diagonal(sums, -np.inf)
    sizes = np.ones(len(sums))
    chain: list[int] = []
    joins: list[tuple[int, int, float]] = []
    alive = list(range(len(sums)))
    while len(joins) < len(sums) - 1:
        if not chain:
            chain = [next(at for at in alive if sizes[at])]
        averages = sums[chain[-1]] / sizes / sizes[chain[-1]]
        nearest = int(averages.argmax())
        if len(chain) > 1 and averages[chain[-2]] == averages[nearest]:
            one, other = sorted((chain.pop(), chain.pop()))
            joins.append((one, other, round(float(averages.max()), 12)))
            _join(sums, sizes, one, other)
        else:
            chain.append(nearest)
    return sorted(joins, key=lambda join: -join[2])


def _join(sums: Floats, sizes: Floats, one: int, other: int) -> None:
    sums[one] += sums[other]
    sums[:, one] = sums[one]
    sums[one, one] = -np.inf
    sums[other], sums[:, other] = -np.inf, -np.inf
    sizes[one] += sizes[other]
    sizes[other] = 0


def groups_of(alike: Floats, threshold: float) -> list[list[int]]:
    """The groups whose sides are alike by the threshold or more on average, members in order.

    >>> groups_of(np.array([[1, 0.2, 0.9], [0.2, 1, 0.4], [0.9, 0.4, 1]]), 0.5)
    [[0, 2], [1]]
    """
    return _groups(len(alike), [join for join in linked(alike) if join[2] >= threshold])


def _groups(count: int, joins: Sequence[tuple[int, int, float]]) -> list[list[int]]:
    group = {at: [at] for at in range(count)}
    for one, other, _ in joins:
        first, second = group[one], group[other]
        first += second
        for member in second:
            group[member] = first
    return [sorted(members) for at, members in group.items() if at == min(members)]


def twins_apart(terms: Terms, group: list[int]) -> list[list[int]]:
    """A group of articles, or its parts where it tells of happenings that share their words but not their own.

    `terms` is [articles, terms], the weights of each.

    >>> own = np.array([[1, 1, 0, 0, 0]] * 3 + [[1, 0, 1, 0, 0]] * 3, np.float32)
    >>> twins_apart(own, [0, 1, 2, 3, 4, 5])
    [[0, 1, 2], [3, 4, 5]]
    """
    if len(group) < 2 * _FEWEST:
        return [group]
    alike = _alike_within(terms[group])
    joins = linked(alike)
    halves = _groups(len(group), joins[:-1])
    if joins[-1][2] >= _BETWEEN or min(map(len, halves)) < _FEWEST:
        return [group]
    return [part for half in halves for part in twins_apart(terms, [group[at] for at in half])]


def _alike_within(terms: Terms) -> Floats:
    """[articles, articles]: how alike they are by what few of them hold; rounded, for no core's sum to tell."""
    held = (terms > 0).sum(0)
    kept = held > 1
    weighed = terms[:, kept] * np.log((len(terms) + 1) / held[kept])
    lengths = np.sqrt((weighed.astype(np.float64) ** 2).sum(1))
    weighed = weighed / np.maximum(lengths, 1e-9)[:, None]
    return np.asarray(np.round(weighed @ weighed.T, 6), np.float64)
