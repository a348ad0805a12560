"""The notation of shapes, such as `list<{start:int,end:int}>`: DuckDB's types out, and values brought into shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from sayso.schema import Table

__all__ = ["Tree", "column_type", "columns_of", "shaper", "tree_of", "typed_tree"]

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""A shape taken apart: the name of a scalar, a list of one shape, or a struct's shapes by name."""

_SCALARS = {"text": "VARCHAR", "int": "BIGINT", "real": "DOUBLE", "bool": "BOOLEAN"}


def columns_of(table: Table) -> dict[str, str]:
    """The shapes of a table's fields, by name."""
    return {field.name: field.shape for field in table.fields}


@cache
def tree_of(shape: str) -> Tree:
    """A shape taken apart.

    >>> tree_of("list<{start:int,quote:text}>")
    [{'start': 'int', 'quote': 'text'}]
    """
    tree, rest = _parse(shape)
    if rest:
        raise ValueError(f"{shape!r} is not a shape: {rest!r} is left over")
    return tree


def column_type(shape: str) -> str:
    """The DuckDB type of a shape.

    >>> column_type("list<{start:int,quote:text}>")
    'STRUCT("start" BIGINT, "quote" VARCHAR)[]'
    """
    return _spelled(tree_of(shape))


def _spelled(tree: Tree) -> str:
    if isinstance(tree, list):
        return f"{_spelled(tree[0])}[]"
    if isinstance(tree, dict):
        members = (f'"{name}" {_spelled(kind)}' for name, kind in tree.items())
        return f"STRUCT({', '.join(members)})"
    return _SCALARS[tree]


def typed_tree(tree: Tree) -> Tree:
    """The same tree with DuckDB's names of the scalars: what its `from_json` takes as a structure.

    >>> typed_tree([{"start": "int"}])
    [{'start': 'BIGINT'}]
    """
    if isinstance(tree, list):
        return [typed_tree(tree[0])]
    if isinstance(tree, dict):
        return {name: typed_tree(kind) for name, kind in tree.items()}
    return _SCALARS[tree]


def shaper(tree: Tree) -> Callable[[Any], Any]:
    """What brings a value into a shape: a struct gets every member, null where it had none, and loses all others.

    >>> shaper(tree_of("{name:text,of:text}"))({"name": "Roth", "age": 7})
    {'name': 'Roth', 'of': None}
    """
    if isinstance(tree, str) or (isinstance(tree, list) and isinstance(tree[0], str)):
        return _as_it_is
    if isinstance(tree, list):
        item = shaper(tree[0])
        return lambda value: None if value is None else [item(each) for each in value]
    members = [(name, shaper(kind)) for name, kind in tree.items()]
    return lambda value: None if value is None else {name: shaped(value.get(name)) for name, shaped in members}


def _as_it_is(value: Any) -> Any:
    return value


def _parse(shape: str) -> tuple[Tree, str]:
    if shape.startswith("list<"):
        item, rest = _parse(shape[5:])
        return [item], rest.removeprefix(">")
    if shape.startswith("{"):
        return _parse_struct(shape[1:])
    name = next(name for name in _SCALARS if shape.startswith(name))
    return name, shape[len(name) :]


def _parse_struct(shape: str) -> tuple[Tree, str]:
    members: dict[str, Tree] = {}
    while True:
        name, _, shape = shape.partition(":")
        members[name], shape = _parse(shape)
        if shape.startswith("}"):
            return members, shape[1:]
        shape = shape.removeprefix(",")
