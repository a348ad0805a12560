"""What a word's pieces do not tell the encoder: its capitals, its ending, the blank before it, the quotation around it.

The vocabulary is lower case and cuts words anywhere, so capitals and endings are given as small numbers of their own;
so is where the word stands: after a blank, glued on, on a new line; outside a quotation, a mark, inside.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

__all__ = ["ENDINGS", "GAPS", "QUOTED", "SHAPES", "ending_of", "shape_of"]

SHAPES = 10
"""Shapes of words: none (padding), lower, one capital, all capitals, Title, mixed, with digits, digits only, marks,
Title.With.Stops. A piece that goes on a word has the shape plus `SHAPES`."""
ENDINGS = 4096
"""Buckets that the last three letters of a word are hashed into."""
GAPS = 4
"""What stands before a word: nothing (padding or glued), a blank, a new line, a new paragraph."""
QUOTED = 4
"""Where a word stands: padding, outside, a quotation mark, inside a quotation."""


@lru_cache(maxsize=100_000)
def shape_of(word: str) -> int:
    """How a word is written, as a number below `SHAPES`.

    >>> [shape_of(word) for word in ("said", "A", "UN", "Kabul", "McDowell", "5:40", "1,400", "--", "U.S.")]
    [1, 2, 3, 4, 5, 7, 7, 8, 9]
    """
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 7 if any(c.isdigit() for c in word) else 8
    if any(c.isdigit() for c in word):
        return 6
    if all(not c.isupper() for c in letters):
        return 1
    if all(c.isupper() for c in letters):
        return 9 if "." in word and len(word) > 1 else 3 if len(letters) > 1 else 2
    if word[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 4
    return 5


@lru_cache(maxsize=100_000)
def ending_of(word: str) -> int:
    """The bucket of a word's last three letters, 1 to `ENDINGS` - 1; words of one letter keep their own."""
    low = word.lower()
    tail = low[-3:] if len(low) > 3 else "^" + low
    return 1 + crc32(tail.encode("utf-8", "replace")) % (ENDINGS - 1)
