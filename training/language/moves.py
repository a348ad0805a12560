"""Tagged texts in; how often each tag follows each other tag out, for the grammar that tags are decoded under."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from training.language.corpora import NONE, Text


def moves(texts: Iterable[Text], task: str, size: int) -> NDArray[np.float64]:
    """[size + 1, size]; the last row is the start of a paragraph."""
    out = np.zeros((size + 1, size))
    for text in texts:
        if task not in text.labels:
            continue
        before = size
        for at, tag in enumerate(text.labels[task].tolist()):
            if text.words.gap[at] >= 2:
                before = size
            if tag == NONE:
                before = size
                continue
            out[before, tag] += 1
            before = tag
    return out
