from __future__ import annotations

import io
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sayso.collect import collect
from sayso.errors import UsageError
from sayso.model import Document, Limits, Problem, sha256_of
from tests.collect.made import TEXT, documents, problems, rows, zipped

NOON = datetime(2026, 1, 7, 11, 40, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def test_a_file_is_a_document_with_its_bytes_its_hash_and_its_own_time(folder: Path) -> None:
    raw = "\ufeffTwo envoys met.\r\n".encode("utf-16")
    (folder / "a.txt").write_bytes(raw)
    os.utime(folder / "a.txt", (NOON.timestamp(),) * 2)
    assert rows("news/a.txt") == [Document("news/a.txt", raw, "2026-01-07T11:40:00Z", sha256=sha256_of(raw))]


def test_an_empty_file_is_a_document_too(folder: Path) -> None:
    (folder / "a.txt").touch()
    assert documents(rows("news")) == {"a.txt": b""}


@pytest.mark.parametrize("source", ["nowhere.txt", "news/*.pdf", "news", ""])
def test_a_source_that_gives_nothing_is_refused_before_any_work(folder: Path, source: str) -> None:
    with pytest.raises(UsageError) as error:
        collect(["-", source], limits=Limits(), stdin=None)
    assert error.value.code == "E101"


def test_the_order_is_that_of_the_uris_whatever_the_order_of_the_sources(folder: Path) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        (folder / name).write_text(name)

    def order(*sources: str) -> list[str]:
        return [row.uri for row in collect(sources, limits=Limits(), stdin=io.BytesIO(b"x"))]

    assert order("news/c.txt", "-", "news/a.txt") == order("news/a.txt", "news/c.txt", "-")
    assert order("news/c.txt", "-", "news/a.txt") == ["-", "news/a.txt", "news/c.txt"]


def test_a_file_named_twice_is_obtained_once(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    assert [row.uri for row in collect(["news", "news/a.txt", "news/*", "news"], limits=Limits())] == ["news/a.txt"]


def test_standard_input_is_dated_by_the_moment_of_obtaining() -> None:
    found = list(collect(["-"], limits=Limits(), stdin=io.BytesIO(TEXT.encode()), now=lambda: NOON))
    assert found == [Document("-", TEXT.encode(), "2026-01-07T11:40:00Z")]


def test_standard_input_may_be_an_archive_that_cannot_be_sought_in() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    stdin = Pipe(zipped({"a.txt": TEXT}))
    assert documents(list(collect(["-"], limits=Limits(), stdin=stdin))) == {"-!/a.txt": TEXT.encode()}


def test_a_document_over_the_limit_is_a_problem_and_its_neighbours_come(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    with (folder / "b.txt").open("wb") as large:
        large.truncate(3_000_001)
    (folder / "c.txt").write_text(TEXT)
    found = rows("news", Limits(document_mb=3))
    assert list(documents(found)) == ["a.txt", "c.txt"]
    assert problems(found) == [("b.txt", "E202")]


def test_an_endless_stream_is_stopped_at_the_limit() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.taken += len(buffer)
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    endless = Endless()
    found = list(collect(["-"], limits=Limits(document_mb=1), stdin=io.BufferedReader(endless)))
    assert problems(found) == [("-", "E202")]
    assert endless.taken < 1_200_000


def test_a_file_that_vanishes_is_a_problem_and_its_neighbours_come(folder: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(TEXT)
    found = collect(["news/a.txt", "news/b.txt", "news/c.txt"], limits=Limits())
    first = next(found)
    (folder / "b.txt").unlink()
    rest = list(found)
    assert list(documents([first, *rest])) == ["a.txt", "c.txt"]
    assert problems(rest) == [("b.txt", "E201")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.txt").chmod(0)
    assert problems(rows("news")) == [("a.txt", "E201")]


def test_a_stream_that_fails_under_way_is_a_problem_that_names_the_cause() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    [row] = collect(["-"], limits=Limits(), stdin=Failing())
    assert row == Problem("-", "collect", "E201", "it could not be read: Input/output error")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_is_named_is_read(folder: Path) -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=Path("pipe").write_text, args=(TEXT,))
    writer.start()
    assert documents(rows("pipe")) == {"pipe": TEXT.encode()}
    writer.join()


def test_documents_are_read_one_at_a_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(50):
        (folder / f"{number:02}.txt").write_text(str(number))
    opened = 0
    original = Path.open

    def counting(path: Path, *args: Any) -> Any:
        nonlocal opened
        opened += 1
        return original(path, *args)

    monkeypatch.setattr(Path, "open", counting)
    found = collect(["news"], limits=Limits())
    next(found)
    next(found)
    assert opened == 2
