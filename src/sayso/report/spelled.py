"""A name as the pile compares it in, the name as a document spells it out: reconciled rows fold case and marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.report.pile import Pile
from sayso.report.words import plain

__all__ = ["spelled", "spelling_in"]

Row = dict[str, Any]


def spelling_in(name: str, names: Iterable[str]) -> str:
    """The first of some names that differs from one in case, marks, stops and a leading article alone; else the name.

    >>> spelling_in("kalderas elise army", ["Merrin", "Kaldera’s Élise Army"]), spelling_in("he", ["Merrin"])
    ('Kaldera’s Élise Army', 'he')
    """
    key = _key(name)
    return next((plain(one) for one in names if _key(one) == key), plain(name))


def spelled(name: str, row_ids: Iterable[str | None], pile: Pile) -> str:
    """A name as the parties, places and outlets of some statements and events, and of those around them, have it."""
    return spelling_in(name, (one for row_id in row_ids for one in _names_of(row_id, pile)))


def _names_of(row_id: str | None, pile: Pile) -> Iterator[str]:
    table, row = pile.find(row_id) or ("", {})
    if table not in ("statements", "events"):
        return
    parties = [row.get(key) for key in ("speaker", "addressee", "target", "place")]
    parties += [*row.get("actors", ()), *row.get("recipients", ())]
    yield from (party["name"] for party in parties if party and party["name"])
    outlet = pile.article(row["article_id"])["outlet"]
    yield from [outlet] if outlet else []
    yield from _names_of(row.get("asserted_by") or row.get("nested_in"), pile)


def _key(name: str) -> str:
    """Letters and digits; dashes are blanks, as reconciliation folds them."""
    dashed = "".join(" " if unicodedata.category(c) == "Pd" else c for c in name.casefold())
    letters = "".join(c for c in unicodedata.normalize("NFKD", dashed) if c.isalnum() or c.isspace())
    return " ".join(letters.split()).removeprefix("the ")
