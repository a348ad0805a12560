"""The model's view of a page: its looks in, one row of numbers a line out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.clean.flattened.looks import Looks
from sayso.clean.flattened.words import (
    BRACKET,
    CASELESS,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    KINDS,
    LOWER,
    QUOTE,
    RULE,
    SIGN,
    STOP,
    UPPER,
    WIDE,
)

__all__ = ["FEATURES", "best_stretch", "features_of"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FEATURES = 68
GAP_COST = 6.0
WINDOWS = (2, 5, 12, 30)


def best_stretch(gains: Floats) -> tuple[int, int]:
    """The [first, last] lines of the stretch with the greatest sum of gains."""
    total = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(total)
    last = int(np.argmax(total - lowest))
    first = int(np.argmin(total[: last + 1]))
    return first, max(first, last - 1)


def features_of(looks: Looks) -> Floats:
    """The model's view of a page: one row a line, `FEATURES` columns, each about between -1 and 4."""
    count = len(looks.chars)
    index = np.arange(count)
    words = np.maximum(looks.words, 1)
    chars = looks.chars
    by_class = looks.classes
    per_word = (1.0 / words)[:, None]
    prose_words = looks.prose_words
    running = np.concatenate(([0], np.cumsum(prose_words)))
    total = max(1, int(running[-1]))
    columns = [
        np.log1p(chars) / 2,
        np.log1p(looks.words),
        looks.capitals / words,
        looks.letters / words / 5,
        by_class[:, UPPER] / chars,
        by_class[:, DIGIT] / chars,
        (by_class[:, CASELESS] + by_class[:, WIDE]) / chars,
        by_class[:, COMMA] / words * 3,
        np.minimum(by_class[:, QUOTE], 4) / 2,
        np.minimum(by_class[:, RULE] + by_class[:, SIGN], 4) / 2,
        np.minimum(by_class[:, BRACKET], 4) / 2,
        np.minimum(by_class[:, DASH], 4) / 2,
        np.minimum(looks.glued, 3),
        np.log1p(looks.sentences),
        looks.last == STOP,
        looks.last == QUOTE,
        looks.last == COLON,
        looks.trailing,
        looks.last == DIGIT,
        looks.first == LOWER,
        looks.first == DIGIT,
        looks.first == QUOTE,
        (looks.first == RULE) | (looks.first == DASH),
        looks.first == SIGN,
        looks.copies > 1,
        np.log(looks.copies),
        looks.topical / np.maximum(looks.content, 1),
        looks.content == 0,
        looks.near / np.maximum(looks.content, 1),
        looks.echoed / words,
        looks.prose,
        index / count,
        running[:-1] / total,
        np.full(count, np.log1p(count) / 4),
        np.full(count, np.log1p(total) / 6),
        np.full(count, total / max(1, int(looks.words.sum()))),
    ]
    before, after = _distances(looks.prose, index, count)
    columns += [np.log1p(before) / 2, np.log1p(after) / 2]
    for reach in WINDOWS:
        low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)
        columns.append((running[high] - running[low]) / total)
        columns.append(np.log1p((running[high] - running[low]) / (high - low)) / 2)
    first, last = best_stretch(np.where(looks.prose, looks.words, -GAP_COST).astype(np.float32))
    columns += [
        (index >= first) & (index <= last),
        np.tanh((index - first) / 8),
        np.tanh((index - last) / 8),
    ]
    columns += _since_headers(looks, index)
    table = np.stack([np.asarray(column, np.float32) for column in columns], 1)
    return np.concatenate([table, looks.kinds * per_word.astype(np.float32)], 1)


def _distances(marked: NDArray[np.bool_], index: Ints, count: int) -> tuple[Ints, Ints]:
    """Lines since the last marked line before each, and until the next after it; `count` where there is none."""
    back = np.maximum.accumulate(np.where(marked, index, -count))
    before = np.concatenate(([-count], back[:-1]))
    forth = np.minimum.accumulate(np.where(marked, index, 2 * count)[::-1])[::-1]
    after = np.concatenate((forth[1:], [2 * count]))
    return np.minimum(index - before, count), np.minimum(after - index, count)


def _since_headers(looks: Looks, index: Ints) -> list[Floats]:
    """How lately a short line made mostly of related, comment or legal words came by: 1 for this line, fading."""
    short = (looks.words <= 6) & (looks.words > 0)
    columns = []
    for kind in ("related", "comment", "legal"):
        headed = short & (looks.kinds[:, KINDS.index(kind)] * 2 >= looks.words)
        last = np.maximum.accumulate(np.where(headed, index, -1000))
        columns += [1.0 / (1.0 + (index - last) / 6), 1.0 / (1.0 + (index - last) / 40), np.cumsum(headed) / 4]
    return [np.minimum(column, 2).astype(np.float32) for column in columns]
