"""Words as numbers, their 4-grams, and the keys that are kept of an article."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.grams import (
    KEYS,
    common_among,
    containment,
    gram_set,
    grams_of,
    shared_count,
    sketch,
    words_in,
)

TEXT = "The ferry sank off Tarn Harbour before dawn, and divers pulled nine cellos from its flooded hold."


def quotes(text: str) -> list[str]:
    words = words_in(text)
    return [text[start:end] for start, end in zip(words.start, words.end, strict=True)]


def long_text(count: int, first: int = 0) -> str:
    return " ".join(f"word{number}x" for number in range(first, first + count))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s Ana's 1,400 cellos.", ["It’s", "Ana's", "1,400", "cellos"]),
        ("‘Stop,’ he said", ["Stop", "he", "said"]),
        ("air-raid, PMN-2", ["air", "raid", "PMN", "2"]),
        ("an att@ck on terr0r", ["an", "att@ck", "on", "terr0r"]),
        ("a@b, $5 and 10!", ["a@b", "5", "and", "10"]),
        ("停火 now", ["停", "火", "now"]),
        ("קול שָׁלוֹם", ["קול", "שָׁלוֹם"]),
        ("...", []),
        ("", []),
    ],
)
def test_words_are_stretches_of_the_text(text: str, words: list[str]) -> None:
    assert quotes(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TARN harbour", "tarn Harbour"),
        ("didn’t", "didnt"),
        ("Éloïse", "eloise"),
        ("terr0rist att@cks", "terrorist attacks"),
        ("1,400", "1400"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_spellings_of_one_word_are_one_number(one: str, other: str) -> None:
    assert words_in(one).number.tolist() == words_in(other).number.tolist()


def test_letters_in_another_order_are_another_word() -> None:
    assert words_in("tarn").number != words_in("rant").number


def test_capitals_are_told() -> None:
    assert words_in("the Tarn ferry Élan").capital.tolist() == [False, True, False, True]


def test_capitals_are_told_where_lowering_changes_the_length() -> None:
    assert words_in("İzmir ferry").capital.tolist() == [True, False]


@given(st.text())
def test_words_of_any_text_follow_each_other(text: str) -> None:
    words = words_in(text)
    assert (words.start < words.end).all()
    assert (words.end[:-1] <= words.start[1:]).all()
    assert len(words.number) == len(words.capital)
    assert not len(words.end) or words.end[-1] <= len(text)


def test_numbers_are_the_same_in_every_process() -> None:
    code = f"from sayso.reconcile.grams import gram_set; print(gram_set({TEXT!r}).tolist())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(gram_set(TEXT).tolist())


def test_a_text_of_fewer_words_than_a_gram_has_none() -> None:
    assert not len(gram_set("three words only"))


def test_the_order_of_words_counts() -> None:
    assert not shared_count(gram_set("one two three four"), gram_set("four three two one"))


def test_a_set_is_sorted_and_holds_each_gram_once() -> None:
    grams = gram_set(f"{TEXT} {TEXT}")
    assert (np.diff(grams.astype(object)) > 0).all()


def test_containment_tells_both_ways() -> None:
    inner, outer = gram_set(long_text(10)), gram_set(long_text(31))
    assert containment(inner, outer) == (1.0, 7 / 28)


def test_nothing_contains_nothing() -> None:
    assert containment(gram_set(""), gram_set(TEXT)) == (0.0, 0.0)


def test_a_short_article_keeps_all_grams_that_tell() -> None:
    assert len(sketch(words_in(long_text(60)))) == 57


def test_grams_of_common_words_and_names_are_no_keys() -> None:
    assert not len(sketch(words_in("General Ana Rovik told reporters in Quito on Monday that the army had")))


@pytest.mark.parametrize("count", [400, 900, 3000])
def test_a_long_article_keeps_about_as_many_keys_as_any(count: int) -> None:
    assert 0.7 * KEYS < len(sketch(words_in(long_text(count)))) < 1.3 * KEYS


def test_what_a_longer_article_keeps_of_shared_grams_a_shorter_one_keeps_too() -> None:
    short, long = words_in(long_text(300)), words_in(long_text(2000))
    both = np.intersect1d(sketch(long), np.unique(grams_of(short.number)))
    assert len(both)
    assert set(both.tolist()) <= set(sketch(short).tolist())


def test_two_or_three_lifted_sentences_share_a_key_nearly_always() -> None:
    hits = 0
    for trial in range(200):
        lifted = long_text(50, first=100_000 + 50 * trial)
        one = f"{long_text(400, first=10_000 * trial)} {lifted} {long_text(400, first=10_000 * trial + 400)}"
        other = f"{lifted} {long_text(800, first=10_000 * trial + 5_000)}"
        hits += bool(shared_count(sketch(words_in(one)), sketch(words_in(other))))
    assert hits >= 194


def test_each_common_word_is_one_word_told_once() -> None:
    table = tomllib.loads(files("sayso.reconcile").joinpath("common_words.toml").read_text("utf-8"))["words"]
    words = [word for group in table.values() for word in group]
    assert len(words) == len(set(words))
    assert all(common_among(words_in(word).number).tolist() == [True] for word in words)
