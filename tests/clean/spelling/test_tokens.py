"""Where a text may be disguised: whole tokens around odd characters, without the punctuation beside them."""

import pytest

from sayso.clean.spelling.tokens import doubtful_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Two att@cks, then", ["att@cks"]),
        ("(secu-rity)!", ["secu-rity"]),
        ("the att@ck’s end", ["att@ck’s"]),
        ("**b0mbs** and *note*", ["b0mbs"]),
        ("\u200bsecu\u200brity\u200b", ["secu\u200brity"]),
        ("In 2024, at 10:30, it fell 3.5% (a third).", []),
        ("No! Why? Yes... well - so", []),
    ],
)
def test_tokens_with_an_odd_character_inside(text: str, tokens: list[str]) -> None:
    assert [text[start:end] for start, end in doubtful_tokens(text)] == tokens


def test_a_token_too_long_for_a_word_is_passed_over() -> None:
    assert list(doubtful_tokens("a@" * 100)) == []
