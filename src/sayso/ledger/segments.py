"""Findings on disk: immutable Parquet segments, each sealed by the hash of its bytes in its name.

Two kinds: `documents` segments hold what was read out of each document, one row a document, keyed by (document id,
pipeline version); `sightings` segments hold which bytes were obtained from where, and what could not be.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sayso.ledger.files import write_whole, writing
from sayso.ledger.parquet import engine, read_parquet, write_parquet
from sayso.ledger.shapes import columns_of
from sayso.model import sha256_of
from sayso.schema import tables

__all__ = ["FOUND_TABLES", "Done", "Segments", "Sighting", "standing_problems"]

FOUND_TABLES = ("articles", "statements", "events", "commitments", "lines", "quarantine")
"""Tables whose rows are found in single documents; the others come of reconciliation."""


_KEPT = {
    "articles": {"runs": "list<int>"},
    "statements": {"sense": "text"},
    "events": {"sense": "text"},
    "commitments": {"sense": "text"},
}
"""What rows of findings hold besides the fields of the contract."""


def _found(name: str) -> str:
    columns = columns_of(tables()[name]) | _KEPT.get(name, {})
    return f"list<{{{','.join(f'{column}:{shape}' for column, shape in columns.items())}}}>"


DOCUMENTS = {
    "document_id": "text",
    "pipeline": "text",
    "settings": "text",
    "status": "text",
    "media_type": "text",
    "encoding": "text",
    "form": "text",
    **{name: _found(name) for name in FOUND_TABLES},
}
"""The columns of `documents` segments, with their shapes (`schema.contract`)."""

SIGHTINGS = {
    "uri": "text",
    "document_id": "text",
    "collected_at": "text",
    "media_type": "text",
    "url": "text",
    "bytes": "int",
    "code": "text",
    "message": "text",
    "resolved": "bool",
}
"""The columns of `sightings` segments."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """That a document was obtained from a uri; or, with a `code`, that something there could not be obtained.

    `resolved` takes an earlier problem of the same uri, code and message back.
    """

    uri: str
    document_id: str | None = None
    collected_at: str | None = None
    media_type: str | None = None
    url: str | None = None
    bytes: int | None = None
    code: str | None = None
    message: str | None = None
    resolved: bool = False


def standing_problems(sightings: Iterable[Sighting]) -> list[Sighting]:
    """The problems that no later sighting took back; sightings oldest first."""
    standing: dict[tuple[str, str, str], Sighting] = {}
    for seen in sightings:
        key = (seen.uri, seen.code or "", seen.message or "")
        if seen.resolved:
            standing.pop(key, None)
        elif seen.code:
            standing[key] = seen
    return list(standing.values())


@dataclass(frozen=True, slots=True)
class Done:
    """That a document was worked: with which pipeline and settings, and how it went."""

    pipeline: str
    settings: str
    status: str


class Segments:
    """The `findings/` folder of a ledger."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paths(self, kind: str) -> list[Path]:
        """The segments of a kind, oldest first."""
        return sorted(self.root.glob(f"[0-9]*-{kind}-*.parquet"))

    def _write(self, kind: str, columns: dict[str, str], rows: Iterable[dict[str, Any]]) -> Path:
        data = self._packed(kind, columns, rows)
        last = max((int(path.name[:6]) for path in self.root.glob("[0-9]*-*.parquet")), default=0)
        path = self.root / f"{last + 1:06d}-{kind}-{sha256_of(data)[:32]}.parquet"
        write_whole(path, data)
        return path

    def _packed(self, kind: str, columns: dict[str, str], rows: Iterable[dict[str, Any]]) -> bytes:
        # The name of a segment is the hash of its bytes, and DuckDB writes to files alone: so first to one beside.
        beside = self.root / f".{kind}.{os.getpid()}.new"
        with writing(beside):
            self.root.mkdir(parents=True, exist_ok=True)
            try:
                write_parquet(beside, columns, rows)
                return beside.read_bytes()
            finally:
                beside.unlink(missing_ok=True)

    def add_documents(self, rows: Sequence[dict[str, Any]]) -> Path:
        """Write a block of findings, one row a document."""
        return self._write("documents", DOCUMENTS, rows)

    def add_sightings(self, rows: Iterable[Sighting]) -> Path:
        """Write what was seen where."""
        return self._write("sightings", SIGHTINGS, map(asdict, rows))

    def sightings(self) -> list[Sighting]:
        """What was seen where, oldest first."""
        return [Sighting(**row) for _, row in self._rows("sightings")]

    def done(self) -> dict[str, Done]:
        """The newest work on every document, by document id."""
        names = ["document_id", "pipeline", "settings", "status"]
        return {
            row["document_id"]: Done(row["pipeline"], row["settings"], row["status"])
            for _, row in self._rows("documents", names)
        }

    def findings(self) -> Iterator[dict[str, Any]]:
        """The newest findings of every document, segment by segment, in no order that means anything."""
        newest = self._newest()
        for path, row in self._rows("documents"):
            if newest[row["document_id"]] == path:
                # A table that the version which wrote the segment did not find yet is empty.
                yield row | {name: row.get(name) or [] for name in FOUND_TABLES}

    def drop_superseded(self) -> None:
        """Delete segments of which every row has a newer one."""
        keep = set(self._newest().values())
        for path in self.paths("documents"):
            if path not in keep:
                path.unlink()

    def _newest(self) -> dict[str, Path]:
        """The segment that holds the newest findings, by document id."""
        return {row["document_id"]: path for path, row in self._rows("documents", ["document_id"])}

    def _rows(self, kind: str, columns: Sequence[str] | None = None) -> Iterator[tuple[Path, dict[str, Any]]]:
        paths = self.paths(kind)
        if not paths:
            return
        with engine() as connection:
            for path in paths:
                for row in read_parquet(connection, path, columns):
                    yield path, row
