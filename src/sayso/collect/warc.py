"""A WARC in, the pages it holds out, in one pass: HTTP payloads with transfer- and content-encoding undone.

FastWARC frames the records; their blocks are taken here and decoded by our own counted readers. (FastWARC 2.0.1, asked
to undo a content-encoding, reads on into the next record and loses it without a word.) Kept are `response` records that
are 2xx and of a text-like type, and `resource` records of such a type; an entry is named by the number of its record in
the file, from 1, all records counted. Source of the form: ISO 28500:2017.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.collect.archives import Entry, Refused, iso
from sayso.collect.expansion import Budget, Expanded, Meter
from sayso.collect.streams import CHUNK, MB, Stream, too_large
from sayso.errors import CollectError

__all__ = ["decoded", "entries", "is_textlike"]

KEPT = WarcRecordType.response | WarcRecordType.resource

TEXTLIKE = {"atom", "html", "json", "jsonl", "ndjson", "plain", "rss", "xhtml", "xml"}
"""Words of a media type that a reader may know; its parts are parted by `+`, `.` and `-`."""

ENCODINGS = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "zlib"}

HEAD = 1 << 16
"""Most bytes that the HTTP header of a record may have."""


class _Counted:
    """The stream as FastWARC sees it; it keeps what FastWARC hides: the failure met, and that there was one."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = CHUNK) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, position: int, whence: int = 0) -> int:
        raise CollectError("E203", f"its WARC cannot be read on from byte {position:,} ({whence})")

    def close(self) -> None:
        pass


def entries(stream: Stream, budget: Budget) -> Iterator[Entry | Refused]:
    """The pages of a WARC, in its order. Raises CollectError E203 where it is damaged or cut short."""
    source = cast("BinaryIO", _Counted(stream))
    try:
        for number, record in enumerate(ArchiveIterator(source, parse_http=False, stream_detect=False), 1):
            _check_header(record)
            if record.record_type & KEPT:
                yield from _entry(str(number), record, budget)
            else:
                _check_length(record, record.consume())
    except OSError as error:
        raise CollectError("E203", f"its WARC is damaged or cut short: {error}") from error
    if stream.failure is not None:
        raise stream.failure


def _check_header(record: WarcRecord) -> None:
    if not record.headers.contains_key("Content-Length"):
        raise CollectError("E203", "its WARC is damaged or cut short: a record does not say how long it is")


def _entry(name: str, record: WarcRecord, budget: Budget) -> Iterator[Entry | Refused]:
    most = budget.limits.document_mb * MB + HEAD
    if record.content_length > most:
        yield Refused(name, too_large(budget.limits.document_mb * MB))
        return
    block = _block(record)
    if record.record_type == WarcRecordType.resource:
        payload, media_type = Stream(BytesIO(block).read), record.headers.get("Content-Type")
    elif record.is_http:
        status, headers, body = _http(block)
        if not 200 <= status < 300:
            return
        media_type = headers.get("content-type")
        try:
            payload = decoded(body, headers, Meter(budget))
        except CollectError as failure:
            yield Refused(name, failure)
            return
    else:
        return
    if is_textlike(media_type):
        yield Entry(name, payload, _date(record), media_type, record.headers.get("WARC-Target-URI"), whole=True)


def _block(record: WarcRecord) -> bytes:
    parts = bytearray()
    while len(parts) < record.content_length and (part := record.reader.read(CHUNK)):
        parts += part
    _check_length(record, len(parts))
    return bytes(parts)


def _check_length(record: WarcRecord, length: int) -> None:
    if length < record.content_length:
        raise CollectError("E203", f"its WARC is cut short, {length:,} bytes into a record")


def _date(record: WarcRecord) -> str | None:
    moment = record.record_date
    return iso(moment.timestamp()) if moment else None


def is_textlike(media_type: str | None) -> bool:
    """May a reader of text make something of this type? Unknown may.

    >>> is_textlike("application/ld+json; charset=utf-8"), is_textlike("image/svg+xml")
    (True, False)
    """
    kind, _, name = (media_type or "text/plain").partition(";")[0].strip().lower().partition("/")
    return kind in ("text", "application") and not TEXTLIKE.isdisjoint(re.split(r"[+.-]", name))


def _http(block: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case, the first of each) and body of an HTTP message. RFC 9112."""
    head, _, body = block.partition(b"\r\n\r\n")
    bare, _, after = block.partition(b"\n\n")
    if len(bare) < len(head):
        head, body = bare, after
    first, *lines = head[:HEAD].decode("latin-1").splitlines()[:1000] or [""]
    status = re.match(r"HTTP/\d(?:\.\d)?\s+(\d{3})\b", first)
    headers: dict[str, str] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        if colon:
            headers.setdefault(key.strip().lower(), value.strip())
    return int(status[1]) if status else 0, headers, body


def decoded(body: bytes, headers: dict[str, str], meter: Meter) -> Stream:
    """A body with its transfer-encoding and its content-encoding undone; `headers` by names in lower case.

    Raises CollectError E203 for an encoding that is not read here. A body that is not chunked although its header says
    so is taken as it is: crawlers often undo the one and keep the other.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    stream = Stream(BytesIO(body).read)
    for name in reversed([part.strip().lower() for part in headers.get("content-encoding", "").split(",")]):
        if name in ("", "identity"):
            continue
        if name == "br":
            stream = _unbrotlied(stream.full(len(body)), meter)
            continue
        if name not in ENCODINGS:
            raise CollectError("E203", f"its content-encoding {name!r} is not read here")
        if name != "deflate" and not stream.peek(3).startswith(b"\x1f\x8b"):
            continue  # undone already, by whoever made the WARC
        stream = Stream(Expanded(stream.read, _variant(ENCODINGS[name], stream), meter).read)
    return stream


def _unbrotlied(data: bytes, meter: Meter) -> Stream:
    """A brotli body expanded; one that is none, undone already by whoever made the WARC, as it is."""
    meter.bytes_in += len(data)
    inner = BrotliReader(cast("BinaryIO", BytesIO(data)))
    first = True

    def read(size: int) -> bytes:
        nonlocal first
        try:
            out = inner.read(size)
        except OSError as error:
            raise CollectError("E203", f"its brotli stream is damaged or ends early: {error}") from error
        first = False
        meter.spend(len(out))
        return out

    stream = Stream(read)
    return Stream(BytesIO(data).read) if data and not stream.peek(1) and first else stream


def _variant(form: str, stream: Stream) -> str:
    """`deflate` on the web is a zlib stream, as the standard has it, or a bare one, as old servers have it."""
    head = stream.peek(2)
    if form == "zlib" and not (len(head) == 2 and head[0] & 15 == 8 and int.from_bytes(head, "big") % 31 == 0):
        return "deflate"
    return form


def _dechunked(body: bytes) -> bytes:
    parts, at = bytearray(), 0
    while (line := re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n").match(body, at)) is not None:
        size, start = int(line[1], 16), line.end()
        if size == 0:
            return bytes(parts)
        parts += body[start : start + size]
        at = start + size
        at += len(b"\r\n") if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return bytes(parts) if parts else body
