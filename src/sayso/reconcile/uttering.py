"""Two statements in, whether they pass on one utterance out: the same words of the same speaker."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sayso.reconcile.linkage import Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.sayings import Saying
from sayso.reconcile.sides import same_actor

__all__ = ["utterance_keys", "uttered"]

_KEYED = 4
_ALIKE = 0.6
_LONE = 0.85
"""Of words whose speaker is not told, more must be the same."""


def utterance_keys(one: Saying) -> Iterator[Key]:
    """Every two of the words that tell most, with whose word it is."""
    words = sorted(one.matter.words, key=lambda word: (-weight_of(word, one.matter.names), -len(word), word))[:_KEYED]
    for first, second in combinations(sorted(words), 2):
        yield Key(f"{first} {second}")
    if len(words) == 1:
        yield Key(f"{words[0]} {one.body}")


def uttered(one: Saying, other: Saying) -> Iterator[Match]:
    """How far two statements have their words in common, where one body speaks."""
    if one.article == other.article or one.turned != other.turned:
        return
    known = bool(one.body and other.body)
    if known and one.body != other.body and not same_actor(one.speaker, other.speaker):
        return
    mine, theirs = one.matter, other.matter
    names = mine.names & theirs.names
    both = sum(weight_of(word, names) for word in mine.words & theirs.words)
    size = sum(weight_of(word, mine.names) for word in mine.words) + sum(
        weight_of(word, theirs.names) for word in theirs.words
    )
    if not size or (mine.numbers and theirs.numbers and not mine.numbers & theirs.numbers):
        return
    alike = 2 * both / size
    if alike >= (_ALIKE if known else _LONE):
        yield Match("repeats", forward=True, score=round(alike, 4), why="the same speaker, the same words")
