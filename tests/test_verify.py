"""`verify` finds the first byte that changed, wherever it is."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.build import build
from sayso.ledger import Ledger, LedgerFolder
from sayso.model import Aligned, Builder, sha256_of
from sayso.verify import alignment_faults, verify


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sample = Path(__file__).resolve().parents[1] / "src/sayso/sample/documents"
    root = tmp_path_factory.mktemp("verify") / "border"
    build(sample, ledger=root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "border")
    return tmp_path / "border"


def test_a_ledger_as_built_verifies(root: Path) -> None:
    result = verify(LedgerFolder.open(root))
    assert result.passed, result.failures
    assert result.documents >= 14
    assert result.spans >= 100


@pytest.mark.parametrize("pattern", ["ledger.sqlite", "findings/*documents*", "findings/*sightings*", "raw/*/*.zst"])
@pytest.mark.parametrize("place", [0.3, 0.6, 0.95])
def test_one_changed_byte_is_found(root: Path, pattern: str, place: float) -> None:
    path = sorted(root.glob(pattern))[0]
    data = bytearray(path.read_bytes())
    data[int(len(data) * place)] ^= 0x10
    path.write_bytes(data)
    result = verify(LedgerFolder.open(root))
    assert {failure.code for failure in result.failures} == {"E601"}
    assert any(path.name in failure.message for failure in result.failures)


def test_a_missing_original_is_found(root: Path) -> None:
    sorted(root.glob("raw/*/*.zst"))[0].unlink()
    assert [failure.code for failure in verify(LedgerFolder.open(root)).failures] == ["E601"]


def test_a_span_that_moved_is_found(root: Path) -> None:
    folder = LedgerFolder.open(root)
    rows = list(folder.segments.findings())
    row = next(row for row in rows if row["statements"])
    row["statements"][0]["content"][0]["start"] += 1
    folder.segments.add_documents(rows)
    assert "E602" in {failure.code for failure in verify(folder).failures}


def _published_otherwise(root: Path, table: str, column: str, value: object) -> None:
    """A ledger whose published rows of a table all hold a value that nobody read, sealed anew."""
    folder = LedgerFolder.open(root)
    with closing(sqlite3.connect(folder.database_path)) as database:
        database.execute(f'UPDATE "{table}" SET "{column}" = ?', [json.dumps(value)])
        database.commit()
    folder.seal_path.write_text(sha256_of(folder.database_path.read_bytes()), "ascii")


SPAN = {"start": 2, "end": 9, "quote": "unheard"}
TOLL = {"slot": "killed", "low": 1, "high": 1, "words": "unheard", "by": None}


def test_words_that_a_link_rests_on_are_checked(root: Path) -> None:
    _published_otherwise(root, "links", "evidence", [SPAN])
    found = verify(LedgerFolder.open(root)).failures
    assert found
    assert all(one.code == "E602" and "links x-" in one.message and "unheard" in one.message for one in found)


def test_words_that_tell_a_commitment_again_are_checked(root: Path) -> None:
    article = next(iter(Ledger(root).articles))["id"]
    _published_otherwise(root, "commitments", "mentions", [{"article_id": article, "at": [2, 9], "quote": "unheard"}])
    assert any("commitments k-" in one.message for one in verify(LedgerFolder.open(root)).failures)


def test_words_that_tell_a_toll_are_checked(root: Path) -> None:
    event = next(iter(Ledger(root).events))["id"]
    _published_otherwise(root, "happenings", "tolls", [{**TOLL, "row": event}])
    assert any("happenings h-" in one.message for one in verify(LedgerFolder.open(root)).failures)


def test_the_terms_of_a_commitment_are_checked_in_the_original(root: Path) -> None:
    folder = LedgerFolder.open(root)
    rows = list(folder.segments.findings())
    row = next(row for row in rows if row["commitments"])
    row["commitments"][0]["raw_terms"][0][0] += 1
    folder.segments.add_documents(rows)
    assert any("its terms lead to" in one.message for one in verify(folder).failures)


def test_an_article_whose_part_is_gone_is_found(root: Path) -> None:
    folder = LedgerFolder.open(root)
    rows = list(folder.segments.findings())
    next(row for row in rows if row["articles"])["articles"][0]["part"] = "message=9;part=1"
    folder.segments.add_documents(rows)
    assert "E602" in {failure.code for failure in verify(folder).failures}


def test_an_alignment_is_checked_against_the_original_alone() -> None:
    good = Builder().copy("AT", 0).atom("&", 2, 7).copy("T", 7).build()
    assert list(alignment_faults(good, "AT&amp;T", ["html"])) == []
    assert list(alignment_faults(good, "AT&lt;T ", ["html"]))
    assert list(alignment_faults(Aligned.whole("abc"), "abd", []))
    assert list(alignment_faults(Aligned.whole("abc"), "ab", []))
