"""UCDP's list of actors as a source: its CSV or TSV in, rows as `actors.csv` holds them out.

Columns are met by name, in any order and spelling: ActorId and NameData are needed; every other column that begins with
`Name` brings names; `Location`, where there is one, brings the state.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.actors.index import Registry
from sayso.errors import UsageError
from sayso.model.actor import Actor

__all__ = ["is_ucdp", "read_ucdp"]

_NEEDED = ("actorid", "namedata")
_GOVERNMENT = re.compile(r"(?:government of|gov\.? of)\s+(?P<state>.+)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def is_ucdp(path: Path) -> bool:
    """Does a file begin with the columns of UCDP's list?"""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return set(_NEEDED) <= {_plain(name) for name in re.split(r"[,;\t]", file.readline())}


def read_ucdp(path: Path, registry: Registry, problems: list[str]) -> Iterator[Actor]:
    """The actors of a list; rows that cannot be used are told in `problems` with their line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        mark = next((mark for mark in ("\t", ";") if head.count(mark) > head.count(",")), ",")
        reader = csv.DictReader(file, delimiter=mark)
        columns = {name: _plain(name) for name in reader.fieldnames or []}
        missing = [name for name in _NEEDED if name not in columns.values()]
        if missing:
            raise UsageError(
                "E103", f"{path}: a list of UCDP has the columns ActorId and NameData; {missing[0]} is missing"
            )
        try:
            for row in reader:
                cells = {columns[name]: (value or "").strip() for name, value in row.items() if name in columns}
                actor = _actor(cells, registry)
                if actor is None:
                    problems.append(f"{path.name}, line {reader.line_num}: no id or no name")
                else:
                    yield actor
        except (csv.Error, UnicodeDecodeError) as error:
            problems.append(f"{path.name}, after line {reader.line_num}: {error}")


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.strip().strip('"').lower())


def _actor(cells: dict[str, str], registry: Registry) -> Actor | None:
    number, short = cells.get("actorid", ""), cells.get("namedata", "")
    if not number.isalnum() or not short:
        return None
    government = _GOVERNMENT.fullmatch(_BRACKETS.sub("", short).strip())
    names = [value for name, value in cells.items() if name.startswith("name") and value and value != "-99"]
    name = cells.get("namefull") or short
    code = _state(government["state"] if government else cells.get("location", ""), registry)
    return Actor(
        id=f"ucdp-{number.lower()}",
        name=name,
        kind="government" if government else "armed-group",
        country=code,
        sector="GOV" if government else "REB",
        aliases=tuple(dict.fromkeys(one for one in names if one != name and "|" not in one)),
        source=f"UCDP actor {number}",
    )


def _state(words: str, registry: Registry) -> str | None:
    found = registry.owner(words.split(",")[0].strip()) if words else None
    return found[0] if found else None
