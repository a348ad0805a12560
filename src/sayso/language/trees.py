"""The head each word of a sentence chose in; a tree out: one root, no circle.

Greedy choices make a tree in nine sentences of ten. Where they do not, the best tree is found by Chu and Liu's (1965) and
Edmonds' (1967) algorithm, with one root enforced by trying the best few.
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
    """Heads of the best tree with one root, by scores [W, 1 + W] (column 0 the root)."""
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:, :] = scores
    np.fill_diagonal(full, -np.inf)
    roots = np.argsort(-scores[:, 0], kind="stable")[: min(4, count)]
    best: tuple[float, list[int]] | None = None
    for root in roots:
        tried = full.copy()
        tried[1:, 0] = -np.inf
        tried[root + 1] = -np.inf
        tried[root + 1, 0] = full[root + 1, 0]
        heads = _edmonds(tried)
        worth = float(sum(full[word, heads[word]] for word in range(1, count + 1)))
        if best is None or worth > best[0]:
            best = (worth, heads[1:])
    assert best is not None
    return best[1]


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Best heads for nodes 1 .. n of a dense graph, row = dependent, column = head, node 0 the root."""
    count = len(scores)
    heads = [0, *(int(scores[node].argmax()) for node in range(1, count))]
    circle = _circle(heads)
    if not circle:
        return heads
    inside = set(circle)
    outside = [node for node in range(count) if node not in inside]
    place = {node: at for at, node in enumerate(outside)}
    merged = len(outside)
    small = np.full((merged + 1, merged + 1), -np.inf)
    enters: dict[int, int] = {}
    leaves: dict[int, int] = {}
    held = sum(scores[node, heads[node]] for node in circle)
    for node in outside:
        for other in outside:
            small[place[node], place[other]] = scores[node, other]
        if node:
            source = max(circle, key=lambda head: scores[node, head])
            leaves[node] = source
            small[place[node], merged] = scores[node, source]
        target = max(circle, key=lambda inner: scores[inner, node] - scores[inner, heads[inner]])
        enters[node] = target
        small[merged, place[node]] = held + scores[target, node] - scores[target, heads[target]]
    np.fill_diagonal(small, -np.inf)
    found = _edmonds(small)
    out = list(heads)
    for node in outside:
        if node:
            head = found[place[node]]
            out[node] = leaves[node] if head == merged else outside[head]
    entry = outside[found[merged]]
    out[enters[entry]] = entry
    return out


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
