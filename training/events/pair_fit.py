"""Features of pairs with their roots in; the weights that tell them apart out.

Multinomial logistic regression with a ridge, roots weighed alike however often they occur, by L-BFGS from nought: the
same rows give the same weights. Every row is shown twice, once as if no frame had been met: frames and sentences were
written side by side here, so that frames fit them better than they fit news. A row may be of one of several roots
(YIELD is CONCEDE or RETREAT): then what counts is what these get together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix, diags  # type: ignore[import-untyped]

from sayso.extract.events.pair_features import Features
from sayso.extract.events.pair_weights import Weights
from sayso.schema.plover import roots

__all__ = ["SAME", "fitted"]

Array = NDArray[np.float64]
SAME = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""Roots that the published set does not tell apart."""
SEEN = 2
"""Pairs that a feature must be told of."""
STRENGTH, VECTORS, LENGTH = 1.0, 2.0, 4.0
"""What the data weigh against the ridge; the length of a row's vectors at one deviation each; that of a row in the end.
Tuned on the sentences written here and on the folds of the published training set."""
ROUNDS = 120


def fitted(rows: Sequence[Features], wanted: Sequence[str]) -> Weights:
    """Weights learned from pairs and their roots, which may be YIELD."""
    known = sorted(roots())
    told = [row.named for row in rows]
    names = _names(told)
    told += [_without_frames(row) for row in told]
    vectors = np.stack([row.vectors.ravel() for row in rows] * 2).astype(np.float32)
    wanted = [*wanted, *wanted]
    mean, deviation = vectors.mean(0), (vectors.std(0) + 1e-6) * np.float32(vectors.shape[1] ** 0.5 / VECTORS)
    sparse, dense = _drawn(_matrix(told, names), (vectors - mean) / deviation)
    found = _least(sparse, dense, _allowed(wanted, known), _even(wanted)).astype(np.float32)
    parts = np.split(found, [len(names), len(names) + dense.shape[1]])
    return Weights(tuple(known), names, parts[0], parts[1], parts[2][0], mean, deviation, LENGTH)


def _without_frames(named: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in named.items() if "frame" not in name}


def _names(rows: Sequence[Mapping[str, float]]) -> dict[str, int]:
    counts = Counter(name for row in rows for name in row)
    return {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= SEEN))}


def _matrix(rows: Sequence[Mapping[str, float]], names: Mapping[str, int]) -> csr_matrix:
    found = [[(names[name], value) for name, value in sorted(row.items()) if name in names] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    columns, values = zip(*(pair for row in found for pair in row), strict=True)
    return csr_matrix((values, columns, ends), shape=(len(rows), len(names)))


def _drawn(sparse: csr_matrix, dense: NDArray[np.float32]) -> tuple[csr_matrix, NDArray[np.float32]]:
    """Every row at one length."""
    size = np.asarray(sparse.multiply(sparse).sum(1)).ravel() + np.einsum("ij,ij->i", dense, dense)
    factor = LENGTH / np.sqrt(size)
    return csr_matrix(diags(factor) @ sparse), (dense * factor[:, None]).astype(np.float32)


def _allowed(wanted: Sequence[str], known: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([[told in (root, SAME.get(root)) for root in known] for told in wanted])


def _even(wanted: Sequence[str]) -> Array:
    """Weights of rows by which every root counts alike."""
    counts = Counter(SAME.get(root, root) for root in wanted)
    weights: Array = np.array([1 / counts[SAME.get(root, root)] for root in wanted])
    weights /= weights.mean()
    return weights


def _least(sparse: csr_matrix, dense: NDArray[np.float32], allowed: NDArray[np.bool_], weights: Array) -> Array:
    """The weights [names + vectors + 1, roots] of the least loss."""
    first, last, classes = sparse.shape[1], sparse.shape[1] + dense.shape[1], allowed.shape[1]
    across = csr_matrix(sparse.T)
    barred = np.where(allowed, 0.0, -np.inf)

    def loss(flat: Array) -> tuple[float, Array]:
        at = flat.reshape(last + 1, classes)
        scores = sparse @ at[:first] + (dense @ at[first:last].astype(np.float32)).astype(float) + at[last]
        every, share = _soft(scores)
        right, goal = _soft(scores + barred)
        value = STRENGTH * float(weights @ (every - right)) + 0.5 * float((at[:last] ** 2).sum())
        back = (share - goal) * (STRENGTH * weights)[:, None]
        of_vectors = (dense.T @ back.astype(np.float32)).astype(float)
        slope = np.vstack([across @ back + at[:first], of_vectors + at[first:last], back.sum(0)])
        return value, slope.ravel()

    start = np.zeros((last + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "gtol": 1e-3, "ftol": 1e-7})
    return np.asarray(found.x).reshape(last + 1, classes)


def _soft(scores: Array) -> tuple[Array, Array]:
    """The logarithm of each row's sum of exponentials, and the share of each of its entries."""
    most = scores.max(1, keepdims=True)
    raised = np.exp(scores - most)
    total = raised.sum(1, keepdims=True)
    return (most + np.log(total))[:, 0], raised / total
