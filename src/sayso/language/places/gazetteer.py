"""The gazetteer: a name in, every place that may be meant out, from the table, the curated layers and a ledger's own.

Names are sought as they stand, then without the words that tell their kind ("Helmand Province", "city of Herat"), then
as a part of a place ("southern Lebanon") or a thing called after one ("Herat Airport"), at last by what transliteration
leaves of them ("Konar" for Kunar).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.language.places.curated import Curated, curated, read_own
from sayso.language.places.generics import Reading, readings
from sayso.language.places.layout import KINDS
from sayso.language.places.naming import Alias, aliases, state_name
from sayso.language.places.spelling import key, skeleton
from sayso.language.places.table import OTHER, Table, table

__all__ = ["CURATED", "MATCHES", "Block", "Gazetteer", "Place", "default"]

MATCHES = ("name", "alias", "bare", "spelling", "part", "demonym", "near")
"""How a name was found: the place's first name, another, without the word of its kind, by its skeleton, as a part,
as the people, as a thing called after the place."""
CURATED = len(KINDS)
"""The kind, as a number, of places that no table holds."""
_FIRST = MATCHES.index("name")
_AT_BEST = {"near": 2, "part": 3}
_PRECISION = {"country": 4, "province": 3, "district": 2, "city": 1}
_SAME_DEGREES = 2.5
_GREAT = 300_000
_LONG = 4
_NO_PROVINCE = np.uint32(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name may mean.

    `country` is ISO 3166-1 alpha-3, all claimants joined by + where it is disputed. `precision` is 1 exact, 2 near,
    3 province, 4 country. `match` tells how the name led here, `source` where the place is known from.
    """

    name: str
    country: str
    lat: float
    lon: float
    precision: int
    kind: str
    population: int
    province: str
    match: str
    source: str


@dataclass(frozen=True)
class Block:
    """The candidates of one name as columns; `numbers` from the table's length on are rows of the layers."""

    numbers: NDArray[np.int64]
    match: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    people: NDArray[np.float64]
    country: NDArray[np.int64]
    province: NDArray[np.int64]
    kind: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def sphere(self) -> NDArray[np.float64]:
        """Unit vectors."""
        lat, lon = np.radians(self.lat), np.radians(self.lon)
        return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


class Gazetteer:
    """The table, the curated layers and `own`: rows of a CSV of their form, which come before all others.

    >>> [(place.name, place.country, place.kind) for place in Gazetteer().candidates("Helmand")][0]
    ('Helmand', 'AFG', 'province')
    """

    def __init__(self, own: Path | Sequence[Curated] | None = None) -> None:
        rows = read_own(own) if isinstance(own, Path) else tuple(own or ())
        self.table: Table = table()
        self.layers: tuple[Curated, ...] = (*rows, *curated())
        self._own = len(rows)
        self._codes = {code: number for number, code in enumerate(self.table.countries)}
        self._in_layers = _by_key(self.layers)
        self._aliases = aliases()
        self.block = lru_cache(maxsize=8192)(self._block)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place that the name may mean, those it names first and the most populous of these first.

        >>> sorted({place.country for place in Gazetteer().candidates("Tripoli")} & {"LBN", "LBY"})
        ['LBN', 'LBY']
        """
        block = self.block(name)
        order = np.lexsort((-block.people, block.match))
        return tuple(self.place(block, int(at)) for at in order)

    def place(self, block: Block, at: int) -> Place:
        """A candidate of a block, spelled out."""
        number, match = int(block.numbers[at]), MATCHES[block.match[at]]
        near = _AT_BEST.get(match, 1)
        if number >= len(self.table):
            row = self.layers[number - len(self.table)]
            source = "own" if number - len(self.table) < self._own else row.source
            countries = "+".join(row.countries)
            precision = max(row.precision, near)
            return Place(row.name, countries, row.lat, row.lon, precision, row.kind, 0, "", match, source)
        kind, code = KINDS[int(block.kind[at])], self.table.countries[int(block.country[at])]
        above = int(self.table.province[number])
        return Place(
            (state_name(code) if kind == "country" else None) or self.table.name(number),
            code,
            round(float(block.lat[at]), 4),
            round(float(block.lon[at]), 4),
            max(_PRECISION[kind], near),
            kind,
            int(self.table.population[number]),
            self.table.name(above) if above != _NO_PROVINCE else "",
            match,
            "GeoNames",
        )

    @cached_property
    def broad(self) -> frozenset[str]:
        """Keys of the names of countries, provinces and great cities: what a text may name besides its mentions."""
        held = self.table
        great = np.flatnonzero((held.kind <= KINDS.index("province")) | (held.population > _GREAT))
        keys = {key(held.name(number)) for number in great.tolist()} | set(self._aliases)
        return frozenset(keyed for keyed in keys if len(keyed) >= _LONG)

    def country(self, number: int) -> Place:
        """The country that a block holds under a number."""
        at = int(np.flatnonzero(self.table.country[: len(self._codes)] == number)[0])
        return self.entry(at)

    def entry(self, number: int) -> Place:
        """The place of the table that has this number."""
        return self.place(self._columns({number: _FIRST}), 0)

    def country_number(self, code: str) -> int:
        """The number under which a block holds a country; -1 of a code that is none."""
        return self._codes.get(code, -1)

    def _block(self, name: str) -> Block:
        """All candidates of a name; those of another kind than it tells only where there are no others."""
        found: dict[int, int] = {}
        unfit: dict[int, int] = {}
        for reading in readings(key(name)):
            for number, match, fits in self._read(reading):
                (found if fits else unfit).setdefault(number, match)
            if found and (reading.last or (not reading.match and _FIRST in found.values())):
                break
        found = self._undisputed(found or unfit)
        if not found:
            found = dict.fromkeys(self._by_skeleton(key(name)), MATCHES.index("spelling"))
        return self._columns(found)

    def _undisputed(self, found: dict[int, int]) -> dict[int, int]:
        """Without the table's places that a row of a ledger's own, or of a place in dispute, speaks of too.

        The table gives a disputed place to one side; the row names all claimants.
        """
        rows = [self.layers[number - len(self.table)] for number in found if number >= len(self.table)]
        telling = [row for row in rows if len(row.countries) > 1 or row in self.layers[: self._own]]
        return {number: match for number, match in found.items() if not any(self._is(number, row) for row in telling)}

    def _is(self, number: int, row: Curated) -> bool:
        """Whether a place of the table is the one that a row of the same name tells of."""
        if number >= len(self.table) or self.table.kind[number] == KINDS.index("country"):
            return False
        lat, lon = float(self.table.lat[number]), float(self.table.lon[number])
        east = (lon - row.lon) * math.cos(math.radians(row.lat))
        code = self.table.countries[int(self.table.country[number])]
        return code in row.countries and math.hypot(lat - row.lat, east) < _SAME_DEGREES

    def _read(self, reading: Reading) -> Iterable[tuple[int, int, bool]]:
        """Numbers of the places of one reading, how each was found, and whether it is of the kind that was told."""
        for number in self._in_layers.get(reading.key, ()):
            yield len(self.table) + number, MATCHES.index(reading.match or "name"), True
        for alias in self._aliases.get(reading.key, ()):
            if (placed := self._placed(alias)) is not None:
                fits = reading.kind in (None, alias.kind)
                yield placed, MATCHES.index(reading.match or alias.match), fits
        for posting in self.table.postings(reading.key).tolist():
            number = posting & (OTHER - 1)
            match = reading.match or ("alias" if posting & OTHER else "name")
            yield number, MATCHES.index(match), reading.kind in (None, KINDS[self.table.kind[number]])

    def _placed(self, alias: Alias) -> int | None:
        return _placed(self.table, alias)

    def _by_skeleton(self, keyed: str) -> list[int]:
        bare = skeleton(keyed)
        if not bare:
            return []
        found = [*self.table.postings("~" + bare).tolist(), *self.table.postings(bare).tolist()]
        layers = [len(self.table) + number for number in self._in_layers.get("~" + bare, ())]
        return list(dict.fromkeys([*layers, *(posting & (OTHER - 1) for posting in found)]))

    def _columns(self, found: dict[int, int]) -> Block:
        numbers = np.array(sorted(found), dtype=np.int64)
        known = numbers[numbers < len(self.table)]
        rows = [self.layers[number - len(self.table)] for number in numbers[len(known) :].tolist()]
        province = self.table.province[known].astype(np.int64)
        province[province == _NO_PROVINCE] = -1
        is_province = self.table.kind[known] == KINDS.index("province")
        return Block(
            numbers,
            np.array([found[number] for number in numbers.tolist()], dtype=np.int64),
            np.array([*self.table.lat[known].tolist(), *(row.lat for row in rows)]),
            np.array([*self.table.lon[known].tolist(), *(row.lon for row in rows)]),
            np.array([*self.table.population[known].tolist(), *(0 for _ in rows)], dtype=np.float64),
            np.array([*self.table.country[known].tolist(), *(self._first(row) for row in rows)], dtype=np.int64),
            np.array([*np.where(is_province, known, province).tolist(), *(-1 for _ in rows)], dtype=np.int64),
            np.array([*self.table.kind[known].tolist(), *(CURATED for _ in rows)], dtype=np.int64),
        )

    def _first(self, row: Curated) -> int:
        return self._codes.get(row.countries[0], -1) if row.countries else -1


@cache
def default() -> Gazetteer:
    """The gazetteer without a ledger's own places, made once."""
    return Gazetteer()


@cache
def _placed(held: Table, alias: Alias) -> int | None:
    if alias.kind == "country":
        of_kind = np.flatnonzero(held.kind[: len(held.countries)] == 0)
        of_code = of_kind[held.country[of_kind] == held.countries.index(alias.country)]
        return int(of_code[0]) if len(of_code) else None
    return held.place(alias.name, alias.country, KINDS.index(alias.kind))


def _by_key(layers: Sequence[Curated]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for number, row in enumerate(layers):
        keys = {key(name) for name in (row.name, *row.aliases)}
        bare = {"~" + skeleton(keyed) for keyed in keys} - {"~"}
        for keyed in sorted(keys | bare):
            out.setdefault(keyed, []).append(number)
    return out
