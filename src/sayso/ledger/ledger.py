"""A ledger as Python sees it: tables as attributes, each as records, Arrow or pandas."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.ledger.database import Database
from sayso.ledger.export import export
from sayso.ledger.folder import LedgerFolder
from sayso.schema import tables

__all__ = ["Ledger", "TableView"]


@contextmanager
def _installed(package: str, *, extra: str) -> Iterator[None]:
    """Say how to install what an extra of Sayso brings, where it is not there."""
    try:
        yield
    except ImportError as error:
        raise UsageError("E106", f"{package} cannot be imported: pip install 'sayso[{extra}]' ({error})") from error


class TableView:
    """One table of a published ledger.

    Iterating gives rows as dictionaries in the contract's order; `len()` how many there are.
    """

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self.name = name

    def __len__(self) -> int:
        return self._database.count(self.name)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self._database.rows(self.name)

    def records(self) -> list[dict[str, Any]]:
        """All rows as dictionaries."""
        return list(self)

    def arrow(self) -> Any:
        """All rows as a `pyarrow.Table` with the contract's nested types; UsageError E106 without `sayso[arrow]`."""
        from sayso.ledger.arrow import arrow_table

        with _installed("pyarrow", extra="arrow"):
            return arrow_table(tables()[self.name], self)

    def pandas(self) -> Any:
        """All rows as a `pandas.DataFrame`; spans stay dictionaries, lists stay lists.

        UsageError E106 without `sayso[pandas]`.
        """
        with _installed("pandas", extra="pandas"):
            import pandas as pd

        return pd.DataFrame(self.records(), columns=[field.name for field in tables()[self.name].fields])

    def search(self, words: str, limit: int = 20) -> list[dict[str, Any]]:
        """Rows that hold all the words, best first (articles and statements)."""
        return self._database.search(self.name, words, limit)

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} rows>"


class Ledger:
    """A ledger, open for reading; it shows what was published when it was opened, with `strict` only the sure rows.

    Raises LedgerError E501 where there is no ledger, E502 where it is newer than this version.
    """

    def __init__(self, root: str | Path, *, strict: bool = False) -> None:
        self.folder = LedgerFolder.open(root)
        self.strict = strict

    @cached_property
    def database(self) -> Database:
        """The published ledger."""
        return Database(self.folder.database_path, strict=self.strict)

    def __getattr__(self, name: str) -> TableView:
        if name in tables():
            return TableView(self.database, name)
        raise AttributeError(f"a ledger has no {name!r}; its tables are {', '.join(tables())}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *tables()})

    def export(self, table: str, form: str = "jsonl") -> bytes:
        """A table as the bytes of a JSON Lines, CSV or Parquet file."""
        out = io.BytesIO()
        export(self.database, table, form, out)
        return out.getvalue()

    def __repr__(self) -> str:
        return f"<Ledger {self.folder.root}>"
