"""The published ledger holds every finding once, in the order of the documents, and is swapped in whole."""

from __future__ import annotations

import json
import sqlite3

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Database, LedgerFolder, Sighting, publish
from sayso.model import sha256_of
from tests.ledger.conftest import TEXT, findings


def test_rows_come_back_with_the_contracts_fields_and_types(folder: LedgerFolder) -> None:
    database = Database(folder.database_path)
    (statement,) = database.rows("statements")
    assert statement["content"] == [{"start": 27, "end": 42, "quote": "We did not fire"}]
    assert statement["raw"]["content"] == [[27, 42]]
    assert statement["speaker"]["name"] == "Ana Roth"
    assert statement["negated"] is False
    assert statement["source"] is None


def test_a_document_goes_by_the_first_of_its_uris(folder: LedgerFolder) -> None:
    first, second = Database(folder.database_path).rows("documents")
    assert (first["uri"], first["uris"], first["status"]) == ("a.txt", ["a.txt", "z/copy.txt"], "read")
    assert (second["uri"], second["status"]) == ("b.bin", "quarantined")
    (article,) = Database(folder.database_path).rows("articles")
    assert article["uri"] == "a.txt"


def test_nothing_that_failed_is_lost(folder: LedgerFolder) -> None:
    found = [(row["uri"], row["code"]) for row in Database(folder.database_path).rows("quarantine")]
    assert found == [("b.bin", "E301"), ("gone.zip", "E203")]


def test_a_problem_that_was_resolved_is_gone(folder: LedgerFolder) -> None:
    folder.segments.add_sightings([Sighting("gone.zip", code="E203", message="gone.zip: ends early", resolved=True)])
    publish(folder)
    assert Database(folder.database_path).count("quarantine") == 1


def test_the_newest_findings_of_a_document_count(folder: LedgerFolder) -> None:
    folder.segments.add_documents([findings(TEXT.encode(), TEXT.replace("Ana", "Eva")).row("key")])
    publish(folder)
    (article,) = Database(folder.database_path).rows("articles")
    assert "Eva" in article["text"]


def test_words_are_found(folder: LedgerFolder) -> None:
    database = Database(folder.database_path)
    assert [row["id"] for row in database.search("statements", "fire")] == [f"s-{sha256_of(TEXT.encode())[:8]}"]
    assert database.search("articles", "headline")[0]["uri"] == "a.txt"
    assert database.search("articles", "nowhere") == []
    with pytest.raises(UsageError, match="E102"):
        database.search("articles", '"')
    with pytest.raises(UsageError, match="E102"):
        database.search("links", "x")


def test_a_reader_keeps_what_it_opened(folder: LedgerFolder) -> None:
    reader = Database(folder.database_path)
    folder.segments.add_sightings([Sighting("new.txt", code="E201", message="new.txt: gone")])
    publish(folder)
    assert reader.count("quarantine") == 2
    assert Database(folder.database_path).count("quarantine") == 3


def test_publishing_twice_gives_the_same_rows(folder: LedgerFolder) -> None:
    before = json.dumps(list(Database(folder.database_path).rows("statements")))
    publish(folder)
    assert json.dumps(list(Database(folder.database_path).rows("statements"))) == before


def test_a_ledger_that_is_no_database_says_so(folder: LedgerFolder) -> None:
    folder.database_path.write_bytes(b"not SQLite at all" * 100)
    with pytest.raises(LedgerError, match="E505"):
        Database(folder.database_path)


def test_a_ledger_that_another_version_published_says_so(folder: LedgerFolder) -> None:
    with sqlite3.connect(folder.database_path) as database:
        database.execute('ALTER TABLE "lines" RENAME COLUMN score TO likelihood')
    database.close()
    with pytest.raises(LedgerError, match=r"E506 .*its lines have other fields.*sayso build"):
        Database(folder.database_path)


def test_a_row_is_found_by_how_its_id_begins(folder: LedgerFolder) -> None:
    found = Database(folder.database_path).row("s-")
    assert found
    assert found[0] == "statements"
    assert Database(folder.database_path).row("zzz") is None
