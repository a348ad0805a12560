"""An event as a frame reads it in; how many it says were killed, injured or arrested out.

The frame tells where they stand: subject, object, a preposition, or in its own word (`self`: `26 dead`, `the toll`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.extract.events.counts import Count, count_of
from sayso.extract.events.fitting import any_fits
from sayso.extract.events.frames.classes import classes_in, words_of
from sayso.extract.events.matching import Match
from sayso.extract.events.scene import Scene
from sayso.extract.events.totals import total_of

__all__ = ["borne_by", "figures_of"]


def figures_of(scene: Scene, hit: Match) -> dict[str, Count]:
    """Each figure of the frame that the words tell: killed, injured, arrested."""
    out = {}
    for slot, places in hit.frame.counts.items():
        told = (_told(scene, hit, place) for place in places)
        count = next((count for count in told if count is not None), None)
        if count is not None:
            out[slot] = count
    return out


def borne_by(scene: Scene, hit: Match) -> tuple[int, ...]:
    """Who is the subject of harm without an object, and so bore it: `the woman killed in X` killed nobody."""
    predicate = hit.predicate
    borne = predicate.pos == "VERB" and not predicate.passive and not predicate.objects and hit.actors
    harm = set(hit.frame.counts.values()) == {("object",)}
    return hit.actors if borne and harm and any_fits(scene, hit.actors, *_persons()) else ()


@cache
def _persons() -> tuple[frozenset[str], frozenset[str]]:
    """What `@person` allows, for `any_fits`."""
    return words_of(("@person",)), classes_in(("@person",))


def _told(scene: Scene, hit: Match, place: str) -> Count | None:
    return total_of(scene, hit.at) if place == "self" else _count(scene, _heads(scene, hit, place))


def _heads(scene: Scene, hit: Match, place: str) -> Sequence[int]:
    """The heads of those that a place counts."""
    beside = _number_beside(scene, hit)
    if beside is not None:
        return (beside,)
    if place == "recipient":
        return hit.recipients
    if place == "subject":
        return hit.predicate.subjects
    if place == "object":
        return hit.predicate.objects or hit.predicate.indirect or borne_by(scene, hit)
    return tuple(hit.predicate.with_preposition(place))


def _count(scene: Scene, heads: Sequence[int]) -> Count | None:
    """What the first that is counted tells, and those that `and` adds to it: `two soldiers and a nurse` are three."""
    known = [(head, count) for head in heads if (count := count_of(scene, head)) is not None]
    if not known:
        return None
    first, total = known[0]
    last = first
    for head, count in known[1:]:
        if _is_added(scene, last, head, total, count):
            total, last = _sum(total, count), head
    return total


def _is_added(scene: Scene, last: int, head: int, total: Count, count: Count) -> bool:
    """Does `and` or a comma add a phrase to the one before, and are both numbers told?"""
    tree = scene.tree
    if tree.relations[head] != "conj" or head <= last or count.first <= last or count.low is None or total.low is None:
        return False
    between = tree.forms[last + 1 : count.first]
    joined = any(tree.forms[n] == "and" for n in range(last + 1, head)) or "," in between
    return joined and not {":", ";", "(", "or", "including", "-", "–", "—"}.intersection(between)


def _sum(one: Count, other: Count) -> Count:
    low = one.low + other.low if one.low is not None and other.low is not None else None
    high = one.high + other.high if one.high is not None and other.high is not None else None
    return Count(low, high, one.first, other.last)


def _number_beside(scene: Scene, hit: Match) -> int | None:
    """`four killed and seven wounded`, `killed four and wounded seven`: the bare number that a shared verb has."""
    tree, at = scene.tree, hit.at
    if tree.relations[at] not in ("conj", "acl", "parataxis"):
        return None
    before, after = at - 1, at + 1
    if tree.pos[before] == "NUM" and tree.forms[before - 1] in ("and", ",", "another"):
        return before
    if (
        after < len(tree.forms)
        and tree.pos[after] == "NUM"
        and (after + 1 == len(tree.forms) or tree.pos[after + 1] in ("PUNCT", "ADP", "CCONJ"))
    ):
        return after
    return None
