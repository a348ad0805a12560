"""What an archive is told by, and what comes out of one: entries to be read, and entries refused.

Recognition goes by content, never by name: `form_of` looks at the first bytes of a stream. The readers of the forms
(`tars`, `zips`, `warc`, and `compressed` here) yield `Entry` and `Refused` in the order of the archive; an entry's
stream is good until the next one is asked for. Nothing is ever written to disk.
"""

from __future__ import annotations

import posixpath
import re
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sayso.collect.expansion import MAGIC, Expanded, Meter
from sayso.collect.streams import Stream
from sayso.errors import CollectError

__all__ = ["Entry", "Form", "Refused", "compressed", "form_of", "hidden", "iso", "plain_name", "safe_name"]

Form = Literal["zip", "tar", "warc", "gzip", "bzip2", "xz"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in an archive: its name there, when it is from, its bytes; `whole` where it is no archive itself."""

    name: str
    stream: Stream
    collected_at: str | None = None
    media_type: str | None = None
    url: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that is not read, and why."""

    name: str
    failure: CollectError


def form_of(stream: Stream) -> Form | None:
    """What kind of archive a stream holds, None where it is a document."""
    head = stream.peek(tarfile.BLOCKSIZE)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(MAGIC["gzip"]):
        return "gzip"
    if head.startswith(MAGIC["xz"]):
        return "xz"
    if re.match(rb"BZh[1-9](1AY&SY|\x17rE8P\x90)", head):
        return "bzip2"
    if re.match(rb"WARC/[01]\.\d+\r?\n", head):
        return "warc"
    return "tar" if _is_tar(head) else None


def _is_tar(head: bytes) -> bool:
    """A header block adds up to its own checksum; that also knows tars from before `ustar`."""
    if len(head) < tarfile.BLOCKSIZE or not head[0]:
        return False
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except (tarfile.TarError, ValueError):
        return False
    return True


def compressed(stream: Stream, form: Form, meter: Meter, uri: str) -> Entry:
    """The one file in a gzip, bzip2 or xz file; it has the archive's name without `.gz`."""
    return Entry(plain_name(uri), Stream(Expanded(stream.read, form, meter).read))


def plain_name(uri: str) -> str:
    """The name of what is inside a compressed file.

    >>> plain_name("news/2026.xml.gz"), plain_name("dump")
    ('2026.xml', 'dump')
    """
    name = posixpath.basename(uri)
    return re.sub(r"(?i)(?<=.)\.(gz|bz2|xz)$", "", name)


def safe_name(name: str) -> str:
    """An entry's path inside its archive, posix. Raises CollectError E205 where it leads out of the archive.

    >>> safe_name("./inner//page.html")
    'inner/page.html'
    """
    posix = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\\", "/")
    parts = [part for part in posix.split("/") if part not in ("", ".")]
    if posix.startswith("/") or re.match("[A-Za-z]:", posix) or ".." in parts or "\0" in posix or not parts:
        raise CollectError("E205", "its name is a path outside the archive")
    return "/".join(parts)


def hidden(name: str) -> bool:
    """Does a path lead through a hidden folder, or to a hidden file? macOS keeps its own beside every entry."""
    return any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in name.split("/"))


def iso(seconds: float) -> str | None:
    """A time stamp as ISO 8601, UTC; None for one that no clock would give.

    >>> iso(1_767_786_000)
    '2026-01-07T11:40:00Z'
    """
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year > 1900 else None
