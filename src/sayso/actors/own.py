"""A ledger's own actors: a CSV file, or the tables `[[actor]]` of its `sayso.toml`, in; actors out."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.actors.rows import FIELDS, actor_of
from sayso.errors import UsageError
from sayso.model.actor import Actor

__all__ = ["COLUMNS", "ledger_actors", "own_actors", "read_csv"]

COLUMNS = (
    "id", "name", "kind", "country", "aliases", "parent", "sector", "since", "until", "ambiguous", "loaded", "seats",
    "names", "roles", "source",
)  # fmt: skip
"""The columns of `actors.csv`; only id and name are needed. Several values of a cell are parted by `|`."""

_LISTS = ("aliases", "ambiguous")
_DATED = re.compile(r"(?P<what>.+?)\s*\[(?P<since>[\d-]*)(?P<to>\.\.)?(?P<until>[\d-]*)\]")


def own_actors(source: Path | str | Iterable[Mapping[str, Any]]) -> list[Actor]:
    """The actors of a CSV file or of rows as in `[[actor]]`; UsageError E103 names row and key that cannot be used.

    >>> own_actors([{"id": "rovik-front", "name": "Rovik Front", "aliases": ["RF"]}])[0].aliases
    ('RF',)
    """
    rows = read_csv(Path(source)) if isinstance(source, (str, Path)) else _tables(source)
    out: dict[str, Actor] = {}
    for where, row in rows:
        try:
            actor = actor_of({"kind": "organisation", **row}, where)
        except ValueError as error:
            raise UsageError("E103", str(error)) from error
        if actor.id in out:
            raise UsageError("E103", f"{where}: the id {actor.id!r} stands there twice")
        out[actor.id] = actor
    return list(out.values())


def _tables(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise UsageError("E103", f"sayso.toml: actor {number} is {row!r}; it must be a table [[actor]]")
        yield f"sayso.toml: actor {number}", row


def read_csv(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a CSV file as a table would hold them, each with the line where it stands."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            names = reader.fieldnames or []
            unknown = [name for name in names if name not in COLUMNS]
            if unknown or not {"id", "name"} <= set(names):
                wrong = f"there is no column {unknown[0]!r}" if unknown else "the columns id and name are needed"
                raise UsageError("E103", f"{path}: {wrong}; columns may be {', '.join(COLUMNS)}")
            for row in reader:
                where = f"{path}, line {reader.line_num}"
                if None in row:
                    raise UsageError("E103", f"{where}: there are more cells than columns")
                yield where, _row(row, where)
    except OSError as error:
        raise UsageError("E103", f"{path}: {error.strerror}") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise UsageError("E103", f"{path}: {error}") from error


def _row(cells: Mapping[str, str | None], where: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in FIELDS:
        value = (cells.get(name) or "").strip()
        if not value:
            continue
        parts = [part.strip() for part in value.split("|") if part.strip()]
        if name in _LISTS:
            out[name] = parts
        elif name == "loaded":
            out[name] = [_by(part) for part in parts]
        elif name in ("seats", "names", "roles"):
            out[name] = [_dated(part, name, where) for part in parts]
        else:
            out[name] = value
    return out


def _by(part: str) -> dict[str, str]:
    name, at, by = part.partition("@")
    return {"name": name.strip(), "by": by.strip()} if at else {"name": name.strip()}


def _dated(part: str, name: str, where: str) -> dict[str, str]:
    """`Kabul [1996..2001]`, and for a role `president @ afg-gov [2014-09-29..2021-08-15]`."""
    found = _DATED.fullmatch(part)
    what = found["what"] if found else part
    out: dict[str, str] = {}
    if name == "roles":
        role, at, of = what.partition("@")
        if not at:
            raise UsageError("E103", f"{where}: roles holds {part!r}; write it as 'role @ actor-id [since..until]'")
        out |= {"role": role.strip(), "of": of.strip()}
    else:
        out["name"] = what.strip()
    dates = {key: found[key] for key in ("since", "until") if found[key]} if found else {}
    return out | dates


def ledger_actors(folder: Path) -> list[Actor]:
    """A ledger's own actors: those of its `actors.csv`, then those of its `sayso.toml`, which go before them."""
    table, settings = folder / "actors.csv", folder / "sayso.toml"
    out = {actor.id: actor for actor in own_actors(table)} if table.exists() else {}
    if settings.exists():
        try:
            rows = tomllib.loads(settings.read_text("utf-8")).get("actor", [])
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError("E103", f"{settings}: {error}") from error
        out |= {actor.id: actor for actor in own_actors(rows)}
    return list(out.values())
