"""What is written as Parquet comes back as it was: every type, every character, the same bytes for the same rows."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.ledger.parquet import engine, read_parquet, write_parquet

COLUMNS = {
    "id": "text",
    "end": "int",
    "real": "real",
    "group": "bool",
    "spans": "list<{start:int,end:int,quote:text}>",
    "place": "{name:text,lat:real,of:{from:text,to:text}}",
    "pairs": "list<list<int>>",
    "texts": "list<text>",
}
FULL: dict[str, Any] = {
    "id": "x",
    "end": 2,
    "real": 0.5,
    "group": True,
    "spans": [{"start": 0, "end": 1, "quote": "x"}],
    "place": {"name": "Ulm", "lat": 48.4, "of": {"from": "a", "to": "b"}},
    "pairs": [[1, 2], []],
    "texts": ["y"],
}
EMPTY: dict[str, Any] = dict.fromkeys(COLUMNS)

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        ["\0", "a\0b", "\u2028\u2029\x85", "\ufeff\ufffe", "\\u0000", "NaN", "null", "2026-01-01", "7", '"']
    ),
)
WHOLE = st.integers(-(2**63), 2**63 - 1)
REAL = st.floats(allow_nan=False)
SPAN = st.fixed_dictionaries({"start": st.none() | WHOLE, "end": WHOLE, "quote": st.none() | TEXT})
WAY = st.fixed_dictionaries({"from": st.none() | TEXT, "to": TEXT})
PLACE = st.fixed_dictionaries({"name": st.none() | TEXT, "lat": st.none() | REAL, "of": st.none() | WAY})
ROW = st.fixed_dictionaries(
    {
        "id": st.none() | TEXT,
        "end": st.none() | WHOLE,
        "real": st.none() | REAL,
        "group": st.none() | st.booleans(),
        "spans": st.none() | st.lists(st.none() | SPAN, max_size=3),
        "place": st.none() | PLACE,
        "pairs": st.none() | st.lists(st.none() | st.lists(WHOLE, max_size=3), max_size=3),
        "texts": st.none() | st.lists(st.none() | TEXT, max_size=3),
    }
)


def read(path: Path, columns: list[str] | None = None) -> list[dict[str, Any]]:
    with engine() as connection:
        return list(read_parquet(connection, path, columns))


def spelled(rows: list[dict[str, Any]]) -> str:
    """Rows so that 0, 0.0, -0.0 and false are four things, and the order of the members of a struct is none."""
    return json.dumps(rows, sort_keys=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, max_size=3))
def test_rows_come_back_as_they_were_here_and_in_arrow(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    path = tmp_path / "rows.parquet"
    assert write_parquet(path, COLUMNS, rows) == len(rows)
    assert spelled(read(path)) == spelled(rows)
    assert spelled(pq.read_table(path).to_pylist()) == spelled(rows)


def test_what_is_no_number_stays_so(tmp_path: Path) -> None:
    write_parquet(tmp_path / "rows.parquet", {"real": "real"}, [{"real": math.nan}, {"real": -math.inf}])
    first, second = read(tmp_path / "rows.parquet")
    assert math.isnan(first["real"])
    assert second["real"] == -math.inf


def test_a_text_of_tens_of_megabytes_is_whole(tmp_path: Path) -> None:
    text = "“Ridge” \0\n" * 2_000_000
    write_parquet(tmp_path / "rows.parquet", {"id": "text"}, [{"id": text}])
    assert read(tmp_path / "rows.parquet") == [{"id": text}]


def test_rows_keep_their_order_however_many(tmp_path: Path) -> None:
    rows = [FULL | {"end": number} for number in range(12_000)]
    write_parquet(tmp_path / "rows.parquet", COLUMNS, rows)
    assert [row["end"] for row in read(tmp_path / "rows.parquet", ["end"])] == list(range(12_000))


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    rows = [FULL | {"id": str(number % 7), "end": number} for number in range(12_000)]
    for name in ("one", "two"):
        write_parquet(tmp_path / name, COLUMNS, iter(rows))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("rows", [[], [FULL], [EMPTY, FULL]])
def test_the_types_in_the_file_do_not_depend_on_the_rows(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    write_parquet(tmp_path / "rows.parquet", COLUMNS, rows)
    schema = pq.read_schema(tmp_path / "rows.parquet")
    assert [str(field.type) for field in schema] == [
        "string",
        "int64",
        "double",
        "bool",
        "list<element: struct<start: int64, end: int64, quote: string>>",
        "struct<name: string, lat: double, of: struct<from: string, to: string>>",
        "list<element: list<element: int64>>",
        "list<element: string>",
    ]
    assert all(field.nullable for field in schema)


def test_what_a_row_lacks_is_null_and_what_has_no_column_is_left_out(tmp_path: Path) -> None:
    write_parquet(tmp_path / "rows.parquet", COLUMNS, [{"id": "x", "colour": "red"}])
    assert read(tmp_path / "rows.parquet") == [EMPTY | {"id": "x"}]


@pytest.mark.parametrize("wrong", [{"end": "seven"}, {"end": 2**63}, {"texts": {"a": 1}}, {"pairs": [1]}])
def test_a_value_of_another_type_is_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(duckdb.Error):
        write_parquet(tmp_path / "rows.parquet", COLUMNS, [wrong])


def test_what_arrow_wrote_is_read(tmp_path: Path) -> None:
    types = [("id", pa.string()), ("runs", pa.list_(pa.int32())), ("at", pa.struct([("end", pa.int64())]))]
    rows = [{"id": "a\0“", "runs": [1, 2], "at": {"end": 2}}, {"id": None, "runs": [], "at": None}]
    pq.write_table(pa.Table.from_pylist(rows, pa.schema(types)), tmp_path / "rows.parquet", compression="zstd")
    assert read(tmp_path / "rows.parquet") == rows


@pytest.mark.parametrize("name", ["[a]", "year=2026", "it's", "~", "a b ü\u2028"])
def test_a_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "rows.parquet"
    path.parent.mkdir()
    write_parquet(path, COLUMNS, [FULL])
    assert read(path) == [FULL]


def test_a_pattern_in_a_name_matches_no_other_file(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", {"id": "text"}, [{"id": "other"}])
    with pytest.raises(LedgerError, match="E505"):
        read(tmp_path / "[a].parquet")


@pytest.mark.parametrize("data", [b"", b"no Parquet", b"PAR1" + bytes(40) + b"PAR1"])
def test_a_damaged_file_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "rows.parquet").write_bytes(data)
    with pytest.raises(LedgerError, match=r"E505 .*rows\.parquet"):
        read(tmp_path / "rows.parquet")


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"E504 .*rows\.parquet"):
        write_parquet(tmp_path / "nowhere" / "rows.parquet", COLUMNS, [FULL])
    with pytest.raises(LedgerError, match=r"E504 .*not UTF-8"):
        write_parquet(tmp_path / "\udcff.parquet", COLUMNS, [FULL])
    if (full := Path("/dev/full")).exists():
        with pytest.raises(LedgerError, match=r"E504 .*No space left"):
            write_parquet(full, COLUMNS, [FULL])


def test_the_engine_fetches_nothing_and_needs_no_folder() -> None:
    names = ("autoinstall_known_extensions", "autoload_known_extensions", "temp_directory")
    with engine() as connection:
        values = [connection.execute(f"SELECT current_setting('{name}')").fetchone() for name in names]
    assert values == [(False,), (False,), ("",)]
