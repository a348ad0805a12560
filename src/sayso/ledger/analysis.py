"""Analyst SQL: a statement in, columns and rows out, by DuckDB in memory with every outside access off."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from sayso.errors import UsageError
from sayso.ledger.database import Database
from sayso.ledger.parquet import engine, fill
from sayso.ledger.shapes import columns_of
from sayso.schema import tables

__all__ = ["query"]


def query(database: Database, statement: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run one SQL statement over the tables of a published ledger; UsageError E104 where it cannot be run.

    Nested fields are structs and lists: `SELECT speaker.name, count(*) FROM statements GROUP BY ALL`. The tables are
    copies in memory, files and network are out of reach, so a statement can change nothing.
    """
    with TemporaryDirectory(prefix="sayso-") as folder, engine(Path(folder), threads=None) as connection:
        for name, table in tables().items():
            fill(connection, name, columns_of(table), database.rows(name) if name in statement.lower() else ())
        connection.execute("SET enable_external_access=false; SET lock_configuration=true")
        try:
            result = connection.execute(statement)
            return [column[0] for column in result.description or []], result.fetchall()
        except duckdb.Error as error:
            raise UsageError("E104", f"{error}") from error
