"""Segments are immutable, sealed, and give back what was written."""

from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.errors import LedgerError
from sayso.ledger import LedgerFolder, Sighting
from sayso.ledger.arrow import arrow_schema
from sayso.ledger.segments import FOUND_TABLES
from sayso.model import sha256_of
from sayso.schema import tables
from tests.ledger.conftest import TEXT, findings


def test_findings_come_back_as_written(folder: LedgerFolder) -> None:
    wanted = findings(TEXT.encode(), TEXT).row("key")
    found = next(row for row in folder.segments.findings() if row["document_id"] == wanted["document_id"])
    assert found["articles"][0]["text"] == TEXT
    assert found["articles"][0]["runs"] == wanted["articles"][0]["runs"]
    assert found["statements"][0]["content"] == wanted["statements"][0]["content"]


def test_the_name_of_a_segment_is_the_hash_of_its_bytes(folder: LedgerFolder) -> None:
    paths = folder.segments.paths("documents") + folder.segments.paths("sightings")
    assert len(paths) == 2
    for path in paths:
        assert path.stem.endswith(sha256_of(path.read_bytes())[:32])


def test_what_is_done_is_known_by_document(folder: LedgerFolder) -> None:
    done = folder.segments.done()
    assert {work.status for work in done.values()} == {"read", "quarantined"}


def test_segments_that_are_superseded_whole_go(folder: LedgerFolder) -> None:
    rows = list(folder.segments.findings())
    new = folder.segments.add_documents(rows)
    folder.segments.drop_superseded()
    assert folder.segments.paths("documents") == [new]


def test_the_same_findings_are_the_same_bytes(folder: LedgerFolder) -> None:
    rows = [findings(TEXT.encode(), TEXT).row("key")]
    one, two = folder.segments.add_documents(rows), folder.segments.add_documents(rows)
    assert one.read_bytes() == two.read_bytes()
    assert one.name[6:] == two.name[6:]


def test_nothing_is_left_beside_segments(folder: LedgerFolder) -> None:
    held = set(folder.segments.root.iterdir())
    assert held == {*folder.segments.paths("documents"), *folder.segments.paths("sightings")}


def test_findings_hold_no_more_and_no_less_than_their_tables(folder: LedgerFolder) -> None:
    row = findings(TEXT.encode(), TEXT).row("key")
    row["articles"][0]["colour"] = "red"
    folder.segments.add_documents([row])
    (article,) = next(found for found in folder.segments.findings() if found["articles"])["articles"]
    assert list(article) == [*(field.name for field in tables()["articles"].fields), "runs"]
    assert article["story_id"] is None


def test_a_damaged_segment_is_named(folder: LedgerFolder) -> None:
    (path,) = folder.segments.paths("documents")
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(LedgerError, match=rf"E505 .*{path.name}"):
        list(folder.segments.findings())


def _arrow_documents() -> pa.Schema:
    """The schema of segments as Arrow wrote them before DuckDB did."""
    kept = {name: [pa.field("sense", pa.string())] for name in ("statements", "events", "commitments")}
    kept["articles"] = [pa.field("runs", pa.list_(pa.int32()))]
    scalars = ("document_id", "pipeline", "settings", "status", "media_type", "encoding", "form")
    found: dict[str, Any] = {}
    for name in FOUND_TABLES:
        found[name] = pa.list_(pa.struct([*arrow_schema(tables()[name]), *kept.get(name, ())]))
    return pa.schema([*((name, pa.string()) for name in scalars), *found.items()])


def test_segments_that_arrow_wrote_are_read(folder: LedgerFolder) -> None:
    ours = list(folder.segments.findings())
    (path,) = folder.segments.paths("documents")
    pq.write_table(pa.Table.from_pylist(ours, schema=_arrow_documents()), path, compression="zstd")
    assert list(folder.segments.findings()) == ours
    assert folder.segments.done()[ours[0]["document_id"]].pipeline == ours[0]["pipeline"]


def test_segments_of_a_version_before_events_have_none(folder: LedgerFolder) -> None:
    ours = list(folder.segments.findings())
    (path,) = folder.segments.paths("documents")
    schema = _arrow_documents()
    older = pa.schema([field for field in schema if field.name != "events"])
    rows = [{name: row[name] for name in older.names} for row in ours]
    pq.write_table(pa.Table.from_pylist(rows, schema=older), path, compression="zstd")
    assert [row["events"] for row in folder.segments.findings()] == [[] for _ in ours]


def test_sightings_that_arrow_wrote_are_read(folder: LedgerFolder) -> None:
    (path,) = folder.segments.paths("sightings")
    types = {"bytes": pa.int64(), "resolved": pa.bool_()}
    schema = pa.schema([(name, types.get(name, pa.string())) for name in Sighting.__dataclass_fields__])
    ours = folder.segments.sightings()
    rows = [{name: getattr(seen, name) for name in schema.names} for seen in ours]
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path, compression="zstd")
    assert folder.segments.sightings() == ours
