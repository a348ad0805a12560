"""Scores of tags a word in; spans out: the best sequence under the grammar of BIO tags (Viterbi 1967).

A span must open with B and go on with I of its own kind. To the scores is added how much more often one tag follows
another in the training data than chance would have it, weighted; that costs nothing in training and brings several
points of exact spans.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["FORBIDDEN", "best_tags", "grammar", "spans_of"]

Floats = NDArray[np.float32]
FORBIDDEN = -1e4


def grammar(labels: Sequence[str], counts: NDArray[np.float64] | None = None, weight: float = 0.5) -> Floats:
    """[L + 1, L]: the worth of moving from one tag to another; the last row is the start of a text.

    `counts` [L + 1, L] are how often each move was seen.
    """
    size = len(labels)
    out = np.zeros((size + 1, size), np.float32)
    if counts is not None:
        seen = counts + 0.02
        expected = seen.sum(0) / seen.sum()
        out[:] = weight * (np.log(seen / seen.sum(1, keepdims=True)) - np.log(expected)[None])
    for here, label in enumerate(labels):
        if label[0] == "I":
            for before in range(size + 1):
                if before == size or labels[before] == "O" or labels[before][2:] != label[2:]:
                    out[before, here] = FORBIDDEN
    return out


def best_tags(scores: Sequence[Floats], moves: Floats) -> list[NDArray[np.int64]]:
    """The best tags of several sequences [W, L], each by itself; worked out side by side."""
    size = moves.shape[1]
    out: list[NDArray[np.int64]] = [np.zeros(len(part), np.int64) for part in scores]
    # Where every word is so clearly of the first tag, O, that no two moves could make up for another, that is the best.
    gain = 2.0 * float(moves.max() - min(moves[0, 0], moves[size, 0]))
    order = [
        n
        for n, part in enumerate(scores)
        if len(part) and (part[:, 1:].max(1, initial=-np.inf) + gain >= part[:, 0]).any()
    ]
    order.sort(key=lambda number: -len(scores[number]))
    if not order:
        return out
    lengths = [len(scores[number]) for number in order]
    longest = max(1, lengths[0])
    padded = np.zeros((longest, len(order), size), np.float32)
    for row, number in enumerate(order):
        padded[: lengths[row], row] = scores[number]
    back = np.zeros((longest, len(order), size), np.int8)
    state = padded[0] + moves[size][None]
    inner = moves[:size].T[None]
    final = state.copy()
    live = len(order)
    for at in range(1, longest):
        while lengths[live - 1] <= at:
            live -= 1
        ways = state[:live, None, :] + inner
        best = ways.argmax(2)
        back[at, :live] = best
        state = np.take_along_axis(ways, best[:, :, None], 2)[:, :, 0] + padded[at, :live]
        final[:live] = state
    for row, number in enumerate(order):
        tags = np.zeros(lengths[row], np.int64)
        tag = int(final[row].argmax())
        for at in range(lengths[row] - 1, -1, -1):
            tags[at] = tag
            tag = int(back[at, row, tag])
        out[number] = tags
    return out


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans [first, last) and their kind, in order.

    >>> spans_of(["O", "B-PER", "I-PER", "B-PER"])
    [(1, 3, 'PER'), (3, 4, 'PER')]
    """
    out: list[tuple[int, int, str]] = []
    first, kind = -1, ""
    for at, tag in enumerate([*tags, "O"]):
        if first >= 0 and (tag[0] != "I" or tag[2:] != kind):
            out.append((first, at, kind))
            first = -1
        if tag[0] == "B" or (tag[0] == "I" and first < 0):
            first, kind = at, tag[2:]
    return out
