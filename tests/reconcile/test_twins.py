"""Groups by average link, and like happenings told apart by what their articles do not share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.reconcile.grouping import average_link
from sayso.reconcile.twins import groups_of, twins_apart


def terms(*rows: str) -> NDArray[np.float32]:
    words = sorted({word for row in rows for word in row.split()})
    return np.array([[row.split().count(word) for word in words] for row in rows], np.float32)


def fights(count: int, rival: str, town: str) -> list[str]:
    return [
        f"champion boxer title {rival} {town} {rival}s-camp {town}-hall seen-by-{rival}-{at}" for at in range(count)
    ]


def test_two_fights_of_one_boxer_are_two_happenings() -> None:
    held = terms(*fights(4, "orlov", "minsk"), *fights(4, "baird", "leeds"))
    assert twins_apart(held, list(range(8))) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_what_all_tell_alike_stays_together() -> None:
    held = terms(*fights(8, "orlov", "minsk"))
    assert twins_apart(held, list(range(8))) == [list(range(8))]


def test_one_article_is_not_parted_from_the_rest() -> None:
    held = terms(*fights(6, "orlov", "minsk"), *fights(1, "baird", "leeds"))
    assert twins_apart(held, list(range(7))) == [list(range(7))]


def test_a_group_of_few_is_left_alone() -> None:
    held = terms(*fights(2, "orlov", "minsk"), *fights(2, "baird", "leeds"))
    assert twins_apart(held, [0, 1, 2, 3]) == [[0, 1, 2, 3]]


def test_three_happenings_are_told_apart_one_after_the_other() -> None:
    held = terms(*fights(4, "orlov", "minsk"), *fights(4, "baird", "leeds"), *fights(4, "cruz", "lima"))
    assert sorted(twins_apart(held, list(range(12)))) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]


@given(seed=st.integers(0, 10_000))
def test_groups_are_those_of_average_link(seed: int) -> None:
    rng = np.random.default_rng(seed)
    half = rng.random((9, 9))
    alike = (half + half.T) / 2
    names = [str(at) for at in range(9)]
    scores = {(str(one), str(other)): float(alike[one, other]) for one in range(9) for other in range(one)}
    expected = [[int(name) for name in group] for group in average_link(names, scores, 0.5)]
    assert sorted(groups_of(alike, 0.5)) == expected


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_and_one_are_groups_of_their_own(count: int) -> None:
    assert groups_of(np.ones((count, count)), 0.5) == [[0]][:count]
