"""A denial and what was said before it in, what it denies out.

Inside an article a denial may carry what it denies (`the claim that ...`), name its matter again, point at it (`that
account`), or go on from a denial before it. Between articles only the matter and the sides tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.reconcile.linkage import LEFT, RIGHT, Inner, Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import calls_false, is_turned, names_its_target, points_at, takes_in_all
from sayso.reconcile.propositions import counts_agree, proposition_keys, sense_likeness
from sayso.reconcile.sayings import Saying

__all__ = ["denial_keys", "denials_between", "denials_within", "denies"]

_FACTS = frozenset(("claim", "accusation", "confirmation", "responsibility", "announcement"))
_REJECTS = re.compile(
    r"\b(?:rejects?|rejected|denies|denied|den(?:y|ying)|refutes?|refuted|dismiss(?:es|ed))\b.{0,40}"
    r"\b(?:accusations?|allegations?|assertions?|charges?|claims?|reports?|rumou?rs?|suggestions?)\b",
    re.I,
)
_REACH = 2500
"""Characters before a denial within which what it names stands."""
_NEAR = 1200
"""Characters before a denial within which what it points at stands."""
_BESIDE = 700
"""Characters between what is taken in together, and between a denial and one that goes on from it."""
_NEXT = 300
"""Characters between a denial and what its speaker adds to it."""
_ENOUGH = 1.0
_BETWEEN = 0.6


class _Target(NamedTuple):
    said: Saying
    score: float
    why: str


def denies(one: Saying) -> bool:
    """Is it a denial, as it is told, or does it say that it rejects what somebody said?"""
    return bool(one.content) and (one.group == "DENY" or bool(_REJECTS.search(one.content)))


def denials_within(sayings: Sequence[Saying], space: str) -> Iterator[Inner]:
    """What the denials of one document deny of what the document tells; sayings in order of their place."""
    found: dict[str, list[_Target]] = {}
    for one in sayings:
        if denies(one):
            article = [other for other in sayings if other.article == one.article and other.id != one.id]
            found[one.id] = _targets(one, article, found)
            for target in found[one.id]:
                yield Inner(space, one.id, target.said.id, "denies", round(target.score, 4), target.why)
        elif one.asserting and one.act in _FACTS:
            article = [other for other in sayings if other.article == one.article]
            told = _carried_on(one, article, found) or (_named(one, article, strict=True)[:1] if one.turned else [])
            for target in told:
                yield Inner(space, one.id, target.said.id, "denies", round(target.score, 4), target.why)


def _targets(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    held = [other for other in article if other.nested_in == one.id and not denies(other)]
    if held:
        return [_Target(other, 0.95, "it carries what it denies") for other in held]
    if points_at(one.content):
        return _pointed_at(one, article)
    found = _named(one, article)[:1] or _gone_on_from(one, article, before)
    return found or ([] if names_its_target(one.content) else _nearest(one, article))


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


def _pointed_at(one: Saying, article: Sequence[Saying]) -> list[_Target]:
    others = _others(one, article, _NEAR)
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
            if other is not meant
            and other.body == meant.body
            and abs(other.start - meant.start) <= _BESIDE
            and (one.side in other.matter.states or other.group == "BLAME" or not one.side)
        ]
    return out


def _named(one: Saying, article: Sequence[Saying], *, strict: bool = False) -> list[_Target]:
    """What others said before that shares its matter, the most alike first."""
    scored = []
    for other in _others(one, article, _REACH):
        counted = counts_agree(one.counts, other.counts) > 0
        words = _shared(one, other) + counted
        score = words + 0.5 * (other.against == one.side != "") + 0.5 * sense_likeness(one.sense, other.sense)
        enough = _ENOUGH if not strict or _is_spoken_of(one, other) else 2.0
        if words >= enough and (not strict or other.turned != one.turned):
            scored.append(_Target(other, min(0.9, 0.4 + 0.1 * score), f"both tell of {_words(one, other)}"))
    return sorted(scored, key=lambda target: (-target.score, -target.said.start, target.said.id))


def _is_spoken_of(one: Saying, other: Saying) -> bool:
    """Does the other speak of who answers, or of its side?"""
    names = set(one.speaker.name.split()) if one.speaker else set()
    return bool(names & other.matter.names) or other.against == one.side != ""


def _gone_on_from(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    """What the denial just before denies, if it is of the same side."""
    for other in reversed(article):
        near = not one.side and one.start - other.end <= _NEXT
        same = other.body == one.body or near or (one.side and other.side == one.side)
        if same and other.id in before and other.start < one.start and one.start - other.end <= _BESIDE:
            return [_Target(target.said, 0.55, "it goes on from a denial") for target in before[other.id][:1]]
    return []


def _carried_on(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    """What the same speaker denied just before: `“Our men were at a funeral,” he said.`"""
    last = max((other for other in article if other.start < one.start), key=lambda other: other.start, default=None)
    if last is None or last.id not in before or last.body != one.body or not one.body:
        return []
    if one.start - last.end > _NEXT or one.act not in _FACTS or one.deeds:
        return []
    return [_Target(target.said, 0.5, "it backs up a denial just before") for target in before[last.id][:1]]


def _nearest(one: Saying, article: Sequence[Saying]) -> list[_Target]:
    """What another said shortly before, the nearest that is most alike in sense: news tells what is denied first."""
    others = [other for other in _others(one, article, _NEAR) if other.act in _FACTS and len(other.matter.words) > 1]
    blaming = [other for other in others if other.against and other.against == one.side]
    scored = [
        (
            sense_likeness(one.sense, other.sense)
            + 0.2 * (other in blaming)
            + 0.2 * (_shared(one, other) > 0)
            + 0.2 * bool(other.deeds)
            - (one.start - other.end) / _NEAR,
            -other.start,
            other,
        )
        for other in others
    ]
    best = max(scored, key=lambda told: told[:2], default=None)
    return [_Target(best[2], 0.5, "it is what another said shortly before")] if best else []


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
