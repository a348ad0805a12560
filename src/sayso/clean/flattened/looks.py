"""What a page's lines look like: stripped lines in, counts out, one entry a line.

Everything is counted over the whole page at once, by character class and by word kind, so that a page of 85 lines
costs less than half a millisecond. Nothing here knows a site, a name or an outlet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.clean.flattened.words import (
    CLASSES,
    ELLIPSIS,
    KINDS,
    LOWER,
    SPACE,
    STOP,
    TABLE_SIZE,
    TOKEN,
    UPPER,
    WIDE,
    class_table,
    kind_rows,
    word_kinds,
)

__all__ = ["Characters", "Looks", "looks_of"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

PROSE_WORDS = 10
PROSE_SHARE = 0.2
CAPITAL_SHARE = 0.25
CONTENT_LETTERS = 4
WIDE_WORD = 2  # Chinese and Japanese are written without blanks: two characters count as a word
NEARBY = 10


@dataclass(frozen=True, slots=True)
class Characters:
    """A page counted by character: one entry a line."""

    chars: Ints
    classes: Ints
    first: NDArray[np.uint8]
    last: NDArray[np.uint8]
    capitals: Ints
    glued: Ints
    sentences: Ints
    trailing: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Looks(Characters):
    """A page counted: characters by class, words by kind, what repeats, which lines run as prose. One entry a line."""

    words: Ints
    letters: Ints
    kinds: Floats
    content: Ints
    topical: Ints
    near: Ints
    echoed: Ints
    copies: Ints
    prose: NDArray[np.bool_]

    @property
    def prose_words(self) -> Ints:
        """How many words of running prose each line holds."""
        return np.where(self.prose, self.words, 0)


def characters_of(flat: Sequence[str]) -> Characters:
    """Count non-empty lines by character class; capitals are words that begin with one."""
    count = len(flat)
    chars = np.array([len(line) for line in flat], np.int64)
    points = np.frombuffer("".join(flat).encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = class_table()[np.minimum(points, TABLE_SIZE)]
    ends = chars.cumsum()
    starts = ends - chars
    line_of = np.repeat(np.arange(count), chars)
    classes = np.bincount(line_of * CLASSES + kinds, minlength=count * CLASSES).reshape(count, CLASSES)
    begins = np.zeros(len(kinds), bool)
    begins[starts] = True
    here, after, inside = kinds[:-1], kinds[1:], ~begins[1:]
    low, up = here == LOWER, after == UPPER
    rising = np.concatenate(([kinds[0] == UPPER], up & ~((low | (here == UPPER)) & inside)))
    last = kinds[ends - 1]
    return Characters(
        chars=chars,
        classes=classes,
        first=kinds[starts],
        last=last,
        capitals=np.bincount(line_of[rising], minlength=count),
        glued=np.bincount(line_of[1:][low & up & inside], minlength=count),
        sentences=np.bincount(line_of[1:][(here == STOP) & (after == SPACE) & inside], minlength=count),
        trailing=(last == ELLIPSIS) | ((last == STOP) & (kinds[ends - np.minimum(chars, 2)] == STOP)),
    )


def looks_of(lines: Sequence[str]) -> Looks:
    """Count a page. The lines are taken as one text each: a line break inside one is a blank."""
    flat = [line.replace("\n", " ") or " " for line in lines]
    count = len(flat)
    seen = characters_of(flat)
    wide = seen.classes[:, WIDE]

    tokens = TOKEN.findall("\n".join(flat).lower())
    codes_of: dict[str, int] = {"\n": 0}
    codes = np.array([codes_of.setdefault(token, len(codes_of)) for token in tokens], np.int64)
    known = word_kinds().get
    rows = np.array([known(word, 0) for word in codes_of], np.int64)
    letters = np.array([len(word) for word in codes_of], np.int64)
    breaks = codes == 0
    home = np.cumsum(breaks)[~breaks]
    codes = codes[~breaks]
    by_kind = kind_rows()[rows[codes]]
    tokens_in = np.bincount(home, minlength=count)
    words = tokens_in + wide // WIDE_WORD
    slots = (home[:, None] * len(KINDS) + np.arange(len(KINDS))).ravel()
    kinds = np.bincount(slots, by_kind.ravel(), count * len(KINDS)).reshape(count, len(KINDS)).astype(np.float32)
    flowing = (kinds[:, 0] >= PROSE_SHARE * tokens_in) | (seen.capitals <= CAPITAL_SHARE * tokens_in)
    prose = (words >= PROSE_WORDS) & (flowing | (wide * 2 > seen.chars))

    content = (letters[codes] >= CONTENT_LETTERS) & (by_kind[:, 0] == 0)
    in_prose = prose[home]
    spread = np.bincount(codes[in_prose], minlength=len(letters))
    topical = content & (spread[codes] > in_prose)
    copies: dict[str, int] = {}
    for line in flat:
        copies[line] = copies.get(line, 0) + 1
    return Looks(
        **{name: getattr(seen, name) for name in Characters.__slots__},
        words=words,
        letters=np.bincount(home, letters[codes], count).astype(np.int64),
        kinds=kinds,
        content=np.bincount(home[content], minlength=count),
        topical=np.bincount(home[topical], minlength=count),
        near=np.bincount(home[content & _met_nearby(codes, home)], minlength=count),
        echoed=np.bincount(home[:-1][_said_twice(codes, home, len(letters))], minlength=count),
        copies=np.array([copies[line] for line in flat], np.int64),
        prose=prose,
    )


def _met_nearby(codes: Ints, home: Ints) -> NDArray[np.bool_]:
    """Which words stand also in another line not more than `NEARBY` lines away."""
    order = np.argsort(codes, kind="stable")
    step = np.diff(home[order])
    close = (np.diff(codes[order]) == 0) & (step > 0) & (step <= NEARBY)
    met = np.zeros(len(codes), bool)
    met[order[1:]] |= close
    met[order[:-1]] |= close
    return met


def _said_twice(codes: Ints, home: Ints, size: int) -> NDArray[np.bool_]:
    """Which pairs of neighbouring words, by their first word, come more than once in the page."""
    pairs = np.where(home[:-1] == home[1:], codes[:-1] * size + codes[1:], -1)
    order = np.argsort(pairs, kind="stable")
    ordered = pairs[order]
    same = (ordered[1:] == ordered[:-1]) & (ordered[1:] >= 0)
    twice = np.zeros(len(pairs), bool)
    twice[order[1:]] |= same
    twice[order[:-1]] |= same
    return twice
