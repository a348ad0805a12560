"""The words of a figure say whether it is one of a row, alone, a share, near a number, or grown."""

from __future__ import annotations

import pytest

from sayso.reconcile.told import (
    in_order,
    in_row,
    is_about,
    is_over,
    is_share,
    is_single,
    ordinal,
    plain_date,
    tells_growth,
)
from sayso.schema.data import read_data
from tests.reconcile.figure_tellers import told

TABLES = read_data("sayso.reconcile", "numbers.toml")


@pytest.mark.parametrize(("word", "value"), TABLES["ordinals"].items())
def test_every_ordinal_tells_the_place_in_a_row(word: str, value: int) -> None:
    article = "an" if word[0] in "aeiou" else "a"
    assert ordinal(told("soldier", 1, context=f"{article} {word} young soldier died")) == value


def test_an_ordinal_of_something_else_does_not() -> None:
    assert in_row(told("soldier", 1, context="a soldier died on a third day")) == ""


@pytest.mark.parametrize("cue", TABLES["growth"]["words"])
def test_every_cue_of_growth_tells_it(cue: str) -> None:
    assert tells_growth(told("12", 12, context=f"it {cue} 12 soldiers"))


def test_a_cue_is_a_whole_word() -> None:
    assert not tells_growth(told("12", 12, context="the 12 are now attending a ceremony"))


@pytest.mark.parametrize("word", TABLES["growth"]["groups"])
def test_some_of_a_group_are_a_share(word: str) -> None:
    assert is_share(told("two", 2, context=f"two of {word} wounded died"))


def test_all_of_ones_people_are_no_share() -> None:
    assert not is_share(told("four", 4, context="four of our people are dead"))


def test_one_without_a_number_is_told_of_alone() -> None:
    assert is_single(told("soldier", 1, context="a soldier died"))
    assert not is_single(told("one", 1, context="one soldier died"))


def test_about_and_over_are_told_by_words() -> None:
    assert is_about(told("nearly 40", 40))
    assert is_over(told("more than 40", 41))
    assert not is_about(told("40", 40))
    assert not is_over(told("40", 40))


@pytest.mark.parametrize(
    ("day", "plain"), [("2026-03-01T08:00", "2026-03-01"), ("2026-SP", "2026"), ("2026-W10", "2026"), ("", "")]
)
def test_a_date_is_read_as_far_as_its_digits_go(day: str, plain: str) -> None:
    assert plain_date(day) == plain


def test_said_on_orders_before_published() -> None:
    copied = told("two", 2, said_on="2026-03-01", published="2026-03-09")
    assert in_order(told("three", 3), copied)[0] is copied
