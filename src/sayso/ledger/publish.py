"""The published ledger: findings in, `ledger.sqlite` with full-text index out, built beside and swapped in whole.

The file is written once and never changed, so a reader keeps what it opened and a build blocks nobody.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from sayso.ledger.files import replaced, write_whole
from sayso.ledger.folder import LedgerFolder
from sayso.ledger.segments import FOUND_TABLES, Sighting, standing_problems
from sayso.model import Problem, sha256_of
from sayso.schema import Table, tables

__all__ = ["SEARCHED", "Settle", "Settled", "is_current", "is_sealed", "publish"]

Row = dict[str, Any]

SEARCHED = {"articles": ("title", "text"), "statements": ("content_text", "source_text")}
"""Tables with a full-text index, and what it covers."""

_KINDS = {"text": "TEXT", "int": "INTEGER", "real": "REAL", "bool": "INTEGER"}
_ORDER = {
    "documents": "uri, id",
    "articles": "_uri, position",
    "statements": "_uri, _position, _start, id",
    "events": "_uri, _position, _start, id",
    "commitments": "_uri, _position, _start, id",
    "lines": "_uri, _position, start, end",
    "quarantine": "uri, stage, code, id",
}
"""The order rows are shown and exported in: by place, then as they stand in the document."""


def is_current(folder: LedgerFolder, settled_by: str = "") -> bool:
    """Is the published ledger whole, and made from the segments, by the contract and by what settles of now?

    It is not after a build was cut off, or where a byte of it changed; being derived, it is then made anew.
    """
    if not folder.database_path.exists() or not is_sealed(folder):
        return False
    with closing(sqlite3.connect(f"{folder.database_path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        return dict(database.execute("SELECT key, value FROM meta")) == _made_from(folder, settled_by)


def is_sealed(folder: LedgerFolder) -> bool:
    """Do the bytes of the published ledger hash to what they were sealed with?"""
    seals = folder.seal_path.read_text("ascii").split() if folder.seal_path.exists() else []
    return sha256_of(folder.database_path.read_bytes()) in seals


def _made_from(folder: LedgerFolder, settled_by: str) -> dict[str, str]:
    names = [path.name for kind in ("documents", "sightings") for path in folder.segments.paths(kind)]
    return {
        "contract": sha256_of(repr(tables()).encode()),
        "segments": "\n".join(names),
        "settled_by": settled_by,
    }


class Settled(Protocol):
    """What was settled across documents."""

    def actor_of(self, party: Row, article_id: str) -> str | None:
        """The id of the actor that a party of an article is; None where it is none."""

    def overlays(self, document_id: str) -> Mapping[str, Row]:
        """Fields of a document's rows that others settle, by row id; `part_of` marks a row that stands in another."""

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table that stand across documents; none for a table of single documents."""


Settle = Callable[[Callable[[], Iterable[Row]]], Settled]
"""Settles what stands across documents from the findings of all of them, which it may go through more than once."""

_ACROSS = ("actors", "claims", "happenings", "stories", "origins", "links", "numbers")
_PARTIES = ("speaker", "addressee", "target", "actors", "recipients", "by", "to", "beneficiary")


def publish(folder: LedgerFolder, settle: Settle | None = None, settled_by: str = "") -> None:
    """Build `ledger.sqlite` from everything found so far and put it in place of the old one.

    The findings are gone through again where `settle` tells what stands across them; `settled_by` names all that
    shapes what it tells, so that another way of settling is another ledger.
    """
    with replaced(folder.database_path) as beside:
        with sqlite3.connect(beside) as database:
            _fill(database, folder, settle, settled_by)
        database.close()
        _seal(folder, beside)
    _seal(folder, folder.database_path, alone=True)


def _seal(folder: LedgerFolder, path: Path, *, alone: bool = False) -> None:
    # Before the swap both the old and the new hash are good; so no moment exists at which neither is.
    old = "" if alone or not folder.seal_path.exists() else folder.seal_path.read_text("ascii").split("\n")[0]
    lines = [line for line in (sha256_of(path.read_bytes()), old) if line]
    write_whole(folder.seal_path, ("\n".join(lines) + "\n").encode("ascii"))


def _fill(database: sqlite3.Connection, folder: LedgerFolder, settle: Settle | None, settled_by: str) -> None:
    database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;")
    for table in tables().values():
        database.execute(_ddl(table, f"_{table.name}", staging=True))
    places = _Places(folder.segments.sightings())

    def findings() -> Iterator[Row]:
        return (row for row in folder.segments.findings() if places.of(row["document_id"]))

    settled = settle(findings) if settle else None
    for row in findings():
        if settled is not None:
            _name_actors(row, settled)
            _overlay(row, settled.overlays(row["document_id"]))
        _stage_document(database, row, places)
    if settled is not None:
        for name in _ACROSS:
            _stage(database, name, settled.rows(name))
    _stage(database, "quarantine", ({**problem.row(), "_uri": problem.uri} for problem in places.problems))
    for table in tables().values():
        _settle(database, table)
    database.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    database.executemany("INSERT INTO meta VALUES (?, ?)", _made_from(folder, settled_by).items())
    for name, columns in SEARCHED.items():
        _index(database, name, columns)
    database.commit()


def _name_actors(row: Row, settled: Settled) -> None:
    """Write into the parties of a document's rows which actor of the ledger each is."""
    for found in (*row["statements"], *row["events"], *row["commitments"]):
        told = [found[name] for name in _PARTIES if found.get(name)]
        for party in (one for field in told for one in (field if isinstance(field, list) else [field])):
            actor_id = settled.actor_of(party, found["article_id"])
            if actor_id is not None and party["actor_id"] is None:
                party["actor_id"], party["actor_by"] = actor_id, "ledger"


def _overlay(row: Row, overlays: Mapping[str, Row]) -> None:
    """Fill in what other documents settle, and leave out rows that stand in another."""
    for name in ("articles", "statements", "events", "commitments"):
        told = ((found, overlays.get(found["id"], {})) for found in row[name])
        row[name] = [{**found, **fields} for found, fields in told if "part_of" not in fields]


class _Places:
    """Where each document was obtained; the first uri in order is the one it goes by."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.by_document: dict[str, list[Sighting]] = {}
        for seen in sightings:
            if seen.code is None and seen.document_id:
                self.by_document.setdefault(seen.document_id, []).append(seen)
        self.problems = [
            Problem(seen.uri, "collect", seen.code or "", seen.message or "", seen.document_id)
            for seen in standing_problems(sightings)
        ]

    def of(self, document_id: str) -> list[Sighting]:
        return sorted(self.by_document.get(document_id, []), key=lambda seen: seen.uri)


def _stage_document(database: sqlite3.Connection, row: Row, places: _Places) -> None:
    seen = places.of(row["document_id"])
    if not seen:
        return
    uri = seen[0].uri
    _stage(database, "documents", [_document_row(row, seen)])
    articles = {article["id"]: article for article in row["articles"]}
    for name in FOUND_TABLES:
        _stage(database, name, (_placed(found, name, uri, articles) for found in row[name]))


def _document_row(row: Row, seen: list[Sighting]) -> Row:
    first = seen[0]
    return {
        "id": row["document_id"],
        "sha256": row["document_id"],
        "uri": first.uri,
        "media_type": row["media_type"],
        "collected_at": first.collected_at,
        "bytes": first.bytes,
        "status": row["status"],
        "encoding": row["encoding"],
        "form": row["form"],
        "url": first.url,
        "uris": sorted({place.uri for place in seen}),
    }


def _placed(found: Row, name: str, uri: str, articles: Mapping[str, Row]) -> Row:
    article = found if name == "articles" else articles.get(found.get("article_id") or "")
    place = f"{uri}#{article['position']}" if article and _is_numbered(article) else uri
    spans = [*(found.get("content") or []), found.get("source"), found.get("trigger"), found.get("terms")]
    return {
        **found,
        "uri": place if article else found["uri"],
        "_uri": uri,
        "_position": article["position"] if article else 0,
        "_start": min((span["start"] for span in spans if span), default=0),
    }


def _is_numbered(article: Row) -> bool:
    """Was the article numbered as one of several, when it was read?"""
    return bool(article["uri"].endswith(f"#{article['position']}"))


def _stage(database: sqlite3.Connection, name: str, rows: Iterable[Row]) -> None:
    columns = [field.name for field in tables()[name].fields] + ["_uri", "_position", "_start"]
    packed = ([_cell(row.get(column)) for column in columns] for row in rows)
    marks = ",".join("?" * len(columns))
    database.executemany(f"INSERT INTO _{name} VALUES ({marks})", packed)


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def _ddl(table: Table, name: str, *, staging: bool = False) -> str:
    columns = [f'"{field.name}" {_KINDS.get(field.type, "TEXT")}' for field in table.fields]
    if staging:
        columns += ["_uri TEXT", "_position INTEGER", "_start INTEGER"]
    # Staging lies in SQLite's temporary store, so that dropping it leaves no holes in the published file.
    return f'CREATE {"TEMP " * staging}TABLE "{name}" ({", ".join(columns)})'


def _settle(database: sqlite3.Connection, table: Table) -> None:
    names = ", ".join(f'"{field.name}"' for field in table.fields)
    order = _ORDER.get(table.name, "id")
    database.execute(_ddl(table, table.name))
    database.execute(f'INSERT INTO "{table.name}" SELECT {names} FROM _{table.name} GROUP BY id ORDER BY {order}')
    database.execute(f"DROP TABLE _{table.name}")
    database.execute(f'CREATE UNIQUE INDEX "{table.name}_id" ON "{table.name}" (id)')
    if any(field.name == "article_id" for field in table.fields):
        database.execute(f'CREATE INDEX "{table.name}_article" ON "{table.name}" (article_id)')


def _index(database: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    names = ", ".join(columns)
    # `content=''`: the index keeps words and places, the texts stand in their own tables already.
    options = "content='', tokenize='unicode61 remove_diacritics 2'"
    database.execute(f"CREATE VIRTUAL TABLE {name}_search USING fts5({names}, {options})")
    if name == "articles":
        picked = "coalesce(title, ''), text"
    else:
        picked = (
            "(SELECT group_concat(json_extract(value, '$.quote'), ' ') FROM json_each(content)), "
            "coalesce(json_extract(source, '$.quote'), '')"
        )
    database.execute(f'INSERT INTO {name}_search(rowid, {names}) SELECT rowid, {picked} FROM "{name}"')
    database.execute(f"INSERT INTO {name}_search({name}_search) VALUES ('optimize')")
