"""Letters set apart are read as the words they spell; initials, lists and headings of columns stay."""

import pytest

from sayso.clean.spelling import repairs


def read_words(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.replacement) for one in repairs(text)]


def test_a_spaced_word_is_one_repair() -> None:
    assert read_words("they fear t e r r o r there") == [("t e r r o r", "terror")]
    assert read_words("T E R R O R!") == [("T E R R O R", "TERROR")]


def test_swapped_letters_among_them_are_read_too() -> None:
    assert read_words("they fear t e r r 0 r there") == [("t e r r 0 r", "terror")]


def test_words_run_together_are_told_apart_where_there_is_one_way() -> None:
    assert read_words("the t e r r o r a t t a c k on it") == [("t e r r o r", "terror"), ("a t t a c k", "attack")]
    assert read_words("a t e r r o r a t t a c k on it") == []  # "a terror" or "at error"


@pytest.mark.parametrize(
    "text", ["U S A", "A B C D E", "M T W T F S S", "J R R T", "I I I I", "x y z w v u", "a b c or d e f"]
)
def test_initials_and_lists_stay(text: str) -> None:
    assert read_words(f"They saw {text} there.") == []
