"""What is believed of every name of a document: groups in, a probability for each of their candidates out.

Three rounds of a log-linear model whose weights `weights.toml` holds: the first reads each name alone, the others read
it beside what the round before believes of the document's other names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.language.places.context import Context
from sayso.language.places.features import FEATURES, features
from sayso.language.places.mentions import Group
from sayso.schema.data import read_data

__all__ = ["ROUNDS", "beliefs", "softmax", "weights"]

ROUNDS = ("alone", "together", "again")
Floats = NDArray[np.float64]


def beliefs(found: Sequence[Group], hint: int | None = None) -> tuple[list[Floats], list[Floats]]:
    """A probability for every candidate of every group, and the features of the last round."""
    believed: list[Floats] = []
    matrices: list[Floats] = []
    for number, weight in enumerate(weights()):
        matrices = features(found, Context(found, believed, hint) if number else None)
        believed = [softmax(matrix @ weight) for matrix in matrices]
    return believed, matrices


def softmax(scores: Floats) -> Floats:
    """Scores as shares of belief; nothing of nothing."""
    if not len(scores):
        return scores
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


@cache
def weights() -> tuple[Floats, ...]:
    """One row of weights a round; a feature that a round does not name weighs nothing in it."""
    told = read_data("sayso.language.places", "weights.toml")
    unknown = {name for row in told.values() for name in row} - set(FEATURES)
    if unknown or set(told) != set(ROUNDS):
        raise ValueError(f"weights.toml: no such features or rounds: {sorted(unknown | (set(told) ^ set(ROUNDS)))}")
    return tuple(np.array([told[name].get(feature, 0.0) for feature in FEATURES]) for name in ROUNDS)
