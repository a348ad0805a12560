"""Texts are read in windows that together are all words, whatever the text."""

from __future__ import annotations

import re
from itertools import chain, pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.pieces import CLS, SEP, pieces
from sayso.language.shapes import SHAPES
from sayso.language.windows import BUDGET, LIMIT, Words, batch_of, batches, windows, words_of

WORD = st.sampled_from(
    ["the", "Kabul", "said", ".", "“", "”", '"', "Nangarhar", "5:40", "antidisestablishmentarianism"]
)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=60).map(" ".join)
TEXTS = st.one_of(st.lists(PARAGRAPH, max_size=12).map("\n\n".join), st.text(max_size=200))
LONG = st.builds(
    lambda words, times: " ".join(words * times), st.lists(WORD, min_size=1, max_size=9), st.integers(1, 90)
)


def read(text: str) -> Words:
    return words_of(text, [found.span() for found in re.finditer(r"\w+|[^\w\s]", text)], pieces())


def pieces_in(words: Words, window: tuple[int, int]) -> int:
    return sum(len(split) for split in words.pieces[slice(*window)])


@given(st.one_of(TEXTS, LONG))
def test_windows_are_all_words_once_and_in_order(text: str) -> None:
    words = read(text)
    found = windows(words)
    assert list(chain.from_iterable(range(*window) for window in found)) == list(range(len(words)))
    assert all(first < last for first, last in found)


@given(st.one_of(TEXTS, LONG))
def test_no_window_is_longer_than_the_encoder_reads(text: str) -> None:
    words = read(text)
    assert all(pieces_in(words, window) <= LIMIT for window in windows(words))


@given(st.lists(PARAGRAPH, min_size=1, max_size=12).map("\n\n".join))
def test_a_paragraph_that_fits_is_read_whole(text: str) -> None:
    words = read(text)
    starts = {first for first, _ in windows(words)}
    for first, last in pairwise([*(at for at, gap in enumerate(words.gap) if gap == 3), len(words)]):
        if pieces_in(words, (first, last)) <= LIMIT:
            assert starts.isdisjoint(range(first + 1, last))


def test_short_paragraphs_are_read_together_until_the_budget_is_spent() -> None:
    words = read("\n\n".join(["He left."] * 100))
    sizes = [pieces_in(words, window) for window in windows(words)]
    assert all(BUDGET - 3 < size <= BUDGET for size in sizes[:-1])


def test_a_long_paragraph_is_cut_behind_a_stop() -> None:
    words = read("The guns left the ridge before the talks began. " * 60)
    assert len(windows(words)) > 1
    assert all(words.form[last - 1] == "." for _, last in windows(words))


def test_a_text_without_words_has_no_window() -> None:
    assert windows(words_of("", [], pieces())) == windows(words_of(" \n", [], pieces())) == []


def test_what_stands_before_a_word_is_told() -> None:
    words = read("Six guns.\nThey left\n\nagain")
    assert list(zip(words.form, words.gap, strict=True)) == [
        ("Six", 3),
        ("guns", 1),
        (".", 0),
        ("They", 2),
        ("left", 1),
        ("again", 3),
    ]


def test_where_a_word_stands_in_a_quotation_is_told() -> None:
    words = read("“We left,” he said.")
    assert words.form == ["“", "We", "left", ",", "”", "he", "said", "."]
    assert words.quoted == [2, 3, 3, 3, 2, 1, 1, 1]


@given(st.lists(st.integers(3, 252), max_size=40), st.integers(252, 600))
def test_batches_hold_every_window_once_and_no_more_than_there_is_room_for(sizes: list[int], room: int) -> None:
    found = list(batches(sizes, room))
    assert sorted(chain.from_iterable(found)) == list(range(len(sizes)))
    assert all(len(batch) * max(sizes[number] for number in batch) <= room for batch in found)


@settings(deadline=None)
@given(TEXTS.filter(lambda text: len(read(text)) > 0))
def test_the_arrays_of_a_batch_agree(text: str) -> None:
    words = read(text)
    cuts = windows(words)
    batch = batch_of([(words, *cut) for cut in cuts])
    for row, (first, last) in enumerate(cuts):
        width, length = last - first, 2 + pieces_in(words, (first, last))
        assert batch.mask[row].tolist() == [1] * length + [0] * (batch.ids.shape[1] - length)
        assert batch.real[row].tolist() == [1] * width + [0] * (batch.real.shape[1] - width)
        assert (batch.ids[row, 0], batch.ids[row, length - 1]) == (CLS, SEP)
        assert tuple(batch.ids[row, 1 : length - 1]) == tuple(chain.from_iterable(words.pieces[first:last]))
        for at in range(width):
            start, end = batch.first[row, at], batch.last[row, at] + 1
            assert tuple(batch.ids[row, start:end]) == words.pieces[first + at]
            assert 0 < batch.shape[row, start] < SHAPES
            assert all(batch.shape[row, start + 1 : end] == batch.shape[row, start] + SHAPES)
            assert len(set(batch.ending[row, start:end])) == len(set(batch.quoted[row, start:end])) == 1
            assert batch.gap[row, start] == words.gap[first + at]
    outside = batch.mask == 0
    assert not any(values[outside].any() for values in (batch.ids, batch.shape, batch.ending, batch.gap, batch.quoted))


def test_a_window_and_a_paragraph_begin_a_sentence_and_the_rest_is_unknown() -> None:
    words = read("He left. She stayed.\n\nThey met.")
    assert batch_of([(words, 0, 9)]).given.tolist() == [[1, -1, -1, -1, -1, -1, 1, -1, -1]]


def test_sentences_that_are_known_are_told_and_a_window_begins_one() -> None:
    words = read("He left. She stayed.")
    assert batch_of([(words, 0, 6)], [[1, 0, 0, 1, 0, 0]]).given.tolist() == [[1, 0, 0, 1, 0, 0]]
    assert batch_of([(words, 1, 6)], [[0, 0, 1, 0, 0]]).given.tolist() == [[1, 0, 1, 0, 0]]


def test_a_batch_names_every_input_of_the_encoder() -> None:
    words = read("He left.")
    feed = batch_of([(words, 0, 3)]).feed()
    assert set(feed) == {"ids", "mask", "shape", "ending", "gap", "quoted", "first", "last", "real", "given"}
    assert all(values.dtype == np.int64 for values in feed.values())
