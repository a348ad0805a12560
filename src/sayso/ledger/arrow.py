"""The contract's types as Arrow types, for who installed `sayso[arrow]`: one notation in, `pyarrow` schemas out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.ledger.shapes import Tree, columns_of, tree_of
from sayso.schema import Table

__all__ = ["arrow_schema", "arrow_table"]


def arrow_table(table: Table, rows: Iterable[dict[str, Any]]) -> Any:
    """Rows of a table of the contract as a `pyarrow.Table`."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=arrow_schema(table))


def arrow_schema(table: Table) -> Any:
    """The Arrow schema of a table of the contract."""
    import pyarrow as pa

    return pa.schema([(name, _arrow_type(tree_of(shape))) for name, shape in columns_of(table).items()])


def _arrow_type(tree: Tree) -> Any:
    import pyarrow as pa

    if isinstance(tree, list):
        return pa.list_(_arrow_type(tree[0]))
    if isinstance(tree, dict):
        return pa.struct([(name, _arrow_type(kind)) for name, kind in tree.items()])
    return {"text": pa.string(), "int": pa.int64(), "real": pa.float64(), "bool": pa.bool_()}[tree]
