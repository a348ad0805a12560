"""Statements in, which of them deny which out: inside an article as it tells, between articles by matter and sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from sayso.reconcile.linkage import Inner, Key, Match
from sayso.reconcile.matter import shared, weight_of
from sayso.reconcile.polarity import calls_false
from sayso.reconcile.propositions import counts_agree, sense_likeness, telling_words
from sayso.reconcile.sayings import Saying
from sayso.reconcile.targets import Target, answered_by, denied_by, denies, may_deny, names_of_speaker, shared_words

__all__ = ["denial_keys", "denials_between", "denials_within"]

_BETWEEN = 0.6
_NUMBERS = 2
_LIGHT = 0.3
"""The weight of a word of every report; statements that do not share as much have no matter in common."""
_NAMES = 3
"""Names that a denial is kept under with each kind of harm that it denies."""


def denials_within(sayings: Sequence[Saying], space: str) -> Iterator[Inner]:
    """What the denials of one document deny of what the document tells; sayings in order of their place."""
    found: dict[str, list[Target]] = {}
    for one in sayings:
        article = [other for other in sayings if other.article == one.article and other.id != one.id]
        if denies(one):
            told = found[one.id] = denied_by(one, article, found)
        else:
            told = answered_by(one, article, found)
        for target in told:
            yield Inner(space, one.id, target.said.id, "denies", round(target.score, 4), target.why)


def denial_keys(one: Saying) -> Iterator[Key]:
    """Keys by which a denial meets what names who denies, and what tells of one kind of harm at one place."""
    if denies(one):
        for first, second in product(sorted(names_of_speaker(one))[:_NAMES], telling_words(one)):
            yield Key(" ".join(sorted((first, second))))
    elif not one.asserting:
        return
    for kind, name in product(sorted(one.kinds), _places(one)):
        yield Key(f"{kind} at {name}")
    for kind, number in product(sorted(one.kinds), sorted(one.matter.numbers)[-_NUMBERS:]):
        yield Key(f"{kind} of {number} {one.day[:7]}")


def _places(one: Saying) -> list[str]:
    """The names that tell most of where and when: its own first."""
    own = sorted(one.matter.names, key=lambda name: (-len(name), name))
    near = sorted(one.setting - one.matter.names, key=lambda name: (-len(name), name))
    return (own + near)[:_NAMES]


def denials_between(one: Saying, other: Saying) -> Iterator[Match]:
    """Does one deny what the other, of another article, puts forward?"""
    if one.article == other.article:
        return
    for denial, said in ((one, other), (other, one)):
        if not said.asserting or not may_deny(denial, said) or said.day[:10] > denial.day[:10]:
            continue
        if said.against and denial.side and said.against != denial.side:
            continue
        score = _score(denial, said) if denies(denial) else _gainsaid(denial, said)
        if score >= _BETWEEN:
            yield Match("denies", denial is one, round(score, 4), f"both tell of {shared_words(denial, said)}")


def _score(denial: Saying, said: Saying) -> float:
    """How far a denial, as it is told, meets what another says."""
    words = shared(denial.matter, said.matter)
    if words < _LIGHT or said.turned or calls_false(said.content):
        return 0.0
    counted = counts_agree(denial.counts, said.counts)
    if counted < 0:
        return 0.0
    if words >= 1 and names_of_speaker(denial) & said.matter.names:
        return 0.65
    kinds, around = bool(denial.kinds & said.kinds), bool(denial.setting & said.setting)
    known = bool(denial.side and said.side)
    if not known and kinds and around and denial.turned and denial.kinds <= said.kinds:
        return 0.62
    of_matter = kinds or _shared_beside_names(denial, said) >= 1
    if words < 1.5 or not of_matter or not (known or around):
        return 0.0
    size = max(0.5, sum(weight_of(word, denial.matter.names) for word in denial.matter.words))
    alike = 0.35 * min(words, 4.0) / 4 + 0.35 * words / size + 0.15 * counted
    alike += 0.15 * (said.against == denial.side != "") + 0.15 * max(0.0, sense_likeness(denial.sense, said.sense))
    return alike if known else alike + 0.1 * (kinds + around)


def _gainsaid(one: Saying, said: Saying) -> float:
    """How far what a side puts forward as not so - `with rifles, not stretchers` - meets what it is blamed for."""
    if not (one.asserting and one.turned) or said.turned or said.against != one.side != "":
        return 0.0
    same_number = bool(one.matter.numbers & said.matter.numbers)
    met = same_number or (shared(one.matter, said.matter) >= 1.3 and bool(one.setting & said.setting))
    return 0.6 if one.kinds & said.kinds and met else 0.0


def _shared_beside_names(one: Saying, other: Saying) -> float:
    names = one.matter.names | other.matter.names
    return sum(weight_of(word) for word in (one.matter.words & other.matter.words) - names if len(word) > 2)
