"""Parquet: the contract's types as nested columns, the bytes depending on the rows alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from sayso.ledger.parquet import write_parquet as write_parquet_file
from sayso.ledger.shapes import columns_of
from sayso.schema import Table

__all__ = ["write_parquet"]


def write_parquet(table: Table, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> int:
    """Write rows as Parquet; returns their number."""
    with TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder, f"{table.name}.parquet")
        count = write_parquet_file(path, columns_of(table), rows, spill=Path(folder, "spilled"))
        with path.open("rb") as whole:
            shutil.copyfileobj(whole, out)
    return count
