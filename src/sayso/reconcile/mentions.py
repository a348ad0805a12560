"""A word that reports a happening, in its sentence and article, in; what it is compared by out, and how two compare.

A mention is seen by its words, the sentence around them, the story of its article and the sense of the words in their
place. Two mentions give features, one a row of `likeness.toml`, whose weights make them one logit. It knows nothing of
roots, parties and dates, so it reads annotated corpora and ledgers alike; those are added by `happenings`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np

from sayso.reconcile.stories import StoryView, likeness
from sayso.reconcile.weighing import stem, weight, words_in
from sayso.schema.data import read_data

__all__ = [
    "FEATURES",
    "Mention",
    "base_of",
    "families_of",
    "features_of",
    "logit_of",
    "mention_at",
    "sentence_at",
    "stories_alike",
]

FEATURES = (
    "same stem", "share of words", "letters", "sentences", "surroundings", "articles", "one article", "one sentence",
    "weight of the stem", "names", "figures differ", "figures meet", "same stem, sentences", "same stem, surroundings",
    "same stem, articles", "letters, surroundings", "families of the head", "families of the words", "family alone",
    "families differ", "narrowest family", "speech", "speech, same stem", "both lead", "family alone, surroundings",
    "family alone, articles", "speech, surroundings", "sense",
)  # fmt: skip
"""What two mentions are compared by, in the order of `features_of`."""

_BREAK = re.compile(r"\n|(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_FAR = 400
"""Characters to either side of a mention that its sentence may reach."""
_AROUND = 6
"""Words to either side of the head that are its surroundings."""
_RAREST = 7.0
_FEW = 8
"""Words of a narrow family."""
_WHOLE = 255
_SPEECH = frozenset(("saying", "announcing", "believing"))

Bag = Mapping[str, int]


class Mention(NamedTuple):
    """A mention; bags hold stems weighed 1 to 255, `sense` 384 signed bytes, empty where there is none.

    `place` is the start of its sentence in the article; in the first one it leads.
    """

    id: str
    article: str
    place: int
    head: str
    stems: frozenset[str]
    letters: frozenset[str]
    families: frozenset[str]
    all_families: frozenset[str]
    sentence: Bag
    surroundings: Bag
    names: frozenset[str]
    figures: frozenset[str]
    story: StoryView
    sense: bytes


@cache
def _families() -> dict[str, frozenset[str]]:
    """The families of each word's base, by families.toml."""
    found: dict[str, set[str]] = {}
    for family, words in read_data("sayso.reconcile", "families.toml").items():
        for word in words.split():
            found.setdefault(base_of(word), set()).add(family)
    return {word: frozenset(families) for word, families in found.items()}


@cache
def _sizes() -> dict[str, int]:
    return {family: len(words.split()) for family, words in read_data("sayso.reconcile", "families.toml").items()}


def _narrowness(families: frozenset[str]) -> float:
    """How much the narrowest of some families says: 1 for one of few words, less the more it holds."""
    return min(1.0, _FEW / min((_sizes()[family] for family in families), default=_FEW)) if families else 0.0


@cache
def _forms() -> dict[str, str]:
    """The stem of the verb that a stem goes with, by forms.toml."""
    tables = read_data("sayso.reconcile", "forms.toml").values()
    return {stem(form): stem(verb) for table in tables for verb, forms in table.items() for form in forms}


@lru_cache(maxsize=50_000)
def base_of(word: str) -> str:
    """What forms of a word share: the stem of its verb.

    >>> [base_of(word) for word in ("shelled", "fought", "withdrawal", "Deaths")]
    ['shell', 'fight', 'withdraw', 'die']
    """
    return _forms().get(stem(word), stem(word))


@lru_cache(maxsize=50_000)
def families_of(*bases: str) -> frozenset[str]:
    """The families that the bases of some words stand in: kinds of happenings that they may report.

    >>> sorted(families_of("abduct")), families_of("tarva")
    (['abducting', 'arresting'], frozenset())
    """
    return frozenset[str]().union(*(_families().get(word, frozenset()) for word in bases))


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = read_data("sayso.reconcile", "likeness.toml")
    unknown = set(table["weights"]) ^ set(FEATURES)
    if unknown:
        raise ValueError(f"likeness.toml must weigh just the features of mentions; these do not match: {unknown}")
    return float(table["bias"]), tuple(float(table["weights"][name]) for name in FEATURES)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around [start, end), by its characters.

    >>> text = "Shells fell. Three men were hurt. Nobody spoke."
    >>> text[slice(*sentence_at(text, 19, 22))]
    'Three men were hurt.'
    """
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    first = max((found.end() for found in _BREAK.finditer(text, low, start + 1) if found.end() <= start), default=low)
    last = min((found.start() for found in _BREAK.finditer(text, end, high)), default=high)
    return first, last


def mention_at(
    name: str,
    article: str,
    text: str,
    spans: Sequence[tuple[int, int]],
    story: StoryView,
    *,
    sense: bytes = b"",
    sentence: tuple[int, int] | None = None,
) -> Mention:
    """The mention of the words at some spans of a text, of which the weightiest is the head.

    >>> found = mention_at("m", "a", "Rebels opened fire on Tarva.", [(7, 18)], StoryView(0, {}))
    >>> found.head, sorted(found.stems), sorted(found.sentence)
    ('fir', ['fir', 'open'], ['on', 'rebel', 'tarva'])
    """
    first, last = sentence or sentence_at(text, spans[0][0], spans[-1][1])
    own = [word for start, end in spans for word in words_in(text[start:end])]
    stems = frozenset(map(base_of, own))
    head = base_of(max(own, key=lambda word: weight(stem(word)), default=""))
    around = [*words_in(text[first : spans[0][0]])][-_AROUND:] + [*words_in(text[spans[-1][1] : last])][:_AROUND]
    words = list(words_in(text[first:last]))
    return Mention(
        name,
        article,
        first,
        head,
        stems,
        _letters(head),
        families_of(head),
        families_of(*sorted(stems)),
        _bag(words, stems),
        _bag(around, stems),
        frozenset(stem(word) for word in words[1:] if word[0].isupper()),
        frozenset(stem(word) for word in words if word[0].isdigit()),
        story,
        sense,
    )


@lru_cache(maxsize=50_000)
def _letters(word: str) -> frozenset[str]:
    """Every three letters of a word, its ends marked."""
    marked = f"^{word}$"
    return frozenset(marked[at : at + 3] for at in range(len(marked) - 2))


def _bag(words: Sequence[str], own: frozenset[str]) -> Bag:
    weights = {one: weight(one) for one in map(stem, words) if one not in own and base_of(one) not in own}
    length = sqrt(sum(value * value for value in weights.values())) or 1.0
    return {word: whole for word, value in sorted(weights.items()) if (whole := round(_WHOLE * value / length))}


def _alike(one: Bag, other: Bag) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    found = many.get
    return sum(value * found(word, 0) for word, value in few.items()) / _WHOLE**2


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / min(len(some), len(others)) if some and others else 0.0


def _near(one: bytes, other: bytes) -> float:
    if not one or not other:
        return 0.4  # about what two mentions of one story have
    first, second = np.frombuffer(one, np.int8).astype(np.int32), np.frombuffer(other, np.int8).astype(np.int32)
    return float(first @ second) / 127**2


def stories_alike(one: Mention, other: Mention) -> float:
    """How alike the articles of two mentions are; 1 for one article."""
    return 1.0 if one.article == other.article else likeness(one.story, other.story)


def features_of(one: Mention, other: Mention, articles: float | None = None) -> tuple[float, ...]:
    """What two mentions compare by, in the order of `FEATURES`; `articles` is how alike their articles are, if known.

    >>> text = "Rebels opened fire on Tarva. Rebels fired on Tarva."
    >>> story = StoryView(0, {})
    >>> two = mention_at("a", "a", text, [(7, 18)], story), mention_at("b", "a", text, [(36, 41)], story)
    >>> dict(zip(FEATURES, features_of(*two)))["same stem"]
    1.0
    """
    close = stories_alike(one, other) if articles is None else articles
    same = float(one.head == other.head)
    letters = 2 * len(one.letters & other.letters) / (len(one.letters) + len(other.letters))
    sentences, around = _alike(one.sentence, other.sentence), _alike(one.surroundings, other.surroundings)
    own, alone = float(one.article == other.article), 0.0
    shared = _share(one.families, other.families)
    if shared and not same:
        alone = 1.0
    differ = float(bool(one.families and other.families) and not shared)
    speech = float(not _SPEECH.isdisjoint(one.families) and not _SPEECH.isdisjoint(other.families))
    figures = one.figures & other.figures
    return (
        same,
        _share(one.stems, other.stems),
        letters,
        sentences,
        around,
        close,
        own,
        float(own and one.place == other.place),
        same * min(weight(one.head), _RAREST) / _RAREST,
        _share(one.names, other.names),
        float(bool(one.figures and other.figures) and not figures),
        float(bool(figures)),
        same * sentences,
        same * around,
        same * close,
        letters * around,
        shared,
        _share(one.all_families, other.all_families),
        alone,
        differ,
        _narrowness(one.all_families & other.all_families),
        speech,
        speech * same,
        float(one.place == 0 and other.place == 0),
        alone * around,
        alone * close,
        speech * around,
        _near(one.sense, other.sense),
    )


def logit_of(one: Mention, other: Mention) -> float:
    """The log of the odds that two mentions report one happening, by their words alone.

    >>> text = "Rebels opened fire on Tarva. Rebels fired on Tarva. The market closed."
    >>> at = [mention_at(str(start), "a", text, [(start, end)], StoryView(0, {})) for start, end in
    ...       ((7, 18), (36, 41), (63, 69))]
    >>> logit_of(at[0], at[1]) > logit_of(at[0], at[2])
    True
    """
    bias, weights = _weights()
    return bias + sum((value * by for value, by in zip(features_of(one, other), weights, strict=True) if value), 0.0)
