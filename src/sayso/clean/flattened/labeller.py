"""Label the lines of a page scraped to text: stripped lines in, a label and the probability of body a line out.

A trained net says how likely each line is body; the main stretch (the run of lines with the greatest sum of words
weighted by that) lowers the bar for lines inside it and raises it outside. What is not body gets its finer label by
rule. Nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.clean.flattened.features import best_stretch, features_of
from sayso.clean.flattened.furniture import furniture
from sayso.clean.flattened.looks import Looks, looks_of
from sayso.clean.flattened.network import Network, shipped

__all__ = ["Label", "label_lines", "labelled"]

INSIDE, OUTSIDE, EVEN = 0.3, 0.6, 0.5
LONG = 40  # a line longer than this many words weighs no more


class Label(NamedTuple):
    """What a line is, and how likely it is body, 0 to 1."""

    label: str
    score: float


def label_lines(lines: Sequence[str]) -> list[Label]:
    """One label a line, in order, for the non-empty, stripped lines of one page.

    Labels are body, subhead, title, byline, date, caption, nav, share, related, comment, footer, ad and other; `score`
    is the net's probability of body, whatever the label.

    >>> label_lines([])
    []
    """
    return labelled(lines, shipped())


def labelled(lines: Sequence[str], network: Network) -> list[Label]:
    """`label_lines`, by a network of one's own."""
    if not lines:
        return []
    looks = looks_of(lines)
    chances = network.probabilities(features_of(looks))
    kept, last = selected(looks, chances)
    labels = furniture(lines, looks, chances, kept, last)
    return [Label(label, round(float(chance), 4)) for label, chance in zip(labels, chances, strict=True)]


def selected(looks: Looks, chances: NDArray[np.float32]) -> tuple[NDArray[np.bool_], int]:
    """Which lines are body, and the last line of the main stretch."""
    gains = (chances - EVEN) * np.minimum(looks.words, LONG)
    first, last = best_stretch(gains.astype(np.float32))
    index = np.arange(len(chances))
    bar = np.where((index >= first) & (index <= last), INSIDE, OUTSIDE)
    return chances > bar, last
