"""A denial and what was said before it in, what it denies out.

Inside an article a denial may carry what it denies (`the claim that ...`), point at it (`that account`), turn down a
deed (`any part in it`), name its matter again, or go on from a denial before it. Between articles only the matter, who
is named and the sides tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from sayso.reconcile.linkage import Inner, Key, Match
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import (
    calls_false,
    disowns,
    is_turned,
    names_its_target,
    points_at,
    takes_in_all,
    withdraws,
)
from sayso.reconcile.propositions import counts_agree, sense_likeness, telling_words
from sayso.reconcile.sayings import Saying
from sayso.reconcile.stems import stem

__all__ = ["denial_keys", "denials_between", "denials_within", "denies"]

_FACTS = frozenset(("claim", "accusation", "confirmation", "responsibility", "announcement", "question"))
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
_BETWEEN = 0.6
_NUMBERS = 2
_NAMES = 3
"""Names of a setting that a denial is kept under with each kind of harm it denies."""


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
        article = [other for other in sayings if other.article == one.article and other.id != one.id]
        if denies(one):
            told = found[one.id] = _targets(one, article, found)
        elif one.act in _FACTS:
            told = _carried_on(one, article, found) or _put_right(one, article)
        else:
            told = []
        for target in told:
            yield Inner(space, one.id, target.said.id, "denies", round(target.score, 4), target.why)


def _targets(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    held = [other for other in article if other.nested_in == one.id and not denies(other)]
    if held:
        return [_Target(other, 0.95, "it carries what it denies") for other in held]
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
        if other.asserting and other.start < one.start and one.start - other.end <= reach and _is_of_other(one, other)
    ]
    return sorted(found, key=lambda other: (-other.start, other.id))


def _is_of_other(one: Saying, other: Saying) -> bool:
    """May the one deny what the other says: is it of another body, and of another side where both are known?

    Who takes back a word denies their own.
    """
    if withdraws(one.cue):
        return True
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


def _disowned(one: Saying, article: Sequence[Saying]) -> list[_Target]:
    """The deed told before that somebody says they had no part in: of whom they name, else the first that does harm."""
    own = sum(weight_of(word) for word in one.matter.words)
    scored = [
        (
            2.0 * _is_spoken_of(one, other)
            + min(2.0, _shared(one, other))
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
        and (own < 1 or _is_spoken_of(one, other) or _shared(one, other) >= 1)
    ]
    scored.sort(key=lambda told: told[:2], reverse=True)
    return [_Target(other, 0.65, "it turns down a deed told before") for _, _, other in scored]


_DEEDS = frozenset(("attack", "capture", "entry", "mines", "robbery"))
"""Kinds of harm that somebody does, of those that a saying tells."""


def _named(one: Saying, article: Sequence[Saying], *, strict: bool = False) -> list[_Target]:
    """What others said before that shares its matter, the most alike first."""
    return _alike(one, _others(one, article, _REACH), strict=strict)


def _told_after(one: Saying, article: Sequence[Saying]) -> list[_Target]:
    """What others are told to have said just after: of its matter, else of a deed, as news may tell the denial first."""
    after = [
        other
        for other in article
        if other.asserting and 0 <= other.start - one.end <= _AFTER and _is_of_other(one, other)
    ]
    told = [other for other in after if other.act in _FACTS and not other.turned and (other.deeds or other.kinds)]
    return _alike(one, after, strict=False) or [_Target(other, 0.45, "it is what another says next") for other in told]


def _alike(one: Saying, others: Sequence[Saying], *, strict: bool) -> list[_Target]:
    scored = []
    for other in others:
        counted = counts_agree(one.counts, other.counts) > 0
        same_kind = bool(one.kinds & other.kinds)
        words = _shared(one, other) + counted + 0.7 * same_kind
        score = words + 0.5 * (other.against == one.side != "") + 0.5 * sense_likeness(one.sense, other.sense)
        enough = _ENOUGH if not strict or _is_spoken_of(one, other) else 2.0
        if words >= enough and (not strict or other.turned != one.turned):
            scored.append(_Target(other, min(0.9, 0.4 + 0.1 * score), f"both tell of {_words(one, other)}"))
    return sorted(scored, key=lambda target: (-target.score, -target.said.start, target.said.id))


def _is_spoken_of(one: Saying, other: Saying) -> bool:
    """Does the other speak of who answers, or of its side?"""
    return bool(_own_names(one) & other.matter.names) or other.against == one.side != ""


def _own_names(one: Saying) -> frozenset[str]:
    """The stems of the name of who speaks that tell them from others."""
    names = (stem(word) for word in one.speaker.name.split()) if one.speaker else ()
    return frozenset(name for name in names if len(name) > 2 and weight_of(name) >= 1)


def _gone_on_from(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    """What the denial just before denies, if it is of the same side."""
    for other in reversed(article):
        apart = one.start - other.end
        same = other.body == one.body or (apart <= _NEXT and one.side == other.side != "") or apart <= _QUOTED
        if same and other.id in before and other.start < one.start and one.start - other.end <= _BESIDE:
            return [_Target(target.said, 0.55, "it goes on from a denial") for target in before[other.id]]
    return []


def _is_next(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> bool:
    """Do its words stand right behind a denial, as a report tells how it was put?"""
    last = _last(one, article)
    return last is not None and last.id in before and 0 <= one.start - last.end <= _QUOTED


def _last(one: Saying, article: Sequence[Saying]) -> Saying | None:
    told = (other for other in article if other.start < one.start and not other.nested_in)
    return max(told, key=lambda other: (other.start, other.id), default=None)


def _carried_on(one: Saying, article: Sequence[Saying], before: dict[str, list[_Target]]) -> list[_Target]:
    """What the same speaker denied just before: `“Our men were at a funeral,” he said.`"""
    last = _last(one, article)
    if last is None or last.id not in before:
        return []
    if not (one.quoted and one.start - last.end <= _QUOTED):
        if last.body != one.body or not one.body or one.start - last.end > _NEXT or one.deeds or not one.asserting:
            return []
    return [_Target(target.said, 0.5, "it backs up a denial just before") for target in before[last.id]]


def _put_right(one: Saying, article: Sequence[Saying]) -> list[_Target]:
    """What somebody says is not so without a word of denial: what blames them just before, else what shares its matter."""
    if calls_false(one.content) or one.turned:
        for other in _others(one, article, _JUST)[:1]:
            blamed = other.group == "BLAME" and _is_spoken_of(one, other)
            if blamed or (one.group != "BLAME" and one.body and one.kinds & other.kinds and not other.turned):
                return [_Target(other, 0.55, "it answers what was said just before")]
    return _named(one, article, strict=True)[:1] if one.turned else []


def _nearest(one: Saying, article: Sequence[Saying]) -> list[_Target]:
    """What another said just before, else shortly before of those it blames, harms or names: the most alike in sense."""
    others = [other for other in _others(one, article, _NEAR) if other.act in _FACTS and len(other.matter.words) > 1]
    for other in others[:1]:
        if one.start - other.end <= _JUST and (_does_harm(other) or sense_likeness(one.sense, other.sense) >= _ALIKE):
            return [_Target(other, 0.55, "it is what another said just before")]
    scored = []
    for other in others:
        alike = sense_likeness(one.sense, other.sense)
        blames = other.group == "BLAME" and other.against == one.side != ""
        meets = other.group == "BLAME" or other.kinds & one.kinds or _shared(one, other) > 0
        if blames or (alike >= _ALIKE and meets):
            near = (one.start - other.end) / _NEAR
            scored.append((alike + 0.5 * blames + 0.2 * (other.group == "BLAME") - near, -other.start, other))
    best = max(scored, key=lambda told: told[:2], default=None)
    return [_Target(best[2], 0.5, "it is what another said shortly before")] if best else []


def _does_harm(one: Saying) -> bool:
    return bool(one.kinds or one.deeds or one.against) or one.group == "BLAME"


def _shared(one: Saying, other: Saying) -> float:
    names = one.matter.names & other.matter.names
    return sum(weight_of(word, names) for word in one.matter.words & other.matter.words)


def _words(one: Saying, other: Saying) -> str:
    shared = one.matter.words & other.matter.words
    told = sorted(shared, key=lambda word: (-weight_of(word), word))[:4]
    return ", ".join([*told, *sorted(one.kinds & other.kinds)])


def denial_keys(one: Saying) -> Iterator[Key]:
    """Keys by which a denial meets what names who denies, and what tells of one kind of harm at one place."""
    if denies(one):
        for first, second in product(sorted(_own_names(one))[:_NAMES], telling_words(one)):
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
        if not said.asserting or not _is_of_other(denial, said) or said.day[:10] > denial.day[:10]:
            continue
        if said.against and denial.side and said.against != denial.side:
            continue
        score = _score(denial, said) if denies(denial) else _gainsaid(denial, said)
        if score >= _BETWEEN:
            yield Match("denies", denial is one, round(score, 4), f"both tell of {_words(denial, said)}")


def _score(denial: Saying, said: Saying) -> float:
    """How far a denial, as it is told, meets what another says."""
    words = _shared(denial, said)
    if words < _LIGHT or is_turned(said.content) or calls_false(said.content):
        return 0.0
    counted = counts_agree(denial.counts, said.counts)
    if counted < 0:
        return 0.0
    if words >= 1 and _own_names(denial) & said.matter.names:
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


_LIGHT = 0.3


def _gainsaid(one: Saying, said: Saying) -> float:
    """How far what a side puts forward as not so - `with rifles, not stretchers` - meets what it is blamed for."""
    if not (one.asserting and one.turned and one.act in _FACTS) or said.turned or said.against != one.side != "":
        return 0.0
    same_number = bool(one.matter.numbers & said.matter.numbers)
    met = same_number or (_shared(one, said) >= 1.3 and bool(one.setting & said.setting))
    return 0.6 if one.kinds & said.kinds and met else 0.0


def _shared_beside_names(one: Saying, other: Saying) -> float:
    names = one.matter.names | other.matter.names
    return sum(weight_of(word) for word in (one.matter.words & other.matter.words) - names if len(word) > 2)
