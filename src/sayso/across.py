"""What stands across documents: findings of all of them in; who is who, and what the pile tells together, out.

Who is who is settled first, since a report may name a spokesman without saying whose. Then each document whose
findings, or what the rest tells of its parties, changed since the last time is compared anew, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.actors import registry
from sayso.model import Settings
from sayso.reconcile import LedgerActors, Settlement
from sayso.reconcile.informing import informed, informed_digest
from sayso.reconcile.pile import VERSION, Reconciliation, latest_of

__all__ = ["Across", "settle", "settled_by"]

Row = dict[str, Any]
_MOST = 0.3
"""The share of documents that changed from which on all are compared anew: cheaper than to take most of them out."""
_MANY = 150
"""Documents that changed from which on it pays to start processes for them."""
Findings = Callable[[], Iterable[Row]]


class Across:
    """What was settled: `sayso.ledger.Settled`."""

    def __init__(self, actors: Settlement, pile: Reconciliation, latest: str) -> None:
        self._actors, self._pile, self._latest = actors, pile, latest

    def actor_of(self, party: Row, article_id: str) -> str | None:
        """The id of the actor that a party of an article is; None where it is none."""
        return self._actors.actor_of(party, article_id)

    def overlays(self, document_id: str) -> Mapping[str, Row]:
        """Fields of a document's rows that others settle, by row id."""
        return self._pile.overlays(document_id, self._latest)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table that stand across documents."""
        return self._actors.rows() if table == "actors" else self._pile.rows(table)


def settled_by(settings: Settings) -> str:
    """All that shapes what is settled, besides the findings: another name, another ledger."""
    return f"{VERSION} {settings.vague_numbers}"


def settle(path: Path, settings: Settings, workers: int, findings: Findings) -> Across:
    """Settle what stands across documents; `path` is where the comparisons of the last time are kept."""
    actors, latest = LedgerActors(), ""
    for row in findings():
        actors.see(row)
        latest = max(latest, latest_of(row))
    settled = actors.settled(registry(settings.actors))
    pile = Reconciliation(path, settings.vague_numbers)
    bring_up_to_date(pile, findings, settled, workers)
    return Across(settled, pile, latest)


def bring_up_to_date(pile: Reconciliation, findings: Findings, settled: Settlement, workers: int) -> None:
    """Take out of the pile what is no more or changed, and put in what is new or changed."""
    before = pile.digests()
    now = {row["document_id"]: _digest(row, settled) for row in findings()}
    changed = {document_id for document_id, digest in now.items() if before.get(document_id) != digest}
    went = {document_id for document_id in before if document_id not in now or document_id in changed}
    if len(changed) > _MOST * len(now):
        pile.clear()
        changed, went = set(now), set()
    if changed or went:
        came = (row for row in findings() if row["document_id"] in changed)
        pile.update(
            ((informed(row, settled), now[row["document_id"]]) for row in came),
            went,
            workers if len(changed) > _MANY else 1,
        )


def _digest(row: Row, settled: Settlement) -> str:
    """Findings are a function of the bytes, the pipeline and the settings; what the pile tells of parties comes in."""
    return informed_digest(row, settled, row["document_id"], row["pipeline"], row["settings"])
