"""Rows out of a reading, and which articles a ledger reads at all."""

from sayso.extract.rows import statements_of
from sayso.extract.scope import scope_of

__all__ = ["scope_of", "statements_of"]
