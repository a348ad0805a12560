"""Findings on disk: immutable Parquet segments, each sealed by the hash of its bytes in its name.

Two kinds: `documents` segments hold what was read out of each document, one row a document, keyed by (document id,
pipeline version); `sightings` segments hold which bytes were obtained from where, and what could not be.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sayso.errors import LedgerError
from sayso.ledger.files import write_whole
from sayso.ledger.shapes import arrow_schema, arrow_type
from sayso.model import sha256_of
from sayso.schema import tables

__all__ = ["FOUND_TABLES", "Done", "Segments", "Sighting", "standing_problems"]

FOUND_TABLES = ("articles", "statements", "lines", "quarantine")
"""Tables whose rows are found in single documents; the others come of reconciliation."""

_RUNS = pa.field("runs", pa.list_(pa.int32()))


def _found_type(name: str) -> Any:
    fields = list(arrow_schema(tables()[name]))
    return pa.list_(pa.struct([*fields, _RUNS] if name == "articles" else fields))


DOCUMENTS_SCHEMA = pa.schema(
    [
        ("document_id", pa.string()),
        ("pipeline", pa.string()),
        ("settings", pa.string()),
        ("status", pa.string()),
        ("media_type", pa.string()),
        ("encoding", pa.string()),
        ("form", pa.string()),
        *((name, _found_type(name)) for name in FOUND_TABLES),
    ]
)


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


SIGHTINGS_SCHEMA = pa.schema(
    [
        ("uri", arrow_type("text")),
        ("document_id", arrow_type("text")),
        ("collected_at", arrow_type("text")),
        ("media_type", arrow_type("text")),
        ("url", arrow_type("text")),
        ("bytes", arrow_type("int")),
        ("code", arrow_type("text")),
        ("message", arrow_type("text")),
        ("resolved", arrow_type("bool")),
    ]
)


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

    def _write(self, kind: str, table: Any) -> Path:
        buffer = io.BytesIO()
        pq.write_table(table, buffer, compression="zstd")
        data = buffer.getvalue()
        last = max((int(path.name[:6]) for path in self.root.glob("[0-9]*-*.parquet")), default=0)
        path = self.root / f"{last + 1:06d}-{kind}-{sha256_of(data)[:32]}.parquet"
        write_whole(path, data)
        return path

    def add_documents(self, rows: Sequence[dict[str, Any]]) -> Path:
        """Write a block of findings, one row a document."""
        return self._write("documents", pa.Table.from_pylist(list(rows), schema=DOCUMENTS_SCHEMA))

    def add_sightings(self, rows: Iterable[Sighting]) -> Path:
        """Write what was seen where."""
        return self._write("sightings", pa.Table.from_pylist([asdict(row) for row in rows], schema=SIGHTINGS_SCHEMA))

    def sightings(self) -> list[Sighting]:
        """What was seen where, oldest first."""
        return [Sighting(**row) for path in self.paths("sightings") for row in _read(path).to_pylist()]

    def done(self) -> dict[str, Done]:
        """The newest work on every document, by document id."""
        out: dict[str, Done] = {}
        for path in self.paths("documents"):
            for row in _read(path, ["document_id", "pipeline", "settings", "status"]).to_pylist():
                out[row["document_id"]] = Done(row["pipeline"], row["settings"], row["status"])
        return out

    def findings(self) -> Iterator[dict[str, Any]]:
        """The newest findings of every document, segment by segment, in no order that means anything."""
        newest = {row: path for path in self.paths("documents") for row in self._ids(path)}
        for path in self.paths("documents"):
            batches = pq.ParquetFile(path).iter_batches(batch_size=64)
            for batch in batches:
                for row in batch.to_pylist():
                    if newest[row["document_id"]] == path:
                        yield row

    def _ids(self, path: Path) -> list[str]:
        return _read(path, ["document_id"]).column("document_id").to_pylist()  # type: ignore[no-any-return]

    def drop_superseded(self) -> None:
        """Delete segments of which every row has a newer one."""
        newest: dict[str, Path] = {row: path for path in self.paths("documents") for row in self._ids(path)}
        keep = set(newest.values())
        for path in self.paths("documents"):
            if path not in keep:
                path.unlink()


def _read(path: Path, columns: list[str] | None = None) -> Any:
    try:
        return pq.read_table(io.BytesIO(path.read_bytes()), columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise LedgerError("E505", f"{path}: {error}") from error
