"""A small convolutional net over the lines of a page, trained in numpy: pages of features in, weights out.

One dense layer, then residual blocks of three dilated taps, then one number a line. Gradients are written out by
hand: the net is small, and neither training nor run time needs a framework. `sayso.clean.flattened.labeller` computes
the same forward pass.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Weights = dict[str, Array]
DILATIONS = (1, 2, 4, 8, 16, 32)
WIDTH = 32
BATCH, RATE, DECAY, DROPOUT = 8, 3e-3, 1e-2, 0.2
PAUSE = 32  # empty rows between the pages of a batch, wider than the widest reach of one tap


def fresh(features: int, rng: np.random.Generator) -> Weights:
    """Random weights for so many features."""
    weights = {
        "in_w": rng.normal(0, (2 / features) ** 0.5, (features, WIDTH)),
        "in_b": np.zeros(WIDTH),
        "out_w": rng.normal(0, (1 / WIDTH) ** 0.5, (WIDTH, 1)),
        "out_b": np.zeros(1),
    }
    for at in range(len(DILATIONS)):
        weights[f"w{at}"] = rng.normal(0, (1 / (3 * WIDTH)) ** 0.5, (3 * WIDTH, WIDTH))
        weights[f"b{at}"] = np.zeros(WIDTH)
    return {name: value.astype(np.float32) for name, value in weights.items()}


def shifted(rows: Array, by: int) -> Array:
    """Row i holds what row i + by held; zeros come in at the edge."""
    out = np.zeros_like(rows)
    if by > 0:
        out[:-by] = rows[by:]
    else:
        out[-by:] = rows[:by]
    return out


def gradients(weights: Weights, x: Array, y: Array, w: Array, mask: Array, drop: Array) -> tuple[float, Weights]:
    """Weighted logistic loss of a batch and its gradient by every weight; `drop` scales the first layer's units."""
    grads: Weights = {}
    h = np.maximum(x @ weights["in_w"] + weights["in_b"], 0) * mask * drop
    kept: list[tuple[Array, Array, Array]] = []
    for at, d in enumerate(DILATIONS):
        taps = np.concatenate([shifted(h, -d), h, shifted(h, d)], 1)
        r = np.maximum(taps @ weights[f"w{at}"] + weights[f"b{at}"], 0) * mask
        kept.append((taps, r, h))
        h = h + r
    logit = (h @ weights["out_w"])[:, 0] + weights["out_b"][0]
    p = 1 / (1 + np.exp(-np.clip(logit, -30, 30)))
    loss = float(-(w * (y * np.log(p + 1e-7) + (1 - y) * np.log(1 - p + 1e-7))).sum())
    back = (w * (p - y))[:, None].astype(np.float32)
    grads["out_w"], grads["out_b"] = h.T @ back, back.sum(0)
    dh = back @ weights["out_w"].T
    for at in reversed(range(len(DILATIONS))):
        taps, r, _ = kept[at]
        dr = dh * (r > 0)
        grads[f"w{at}"], grads[f"b{at}"] = taps.T @ dr, dr.sum(0)
        left, mid, right = np.split(dr @ weights[f"w{at}"].T, 3, 1)
        dh = dh + mid + shifted(left, DILATIONS[at]) + shifted(right, -DILATIONS[at])
    dh = dh * (kept[0][2] > 0) * drop * mask
    grads["in_w"], grads["in_b"] = x.T @ dh, dh.sum(0)
    return loss, grads


Example = tuple[Array, Array, Array]


def joined(batch: Sequence[Example]) -> tuple[Array, Array, Array, Array]:
    """The pages of a batch one under the other, with empty rows between them."""
    rest = np.zeros((PAUSE, batch[0][0].shape[1]), np.float32)
    none = np.zeros(PAUSE, np.float32)
    x = np.concatenate([part for page in batch for part in (page[0], rest)])
    y, w = (np.concatenate([part for page in batch for part in (page[at], none)]) for at in (1, 2))
    mask = np.concatenate([part for page in batch for part in (np.ones(len(page[1]), np.float32), none)])
    return x, y, w, mask[:, None]


class Trainer:
    """One net in training: an epoch of pages at a time in; the mean of the last third's weights out.

    Adam with a cosine rate and decoupled decay; every batch drops other units of the first layer.
    """

    def __init__(self, features: int, seed: int, epochs: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.weights = fresh(features, self.rng)
        self.first, self.second, self.mean = (
            {name: np.zeros_like(value) for name, value in self.weights.items()} for _ in range(3)
        )
        self.epochs, self.epoch, self.step, self.averaged = epochs, 0, 0, 0

    def learn(self, pages: Sequence[Example]) -> float:
        """One epoch; the mean loss of its batches."""
        order = self.rng.permutation(len(pages))
        lost = 0.0
        for start in range(0, len(order), BATCH):
            x, y, w, mask = joined([pages[i] for i in order[start : start + BATCH]])
            drop = (self.rng.random(WIDTH) >= DROPOUT).astype(np.float32) / np.float32(1 - DROPOUT)
            loss, grads = gradients(self.weights, x, y, w / np.float32(BATCH), mask, drop)
            self._move(grads, (self.epoch + start / len(order)) / self.epochs)
            lost += loss
        self.epoch += 1
        if self.epoch > self.epochs * 2 // 3:
            self.averaged += 1
            for name, value in self.weights.items():
                self.mean[name] += (value - self.mean[name]) / self.averaged
        return lost * BATCH / len(pages)

    def _move(self, grads: Weights, done: float) -> None:
        self.step += 1
        rate = RATE * 0.5 * (1 + np.cos(np.pi * done))
        for name, grad in grads.items():
            self.first[name] += 0.1 * (grad - self.first[name])
            self.second[name] += 0.001 * (grad * grad - self.second[name])
            sharp = np.sqrt(self.second[name] / (1 - 0.999**self.step)) + 1e-8
            move = self.first[name] / (1 - 0.9**self.step) / sharp
            shrink = DECAY * self.weights[name] if self.weights[name].ndim > 1 else 0.0
            self.weights[name] -= (rate * (move + shrink)).astype(np.float32)
