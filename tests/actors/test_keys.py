"""All spellings of a name meet under one key; abbreviations are found only as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.actors.keys import folded, is_abbreviation, keys_of, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tehreek-e-Taliban", "tehreek e taliban"),
        ("Sana’a", "Sanaa"),
        ("the Élysée", "Elysee"),
        ("Asunción", "ASUNCION"),
        ("أنصار الله", "انصار الله"),
        ("Ministry of Law & Order", "ministry of law and order"),
        ("Jean–Marie", "Jean-Marie"),
    ],
)
def test_spellings_of_a_name_meet(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_scripts_whose_vowels_are_marks_keep_them() -> None:
    assert folded("दिल") != folded("दल")


@pytest.mark.parametrize(
    ("written", "key"), [("U.S.", "=US"), ("IS", "=IS"), ("LeT", "=LeT"), ("the UN's", "=UN"), ("Nato", "=NATO")]
)
def test_an_abbreviation_is_looked_up_as_it_is_written(written: str, key: str) -> None:
    assert key in keys_of(written)


@pytest.mark.parametrize("word", ["us", "let", "is", "who", "Is"])
def test_a_common_word_is_no_abbreviation(word: str) -> None:
    assert not is_abbreviation(word)
    assert not any(key.startswith("=") for key in keys_of(word))


def test_quotation_marks_and_commas_around_words_fall() -> None:
    assert plain("“the  Front”,") == "the Front"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(words: str) -> None:
    once = folded(words)
    assert folded(once) == once or once.startswith("the ")
