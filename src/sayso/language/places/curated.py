"""Places in CSV: the curated layer, the world's regions, or a ledger's own file in, checked rows out.

Columns: name, aliases (joined by |), kind, country (ISO 3166-1 alpha-3, all claimants joined by +), lat, lon, precision
(1 exact, 2 near, 3 province, 4 country), note, source.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["KINDS", "Curated", "CuratedError", "curated", "read_own"]

COLUMNS = ("name", "aliases", "kind", "country", "lat", "lon", "precision", "note", "source")
KINDS = frozenset(
    {"area", "base", "camp", "city", "country", "crossing", "district", "island", "line"}
    | {"mountain", "province", "region", "river", "sea", "settlement", "strait"}
)
_LAYERS = ("curated.csv", "world.csv")
_NOWHERE = frozenset({"area", "sea", "strait", "river", "mountain", "island"})
"""Kinds that several countries share, or none has: their rows may leave the country empty."""
_COUNTRY = re.compile(r"[A-Z]{3}(\+[A-Z]{3})*")


class CuratedError(ValueError):
    """A row that cannot be read: file, line, what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Curated:
    """A place as a row tells of it; `countries` holds every claimant, the first being the one named first."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    lat: float
    lon: float
    precision: int
    note: str
    source: str


@cache
def curated() -> tuple[Curated, ...]:
    """The rows that Sayso brings.

    >>> [place.countries for place in curated() if place.name == "Torkham"]
    [('AFG', 'PAK')]
    """
    layers = [files("sayso.language.places").joinpath(name) for name in _LAYERS]
    return tuple(row for layer in layers for row in _rows(layer.read_text("utf-8").splitlines(), layer.name))


def read_own(path: Path) -> tuple[Curated, ...]:
    """The rows of a file of the same form; raises `CuratedError` at the first that is wrong."""
    return tuple(_rows(path.read_text("utf-8-sig").splitlines(), path.name))


def _rows(lines: Iterable[str], file: str) -> Iterator[Curated]:
    told = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header, *rows = [next(csv.reader([line])) for _, line in told] or [[]]
    missing = [name for name in COLUMNS[:7] if name not in header]
    if missing:
        raise CuratedError(f"{file}: no column {', '.join(missing)}; the columns are {', '.join(COLUMNS)}")
    for (number, _), cells in zip(told[1:], rows, strict=True):
        try:
            yield _row(dict(zip(header, cells, strict=True)))
        except ValueError as error:
            raise CuratedError(f"{file}, line {number}: {error}") from error


def _row(cells: dict[str, str]) -> Curated:
    cells = {name: cell.strip() for name, cell in cells.items()}
    if not cells["name"]:
        raise ValueError("a place without a name")
    if cells["kind"] not in KINDS:
        raise ValueError(f"{cells['kind']!r} is no kind; the kinds are {', '.join(sorted(KINDS))}")
    if not (_COUNTRY.fullmatch(cells["country"]) or (not cells["country"] and cells["kind"] in _NOWHERE)):
        raise ValueError(f"{cells['country']!r} is no country; write ISO 3166-1 alpha-3 codes joined by +")
    lat, lon = float(cells["lat"]), float(cells["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} lies on no globe")
    if cells["precision"] not in {"1", "2", "3", "4"}:
        raise ValueError(f"precision {cells['precision']!r} is none of 1, 2, 3, 4")
    return Curated(
        cells["name"],
        tuple(filter(None, (alias.strip() for alias in cells["aliases"].split("|")))),
        cells["kind"],
        tuple(filter(None, cells["country"].split("+"))),
        lat,
        lon,
        int(cells["precision"]),
        cells.get("note", ""),
        cells.get("source", ""),
    )
