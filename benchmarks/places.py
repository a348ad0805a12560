"""Texts and mentions of places in; where each lies out, and scores where the file has gold.

    python -m benchmarks.places --input X.jsonl --predictions Y.jsonl
    python -m benchmarks.places [--shared ../shared]

Rows are documents: `text`, and `toponyms` (or `mentions`), each an object with `start` and `end` or a pair of them, in
code points; gold is `lat` and `lon` of a mention, and `country` where the set has one (an English name or an ISO code).
A prediction is the row's `id` and a list of `start`, `end`, `country` (ISO 3166-1 alpha-3), `lat`, `lon`, nulls where
no gazetteer knows the name. Without --input LGL and GeoVirus are scored by halves: the weights of the resolver come
from documents of even index, so the odd ones tell.

A mention counts where gold has coordinates; one that was not resolved is wrong. GeoVirus gives no country: it is that
of the nearest place of the gazetteer to its point; a point farther than 200 km from any, and a continent or a sea, has
none and is not counted for `country`. "By name" takes as wrong, too, the names that no gazetteer knows and that the
document alone placed. "Of all" counts every mention of the file, those whose gold has no coordinates as wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from sayso.language.places import Gazetteer, Resolved, resolve
from sayso.language.places.gazetteer import default

NEAR_KM = 161.0
FAR_KM = 200.0
EARTH_KM = 6371.0
HALVES = {"even": slice(0, None, 2), "odd": slice(1, None, 2)}
SETS = ("lgl", "geovirus")


class FormError(ValueError):
    """A file that is not of the form above."""


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; raises `FormError` at one that is no document with mentions."""
    out = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.strip():
            row = json.loads(line)
            if not isinstance(row.get("text"), str) or _key(row) is None:
                raise FormError(f"{path.name}, line {number}: no text, or neither toponyms nor mentions")
            out.append(row)
    return out


def places(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The mentions of a row as objects with start and end."""
    listed = row[_key(row) or ""]
    told = [place if isinstance(place, dict) else {"start": place[0], "end": place[1]} for place in listed]
    return [
        place if "start" in place else {**place, "start": place["span"][0], "end": place["span"][1]} for place in told
    ]


def _key(row: dict[str, Any]) -> str | None:
    return next((name for name in ("toponyms", "mentions", "places", "spans") if isinstance(row.get(name), list)), None)


def predict(rows: Iterable[dict[str, Any]], gazetteer: Gazetteer) -> list[list[Resolved | None]]:
    """The places of every row's mentions; nothing but text and spans is read."""
    return [
        resolve(row["text"], [(place["start"], place["end"]) for place in places(row)], gazetteer=gazetteer)
        for row in rows
    ]


def written(row: dict[str, Any], found: Sequence[Resolved | None]) -> dict[str, Any]:
    """A row of predictions."""
    out: dict[str, Any] = {"id": row.get("id"), "mentions": []}
    for place, resolved in zip(places(row), found, strict=True):
        told: dict[str, Any] = {"start": place["start"], "end": place["end"], "country": None, "lat": None, "lon": None}
        if resolved:
            told |= {
                "country": resolved.country.split("+")[0] or None,
                "lat": resolved.lat,
                "lon": resolved.lon,
                "name": resolved.name,
                "kind": resolved.kind,
                "precision": resolved.precision,
                "claimants": resolved.country.split("+") if "+" in resolved.country else [],
            }
        out["mentions"].append(told)
    return out


# --- scores ---------------------------------------------------------------------------------------------------------


def score(rows: Sequence[dict[str, Any]], found: Sequence[Sequence[Resolved | None]]) -> dict[str, float]:
    """Percent of the mentions that lie where gold says; the median distance in kilometres, how many were counted."""
    pairs = [pair for row, line in zip(rows, found, strict=True) for pair in zip(places(row), line, strict=True)]
    located = [(gold, place) for gold, place in pairs if gold.get("lat") is not None]
    with_country = [(country, place) for gold, place in located if (country := gold_country(gold))]
    near = [place for gold, place in located if place and kilometres(gold, place) <= NEAR_KM]
    right = [place for country, place in with_country if place and country in place.country.split("+")]
    far = [kilometres(gold, place) for gold, place in located if place]
    return {
        "country": _percent(right, with_country),
        "within 161 km": _percent(near, located),
        "country, by name": _percent(_by_name(right), with_country),
        "within, by name": _percent(_by_name(near), located),
        "within, of all": _percent(near, pairs),
        "name known": _percent(_by_name(place for _, place in pairs), pairs),
        "median km": float(np.median(far)) if far else 0.0,
        "mentions": len(located),
        "of all": len(pairs),
    }


def _percent(some: Sequence[object], of: Sequence[object]) -> float:
    return 100 * len(some) / max(1, len(of))


def _by_name(found: Iterable[Resolved | None]) -> list[Resolved]:
    return [place for place in found if place and place.kind != "unknown"]


def kilometres(gold: dict[str, Any], found: Resolved) -> float:
    """The great circle between them."""
    here, there = _sphere(gold["lat"], gold["lon"]), _sphere(found.lat, found.lon)
    return EARTH_KM * float(np.arccos(np.clip(here @ there, -1, 1)))


def gold_country(place: dict[str, Any]) -> str | None:
    """The country that gold names, or the one where its point lies; none of a sea, a continent or several countries."""
    told = place.get("country") or place.get("countrycode")
    if told:
        return _code(str(told))
    if place.get("geonameid") or _shared(str(place.get("quote", ""))):
        return None
    return nearest_country(place["lat"], place["lon"])


@cache
def _shared(quote: str) -> bool:
    """Whether no candidate of the name lies in a country of its own: continents, seas, regions."""
    found = default().candidates(quote)
    return any(len(place.country) != 3 and place.match in ("name", "alias") for place in found)


@cache
def _code(told: str) -> str | None:
    table = default().table
    if told in table.countries:
        return told
    found = [place for place in default().candidates(told) if place.kind == "country"]
    return found[0].country if found else None


@cache
def nearest_country(lat: float, lon: float) -> str | None:
    """The country of the nearest city, if one lies within 200 km; of the country itself where the point is its own."""
    table = default().table
    points = _all_points()
    close = points @ _sphere(lat, lon).astype(np.float32)
    best = int(np.argmax(close))
    if EARTH_KM * float(np.arccos(np.clip(close[best], -1, 1))) > FAR_KM:
        return None
    return table.countries[int(table.country[best])]


@cache
def _all_points() -> Any:
    table = default().table
    lat, lon = np.radians(table.lat), np.radians(table.lon)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _sphere(lat: float, lon: float) -> Any:
    a, b = np.radians([lat, lon])
    return np.array([np.cos(a) * np.cos(b), np.cos(a) * np.sin(b), np.sin(a)])


def measure(path: Path, half: str | None = None, gazetteer: Gazetteer | None = None) -> dict[str, float]:
    """Figures of a file, or of its documents of even or odd index."""
    rows = read(path)[HALVES[half] if half else slice(None)]
    return score(rows, predict(rows, gazetteer or default()))


def table(figures: dict[str, dict[str, float]]) -> str:
    """One line a set."""
    names = list(next(iter(figures.values())))
    lines = [" " * 16 + "".join(f"{name:>{max(12, len(name) + 2)}}" for name in names)]
    for name, told in figures.items():
        lines.append(f"{name:16}" + "".join(f"{told[one]:>{max(12, len(one) + 2)}.1f}" for one in names))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--own", type=Path, help="a CSV of own places")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    gazetteer = Gazetteer(given.own) if given.own else default()
    if given.input is None:
        folder = given.shared / "data" / "places"
        figures = {f"{name}, {half}": measure(folder / f"{name}.jsonl", half) for name in SETS for half in HALVES}
    else:
        try:
            rows = read(given.input)
        except (FormError, json.JSONDecodeError) as error:
            sys.exit(str(error))
        begun = process_time()
        found = predict(rows, gazetteer)
        print(f"{len(rows):,} documents in {process_time() - begun:.1f} s", file=sys.stderr)
        if given.predictions:
            lines = [json.dumps(written(row, line), ensure_ascii=False) for row, line in zip(rows, found, strict=True)]
            given.predictions.write_text("\n".join(lines) + "\n", "utf-8")
        has_gold = any(place.get("lat") is not None for row in rows for place in places(row))
        figures = {given.input.stem: score(rows, found)} if has_gold else {}
    if given.json:
        print(json.dumps(figures))
    else:
        print(table(figures) if figures else f"{given.input} has no gold to score against")


if __name__ == "__main__":
    main()
