"""Spellings of a name meet under one key, looser where more than the name must agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.spelling import folded, is_single, untitled, variant_key, words_of
from sayso.schema.data import read_data

TABLES = read_data("sayso.reconcile", "names.toml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana-María Rovik", "ANA MARIA ROVIK"),
        ("O’Rovik", "O'Rovik"),
        ("the Rovik Front", "Rovik Front"),
        ("J.R. Rovik", "JR Rovik"),
        ("Łukasz Søren", "Lukasz Soren"),
    ],
)
def test_case_accents_stops_and_hyphens_are_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_scripts_whose_vowels_are_marks_keep_them() -> None:
    assert folded("दिल") != folded("दल")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(words: str) -> None:
    once = folded(words)
    assert folded(once) == once or once.startswith("the ")


@pytest.mark.parametrize("name", ["Col. Rovik", "Deputy Prime Minister Rovik", "Mr Rovik", "former President Rovik"])
def test_titles_are_no_part_of_a_name(name: str) -> None:
    assert untitled(name) == "Rovik"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Rovik", "Muhammed Rovik"),
        ("Abdul Rahman Rovik", "Abdel-Rahman Rovik"),
        ("Abd al-Rahman Rovik", "Abdurrahman Rovik"),
        ("Abdallah Rovik", "Abdullah Rovik"),
        ("Petr Ivanoff", "Petr Ivanov"),
        ("Petr Rovsky", "Petr Rovskiy"),
        ("Petr Tarvyev", "Petr Tarveff"),
        ("Rovik Samnang", "Samnang Rovik"),
        ("Ana B. Rovik", "Ana Rovik"),
        ("Khaled al-Rovik", "Khalid Rovik"),
        ("Yousef Taroub", "Yusuf Tarub"),
    ],
)
def test_ways_to_spell_one_person_share_a_variant_key(one: str, other: str) -> None:
    assert variant_key(folded(one)) == variant_key(folded(other))


@pytest.mark.parametrize(("one", "other"), [("Li Wei", "Li Wen"), ("Ana Rovik", "Ana Rovin"), ("Omar Tar", "Amar Tar")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert variant_key(folded(one)) != variant_key(folded(other))


@pytest.mark.parametrize(("key", "single"), [("rovik", True), ("al rovik", True), ("li wei", False), ("王毅", False)])
def test_one_word_is_not_yet_a_name_of_its_own(key: str, single: bool) -> None:
    assert is_single(key) is single


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if isinstance(table, list)])
def test_words_are_folded_and_stand_once(name: str) -> None:
    words = TABLES[name]
    assert words
    assert [word for word in words if folded(word) != word and word != "the"] == []
    assert len(words) == len(set(words)) == len(words_of(name))


@pytest.mark.parametrize("name", ["roles", "variants"])
def test_a_spelling_leads_to_one_name(name: str) -> None:
    every = [word for main, others in TABLES[name].items() for word in (main, *others)]
    assert [word for word in every if folded(word) != word] == []
    assert len(every) == len(set(every))


@pytest.mark.parametrize(("main", "others"), TABLES["variants"].items())
def test_every_variant_is_used(main: str, others: list[str]) -> None:
    assert others
    assert {variant_key(f"rovik {other}") for other in others} == {variant_key(f"rovik {main}")}
