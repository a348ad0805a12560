"""What happens to a ledger, step by step.

    sources ─collect→ raw + sightings ─process→ findings ─settle across, publish→ ledger.sqlite

Collecting and working are apart: what is stored is worked in the order of its hash, so the findings do not depend on
the order of sources, the number of workers, or where an earlier build was cut off.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Literal

from sayso import engine
from sayso.across import settle, settled_by
from sayso.actors import ledger_actors
from sayso.errors import EngineError
from sayso.findings import PIPELINE, Findings
from sayso.ledger import (
    Ledger,
    LedgerFolder,
    Sighting,
    is_current,
    publish,
    same_scope,
    set_scope,
    settings_key,
    standing_problems,
)
from sayso.ledger.files import flush_all
from sayso.model import Document, Problem, Settings

__all__ = ["Job", "build", "work_on"]

Row = dict[str, Any]
Tell = Callable[[str, int, int | None], None]
"""Told of progress: the step, how many are done, of how many (None while unknown)."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is given: which document to take from the store, and how it was obtained."""

    raw_root: Path
    seen: Sighting
    settings: Settings

    @property
    def document(self) -> Document:
        """The document with its bytes."""
        from sayso.ledger.raw import RawStore

        assert self.seen.document_id
        data = RawStore(self.raw_root).get(self.seen.document_id)
        return Document(
            self.seen.uri, data, self.seen.collected_at, self.seen.media_type, self.seen.url, self.seen.document_id
        )


@dataclass
class _Build:
    folder: LedgerFolder
    settings: Settings
    workers: int
    tell: Tell
    work: Callable[[Job], Row]
    retry: bool


def build(
    *sources: str | os.PathLike[str],
    ledger: str | os.PathLike[str],
    workers: int | None = None,
    retry: bool = False,
    scope: Literal["default", "all"] | None = None,
    wait: float = 600.0,
    tell: Tell | None = None,
    stdin: BinaryIO | None = None,
    work: Callable[[Job], Row] | None = None,
) -> Ledger:
    """Collect sources into a ledger, work what is new, publish; returns the ledger, open for reading.

    Sources are files, folders, globs, `-` and http(s) URLs; with none, what is stored is brought up to date. `workers`
    is the number of processes (default: one a core). `retry` works quarantined documents again. `scope` says
    whether articles on any subject are read, and is kept in the ledger's settings. `wait` is how many
    seconds to wait for another build on the same ledger. `work` replaces the work on one document (for tests).

    Raises UsageError for sources and settings that cannot be used, LedgerError where the ledger cannot be written.

    >>> ledger = build("articles/", ledger="border")  # doctest: +SKIP
    >>> ledger.statements.pandas()  # doctest: +SKIP
    """
    folder = LedgerFolder.create(Path(ledger))
    with folder.lock(wait):
        if scope is not None:
            set_scope(folder.settings_path, everything=scope == "all")
        settings = replace(folder.settings(), actors=tuple(ledger_actors(folder.root)))
        job = _Build(folder, settings, workers or os.cpu_count() or 1, tell or _silent, work or work_on, retry)
        collect_into(job, [os.fspath(source) for source in sources], stdin)
        work_through(job)
        if not is_current(folder, settled_by(settings)):
            job.tell("publish", 0, None)
            publish(folder, partial(settle, folder.linkage_path, settings, job.workers), settled_by(settings))
    return Ledger(folder.root)


def collect_into(job: _Build, sources: Sequence[str], stdin: BinaryIO | None) -> None:
    """Store what the sources hold under its hash, and note what is news of what was seen where."""
    from sayso.collect import collect

    if not sources:
        return
    history = job.folder.segments.sightings()
    standing = standing_problems(history)
    known = {*standing, *(row for row in history if row.code is None)}
    stored = {row.document_id for row in known}
    seen: dict[Sighting, None] = {}
    found = collect(
        sources,
        limits=job.settings.limits,
        stdin=stdin or sys.stdin.buffer,
        allow_private_addresses=job.settings.allow_private_addresses,
    )
    for count, item in enumerate(found, start=1):
        if isinstance(item, Document) and item.sha256 not in stored:
            job.folder.raw.put(item.sha256, item.data)
            stored.add(item.sha256)
        seen[_sighting(item)] = None
        job.tell("collect", count, None)
    resolved = [replace(row, resolved=True) for row in _under(standing, sources) if row not in seen]
    news = [row for row in seen if row not in known] + resolved
    if news:
        flush_all()  # sightings say that the documents are there
        job.folder.segments.add_sightings(sorted(news, key=_place))


def _sighting(item: Document | Problem) -> Sighting:
    if isinstance(item, Problem):
        return Sighting(item.uri, item.document_id, code=item.code, message=item.named.message)
    return Sighting(item.uri, item.sha256, item.collected_at, item.media_type, item.url, len(item.data))


def _under(problems: Iterable[Sighting], sources: Sequence[str]) -> list[Sighting]:
    """The problems of these very sources."""
    tops = [source.rstrip("/") for source in sources]
    return [row for row in problems if any(_stands_under(row.uri, top) for top in tops)]


def _stands_under(uri: str, top: str) -> bool:
    return uri == top or uri.startswith((f"{top}/", f"{top}!/"))


def _place(row: Sighting) -> tuple[str, str, str, str, bool]:
    """The order of sightings: one for any two that differ, so that a segment does not depend on the order of a set."""
    return row.uri, row.code or "", row.message or "", row.document_id or "", row.resolved


def work_through(job: _Build) -> None:
    """Work every stored document that is not finished, and write findings block by block."""
    todo = list(unfinished(job))
    tasks = (engine.Task(seen.uri, Job(job.folder.raw.root, seen, job.settings), seen.bytes or 0) for seen in todo)
    block: list[Row] = []
    outcomes = engine.run(tasks, job.work, workers=job.workers, limits=job.settings.limits) if todo else iter(())
    for count, outcome in enumerate(outcomes, start=1):
        block.append(outcome.result if outcome.error is None else _given_up(outcome, outcome.error))
        if len(block) >= job.settings.block_documents or count == len(todo):
            job.folder.segments.add_documents(sorted(block, key=lambda row: str(row["document_id"])))
            block = []
        job.tell("process", count, len(todo))
    if todo:
        job.folder.segments.drop_superseded()


def unfinished(job: _Build) -> list[Sighting]:
    """The documents to work, each as seen at the first of its uris, in the order of their hashes."""
    done, key = job.folder.segments.done(), settings_key(job.settings)
    first: dict[str, Sighting] = {}
    for seen in sorted(job.folder.segments.sightings(), key=lambda row: row.uri):
        if seen.document_id and seen.code is None:
            first.setdefault(seen.document_id, seen)

    def is_finished(document_id: str) -> bool:
        work = done.get(document_id)
        if work is None or work.pipeline != PIPELINE:
            return False
        if work.status == "read":
            return same_scope(work.settings, key)
        return work.settings == key and not job.retry

    return [seen for document_id, seen in sorted(first.items()) if not is_finished(document_id)]


def work_on(job: Job) -> Row:
    """The work on one document, in a worker process: from the store to a row of findings."""
    from sayso.process import process

    return process(job.document, job.settings).row(settings_key(job.settings))


def _given_up(outcome: engine.Outcome, error: EngineError) -> Row:
    job: Job = outcome.task.given
    assert job.seen.document_id
    problem = Problem(job.seen.uri, "engine", error.code, error.message, job.seen.document_id, outcome.attempts)
    found = Findings(job.seen.document_id, problems=(problem,))
    return found.row(settings_key(job.settings))


def _silent(step: str, done: int, total: int | None) -> None:
    """Tell nobody."""
