"""The contract's types as Arrow types: one notation in, `pyarrow` schemas out."""

from __future__ import annotations

from functools import cache
from typing import Any

import pyarrow as pa

from sayso.schema import Table

__all__ = ["arrow_schema", "arrow_type"]

_SCALARS = {"text": pa.string(), "int": pa.int64(), "real": pa.float64(), "bool": pa.bool_()}


@cache
def arrow_type(shape: str) -> Any:
    """The Arrow type of a shape such as `list<{start:int,end:int}>`.

    >>> arrow_type("list<{start:int,quote:text}>")
    ListType(list<item: struct<start: int64, quote: string>>)
    """
    kind, rest = _parse(shape)
    if rest:
        raise ValueError(f"{shape!r} is not a shape: {rest!r} is left over")
    return kind


def arrow_schema(table: Table) -> Any:
    """The Arrow schema of a table of the contract."""
    return pa.schema([(field.name, arrow_type(field.shape)) for field in table.fields])


def _parse(shape: str) -> tuple[Any, str]:
    if shape.startswith("list<"):
        item, rest = _parse(shape[5:])
        return pa.list_(item), rest.removeprefix(">")
    if shape.startswith("{"):
        return _parse_struct(shape[1:])
    name = next(name for name in _SCALARS if shape.startswith(name))
    return _SCALARS[name], shape[len(name) :]


def _parse_struct(shape: str) -> tuple[Any, str]:
    members = []
    while True:
        name, _, shape = shape.partition(":")
        kind, shape = _parse(shape)
        members.append((name, kind))
        if shape.startswith("}"):
            return pa.struct(members), shape[1:]
        shape = shape.removeprefix(",")
