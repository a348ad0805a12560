"""Words of a corpus are put back into a text as English writes them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.untokenized import spaced

WORDS = st.lists(
    st.one_of(
        st.sampled_from(["the", "Al", "-", "/", '"', ",", ".", "(", ")", "n't", "'s", "$", "“", "”", "–", "24"]),
        st.text(min_size=1, max_size=6).map(lambda word: "".join(word.split()) or "x"),
    ),
    max_size=30,
)


@given(WORDS)
def test_the_spans_read_back_the_words(words: list[str]) -> None:
    text, spans = spaced(words)
    assert [text[start:end] for start, end in spans] == words


@given(WORDS)
def test_between_words_stands_one_blank_or_none(words: list[str]) -> None:
    text, spans = spaced(words)
    edges = [(0, 0), *spans, (len(text), len(text))]
    between = [text[end:start] for (_, end), (start, _) in pairwise(edges)]
    assert set(between) <= {"", " "}
    assert between[0] == between[-1] == ""


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Kabul , the capital , fell .", "Kabul, the capital, fell."),
        ("They did n't sign the army 's text", "They didn't sign the army's text"),
        ("The group ( UPDF ) left", "The group (UPDF) left"),
        ('He said , " No " .', 'He said, "No".'),
        ("Al - Shabaab fought 24 / 7", "Al-Shabaab fought 24/7"),
        ("“ We left ” , he said", "“We left”, he said"),
        ("Aid - or war", "Aid-or war"),
        ("It cost $ 5 or 7 %", "It cost $5 or 7%"),
    ],
)
def test_blanks_stand_where_english_puts_them(words: str, text: str) -> None:
    assert spaced(words.split())[0] == text


def test_no_words_are_no_text() -> None:
    assert spaced([]) == ("", [])
