"""The words of an article that scope is judged by: title and text in; how often each word counts out."""

from __future__ import annotations

import re

__all__ = ["OPENING", "TITLE", "counted", "words"]

OPENING = 400
TITLE = 2.0
LONGEST = 14  # characters a word takes, white space included, so that an opening need not search a whole book
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of a text in lower case, hyphenated ones whole, without figures and possessive endings.

    >>> words("Half-time: Ghana's captain, 2-1 up")
    ['half-time', 'ghana', 's', 'captain', 'up']
    """
    return WORD.findall(text.lower())


def counted(title: str | None, text: str) -> dict[str, float]:
    """What each word of title and opening weighs: 1, and a title's word `TITLE` more."""
    opening = words(text[: OPENING * LONGEST])[:OPENING]
    weighed = dict.fromkeys(opening, 1.0)
    for word in set(words(title or "")):
        weighed[word] = weighed.get(word, 0.0) + TITLE
    return weighed
