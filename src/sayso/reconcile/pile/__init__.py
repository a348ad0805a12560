"""The whole pile: findings of its documents in; what they share, and what was made of it, out."""

from sayso.reconcile.pile.reconciliation import VERSION, Reconciliation, latest_of, reconciled

__all__ = ["VERSION", "Reconciliation", "latest_of", "reconciled"]
