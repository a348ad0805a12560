"""The statements of one document in; those that say again what was said, without its words, tied to it, out.

`He acknowledged the delay` says what another said before; `I have no doubt at all` what its speaker just did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reconcile.linkage import Inner
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import points_at
from sayso.reconcile.sayings import Saying

__all__ = ["confirmations_within"]

_NEAR = 700
_NEXT = 200
_SHORT = 6
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


def _only_points(one: Saying) -> bool:
    weight = sum(weight_of(word, one.matter.names) for word in one.matter.words)
    return points_at(one.content) or (weight <= _LITTLE and len(one.content.split()) <= _SHORT)


def _tells_of(other: Saying, side: str) -> bool:
    return side in other.matter.states
