"""Lemmas are made of words by scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.lemmas import applied, script_of

WORD = st.text(min_size=1, max_size=12)


@given(WORD, WORD)
def test_the_script_of_a_word_and_its_lemma_makes_the_lemma(form: str, lemma: str) -> None:
    assert applied(form, script_of(form, lemma)) == lemma


@given(WORD, WORD, WORD)
def test_a_script_made_from_another_word_leaves_something(form: str, other: str, lemma: str) -> None:
    assert applied(form, script_of(other, lemma))


@pytest.mark.parametrize(
    ("forms", "script"),
    [
        (("denied", "carried", "Carried"), "l|3|y"),
        (("was", "is"), "F|be"),
        (("talks", "Guns"), "l|1|"),
        (("Kabul", "said-so"), "="),
        (("Afghans", "Talibans"), "k|1|"),
    ],
)
def test_one_script_serves_many_words(forms: tuple[str, ...], script: str) -> None:
    lemmas = {"denied": "deny", "carried": "carry", "Carried": "carry", "was": "be", "is": "be", "talks": "talk"}
    lemmas |= {"Guns": "gun", "Kabul": "Kabul", "said-so": "said-so", "Afghans": "Afghan", "Talibans": "Taliban"}
    assert {script_of(form, lemmas[form]) for form in forms} == {script}


def test_a_script_that_cuts_more_than_there_is_cuts_nothing() -> None:
    assert applied("is", "l|3|y") == "is"
    assert applied("As", "l|2|") == "as"
