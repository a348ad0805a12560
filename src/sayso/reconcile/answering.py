"""A denial and what was said before it in, what it denies out.

Inside an article a denial may carry what it denies (`the claim that ...`), name its matter again, point at it (`that
account`), or go on from a denial before it. Between articles only the matter and the sides tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.reconcile.linkage import LEFT, RIGHT, Inner, Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import calls_false, is_turned, points_at, takes_in_all
from sayso.reconcile.propositions import counts_agree, proposition_keys, sense_likeness
from sayso.reconcile.sayings import Saying

__all__ = ["denial_keys", "denials_between", "denials_within", "denies"]

_REACH = 2500
"""Characters before a denial within which what it names stands."""
_NEAR = 1200
"""Characters before a denial within which what it points at stands."""
_BESIDE = 700
"""Characters between what is taken in together, and between a denial and one that goes on from it."""
_ENOUGH = 1.0
_BETWEEN = 0.6


class _Target(NamedTuple):
    said: Saying
    score: float
    why: str


def denies(one: Saying) -> bool:
    """Is it a denial, as it is told?"""
    return one.group == "DENY" and bool(one.content)


def denials_within(sayings: Sequence[Saying], space: str) -> Iterator[Inner]:
    """What the denials of one document deny of what the document tells; sayings in order of their place."""
    found: dict[str, list[_Target]] = {}
    for one in sayings:
        if denies(one):
            article = [other for other in sayings if other.article == one.article and other.id != one.id]
            found[one.id] = _targets(one, article, found)
            for target in found[one.id]:
                yield Inner(space, one.id, target.said.id, "denies", round(target.score, 4), target.why)
        elif one.asserting and one.turned:
            for target in _named(one, [other for other in sayings if other.article == one.article], strict=True)[:1]:
                yield Inner(space, one.id, target.said.id, "denies", round(target.score, 4), target.why)


def _targets(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    held = [other for other in article if other.nested_in == one.id and not denies(other)]
    if held:
        return [_Target(other, 0.95, "it carries what it denies") for other in held]
    if points_at(one.content):
        return _pointed_at(one, article)
    named = _named(one, article)
    if named:
        return named[:1]
    return _gone_on_from(one, article, before) or _pointed_at(one, article, blamed=True)[:1]


def _others(one: Saying, article: Sequence[Saying], reach: int) -> list[Saying]:
    """What others put forward before it, nearest first."""
    found = [
        other
        for other in article
        if other.asserting and other.start < one.start and one.start - other.end <= reach and _is_of_other(one, other)
    ]
    return sorted(found, key=lambda other: (-other.start, other.id))


def _is_of_other(one: Saying, other: Saying) -> bool:
    """May the one deny what the other says: is it of another body, and of another side where both are known?"""
    return other.body != one.body and not (one.side and one.side == other.side and other.against != one.side)


def _pointed_at(one: Saying, article: Sequence[Saying], *, blamed: bool = False) -> list[_Target]:
    others = _others(one, article, _NEAR)
    if blamed:
        others = [other for other in others if other.against and other.against == one.side]
    meant = next((other for other in others if other.against and other.against == one.side), None)
    first = others[0] if others else None
    if first is None:
        return []
    if meant is None or first.start - meant.end > _BESIDE:
        meant = first
    out = [_Target(meant, 0.7, "it points at what was said last")]
    if takes_in_all(one.content):
        out += [
            _Target(other, 0.6, "it takes in what was said together")
            for other in others
            if other is not meant and other.body == meant.body and abs(other.start - meant.start) <= _BESIDE
        ]
    return out


def _named(one: Saying, article: Sequence[Saying], *, strict: bool = False) -> list[_Target]:
    """What others said before that shares its matter, the most alike first."""
    scored = []
    for other in _others(one, article, _REACH):
        words = _shared(one, other)
        counted = counts_agree(one.counts, other.counts) > 0
        score = words + counted + 0.5 * (other.against == one.side != "") + 0.5 * sense_likeness(one.sense, other.sense)
        if words >= (2.0 if strict else _ENOUGH) and (not strict or other.turned != one.turned):
            scored.append(_Target(other, min(0.9, 0.4 + 0.1 * score), f"both tell of {_words(one, other)}"))
    return sorted(scored, key=lambda target: (-target.score, -target.said.start, target.said.id))


def _gone_on_from(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    """What the denial just before denies, if it is of the same side."""
    for other in reversed(article):
        same = other.body == one.body or not one.side or other.side == one.side
        if same and other.id in before and other.start < one.start and one.start - other.end <= _BESIDE:
            return [_Target(target.said, 0.55, "it goes on from a denial") for target in before[other.id][:1]]
    return []


def _shared(one: Saying, other: Saying) -> float:
    names = one.matter.names & other.matter.names
    return sum(weight_of(word, names) for word in one.matter.words & other.matter.words)


def _words(one: Saying, other: Saying) -> str:
    shared = one.matter.words & other.matter.words
    return ", ".join(sorted(shared, key=lambda word: (-weight_of(word), word))[:4])


def denial_keys(one: Saying) -> Iterator[Key]:
    """Denials to the left, what can be denied to the right; what is put forward as not so stands on both sides."""
    if denies(one):
        part = LEFT
    elif one.asserting:
        part = RIGHT
    else:
        return
    for key in proposition_keys(one):
        yield Key(key.value, part)


def denials_between(one: Saying, other: Saying) -> Iterator[Match]:
    """Does one deny what the other, of another article, puts forward?"""
    denial, said = (one, other) if denies(one) else (other, one)
    if not denies(denial) or not said.asserting or denial.article == said.article:
        return
    if not _is_of_other(denial, said) or not (denial.side and said.side) or denial.side == said.side:
        return
    if said.day[:10] > denial.day[:10] or (said.against and said.against != denial.side):
        return
    score = _score(denial, said)
    if score >= _BETWEEN:
        yield Match("denies", denial is one, round(score, 4), f"both tell of {_words(denial, said)}")


def _score(denial: Saying, said: Saying) -> float:
    words = _shared(denial, said)
    size = max(0.5, sum(weight_of(word, denial.matter.names) for word in denial.matter.words))
    if words < 1.5 or is_turned(said.content) or calls_false(said.content):
        return 0.0
    counted = counts_agree(denial.counts, said.counts)
    if counted < 0:
        return 0.0
    alike = 0.35 * min(words, 4.0) / 4 + 0.35 * words / size + 0.15 * counted
    return alike + 0.15 * (said.against == denial.side) + 0.15 * max(0.0, sense_likeness(denial.sense, said.sense))
