"""A `Doc` or a sentence of one in; its tree out in the words of Universal Dependencies, whatever its labels.

The schemes are data (label_schemes.toml): what each label is called here, which labels give the scheme away, and which
shapes of its trees are grafted anew.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, TAG
from spacy.parts_of_speech import NAMES
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from sayso.language.dependencies import Dependencies, Tree
from sayso.language.feature_tags import tag_of
from sayso.language.regrafting import GRAFTS

__all__ = ["Scheme", "dependencies", "scheme_of", "schemes"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a scheme's labels are called in Universal Dependencies, and what is to be grafted anew in its trees."""

    name: str
    relations: dict[str, str]
    telling: frozenset[str]
    grafts: tuple[str, ...]

    def relation(self, label: str) -> str:
        """The label's name here."""
        return self.relations.get(label) or label.partition(":")[0]


@lru_cache(maxsize=1)
def schemes() -> dict[str, Scheme]:
    """Every scheme there is, by name."""
    read = tomllib.loads(files("sayso.language").joinpath("label_schemes.toml").read_text("utf-8"))
    return {
        name: Scheme(name, table["relations"], frozenset(table["telling"]), tuple(table["grafts"]))
        for name, table in read.items()
    }


def scheme_of(labels: Iterable[str]) -> str:
    """The scheme most of the labels tell of; Universal Dependencies where none does.

    >>> scheme_of(["nsubjpass", "auxpass", "ROOT"])
    'clearnlp'
    """
    seen = list(labels)
    return max(schemes().values(), key=lambda scheme: sum(label in scheme.telling for label in seen)).name


def dependencies(source: Doc | Span, scheme: str | None = None) -> Dependencies:
    """The tree of a `Doc` or `Span`; `scheme` (`ud` or `clearnlp`) is read off the labels unless told.

    Raises ValueError for a `Doc` without trees, or a scheme that nobody described.
    """
    doc = source.doc if isinstance(source, Span) else source
    first = source.start if isinstance(source, Span) else 0
    if len(source) and not doc.has_annotation("DEP"):
        raise ValueError(
            "clauses are read from dependency trees, and this Doc has none: run a pipeline with a parser over it first"
        )
    strings = doc.vocab.strings
    rows = _array(source, [DEP, HEAD, POS, TAG, LEMMA, ORTH])
    labels, offsets, pos, tags, lemmas, forms = rows.T.tolist() if len(rows) else [[], [], [], [], [], []]
    words = _strings(labels, strings)
    chosen = _scheme(scheme, [words[label] for label in labels])
    relation = {label: chosen.relation(text) for label, text in words.items()}
    tree = Tree(
        _heads(offsets),
        [relation[label] for label in labels],
        [NAMES[number] for number in pos],
        _texts(tags, strings),
        _texts(forms, strings, lower=True),
        _texts(lemmas, strings, lower=True),
    )
    if 0 in tags:
        _tag_by_features(tree, source, strings)
    if lemmas and 0 in lemmas:
        tree.lemmas = [lemma or form for lemma, form in zip(tree.lemmas, tree.forms, strict=True)]
    for graft in chosen.grafts:
        GRAFTS[graft](tree)
    return tree.settled(first)


def _scheme(told: str | None, labels: Sequence[str]) -> Scheme:
    known = schemes()
    name = scheme_of(labels) if told is None else told
    if name not in known:
        raise ValueError(f"no label scheme is called {name!r}; there are {', '.join(known)}")
    return known[name]


def _array(source: Doc | Span, attributes: list[int | str]) -> NDArray[np.uint64]:
    # both have it; spaCy's stub of `Span` leaves it out
    return source.to_array(attributes)  # type: ignore[union-attr, return-value]


def _strings(numbers: list[int], strings: StringStore) -> dict[int, str]:
    return {number: strings[number] if number else "" for number in set(numbers)}


def _texts(numbers: list[int], strings: StringStore, *, lower: bool = False) -> list[str]:
    words = _strings(numbers, strings)
    if lower:
        words = {number: text.lower() for number, text in words.items()}
    return [words[number] for number in numbers]


def _heads(offsets: list[int]) -> list[int]:
    """Numbers of heads; what hangs on a word outside is a root."""
    count = len(offsets)
    out = []
    for at, offset in enumerate(offsets):
        head = at + (offset if offset < 1 << 63 else offset - (1 << 64))
        out.append(head if 0 <= head < count else at)
    return out


def _tag_by_features(tree: Tree, source: Doc | Span, strings: StringStore) -> None:
    """Where a pipeline sets no Penn tags, its features stand in for them."""
    features = _texts(_array(source, [MORPH]).ravel().tolist(), strings)
    for at, tag in enumerate(tree.tags):
        if not tag:
            tree.tags[at] = tag_of(tree.pos[at], features[at], tree.forms[at])
