"""A dateline opens a paragraph in capitals and ends at a dash; what merely shouts or is merely dashed is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.datelines import after_datelines
from sayso.language.pieces import pieces
from sayso.language.tokens import blank
from sayso.language.windows import Words, words_of

NLP = blank()


def read(text: str) -> Words:
    return words_of(text, [(word.idx, word.idx + len(word)) for word in NLP(text) if not word.is_space], pieces())


def datelines(text: str) -> list[str]:
    words = read(text)
    return [text[words.start[first] : words.end[last - 1]] for first, last in after_datelines(words)]


@pytest.mark.parametrize(
    "line",
    [
        "GENEVA, May 4 (Reuters) -",
        "PORT SUDAN —",
        "PORT SUDAN, Sudan, May 4 —",
        "DA NANG –",
        "QUITO (Andean Wire) —",
        "LUSAKA, 12 March 2024 (AFP) –",
    ],
)
def test_a_place_in_capitals_up_to_a_dash_is_a_dateline(line: str) -> None:
    assert datelines(f"{line} The mill burned on Monday.") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Geneva - The mill burned on Monday.",
        "GENEVA burned on Monday.",
        "The mill in GENEVA - an old one - burned.",
        "GENEVA-based engineers mended the mill.",
        "GENEVA\n— The mill burned.",
        "A - The mill burned.",
        "It was late. QUITO — the mill burned.",
        "QUITO —",
        "",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert datelines(text) == []


def test_a_dash_far_behind_ends_no_dateline() -> None:
    assert datelines("GENEVA " + "and the mill that burned there on Monday night " * 2 + "— an old one.") == []


def test_every_paragraph_may_open_with_one() -> None:
    text = "MILLS\n\nQUITO — It burned.\n\nLIMA, May 4 - It did not."
    assert datelines(text) == ["QUITO —", "LIMA, May 4 -"]


def test_the_report_begins_right_behind_it() -> None:
    words = read("QUITO — The mill burned.")
    ((_, last),) = after_datelines(words)
    assert words.form[last] == "The"


@given(
    st.lists(st.sampled_from(["QUITO", "DA", "A", "—", "-", ",", "(", ")", "The", "mill", "\n\n", "\n"]), max_size=40)
)
def test_datelines_stand_inside_the_text_and_apart(parts: list[str]) -> None:
    words = read(" ".join(parts))
    found = after_datelines(words)
    assert all(0 <= first < last < len(words) for first, last in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
