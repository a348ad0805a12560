"""A word's capitals and ending, as small numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.shapes import ENDINGS, SHAPES, ending_of, shape_of


@given(st.text(max_size=40))
def test_every_word_has_a_shape_and_an_ending_that_the_encoder_knows(word: str) -> None:
    assert 1 <= shape_of(word) < SHAPES
    assert 1 <= ending_of(word) < ENDINGS


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        (("said", "ceasefire", "n't", "قال"), 1),
        (("A", "I"), 2),
        (("UN", "NATO"), 3),
        (("Kabul", "Al-badr"), 4),
        (("McDowell", "iPhone", "Al-Badr"), 5),
        (("F16", "3rd"), 6),
        (("5:40", "1,400", "2026"), 7),
        (("--", "“", "…"), 8),
        (("U.S.", "U.N."), 9),
    ],
)
def test_words_written_alike_have_one_shape(words: tuple[str, ...], shape: int) -> None:
    assert {shape_of(word) for word in words} == {shape}


@given(st.text("abcdefgh", min_size=1, max_size=8), st.text("abcdefgh", min_size=3, max_size=3))
def test_the_last_three_letters_make_the_ending(stem: str, ending: str) -> None:
    assert ending_of(stem + ending) == ending_of("x" + ending) == ending_of((stem + ending).upper())


def test_a_short_word_has_an_ending_of_its_own() -> None:
    assert ending_of("ing") != ending_of("going")
