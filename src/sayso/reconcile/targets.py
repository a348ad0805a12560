"""A denial and the other statements of its article in, those that it may deny out, each with how sure and why.

A denial may carry what it denies (`the claim that ...`), point at it (`that account`), turn down a deed (`any part in
it`), name its matter again, go on from a denial before it, or answer what stands just before or, as news may tell it,
just behind. What somebody says is not so without a word of denial may answer too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.reconcile.matter import shared, weight_of
from sayso.reconcile.polarity import calls_false, disowns, names_its_target, points_at, takes_in_all, withdraws
from sayso.reconcile.propositions import counts_agree, sense_likeness
from sayso.reconcile.sayings import Saying
from sayso.reconcile.sides import same_actor
from sayso.reconcile.stems import stem

__all__ = ["Target", "answered_by", "denied_by", "denies", "may_deny", "names_of_speaker", "shared_words"]

_FACTS = frozenset(("claim", "accusation", "confirmation", "responsibility", "announcement", "question"))
_REJECTS = re.compile(
    r"\b(?:rejects?|rejected|denies|denied|den(?:y|ying)|refutes?|refuted|dismiss(?:es|ed))\b.{0,40}"
    r"\b(?:accusations?|allegations?|assertions?|charges?|claims?|reports?|rumou?rs?|suggestions?)\b",
    re.I,
)
_DEEDS = frozenset(("attack", "capture", "entry", "mines", "robbery"))
"""Kinds of harm that somebody does, of those that a saying tells."""
_REACH = 2500
"""Characters before a denial within which what it names stands."""
_NEAR = 1200
"""Characters before a denial within which what it points at stands."""
_BESIDE = 700
"""Characters between what is taken in together, and between a denial and one that goes on from it."""
_AFTER = 400
"""Characters after a denial within which news tells what was denied, where it did not before."""
_NEXT = 300
"""Characters between a denial and what its speaker adds to it."""
_JUST = 70
"""Characters between a denial and what it answers, where news tells the one right after the other."""
_ALIKE = 0.5
"""Likeness of sense from which on what stands farther off is meant."""
_QUOTED = 30
"""Characters between a denial and the words that it is told in."""
_ENOUGH = 1.0


class Target(NamedTuple):
    """A statement that may be denied, how sure that is, 0 to 1, and by what it is known."""

    said: Saying
    score: float
    why: str


def denies(one: Saying) -> bool:
    """Is it a denial, as it is told, or does it say that it rejects what somebody said?"""
    return bool(one.content) and (one.group == "DENY" or bool(_REJECTS.search(one.content)))


def shared_words(one: Saying, other: Saying) -> str:
    """What two statements both tell of, the words that tell most first."""
    both = one.matter.words & other.matter.words
    told = sorted(both, key=lambda word: (-weight_of(word), word))[:4]
    return ", ".join([*told, *sorted(one.kinds & other.kinds)])


def denied_by(one: Saying, article: Sequence[Saying], before: Mapping[str, list[Target]]) -> list[Target]:
    """What a denial denies of its article; `before` tells what denials before it deny, by their ids."""
    held = [other for other in article if other.nested_in == one.id and not denies(other)]
    if held:
        return [Target(other, 0.95, "it carries what it denies") for other in held]
    if points_at(one.content):
        return _pointed_at(one, article)
    if disowns(one.content):
        return _disowned(one, article)[:1]
    quoted = _gone_on_from(one, article, before) if one.quoted else []
    if quoted and _is_next(one, article, before):
        return quoted
    found = _named(one, article)[:1] or _gone_on_from(one, article, before)
    return found or ([] if names_its_target(one.content) else _nearest(one, article)) or _told_after(one, article)[:1]


def _others(one: Saying, article: Sequence[Saying], reach: int) -> list[Saying]:
    """What others put forward before it, nearest first."""
    found = [
        other
        for other in article
        if other.asserting and other.start < one.start and one.start - other.end <= reach and may_deny(one, other)
    ]
    return sorted(found, key=lambda other: (-other.start, other.id))


def may_deny(one: Saying, other: Saying) -> bool:
    """May the one deny what the other says: is it of another body, and of another side where both are known?

    Who takes back a word denies their own.
    """
    if withdraws(one.cue):
        return True
    if other.body == one.body or (one.side and one.side == other.side and other.against != one.side):
        return False
    return not same_actor(one.speaker, other.speaker)


def _pointed_at(one: Saying, article: Sequence[Saying]) -> list[Target]:
    others = _others(one, article, _NEAR)
    meant = next((other for other in others if other.against and other.against == one.side), None)
    first = others[0] if others else None
    if first is None:
        return []
    if meant is None or first.start - meant.end > _BESIDE:
        meant = first
    out = [Target(meant, 0.7, "it points at what was said last")]
    if takes_in_all(one.content):
        out += [
            Target(other, 0.6, "it takes in what was said together")
            for other in others
            if other is not meant
            and other.body == meant.body
            and abs(other.start - meant.start) <= _BESIDE
            and (one.side in other.matter.states or other.group == "BLAME" or not one.side)
        ]
    return out


def _disowned(one: Saying, article: Sequence[Saying]) -> list[Target]:
    """The deed told before that somebody says they had no part in: of whom they name, else the first that does harm."""
    own = sum(weight_of(word) for word in one.matter.words)
    scored = [
        (
            2.0 * _is_spoken_of(one, other)
            + min(2.0, shared(one.matter, other.matter))
            + (other.group == "BLAME")
            + bool(other.kinds & _DEEDS)
            + 0.5 * ("attack" in other.kinds)
            + 0.5 * bool(other.deeds)
            - (one.start - other.end) / _REACH,
            -other.start,
            other,
        )
        for other in _others(one, article, _REACH)
        if (other.kinds & _DEEDS or other.group == "BLAME")
        and (own < 1 or _is_spoken_of(one, other) or shared(one.matter, other.matter) >= 1)
    ]
    scored.sort(key=lambda told: told[:2], reverse=True)
    return [Target(other, 0.65, "it turns down a deed told before") for _, _, other in scored]


def _named(one: Saying, article: Sequence[Saying], *, strict: bool = False) -> list[Target]:
    """What others said before that shares its matter, the most alike first."""
    return _alike(one, _others(one, article, _REACH), strict=strict)


def _told_after(one: Saying, article: Sequence[Saying]) -> list[Target]:
    """What others say just after: of its matter, else of a deed, as news may tell the denial first."""
    after = [
        other for other in article if other.asserting and 0 <= other.start - one.end <= _AFTER and may_deny(one, other)
    ]
    told = [other for other in after if other.act in _FACTS and not other.turned and (other.deeds or other.kinds)]
    return _alike(one, after, strict=False) or [Target(other, 0.45, "it is what another says next") for other in told]


def _alike(one: Saying, others: Sequence[Saying], *, strict: bool) -> list[Target]:
    scored = []
    for other in others:
        counted = counts_agree(one.counts, other.counts) > 0
        same_kind = bool(one.kinds & other.kinds)
        words = shared(one.matter, other.matter) + counted + 0.7 * same_kind
        score = words + 0.5 * (other.against == one.side != "") + 0.5 * sense_likeness(one.sense, other.sense)
        enough = _ENOUGH if not strict or _is_spoken_of(one, other) else 2.0
        if words >= enough and (not strict or other.turned != one.turned):
            scored.append(Target(other, min(0.9, 0.4 + 0.1 * score), f"both tell of {shared_words(one, other)}"))
    return sorted(scored, key=lambda target: (-target.score, -target.said.start, target.said.id))


def _is_spoken_of(one: Saying, other: Saying) -> bool:
    """Does the other speak of who answers, or of its side?"""
    return bool(names_of_speaker(one) & other.matter.names) or other.against == one.side != ""


def names_of_speaker(one: Saying) -> frozenset[str]:
    """The stems of the name of who speaks that tell them from others."""
    names = (stem(word) for word in one.speaker.name.split()) if one.speaker else ()
    return frozenset(name for name in names if len(name) > 2 and weight_of(name) >= 1)


def _gone_on_from(one: Saying, article: Sequence[Saying], before: Mapping[str, list[Target]]) -> list[Target]:
    """What the denial just before denies, if it is of the same side."""
    for other in reversed(article):
        apart = one.start - other.end
        same = other.body == one.body or (apart <= _NEXT and one.side == other.side != "") or apart <= _QUOTED
        if same and other.id in before and other.start < one.start and one.start - other.end <= _BESIDE:
            return [Target(target.said, 0.55, "it goes on from a denial") for target in before[other.id]]
    return []


def _is_next(one: Saying, article: Sequence[Saying], before: Mapping[str, list[Target]]) -> bool:
    """Do its words stand right behind a denial, as a report tells how it was put?"""
    last = _last(one, article)
    return last is not None and last.id in before and 0 <= one.start - last.end <= _QUOTED


def _last(one: Saying, article: Sequence[Saying]) -> Saying | None:
    told = (other for other in article if other.start < one.start and not other.nested_in)
    return max(told, key=lambda other: (other.start, other.id), default=None)


def answered_by(one: Saying, article: Sequence[Saying], before: Mapping[str, list[Target]]) -> list[Target]:
    """What somebody who puts something forward answers by it."""
    return (_carried_on(one, article, before) or _put_right(one, article)) if one.act in _FACTS else []


def _carried_on(one: Saying, article: Sequence[Saying], before: Mapping[str, list[Target]]) -> list[Target]:
    """What the same speaker denied just before: `“Our men were at a funeral,” he said.`"""
    last = _last(one, article)
    if last is None or last.id not in before:
        return []
    apart = one.start - last.end
    in_its_words = one.quoted and apart <= _QUOTED
    goes_on = last.body == one.body != "" and apart <= _NEXT and one.asserting and not one.deeds
    if not (in_its_words or goes_on):
        return []
    return [Target(target.said, 0.5, "it backs up a denial just before") for target in before[last.id]]


def _put_right(one: Saying, article: Sequence[Saying]) -> list[Target]:
    """What is said not to be so without a word of denial: what blames the speaker just before, else what is alike."""
    if calls_false(one.content) or one.turned:
        for other in _others(one, article, _JUST)[:1]:
            blamed = other.group == "BLAME" and _is_spoken_of(one, other)
            if blamed or (_are_opposed(one, other) and one.kinds & other.kinds and not other.turned):
                return [Target(other, 0.55, "it answers what was said just before")]
    return _named(one, article, strict=True)[:1] if one.turned else []


def _are_opposed(one: Saying, other: Saying) -> bool:
    return one.group != "BLAME" and bool(one.side and other.side) and one.side != other.side


def _nearest(one: Saying, article: Sequence[Saying]) -> list[Target]:
    """What another said just before, else shortly before that blames, harms or names: the most alike in sense."""
    others = [other for other in _others(one, article, _NEAR) if other.act in _FACTS and len(other.matter.words) > 1]
    for other in others[:1]:
        if one.start - other.end <= _JUST and (_does_harm(other) or sense_likeness(one.sense, other.sense) >= _ALIKE):
            return [Target(other, 0.55, "it is what another said just before")]
    scored = []
    for other in others:
        alike = sense_likeness(one.sense, other.sense)
        blames = other.group == "BLAME" and other.against == one.side != ""
        meets = other.group == "BLAME" or other.kinds & one.kinds or shared(one.matter, other.matter) > 0
        if blames or (alike >= _ALIKE and meets):
            near = (one.start - other.end) / _NEAR
            scored.append((alike + 0.5 * blames + 0.2 * (other.group == "BLAME") - near, -other.start, other))
    best = max(scored, key=lambda told: told[:2], default=None)
    return [Target(best[2], 0.5, "it is what another said shortly before")] if best else []


def _does_harm(one: Saying) -> bool:
    return bool(one.kinds or one.deeds or one.against) or one.group == "BLAME"
