"""Which formats there are, and how to write a table in one: rows in, bytes and their count out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO, Any

from sayso.errors import UsageError
from sayso.ledger.database import Database
from sayso.ledger.export.csv_file import write_csv
from sayso.ledger.export.json_lines import write_json_lines
from sayso.ledger.export.parquet_file import write_parquet
from sayso.schema import Table, tables

__all__ = ["FORMATS", "export"]

Writer = Callable[[Table, Iterable[dict[str, Any]], IO[bytes]], int]

FORMATS: dict[str, Writer] = {"jsonl": write_json_lines, "csv": write_csv, "parquet": write_parquet}


def export(database: Database, table: str, form: str, out: IO[bytes]) -> int:
    """Write a table of a published ledger to a binary stream; returns how many rows were written.

    Raises UsageError E102 for a table or format that does not exist. The bytes depend on the rows alone.
    """
    if table not in tables():
        raise UsageError("E102", f"there is no table {table!r}; there are {', '.join(tables())}")
    if form not in FORMATS:
        raise UsageError("E102", f"there is no format {form!r}; there are {', '.join(FORMATS)}")
    return FORMATS[form](tables()[table], database.rows(table), out)
