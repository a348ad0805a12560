"""Findings of documents in, one change of the pile at a time; the rows that stand across documents out.

What is known of the pile lies in a file beside the findings, derived from them and made anew where it does not fit.
What comes out is a function of the findings alone: not of their order, nor of how often they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sayso.reconcile.informing import digest_of, informed
from sayso.reconcile.ledger_actors import KnownActors, LedgerActors
from sayso.reconcile.linkage import Change, LinkageStore, update
from sayso.reconcile.pile.articles import make_copies, make_stories
from sayso.reconcile.pile.claims import make_claims
from sayso.reconcile.pile.commitments import closed, make_commitments
from sayso.reconcile.pile.happenings import make_figures_beside, make_happenings
from sayso.reconcile.pile.spaces import SPACES
from sayso.reconcile.pile.workers import Workers

__all__ = ["TABLES", "VERSION", "Reconciliation", "latest_of", "reconciled"]

Row = dict[str, Any]

VERSION = "2"
"""Raised whenever the same findings would be compared or told otherwise."""

TABLES = ("claims", "happenings", "stories", "origins", "links", "numbers")
"""Tables that reconciliation makes whole; of others it fills fields."""


class Reconciliation:
    """The pile as far as it was reconciled, kept at `path` (None: in memory) for the next change.

    `policy` names the values of vague words in `numbers`.
    """

    def __init__(self, path: Path | None, policy: str = "none") -> None:
        self.policy = policy
        self._store = LinkageStore(path, f"{VERSION} {policy} {','.join(space.name for space in SPACES)}")
        self._documents: dict[str, int] | None = None

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def digests(self) -> dict[str, str]:
        """The documents that are in, each with the digest of what it gave."""
        return self._store.digests()

    def clear(self) -> None:
        """Forget everything; cheaper than to take out most of the documents."""
        self._store.clear()
        self._documents = None

    def update(self, came: Iterable[tuple[Row, str]], went: Iterable[str] = (), workers: int = 1) -> None:
        """Take documents out, put findings in - each with its digest - and tell anew what that changes.

        `workers` is the number of processes for what can be shared among them.
        """
        with Workers(workers) as pool:
            compare = partial(pool.compared, self._store) if workers > 1 else None
            change = update(self._store, SPACES, pool.prepared(came), went, compare)
        self._make(change)
        self._store.finish()
        self._documents = None

    def _make(self, change: Change) -> None:
        store, rows = self._store, self._store.by_kind(change.rows)
        articles, events = rows.get("ArticleView", []), set(rows.get("EventView", []))
        sayings = set(rows.get("Saying", []))
        make_stories(store, articles, change)
        for number in make_copies(store, articles, change):
            sayings.update(store.rows_beside(number, "Saying"))
        make_happenings(store, sorted(events), change, self.policy)
        make_figures_beside(store, sorted(events), change, self.policy)
        told = (store.node(number).view.done.said_in for number in events)
        sayings.update(store.numbers_of(row_id for row_id in told if row_id).values())
        make_claims(store, sorted(sayings), change)
        bounds = set(rows.get("Bound", []))
        for number in rows.get("Account", []):
            bounds.update(edge.target if edge.source == number else edge.source for edge in store.edges_at(number))
        make_commitments(store, sorted(bounds), change)

    def overlays(self, document_id: str, latest: str) -> dict[str, Row]:
        """What fields of a document's rows are to hold, by id; a commitment that is part of another has `part_of`.

        `latest` is the latest date of the pile, as of which silence on a commitment is told.
        """
        if self._documents is None:
            self._documents = self._store.document_numbers()
        number = self._documents.get(document_id)
        found = self._store.overlays(number) if number is not None else {}
        return {row_id: closed(fields, latest) for row_id, fields in found.items()}

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table of `TABLES`, in no order that means anything."""
        return self._store.rows_told(table)


def latest_of(row: Mapping[str, Any]) -> str:
    """The latest date of publication, or failing that of speech, that findings tell of; empty where there is none."""
    days = [article.get("published") or "" for article in row["articles"]]
    days += [statement.get("said_on") or "" for statement in row["statements"]]
    return max((day[:10] for day in days if len(day) >= len("2026-01-01")), default="")


def reconciled(
    rows: Iterable[Mapping[str, Any]],
    registry: KnownActors | None = None,
    policy: str = "none",
    informing: Callable[[Mapping[str, Any], Any], Row] = informed,
) -> dict[str, list[Row]]:
    """The tables of a pile of findings, in memory: what reconciliation makes, and findings with their fields filled."""
    kept = list(rows)
    actors = LedgerActors()
    for row in kept:
        actors.see(row)
    settled = actors.settled(registry or {})
    pile = Reconciliation(None, policy)
    pile.update((one, digest_of(one)) for one in (informing(row, settled) for row in kept))
    latest = max(map(latest_of, kept), default="")
    out: dict[str, list[Row]] = {table: sorted(pile.rows(table), key=lambda row: row["id"]) for table in TABLES}
    for table in ("articles", "statements", "events", "commitments"):
        out[table] = [
            {**one, **overlay}
            for row in kept
            for one in row.get(table) or ()
            if "part_of" not in (overlay := pile.overlays(row["document_id"], latest).get(one["id"], {}))
        ]
    pile.close()
    return out
