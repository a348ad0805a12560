"""A word and an event in; how far the word hangs from the event's own words out, in steps of the tree."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.events.coding import Coded
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.schema.plover import roots

__all__ = ["FAR", "distance", "is_anothers", "is_of_saying", "path_up"]

FAR = 40
"""What is said of words that share no tree with the event."""
_DEPTH = 12
_UNDER, _BESIDE, _CROSSED = 3, 6, 6
"""What it costs to be in a clause under the event, to hang beside it, and each clause between."""


def path_up(scene: Scene, at: int) -> list[int]:
    """A word, and those it hangs on, up to the root."""
    heads, out = scene.tree.heads, [at]
    while heads[out[-1]] != out[-1] and len(out) < _DEPTH:
        out.append(heads[out[-1]])
    return out


def distance(scene: Scene, at: int, event: Coded) -> int:
    """Steps from a word to the event: least where it hangs on the event's own words."""
    mine = {event.at, *event.also}
    if event.match.predicate.carried is not None:
        mine.add(event.match.predicate.carried)
    path = path_up(scene, at)
    for n in mine:
        if n in path:
            steps = path.index(n)
            return steps + _UNDER * sum(word in scene.clauses for word in path[:steps])
    for up, n in enumerate(path_up(scene, event.at)):
        if n in path:
            steps = path.index(n)
            return _BESIDE + up + steps + _CROSSED * sum(word in scene.clauses for word in path[:steps])
    return FAR


_OWN, _LOOSE = 2, 6
_FORCE = 4


def is_anothers(scene: Scene, at: int, event: Coded, events: Sequence[Coded]) -> bool:
    """Does a time or place hang on the words of another event of its sentence, and not on this one's?

    Of violence and force one may be told by the words of another: `were hurt when a mine exploded near X`.
    """
    mine = distance(scene, at, event)
    first, last = scene.sentence_of(event.at)
    quad = roots()[event.root].quad
    for other in events:
        if other is event or not first <= other.at < last or (quad == _FORCE == roots()[other.root].quad):
            continue
        theirs = distance(scene, at, other)
        if theirs <= _OWN and mine > _LOOSE:
            return True
    return False


def is_of_saying(scene: Scene, at: int, event: Coded) -> bool:
    """Does a time or place hang on the saying alone: `…, the army said in X on Wednesday`?"""
    lemmas = scene.tree.lemmas
    for n in path_up(scene, at)[1:]:
        if n == event.at or n in event.also:
            return False
        if n in scene.clauses:
            return lemmas[n] in listed("nearness", "saying") and lemmas[event.at] not in listed("nearness", "saying")
    return False
