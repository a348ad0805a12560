"""The words of a text in; everything the encoder's heads say of them out, decoded, as arrays over the whole text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.language.closed_class import mended
from sayso.language.encoder import Encoder, Window
from sayso.language.numbers import gelu
from sayso.language.tagging import best_tags, grammar, spans_of
from sayso.language.trees import is_tree, tree_of
from sayso.language.windows import Words

__all__ = ["Annotation", "annotate"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
TAGGED = ("names", "attr", "inner", "detail")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One entry a word in every array. `heads` are numbers of words in the text, a root being its own head.

    `spans` holds, by task (`names`, `attr`, `inner`, `detail`), spans of words [first, last) with their kind. `windows`
    keeps the scores of links.
    """

    words: Words
    upos: Ints
    xpos: Ints
    feats: Ints
    lemma: Ints
    starts: Ints
    heads: Ints
    relations: Ints
    vectors: Floats
    spans: dict[str, list[tuple[int, int, str]]]
    tags: dict[str, Ints]
    windows: tuple[Window, ...]

    def window_of(self, word: int) -> Window:
        """The window a word was read in."""
        for window in self.windows:
            if word < window.last:
                return window
        return self.windows[-1]


def annotate(words: Words, encoder: Encoder, given: Sequence[int] | None = None) -> Annotation:
    """Read a text's words; `given` tells sentence starts where they are known."""
    found = encoder.read(words, given)
    decoded = _Asked(lambda task: _decoded(found, encoder, task))
    heads, relations = _trees(found, encoder)
    upos, xpos, feats = (_joined(found, task) for task in ("upos", "xpos", "feats"))
    mended(words.form, upos, xpos, feats, encoder.labels)
    return Annotation(
        words,
        upos,
        xpos,
        feats,
        _joined(found, "lemma"),
        _joined(found, "starts"),
        heads,
        relations,
        np.concatenate([w.vectors for w in found]) if found else np.zeros((0, 384), np.float32),
        _Asked(lambda task: decoded[task][1]),
        _Asked(lambda task: decoded[task][0]),
        tuple(found),
    )


class _Asked(dict[str, Any]):
    """What is worked out of a task's scores, once it is asked for: statements need no names, names no statements."""

    def __init__(self, make: Callable[[str], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, task: str) -> Any:
        if task not in TAGGED:
            raise KeyError(task)
        found = self[task] = self._make(task)
        return found


def _decoded(found: list[Window], encoder: Encoder, task: str) -> tuple[Ints, list[tuple[int, int, str]]]:
    """The tag of each word, and the spans that they make."""
    labels = encoder.labels[task]
    decoded = best_tags([getattr(window, task) for window in found], _moves(encoder, task))
    spans = [
        (first + window.first, last + window.first, kind)
        for window, chosen in zip(found, decoded, strict=True)
        for first, last, kind in spans_of([labels[tag] for tag in chosen])
    ]
    return np.concatenate(decoded) if decoded else np.zeros(0, np.int64), spans


@lru_cache(maxsize=8)
def _moves(encoder: Encoder, task: str) -> Floats:
    counts = encoder.heads.get(f"moves.{task}")
    return grammar(encoder.labels[task], None if counts is None else counts.astype(np.float64))


def _joined(found: list[Window], task: str) -> Ints:
    return np.concatenate([getattr(window, task) for window in found] or [np.zeros(0)]).astype(np.int64)


def _trees(found: list[Window], encoder: Encoder) -> tuple[Ints, Ints]:
    heads: list[int] = []
    relations: list[int] = []
    for window in found:
        chosen, labels = window.heads.tolist(), window.relations.tolist()
        cuts = [*np.flatnonzero(window.starts).tolist(), len(chosen)]
        for first, last in pairwise(cuts):
            local = [head - first if head else 0 for head in chosen[first:last]]
            if not is_tree(local):
                _mend(window, encoder, first, last, chosen, labels)
        base = window.first
        heads.extend(base + at if not head else base + head - 1 for at, head in enumerate(chosen))
        relations.extend(labels)
    return np.array(heads, np.int64), np.array(relations, np.int64)


def _mend(window: Window, encoder: Encoder, first: int, last: int, chosen: list[int], labels: list[int]) -> None:
    """Put the best tree in the place of greedy heads, and label what changed."""
    columns = [0, *range(first + 1, last + 1)]
    local = tree_of(window.arcs[first:last][:, columns])
    root = encoder.labels["rel"].index("root")
    for at, head in enumerate(local):
        new = head + first if head else 0
        if new != chosen[first + at]:
            chosen[first + at] = new
            labels[first + at] = root if not new else _relation(encoder, window, first + at, new - 1, root)


def _relation(encoder: Encoder, window: Window, word: int, head: int, root: int) -> int:
    held = encoder.heads
    of = window.vectors[word] @ held["relation_of.weight"].T + held["relation_of.bias"]
    to = window.vectors[head] @ held["relation_to.weight"].T + held["relation_to.bias"]
    scores = gelu(of + to) @ held["relations.weight"].T + held["relations.bias"]
    scores[root] = -np.inf
    return int(scores.argmax())
