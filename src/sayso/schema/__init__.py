"""Vocabularies as data: what may stand in a ledger, in TOML files that a small interpreter reads."""

from sayso.schema.contract import SCALARS, Field, Table, tables

__all__ = ["SCALARS", "Field", "Table", "tables"]
