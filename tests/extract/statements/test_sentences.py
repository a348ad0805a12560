"""Pages: tokens, sentences, paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.statements.sentences import LONGEST, page_of


def sentences(text: str) -> list[str]:
    page = page_of(text)
    return [text[slice(*page.span(*sentence))] for sentence in page.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Hale left.",
        "H.E. Ana Hale left.",
        "J. K. Hale left.",
        "He left at 5 p.m. and slept.",
        "The U.S. Senate met.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_sentence_may_end_after_an_abbreviation() -> None:
    assert sentences("He left at 5 p.m. The gate was shut.") == ["He left at 5 p.m.", "The gate was shut."]


def test_closing_marks_belong_to_the_sentence() -> None:
    assert sentences("“Go.” She left.") == ["“Go.”", "She left."]


def test_a_sentence_goes_on_after_marks() -> None:
    assert sentences("“Go!” she said.") == ["“Go!” she said."]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    assert sentences("TARVA, Jan 6 (Hill Wire) - The gate was shut.") == ["The gate was shut."]


def test_sentences_do_not_cross_paragraphs() -> None:
    assert sentences("The gate\n\nwas shut") == ["The gate", "was shut"]


def test_a_sentence_with_no_end_is_ended() -> None:
    page = page_of("word " * (3 * LONGEST))
    assert max(last - first for first, last in page.sentences) <= LONGEST


@given(st.text(max_size=120))
def test_tokens_are_the_text(text: str) -> None:
    page = page_of(text)
    assert [text[a:b] for a, b in zip(page.start, page.end, strict=True)] == page.token
    assert len(page.quote_of) == len(page.kind) == len(page.lower) == len(page.token)
