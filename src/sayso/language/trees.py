"""The head each word of a sentence chose in; a tree out: one root, no circle.

Greedy choices make a tree in nine sentences of ten. Where they do not, the best tree is found by Chu and Liu's (1965)
and Edmonds' (1967) algorithm: with each of the likeliest roots, until no other can give a better tree, or else with
every way to the root so dear that the best tree takes only one. What is too long for a sentence is only mended.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["is_tree", "tree_of"]

Floats = NDArray[np.float32]

_LONG, _TRIED = 80, 3
"""Words of a sentence up to which likely roots are tried first, and how many."""
_LIST = 150
"""Words from which it is no sentence but a list or a trick, and not worth the search for the best tree."""


def is_tree(heads: list[int]) -> bool:
    """Do the heads (0 is the root, n the n-th word) make one tree with one root?

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0]), is_tree([0, 0])
    (True, False, False)
    """
    if heads.count(0) != 1:
        return False
    safe = [False] * (len(heads) + 1)
    safe[0] = True
    for word in range(1, len(heads) + 1):
        path = []
        at = word
        while not safe[at]:
            if at in path:
                return False
            path.append(at)
            at = heads[at - 1]
        for seen in path:
            safe[seen] = True
    return True


def tree_of(scores: Floats) -> list[int]:
    """Heads of the best tree with one root, by scores [W, 1 + W] (column 0 the root); W is one at least."""
    if len(scores) > _LIST:
        return _repaired(scores)
    return (_promising(scores) if len(scores) <= _LONG else None) or _penalised(scores)


def _promising(scores: Floats) -> list[int] | None:
    """The best tree, tried with the likeliest roots one by one; None where a few do not prove it."""
    count = len(scores)
    free = np.full((count + 1, count + 1), -np.inf)
    free[1:, 1:] = scores[:, 1:]
    np.fill_diagonal(free, -np.inf)
    best_free = free[1:].max(1) if count > 1 else np.zeros(1)
    # No tree with the root at a word is worth more than this: every other word with its best head.
    most = scores[:, 0] + best_free.sum() - best_free
    found: list[int] = []
    worth = -np.inf
    order = np.argsort(-most, kind="stable").tolist()
    for word in order[:_TRIED]:
        if most[word] <= worth:
            break
        full = free.copy()
        full[word + 1] = -np.inf
        full[word + 1, 0] = scores[word, 0]
        heads = _edmonds(full)
        value = float(full[np.arange(1, count + 1), heads[1:]].sum())
        if value > worth:
            found, worth = heads[1:], value
    proved = len(order) <= _TRIED or most[order[_TRIED]] <= worth
    return found if proved else None


def _repaired(scores: Floats) -> list[int]:
    """A tree near the greedy choices: of every circle the word that loses least hangs on the root's word."""
    root = int(scores[:, 0].argmax())
    free = scores.copy()
    free[:, 0] = -np.inf
    free[np.arange(len(free)), np.arange(1, len(free) + 1)] = -np.inf
    heads = [int(head) for head in free.argmax(1)]
    heads[root] = 0
    losses = free.max(1) - free[:, root + 1]
    while circle := _circle([0, *heads]):
        heads[min(circle, key=lambda node: losses[node - 1]) - 1] = root + 1
    return heads


def _penalised(scores: Floats) -> list[int]:
    """The best tree in one run, which melts nearly every word into one circle; slower, but as slow on any scores."""
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:, :] = scores
    # No choice among the other ways can be worth a second root, and all trees with one pay the same.
    full[1:, 0] -= 1.0 + count * (float(np.max(scores)) - float(np.min(scores)))
    np.fill_diagonal(full, -np.inf)
    return _edmonds(full)[1:]


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Best heads for nodes 1 .. n of a dense graph, row = dependent, column = head, node 0 the root."""
    heads = scores.argmax(1)
    heads[0] = 0
    circle = np.array(_circle(heads.tolist()), np.int64)
    if not len(circle):
        return [int(head) for head in heads]
    outside = np.setdiff1d(np.arange(len(scores)), circle)
    merged = len(outside)
    small = np.full((merged + 1, merged + 1), -np.inf)
    small[:merged, :merged] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, circle)]
    small[:merged, merged] = leaving.max(1)
    held = scores[circle, heads[circle]]
    entering = scores[np.ix_(circle, outside)] - held[:, None]
    small[merged, :merged] = held.sum() + entering.max(0)
    np.fill_diagonal(small, -np.inf)
    found = _edmonds(small)
    for at in range(1, merged):
        heads[outside[at]] = circle[leaving[at].argmax()] if found[at] == merged else outside[found[at]]
    entry = found[merged]
    heads[circle[entering[:, entry].argmax()]] = outside[entry]
    return [int(head) for head in heads]


def _circle(heads: list[int]) -> list[int]:
    """The nodes of a circle, or none; -inf rows point at node 0 and close no circle."""
    state = [0] * len(heads)
    state[0] = 2
    for node in range(1, len(heads)):
        path = []
        at = node
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for seen in path:
            state[seen] = 2
    return []
