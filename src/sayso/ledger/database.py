"""Reading the published ledger: rows, counts and words, from a file that never changes under the reader."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import LedgerError, UsageError
from sayso.ledger.publish import SEARCHED
from sayso.model import SURE
from sayso.schema import Field, tables

__all__ = ["Database"]

Row = dict[str, Any]


class Database:
    """A published ledger, open for reading; `strict` leaves out the rows that are not sure (`model.SURE`)."""

    def __init__(self, path: Path, *, strict: bool = False) -> None:
        self.path = path
        self.strict = strict
        if not path.exists():
            raise LedgerError("E501", f"{path} is not there yet; the ledger has not been built")
        try:
            # `immutable`: the file is written once and swapped whole, so no lock is needed and none is taken.
            self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self._connection.execute("SELECT count(*) FROM meta")
        except sqlite3.DatabaseError as error:
            raise LedgerError("E505", f"{path}: {error}") from error
        self._check_fields()

    def _check_fields(self) -> None:
        for name, table in tables().items():
            held = [row[1] for row in self._connection.execute(f'PRAGMA table_info("{name}")')]
            if held != [field.name for field in table.fields]:
                raise LedgerError("E506", f"{self.path}: its {name} have other fields than this version writes")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._all(f'SELECT count(*) FROM "{_known(table)}" AS t WHERE {self._sure(table)}')[0][0])

    def rows(self, table: str) -> Iterator[Row]:
        """Every row of a table, as the contract orders and types its fields."""
        fields = tables()[_known(table)].fields
        for cells in self._each(f'SELECT * FROM "{table}" AS t WHERE {self._sure(table)}'):
            yield {field.name: _value(field, cell) for field, cell in zip(fields, cells, strict=True)}

    def row(self, row_id: str) -> tuple[str, Row] | None:
        """The row with an id (or the one whose id begins so), and its table."""
        for name, table in tables().items():
            query = f'SELECT * FROM "{name}" WHERE id >= ? AND id < ? LIMIT 2'
            found = self._all(query, [row_id, f"{row_id}\U0010ffff"])
            if len(found) == 1:
                cells = zip(table.fields, found[0], strict=True)
                return name, {field.name: _value(field, cell) for field, cell in cells}
        return None

    def tally(self, table: str, column: str, limit: int = 10) -> list[tuple[str, int]]:
        """The commonest values of a column and their counts."""
        field = next(field for field in tables()[_known(table)].fields if field.name == column)
        picked = f'"{field.name}"' if field.is_scalar else f"json_extract(\"{field.name}\", '$.name')"
        query = (
            f'SELECT {picked} AS value, count(*) AS n FROM "{table}" AS t WHERE value IS NOT NULL '
            f"AND {self._sure(table)} "
            "GROUP BY value ORDER BY n DESC, value LIMIT ?"
        )
        return [(str(value), int(n)) for value, n in self._all(query, [limit])]

    def search(self, table: str, words: str, limit: int = 20) -> list[Row]:
        """Rows of `articles` or `statements` that hold all the words (FTS5 syntax), best first."""
        if table not in SEARCHED:
            raise UsageError("E102", f"{table} has no full-text index; {' and '.join(SEARCHED)} have")
        fields = tables()[table].fields
        query = (
            f'SELECT t.* FROM {table}_search s JOIN "{table}" t ON t.rowid = s.rowid '
            f"WHERE {table}_search MATCH ? AND {self._sure(table)} ORDER BY bm25({table}_search), t.rowid LIMIT ?"
        )
        try:
            found = self._all(query, [words, limit])
        except LedgerError as error:
            raise UsageError("E102", f"{words!r} is not a search: {error.message}") from error
        return [{field.name: _value(field, cell) for field, cell in zip(fields, cells, strict=True)} for cells in found]

    def article_statements(self, article_id: str) -> list[Row]:
        """The statements of an article, in its order."""
        fields = tables()["statements"].fields
        query = f'SELECT * FROM "statements" AS t WHERE article_id = ? AND {self._sure("statements")} ORDER BY rowid'
        found = self._all(query, [article_id])
        return [{field.name: _value(field, cell) for field, cell in zip(fields, cells, strict=True)} for cells in found]

    def _sure(self, table: str) -> str:
        """What rows of a table `t` must fulfil."""
        has_confidence = any(field.name == "confidence" for field in tables()[table].fields)
        return f"t.confidence >= {SURE}" if self.strict and has_confidence else "1"

    def _each(self, query: str, values: list[Any] | None = None) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(query, values or [])
        except sqlite3.DatabaseError as error:
            raise LedgerError("E505", f"{self.path}: {error}") from error

    def _all(self, query: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        return list(self._each(query, values))


def _known(table: str) -> str:
    if table not in tables():
        raise UsageError("E102", f"there is no table {table!r}; there are {', '.join(tables())}")
    return table


def _value(field: Field, cell: Any) -> Any:
    if cell is None:
        return [] if field.shape.startswith("list<") and field.type != "range" else None
    if not field.is_scalar:
        return json.loads(cell)
    return bool(cell) if field.type == "bool" else cell
