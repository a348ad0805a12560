"""A tar in, its entries out, in one pass and in bounded memory.

The kept `tarfile` reads the headers; it is given a file that goes forward only, so that a tar may stand in a gzip file,
on standard input, or in another archive. Links, devices and sparse files are refused (E205).
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from sayso.collect.archives import Entry, Refused, iso, safe_name
from sayso.collect.streams import CHUNK, MB, Stream
from sayso.errors import CollectError

__all__ = ["entries"]

LONGEST_HEADER = MB
"""Most bytes that one extended header (a long name) may have; tarfile reads it whole."""


class _Forward:
    """The file that tarfile sees: `tell`, `read`, and a `seek` that only skips."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._at = 0
        self.last = b""

    def tell(self) -> int:
        return self._at

    def read(self, size: int) -> bytes:
        if size > LONGEST_HEADER:
            raise CollectError("E203", f"a header in it claims {size:,} bytes")
        data = self._stream.full(size)
        self._at += len(data)
        self.last = data
        return data

    def seek(self, position: int) -> None:
        if position < self._at:
            raise CollectError("E203", "a header in it leads backwards")
        while self._at < position and (skipped := self._stream.read(min(CHUNK, position - self._at))):
            self._at += len(skipped)

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        pass


def entries(stream: Stream) -> Iterator[Entry | Refused]:
    """The entries of a tar, in its order. Raises CollectError E203 where it is damaged or ends early."""
    forward = _Forward(stream)
    try:
        with tarfile.TarFile(fileobj=cast("BinaryIO", forward), mode="r", errors="surrogateescape") as tar:
            while (member := tar.next()) is not None:
                vars(tar)["members"] = []  # tarfile would keep every header
                if member.isdir():
                    continue
                body = _Body(forward, member.size)
                yield _entry(member, body)
                if body.failure is not None:
                    raise body.failure
    except (tarfile.TarError, ValueError, OverflowError, EOFError, IndexError) as error:
        raise CollectError("E203", f"its tar is damaged or ends early: {error}") from error
    if forward.last.strip(b"\0") or not forward.last:
        raise CollectError("E203", "its tar is damaged or ends early: it has no end mark")
    while rest := forward.read(CHUNK):  # to the end, where a compressed file keeps its checksum
        if rest.strip(b"\0"):
            raise CollectError("E203", "something that is not read here follows the end mark of its tar")


def _entry(member: tarfile.TarInfo, body: _Body) -> Entry | Refused:
    try:
        name = safe_name(member.name)
        if not member.isreg() or member.issparse():
            raise CollectError("E205", f"it is {_kind(member)}, not a plain file")
    except CollectError as failure:
        return Refused(member.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"), failure)
    return Entry(name, Stream(body.read), iso(member.mtime) if member.mtime > 0 else None)


def _kind(member: tarfile.TarInfo) -> str:
    if member.issym() or member.islnk():
        return "a link"
    if member.issparse():
        return "a sparse file"
    return "a device" if member.isdev() else f"of type {member.type!r}"


class _Body:
    """The bytes of the entry that the forward file stands at."""

    def __init__(self, forward: _Forward, size: int) -> None:
        self._forward = forward
        self._left = size
        self.failure: CollectError | None = None

    def read(self, size: int) -> bytes:
        if self.failure is not None:
            raise self.failure
        data = self._forward.read(min(size, self._left))
        self._left -= len(data)
        if not data and self._left:
            self.failure = CollectError(
                "E203", f"its tar ends early, {self._left:,} bytes before the end of this entry"
            )
            raise self.failure
        return data
