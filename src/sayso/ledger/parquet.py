"""Rows in, Parquet out, and back, by DuckDB: the same rows give the same bytes; nested values are lists and dicts.

DuckDB takes rows over as JSON texts, one a row, read strictly into the types of their columns: of all ways into it the
one that keeps empty lists, null structs and every character, and the fastest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from glob import escape
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb

from sayso.errors import LedgerError
from sayso.ledger.shapes import Tree, column_type, shaper, tree_of, typed_tree

__all__ = ["engine", "fill", "first_line", "read_parquet", "write_parquet"]

Row = dict[str, Any]

_SETTINGS: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
_BATCH_ROWS = 1_000
_BATCH_CHARACTERS = 8_000_000
_FETCHED = 64
_ROW_GROUP = 10_240


@contextmanager
def engine(spill: Path | None = None, threads: int | None = 1) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB in memory that installs nothing, and spills to the folder `spill`, or to none, where memory runs out.

    With more than one thread, the order of the work would show in the bytes of what is written; with None there are
    as many as the machine has.
    """
    config = {**_SETTINGS, "temp_directory": str(spill or "")} | ({"threads": threads} if threads else {})
    with duckdb.connect(":memory:", config=config) as connection:
        yield connection


def fill(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], rows: Iterable[Row]) -> int:
    """Make a table of columns with their shapes (`schema.contract`) and put rows into it; returns their number.

    What a row lacks is null; what has no column is left out.
    """
    typed = ", ".join(f'"{column}" {column_type(shape)}' for column, shape in columns.items())
    tree: Tree = {column: tree_of(shape) for column, shape in columns.items()}
    structure, shaped, count = json.dumps(typed_tree(tree)), shaper(tree), 0
    connection.execute(f'CREATE TABLE "{name}" ({typed})')
    read = "unnest(from_json_strict(line, ?)) FROM (SELECT unnest(?::VARCHAR[]) AS line)"
    for batch in _batches(json.dumps(shaped(row), ensure_ascii=False) for row in rows):
        connection.execute(f'INSERT INTO "{name}" SELECT {read}', [structure, batch])
        count += len(batch)
    return count


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    held = 0
    for line in lines:
        batch.append(line)
        held += len(line)
        if len(batch) >= _BATCH_ROWS or held >= _BATCH_CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def write_parquet(path: Path, columns: Mapping[str, str], rows: Iterable[Row], spill: Path | None = None) -> int:
    """Write rows to a Parquet file, compressed by zstd; returns their number. LedgerError E504 where it cannot be."""
    with engine(spill) as connection:
        # DuckDB declares a column that has no null as required. A row of nulls that is passed over when writing keeps
        # every column optional, so that files of one table have one schema whatever their rows are.
        count = fill(connection, "written", columns, chain([{}], rows)) - 1
        options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROW_GROUP}"
        try:
            connection.execute(f"COPY (SELECT * FROM written OFFSET 1) TO {_literal(_place(path))} ({options})")
        except duckdb.IOException as error:
            raise LedgerError("E504", f"{path}: {first_line(error)}") from error
    return count


def read_parquet(
    connection: duckdb.DuckDBPyConnection, path: Path, columns: Sequence[str] | None = None
) -> Iterator[Row]:
    """The rows of a Parquet file, in order, with all columns or those named; LedgerError E505 where it is damaged."""
    picked = ", ".join(f'"{column}"' for column in columns) if columns else "*"
    # A cursor of its own, so that other files can be read while this one is.
    with connection.cursor() as cursor:
        try:
            found = cursor.execute(
                f"SELECT {picked} FROM read_parquet(?, hive_partitioning = false)", [escape(_place(path))]
            )
            names = [column[0] for column in found.description or []]
            while rows := found.fetchmany(_FETCHED):
                for row in rows:
                    yield dict(zip(names, row, strict=True))
        except duckdb.Error as error:
            raise LedgerError("E505", f"{path}: {first_line(error)}") from error


def first_line(error: duckdb.Error) -> str:
    """What DuckDB says went wrong, without the statement that it repeats."""
    return str(error).partition("\n")[0]


def _place(path: Path) -> str:
    """A path as DuckDB takes it: as text, and whole, lest its beginning be read as a scheme or a home folder."""
    place = str(path.absolute())
    try:
        place.encode()
    except UnicodeEncodeError as error:
        raise LedgerError("E504", f"{place!a}: the path is not UTF-8") from error
    return place


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
