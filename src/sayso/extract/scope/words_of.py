"""The words that scope is judged by: title and text in; what each word weighs, stretch by stretch, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["counted", "stretches"]

STRETCH = 400  # words
LONGEST = 14  # characters a word takes with the white space after it, so that an opening need not search a whole book
TITLE = 2.0
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of a text in lower case, hyphenated ones whole, without figures.

    >>> words("Half-time: Ghana's captain, 2-1 up")
    ['half-time', 'ghana', 's', 'captain', 'up']
    """
    return WORD.findall(text.lower())


def counted(title: str | None, text: str) -> dict[str, float]:
    """What each word of title and opening weighs: 1, and a title's word `TITLE` more."""
    weighed = dict.fromkeys(words(text[: STRETCH * LONGEST])[:STRETCH], 1.0)
    for word in set(words(title or "")):
        weighed[word] = weighed.get(word, 0.0) + TITLE
    return weighed


def stretches(text: str) -> Iterator[dict[str, float]]:
    """The words of what follows the opening, by stretches of about as many words."""
    size = STRETCH * 6
    for start in range(size, len(text), size):
        yield dict.fromkeys(words(text[start : start + size]), 1.0)
