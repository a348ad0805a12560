"""Analyst SQL: a statement in, columns and rows out, by DuckDB in memory with every outside access off."""

from __future__ import annotations

from typing import Any

import duckdb
import pyarrow as pa

from sayso.errors import UsageError
from sayso.ledger.database import Database
from sayso.ledger.shapes import arrow_schema
from sayso.schema import tables

__all__ = ["query"]


def query(database: Database, statement: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run one SQL statement over the tables of a published ledger; UsageError E104 where it cannot be run.

    Nested fields are structs and lists: `SELECT speaker.name, count(*) FROM statements GROUP BY ALL`. The tables are
    copies in memory, files and network are out of reach, so a statement can change nothing.
    """
    with duckdb.connect(":memory:") as connection:
        for name, table in tables().items():
            rows = list(database.rows(name)) if name in statement.lower() else []
            connection.register("arrow_rows", pa.Table.from_pylist(rows, schema=arrow_schema(table)))
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM arrow_rows')
            connection.unregister("arrow_rows")
        connection.execute("SET enable_external_access=false; SET lock_configuration=true")
        try:
            result = connection.execute(statement)
            return [column[0] for column in result.description or []], result.fetchall()
        except duckdb.Error as error:
            raise UsageError("E104", f"{error}") from error
