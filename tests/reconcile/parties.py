"""Rows of findings as the pile gives them, made in a line: what an article tells of whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.reconcile import LedgerActors, Settlement

Row = dict[str, Any]


def party(name: str, kind: str | None = "person", **told: Any) -> Row:
    """A party of a statement as `findings` writes it."""
    empty = dict.fromkeys(("country", "actor_id", "role", "affiliation", "actor_by", "member_of"))
    return {"name": name, "kind": kind, **empty, "resolved_by": "name", "mentions": [], **told}


def article(number: int, *parties: Row) -> Row:
    """Findings of one document that holds one article, every party a speaker there."""
    rows = [{"article_id": f"art-{number}", "speaker": one, "addressee": None, "target": None} for one in parties]
    return {"statements": rows, "events": []}


def settled(findings: Iterable[Row], registry: Any = None) -> Settlement:
    """All findings seen, and who is who."""
    actors = LedgerActors()
    for row in findings:
        actors.see(row)
    return actors.settled(registry or {})


def ids(*parties: Row) -> list[str | None]:
    """The actor of each party, every one told in an article of its own."""
    found = settled(article(number, one) for number, one in enumerate(parties))
    return [found.actor_of(one, f"art-{number}") for number, one in enumerate(parties)]


def are_one(*parties: Row) -> bool:
    """Are these parties of different articles one actor?"""
    found = ids(*parties)
    assert None not in found
    return len(set(found)) == 1
