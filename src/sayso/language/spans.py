"""Heads over spans, worked out in numpy: whom a mention stands for, what a sentence means.

They read the vectors of words that the encoder hands out. Weights are in `heads.npz`; the forms are those of
`training/language/spans.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.language.annotation import Annotation
from sayso.language.encoder import Encoder
from sayso.language.numbers import gelu

__all__ = ["FARTHEST", "chain_scores", "distance_of", "sense_of"]

Floats = NDArray[np.float32]
Range = tuple[int, int]

FARTHEST = 9
"""The last bucket of distance between a mention and what it may stand for."""


def distance_of(mention: Range, other: Range) -> int:
    """Bucket of the words between a mention and one before it: 0 (overlapping), 1, 2, 3-4, 5-8, ... 129 and more.

    >>> [distance_of((10, 11), (10 - n, 11 - n)) for n in (0, 1, 3, 9)]
    [0, 1, 3, 5]
    """
    gap = mention[0] - other[1] + 1
    return 0 if gap <= 0 else min(FARTHEST, int(gap - 1).bit_length() + 1)


def chain_scores(annotation: Annotation, encoder: Encoder, mention: Range, candidates: Sequence[Range]) -> Floats:
    """[C]: how well the mention stands for each candidate before it; the scores of one mention compare."""
    held = encoder.heads
    vectors = annotation.vectors
    own = gelu(held["mention.weight"] @ vectors[slice(*mention)].mean(0) + held["mention.bias"])
    others = np.stack([vectors[slice(*other)].mean(0) for other in candidates])
    others = gelu(others @ held["antecedent.weight"].T + held["antecedent.bias"])
    far = [distance_of(mention, other) for other in candidates]
    prior = others @ held["prior.weight"][0] + held["prior.bias"][0]
    return np.asarray(others @ (held["chain.weight"] @ own) + prior + held["distance.weight"][far, 0], np.float32)


def sense_of(annotation: Annotation, encoder: Encoder, ranges: Sequence[Range]) -> Floats:
    """[384], of length one: what some words say, read in their place; near for near meanings."""
    held = encoder.heads
    out = held["sense.weight"] @ _mean(annotation.vectors, ranges, 200) + held["sense.bias"]
    return np.asarray(out / max(float(np.linalg.norm(out)), 1e-6), np.float32)


def _mean(vectors: Floats, ranges: Sequence[Range], most: int) -> Floats:
    at = [number for first, last in ranges for number in range(first, last)][:most]
    return np.asarray(vectors[at].mean(0) if at else np.zeros(vectors.shape[1]), np.float32)
