"""Every table of the contract in every format, with as many rows as the screen tells."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from sayso.errors import UsageError
from sayso.ledger import FORMATS, Ledger, LedgerFolder, publish
from sayso.ledger.arrow import arrow_schema
from sayso.schema import tables


def rows_in(data: bytes, form: str) -> int:
    if form == "jsonl":
        return len(data.splitlines())
    if form == "csv":
        return len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))) - 1
    return int(pq.read_table(io.BytesIO(data)).num_rows)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("table", tables())
def test_a_file_has_as_many_rows_as_the_ledger(folder: LedgerFolder, table: str, form: str) -> None:
    ledger = Ledger(folder.root)
    assert rows_in(ledger.export(table, form), form) == len(getattr(ledger, table))


def test_fields_stand_in_the_contracts_order(folder: LedgerFolder) -> None:
    row = json.loads(Ledger(folder.root).export("statements"))
    assert list(row) == [field.name for field in tables()["statements"].fields]


def test_no_cell_of_a_csv_is_run_as_a_formula(folder: LedgerFolder) -> None:
    data = Ledger(folder.root).export("articles", "csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data, newline=""))
    assert row["title"] == "'=cmd|' /C calc'!A0"
    assert row["text"].startswith("'=SUM(A1)")
    assert json.loads(row["authors"]) == ["Mira Oss"]


def test_parquet_keeps_nested_types(folder: LedgerFolder) -> None:
    (row,) = pq.read_table(io.BytesIO(Ledger(folder.root).export("statements", "parquet"))).to_pylist()
    assert row["content"][0]["quote"] == "We did not fire"


def test_parquet_has_the_contracts_types(folder: LedgerFolder) -> None:
    for name, table in tables().items():
        schema = pq.read_schema(io.BytesIO(Ledger(folder.root).export(name, "parquet")))
        assert schema.equals(arrow_schema(table)), name


def test_the_bytes_depend_on_the_rows_alone(folder: LedgerFolder) -> None:
    before = {form: Ledger(folder.root).export("statements", form) for form in FORMATS}
    publish(folder)
    assert {form: Ledger(folder.root).export("statements", form) for form in FORMATS} == before


def test_an_unknown_table_or_format_is_named(folder: LedgerFolder) -> None:
    with pytest.raises(UsageError, match=r"E102 .*'nothing'"):
        Ledger(folder.root).export("nothing")
    with pytest.raises(UsageError, match=r"E102 .*'xlsx'"):
        Ledger(folder.root).export("articles", "xlsx")
