"""The curated layer, row by row: what holds of all of them, and where well-known places of the world's disputes lie."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

import pytest

from sayso.language.places import Resolved, resolve
from sayso.language.places.curated import COLUMNS, Curated, curated
from sayso.language.places.gazetteer import default
from sayso.language.places.spelling import key

WELL_KNOWN = (
    ("Torkham", ("AFG", "PAK"), 34.12, 71.09),
    ("Kharlachi", ("PAK", "AFG"), 33.80, 69.95),
    ("Wagah", ("IND", "PAK"), 31.60, 74.57),
    ("Siachen Glacier", ("IND", "PAK"), 35.42, 77.11),
    ("Galwan Valley", ("IND", "CHN"), 34.76, 78.20),
    ("Doklam", ("CHN", "BTN"), 27.30, 88.92),
    ("Kutupalong", ("BGD",), 21.21, 92.16),
    ("Shwe Kokko", ("MMR",), 16.82, 98.52),
    ("Insein Prison", ("MMR",), 16.89, 96.10),
    ("Scarborough Shoal", ("CHN", "PHL", "TWN"), 15.15, 117.76),
    ("Huangyan Dao", ("CHN", "PHL", "TWN"), 15.15, 117.76),
    ("Senkaku", ("JPN", "CHN", "TWN"), 25.75, 123.48),
    ("Diaoyu Islands", ("JPN", "CHN", "TWN"), 25.75, 123.48),
    ("Takeshima", ("KOR", "JPN"), 37.24, 131.87),
    ("Punggye-ri", ("PRK",), 41.28, 129.08),
    ("Panmunjom", ("PRK", "KOR"), 37.96, 126.68),
    ("Erez crossing", ("ISR", "PSE"), 31.56, 34.55),
    ("Philadelphi Corridor", ("PSE", "EGY"), 31.27, 34.26),
    ("al-Shifa Hospital", ("PSE",), 31.52, 34.44),
    ("Shebaa Farms", ("ISR", "LBN", "SYR"), 33.30, 35.71),
    ("Dahiyeh", ("LBN",), 33.85, 35.51),
    ("Ein el-Hilweh", ("LBN",), 33.54, 35.38),
    ("al-Hol camp", ("SYR",), 36.38, 41.14),
    ("Bab al-Hawa", ("SYR", "TUR"), 36.24, 36.69),
    ("Hmeimim air base", ("SYR",), 35.41, 35.95),
    ("Sednaya Prison", ("SYR",), 33.67, 36.33),
    ("Qandil", ("IRQ",), 36.55, 44.98),
    ("Fordow", ("IRN",), 34.88, 51.00),
    ("Strait of Hormuz", ("IRN", "OMN"), 26.57, 56.25),
    ("Bab al-Mandab", ("YEM", "DJI", "ERI"), 12.58, 43.33),
    ("Lachin corridor", ("AZE",), 39.60, 46.55),
    ("Verkhny Lars", ("RUS", "GEO"), 42.74, 44.63),
    ("Zaporozhye NPP", ("UKR", "RUS"), 47.51, 34.59),
    ("Snake Island", ("UKR",), 45.26, 30.20),
    ("Suwalki Gap", ("POL", "LTU"), 54.20, 23.20),
    ("Guerguerat", ("MAR", "ESH", "MRT"), 21.42, -16.95),
    ("Zamzam camp", ("SDN",), 13.48, 25.31),
    ("GERD", ("ETH",), 11.22, 35.09),
    ("Camp Lemonnier", ("DJI",), 11.54, 43.15),
    ("Bunagana", ("COD", "UGA"), -1.30, 29.59),
    ("Kasumbalesa", ("COD", "ZMB"), -12.27, 27.80),
    ("Gitmo", ("USA", "CUB"), 19.91, -75.15),
    ("Darien Gap", ("PAN", "COL"), 7.90, -77.40),
    ("Simon Bolivar International Bridge", ("COL", "VEN"), 7.81, -72.44),
    ("Essequibo", ("GUY", "VEN"), 5.80, -59.50),
    ("Islas Malvinas", ("FLK", "ARG"), -51.75, -59.00),
)


@pytest.fixture(scope="module")
def rows() -> tuple[Curated, ...]:
    return curated()


@pytest.fixture(scope="module")
def written() -> list[dict[str, str]]:
    source = files("sayso.language.places").joinpath("curated.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in source if line.strip() and not line.startswith("#")))


def alone(name: str) -> Resolved | None:
    """What the name means where nothing else is told."""
    return resolve(f"{name}.", [(0, len(name))])[0]


def kilometres(lat: float, lon: float, place: Resolved) -> float:
    here, there = radians(lat), radians(place.lat)
    across = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(radians(place.lon - lon) / 2) ** 2
    return 2 * 6371 * asin(sqrt(across))


def test_every_row_loads(rows: tuple[Curated, ...], written: list[dict[str, str]]) -> None:
    assert {row["name"] for row in written} <= {row.name for row in rows}


def test_the_layer_holds_hundreds_of_places(written: list[dict[str, str]]) -> None:
    assert len(written) >= 1500


def test_every_row_has_all_columns_and_a_source(written: list[dict[str, str]]) -> None:
    assert all(tuple(row) == COLUMNS and row["source"] for row in written)


def test_coordinates_lie_on_the_globe_and_not_at_its_zero_point(rows: tuple[Curated, ...]) -> None:
    assert all(-90 <= row.lat <= 90 and -180 <= row.lon <= 180 and (row.lat, row.lon) != (0, 0) for row in rows)


def test_every_country_is_known_and_told_once(rows: tuple[Curated, ...]) -> None:
    known = {code for row in rows for code in row.countries if default().country_number(code) >= 0}
    told = {code for row in rows for code in row.countries}
    assert told - known == set()
    assert [row.name for row in rows if len(set(row.countries)) != len(row.countries)] == []


def test_no_place_is_told_twice(rows: tuple[Curated, ...]) -> None:
    counts = Counter((key(row.name), row.countries) for row in rows)
    assert [told for told, count in counts.items() if count > 1] == []


def test_no_name_of_the_layer_is_empty_once_spelling_is_forgotten(rows: tuple[Curated, ...]) -> None:
    assert [row.name for row in rows if not all(key(name) for name in (row.name, *row.aliases))] == []


def test_every_name_leads_to_its_row(rows: tuple[Curated, ...]) -> None:
    gazetteer = default()
    lost = [
        name
        for row in rows
        for name in (row.name, *row.aliases)
        if (row.name, "+".join(row.countries)) not in {(at.name, at.country) for at in gazetteer.candidates(name)}
    ]
    assert lost == []


@pytest.mark.parametrize(("name", "countries", "lat", "lon"), WELL_KNOWN, ids=[told[0] for told in WELL_KNOWN])
def test_well_known_places_lie_where_they_do(name: str, countries: tuple[str, ...], lat: float, lon: float) -> None:
    place = alone(name)
    assert place is not None
    assert set(place.country.split("+")) == set(countries)
    assert kilometres(lat, lon, place) < 60


def test_the_layer_takes_no_great_city_from_the_table() -> None:
    cities = ("Paris", "London", "Kabul", "Moscow", "Tehran", "Lagos", "Lima", "Kyiv", "Baghdad", "Tokyo", "Mombasa")
    assert [name for name in cities if (place := alone(name)) is None or place.kind != "city"] == []


def test_names_in_other_scripts_are_found() -> None:
    told = {"Крымский мост": "Kerch Bridge", "钓鱼岛": "Senkaku Islands", "독도": "Dokdo", "الهول": "Al-Hol camp"}
    found = {name: place.name for name in told if (place := alone(name)) is not None}
    assert found == told
