"""Small archives made on the spot, and what is collected from them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from sayso.collect import collect
from sayso.model import Document, Limits, Problem

TEXT = "The river authority said the gauge at the upper weir had been read twice.\n"


def rows(source: str | Path, limits: Limits | None = None) -> list[Document | Problem]:
    return list(collect([str(source)], limits=limits or Limits()))


def documents(found: list[Document | Problem]) -> dict[str, bytes]:
    """The documents by the end of their uri."""
    return {_tail(row.uri): row.data for row in found if isinstance(row, Document)}


def problems(found: list[Document | Problem]) -> list[tuple[str, str]]:
    """The problems: where and which."""
    return [(_tail(row.uri), row.code) for row in found if isinstance(row, Problem)]


def _tail(uri: str) -> str:
    name, mark, inner = uri.partition("!/")
    return Path(name).name + mark + inner


def zipped(
    entries: Mapping[str, str | bytes],
    method: int = zipfile.ZIP_DEFLATED,
    date: tuple[int, ...] = (2025, 3, 4, 5, 6, 8),
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (date + (0,) * 6)[:6]), data, method)  # type: ignore[arg-type]
    return out.getvalue()


def tarred(entries: Mapping[str, str | bytes | tarfile.TarInfo], mtime: int = 1_740_000_000) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in entries.items():
            if isinstance(data, tarfile.TarInfo):
                archive.addfile(data)
                continue
            raw = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(raw), mtime
            archive.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def warc_record(
    kind: str, target: str, block: bytes, date: str = "2026-01-07T11:40:00Z", content_type: str = "application/http"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:0b7f1b3e-0000-4000-8000-000000000000>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http_response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body
