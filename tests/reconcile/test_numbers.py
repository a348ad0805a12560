"""Two figures about one happening: equal, compatible, update, scope or conflict, by rules in order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.numbers import relation
from sayso.reconcile.records import Where
from sayso.reconcile.told import Told
from tests.reconcile.figure_tellers import (
    ARMY,
    ENVOY,
    GOVERNOR,
    NEIGHBOURS,
    REBELS,
    SPOKESMAN,
    at_least,
    party,
    told,
)

LATER = "2026-03-03"


def of(a: Told, b: Told, policy: str = "none") -> str:
    """The relation of two figures, the same in either order."""
    found = relation(a, b, policy)
    assert found == relation(b, a, policy)
    assert found is not None
    return found[0]


def test_figures_of_two_slots_are_not_compared() -> None:
    assert relation(told("two", 2), told("two", 2, slot="injured")) is None


def test_figures_of_two_units_are_not_compared() -> None:
    assert relation(told("5 km", 5000, unit="metre"), told("$5,000", 5000, unit="USD")) is None


def test_the_same_bounds_are_equal() -> None:
    assert of(told("two", 2, by=SPOKESMAN), told("2", 2, by=ENVOY)) == "equal"
    assert of(at_least(11), at_least(11, by=ENVOY)) == "equal"


def test_the_same_vague_word_is_equal() -> None:
    one, other = (Told(row, "killed", None, None, "dozens") for row in "ab")
    assert of(one, other) == "equal"


def test_numbers_that_cannot_both_be_so_conflict() -> None:
    assert of(told("two", 2, by=SPOKESMAN), told("five", 5, by=ENVOY)) == "conflict"
    assert of(at_least(11, by=ENVOY), told("one", 1, by=SPOKESMAN)) == "conflict"


def test_bounds_that_overlap_are_compatible() -> None:
    assert of(at_least(11), told("12", 12, by=ENVOY)) == "compatible"
    assert of(told("10 to 15", 10, 15), told("12", 12, by=ENVOY)) == "compatible"


def test_about_leaves_a_tenth_to_either_side() -> None:
    assert of(told("about 800", 800), told("850", 850, by=ENVOY)) == "compatible"
    assert of(told("about 800", 800), told("3,000", 3000, by=ENVOY)) == "conflict"


def test_more_than_a_number_may_be_that_number() -> None:
    assert of(told("more than 40", 41)._replace(high=None), told("40", 40, by=ENVOY)) == "compatible"


@pytest.mark.parametrize(
    ("policy", "expected"), [("acled", "conflict"), ("ucdp", "compatible"), ("none", "compatible")]
)
def test_vague_words_stand_for_what_the_policy_says(policy: str, expected: str) -> None:
    vague = told("dozens", 0, by=ENVOY)._replace(low=None, high=None)
    assert of(vague, told("30", 30, by=SPOKESMAN), policy) == expected


def test_the_same_speaker_updates_a_figure_later() -> None:
    assert of(told("two", 2, by=SPOKESMAN), told("three", 3, by=SPOKESMAN, published=LATER)) == "update"


def test_the_same_speaker_on_one_day_does_not_update() -> None:
    assert of(told("two", 2, by=SPOKESMAN), told("three", 3, by=SPOKESMAN)) == "conflict"


def test_a_whole_told_later_by_the_speaker_of_a_part_updates_it() -> None:
    whole = told(
        "four", 4, by=SPOKESMAN, noun="people", counted=(ARMY, party("villagers", "collective")), published=LATER
    )
    assert of(told("one", 1, by=SPOKESMAN), whole) == "update"
    assert of(told("one", 1, by=GOVERNOR), whole) == "scope"


def test_the_same_side_updates_with_a_higher_figure_within_days() -> None:
    first = told("two", 2, by=SPOKESMAN)
    assert of(first, told("three", 3, by=GOVERNOR, published=LATER)) == "update"
    assert of(first, told("three", 3, by=GOVERNOR, published="2026-05-03")) == "conflict"
    assert of(first, told("one", 1, by=GOVERNOR, published=LATER)) == "conflict"


def test_somebody_without_a_name_speaks_for_no_side() -> None:
    doctor = party("doctor", "collective")
    assert of(told("two", 2, by=doctor), told("three", 3, by=GOVERNOR, published=LATER)) == "conflict"


def test_an_outlet_in_its_own_voice_updates_up_to_twice_as_high() -> None:
    first = told("two", 2, by=SPOKESMAN)
    assert of(first, told("three", 3, outlet="Daily", published=LATER)) == "update"
    assert of(first, told("eleven", 11, outlet="Daily", published=LATER)) == "conflict"


def test_the_other_side_does_not_update() -> None:
    assert of(told("two", 2, by=SPOKESMAN), told("three", 3, by=ENVOY, published=LATER)) == "conflict"


def test_growth_that_is_told_updates() -> None:
    rose = told("twelve", 12, outlet="Daily", published="2026-06-01", context="the toll rose to twelve on monday")
    assert of(told("two", 2, by=SPOKESMAN), rose) == "update"


def test_growth_orders_what_was_told_on_one_day() -> None:
    rose = told("nine", 9, by=SPOKESMAN, context="the toll has risen to nine", id="a")
    assert relation(rose, told("two", 2, by=SPOKESMAN, id="b")) == ("update", "the same speaker, later: 2, then 9")


def test_a_third_soldier_makes_three() -> None:
    third = told("soldier", 1, by=GOVERNOR, published=LATER, context="a third peruvian soldier died on tuesday")
    assert of(told("two", 2, by=SPOKESMAN), third) == "update"
    assert of(told("three", 3), third) == "equal"


def test_another_soldier_is_one_more() -> None:
    another = told("soldier", 1, by=GOVERNOR, published=LATER, context="another soldier died on tuesday")
    assert of(told("two", 2, by=SPOKESMAN), another) == "update"


def test_a_correction_of_ones_own_may_lower() -> None:
    body = party("relief league", "organisation", own="league")
    member = party("maria sol", of="league")
    lower = told("34", 34, by=member, published=LATER, context="three were counted twice; the league now has 34")
    assert of(told("37", 37, by=body), lower) == "update"
    assert of(told("37", 37, by=ENVOY), lower) == "conflict"


def test_those_who_remain_are_compatible_with_more_before() -> None:
    remain = told("six", 6, slot="injured", by=GOVERNOR, published=LATER, context="six others remain in hospital")
    assert of(told("seven", 7, slot="injured", by=SPOKESMAN), remain) == "compatible"


def test_another_nation_is_another_scope() -> None:
    assert of(told("two", 2), told("two", 2, counted=(NEIGHBOURS,))) == "scope"


def test_the_two_sides_of_a_fight_are_two_scopes() -> None:
    assert of(told("two", 2), told("nine", 9, noun="fighter", counted=(REBELS,))) == "scope"


def test_soldiers_and_civilians_are_two_scopes() -> None:
    assert of(told("two", 2, noun="soldier"), told("nine", 9, noun="civilian", counted=())) == "scope"


def test_a_part_beside_its_whole_is_another_scope() -> None:
    assert of(told("14", 14, noun="civilian", counted=()), told("19", 19, noun="people", counted=())) == "scope"


def test_a_part_larger_than_its_whole_is_a_conflict() -> None:
    assert of(told("30", 30, noun="rebel", counted=()), told("19", 19, noun="people", counted=())) == "conflict"


def test_some_of_a_group_are_another_scope_than_the_group() -> None:
    some = told("two", 2, by=SPOKESMAN, published=LATER, context="two of the wounded have died")
    assert of(told("eleven", 11, by=SPOKESMAN), some) == "scope"


def test_a_part_of_a_total_beside_the_total_is_another_scope() -> None:
    some = told("14 of the 20", 14, noun="container", slot="container", total=20, published=LATER)
    whole = told("20", 20, noun="container", slot="container")
    assert of(whole, some) == "scope"
    assert of(some, some._replace(id="e-2")) == "equal"


def test_all_of_them_told_later_update_a_part() -> None:
    some = told("four of six", 4, noun="barrier", slot="barrier", total=6)
    gone = told("six", 6, noun="barrier", slot="barrier", published=LATER, context="all six barriers have gone")
    assert of(some, gone) == "update"


def test_one_told_of_alone_is_another_scope_than_many() -> None:
    farmer = told("farmer", 1, noun="people", by=GOVERNOR, context="a farmer was killed in his field")
    assert of(farmer, told("26", 26, noun="people", by=ENVOY)) == "scope"


def test_harm_on_two_days_is_of_two_occasions() -> None:
    assert of(told("two", 2, date="2026-03-01"), told("two", 2, date="2026-03-20")) == "scope"
    assert of(told("two", 2, date="2011-04"), told("two", 2, date="2026-03-20")) == "scope"


@pytest.mark.parametrize("day", ["2026", "2026-03", "2026-SP", "2026-W10", "2026-03-02", ""])
def test_dates_that_may_be_one_are_of_one_occasion(day: str) -> None:
    assert of(told("two", 2, date="2026-03-01"), told("two", 2, date=day)) == "equal"


def test_people_held_are_told_of_on_many_days() -> None:
    seized = told("nine", 9, slot="arrested", date="2026-03-01")
    assert of(seized, told("nine", 9, slot="arrested", date="2026-03-20")) == "equal"


def test_exact_places_far_apart_are_two_scopes() -> None:
    puno, cusco = Where("puno", "PER", -15.84, -70.02, 1), Where("cusco", "PER", -13.52, -71.97, 1)
    assert of(told("two", 2, place=puno), told("two", 2, place=cusco)) == "scope"
    assert of(told("two", 2, place=puno), told("two", 2, place=cusco._replace(precision=3))) == "equal"


def test_other_things_are_other_scopes() -> None:
    houses = told("nine", 9, slot="count", noun="house", counted=())
    assert of(houses, told("nine", 9, slot="count", noun="truck", counted=())) == "scope"


def test_the_rule_is_told_with_the_bounds() -> None:
    first, second = at_least(11), told("one", 1, by=ENVOY, published=LATER)
    assert relation(second, first) == ("conflict", "cannot both be so: 11 or more, 1")


@given(
    st.lists(
        st.builds(
            told,
            st.sampled_from(["two", "about 9", "at least 11", "soldier", "dozens"]),
            st.sampled_from([None, 1, 2, 9, 11]),
            noun=st.sampled_from(["soldier", "people", "civilian", "house", ""]),
            by=st.sampled_from([None, SPOKESMAN, GOVERNOR, ENVOY]),
            counted=st.sampled_from([(), (ARMY,), (NEIGHBOURS,), (REBELS,)]),
            published=st.sampled_from(["", "2026", "2026-03-02", "2026-03-02T08:00:00+07:00", LATER]),
            id=st.sampled_from("abc"),
        ),
        min_size=2,
        max_size=2,
        unique_by=lambda one: one.id,
    ),
    st.sampled_from(["acled", "ucdp", "none"]),
)
def test_the_order_of_two_figures_does_not_matter(pair: list[Told], policy: str) -> None:
    assert len({relation(a, b, policy) for a, b in permutations(pair)}) == 1
