"""`verify` finds the first byte that changed, wherever it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sayso.build import build
from sayso.ledger import LedgerFolder
from sayso.model import Aligned, Builder
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
