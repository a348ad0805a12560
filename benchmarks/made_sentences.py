"""What made-up articles are put together from: sentences that know where their words stand, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Stretch = tuple[int, int]

_SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")


class Marked(NamedTuple):
    """Words, and the stretches of them that have a name."""

    text: str
    marks: dict[str, Stretch]


@cache
def _parts(template: str) -> tuple[tuple[str, str, str | None], ...]:
    """(the words before, a slot's name, its own words) for each slot; the words after the last have no slot."""
    out, last = [], 0
    for slot in _SLOT.finditer(template):
        out.append((template[last : slot.start()], slot[1], slot[2]))
        last = slot.end()
    return (*out, (template[last:], "", None))


def filled(template: str, **values: str | Marked) -> Marked:
    """A template with its slots filled and marked: `{place}` takes a value, `{trigger:shelled}` brings its words.

    The first of two slots of a name is the one that is marked; marks inside a value stand in the whole.
    """
    text = ""
    marks: dict[str, Stretch] = {}
    for before, name, own in _parts(template):
        text += before
        if not name:
            continue
        value = own if own is not None else values[name]
        words = value if isinstance(value, str) else value.text
        start = len(text)
        text += words
        marks.setdefault(name, (start, len(text)))
        if not isinstance(value, str):
            for inner, (low, high) in value.marks.items():
                marks.setdefault(inner, (start + low, start + high))
    return Marked(text, marks)


def capital(words: Marked) -> Marked:
    """The words as a sentence begins with them."""
    return Marked(words.text[0].upper() + words.text[1:], words.marks)


class Someone(NamedTuple):
    """Somebody as a row tells them; `id` is a registry's, `of` the id of the body that a person belongs to."""

    name: str
    kind: str
    country: str | None = None
    id: str | None = None
    role: str | None = None
    affiliation: str | None = None
    of: str | None = None


class Spot(NamedTuple):
    """A place as a row tells it."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: int | None


@dataclass(frozen=True, slots=True)
class Tell:
    """A statement over the marks `source`, `cue`, `content`; with `also`, of a second stretch of content."""

    speaker: Someone | None
    act: str
    group: str
    said_on: str | None
    sense: Floats
    form: str = "indirect"
    target: Someone | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Deed:
    """An event over the mark `trigger`; figures are (slot, low, high, mark). `by_word` where the statement tells it."""

    root: str
    mode: str | None
    actors: tuple[Someone, ...]
    recipients: tuple[Someone, ...]
    date: str | None
    place: Spot | None
    sense: Floats
    figures: tuple[tuple[str, int | None, int | None, str], ...] = ()
    by_word: bool = True
    reality: str = "actual"


@dataclass(frozen=True, slots=True)
class Vow:
    """A commitment over the mark `terms`, made in the sentence's statement."""

    kind: str
    form: str
    by: Someone
    to: Someone | None
    made_on: str | None
    due_by: str | None
    sense: Floats


class Sentence(NamedTuple):
    """Words of an article and the rows that stand on them; `key` is what its maker knows it by."""

    words: Marked
    tell: Tell | None = None
    deeds: tuple[Deed, ...] = ()
    vow: Vow | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article before its rows are numbered; paragraphs are parted by a blank line."""

    title: str
    published: str
    outlet: str
    paragraphs: Sequence[Sequence[Sentence]]
    authors: tuple[str, ...] = ()
    url: str | None = None
