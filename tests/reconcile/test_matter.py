"""What a text is about: words of weight, names, numbers without days, states, deeds."""

import pytest

from sayso.reconcile.matter import matter_of, shared, weight_of
from sayso.reconcile.stems import stem
from sayso.schema.data import read_data

TABLE = read_data("sayso.reconcile", "matter.toml")


def test_days_tell_when_and_are_no_numbers_of_the_matter() -> None:
    told = matter_of("to free nine sailors by May 20, on the 15th or 3 June 2031 at 9 p.m.")
    assert told.numbers == {9}


def test_states_are_told_by_any_of_their_names_and_are_no_words_of_the_matter() -> None:
    told = matter_of("Peruvian guns near Lima, Chile’s troops")
    assert told.states == {"PER", "CHL"}
    assert not {"peru", "chile", "peruvian", "lima"} & told.words


def test_words_of_every_report_weigh_less_than_others_and_names_more() -> None:
    assert weight_of(stem("government")) < weight_of(stem("drone")) < weight_of("tacna", frozenset(("tacna",)))


def test_two_texts_share_by_their_words_alone() -> None:
    one, other = matter_of("reopen the Tacna crossing"), matter_of("the gate at Tacna was reopened")
    assert shared(one, other) == shared(other, one) > 3


@pytest.mark.parametrize("name", ["empty", "light"])
def test_a_word_stands_once_in_a_list(name: str) -> None:
    assert len(TABLE[name]) == len(set(TABLE[name]))


def test_what_is_empty_is_not_light() -> None:
    assert not set(TABLE["empty"]) & set(TABLE["light"])


def test_forms_and_words_for_one_thing_share_a_stem() -> None:
    for form, word in (*TABLE["stems"].items(), *TABLE["same"].items()):
        assert stem(form) == stem(word), form
