"""Names put in each other's places: a document again, with other names of the same class where its own stood.

A small corpus is learned by heart, name by name; where any name may stand in any sentence, what is around it and how
it is written must tell (Dai and Adel 2020, "mention replacement"). A name that recurs is replaced by the same one.
"""

from __future__ import annotations

import random
from collections import defaultdict

__all__ = ["Tagged", "swapped"]

Tagged = tuple[list[str], list[str]]
"""The words of a sentence and their IOB2 tags."""

CLASSES = frozenset(("Person", "Organization", "Location", "NORP", "Facility", "Product"))


def swapped(documents: list[list[Tagged]], share: float, seed: int) -> list[list[Tagged]]:
    """Every document with about `share` of its different names replaced; numbers and dates stay."""
    dice = random.Random(seed)
    held: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for document in documents:
        for words, tags in document:
            for first, last, kind in _mentions(tags):
                held[kind].append(tuple(words[first:last]))
    return [_replaced(document, held, share, dice) for document in documents]


def _replaced(
    document: list[Tagged], held: dict[str, list[tuple[str, ...]]], share: float, dice: random.Random
) -> list[Tagged]:
    chosen: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    out = []
    for words, tags in document:
        new_words: list[str] = []
        new_tags: list[str] = []
        done = 0
        for first, last, kind in _mentions(tags):
            own = tuple(words[first:last])
            if (kind, own) not in chosen:
                swap = kind in CLASSES and dice.random() < share
                chosen[kind, own] = dice.choice(held[kind]) if swap else own
            name = chosen[kind, own]
            new_words += [*words[done:first], *name]
            new_tags += [*tags[done:first], f"B-{kind}", *(f"I-{kind}" for _ in name[1:])]
            done = last
        out.append((new_words + words[done:], new_tags + tags[done:]))
    return out


def _mentions(tags: list[str]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag.startswith("B-") or (tag.startswith("I-") and not (out and out[-1][1] == at and out[-1][2] == tag[2:])):
            out.append((at, at + 1, tag[2:]))
        elif tag.startswith("I-"):
            first, _, kind = out[-1]
            out[-1] = (first, at + 1, kind)
    return out
