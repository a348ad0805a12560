"""Characters that cannot be seen are read out of Latin words, and left to the scripts that need them."""

import pytest

from sayso.clean.spelling import repairs


@pytest.mark.parametrize(
    "hidden", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202a"]
)
def test_a_hidden_character_inside_a_word_is_read_out(hidden: str) -> None:
    text = f"the secu{hidden}rity post"
    assert [(text[one.start : one.end], one.replacement, one.rule) for one in repairs(text)] == [
        (f"secu{hidden}rity", "security", "invisible")
    ]


def test_a_name_that_no_list_knows_is_joined_too() -> None:
    assert [one.replacement for one in repairs("Mr Erdo\u00adğanov spoke")] == ["Erdoğanov"]


@pytest.mark.parametrize(
    "text", ["\ufeffThis is it", "\u202aattacks\u202c grew", "a family: 👨‍👩‍👧", "او می\u200cخواهد برود", "क्\u200dष"]
)
def test_what_stands_around_words_or_in_other_scripts_stays(text: str) -> None:
    assert repairs(text) == ()


def test_a_place_to_break_a_line_between_two_words_is_no_disguise() -> None:
    assert repairs("the border\u200battacks grew") == ()
