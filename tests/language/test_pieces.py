"""Words are split into pieces as BERT splits them, and never into more than are read."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.pieces import LONGEST, Pieces, pieces

VOCABULARY = ["[PAD]", "deny", "den", "##ied", "##y", "k", "##a", "##bul", "-", "kabul"]
SIZE = len(files("sayso.language").joinpath("weights/vocabulary.txt").read_text("utf-8").split("\n"))

WRITTEN = st.characters(min_codepoint=0x21, max_codepoint=0x24F, exclude_categories=("C", "Z"))
ABROAD = st.sampled_from("жителиКиевпоселокشلوםשעברית北京的—–’‘“”…«»€№")
WORDS = st.one_of(
    st.text(st.one_of(WRITTEN, ABROAD), min_size=1, max_size=20),
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=14),
)


@given(st.text(max_size=300))
def test_any_word_has_one_to_sixteen_pieces_of_the_vocabulary(word: str) -> None:
    found = pieces()[word]
    assert 1 <= len(found) <= LONGEST
    assert all(0 <= number < SIZE for number in found)


@given(st.text(max_size=20))
def test_a_word_is_split_the_same_way_each_time(word: str) -> None:
    first = pieces()[word]
    assert pieces()[word] == first == pieces()._split(word)


def test_the_longest_piece_is_taken_first() -> None:
    split = Pieces(VOCABULARY)
    assert split["deny"] == (1,)
    assert split["denied"] == (2, 3)
    assert split["kabul"] == (9,)


def test_a_word_with_a_letter_of_no_piece_is_unknown_as_a_whole() -> None:
    assert Pieces(VOCABULARY)["denz"] == pieces()[""] == (100,)


def test_marks_part_a_word() -> None:
    assert Pieces(VOCABULARY)["den-y"] == Pieces(VOCABULARY)["den"] + (8,) + (100,)


@pytest.mark.parametrize(("one", "other"), [("Kabul", "kabul"), ("RÉSUMÉ", "resume"), ("Zürich", "zurich")])
def test_case_and_accents_are_left_out(one: str, other: str) -> None:
    assert pieces()[one] == pieces()[other]


@pytest.fixture(scope="module")
def bert() -> Any:
    tokenizers = pytest.importorskip("tokenizers", reason="compares with a library that is not needed otherwise")
    vocabulary = files("sayso.language").joinpath("weights/vocabulary.txt").read_text("utf-8").split("\n")
    return tokenizers.BertWordPieceTokenizer({piece: at for at, piece in enumerate(vocabulary)}, lowercase=True)


@given(word=WORDS)
def test_pieces_are_those_of_bert(bert: Any, word: str) -> None:
    assert list(pieces()[word]) == bert.encode(word, add_special_tokens=False).ids[:LONGEST]
