"""Compressed bytes in, expanded bytes out, counted as they come: what a header declares is never believed.

Formats: gzip (RFC 1952), bzip2, xz, and the raw deflate stream (RFC 1951) of a zip entry. A stream that expands beyond
`limits.archive_ratio` or `limits.archive_mb` is stopped with E204, one that is damaged or ends early with E203.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from sayso.collect.streams import CHUNK, MB
from sayso.errors import CollectError
from sayso.model import Limits

__all__ = ["MAGIC", "Budget", "Expanded", "Meter"]

MAGIC = {"gzip": b"\x1f\x8b\x08", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00"}
"""The first bytes of every member of a compressed file."""

XZ_MEMORY = 100 * MB
"""Memory an xz stream may ask for its window; `xz -9` asks for 65 MB."""

FREE = MB
"""Bytes out that are always allowed, before the ratio counts."""

PADDING = b"\0"
"""What tape tools fill a compressed file's last block with."""


class Budget:
    """What one source may still expand to, over all archives inside it, in bytes and entries."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.bytes_out = 0
        self.entries = 0
        self.failure: CollectError | None = None

    def spend(self, count: int) -> None:
        """Count bytes out; raises E204, and the same again ever after, where they are more than allowed."""
        self.bytes_out += count
        if self.bytes_out > self.limits.archive_mb * MB:
            self._over(f"it expands to more than {self.limits.archive_mb} MB (limits.archive_mb)")

    def enter(self, count: int = 1) -> None:
        """Count entries; raises E204, and the same again ever after, where they are more than allowed."""
        self.entries += count
        if self.entries > self.limits.archive_entries:
            self._over(f"it holds more than {self.limits.archive_entries:,} entries (limits.archive_entries)")

    def _over(self, message: str) -> None:
        if self.failure is None:
            self.failure = CollectError("E204", message)
        raise self.failure


class Meter:
    """Bytes out against bytes in, of one compressed stream or one archive of such streams."""

    def __init__(self, parent: Budget | Meter, bytes_in: int = 0) -> None:
        self.parent = parent
        self.limits: Limits = parent.limits
        self.bytes_in = bytes_in
        self.bytes_out = 0
        self.failure: CollectError | None = None

    def spend(self, count: int) -> None:
        """Count bytes out; raises E204, and the same again ever after, where they are more than allowed."""
        self.bytes_out += count
        ratio = self.limits.archive_ratio
        if self.failure is None and self.bytes_out > max(FREE, ratio * self.bytes_in):
            self.failure = CollectError("E204", f"it expands more than {ratio} times (limits.archive_ratio)")
        if self.failure is not None:
            raise self.failure
        self.parent.spend(count)


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Zlib:
    """zlib's decompressor with the interface of the other two; what stands before damage is given out first."""

    def __init__(self, wbits: int) -> None:
        self._inner = zlib.decompressobj(wbits)
        self._error: zlib.error | None = None

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        if self._error is not None:
            raise self._error
        data = self._inner.unconsumed_tail + data
        before = self._inner.copy()
        try:
            return self._inner.decompress(data, max_length)
        except zlib.error as error:
            out = self._until_damage(before, data)
            if not out:
                raise
            self._error = error
            return out

    def _until_damage(self, inner: zlib._Decompress, data: bytes) -> bytes:
        """zlib throws away what it made in a call that fails; the same call in ever smaller steps saves it."""
        parts = []
        for step in (4096, 64, 1):
            while True:
                before = inner.copy()
                try:
                    part = inner.decompress(data, step)
                except zlib.error:
                    inner = before
                    break
                if not part:
                    break
                parts.append(part)
                data = inner.unconsumed_tail
        return b"".join(parts)


_MAKERS: dict[str, Callable[[], _Decompressor]] = {
    "deflate": lambda: _Zlib(-zlib.MAX_WBITS),
    "zlib": lambda: _Zlib(zlib.MAX_WBITS),
    "gzip": lambda: _Zlib(16 + zlib.MAX_WBITS),
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY),
}


class Expanded:
    """The expanded bytes of one compressed stream, all its members joined, as `read(size)` gives them."""

    def __init__(self, read: Callable[[int], bytes], form: str, meter: Meter) -> None:
        self._read = read
        self._form = form
        self._meter = meter
        self._pending = b""
        self._one = _MAKERS[form]()

    def read(self, size: int) -> bytes:
        """At most `size` expanded bytes, none at the end. Raises CollectError E203, E204, or what the source raises."""
        while size > 0 and (not self._one.eof or self._next_member()):
            chunk = self._input() if self._one.needs_input else b""
            try:
                out = self._one.decompress(chunk, size)
            except (zlib.error, OSError, lzma.LZMAError, EOFError, ValueError) as error:
                raise self._damaged(error) from error
            if out:
                self._meter.spend(len(out))
                return out
            if not chunk and not self._one.eof and self._one.needs_input:
                raise CollectError("E203", f"its {self._form} stream ends early, after {self._meter.bytes_out:,} bytes")
        return b""

    def _input(self) -> bytes:
        chunk, self._pending = self._pending or self._read(CHUNK), b""
        self._meter.bytes_in += len(chunk)
        return chunk

    def _damaged(self, error: Exception) -> CollectError:
        if isinstance(error, lzma.LZMAError) and "memory" in str(error).lower():
            return CollectError("E204", f"its xz stream asks for more than {XZ_MEMORY // MB} MB of memory")
        return CollectError("E203", f"its {self._form} stream is damaged: {error}")

    def _next_member(self) -> bool:
        """Go on to the next member of the file; False at the end. What follows the end must be zeros."""
        magic = MAGIC.get(self._form)
        if magic is None:
            return False
        rest = self._one.unused_data.lstrip(PADDING)
        while len(rest) < len(magic):
            chunk = self._read(CHUNK)
            if not chunk:
                break
            rest = (rest + chunk).lstrip(PADDING)
        # Counted as read already; it is counted again when it is fed.
        self._meter.bytes_in -= len(self._one.unused_data)
        if rest and not rest.startswith(magic):
            raise CollectError("E203", f"what follows its {self._form} stream is no {self._form} stream")
        if rest:
            self._pending, self._one = rest, _MAKERS[self._form]()
        return bool(rest)
