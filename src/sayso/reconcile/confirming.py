"""The statements of one document in; confirmations that only point at what somebody else had said, tied to it, out.

`He acknowledged the delay` says what another said before, without saying it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reconcile.linkage import Inner
from sayso.reconcile.matter import weight_of
from sayso.reconcile.polarity import points_at
from sayso.reconcile.sayings import Saying

__all__ = ["confirmations_within"]

_NEAR = 700
_LITTLE = 1.3
"""A confirmation whose words weigh no more than this names no matter of its own."""


def confirmations_within(sayings: Sequence[Saying], space: str) -> Iterator[Inner]:
    """Ties of one document between a confirmation and what it confirms; sayings in order of their place."""
    for one in sayings:
        if one.act == "confirmation" and one.asserting and _only_points(one):
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


def _only_points(one: Saying) -> bool:
    weight = sum(weight_of(word, one.matter.names) for word in one.matter.words)
    return points_at(one.content) or weight <= _LITTLE


def _tells_of(other: Saying, side: str) -> bool:
    return side in other.matter.states
