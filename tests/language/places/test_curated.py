"""Curated places are read and checked row by row; a ledger brings its own in the same form."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.language.places import CuratedError, Gazetteer, read_own
from sayso.language.places.curated import COLUMNS, curated
from sayso.language.places.table import table

HEADER = ",".join(COLUMNS)


def own(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "places.csv"
    path.write_text("\n".join(["# ours", header, *rows]) + "\n", "utf-8")
    return path


def test_every_row_names_states_that_are_and_tells_how_it_is_known() -> None:
    for place in curated():
        assert set(place.countries) <= set(table().countries), place.name
        assert place.source, place.name


def test_no_place_is_told_twice() -> None:
    told = [(place.name, place.countries) for place in curated()]
    assert len(told) == len(set(told))


def test_a_disputed_place_keeps_all_its_claimants() -> None:
    assert [place.country for place in Gazetteer().candidates("Golan Heights")] == ["SYR+ISR"]


def test_a_disputed_place_is_not_told_a_second_time_on_one_side() -> None:
    assert {place.country for place in Gazetteer().candidates("Crimea")} & {"UKR", "RUS", "RUS+UKR", "UKR+RUS"} == {
        "UKR+RUS"
    }


def test_own_rows_take_the_place_of_what_the_table_tells(tmp_path: Path) -> None:
    path = own(tmp_path, "Mosul,,settlement,IRQ,36.4,43.2,1,,field notes")
    iraqi = [place.source for place in Gazetteer(path).candidates("Mosul") if place.country == "IRQ"]
    assert iraqi == ["own"]


def test_own_rows_are_read(tmp_path: Path) -> None:
    path = own(tmp_path, "Zarvel Gate,Zarwel Gate|Gate 4,crossing,AFG+PAK,31.5,66.1,1,,field notes")
    (place,) = read_own(path)
    assert (place.aliases, place.countries, place.precision) == (("Zarwel Gate", "Gate 4"), ("AFG", "PAK"), 1)


def test_own_rows_stand_beside_all_others(tmp_path: Path) -> None:
    path = own(tmp_path, "Kabul,,camp,NOR,60.1,11.2,1,,field notes")
    found = Gazetteer(path).candidates("Kabul")
    assert {"NOR", "AFG"} <= {place.country for place in found}
    assert {place.source for place in found if place.country == "NOR"} == {"own"}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Zarvel,,castle,AFG,31,66,1,,x", "castle"),
        ("Zarvel,,camp,Afghanistan,31,66,1,,x", "Afghanistan"),
        ("Zarvel,,camp,,31,66,1,,x", "no country"),
        ("Zarvel,,camp,AFG,131,66,1,,x", "no globe"),
        ("Zarvel,,camp,AFG,north,66,1,,x", "north"),
        ("Zarvel,,camp,AFG,31,66,7,,x", "precision"),
        (",,camp,AFG,31,66,1,,x", "without a name"),
        ("Zarvel,,camp,AFG,31", "zip"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(CuratedError, match=told) as error:
        read_own(own(tmp_path, row))
    assert "places.csv, line 3" in str(error.value)


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CuratedError, match="no column lat"):
        read_own(own(tmp_path, header="name,aliases,kind,country,lon,precision"))
