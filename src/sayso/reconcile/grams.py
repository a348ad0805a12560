"""A text in; its words as numbers, and the sequences of four of them by which copies are found, out.

Word 4-grams: of 4-grams and 8-grams the former find more of what is lifted and edited (docs/decisions/0023). A word is
a number made of its letters without case, accents and apostrophes, letters swapped for `@`, `0` and the like put back;
so numbers are the same in every process, and a text of 5,000 characters takes a fraction of a millisecond.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.schema.data import read_data

__all__ = ["SIZE", "Words", "common_among", "containment", "gram_set", "grams_of", "shared_count", "sketch", "words_in"]

Numbers = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]

SIZE = 4
KEYS = 120
"""Keys of an article on average, however long it is: some 11 million of 100,000 articles."""

_TABLE = 0x3000
"""Scripts with an alphabet end here; their letters are looked up, later ones stand for themselves."""
_GAP, _LETTER, _DIGIT, _MARK, _APOSTROPHE, _SINGLE, _SWAP, _POINT = range(8)
_APOSTROPHES = "'’‘ʼ`´"
_SWAPS = {"@": "a", "$": "s", "!": "i", "0": "o", "1": "i", "3": "e"}
_LATER = (
    (0x3000, 0x3040, _GAP),
    (0x3040, 0xA000, _SINGLE),
    (0xD800, 0xF900, _GAP),
    (0xF900, 0xFB00, _SINGLE),
    (0xFE00, 0xFE70, _MARK),
    (0x1F000, 0x20000, _GAP),
    (0x20000, 0x40000, _SINGLE),
    (0xE0000, 0x110000, _MARK),
)
"""Past the table: ideographs are words of one letter, pictures part words; all others are letters."""


class Words(NamedTuple):
    """The words of a text in order: each one's number, the code points [start, end) it stands on, a capital first?"""

    number: Numbers
    start: Places
    end: Places
    capital: Flags


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers spread over all 64 bits (the finalizer of splitmix64: S. Vigna, public domain)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


_POWERS = _mixed(np.arange(1, 65, dtype=np.uint64)) | np.uint64(1)
"""A factor for each place in a word or gram; letters past the last share it."""


@cache
def _letters() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """What kind of character each code point below the table's end is, and the letter that it counts as."""
    kinds = [_kind(chr(code)) for code in range(_TABLE)]
    bases = [_base(chr(code)) if kind else code for code, kind in enumerate(kinds)]
    return np.array(kinds, np.uint8), np.array(bases, np.uint32)


def _kind(sign: str) -> int:
    if sign in _APOSTROPHES:
        return _APOSTROPHE
    if sign in "@$!":
        return _SWAP
    if sign in ".,":
        return _POINT
    category = unicodedata.category(sign)
    if category in ("Mn", "Mc", "Cf") or sign == "ـ":
        return _MARK
    return _LETTER if category[0] == "L" else _DIGIT if category[0] == "N" else _GAP


def _base(sign: str) -> int:
    digit = unicodedata.digit(sign, None)
    return ord(str(digit) if digit is not None else unicodedata.normalize("NFKD", sign.casefold())[0])


def _read(text: str) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Kind and letter of each code point of a text."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds, bases = _letters()
    if not len(codes) or codes.max() < _TABLE:
        return kinds[codes], bases[codes]
    known = np.minimum(codes, _TABLE - 1)
    later = codes >= _TABLE
    kind = np.where(later, np.uint8(_LETTER), kinds[known])
    for first, last, what in _LATER:
        kind[(codes >= first) & (codes < last)] = what
    return kind, np.where(later, codes, bases[known])


def _between(kind: NDArray[np.uint8], what: int) -> Flags:
    """Is a character between two of a kind?"""
    out = np.zeros(len(kind), bool)
    same = kind == what
    out[1:-1] = same[:-2] & same[2:]
    return out


def words_in(text: str) -> Words:
    """The words of a text.

    >>> words = words_in("The Café, att@cked.")
    >>> [(int(a), int(b)) for a, b in zip(words.start, words.end)]
    [(0, 3), (4, 8), (10, 18)]
    >>> bool((words.number == words_in("the CAFE attacked").number).all())
    True
    """
    kind, letter = _read(text)
    among = _between(kind, _LETTER)
    swapped = among & ((kind == _SWAP) | (kind == _DIGIT))
    if swapped.any():
        letter = letter.copy()
        for sign, meant in _SWAPS.items():
            letter[swapped & (letter == ord(sign))] = ord(meant)
    single = kind == _SINGLE
    solid = (kind == _LETTER) | (kind == _DIGIT) | single | (swapped & (kind == _SWAP))
    joined = solid | (kind == _MARK) | (among & (kind == _APOSTROPHE)) | (_between(kind, _DIGIT) & (kind == _POINT))
    return _parted(_capitals(text, kind), letter, solid, joined, single)


def _capitals(text: str, kind: NDArray[np.uint8]) -> Flags:
    """Which characters are capital letters: those that lowering them changes."""
    lower = text.lower()
    if len(lower) != len(text):
        return np.array([sign.isupper() for sign in text], bool)
    one, other = (np.frombuffer(each.encode("utf-32-le", "surrogatepass"), "<u4") for each in (text, lower))
    return np.asarray((one != other) & (kind == _LETTER))


def _parted(capital: Flags, letter: NDArray[np.uint32], solid: Flags, joined: Flags, single: Flags) -> Words:
    """Words out of characters: a new one begins after a gap, and at every ideograph."""
    at = np.flatnonzero(solid)
    if not len(at):
        return Words(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, bool))
    gaps = np.cumsum(~joined)[at]
    alone = single[at]
    begins = np.flatnonzero(np.concatenate(([True], (gaps[1:] != gaps[:-1]) | alone[1:] | alone[:-1])))
    lengths = np.diff(np.append(begins, len(at)))
    place = np.minimum(np.arange(len(at)) - np.repeat(begins, lengths), len(_POWERS) - 1)
    number = np.add.reduceat(_mixed(letter[at].astype(np.uint64)) * _POWERS[place], begins)
    return Words(_mixed(number), at[begins], at[begins + lengths - 1] + 1, capital[at[begins]])


def grams_of(numbers: Numbers, size: int = SIZE) -> Numbers:
    """The number of each sequence of `size` words, in order: one for each word but the last ones.

    >>> words = words_in("to be or not to be or not").number
    >>> len(grams_of(words)), len(set(grams_of(words).tolist()))
    (5, 4)
    """
    count = max(0, len(numbers) - size + 1)
    out = np.zeros(count, np.uint64)
    for place in range(size):
        out += numbers[place : place + count] * _POWERS[place]
    return _mixed(out)


def gram_set(text: str) -> Numbers:
    """The different word 4-grams of a text as sorted numbers.

    >>> len(gram_set("one two three four five"))
    2
    """
    return np.unique(grams_of(words_in(text).number))


@cache
def _common() -> Numbers:
    words = read_data("sayso.reconcile", "common_words.toml")
    numbers = [words_in(word).number for table in words["words"].values() for word in table]
    strange = [word for table in words["words"].values() for word in table if len(words_in(word).number) != 1]
    if strange:
        raise ValueError(f"common_words.toml: not one word each: {', '.join(strange)}")
    return np.unique(np.concatenate(numbers))


def common_among(numbers: Numbers) -> Flags:
    """Which words are so common in news that they tell nothing?

    >>> common_among(words_in("the minister denounced hydrology").number).tolist()
    [True, True, False, False]
    """
    table = _common()
    at = np.minimum(np.searchsorted(table, numbers), len(table) - 1)
    return np.asarray(table[at] == numbers)


def sketch(words: Words) -> Numbers:
    """Of the words of an article at most about `KEYS` of its 4-grams: articles that share none are not compared.

    Which ones is told by the gram's number and by how many the article has, so that whatever else is in the pile
    changes nothing, and of what a longer article keeps a shorter one keeps all that it shares. Grams of nothing but
    common words and names are left out. Two articles of 850 words that share 50 as they stand share six keys or so.

    >>> len(sketch(words_in("Rebels shelled Quito harbour; " * 3)))
    4
    """
    telling = _summed(~(common_among(words.number) | words.capital))
    grams = grams_of(words.number)
    grams = np.unique(grams[telling[SIZE:] > telling[:-SIZE]]) if len(grams) else grams
    if len(grams) <= KEYS:
        return grams
    return grams[: int(np.searchsorted(grams, np.uint64(KEYS / len(grams) * 2**64)))]


def _summed(flags: Flags) -> Places:
    """How many flags are set before each place, and before the end."""
    out = np.zeros(len(flags) + 1, np.int64)
    np.cumsum(flags, out=out[1:])
    return out


def shared_count(some: Numbers, others: Numbers) -> int:
    """How many numbers stand in both of two sorted sets.

    >>> shared_count(gram_set("a b c d e"), gram_set("x b c d e"))
    1
    """
    short, long = (some, others) if len(some) <= len(others) else (others, some)
    if not len(short):
        return 0
    at = np.minimum(np.searchsorted(long, short), len(long) - 1)
    return int(np.count_nonzero(long[at] == short))


def containment(some: Numbers, others: Numbers) -> tuple[float, float]:
    """Which share of one set of grams stands in the other, and the other way round.

    >>> containment(gram_set("a b c d e"), gram_set("b c d e f g"))
    (0.5, 0.3333333333333333)
    """
    both = shared_count(some, others)
    return both / max(1, len(some)), both / max(1, len(others))
