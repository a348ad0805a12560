"""Parquet: the contract's types as nested Arrow columns."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.ledger.shapes import arrow_schema
from sayso.schema import Table

__all__ = ["write_parquet"]

_ROW_GROUP = 5_000


def write_parquet(table: Table, rows: Iterable[dict[str, Any]], out: IO[bytes]) -> int:
    """Write rows as Parquet; returns their number."""
    schema, count = arrow_schema(table), 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        waiting = iter(rows)
        while group := list(islice(waiting, _ROW_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            count += len(group)
    return count
