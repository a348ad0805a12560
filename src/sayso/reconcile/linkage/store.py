"""Where linkage keeps what it knows: rows, keys, edges and groups in an SQLite file, derived and made anew at will."""

from __future__ import annotations

import json
import pickle
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from sayso.reconcile.linkage.spaces import Edge, Key, Node

__all__ = ["LinkageStore", "hashed", "packed", "space_of", "unpacked"]

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, digest TEXT);
CREATE TABLE rows (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, document INTEGER, kind TEXT, view BLOB);
CREATE INDEX rows_document ON rows (document);
CREATE TABLE keys (key INTEGER, number INTEGER, part INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE edges (space TEXT, source INTEGER, target INTEGER, kind TEXT, own INTEGER, score REAL,
  why TEXT, PRIMARY KEY (source, target, space, kind, own)) WITHOUT ROWID;
CREATE INDEX edges_target ON edges (target, source);
CREATE TABLE members (space TEXT, number INTEGER, first INTEGER, PRIMARY KEY (space, number)) WITHOUT ROWID;
CREATE INDEX members_first ON members (space, first);
CREATE TABLE told (maker TEXT, owner INTEGER, position INTEGER, name TEXT, data TEXT,
  PRIMARY KEY (maker, owner, position)) WITHOUT ROWID;
CREATE TABLE overlaid (maker TEXT, owner INTEGER, document INTEGER, id TEXT, fields TEXT,
  PRIMARY KEY (maker, owner, id)) WITHOUT ROWID;
CREATE TABLE conflicts (owner INTEGER, one TEXT, other TEXT, why TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX conflicts_owner ON conflicts (owner);
CREATE INDEX overlaid_document ON overlaid (document);
"""
_NAMES = re.compile(r"CREATE TABLE (\w+)")
_NAMED = 400_000
_CACHED = 40_000
"""Views kept in memory, some 8 kB each."""


class LinkageStore:
    """The rows of a pile, how they are tied, and what was made of them.

    `version` names everything that shapes what is stored: a file of another version, or one that is no database, is
    thrown away; with `reading` it is taken as it is. A file that a stranger made can hold nothing but plain values and
    records of this package.
    """

    def __init__(self, path: Path | None, version: str, *, reading: bool = False) -> None:
        self.path, self.version = path, version
        self.connection = _read(path) if reading and path else self._opened(path, version)
        self.view_of = lru_cache(_CACHED)(self._view_of)
        self._id_of = lru_cache(_NAMED)(self._read_id)

    def _opened(self, path: Path | None, version: str) -> sqlite3.Connection:
        if path is not None and path.exists():
            try:
                connection = _connected(path)
                made_by = dict(connection.execute("SELECT key, value FROM meta"))
                if made_by == {"version": version}:
                    return connection
                connection.close()
            except sqlite3.DatabaseError:
                pass
            path.unlink()
        connection = _connected(path)
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        connection.commit()
        return connection

    def clear(self) -> None:
        """Forget everything."""
        for table in _NAMES.findall(_TABLES):
            if table != "meta":
                self.connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 - names of this file
        self.view_of.cache_clear()
        self._id_of.cache_clear()

    def begin_whole(self) -> None:
        """Mark what follows as unfinished, so that it can be read by others before all of it is there."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES ('unfinished', '1')")

    def finish(self) -> None:
        """All is there."""
        self.connection.execute("DELETE FROM meta WHERE key = 'unfinished'")
        self.connection.commit()

    def commit(self) -> None:
        """Make what was changed last."""
        self.connection.commit()

    def close(self) -> None:
        """Close the file; what was not committed is undone."""
        self.connection.close()

    # documents and rows

    def digests(self) -> dict[str, str]:
        """The documents that are in, each with the digest of what it gave."""
        return dict(self.connection.execute("SELECT id, digest FROM documents"))

    def add_document(self, document_id: str, digest: str) -> int:
        """Note a document; its number."""
        done = self.connection.execute("INSERT INTO documents (id, digest) VALUES (?, ?)", (document_id, digest))
        assert done.lastrowid is not None
        return done.lastrowid

    def document_numbers(self) -> dict[str, int]:
        """The number of each document."""
        return dict(self.connection.execute("SELECT id, number FROM documents"))

    def nodes_of(self, document: int) -> list[Node]:
        """The rows of a document."""
        found = self.connection.execute("SELECT number, id, document, view FROM rows WHERE document = ?", (document,))
        return [Node(number, row_id, of, unpacked(view)) for number, row_id, of, view in found]

    def add_row(self, row_id: str, document: int, kind: str, view: bytes) -> int:
        """Keep a row and its packed view; its number."""
        done = self.connection.execute(
            "INSERT INTO rows (id, document, kind, view) VALUES (?, ?, ?, ?)", (row_id, document, kind, view)
        )
        assert done.lastrowid is not None
        return done.lastrowid

    def drop_document(self, document: int, numbers: Sequence[int]) -> None:
        """Forget a document and its rows; keys and edges are dropped by whoever knows them."""
        self.connection.executemany("DELETE FROM rows WHERE number = ?", ((number,) for number in numbers))
        self.connection.executemany("DELETE FROM members WHERE number = ?", ((number,) for number in numbers))
        self.connection.execute("DELETE FROM documents WHERE number = ?", (document,))
        self.view_of.cache_clear()
        self._id_of.cache_clear()

    def node(self, number: int) -> Node:
        """A row by its number."""
        return self.view_of(number)

    def _view_of(self, number: int) -> Node:
        found = self.connection.execute("SELECT id, document, view FROM rows WHERE number = ?", (number,)).fetchone()
        return Node(number, found[0], found[1], unpacked(found[2]))

    def id_of(self, number: int) -> str:
        """The id of a row, which costs far less than its view."""
        return self._id_of(number)

    def _read_id(self, number: int) -> str:
        found: str = self.connection.execute("SELECT id FROM rows WHERE number = ?", (number,)).fetchone()[0]
        return found

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of rows that are in, by id."""
        out: dict[str, int] = {}
        for row_id in ids:
            found = self.connection.execute("SELECT number FROM rows WHERE id = ?", (row_id,)).fetchone()
            if found:
                out[row_id] = found[0]
        return out

    def by_kind(self, numbers: Iterable[int]) -> dict[str, list[int]]:
        """Rows by the name of what their view is, in order of their numbers; those that are no more are left out."""
        out: dict[str, list[int]] = {}
        for number in sorted(set(numbers)):
            found = self.connection.execute("SELECT kind FROM rows WHERE number = ?", (number,)).fetchone()
            if found:
                out.setdefault(found[0], []).append(number)
        return out

    def rows_beside(self, number: int, kind: str) -> list[int]:
        """The rows of a kind in the document of a row."""
        found = self.connection.execute(
            "SELECT number FROM rows WHERE kind = ? AND document = (SELECT document FROM rows WHERE number = ?)",
            (kind, number),
        )
        return [row for (row,) in found]

    # edges

    def add_edges(self, edges: Iterable[Edge]) -> None:
        """Keep edges; one that stands already is replaced."""
        self.connection.executemany("INSERT OR REPLACE INTO edges VALUES (?, ?, ?, ?, ?, ?, ?)", edges)

    def edges_at(self, number: int) -> list[Edge]:
        """The edges that start or end at a row."""
        found = self.connection.execute(
            "SELECT * FROM edges WHERE source = ?1 UNION SELECT * FROM edges WHERE target = ?1", (number,)
        )
        return [Edge(*row) for row in found]

    def drop_edges_at(self, number: int) -> None:
        """Forget the edges of a row."""
        self.connection.execute("DELETE FROM edges WHERE source = ?", (number,))
        self.connection.execute("DELETE FROM edges WHERE target = ?", (number,))

    def drop_edges_between(self, one: int, other: int, space: str) -> bool:
        """Forget what comparing two rows in a space found, not what their document shows; was there any?"""
        done = self.connection.execute(
            "DELETE FROM edges WHERE NOT own AND space = ?1 AND (source, target) IN (VALUES (?2, ?3), (?3, ?2))",
            (space, one, other),
        )
        return done.rowcount > 0

    # groups

    def first_of(self, space: str, number: int) -> int:
        """The row that stands for the group of a row: the row itself where it is alone."""
        found = self.connection.execute(
            "SELECT first FROM members WHERE space = ? AND number = ?", (space, number)
        ).fetchone()
        return found[0] if found else number

    def group_of(self, space: str, number: int) -> list[int]:
        """The rows of the group that a row is in."""
        first = self.first_of(space, number)
        found = self.connection.execute("SELECT number FROM members WHERE space = ? AND first = ?", (space, first))
        return [row for (row,) in found] or [first]

    def set_group(self, space: str, numbers: Sequence[int]) -> None:
        """Make rows one group, the first standing for it; a row by itself is none."""
        self.connection.executemany(
            "DELETE FROM members WHERE space = ? AND number = ?", ((space, number) for number in numbers)
        )
        if len(numbers) > 1:
            self.connection.executemany(
                "INSERT INTO members VALUES (?, ?, ?)", ((space, number, numbers[0]) for number in numbers)
            )

    # what is made of it

    def forget(self, maker: str, owners: Iterable[int]) -> None:
        """Take back what a maker made of groups."""
        which = [(maker, owner) for owner in owners]
        self.connection.executemany("DELETE FROM told WHERE maker = ? AND owner = ?", which)
        self.connection.executemany("DELETE FROM overlaid WHERE maker = ? AND owner = ?", which)

    def tell(self, maker: str, owner: int, rows: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Keep rows, each with its table, that a maker made of a group."""
        self.connection.executemany(
            "INSERT INTO told VALUES (?, ?, ?, ?, ?)",
            (
                (maker, owner, position, table, json.dumps(row, ensure_ascii=False, separators=(",", ":")))
                for position, (table, row) in enumerate(rows)
            ),
        )

    def overlay(self, maker: str, owner: int, node: Node, **fields: Any) -> None:
        """Keep what fields of a row of findings are to hold."""
        self.connection.execute(
            "INSERT INTO overlaid VALUES (?, ?, ?, ?, ?)",
            (maker, owner, node.document, node.id, json.dumps(fields, ensure_ascii=False, separators=(",", ":"))),
        )

    def set_conflicts(self, owner: int, pairs: Iterable[tuple[str, str, str]]) -> None:
        """Keep which rows of a group tell figures that cannot both be so, and why."""
        self.connection.execute("DELETE FROM conflicts WHERE owner = ?", (owner,))
        both = [row for one, other, why in pairs for row in ((owner, one, other, why), (owner, other, one, why))]
        self.connection.executemany("INSERT OR REPLACE INTO conflicts VALUES (?, ?, ?, ?)", both)

    def conflicts(self, row_id: str) -> list[tuple[str, str]]:
        """The rows whose figures cannot be so beside those of a row, and why."""
        return self.connection.execute("SELECT other, why FROM conflicts WHERE one = ?", (row_id,)).fetchall()

    def rows_told(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows made for a table, in no order that means anything."""
        for (data,) in self.connection.execute("SELECT data FROM told WHERE name = ?", (table,)):
            yield json.loads(data)

    def overlays(self, document: int) -> dict[str, dict[str, Any]]:
        """What rows of a document are to hold, by id."""
        out: dict[str, dict[str, Any]] = {}
        found = self.connection.execute("SELECT id, fields FROM overlaid WHERE document = ?", (document,))
        for row_id, fields in found:
            out.setdefault(row_id, {}).update(json.loads(fields))
        return out


def _read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _connected(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(str(path) if path is not None else ":memory:")
    # One change is one transaction, so that a build that was cut off leaves what stood before it.
    connection.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-262144;")
    return connection


def hashed(key: Key, space: int) -> int:
    """A key as 63 bits, the lowest five of which are the number of its space."""
    value = key.value
    whole = value if isinstance(value, int) else int.from_bytes(blake2b(value.encode(), digest_size=8).digest(), "big")
    return (whole >> 6) << 5 | space


def space_of(key: int) -> int:
    """The number of the space that a hashed key belongs to."""
    return key & 31


def packed(view: Any) -> bytes:
    """A view as bytes: plain values and named tuples of this package."""
    return zlib.compress(pickle.dumps(view, protocol=5), 1)


def unpacked(data: bytes) -> Any:
    """A view from bytes; bytes that name anything but a record of this package are refused."""
    return _Records(BytesIO(zlib.decompress(data))).load()


class _Records(pickle.Unpickler):
    """Reads records of this package and nothing else: a ledger may come from a stranger, and pickles can run code."""

    def find_class(self, module: str, name: str) -> Any:
        return _record(module, name)


@lru_cache(256)
def _record(module: str, name: str) -> type:
    from importlib import import_module

    found = getattr(import_module(module), name, None) if module.startswith("sayso.reconcile.") else None
    if isinstance(found, type) and issubclass(found, tuple) and hasattr(found, "_fields"):
        return found
    raise pickle.UnpicklingError(f"{module}.{name} is not a record that views are made of")
