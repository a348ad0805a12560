"""How likely each candidate of a document fills a role in; one string for each entity that fills it out.

Candidates come in the order of how sure they are. One that names what was taken before is passed over: all its words
are among the other's or the other way round, or one is the acronym of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["entities"]

_SMALL = frozenset(("of", "the", "for", "and", "de", "la", "las", "los", "del", "y"))


def entities(candidates: Iterable[str], chances: Iterable[float], bar: float) -> list[str]:
    """The candidates above a bar, each entity once.

    >>> entities(["national liberation front", "nlf", "liberation front", "mayor"], [0.6, 0.5, 0.4, 0.2], 0.3)
    ['national liberation front']
    """
    sure = sorted(
        ((chance, name) for name, chance in zip(candidates, chances, strict=True) if chance > bar), reverse=True
    )
    kept: list[str] = []
    for _, name in sure:
        if not _is_among(name, kept):
            kept.append(name)
    return kept


def _is_among(name: str, kept: Sequence[str]) -> bool:
    return any(_is_same(name, other) for other in kept)


def _is_same(one: str, other: str) -> bool:
    here, there = set(one.split()), set(other.split())
    return here <= there or there <= here or _stands_for(one, other) or _stands_for(other, one)


def _stands_for(short: str, name: str) -> bool:
    return len(short) > 2 and short == "".join(word[0] for word in name.split() if word not in _SMALL)
