"""Documents are stored under their hash and come back as they were, or not at all."""

from pathlib import Path

import pytest

from sayso.errors import LedgerError, VerificationError
from sayso.ledger.raw import RawStore
from sayso.model import sha256_of

DATA = b"as obtained\r\n\xff\x00"


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.put(sha256_of(DATA), DATA)
    assert store.get(sha256_of(DATA)) == DATA
    assert list(store.hashes()) == [sha256_of(DATA)]


def test_an_empty_document_is_a_document(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.put(sha256_of(b""), b"")
    assert store.get(sha256_of(b"")) == b""


def test_a_changed_byte_is_an_error(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.put(sha256_of(DATA), DATA)
    path = store.path(sha256_of(DATA))
    packed = bytearray(path.read_bytes())
    packed[-6] ^= 1
    path.write_bytes(packed)
    with pytest.raises(VerificationError, match="E601"):
        store.get(sha256_of(DATA))


def test_a_missing_document_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(VerificationError, match="E601"):
        RawStore(tmp_path).get(sha256_of(DATA))


def test_a_full_disk_says_so_and_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(LedgerError, match=r"E504 .*No space left.*free some space"):
        RawStore(tmp_path).put(sha256_of(DATA), DATA)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
