"""An event as its frame codes it and what a learned model makes of its two sides in; the root that stands out.

The model decides only between roots that words alone do not part (promise or deed, demand or threat or agreement), only
where it is nearly sure, and not for a root that other words of the sentence tell; the row says by which feature.
"""

from __future__ import annotations

from sayso.extract.events.coding import Coded
from sayso.extract.events.pair_sight import Sight
from sayso.extract.events.pairs import pair_root

__all__ = ["settled"]

_SURE = 0.8
_DEEDS = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"))
_CLOSE = {
    "AGREE": _DEEDS | {"REQUEST"},
    "REQUEST": frozenset(("AGREE", "THREATEN")),
    "THREATEN": frozenset(("REQUEST",)),
    **{root: frozenset(("AGREE",)) for root in _DEEDS},
}
"""What may be told in the same words as a root; what threatens harm, the speech act tells (recoding)."""


def settled(sight: Sight, event: Coded) -> tuple[str, str]:
    """The root of an event, and what decided it: `frame`, `near frame`, or the classifier with its feature."""
    plain = "near frame" if event.match.nearly else "frame"
    scene = sight.scene
    if event.root not in _CLOSE or event.match.frame.symmetric or not (event.actors and event.recipients):
        return event.root, plain
    sides = [{n for head in heads for n in range(*scene.phrase(head))} for heads in (event.actors, event.recipients)]
    pair = pair_root(sight, *sides)
    first, last = scene.sentence_of(event.at)
    elsewhere = {
        hit.match.frame.root for hit in sight.hits if first <= hit.match.at < last and hit.match.at != event.at
    }
    if pair.root in _CLOSE[event.root] - elsewhere and pair.share >= _SURE:
        return pair.root, f"classifier: {pair.basis}"
    return event.root, plain
