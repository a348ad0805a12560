"""A state is its code, however a text calls it; what is called like a state and is none has no code."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sayso.schema.countries import country_of, namings
from sayso.schema.data import read_data

TABLE = {code: row for code, row in read_data("sayso.schema", "countries.toml").items() if code != "none"}
KEYS = {"name", "other", "demonyms", "capital", "seats", "bodies", "persons"}


@pytest.mark.parametrize(
    ("called", "code"),
    [
        ("Peru", "PER"),
        ("the Netherlands", "NLD"),
        ("U.S.", "USA"),
        ("the U.K.'s", "GBR"),
        ("Côte d’Ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("DRC", "COD"),
        ("Republic of the Congo", "COG"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("Nigerien", "NER"),
        ("Nigerians", "NGA"),
        ("South Sudanese", "SSD"),
        ("Dutchmen", "NLD"),
        ("SWEDEN", "SWE"),
        ("norway", "NOR"),
        ("Kremlin", "RUS"),
        ("Downing Street", "GBR"),
        ("Washington", "USA"),
        ("Kosovar", "XKX"),
        ("Ramallah", "PSE"),
        ("Sahrawi", "ESH"),
        ("Taipei", "TWN"),
    ],
)
def test_a_state_is_its_code(called: str, code: str) -> None:
    assert country_of(called) == code


@pytest.mark.parametrize(
    "called",
    [
        "",
        "us",
        "car",
        "New Mexico",
        "African Americans",
        "Northern Cyprus",
        "Latin American",
        "Taliban",
        "Brussels",
        "Peru Ruiz",
    ],
)
def test_what_names_no_state_has_no_code(called: str) -> None:
    assert country_of(called) is None


def test_the_table_holds_every_member_of_the_united_nations_and_five_more() -> None:
    assert len(TABLE) == 193 + 5
    assert {"VAT", "XKX", "PSE", "TWN", "ESH"} <= set(TABLE)
    assert all(re.fullmatch("[A-Z]{3}", code) for code in TABLE)


def test_every_row_has_known_keys_and_persons_are_names_of_their_row() -> None:
    for code, row in TABLE.items():
        assert set(row) <= KEYS, code
        called = {row["name"]}.union(*(row.get(key, ()) for key in KEYS - {"name", "persons"}))
        assert set(row.get("persons", ())) <= called, code


def test_no_two_states_are_called_the_same() -> None:
    called = Counter(
        name
        for row in TABLE.values()
        for name in [row["name"], *(one for key in KEYS - {"name", "persons"} for one in row.get(key, ()))]
    )
    assert [name for name, times in called.items() if times > 1] == []


def test_every_naming_gives_its_own_country() -> None:
    for found in namings().values():
        for naming in found:
            assert country_of(" ".join(naming.words)) == naming.country


def test_longer_namings_come_first() -> None:
    for found in namings().values():
        sizes = [len(naming.words) for naming in found]
        assert sizes == sorted(sizes, reverse=True)
