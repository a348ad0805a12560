"""Rows out of a reading, and which articles a ledger reads at all."""

from sayso.extract.rows import rows_of
from sayso.extract.scope import scope_of

__all__ = ["rows_of", "scope_of"]
