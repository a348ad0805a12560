"""A small convolutional net over the lines of a page, trained in numpy: pages of features in, a dictionary of weights out.

One dense layer, then residual blocks of three dilated taps, then one number a line. Gradients are written out by hand: the
net is small, and neither training nor run time needs a framework. `sayso.clean.flattened.labeller` computes the same
forward pass.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Weights = dict[str, Array]
DILATIONS = (1, 2, 4, 8, 16, 32)
WIDTH = 32
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


def train(
    draw: Callable[[np.random.Generator], list[Example]],
    features: int,
    seed: int,
    *,
    epochs: int = 30,
    batch: int = 8,
    rate: float = 3e-3,
    decay: float = 1e-4,
    dropout: float = 0.2,
    watch: Callable[[int, float, Weights], None] | None = None,
) -> Weights:
    """Train on what `draw` gives each epoch (Adam, cosine rate, decoupled decay); the mean of the last third's weights."""
    rng = np.random.default_rng(seed)
    weights = fresh(features, rng)
    first = {name: np.zeros_like(value) for name, value in weights.items()}
    second = {name: np.zeros_like(value) for name, value in weights.items()}
    mean = {name: np.zeros_like(value) for name, value in weights.items()}
    step = averaged = 0
    for epoch in range(epochs):
        pages = draw(rng)
        order = rng.permutation(len(pages))
        lost = 0.0
        for start in range(0, len(order), batch):
            x, y, w, mask = joined([pages[i] for i in order[start : start + batch]])
            drop = (rng.random(WIDTH) >= dropout).astype(np.float32) / np.float32(1 - dropout)
            loss, grads = gradients(weights, x, y, w / batch, mask, drop)
            step += 1
            lost += loss
            now = rate * 0.5 * (1 + np.cos(np.pi * min(1.0, (epoch + start / len(order)) / epochs)))
            for name, grad in grads.items():
                first[name] += 0.1 * (grad - first[name])
                second[name] += 0.001 * (grad * grad - second[name])
                move = (first[name] / (1 - 0.9**step)) / (np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8)
                weights[name] -= (now * (move + decay * 100 * weights[name] * (weights[name].ndim > 1))).astype(
                    np.float32
                )
        if epoch >= epochs * 2 // 3:
            averaged += 1
            for name, value in weights.items():
                mean[name] += (value - mean[name]) / averaged
        if watch:
            watch(epoch, lost / max(1, len(order) // batch), weights)
    return mean


def predict(weights: Weights, x: Array) -> Array:
    """Probability of body for every line of one page."""
    h = np.maximum(x @ weights["in_w"] + weights["in_b"], 0)
    for at, d in enumerate(DILATIONS):
        taps = (
            np.concatenate([shifted(h, -d), h, shifted(h, d)], 1)
            if len(h) > d
            else np.concatenate([np.zeros_like(h), h, np.zeros_like(h)], 1)
        )
        h = h + np.maximum(taps @ weights[f"w{at}"] + weights[f"b{at}"], 0)
    return (1 / (1 + np.exp(-np.clip((h @ weights["out_w"])[:, 0] + weights["out_b"][0], -30, 30)))).astype(np.float32)
