"""Words are cut as Universal Dependencies cuts English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokens import blank

NLP = blank()


def words(text: str) -> list[str]:
    return [token.text for token in NLP(text)]


@given(st.text(max_size=200))
def test_no_character_is_lost_whatever_the_text(text: str) -> None:
    assert "".join(token.text_with_ws for token in NLP(text)) == text


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("They didn't sign.", ["They", "did", "n't", "sign", "."]),
        ("the minister's aide", ["the", "minister", "'s", "aide"]),
        ("We cannot stay.", ["We", "can", "not", "stay", "."]),
        ("They're gonna go.", ["They", "'re", "gon", "na", "go", "."]),
        ("(six guns)", ["(", "six", "guns", ")"]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
    ],
)
def test_clitics_and_marks_are_words_of_their_own(text: str, cut: list[str]) -> None:
    assert words(text) == cut


def test_the_possessive_its_is_one_word() -> None:
    assert words("The army moved its guns; they were well.")[3:5] == ["its", "guns"]
    assert words("Its well ran dry")[:2] == ["Its", "well"]


def test_a_slash_between_letters_parts_words() -> None:
    assert words("and/or the north/south line") == ["and", "/", "or", "the", "north", "/", "south", "line"]


@pytest.mark.parametrize(
    "word", ["non-state", "anti-tank", "co-ordinate", "desk@courier.example", "@ridgevoice", "#ceasefire", "Brig."]
)
def test_some_words_stay_whole(word: str) -> None:
    assert words(f"the {word} group")[1] == word


@pytest.mark.parametrize("run", ["!!", "?!", "--", "...", "***"])
def test_a_run_of_marks_is_one_word(run: str) -> None:
    assert words(f"They left {run} at once")[2] == run


def test_a_range_of_numbers_is_three_words_and_a_telephone_number_one() -> None:
    assert words("10-12 1998-2003 1974-75") == ["10", "-", "12", "1998", "-", "2003", "1974", "-", "75"]
    assert words("345-8702 or 713-853-1575") == ["345-8702", "or", "713-853-1575"]


def test_a_web_address_is_one_word() -> None:
    assert "https://courier.example/a?b=c" in words("see https://courier.example/a?b=c for more")
