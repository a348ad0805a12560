"""Two statements in, how far they put forward one proposition out.

Words that they share, weighted, then who did what to whom, when and how many decide; the sense of the words, which is
alike for all that is said of one matter, only joins in. Statements that differ on whether it is so, or on how many, do
not share one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import Any

import numpy as np

from sayso.reconcile.days import ordinal
from sayso.reconcile.linkage import Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import admits, calls_false
from sayso.reconcile.sayings import Count, Deed, Saying
from sayso.schema.data import read_data

__all__ = [
    "FEATURES",
    "SAME",
    "apart",
    "compared",
    "features",
    "likeness",
    "owns_up",
    "proposition_keys",
    "sense_likeness",
    "telling_words",
]

SAME = 0.45
"""From this likeness on two statements share a proposition."""

FEATURES = (
    "words",
    "contained",
    "shared",
    "names",
    "numbers",
    "counts",
    "deeds",
    "deeds_differ",
    "sense",
    "speaker",
    "sides",
    "against",
    "days",
    "kinds",
    "kinds_differ",
    "places",
)
_KEYED = 6
"""Words of a statement, those that tell most, every two of which are a key."""


def proposition_keys(one: Saying) -> Iterator[Key]:
    """Every two of the words that tell most; and what was done, by whom to whom, on which day."""
    for first, second in combinations(sorted(telling_words(one)), 2):
        yield Key(f"{first} {second}")
    for deed in one.deeds:
        if len(deed.date) == 10 and deed.actors and deed.recipients:
            yield Key(f"{deed.root} {min(deed.actors)} {min(deed.recipients)} {deed.date}")


def telling_words(one: Saying) -> list[str]:
    """The words and numbers of a statement that tell most of its matter, most telling first."""
    words = one.matter.words | {str(number) for number in one.matter.numbers}
    return sorted(words, key=lambda word: (-weight_of(word, one.matter.names), -len(word), word))[:_KEYED]


def compared(one: Saying, other: Saying) -> Iterator[Match]:
    """The likeness of two statements that put something forward, where it is enough."""
    if one.asserting and other.asserting:
        score = likeness(one, other)
        if score >= SAME:
            yield Match("same", forward=True, score=round(score, 4), why=_why(one, other))
        for mine, theirs in ((one, other), (other, one)):
            if owns_up(mine, theirs):
                yield Match("acknowledges", mine is one, 0.7, f"the side blamed says so: {_why(one, other)}")


def likeness(one: Saying, other: Saying) -> float:
    """How likely two statements share a proposition, 0 to 1; 0 where they cannot."""
    if apart(one, other):
        return 0.0
    told = _weights()
    total = (
        told["bias"]
        + told["confirms"] * _confirms(one, other)
        + sum(told[name] * value for name, value in zip(FEATURES, features(one, other), strict=True))
    )
    return 1 / (1 + math.exp(-total))


def apart(one: Saying, other: Saying) -> bool:
    """Can they not be one: one says it is not so, or they count the same otherwise, or blame opposite sides?"""
    if calls_false(one.content) != calls_false(other.content):
        return True
    if one.against and other.against and one.against != other.against and one.side != other.side:
        return True
    return counts_agree(one.counts, other.counts) < 0


def features(one: Saying, other: Saying) -> tuple[float, ...]:
    """What is alike of two statements, by the names in `FEATURES`; the same whichever comes first."""
    mine, theirs = one.matter, other.matter
    names = mine.names & theirs.names
    both = sum(weight_of(word, names) for word in mine.words & theirs.words)
    sizes = [max(0.5, sum(weight_of(word, matter.names) for word in matter.words)) for matter in (mine, theirs)]
    deeds = [_deeds_agree(a, b) for a, b in product(one.deeds, other.deeds)]
    return (
        2 * both / sum(sizes),
        both / min(sizes),
        min(both, 6.0) / 6,
        min(len(names), 3) / 3,
        _agreement(mine.numbers, theirs.numbers),
        counts_agree(one.counts, other.counts),
        max((score for score in deeds), default=0.0),
        float(bool(deeds) and max(deeds) <= 0),
        sense_likeness(one.sense, other.sense),
        float(bool(one.body) and one.body == other.body),
        _alike(one.side, other.side),
        _alike(one.against, other.against),
        min(_days_between(one.day, other.day), 60) / 60,
        float(bool(one.kinds & other.kinds)),
        float(bool(one.kinds and other.kinds) and not one.kinds & other.kinds),
        min(len((one.setting | mine.names) & (other.setting | theirs.names)), 2) / 2,
    )


def _confirms(one: Saying, other: Saying) -> bool:
    """Does one own up to what the other holds against its side?"""
    return any(
        mine.act == "confirmation" and mine.side and theirs.against == mine.side and mine.body != theirs.body
        for mine, theirs in ((one, other), (other, one))
    )


def owns_up(one: Saying, other: Saying) -> bool:
    """Does one, of the side that the other blames, confirm what the other tells, in whatever words?"""
    if not (one.act in ("confirmation", "responsibility") or admits(one.cue)) or not _confirms_side(one, other):
        return False
    if one.turned or other.turned or calls_false(one.content) or one.day[:10] < other.day[:10]:
        return False
    shared = (one.matter.words | one.setting) & (other.matter.words | other.setting)
    told = sum(weight_of(word) for word in one.matter.words & other.matter.words)
    return told >= 1 and len(shared) > 1 and (bool(one.kinds & other.kinds) or told >= 2)


def _confirms_side(one: Saying, other: Saying) -> bool:
    return one.side == other.against != "" and one.body != other.body


def _alike(one: str, other: str) -> float:
    return 0.0 if not one or not other else 1.0 if one == other else -1.0


def _agreement(one: frozenset[int], other: frozenset[int]) -> float:
    if not one or not other:
        return 0.0
    return 1.0 if one & other else -1.0


def counts_agree(one: tuple[Count, ...], other: tuple[Count, ...]) -> float:
    """1 where two texts count the same thing alike, -1 where they count it otherwise, 0 where they do not meet."""
    verdict = 0.0
    for mine, theirs in product(one, other):
        if mine.noun == theirs.noun and not (mine.of and theirs.of and mine.of != theirs.of):
            if not _overlap(mine, theirs):
                return -1.0
            verdict = 1.0
    return verdict


def _overlap(one: Count, other: Count) -> bool:
    low = max(one.low or 0, other.low or 0)
    high = min(math.inf if one.high is None else one.high, math.inf if other.high is None else other.high)
    return low <= high


def _deeds_agree(one: Deed, other: Deed) -> float:
    """1 where two deeds may be one with both sides told, less where less is told, -1 where they cannot be."""
    if one.root != other.root or one.turned != other.turned:
        return -0.5
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return -1.0
    score = 0.2
    for mine, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if mine and theirs:
            if not mine & theirs:
                return -1.0
            score += 0.3
    return score + 0.2 * bool(one.date and one.date == other.date)


def sense_likeness(one: bytes, other: bytes) -> float:
    """The cosine of two packed senses; 0 where one was not kept."""
    if not one or not other:
        return 0.0
    mine, theirs = np.frombuffer(one, np.int8).astype(np.float32), np.frombuffer(other, np.int8).astype(np.float32)
    size = float(np.sqrt((mine @ mine) * (theirs @ theirs)))
    return float(mine @ theirs) / size if size else 0.0


def _days_between(one: str, other: str) -> int:
    """Days between two dates of ISO 8601; 0 where they are not told to the day."""
    first, second = ordinal(one), ordinal(other)
    return abs(first - second) if first and second else 0


@cache
def _weights() -> dict[str, float]:
    found: dict[str, Any] = read_data("sayso.reconcile", "propositions.toml")["weights"]
    return {name: float(found[name]) for name in ("bias", "confirms", *FEATURES)}


def _why(one: Saying, other: Saying) -> str:
    words = sorted(one.matter.words & other.matter.words, key=lambda word: (-weight_of(word), word))[:4]
    told = [f"words {', '.join(words)}"] if words else []
    return "; ".join(
        told + (["same deed"] if any(_deeds_agree(a, b) > 0.5 for a, b in product(one.deeds, other.deeds)) else [])
    )
