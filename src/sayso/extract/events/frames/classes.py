"""The name of a word class in; its head lemmas out, classes it holds included."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sayso.extract.events.frames.files import read_files

__all__ = ["classes", "classes_in", "word_class", "words_of"]


@cache
def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class, named without its `@`.

    >>> "prisoner" in word_class("captives")
    True
    """
    return words_of((f"@{name}",))


@cache
def words_of(listed: tuple[str, ...]) -> frozenset[str]:
    """The lemmas that words and classes stand for; ValueError for a class nobody defined, or one in itself."""
    return frozenset(_spread(listed, ()))


def classes_in(listed: Iterable[str]) -> frozenset[str]:
    """The classes that a list names, and those that they hold: by them names meet a condition."""
    out: set[str] = set()
    ahead = [word for word in listed if word.startswith("@")]
    while ahead:
        name = ahead.pop()
        if name not in out:
            out.add(name)
            ahead += [word for word in classes().get(name[1:], ()) if word.startswith("@")]
    return frozenset(out)


def _spread(listed: tuple[str, ...], within: tuple[str, ...]) -> set[str]:
    out: set[str] = set()
    for word in listed:
        if not word.startswith("@"):
            out.add(word)
            continue
        if word in within:
            raise ValueError(f"the word class {word} holds itself")
        known = classes().get(word[1:])
        if known is None:
            raise ValueError(f"no word class is called {word}; there are {', '.join(sorted(classes()))}")
        out |= _spread(known, (*within, word))
    return out


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Every class as it is written down, by name."""
    out: dict[str, tuple[str, ...]] = {}
    for file, content in read_files().items():
        for name, listed in content.get("classes", {}).items():
            if name in out:
                raise ValueError(f"{file}: the word class @{name} is defined twice")
            out[name] = tuple(listed)
    return out
