"""Across documents: findings of the whole pile in, what they share out; the same whatever the order they come in."""

from sayso.reconcile.ledger_actors import KnownActor, KnownActors, LedgerActors, Settlement

__all__ = ["KnownActor", "KnownActors", "LedgerActors", "Settlement"]
