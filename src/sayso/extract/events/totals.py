"""A word for the dead in; how many it tells of out: `26 dead`, `a single death`, `put the army's dead at 24`.

A number may stand with the word, or with the verb that raises, puts or brings the total to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.events.counts import Count, count_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.language.arguments import preposition

__all__ = ["total_of"]

_TO = ("to", "at", "as")
_UP = 3


def total_of(scene: Scene, at: int) -> Count | None:
    """The number of those that a word for the dead tells of; None where it tells none."""
    tree = scene.tree
    if tree.relations[at] == "compound":
        return None
    own = _own(scene, at)
    if own is not None:
        return _with_others(scene, at, own)
    for number in _given(scene, at):
        count = count_of(scene, number)
        if count is not None:
            return count
    return None


def _own(scene: Scene, at: int) -> Count | None:
    """`26 dead`, `dozens of bodies`, `a single death`, `a toll of 19`."""
    tree = scene.tree
    one = [n for n in tree.children[at] if tree.forms[n] in listed("totals", "single")]
    if one and tree.tags[at] == "NN":
        return Count(1, 1, one[0], at + 1)
    numbers = [n for n in tree.children[at] if tree.relations[n] == "nummod"]
    if not numbers and at and tree.pos[at - 1] == "NUM":
        numbers = [at - 1]
    if numbers:
        return count_of(scene, numbers[0])
    if tree.lemmas[at] in listed("totals", "totals"):
        of = [n for n in tree.children[at] if preposition(tree, n) == "of" and tree.pos[n] == "NUM"]
        return count_of(scene, of[0]) if of else None
    if tree.tags[at] != "NNS":
        return None
    many = tree.heads[at]
    if (
        tree.relations[at] == "nmod"
        and preposition(tree, at) == "of"
        and tree.lemmas[many] in listed("scene", "quantities")
    ):
        return count_of(scene, many)
    return count_of(scene, at)


def _with_others(scene: Scene, at: int, own: Count) -> Count:
    """`three bodies and that of a woman` are four."""
    tree = scene.tree
    for that in tree.children[at]:
        if tree.relations[that] != "conj" or tree.forms[that] not in ("that", "one", "those") or own.low is None:
            continue
        of = next((n for n in range(that + 1, min(len(tree.forms), that + 2)) if tree.forms[n] == "of"), None)
        head = next((n for n in range(that + 2, min(len(tree.forms), that + 7)) if tree.pos[n] == "NOUN"), None)
        other = count_of(scene, head) if of is not None and head is not None else None
        if other is not None and other.low is not None and other.low == other.high:
            high = None if own.high is None else own.high + other.low
            return replace(own, low=own.low + other.low, high=high, last=other.last)
    return own


def _given(scene: Scene, at: int) -> Iterator[int]:
    """The numbers that a verb gives the total: `rose to 19`, `put the number of dead at 24`, `has reached 40`."""
    tree = scene.tree
    for _ in range(_UP):
        head, relation = tree.heads[at], tree.relations[at]
        if head == at:
            return
        if tree.lemmas[head] in listed("totals", "verbs") and relation in ("obj", "nsubj", "nsubj:pass"):
            yield from _behind(scene, head, at)
            return
        if relation != "nmod" or tree.lemmas[head] not in listed("totals", "totals"):
            return
        at = head


def _behind(scene: Scene, verb: int, total: int) -> Iterator[int]:
    tree = scene.tree
    for child in tree.children[verb]:
        if child <= max(verb, total) or tree.pos[child] != "NUM" or child == total:
            continue
        if preposition(tree, child) in _TO or (tree.relations[child] == "obj" and total < verb):
            yield child
