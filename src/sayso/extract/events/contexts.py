"""An event in its paragraph in; its PLOVER contexts out: what the paragraph is about, by its words (contexts.toml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from sayso.extract.events.scene import Scene
from sayso.schema.data import read_data
from sayso.schema.plover import contexts

__all__ = ["contexts_of"]

_MOST = 3
"""Contexts of one event at most: those of which most words stand there."""


def contexts_of(scene: Scene, at: int, told: Iterable[str]) -> tuple[str, ...]:
    """The contexts of the event that a word reports: those that its frame told, then those of its paragraph.

    A context needs a word of it in the sentence, or two in the paragraph.
    """
    lemmas = scene.tree.lemmas
    near = Counter(_filed(lemmas[slice(*scene.sentence_of(at))]))
    around = Counter(_filed(lemmas[slice(*scene.paragraph_of(at))]))
    found = [name for name in contexts() if near[name] or around[name] > 1]
    found.sort(key=lambda name: (-around[name], contexts().index(name)))
    return tuple(dict.fromkeys((*told, *found)))[:_MOST]


def _filed(lemmas: Iterable[str]) -> list[str]:
    return [name for lemma in set(lemmas) for name in _table().get(lemma, ())]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """The contexts that each word tells of."""
    out: dict[str, list[str]] = {}
    for name, words in read_data("sayso.extract.events", "contexts.toml")["words"].items():
        if name not in contexts():
            raise ValueError(f"{name} is no PLOVER context")
        for word in words.split():
            out.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in out.items()}
