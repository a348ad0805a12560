"""Texts in; an endless, seeded stream of batches of windows out, with the labels of their words as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.language.windows import BUDGET, LIMIT, batch_of, windows
from training.language.corpora import NONE, Text
from training.language.model import Inputs

__all__ = ["Part", "Work", "stream", "work_of"]

MASK = 103
INDEXES = ("head", "cue", "source", "inner_cue", "inner_source", "antecedent")
"""Labels that are numbers of words in the document; in a batch they count from the window's first word."""


@dataclass(frozen=True)
class Part:
    """A window [first, last) of a text."""

    text: Text
    first: int
    last: int

    @property
    def size(self) -> int:
        return 2 + sum(len(p) for p in self.text.words.pieces[self.first : self.last])


@dataclass
class Work:
    """What the encoder reads and what it should say; labels are [B, W] with `NONE` where nothing is known."""

    inputs: Inputs
    labels: dict[str, torch.Tensor]
    parts: list[Part]
    pieces: int

    def to(self, device: torch.device) -> Work:
        """The same batch on a device."""
        inputs = Inputs(**{name: tensor.to(device) for name, tensor in vars(self.inputs).items()})
        return Work(inputs, {task: t.to(device) for task, t in self.labels.items()}, self.parts, self.pieces)


def stream(texts: list[Text], room: int, seed: int, hide: float = 0.0) -> Iterator[Work]:
    """Epoch after epoch, windows of a budget drawn anew for each text, short beside short, batches in random order."""
    dice = random.Random(seed)
    while True:
        parts = [
            Part(text, first, last)
            for text in texts
            for first, last in windows(text.words, dice.choice((48, BUDGET, BUDGET, 160)), LIMIT)
        ]
        dice.shuffle(parts)
        for at in range(0, len(parts), 600):
            batches = list(_filled(sorted(parts[at : at + 600], key=lambda part: part.size), room))
            dice.shuffle(batches)
            for batch in batches:
                work = work_of(batch, known=dice.random() < 0.3)
                yield hidden(work, hide, dice.randrange(2**31)) if hide else work


def hidden(work: Work, share: float, seed: int) -> Work:
    """The batch with the pieces of some words masked, so that what is around a word, and its shape, must tell too."""
    dice = np.random.default_rng(seed)
    ids, first, last = work.inputs.ids.numpy(), work.inputs.first.numpy(), work.inputs.last.numpy()
    rows, columns = np.nonzero((dice.random(first.shape) < share) & (work.inputs.real.numpy() > 0))
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        ids[row, first[row, column] : last[row, column] + 1] = MASK
    return work


def _filled(parts: list[Part], room: int) -> Iterator[list[Part]]:
    out: list[Part] = []
    for part in parts:
        if out and part.size * (len(out) + 1) > room:
            yield out
            out = []
        out.append(part)
    if out:
        yield out


def work_of(parts: list[Part], *, known: bool = True) -> Work:
    """A batch of windows; `known`: sentence starts are given, not to be found."""
    given = [_starts(part) if known else None for part in parts]
    batch = batch_of([(part.text.words, part.first, part.last) for part in parts], given)
    inputs = Inputs(**{name: torch.from_numpy(array) for name, array in batch.feed().items()})
    tasks = {task for part in parts for task in part.text.labels}
    width = batch.real.shape[1]
    labels = {task: np.full((len(parts), width), NONE, np.int64) for task in tasks}
    for row, part in enumerate(parts):
        for task in part.text.labels:
            labels[task][row, : part.last - part.first] = _cut(part, task)
    return Work(inputs, {task: torch.from_numpy(array) for task, array in labels.items()}, parts, int(batch.mask.sum()))


def _starts(part: Part) -> list[int] | None:
    start = part.text.labels.get("start")
    return None if start is None else start[part.first : part.last].tolist()


def _cut(part: Part, task: str) -> NDArray[np.int64]:
    values = part.text.labels[task][part.first : part.last]
    if task not in INDEXES:
        return values
    out = np.where(values >= 0, values - part.first + 1, values)
    out = np.where(values == -1, 0, out)
    outside = (values >= 0) & ((values < part.first) | (values >= part.last))
    return np.where(outside, NONE, out)
