"""The newswire corpus' kinds of names become the labels that spaCy's users know."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from sayso.language.names import label_of


def test_every_kind_the_encoder_knows_has_a_label() -> None:
    labels = json.loads(files("sayso.language").joinpath("weights/labels.json").read_text("utf-8"))["names"]
    assert all(label_of(tag[2:], ["Reyl"]) for tag in labels if tag != "O")


@pytest.mark.parametrize(
    "place", ["Strait of Hormuz", "the Black Sea", "West Africa", "Middle East", "Lake Ull", "Asia"]
)
def test_seas_mountains_and_continents_are_places(place: str) -> None:
    assert label_of("Location", place.split()) == "LOC"


@pytest.mark.parametrize(
    "place",
    ["Chaman", "South Korea", "North Carolina", "West Bengal", "South Africa", "Ivory Coast", "the Cook Islands"],
)
def test_countries_provinces_and_towns_are_governed_places(place: str) -> None:
    assert label_of("Location", place.split()) == "GPE"


@pytest.mark.parametrize(("kind", "label"), [("Person", "PERSON"), ("Organization", "ORG"), ("Facility", "FAC")])
def test_other_kinds_have_one_label(kind: str, label: str) -> None:
    assert label_of(kind, ["Strait"]) == label
