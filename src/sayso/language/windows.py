"""A text's words in; what the encoder reads in one go out: windows of whole paragraphs, and arrays for a batch of them.

A window holds as many whole paragraphs as fit a budget of word pieces, so that a short paragraph is read beside its
neighbour; a paragraph beyond the hard limit is cut, best where a sentence seems to end. Windows depend on the text
alone, and a batch never mixes texts: the scales of dynamic int8 depend on all that is in a batch, and a row must not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.language.pieces import CLS, SEP, Pieces
from sayso.language.quotes import quotations
from sayso.language.shapes import SHAPES, ending_of, shape_of

__all__ = ["Batch", "Words", "batch_of", "batches", "windows", "words_of"]

Ints = NDArray[np.int64]

BUDGET, LIMIT = 112, 250
"""Word pieces a window is filled up to with whole paragraphs, and the most that one paragraph may bring."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text and what is told of each: characters [start, end), gap, quotation (see `shapes.py`)."""

    form: list[str]
    start: list[int]
    end: list[int]
    gap: list[int]
    quoted: list[int]
    pieces: list[tuple[int, ...]]

    def __len__(self) -> int:
        return len(self.form)


def words_of(text: str, spans: Sequence[tuple[int, int]], vocabulary: Pieces) -> Words:
    """Words at the given characters of a text, none of them blank, in order."""
    form = [text[start:end] for start, end in spans]
    gap = [_gap(text, last, start) for (_, last), (start, _) in pairwise(spans)]
    if spans:
        gap.insert(0, 3)
    return Words(
        form,
        [start for start, _ in spans],
        [end for _, end in spans],
        gap,
        _quoted(text, spans),
        [vocabulary[word] for word in form],
    )


def _gap(text: str, last: int, start: int) -> int:
    between = text[last:start]
    if not between:
        return 0
    breaks = between.count("\n")
    return 1 if not breaks else 2 if breaks == 1 else 3


def _quoted(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """1 outside, 2 a mark that opens or closes, 3 inside."""
    out = [1] * len(spans)
    at = 0
    for quote in quotations(text):
        while at < len(spans) and spans[at][1] <= quote.start:
            at += 1
        while at < len(spans) and spans[at][0] < quote.end:
            inside = quote.inner_start <= spans[at][0] and spans[at][1] <= quote.inner_end
            out[at] = 3 if inside else 2
            at += 1
    return out


def windows(words: Words, budget: int = BUDGET, limit: int = LIMIT) -> list[tuple[int, int]]:
    """Ranges [first, last) of words, in order, that together are all words."""
    out: list[tuple[int, int]] = []
    first = size = 0
    for start, end in _paragraphs(words):
        length = sum(len(p) for p in words.pieces[start:end])
        if start > first and size + length > budget:
            out.append((first, start))
            first, size = start, 0
        if length > limit:
            cuts = _cut(words, start, end, limit)
            out.extend(cuts[:-1])
            first, size = cuts[-1][0], sum(len(p) for p in words.pieces[cuts[-1][0] : end])
        else:
            size += length
    if first < len(words):
        out.append((first, len(words)))
    return out


def _paragraphs(words: Words) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(words)):
        if words.gap[at] >= 2:
            yield start, at
            start = at
    if len(words):
        yield start, len(words)


def _cut(words: Words, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """A long paragraph in parts of at most `limit` pieces, each but the last ended after a stop if there is one."""
    out: list[tuple[int, int]] = []
    first, size, stop = start, 0, -1
    for at in range(start, end):
        while at > first and size + len(words.pieces[at]) > limit:
            last = stop if stop > first else at
            out.append((first, last))
            first, stop = last, -1
            size = sum(len(p) for p in words.pieces[first:at])
        size += len(words.pieces[at])
        if words.form[at] in (".", "?", "!", ";", "\n") or (at + 1 < end and words.form[at][-1] in '.?!"”'):
            stop = at + 1
    out.append((first, end))
    return out


@dataclass(frozen=True, slots=True)
class Batch:
    """Arrays of B windows: T pieces with [CLS] and [SEP], W words. `given` tells sentence starts: -1 unknown, 0, 1."""

    ids: Ints
    mask: Ints
    shape: Ints
    ending: Ints
    gap: Ints
    quoted: Ints
    first: Ints
    last: Ints
    real: Ints
    given: Ints

    def feed(self) -> dict[str, Ints]:
        """The arrays by the names of the encoder's inputs."""
        return {name: getattr(self, name) for name in self.__slots__}


def batch_of(parts: Sequence[tuple[Words, int, int]], given: Sequence[Sequence[int] | None] | None = None) -> Batch:
    """Arrays for the windows [first, last) of some words; `given` holds, for each, known sentence starts."""
    count = len(parts)
    width = max(last - first for _, first, last in parts)
    length = 2 + max(sum(len(p) for p in words.pieces[first:last]) for words, first, last in parts)
    tall = [np.zeros((count, length), np.int64) for _ in range(6)]
    wide = [np.zeros((count, width), np.int64) for _ in range(4)]
    ids, mask, shape, ending, gap, quoted = tall
    starts, ends, real, known = wide
    for row, (words, first, last) in enumerate(parts):
        at = 1
        ids[row, 0] = CLS
        for number in range(first, last):
            split = words.pieces[number]
            end = at + len(split)
            ids[row, at:end] = split
            kind = shape_of(words.form[number])
            shape[row, at] = kind
            shape[row, at + 1 : end] = kind + SHAPES
            ending[row, at:end] = ending_of(words.form[number])
            gap[row, at] = words.gap[number]
            quoted[row, at:end] = words.quoted[number]
            starts[row, number - first] = at
            ends[row, number - first] = end - 1
            at = end
        ids[row, at] = SEP
        mask[row, : at + 1] = 1
        real[row, : last - first] = 1
        known[row, : last - first] = _known(words, first, last, given[row] if given else None)
    return Batch(ids, mask, shape, ending, gap, quoted, starts, ends, real, known)


def _known(words: Words, first: int, last: int, given: Sequence[int] | None) -> list[int]:
    """A window begins a sentence, and so does a paragraph unless it is told otherwise, whatever the encoder thinks."""
    out = [1 if words.gap[at] >= 2 else -1 for at in range(first, last)] if given is None else list(given)
    out[:1] = [1]
    return out


def batches(sizes: Sequence[int], room: int = 512) -> Iterator[list[int]]:
    """Numbers of windows, short beside short, so that no batch holds more than `room` padded pieces."""
    order = sorted(range(len(sizes)), key=lambda number: (sizes[number], number))
    out: list[int] = []
    for number in order:
        if out and sizes[number] * (len(out) + 1) > room:
            yield out
            out = []
        out.append(number)
    if out:
        yield out
