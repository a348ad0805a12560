"""The best tree over the words of a sentence."""

from __future__ import annotations

import time
from functools import lru_cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from sayso.language.trees import is_tree, tree_of

Floats = NDArray[np.float32]


def scores(most: int, reach: int = 20) -> st.SearchStrategy[Floats]:
    return st.integers(1, most).flatmap(
        lambda count: arrays(np.float32, (count, count + 1), elements=st.floats(-reach, reach, width=32))
    )


def leads_to_the_root(heads: tuple[int, ...]) -> bool:
    for word in range(1, len(heads) + 1):
        for _ in heads:
            word = heads[word - 1] if word else 0
        if word:
            return False
    return heads.count(0) == 1


@lru_cache
def trees(count: int) -> list[tuple[int, ...]]:
    return [heads for heads in product(range(count + 1), repeat=count) if leads_to_the_root(heads)]


def worth(given: Floats, heads: tuple[int, ...] | list[int]) -> float:
    return sum(float(given[at, head]) for at, head in enumerate(heads))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5).filter(lambda heads: max(heads) <= len(heads)))
def test_a_tree_is_where_every_word_leads_to_the_one_root(heads: list[int]) -> None:
    assert is_tree(heads) == leads_to_the_root(tuple(heads))


def test_there_are_as_many_trees_as_cayley_counted() -> None:
    assert [len(trees(count)) for count in (1, 2, 3, 4, 5)] == [1, 2, 9, 64, 625]


@given(scores(5))
def test_no_other_tree_is_worth_more(given: Floats) -> None:
    found = tree_of(given)
    assert is_tree(found)
    assert worth(given, found) >= max(worth(given, heads) for heads in trees(len(given))) - 1e-3


@given(scores(30, reach=3))
def test_there_is_one_root_and_no_circle(given: Floats) -> None:
    assert is_tree(tree_of(given))


def test_a_tree_that_every_word_chose_is_kept() -> None:
    wanted = [2, 0, 2, 5, 3]
    given = np.zeros((5, 6), np.float32)
    given[range(5), wanted] = 9
    assert tree_of(given) == wanted


def test_where_all_words_want_to_be_the_root_one_is() -> None:
    given = np.zeros((4, 5), np.float32)
    given[:, 0] = [8, 9, 8, 8]
    assert [word for word, head in enumerate(tree_of(given), start=1) if not head] == [2]


@pytest.mark.parametrize("kind", ["equal", "near", "noise"])
def test_the_longest_window_takes_no_second(kind: str) -> None:
    count = 250
    far = np.abs(np.arange(count)[:, None] - np.arange(count + 1)[None] + 1)
    given = {"equal": 0 * far, "near": -far, "noise": np.sin(far * 7.7)}[kind].astype(np.float32)
    began = time.process_time()
    assert is_tree(tree_of(given))
    assert time.process_time() - began < 1
