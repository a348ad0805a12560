"""Bytes that can be looked at before they are taken, and taken only up to a limit.

What comes in: anything with `read(size)`. What goes out: a `Stream` whose failures are `CollectError`s, raised once the
bytes before the failure have been handed out, and raised again, the same object, at every later read.
"""

from __future__ import annotations

from collections.abc import Callable
from io import SEEK_END
from typing import BinaryIO

from sayso.errors import CollectError

__all__ = ["CHUNK", "MB", "Stream", "quietly", "too_large", "unreadable"]

MB = 1_000_000
CHUNK = 1 << 16


class Stream:
    """A one-way stream of bytes with a look ahead; `file` is the seekable file behind it, where there is one."""

    def __init__(self, read: Callable[[int], bytes], file: BinaryIO | None = None) -> None:
        self._read = read
        self._ahead = b""
        self.file = file
        self.failure: CollectError | None = None

    def peek(self, size: int) -> bytes:
        """The next bytes, fewer than `size` only where the stream ends or fails before; nothing is taken."""
        while len(self._ahead) < size and self.failure is None:
            more = self._more(size - len(self._ahead))
            if not more:
                break
            self._ahead += more
        return self._ahead[:size]

    def read(self, size: int) -> bytes:
        """Take at most `size` bytes, one or more unless the stream is at its end.

        Raises CollectError where the stream fails, after every byte before the failure was taken.
        """
        if self._ahead:
            taken, self._ahead = self._ahead[:size], self._ahead[size:]
            return taken
        taken = self._more(size) if self.failure is None else b""
        if not taken and self.failure is not None:
            raise self.failure
        return taken

    def _more(self, size: int) -> bytes:
        try:
            return self._read(size)
        except CollectError as failure:
            self.failure = failure
        except OSError as error:
            self.failure = unreadable(error)
        return b""

    def full(self, size: int) -> bytes:
        """Take exactly `size` bytes, fewer only where the stream ends; raises CollectError where it fails."""
        parts = bytearray()
        while len(parts) < size and (part := self.read(min(CHUNK, size - len(parts)))):
            parts += part
        return bytes(parts)

    def size(self) -> int:
        """How large the file behind the stream is; 0 where that is not known."""
        if self.file is None:
            return 0
        at = self.file.tell()
        size = self.file.seek(0, SEEK_END)
        self.file.seek(at)
        return size

    def all(self, most: int, limit: str = "limits.document_mb") -> tuple[bytes, CollectError | None]:
        """Take everything, or stop after `most` bytes: the bytes, and what kept them from being all."""
        parts = bytearray()
        try:
            while part := self.read(CHUNK):
                parts += part
                if len(parts) > most:
                    return b"", too_large(most, limit)
        except CollectError as failure:
            return bytes(parts), failure
        return bytes(parts), None


def too_large(most: int, limit: str = "limits.document_mb") -> CollectError:
    """The failure of a document with more than `most` bytes."""
    return CollectError("E202", f"it is larger than {most / MB:g} MB ({limit})")


def unreadable(error: OSError) -> CollectError:
    """The failure of a file that the system does not give."""
    return CollectError("E201", f"it could not be read: {error.strerror or error}")


def quietly(read: Callable[[int], bytes], failure: CollectError) -> Callable[[int], bytes]:
    """A reader whose damage (E203) is told as `failure`, which may be reported elsewhere already."""

    def reading(size: int) -> bytes:
        try:
            return read(size)
        except CollectError as error:
            raise (failure if error.code == "E203" else error) from error

    return reading
