"""The net that reads a page's lines: features in, the probability of body out, one a line.

A dense layer, residual blocks of three dilated taps (a line sees 63 lines each way), one number a line; a few nets of
the same shape, trained from other seeds, are averaged. Trained by `training/flattened/train.py`; weights and their
card lie beside this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

__all__ = ["Network", "shipped"]

Floats = NDArray[np.float32]
PIECE = 64  # lines multiplied at once
BLOCK = 4096  # lines read at once: bounds the memory of a page of a million lines


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of m members, stacked: dense [m, features, width], taps [m, 3 * width, width], out [m, width, 1]."""

    dense: tuple[Floats, Floats]
    taps: tuple[tuple[Floats, Floats], ...]
    out: tuple[Floats, Floats]
    dilations: tuple[int, ...]

    @property
    def reach(self) -> int:
        """How many lines each way a line's probability depends on."""
        return sum(self.dilations)

    def probabilities(self, features: Floats) -> Floats:
        """The probability that each line is body. Long pages are read in overlapping blocks, to the same numbers."""
        count = len(features)
        if count <= BLOCK:
            return self._read(features)
        parts = []
        for start in range(0, count, BLOCK):
            low, high = max(0, start - self.reach), min(count, start + BLOCK + self.reach)
            parts.append(self._read(features[low:high])[start - low :][:BLOCK])
        return np.concatenate(parts)

    def _read(self, features: Floats) -> Floats:
        count, pad = len(features), max(self.dilations)
        members, _, width = self.dense[0].shape
        padded = np.zeros((members, count + 2 * pad, width), np.float32)
        hidden = padded[:, pad : pad + count]
        np.maximum(product(features[None], self.dense[0]) + self.dense[1], 0, out=hidden)
        for dilation, (weights, bias) in zip(self.dilations, self.taps, strict=True):
            before = padded[:, pad - dilation : pad - dilation + count]
            after = padded[:, pad + dilation : pad + dilation + count]
            block = product(np.concatenate((before, hidden, after), 2), weights)
            block += bias
            hidden += np.maximum(block, 0, out=block)
        logits = (hidden @ self.out[0] + self.out[1])[:, :, 0]
        mean: Floats = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).mean(0).astype(np.float32)
        return mean


def product(rows: Floats, weights: Floats) -> Floats:
    """Matrix product by member, [m or 1, n, k] by [m, k, w], in pieces too small for a BLAS to spread over threads.

    A thread woken for a tenth of a millisecond's work costs more than it saves, and many documents are read at once.
    """
    members, count, inner = rows.shape
    whole = count - count % PIECE
    out = np.empty((len(weights), count, weights.shape[2]), np.float32)
    if whole:
        pieces = rows[:, :whole].reshape(members, -1, PIECE, inner) @ weights[:, None]
        out[:, :whole] = pieces.reshape(len(weights), whole, -1)
    if whole < count:
        out[:, whole:] = rows[:, whole:] @ weights
    return out


@cache
def shipped() -> Network:
    """The network of this package."""
    return loaded(files("sayso.clean.flattened").joinpath("weights.npz").read_bytes())


def loaded(raw: bytes) -> Network:
    """A network out of the bytes of its weights file (half precision there, single here)."""
    with np.load(BytesIO(raw), allow_pickle=False) as held:
        part = {name: held[name].astype(np.float32) for name in held.files if name != "dilations"}
        dilations = tuple(int(step) for step in held["dilations"])
    taps = tuple((part[f"w{at}"], part[f"b{at}"]) for at in range(len(dilations)))
    return Network((part["in_w"], part["in_b"]), taps, (part["out_w"], part["out_b"]), dilations)
