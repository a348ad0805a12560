"""The head each word of a sentence chose in; a tree out: one root, no circle.

Greedy choices make a tree in nine sentences of ten. Where they do not, the best tree is found by Chu and Liu's (1965)
and Edmonds' (1967) algorithm: once for each word that could be the root, the most promising first, until no other word
can give a better tree.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["is_tree", "tree_of"]

Floats = NDArray[np.float32]


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
    count = len(scores)
    free = np.full((count + 1, count + 1), -np.inf)
    free[1:, 1:] = scores[:, 1:]
    np.fill_diagonal(free, -np.inf)
    best_free = free[1:].max(1) if count > 1 else np.zeros(1)
    # No tree with the root at a word is worth more than this: every other word with its best head.
    most = scores[:, 0] + best_free.sum() - best_free
    found: list[int] = []
    worth = -np.inf
    for word in np.argsort(-most, kind="stable").tolist():
        if most[word] <= worth:
            break
        full = free.copy()
        full[word + 1] = -np.inf
        full[word + 1, 0] = scores[word, 0]
        heads = _edmonds(full)
        value = float(full[np.arange(1, count + 1), heads[1:]].sum())
        if value > worth:
            found, worth = heads[1:], value
    return found


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
