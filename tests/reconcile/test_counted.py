"""Who is counted by a figure lies within, around, or apart from who is counted by another."""

from __future__ import annotations

import pytest

from sayso.reconcile.counted import lie
from sayso.schema.data import read_data
from tests.reconcile.figure_tellers import ARMY, REBELS, party, told

TABLES = read_data("sayso.reconcile", "numbers.toml")


@pytest.mark.parametrize(("group", "row"), TABLES["groups"].items())
def test_every_group_lies_within_a_known_one(group: str, row: dict[str, str]) -> None:
    assert row["within"] in {*TABLES["groups"], "people"} - {group}


@pytest.mark.parametrize("noun", sorted({noun for row in TABLES["groups"].values() for noun in row["nouns"]}))
def test_every_noun_of_a_group_is_a_part_of_people(noun: str) -> None:
    assert lie(told("two", 2, noun=noun, counted=()), told("nine", 9, noun="people", counted=())) == "part"


@pytest.mark.parametrize("noun", TABLES["whole"]["nouns"])
def test_nouns_that_say_nothing_leave_it_to_the_parties(noun: str) -> None:
    assert lie(told("two", 2, noun=noun), told("nine", 9, noun="soldier")) == "same"


def test_girls_are_children_women_and_civilians() -> None:
    girl = told("two", 2, noun="girl", counted=())
    assert lie(girl, told("nine", 9, noun="civilian", counted=())) == "part"
    assert lie(told("nine", 9, noun="civilian", counted=()), girl) == "whole"


def test_words_that_part_a_total_make_it_a_whole() -> None:
    whole = told("19", 19, noun="people", counted=(ARMY,), context="19 people, sixteen of them civilians")
    assert lie(told("two", 2, noun="soldier"), whole) == "part"


def test_the_name_of_a_party_tells_its_group() -> None:
    villagers = told("two", 2, noun="dead", counted=(party("villagers", "collective"),))
    assert lie(villagers, told("nine", 9, noun="civilian", counted=())) == "same"


@pytest.mark.parametrize(("kind", "group"), TABLES["kinds"].items())
def test_the_kind_of_a_party_tells_its_group(kind: str, group: str) -> None:
    noun = TABLES["groups"][group]["nouns"][0]
    own = party("the column", kind, own="column")
    assert lie(told("two", 2, noun="dead", counted=(own,)), told("nine", 9, noun=noun, counted=(own,))) == "same"


def test_two_armed_sides_of_one_state_are_apart() -> None:
    assert lie(told("two", 2, noun="dead"), told("nine", 9, noun="dead", counted=(REBELS,))) == "apart"
