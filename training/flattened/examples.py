"""Pages made into training examples, each time a little differently: pages in; features, labels and weights out.

A labeller must not learn one flattener or one way to frame an article. So each time a page is drawn, it comes from
one of the flatteners; often its head or foot is another page's; often runs of lines that are not body are left out;
bullets may be gone, and long lines broken as a text browser breaks them.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from flatteners import ALL
from numpy.typing import NDArray

from pages import Page, body_lines, words
from sayso.clean.flattened.features import features_of
from sayso.clean.flattened.looks import looks_of

Array = NDArray[np.float32]
REFRAMED, THINNED, UNBULLETED, WRAPPED = 0.35, 0.5, 0.15, 0.1
COLUMNS = (60, 100)
KEPT = (0.05, 0.3, 0.6, 0.85)


@dataclass(frozen=True)
class Lines:
    """Lines with whether they are body and how many words they hold."""

    text: list[str]
    body: Array
    words: Array

    def __getitem__(self, at: slice) -> Lines:
        return Lines(self.text[at], self.body[at], self.words[at])

    def __add__(self, other: Lines) -> Lines:
        body, sizes = np.concatenate([self.body, other.body]), np.concatenate([self.words, other.words])
        return Lines(self.text + other.text, body, sizes)

    @cached_property
    def core(self) -> tuple[int, int]:
        """The range from the first to the last long body line; empty at the end where there is none."""
        at = np.flatnonzero((self.body > 0) & (self.words >= 8))
        return (int(at[0]), int(at[-1]) + 1) if len(at) else (len(self.text), len(self.text))

    def example(self) -> tuple[Array, Array, Array]:
        """Features, labels, and weights: a word counts alike in every page, as in the benchmark's score."""
        size = float(self.words[self.body > 0].sum())
        weights = (1 + self.words / 5) / (size / 5 + 20)
        return features_of(looks_of(self.text)), self.body, weights.astype(np.float32)


def by_flattener(page: Page) -> dict[str, Lines]:
    """A page's lines by flattener."""
    out = {}
    for kind in ALL:
        text = page.lines[kind]
        body = np.array(body_lines(text, page.body), np.float32)
        out[kind] = Lines(text, body, np.array([len(words(line)) for line in text], np.float32))
    return out


def varied(page: dict[str, Lines], others: list[dict[str, Lines]], rng: np.random.Generator) -> Lines:
    """One more way that this article could have come."""
    kind = list(ALL)[rng.integers(len(ALL))]
    lines = page[kind]
    if rng.random() < REFRAMED and lines.core[0] < len(lines.text):
        lines = reframed(lines, others[rng.integers(len(others))][kind], others[rng.integers(len(others))][kind], rng)
    if rng.random() < THINNED:
        lines = thinned(lines, rng)
    if rng.random() < UNBULLETED:
        lines = Lines([line.removeprefix("• ").removeprefix("- ") for line in lines.text], lines.body, lines.words)
    if rng.random() < WRAPPED:
        lines = wrapped(lines, int(rng.integers(*COLUMNS)))
    return lines


def wrapped(lines: Lines, columns: int) -> Lines:
    """The page as a text browser dumps it, with lines broken at so many columns."""
    parts = [textwrap.wrap(line, columns, break_long_words=False) or [line] for line in lines.text]
    body = np.repeat(lines.body, [len(part) for part in parts])
    text = [piece for part in parts for piece in part]
    return Lines(text, body, np.array([len(words(piece)) for piece in text], np.float32))


def reframed(lines: Lines, above: Lines, below: Lines, rng: np.random.Generator) -> Lines:
    """The article between another page's head and another page's foot."""
    first, last = lines.core
    head, foot = lines[:first], lines[last:]
    if above.core[0] < len(above.text) and rng.random() < 0.7:
        head = without_body(above[: above.core[0]])
    if below.core[0] < len(below.text) and rng.random() < 0.7:
        foot = without_body(below[below.core[1] :])
    return head + lines[first:last] + foot


def without_body(lines: Lines) -> Lines:
    """The same lines, none of them body."""
    return Lines(lines.text, lines.body * 0, lines.words)


def thinned(lines: Lines, rng: np.random.Generator) -> Lines:
    """Some runs of lines that are not body left out."""
    run = int(rng.integers(1, 8))
    dice = np.repeat(rng.random(len(lines.text) // run + 1), run)[: len(lines.text)]
    kept = (lines.body > 0) | (dice < rng.choice(KEPT))
    if kept.sum() < 4:
        return lines
    return Lines(
        [line for line, keep in zip(lines.text, kept, strict=True) if keep], lines.body[kept], lines.words[kept]
    )
