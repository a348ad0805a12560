"""A name is read as it stands, without its word of kind, turned by the compass, and as a part of a place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.language.places.generics import readings
from sayso.language.places.spelling import key
from sayso.schema.data import read_data

DATA = read_data("sayso.language.places", "generics.toml")


def words() -> Iterator[tuple[str, str, str]]:
    for section, rows in DATA.items():
        yield from ((section, "before", word) for word in rows["before"])
        yield from ((section, "after", word) for word in rows["after"])


@pytest.mark.parametrize(("section", "side", "word"), list(words()))
def test_every_word_of_the_table_is_taken_off(section: str, side: str, word: str) -> None:
    name = f"{word} Zarvel" if side == "before" else f"Zarvel {word}"
    found = [reading for reading in readings(key(name)) if reading.key == "zarvel"]
    expected = {"parts": "part", "near": "near"}.get(section, "bare")
    assert expected in {reading.match for reading in found}
    if expected == "bare":
        assert section in {reading.kind for reading in found}


def test_the_name_itself_is_read_first() -> None:
    assert next(iter(readings("mexico city"))).key == "mexico city"


def test_north_and_northern_are_tried_for_each_other() -> None:
    assert "northern darfur" in {reading.key for reading in readings("north darfur")}
    assert "north kivu" in {reading.key for reading in readings("northern kivu")}


def test_a_plain_name_has_one_reading() -> None:
    assert [reading.key for reading in readings("kabul")] == ["kabul"]
