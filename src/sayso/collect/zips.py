"""A zip in, its entries out; where its directory is lost, what stands before the break is recovered.

The kept `zipfile` reads the directory (PKWARE APPNOTE 4.3.12); the bytes of an entry are expanded by our own counted
reader, because what the directory declares is not to be believed. Encrypted entries are refused with E208, links with
E205, methods other than stored, deflate and bzip2 with E201.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import SEEK_END
from typing import BinaryIO, cast

from sayso.collect.archives import Entry, Refused, iso, safe_name
from sayso.collect.expansion import Budget, Expanded, Meter
from sayso.collect.streams import CHUNK, Stream, quietly
from sayso.errors import CollectError

__all__ = ["directory", "entries", "is_package"]

LOCAL = struct.Struct("<4s5H3I2H")
"""A local file header, APPNOTE 4.3.7: signature, version, flags, method, time, date, crc, sizes, lengths."""

LOCAL_MARK, CENTRAL_MARK = b"PK\x03\x04", b"PK\x01\x02"
ENCRYPTED, SIZES_FOLLOW, UTF_8 = 0x1, 0x8, 0x800
"""Bits of the general purpose flag, APPNOTE 4.4.4."""

UNIX = 3
"""The `create_system` whose file modes `external_attr` holds, APPNOTE 4.4.2."""

UNIX_TIME = 0x5455
"""The extra field that Unix archivers keep the time in, as seconds of UTC."""

NO_TIME = (1980, 1, 1, 0, 0, 0)
"""What is written where no time is known."""

METHODS = {zipfile.ZIP_DEFLATED: "deflate", zipfile.ZIP_BZIP2: "bzip2"}
DIRECTORY_BYTES = 400
"""Bytes of directory allowed for one entry of `limits.archive_entries`."""

DAMAGE = (
    zipfile.BadZipFile,
    struct.error,
    ValueError,
    OverflowError,
    EOFError,
    IndexError,
    OSError,
    NotImplementedError,
)
"""What zipfile is known to raise on a directory that is not one."""


class _Guarded:
    """The file as zipfile sees it: a directory of too many entries is refused before objects are made of them."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        most = self._budget.limits.archive_entries * DIRECTORY_BYTES
        if size > max(most, CHUNK):
            raise CollectError(
                "E204", f"its directory has {size:,} bytes; {most:,} are allowed (limits.archive_entries)"
            )
        data = self._file.read(size)
        found = data.count(CENTRAL_MARK)
        if found > self._budget.limits.archive_entries:
            self._budget.enter(found)
        return data


def directory(file: BinaryIO, budget: Budget) -> list[zipfile.ZipInfo] | None:
    """What the directory of a zip lists; None where it has none that can be read. Raises CollectError E204."""
    file.seek(0)
    try:
        with zipfile.ZipFile(cast("BinaryIO", _Guarded(file, budget))) as archive:
            return archive.infolist()
    except DAMAGE:
        return None


def is_package(listed: list[zipfile.ZipInfo] | None) -> bool:
    """Is this one document that happens to be a zip: an Office or OpenDocument file, an e-book?"""
    names = [info.filename for info in listed or ()]
    return "[Content_Types].xml" in names or names[:1] == ["mimetype"]


def entries(
    file: BinaryIO, listed: list[zipfile.ZipInfo] | None, budget: Budget, cut: CollectError | None = None
) -> Iterator[Entry | Refused]:
    """The entries of a zip, in the order of its directory, or of their headers where the directory is lost.

    Raises CollectError E203, or `cut` where the loss is known already, once those before the break were yielded.
    """
    meter = Meter(budget, file.seek(0, SEEK_END))
    for entry in _recovered(file, meter, cut) if listed is None else _listed(file, listed, meter):
        yield entry
        if meter.failure is not None:
            return


def _listed(file: BinaryIO, listed: list[zipfile.ZipInfo], meter: Meter) -> Iterator[Entry | Refused]:
    for info in listed:
        if not info.filename.endswith("/"):
            stored = _Stored(file, info.header_offset, info.compress_size)
            yield _entry(info, stored.read, meter, info.CRC)


def _entry(info: zipfile.ZipInfo, read: Callable[[int], bytes], meter: Meter, crc: int | None) -> Entry | Refused:
    try:
        name = safe_name(info.filename)
        _check_plain(info)
    except CollectError as failure:
        return Refused(info.filename.encode("utf-8", "backslashreplace").decode(), failure)
    if info.compress_type in METHODS:
        read = Expanded(read, METHODS[info.compress_type], Meter(meter)).read
    else:
        read = _counted(read, meter)
    return Entry(name, Stream(read if crc is None else _checked(read, crc)), _own_time(info))


def _check_plain(info: zipfile.ZipInfo) -> None:
    mode = stat.S_IFMT(info.external_attr >> 16) if info.create_system == UNIX else 0
    if mode not in (0, stat.S_IFREG):
        raise CollectError("E205", "it is a link or a device, not a plain file")
    if info.flag_bits & ENCRYPTED:
        raise CollectError("E208", "it is encrypted")
    if info.compress_type != zipfile.ZIP_STORED and info.compress_type not in METHODS:
        raise CollectError("E201", f"it is compressed by zip method {info.compress_type}, which is not read here")


class _Stored:
    """The bytes of an entry as they stand in the archive, found behind its local header when first asked for."""

    def __init__(self, file: BinaryIO, header: int, size: int) -> None:
        self._file = file
        self._header = header
        self._left = size
        self._at: int | None = None

    def read(self, size: int) -> bytes:
        if self._at is None:
            self._at = self._start()
        self._file.seek(self._at)
        data = self._file.read(min(size, self._left))
        self._at += len(data)
        self._left -= len(data)
        return data

    def _start(self) -> int:
        try:
            self._file.seek(self._header)
        except (ValueError, OverflowError) as error:
            raise CollectError("E203", "the archive's directory leads outside the archive") from error
        head = self._file.read(LOCAL.size)
        if len(head) < LOCAL.size or not head.startswith(LOCAL_MARK):
            raise CollectError("E203", "the archive's directory leads to no such entry")
        name_length, extra_length = LOCAL.unpack(head)[-2:]
        return self._header + LOCAL.size + int(name_length) + int(extra_length)


def _counted(read: Callable[[int], bytes], meter: Meter) -> Callable[[int], bytes]:
    """Stored entries may overlap, so they are counted like all others."""

    def reading(size: int) -> bytes:
        data = read(size)
        meter.spend(len(data))
        return data

    return reading


def _checked(read: Callable[[int], bytes], crc: int) -> Callable[[int], bytes]:
    seen = 0

    def reading(size: int) -> bytes:
        nonlocal seen
        data = read(size)
        seen = zlib.crc32(data, seen)
        if not data and seen != crc:
            raise CollectError("E203", "it is damaged or ends early: its checksum does not match")
        return data

    return reading


def _own_time(info: zipfile.ZipInfo) -> str | None:
    """The entry's own time: UTC where a Unix archiver noted it, else its wall clock, read as UTC for want of a zone."""
    at = 0
    while at + 9 <= len(info.extra):
        kind, size = struct.unpack_from("<HH", info.extra, at)
        if kind == UNIX_TIME and size >= 5 and info.extra[at + 4] & 1:
            return iso(struct.unpack_from("<i", info.extra, at + 5)[0])
        at += 4 + size
    if info.date_time <= NO_TIME:
        return None
    try:
        return iso(datetime(*info.date_time, tzinfo=UTC).timestamp())
    except ValueError:
        return None


def _recovered(file: BinaryIO, meter: Meter, cut: CollectError | None) -> Iterator[Entry | Refused]:
    """The entries in front of the break, found by their local headers; raises the one failure at the end."""
    lost = cut or CollectError(
        "E203", "its zip ends early or is damaged at its end; entries were found by their headers"
    )
    behind = 0
    while (at := _next_header(file, behind)) is not None:
        file.seek(at)
        info, size = _local(file, at)
        if info is None:
            break
        stored = _Stored(file, at, meter.bytes_in if size is None else size)
        if size is None and info.compress_type == zipfile.ZIP_STORED:
            yield Refused(info.filename, lost)
        elif not info.filename.endswith("/"):
            entry = _entry(info, stored.read, meter, None if size is None else info.CRC)
            yield (
                entry if isinstance(entry, Refused) else replace(entry, stream=Stream(quietly(entry.stream.read, lost)))
            )
        behind = at + LOCAL.size + (size or 0)
    raise lost


def _local(file: BinaryIO, at: int) -> tuple[zipfile.ZipInfo | None, int | None]:
    """The local header at the file's position, and the size of what follows it, None where the header does not say."""
    head = file.read(LOCAL.size)
    if len(head) < LOCAL.size:
        return None, None
    _, _, flags, method, time, date, crc, size, _, name_length, extra_length = LOCAL.unpack(head)
    name = file.read(name_length).decode("utf-8" if flags & UTF_8 else "cp437", "backslashreplace")
    wall = (1980 + (date >> 9), date >> 5 & 15, date & 31, time >> 11, time >> 5 & 63, time % 32 * 2)
    info = zipfile.ZipInfo(name or "?", wall)
    info.extra, info.flag_bits, info.compress_type, info.CRC = file.read(extra_length), flags, method, crc
    info.header_offset = at
    return info, None if flags & SIZES_FOLLOW or size == 0xFFFFFFFF else size


def _next_header(file: BinaryIO, at: int) -> int | None:
    """Where the next local header begins, at or behind `at`."""
    file.seek(at)
    tail = b""
    while chunk := file.read(CHUNK):
        found = (tail + chunk).find(LOCAL_MARK)
        if found >= 0:
            return at - len(tail) + found
        at += len(chunk)
        tail = (tail + chunk)[-len(LOCAL_MARK) + 1 :]
    return None
