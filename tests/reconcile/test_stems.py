"""Stems: what forms of a word share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "release releases released releasing",
        "compensate compensation",
        "withdraw withdrew withdrawal",
        "stop stopped stops",
        "clear clearance cleared",
        "party parties",
        "detained detention",
        "gun guns weapons",
        "crossing crossings gate",
        "pledge pledged pledges",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("words", ["release relief", "pay party", "open operate", "nation station"])
def test_words_that_look_alike_do_not(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


@given(st.text(max_size=20))
def test_any_text_has_one(text: str) -> None:
    assert stem(text) == stem(text.upper()) or not text.isascii()
