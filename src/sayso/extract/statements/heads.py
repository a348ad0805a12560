"""How the words begin that a pattern can match, so that a content with no such word need not be searched.

What comes in: a regular expression as `acts.toml` writes them. What goes out: the first three letters of every word
that a match may begin with, or None where that cannot be told (then the pattern is always tried).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["beginnings", "heads_of"]

_WORD = re.compile(r"[a-z]+")
_LETTERS = 3


def beginnings(said: str) -> frozenset[str]:
    """The first letters of each word of a text in lower case."""
    return frozenset([word[:_LETTERS] for word in _WORD.findall(said)])


def heads_of(pattern: str) -> frozenset[str] | None:
    r"""The beginnings of a match.

    >>> sorted(heads_of(r"\b(?:violat\w+|shell(?:ed|ing))|\bno truth") or ())
    ['no', 'she', 'vio']
    >>> heads_of(r"^\W*no") is None
    True
    """
    out: set[str] = set()
    for branch in _split(pattern):
        found = _branch(branch.removeprefix(r"\b"), ends=False) if branch.startswith(r"\b") else None
        if found is None:
            return None
        out |= found
    return frozenset(out)


def _branch(branch: str, *, ends: bool) -> set[str] | None:
    """`ends`: what follows the branch cannot make its last word longer."""
    if branch.startswith("(?:"):
        close = _closing(branch)
        inner, tail = branch[3:close], branch[close + 1 :]
        if tail[:1] in ("?", "*", "{"):
            return None
        return _joined(_branch(part, ends=_is_edge(tail, ends)) for part in _split(inner))
    letters = _WORD.match(branch)
    if letters is None:
        return None
    word, tail = letters.group(), branch[letters.end() :]
    if tail[:1] in ("?", "*", "{"):
        word, tail = word[:-1], "?"
    if len(word) >= _LETTERS:
        return {word[:_LETTERS]}
    return {word} if word and _is_edge(tail, ends) else None


def _joined(parts: Iterable[set[str] | None]) -> set[str] | None:
    out: set[str] = set()
    for part in parts:
        if part is None:
            return None
        out |= part
    return out


def _is_edge(tail: str, ends: bool) -> bool:
    return tail.startswith((" ", r"\b")) or (not tail and ends)


def _split(pattern: str) -> list[str]:
    """The alternatives at the top level."""
    out, depth, begin = [], 0, 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            out.append(pattern[begin:at])
            begin = at + 1
    return [*out, pattern[begin:]]


def _closing(pattern: str) -> int:
    depth = 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at
    raise ValueError(f"acts.toml: no closing bracket in {pattern}")
