"""The contract's tables as files: one format a file, each written row by row."""

from sayso.ledger.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
