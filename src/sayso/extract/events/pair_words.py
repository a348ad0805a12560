"""A read text and two actors as they are written in; the words of the text that name each out.

An actor need not stand in the text letter by letter: capitals, quotation marks and words left out may differ. One that
the text does not name (`a recipient`) has no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.language.windows import Words

__all__ = ["words_of_pair"]

_SAME = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")
_EMPTY = frozenset(
    ("the", "a", "an", "of", "and", "in", "on", "at", "to", "for", "by", "with", "from", "its", "their", "his", "her")
)
"""Words that name nobody."""
_GAP, _SHARE = 3, 0.5
"""Words between two that belong together, and the share of an actor's words that a loose finding needs."""
Found = frozenset[int]


def words_of_pair(words: Words, text: str, source: str, target: str) -> tuple[Found, Found]:
    """The numbers of the words of source and target; none where the text does not name one. They never overlap.

    The first occurrence is taken that the other actor leaves free; the longer name is sought first.
    """
    swapped = len(target) > len(source)
    first, second = (target, source) if swapped else (source, target)
    one = _words_of(words, text, first, frozenset())
    other = _words_of(words, text, second, one) - one
    return (other, one) if swapped else (one, other)


def _words_of(words: Words, text: str, name: str, taken: Found) -> Found:
    first: Found = frozenset()
    for place in _places(text, " ".join(name.split())):
        found = frozenset(_covered(words, *place))
        if found and not found & taken:
            return found
        first = first or found
    return first or _loosely(words, name, taken)


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in characters, as whole words before parts of words, as written before other capitals."""
    if not name:
        return
    text, name = text.translate(_SAME), name.translate(_SAME)
    found = list(_occurrences(text, name)) or list(_occurrences(_small(text), _small(name)))
    whole = [(first, last) for first, last in found if not (_joins(text, first) or _joins(text, last))]
    yield from whole or found


def _occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    first = text.find(name)
    while first >= 0:
        yield first, first + len(name)
        first = text.find(name, first + 1)


def _small(text: str) -> str:
    """A text in lower case, letter for letter: one that would become two stays."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _joins(text: str, at: int) -> bool:
    """Does a place in a text lie within a word?"""
    return 0 < at < len(text) and _is_of_word(text[at - 1]) and _is_of_word(text[at])


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _covered(words: Words, first: int, last: int) -> Iterator[int]:
    return (at for at in range(len(words)) if words.start[at] < last and words.end[at] > first)


def _loosely(words: Words, name: str, taken: Found) -> Found:
    """The stretch that holds most of a name's telling words, at least half of them."""
    wanted = {part for part in re.findall(r"[\w'-]+", name.translate(_SAME).lower()) if part not in _EMPTY}
    wanted = {part.removesuffix("'s") for part in wanted}
    best: list[int] = []
    run: list[int] = []
    for at, form in enumerate(words.form):
        if form.lower() not in wanted or at in taken:
            continue
        run = [*run, at] if run and at - run[-1] <= _GAP else [at]
        if _told(words, run) > _told(words, best):
            best = run
    return frozenset(best) if best and _told(words, best) >= _SHARE * len(wanted) else frozenset()


def _told(words: Words, run: list[int]) -> int:
    return len({words.form[at].lower() for at in run})
