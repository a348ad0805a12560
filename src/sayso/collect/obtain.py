"""Sources in, as the user named them; documents out, one at a time, and a problem for whatever could not be obtained.

This file knows the order of things: which kind of source is read by which file of this room, how archives stand in
archives, and what becomes of a failure. Nothing but a source that does not exist stops the rest: a failure is a row.
"""

from __future__ import annotations

import heapq
import itertools
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

from sayso.collect import archives, files, tars, warc, web, zips
from sayso.collect.archives import Entry, Form, Refused
from sayso.collect.expansion import Budget, Meter
from sayso.collect.files import Named
from sayso.collect.streams import MB, Stream, too_large, unreadable
from sayso.errors import CollectError, UsageError
from sayso.model import Document, Limits, Problem

__all__ = ["collect"]

STDIN = "-"

Found = Iterator[Document | Problem]


def _clock() -> datetime:
    return datetime.now(UTC)


def collect(
    sources: Sequence[str],
    *,
    limits: Limits,
    stdin: BinaryIO | None = None,
    allow_private_addresses: bool = False,
    now: Callable[[], datetime] = _clock,
) -> Iterator[Document | Problem]:
    """Every document of the sources, in the order of their uris, each with its bytes as obtained.

    A source is a file, a folder (with all below it but hidden files), a glob, `-` (standard input, or `stdin`) or an
    http(s) URL. Archives are opened whatever their names: a document in one has a uri like `dump.zip!/b.html`. What
    cannot be obtained is a `Problem` of stage `collect`. Raises UsageError E101, before any work, for a source that
    does not exist or matches nothing. `now` dates what has no date of its own: standard input and URLs.

    >>> [document] = collect(["-"], limits=Limits(), stdin=BytesIO(b"The talks ended."))
    >>> document.uri, document.data
    ('-', b'The talks ended.')
    """
    walks = [_named(source) for source in dict.fromkeys(sources)]
    return _obtained(heapq.merge(*walks, key=lambda file: file.uri), limits, stdin, allow_private_addresses, now)


def _named(source: str) -> Iterator[Named]:
    if source == STDIN or _is_address(source):
        return iter([Named(source, None)])
    found = files.found(source) if source else iter(())
    first = next(found, None)
    if first is None:
        raise UsageError("E101", f"{source!r} does not exist or matches nothing")
    return itertools.chain([first], found)


def _is_address(source: str) -> bool:
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source) is not None


def _obtained(
    named: Iterator[Named], limits: Limits, stdin: BinaryIO | None, allow_private: bool, now: Callable[[], datetime]
) -> Found:
    last = None
    for file in named:
        if file.uri == last:  # two sources name one file
            continue
        last = file.uri
        unfolding = _Unfolding(limits)
        if file.failure is not None:
            yield from unfolding.problem(file.uri, file.failure)
        elif file.path is not None:
            yield from _from_file(file, unfolding)
        elif file.uri == STDIN:
            origin = _Origin(STDIN, archives.iso(now().timestamp()))
            yield from unfolding.source(stdin or sys.stdin.buffer, origin)
        else:
            yield from _from_web(file.uri, unfolding, allow_private, now)


def _from_file(file: Named, unfolding: _Unfolding) -> Found:
    assert file.path is not None
    try:
        with file.path.open("rb") as opened:
            own_time = archives.iso(os.fstat(opened.fileno()).st_mtime)
            yield from unfolding.source(opened, _Origin(file.uri, own_time))
    except OSError as error:
        yield from unfolding.problem(file.uri, unreadable(error))


def _from_web(url: str, unfolding: _Unfolding, allow_private: bool, now: Callable[[], datetime]) -> Found:
    try:
        fetched = web.fetch(url, unfolding.limits, allow_private=allow_private)
    except CollectError as failure:
        yield from unfolding.problem(url, failure)
        return
    origin = _Origin(url, archives.iso(now().timestamp()), fetched.media_type, fetched.url)
    yield from unfolding.source(BytesIO(fetched.data), origin)


@dataclass(frozen=True, slots=True)
class _Origin:
    """What is known about some bytes before they are read; `depth` counts the archives around them."""

    uri: str
    collected_at: str | None = None
    media_type: str | None = None
    url: str | None = None
    depth: int = 0

    def member(self, entry: Entry) -> _Origin:
        uri = f"{self.uri}!/{entry.name}"
        return _Origin(uri, entry.collected_at or self.collected_at, entry.media_type, entry.url, self.depth + 1)


class _Unfolding:
    """One source being unfolded: what it may still expand to, and which failures were reported already."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._budget = Budget(limits)
        self._reported: dict[int, CollectError] = {}

    def problem(self, uri: str, failure: CollectError, document_id: str | None = None) -> Iterator[Problem]:
        """A row for a failure, once: what breaks an archive also breaks the entry being read."""
        if id(failure) not in self._reported:
            self._reported[id(failure)] = failure
            failure.__traceback__ = failure.__cause__ = failure.__context__ = None  # they hold on to what was read
            yield Problem(uri, "collect", failure.code, failure.message, document_id)

    def source(self, file: BinaryIO, origin: _Origin) -> Found:
        """The documents in a file, as it stands at its beginning."""
        try:
            yield from self.unfold(Stream(file.read, file if file.seekable() else None), origin)
        except OSError as error:
            yield from self.problem(origin.uri, unreadable(error))

    def unfold(self, stream: Stream, origin: _Origin) -> Found:
        """The documents in a stream: itself, or what is in it where it is an archive."""
        form = archives.form_of(stream)
        if form is None:
            yield from self._document(stream, origin)
        elif origin.depth >= self.limits.archive_depth:
            failure = CollectError("E204", f"it stands in {origin.depth} archives already (limits.archive_depth)")
            yield from self.problem(origin.uri, failure)
        elif form == "zip":
            yield from self._zip(stream, origin)
        elif form in ("tar", "warc"):
            found = tars.entries(stream) if form == "tar" else warc.entries(stream, self._budget)
            yield from self._entries(found, origin)
        else:
            yield from self._compressed(stream, form, origin)

    def _document(self, stream: Stream, origin: _Origin) -> Found:
        most = self.limits.document_mb * MB
        data, failure = (b"", too_large(most)) if stream.size() > most else stream.all(most)
        if failure is not None and (failure.code != "E203" or not data):
            yield from self.problem(origin.uri, failure)
            return
        document = Document(origin.uri, data, origin.collected_at, origin.media_type, origin.url)
        yield document
        if failure is not None:
            yield from self.problem(origin.uri, failure, document.sha256)

    def _compressed(self, stream: Stream, form: Form, origin: _Origin) -> Found:
        """A tar or a WARC is often compressed as a whole; that makes one archive, not two."""
        entry = archives.compressed(stream, form, Meter(self._budget), origin.uri)
        if archives.form_of(entry.stream) in ("tar", "warc"):
            yield from self.unfold(entry.stream, replace(origin, media_type=None, url=None))
        else:
            yield from self._entries(iter([entry]), origin)

    def _zip(self, stream: Stream, origin: _Origin) -> Found:
        """A zip has its directory at the end: one that cannot be sought in is held in memory."""
        file, cut = stream.file, None
        if file is None:
            data, cut = stream.all(self.limits.document_mb * MB)
            if cut is not None:
                yield from self.problem(origin.uri, cut)
            if not data:
                return
            file = BytesIO(data)
        try:
            listed = zips.directory(file, self._budget)
        except CollectError as failure:
            yield from self.problem(origin.uri, failure)
            return
        if zips.is_package(listed):
            file.seek(0)
            yield from self._document(Stream(file.read), origin)
        else:
            yield from self._entries(zips.entries(file, listed, self._budget, cut), origin)

    def _entries(self, found: Iterator[Entry | Refused], origin: _Origin) -> Found:
        try:
            for entry in found:
                self._budget.enter()
                if isinstance(entry, Refused):
                    yield from self.problem(f"{origin.uri}!/{entry.name}", entry.failure)
                elif archives.hidden(entry.name):
                    continue
                elif entry.whole:
                    yield from self._document(entry.stream, origin.member(entry))
                else:
                    yield from self.unfold(entry.stream, origin.member(entry))
                if self._budget.failure is not None:
                    return
        except CollectError as failure:
            yield from self.problem(origin.uri, failure)
        except OSError as error:
            yield from self.problem(origin.uri, unreadable(error))
