"""The joint encoder in int8, run by onnxruntime on one thread: the words of one text in, what every head says out.

The graph picks tags, lemma scripts and heads itself; scores of names and attribution go on to be decoded under the
grammar of tags. One thread a process: the engine runs as many processes as there are cores.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.language.windows import Words, batch_of, batches, windows

__all__ = ["Encoder", "Window", "encoder"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Window:
    """What the heads say of the words [first, last) of a text; arrays have one row a word.

    `heads` counts from the window's first word, 1 being that word and 0 the root; so do the columns of `arcs`,
    `to_cue` and `to_source`, whose column 0 is the root or none.
    """

    first: int
    last: int
    upos: Ints
    xpos: Ints
    feats: Ints
    lemma: Ints
    names: Floats
    attr: Floats
    inner: Floats
    detail: Floats
    silver: Floats
    starts: Ints
    heads: Ints
    relations: Ints
    arcs: Floats
    to_cue: Floats
    to_source: Floats
    vectors: Floats


_SQUARE = ("arcs", "to_cue", "to_source")


class Encoder:
    """The graph, the labels of its heads, and the small heads that are worked out beside it."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._outputs = [output.name for output in self._session.get_outputs()]
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf-8"))
        self._folder = folder

    @cached_property
    def heads(self) -> dict[str, Floats]:
        """Weights of the heads that are worked out in numpy, by name."""
        with np.load(self._folder / "heads.npz") as held:
            return {name: held[name].astype(np.float32) for name in held.files}

    def read(self, words: Words, given: Sequence[int] | None = None) -> list[Window]:
        """Every window of a text, in order. `given`: for each word 1 where a sentence starts, 0 where none does."""
        cuts = windows(words)
        sizes = [2 + sum(len(split) for split in words.pieces[first:last]) for first, last in cuts]
        out: list[Window | None] = [None] * len(cuts)
        for chosen in batches(sizes):
            parts = [(words, *cuts[number]) for number in chosen]
            known = [given[first:last] for _, first, last in parts] if given is not None else None
            found = self._session.run(None, batch_of(parts, known).feed())
            for row, number in enumerate(chosen):
                out[number] = self._window(found, row, *cuts[number])
        return [window for window in out if window is not None]

    def _window(self, found: list[NDArray[np.generic]], row: int, first: int, last: int) -> Window:
        width = last - first
        cut = {
            name: values[row, :width, : width + 1] if name in _SQUARE else values[row, :width]
            for name, values in zip(self._outputs, found, strict=True)
        }
        return Window(first, last, **cut)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The shipped encoder."""
    return Encoder(Path(str(files("sayso.language").joinpath("weights"))))
