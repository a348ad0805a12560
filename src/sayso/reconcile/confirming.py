"""The statements of one document in; those that say again what was said, without its words, tied to it, out.

`He acknowledged the delay` says what another said before; `I have no doubt at all` what its speaker just did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reconcile.linkage import Inner
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import admits, points_at
from sayso.reconcile.propositions import apart, sense_likeness
from sayso.reconcile.sayings import Saying

__all__ = ["confirmations_within"]

_NEAR = 700
_NEXT = 200
_ALIKE = 0.5
"""Likeness of sense from which on one is owned up to in other words."""
_SHORT = 6
_QUOTED = 30
"""Characters between what somebody is told to have said and the words in which they put it."""
_PHRASE = 3
"""Words of a phrase that names what is confirmed: `the delay`."""
_LITTLE = 1.3
"""A confirmation whose words weigh no more than this names no matter of its own."""


def confirmations_within(sayings: Sequence[Saying], space: str) -> Iterator[Inner]:
    """Ties of one document between a confirmation and what it confirms; sayings in order of their place."""
    for one in sayings:
        if one.asserting and _only_points(one) and (said := _just_said(one, sayings)):
            first, second = sorted((one.id, said.id))
            yield Inner(space, first, second, "same", 0.6, "it goes on with what its speaker just said")
        if one.asserting and one.quoted and not _only_points(one) and (said := _put_in_words(one, sayings)):
            first, second = sorted((one.id, said.id))
            yield Inner(space, first, second, "same", 0.65, "the words in which its speaker put it")
        if one.asserting and admits(one.cue) and not _only_points(one) and (said := _owned_up_to(one, sayings)):
            first, second = sorted((one.id, said.id))
            yield Inner(space, first, second, "same", 0.7, "somebody owns up to what was said before it")
        if one.act == "confirmation" and one.asserting and _only_points(one) and len(one.content.split()) <= _PHRASE:
            before = [
                other
                for other in sayings
                if other.article == one.article
                and other.asserting
                and other.body != one.body
                and 0 < one.start - other.start <= _NEAR
            ]
            blaming = [
                other for other in before if one.side and (other.against == one.side or _tells_of(other, one.side))
            ]
            for other in (blaming or before)[-1:]:
                first, second = sorted((one.id, other.id))
                yield Inner(space, first, second, "same", 0.75, "a confirmation of what was said before it")


def _just_said(one: Saying, sayings: Sequence[Saying]) -> Saying | None:
    """What the same speaker put forward just before."""
    before = [other for other in sayings if other.article == one.article and other.start < one.start]
    last = max(before, key=lambda other: (other.start, other.end), default=None)
    if last is None or not last.asserting or last.body != one.body or not one.body:
        return None
    return last if one.start - last.end <= _NEXT and not _only_points(last) else None


def _put_in_words(one: Saying, sayings: Sequence[Saying]) -> Saying | None:
    """What its speaker is told to have said, of which it gives the words: `He spoke of a raid. “They came.”`"""
    before = [other for other in sayings if other.article == one.article and other.start < one.start]
    last = max(
        (other for other in before if not other.nested_in), key=lambda other: (other.start, other.id), default=None
    )
    if last is None or not last.asserting or last.quoted or last.body != one.body or not one.body:
        return None
    if one.start - last.end > _QUOTED or one.turned != last.turned or apart(one, last):
        return None
    shared = sum(weight_of(word) for word in one.matter.words & last.matter.words)
    return last if shared >= 1 or one.kinds & last.kinds else None


def _owned_up_to(one: Saying, sayings: Sequence[Saying]) -> Saying | None:
    """What another told just before, that is alike in sense: `he conceded that some had been freed`."""
    before = [
        other
        for other in sayings
        if other.article == one.article and other.asserting and other.body != one.body and other.start < one.start
    ]
    last = max(before, key=lambda other: (other.start, other.id), default=None)
    if last is None or one.start - last.end > _NEXT or one.turned != last.turned:
        return None
    return last if sense_likeness(one.sense, last.sense) >= _ALIKE or one.kinds & last.kinds else None


def _only_points(one: Saying) -> bool:
    weight = sum(weight_of(word, one.matter.names) for word in one.matter.words)
    return points_at(one.content) or (weight <= _LITTLE and len(one.content.split()) <= _SHORT)


def _tells_of(other: Saying, side: str) -> bool:
    return side in other.matter.states
