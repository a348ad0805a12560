"""Import: actors of another list in, the ledger's `actors.csv` with them merged in out.

An actor that the registry knows by the same name, kind and state keeps its id there, so that it is not two; what the
file already says stays, and only what it lacks is added.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.actors.index import Registry
from sayso.actors.json_stream import objects_of
from sayso.actors.own import COLUMNS, own_actors
from sayso.actors.ucdp import is_ucdp, read_ucdp
from sayso.actors.wikidata import read_items
from sayso.errors import UsageError
from sayso.model.actor import Actor, Loaded, NameUse, Office, Seat

__all__ = ["Report", "as_csv", "import_actors", "merged"]

_ALIKE = (
    {"state", "government"},
    {"organisation", "agency", "mission", "media", "party", "company"},
    {"armed-group", "party"},
)


@dataclass(slots=True)
class Report:
    """What an import did: actors added and merged, and what of the files could not be used."""

    added: int = 0
    merged: int = 0
    problems: list[str] = field(default_factory=list)


def import_actors(files: Sequence[Path], known: Iterable[Actor], registry: Registry) -> tuple[list[Actor], Report]:
    """The rows of `actors.csv` with those of the files merged in; UsageError E101 names a file that cannot be read."""
    rows = {actor.id: actor for actor in known}
    sources = {source: actor.id for actor in rows.values() for source in _sources(actor)}
    report = Report()
    for path in files:
        for actor in _read(path, registry, report.problems):
            target = rows.get(actor.id) or _by_source(actor, rows, sources) or _by_name(actor, rows, registry)
            report.merged, report.added = report.merged + bool(target), report.added + (not target)
            row = merged(target, actor) if target else actor
            rows[row.id] = row
            sources |= dict.fromkeys(_sources(row), row.id)
    return sorted(rows.values(), key=lambda actor: actor.id), report


def _read(path: Path, registry: Registry, problems: list[str]) -> Iterable[Actor]:
    try:
        if path.suffix.lower() in (".csv", ".tsv", ".txt") and is_ucdp(path):
            return list(read_ucdp(path, registry, problems))
        if path.suffix.lower() in (".csv", ".tsv", ".txt"):
            return own_actors(path)
        items = read_items(objects_of(path))
        found = list(items.actors(registry))
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise UsageError("E101", f"{path}: {getattr(error, 'strerror', None) or error}") from error
    problems.extend(f"{path.name}, {problem}" for problem in items.problems)
    return found


def _sources(actor: Actor) -> list[str]:
    """Where a row was taken from: `Wikidata Q5`, `UCDP actor 9`."""
    return [source for source in (actor.source or "").split("; ") if source.startswith(("Wikidata ", "UCDP "))]


def _by_source(actor: Actor, rows: dict[str, Actor], sources: dict[str, str]) -> Actor | None:
    return next((rows[sources[source]] for source in _sources(actor) if source in sources), None)


def _by_name(actor: Actor, rows: dict[str, Actor], registry: Registry) -> Actor | None:
    """The one actor of the registry that bears the name and is of the same kind and state."""
    names = (actor.name, *actor.aliases[:3])
    found = {naming.actor.id: naming.actor for name in names for naming in registry.named(name)}
    fitting = [one for one in found.values() if _alike(one, actor)]
    return rows.get(fitting[0].id, fitting[0]) if len(fitting) == 1 else None


def _alike(one: Actor, other: Actor) -> bool:
    kinds = {one.kind, other.kind}
    same = len(kinds) == 1 or any(kinds <= alike for alike in _ALIKE)
    return same and (one.country == other.country or not one.country or not other.country)


def merged(one: Actor, more: Actor) -> Actor:
    """The first actor with what it lacks and all names of the second."""
    return replace(
        one,
        country=one.country or more.country,
        sector=one.sector or more.sector,
        parent=one.parent or more.parent,
        since=one.since or more.since,
        until=one.until or more.until,
        aliases=tuple(dict.fromkeys(name for name in (*one.aliases, more.name, *more.aliases) if name != one.name)),
        ambiguous=tuple(dict.fromkeys((*one.ambiguous, *more.ambiguous))),
        loaded=tuple(dict.fromkeys((*one.loaded, *more.loaded))),
        seats=tuple(dict.fromkeys((*one.seats, *more.seats))),
        names=tuple(dict.fromkeys((*one.names, *more.names))),
        roles=tuple(dict.fromkeys((*one.roles, *more.roles))),
        source="; ".join(dict.fromkeys(source for source in (one.source, more.source) if source)),
    )


def as_csv(actors: Iterable[Actor]) -> str:
    """Actors as `actors.csv` holds them.

    >>> print(as_csv([Actor("rovik-front", "Rovik Front", "armed-group", aliases=("RF", "the Front"))]).splitlines()[1])
    rovik-front,Rovik Front,armed-group,,RF|the Front,,,,,,,,,,
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for actor in actors:
        writer.writerow([_cell(getattr(actor, column)) for column in COLUMNS])
    return out.getvalue()


def _cell(value: str | tuple[object, ...] | None) -> str:
    return "|".join(_part(part) for part in value) if isinstance(value, tuple) else value or ""


def _part(part: object) -> str:
    match part:
        case Loaded(name, by):
            return f"{name} @ {by}" if by else name
        case Office(role, of, since, until):
            return f"{role} @ {of}{_time(since, until)}"
        case Seat(name, since, until) | NameUse(name, since, until):
            return f"{name}{_time(since, until)}"
        case _:
            return str(part)


def _time(since: str | None, until: str | None) -> str:
    return f" [{since or ''}..{until or ''}]" if since or until else ""
