"""Quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quotes import quotations


def inner(text: str) -> list[str]:
    return [text[quote.inner_start : quote.inner_end] for quote in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” he said.",
        '"No," he said.',
        "``No,'' he said.",
        "''No,'' he said.",
        "«No,» he said.",
        "‘No,’ he said.",
        "'No,' he said.",
    ],
)
def test_marks_of_every_habit(text: str) -> None:
    assert inner(text) == ["No,"]


def test_apostrophes_are_no_marks() -> None:
    assert inner("The guards' keys weren't Hale's, and 'twas the '90s.") == []


def test_an_apostrophe_does_not_close_single_marks() -> None:
    assert inner("‘It’s the guards’ gate,’ he said.") == ["It’s the guards’ gate,"]


def test_a_plural_possessive_inside_straight_single_marks() -> None:
    assert inner("'The guards' keys are lost,' he said.") == ["The guards' keys are lost,"]


def test_marks_inside_marks_belong_to_the_outer_ones() -> None:
    assert inner("“They shouted ‘Go home’ at us,” he said.") == ["They shouted ‘Go home’ at us,"]


def test_inches_are_no_marks() -> None:
    assert inner('A 5" pipe lay beside the gate.') == []


def test_a_quotation_over_paragraphs_goes_on() -> None:
    quotes = quotations("He said: “One night.\n\n“And another.”")
    assert [(quote.closed, quote.continued) for quote in quotes] == [(False, False), (True, True)]


def test_a_mark_forgotten_at_the_end_of_a_paragraph_after_a_colon() -> None:
    assert inner("He said: “The gate is shut.\n\nNobody came.") == ["The gate is shut."]


def test_a_stray_mark_takes_nothing_with_it() -> None:
    assert inner("“The gate is shut, he said.\n\nNobody came.") == []


def test_a_new_quotation_after_a_forgotten_close() -> None:
    assert inner('"The gate is shut, he said. "Go home."') == ["The gate is shut, he said. ", "Go home."]


def test_piles_of_marks_are_no_quotation() -> None:
    assert inner('"""""" and """ then') == []


@given(st.text(alphabet="ab s.,:\n“”\"'‘’«»`", max_size=80))
def test_quotations_are_in_order_inside_the_text_and_apart(text: str) -> None:
    edge = 0
    for quote in quotations(text):
        assert edge <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= len(text)
        edge = quote.end


@pytest.mark.parametrize("piece", ['"', '"a ', "“a", "'a ", "'as' ", "‘a’", "“a b\n\n"])
def test_time_is_linear(piece: str) -> None:
    start = time.process_time()
    quotations(piece * (300_000 // len(piece)))
    assert time.process_time() - start < 3
