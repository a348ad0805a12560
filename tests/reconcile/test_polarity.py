"""What words tell of a statement: that something is not so, is false, only pointed at, turned down or owned up to."""

from __future__ import annotations

import pytest

from sayso.reconcile.polarity import (
    admits,
    calls_false,
    disowns,
    is_turned,
    names_its_target,
    points_at,
    takes_in_all,
    withdraws,
)
from sayso.schema.data import read_data


@pytest.mark.parametrize("text", ["No shell fell on the mill", "the bridge wasn't hit", "the raid never took place"])
def test_words_of_negation_turn_a_statement(text: str) -> None:
    assert is_turned(text)


@pytest.mark.parametrize(
    "text", ["not only the bridge was hit", "the ferry no longer runs", "there is no doubt about it"]
)
def test_idle_negations_do_not(text: str) -> None:
    assert not is_turned(text)


def test_a_denial_may_call_a_claim_false_without_a_negation() -> None:
    assert calls_false("a malicious fabrication")
    assert not is_turned("a malicious fabrication")


@pytest.mark.parametrize("text", ["that account", "the report", "it", "those allegations", "that number"])
def test_words_without_matter_of_their_own_point_at_what_was_said(text: str) -> None:
    assert points_at(text)


def test_words_with_matter_of_their_own_do_not() -> None:
    assert not points_at("the report of a raid on the mill")


def test_an_account_takes_in_all_that_was_said_and_a_remark_does_not() -> None:
    assert takes_in_all("that account")
    assert not takes_in_all("that remark")


def test_what_is_denied_may_stand_in_the_words() -> None:
    assert names_its_target("rumours of a mutiny")
    assert not names_its_target("the rumours")


@pytest.mark.parametrize(
    "text", ["any involvement", "any part in the raid", "having ordered it", "being behind the blast"]
)
def test_a_denial_may_turn_down_a_deed(text: str) -> None:
    assert disowns(text)


def test_a_denial_that_something_happened_turns_down_no_deed() -> None:
    assert not disowns("that the mill was burned")


def test_cues_tell_who_owns_up_and_who_takes_back() -> None:
    assert admits("conceded")
    assert not admits("said")
    assert withdraws("retracted")
    assert not withdraws("rejected")


def test_every_word_that_turns_a_statement_does() -> None:
    assert all(
        is_turned(f"the mill {word} burned") for word in read_data("sayso.reconcile", "polarity.toml")["turning"]
    )


def test_every_word_that_calls_false_does() -> None:
    assert all(calls_false(f"a {word} thing") for word in read_data("sayso.reconcile", "polarity.toml")["calling"])


def test_every_word_that_points_does() -> None:
    assert all(points_at(word) for word in read_data("sayso.reconcile", "polarity.toml")["pointing"])
