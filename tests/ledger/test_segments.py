"""Segments are immutable, sealed, and give back what was written."""

from sayso.ledger import LedgerFolder
from sayso.model import sha256_of
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
