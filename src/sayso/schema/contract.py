"""The export contract as values: tables, fields and types read from `tables.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.schema.data import read_data

__all__ = ["SCALARS", "STRUCTS", "Field", "Table", "tables"]

SCALARS = {"text": str, "int": int, "real": float, "bool": bool}
"""Types that are one value; every other type is a list or a struct, written as JSON where a cell must be one value."""

STRUCTS: dict[str, str] = {
    "texts": "list<text>",
    "span": "{start:int,end:int,quote:text}",
    "spans": "list<{start:int,end:int,quote:text}>",
    "pairs": "list<list<int>>",
    "raw": "{source:list<list<int>>,cue:list<list<int>>,content:list<list<int>>}",
    "actor": "{actor_id:text,name:text,kind:text,country:text,resolved_by:text,role:text,affiliation:text,"
    "mentions:list<{start:int,end:int,quote:text}>,actor_by:text,member_of:text}",
    "parties": "list<{actor_id:text,name:text,span:{start:int,end:int,quote:text},kind:text,country:text,"
    "resolved_by:text,role:text,affiliation:text,named:{start:int,end:int,quote:text},actor_by:text,member_of:text}>",
    "figures": "list<{slot:text,low:int,high:int,span:{start:int,end:int,quote:text}}>",
    "place": "{name:text,country:text,lat:real,lon:real,precision:int,span:{start:int,end:int,quote:text}}",
    "range": "list<int>",
    "repairs": "list<{start:int,end:int,replacement:text,rule:text}>",
    "mentions": "list<{article_id:text,at:list<int>,quote:text}>",
    "states": "list<{as_of:text,fulfilment:text,verification:text,asserted_by:text,basis:list<text>}>",
    "casualties": "{low:int,high:int,conflicting:bool}",
    "tolls": "list<{slot:text,low:int,high:int,words:text,row:text,by:text}>",
    "roles": "list<{role:text,of:text,from:text,to:text}>",
    "metadata": "list<{field:text,value:text,method:text,raw:list<int>,standing:text}>",
}
"""Shapes of the composite types, in a notation that `ledger.shapes` turns into DuckDB's types."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a table: its name, its type and what it holds."""

    name: str
    type: str
    about: str

    @property
    def is_scalar(self) -> bool:
        """One value, not a list or struct?"""
        return self.type in SCALARS

    @property
    def shape(self) -> str:
        """The shape in full."""
        return self.type if self.is_scalar else STRUCTS[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the contract."""

    name: str
    about: str
    fields: tuple[Field, ...]


@cache
def tables() -> dict[str, Table]:
    """Every table of the contract, in its order there.

    >>> [field.name for field in tables()["stories"].fields]
    ['id', 'members', 'text', 'since', 'until']
    """
    data = read_data("sayso.schema", "tables.toml")
    return {
        name: Table(name, table["about"], tuple(Field(*field) for field in table["fields"]))
        for name, table in data.items()
    }
