"""Files that are there whole or not at all: written beside, flushed to disk, renamed into place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sayso.errors import LedgerError

__all__ = ["flush_all", "replaced", "write_whole", "writing"]


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a full disk or missing rights into LedgerError E504 that names the file."""
    try:
        yield
    except OSError as error:
        raise LedgerError("E504", f"{path}: {error.strerror or error}") from error


@contextmanager
def replaced(path: Path, *, flushed: bool = True) -> Iterator[Path]:
    """A path beside `path` to write to; on success it is flushed to disk and takes the place of `path` in one step."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            yield beside
            if flushed:
                with beside.open("rb") as handle:
                    os.fsync(handle.fileno())
            beside.replace(path)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()


def write_whole(path: Path, data: bytes, *, flushed: bool = True) -> None:
    """Write a file so that it is there whole or not at all; LedgerError E504 where the disk is full.

    Many files are better written with `flushed=False` and one `flush_all` before anything counts on them.
    """
    with replaced(path, flushed=flushed) as beside:
        beside.write_bytes(data)


def flush_all() -> None:
    """Bring everything written so far to disk, where the system can be asked to."""
    if hasattr(os, "sync"):
        os.sync()
