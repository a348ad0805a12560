"""How far two statements put forward one proposition: by words, deeds, sides, numbers, place and day."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.propositions import (
    FEATURES,
    SAME,
    compared,
    counts_agree,
    features,
    likeness,
    owns_up,
    proposition_keys,
    sense_likeness,
    telling_words,
)
from sayso.reconcile.sayings import Saying, counts_in
from sayso.schema.data import read_data
from tests.reconcile.reports import CHILE, ENVOY, LIMA_ARMY, NURSE, SPOKESMAN, VILLAGERS, Report, saying

CONTENTS = (
    "shells fell on the mill at Orvela",
    "no shell fell on the mill at Orvela",
    "nine herders were killed near Orvela",
    "four herders were killed near Orvela",
    "it is a lie that the mill was shelled",
    "the council met twice",
)


def feature(name: str, one: Saying, other: Saying) -> float:
    return features(one, other)[FEATURES.index(name)]


@given(st.sampled_from(CONTENTS), st.sampled_from(CONTENTS), st.sampled_from((None, NURSE, SPOKESMAN, ENVOY)))
def test_likeness_is_the_same_whichever_comes_first(one: str, other: str, speaker: object) -> None:
    mine, theirs = saying(one, NURSE), saying(other, speaker)  # type: ignore[arg-type]
    assert features(mine, theirs) == features(theirs, mine)
    assert likeness(mine, theirs) == likeness(theirs, mine)


def test_the_same_matter_in_other_words_is_one_proposition() -> None:
    one = saying("nine herders were killed when shells hit the mill near Orvela", NURSE)
    other = saying("the shelling of the mill near Orvela killed nine herders", ENVOY)
    assert likeness(one, other) >= SAME


def test_another_matter_is_another() -> None:
    assert likeness(saying("shells fell on the mill at Orvela", NURSE), saying("the council met twice", ENVOY)) < SAME


def test_what_calls_a_claim_false_does_not_share_it() -> None:
    assert likeness(saying("the mill was shelled", NURSE), saying("it is a lie that the mill was shelled", ENVOY)) == 0


def test_other_numbers_of_one_thing_are_another_proposition() -> None:
    assert likeness(saying("nine herders died at Orvela", NURSE), saying("four herders died at Orvela", ENVOY)) == 0


def test_each_side_blaming_the_other_is_not_one_proposition() -> None:
    one = saying("the shelling of Orvela", ENVOY, "accusation", target=LIMA_ARMY)
    other = saying("the shelling of Orvela", SPOKESMAN, "accusation", target=CHILE)
    assert likeness(one, other) == 0


def test_statements_that_put_nothing_forward_are_not_compared() -> None:
    words = "nine herders were killed at the mill near Orvela"
    assert list(compared(saying(words, NURSE, "denial"), saying(words, ENVOY))) == []


def test_a_match_tells_the_words_that_are_shared() -> None:
    words = "nine herders were killed at the mill near Orvela"
    (match,) = compared(saying(words, NURSE), saying(words, ENVOY))
    assert match.kind == "same"
    assert "orvela" in match.why


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("at least 11 trucks", "12 trucks", 1), ("nine trucks", "12 trucks", -1), ("nine trucks", "12 boats", 0)],
)
def test_counts_agree_where_bounds_of_one_noun_overlap(one: str, other: str, agree: int) -> None:
    assert counts_agree(counts_in(one), counts_in(other)) == agree


def test_soldiers_of_two_states_are_not_counted_together() -> None:
    assert counts_agree(counts_in("nine Peruvian soldiers"), counts_in("four Chilean soldiers")) == 0


def test_deeds_of_one_root_and_party_speak_for_one_proposition_and_of_others_against() -> None:
    def told(actor: object) -> Saying:
        report = Report("They shelled the mill.")
        report.does("shelled", "ASSAULT", said_in=report.says(NURSE, "They shelled the mill"), actors=[actor])
        return report.sayings[0]

    assert feature("deeds", told(LIMA_ARMY), told(LIMA_ARMY)) > 0
    assert feature("deeds_differ", told(LIMA_ARMY), told(CHILE)) == 1


def test_kinds_of_harm_meet_in_other_words() -> None:
    one, other = saying("he was detained", NURSE), saying("soldiers arrested the ferryman", VILLAGERS)
    assert feature("kinds", one, other) == 1
    assert feature("kinds_differ", one, saying("shells fell", NURSE)) == 1


def test_senses_are_compared_by_their_angle_and_unkept_ones_not_at_all() -> None:
    one, other = np.array([3, 4], np.int8).tobytes(), np.array([6, 8], np.int8).tobytes()
    assert sense_likeness(one, other) == pytest.approx(1)
    assert sense_likeness(one, b"") == 0


def test_a_side_owns_up_to_what_it_is_blamed_for_in_other_words() -> None:
    blamed = saying("Peruvian shells hit the mill at Orvela", ENVOY, "accusation", target=LIMA_ARMY)
    owned = saying("that one of its shells may have hit Orvela", SPOKESMAN, "confirmation", day="2031-05-12")
    assert owns_up(owned, blamed)
    assert not owns_up(blamed, owned)
    assert "acknowledges" in {match.kind for match in compared(blamed, owned)}


def test_nobody_owns_up_to_another_sides_deed() -> None:
    blamed = saying("Peruvian shells hit the mill at Orvela", ENVOY, "accusation", target=LIMA_ARMY)
    assert not owns_up(saying("that shells hit the mill at Orvela", ENVOY, "confirmation"), blamed)


def test_keys_are_few_and_hold_every_two_of_the_words_that_tell_most() -> None:
    one = saying("nine herders were killed when shells hit the mill and the chapel of Orvela at dawn", NURSE)
    keys = {key.value for key in proposition_keys(one)}
    assert keys == {f"{first} {second}" for first, second in combinations(sorted(telling_words(one)), 2)}
    assert len(keys) <= 15


def test_the_table_weighs_just_the_features() -> None:
    table = read_data("sayso.reconcile", "propositions.toml")["weights"]
    assert set(table) == {"bias", "confirms", *FEATURES}
