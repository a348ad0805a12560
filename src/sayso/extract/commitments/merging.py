"""The commitments found in one article in; each told once out, in the words that tell it best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import CommitmentMention

__all__ = ["told_once"]

_SAME = 0.6
"""The share of the shorter terms' longer words that two tellings of one promise have in common."""
_LONG = 4
_FAMILY = {"ceasefire": "agreement"}


def told_once(text: str, found: Sequence[CommitmentMention]) -> list[CommitmentMention]:
    """The same without what overlaps, or says again what the same party was told to have promised."""
    kept: list[CommitmentMention] = []
    for one in sorted(found, key=lambda row: (-row.confidence, row.terms[0], -row.terms[1])):
        into = next((n for n, other in enumerate(kept) if _is_same(text, other, one)), None)
        if into is None:
            kept.append(one)
        else:
            kept[into] = _filled(kept[into], one)
    return sorted(kept, key=lambda row: (row.terms, row.confidence))


def _is_same(text: str, one: CommitmentMention, other: CommitmentMention) -> bool:
    names, others = ({party.name for party in row.by} for row in (one, other))
    if one.terms == other.terms and one.kind == other.kind == "agreement" and one.basis == other.basis:
        return names == others
    if one.terms[0] < other.terms[1] and other.terms[0] < one.terms[1]:
        return True
    if one.kind == other.kind == "ceasefire":
        return bool(names & others) or len(names | others) < 2 or not (names and others)
    if _FAMILY.get(one.kind, one.kind) != _FAMILY.get(other.kind, other.kind):
        return False
    shared = bool(names & others) or not names or not others
    return shared and _likeness(text, one, other) >= _SAME


def _likeness(text: str, one: CommitmentMention, other: CommitmentMention) -> float:
    a, b = (_words(text[slice(*row.terms)]) for row in (one, other))
    return len(a & b) / min(len(a), len(b)) if len(a) > 1 and len(b) > 1 else 0.0


def _words(terms: str) -> set[str]:
    bare = (word.strip("\"'“”‘’.,;:()").lower() for word in terms.split())
    return {word for word in bare if len(word) >= _LONG}


def _filled(one: CommitmentMention, other: CommitmentMention) -> CommitmentMention:
    """The better telling, with what only the other tells."""
    return replace(
        one,
        by=one.by if len(one.by) >= len(other.by) or one.kind != "ceasefire" else other.by,
        to=one.to or other.to,
        made_on=one.made_on or other.made_on,
        due_by=one.due_by or (other.due_by if one.kind != "ceasefire" else None),
        condition=one.condition or other.condition,
        mechanism=one.mechanism or other.mechanism,
    )
