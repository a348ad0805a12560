"""A name finds every place that it may mean, as it stands, bare, misspelled, or as a part of another."""

from __future__ import annotations

import pytest

from sayso.language.places import Gazetteer, Place
from sayso.language.places.gazetteer import default


def candidates(name: str) -> tuple[Place, ...]:
    return default().candidates(name)


def told(name: str) -> set[tuple[str, str, str]]:
    return {(place.name, place.country, place.kind) for place in candidates(name)}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Nairobi", ("Nairobi", "KEN", "city")),
        ("Kenya", ("Kenya", "KEN", "country")),
        ("Kenyans", ("Kenya", "KEN", "country")),
        ("Calif.", ("California", "USA", "province")),
        ("Texan", ("Texas", "USA", "province")),
        ("Helmand Province", ("Helmand", "AFG", "province")),
        ("Kherson region", ("Kherson", "UKR", "province")),
        ("Scott County", ("Scott County", "USA", "district")),
        ("Konar", ("Kunar", "AFG", "province")),
        ("North Darfur", ("Northern Darfur", "SDN", "province")),
        ("DRC", ("Democratic Republic of the Congo", "COD", "country")),
        ("Hong Kong", ("Hong Kong", "HKG", "country")),
        ("Torkham crossing", ("Torkham", "AFG+PAK", "crossing")),
        ("West Africa", ("West Africa", "", "area")),
    ],
)
def test_a_name_finds_its_place(name: str, place: tuple[str, str, str]) -> None:
    assert place in told(name)


def test_all_places_of_a_name_are_candidates() -> None:
    assert len({place.province for place in candidates("Springfield") if place.country == "USA"}) > 15


def test_precision_follows_from_what_a_place_is() -> None:
    precision = {
        place.kind: place.precision for name in ("Kabul", "Kenya", "Scott County") for place in candidates(name)
    }
    assert precision == {"city": 1, "district": 2, "province": 3, "country": 4}


@pytest.mark.parametrize(("name", "precision"), [("southern Nairobi", 3), ("Nairobi airport", 2)])
def test_a_part_of_a_place_or_a_thing_called_after_one_is_less_precise(name: str, precision: int) -> None:
    assert {place.precision for place in candidates(name) if place.name == "Nairobi" and place.kind == "city"} == {
        precision
    }


def test_a_word_of_kind_shuts_out_other_kinds() -> None:
    assert not {place for place in candidates("Kansas City") if place.name == "Kansas"}


def test_a_likeness_counts_only_where_nothing_better_is_known() -> None:
    assert {place.match for place in candidates("Peshaawar")} == {"spelling"}
    assert "spelling" not in {place.match for place in candidates("Peshawar")}


def test_a_name_that_nobody_knows_finds_nothing() -> None:
    assert candidates("Zzarvelgrad") == ()
    assert candidates("") == ()


def test_a_city_tells_its_province() -> None:
    (paris,) = [place for place in candidates("Paris") if place.province == "Texas"]
    assert paris.country == "USA"


def test_two_gazetteers_say_the_same() -> None:
    assert Gazetteer().candidates("Tripoli") == Gazetteer().candidates("Tripoli")
