"""A word and the heads a condition allows in; whether it meets them out: by its lemma, or by what its name names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.frames.lexicon import ANY
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed

__all__ = ["any_fits", "fits"]

_BY_NAME = {
    "person": ("Person", "NORP"),
    "officials": ("Person", "NORP"),
    "nation": ("Location", "NORP", "Organization"),
    "place": ("Location", "Facility"),
    "building": ("Facility",),
    "forces": ("NORP", "Organization"),
    "police": ("Organization",),
    "armed": ("NORP", "Organization", "STATE"),
    "captives": ("Person", "NORP"),
    "money": ("Money",),
}
"""Kinds of names that belong to a class though no lemma tells; STATE is a place that names a state."""
_COUNTED = frozenset(("those", "others", "dozens", "hundreds", "thousands", "scores"))
"""Words that stand for people without naming them, as numbers do: `eleven were held`."""
_PRONOUNS = {
    "person": frozenset(
        (
            "he",
            "she",
            "they",
            "him",
            "her",
            "them",
            "who",
            "whom",
            "i",
            "we",
            "us",
            "me",
            "you",
            "himself",
            "themselves",
        )
    ),
    "nation": frozenset(("it", "they", "them", "we", "us", "both", "each")),
}
_PRONOUNS |= {"officials": _PRONOUNS["person"], "captives": _PRONOUNS["person"], "armed": _PRONOUNS["person"] | {"it"}}
_PRONOUNS |= {"forces": _PRONOUNS["armed"], "police": _PRONOUNS["armed"]}


def any_fits(scene: Scene, words: Iterable[int], allowed: frozenset[str], classes: Collection[str]) -> bool:
    """Does one of the words meet a condition?"""
    return any(fits(scene, at, allowed, classes) for at in words)


def fits(scene: Scene, at: int, allowed: frozenset[str], classes: Collection[str]) -> bool:
    """Does a word meet a condition: its lemma is among the allowed, or it names what one of the classes holds?"""
    if ANY in allowed:
        return True
    tree = scene.tree
    core = scene.core(at)
    if tree.lemmas[core] in allowed or tree.lemmas[at] in allowed or tree.forms[core] in allowed:
        return True
    if (tree.pos[core] == "NUM" or tree.forms[core] in _COUNTED) and "people" in allowed:
        return True
    joined = _joined(scene, core)
    if joined is not None and joined in allowed:
        return True
    kind = scene.kind(core)
    if kind in _BY_NAME["place"] and not scene.country(core) and allowed & listed("fitting", "grounds"):
        return True
    for name in classes:
        known = name.removeprefix("@")
        if tree.forms[core] in _PRONOUNS.get(known, ()):
            return True
        if kind and (kind in _BY_NAME.get(known, ()) or ("STATE" in _BY_NAME.get(known, ()) and scene.country(core))):
            return True
    return False


def _joined(scene: Scene, at: int) -> str | None:
    """The word with the one before it: `cease-fire`, `aid worker`."""
    tree = scene.tree
    if at >= 2 and tree.forms[at - 1] == "-":
        return f"{tree.forms[at - 2]}-{tree.lemmas[at]}"
    if at >= 1 and tree.relations[at - 1] == "compound" and tree.heads[at - 1] == at:
        return f"{tree.lemmas[at - 1]} {tree.lemmas[at]}"
    return None


@cache
def holds(name: str, lemma: str) -> bool:
    """Is a lemma in a word class?"""
    return lemma in word_class(name)
