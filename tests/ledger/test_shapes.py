"""One notation of shapes, read as DuckDB's types and as Arrow's, and what brings a value into a shape."""

from __future__ import annotations

import pytest

from sayso.ledger.arrow import arrow_schema
from sayso.ledger.parquet import engine, fill
from sayso.ledger.shapes import column_type, columns_of, shaper, tree_of
from sayso.schema import tables


def test_a_shape_is_a_duckdb_type() -> None:
    assert column_type("list<list<int>>") == "BIGINT[][]"
    shape = "{to:text,at:list<{lat:real,known:bool}>}"
    assert column_type(shape) == 'STRUCT("to" VARCHAR, "at" STRUCT("lat" DOUBLE, "known" BOOLEAN)[])'


def test_what_is_left_over_is_no_shape() -> None:
    with pytest.raises(ValueError, match="is left over"):
        tree_of("text>")


@pytest.mark.parametrize("name", tables())
def test_every_table_of_the_contract_can_be_made(name: str) -> None:
    with engine() as connection:
        fill(connection, name, columns_of(tables()[name]), [])
        made = connection.execute(f'DESCRIBE "{name}"').fetchall()
    assert [row[0] for row in made] == [field.name for field in tables()[name].fields]


def test_a_shape_is_an_arrow_type() -> None:
    schema = arrow_schema(tables()["statements"])
    assert str(schema.field("content").type.value_type) == "struct<start: int64, end: int64, quote: string>"
    assert str(schema.field("negated").type) == "bool"


def test_a_struct_gets_every_member_and_loses_others() -> None:
    brought = shaper(tree_of("list<{name:text,span:{start:int,end:int}}>"))
    assert brought([{"span": {"start": 1, "x": 2}}, None]) == [{"name": None, "span": {"start": 1, "end": None}}, None]
    assert brought(None) is None
    assert brought([]) == []
