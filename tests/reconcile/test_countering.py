"""Statements that cannot both be so: other numbers of one thing, who was hit, and each side that the other began."""

from __future__ import annotations

import pytest

from sayso.reconcile.countering import counter_keys, countered, countered_within
from sayso.reconcile.sayings import Saying
from sayso.schema.data import read_data
from tests.reconcile.reports import CHILE, ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, VILLAGERS, Report, saying, who

MONITOR = who("border mission", kind="mission")


def why(one: Saying, other: Saying) -> str:
    found = [match.why for match in countered(one, other)]
    assert found == [match.why for match in countered(other, one)] or len(found) == 1
    return found[0] if found else ""


def test_other_numbers_of_one_thing_counter_each_other() -> None:
    one = saying("500 people marched to the bridge of Orvela", VILLAGERS)
    other = saying("4,000 demonstrators marched to the bridge of Orvela", NURSE)
    assert why(one, other) == "they count people otherwise: 500 and 4000"


def test_bounds_that_overlap_do_not() -> None:
    one = saying("at least 500 people marched to the bridge of Orvela", VILLAGERS)
    assert why(one, saying("4,000 people marched to the bridge of Orvela", NURSE)) == ""


def test_numbers_of_two_matters_do_not() -> None:
    one = saying("500 people marched to the bridge of Orvela", VILLAGERS)
    assert why(one, saying("4,000 people have no drinking water", NURSE)) == ""


def test_numbers_days_apart_do_not() -> None:
    one = saying("500 people marched to the bridge of Orvela", VILLAGERS)
    assert why(one, saying("4,000 people marched to the bridge of Orvela", NURSE, day="2031-05-20")) == ""


def test_one_body_may_count_anew() -> None:
    one = saying("500 people marched to the bridge of Orvela", NURSE)
    assert why(one, saying("4,000 people marched to the bridge of Orvela", NURSE)) == ""


def test_other_numbers_of_dead_at_one_place_counter_each_other() -> None:
    one, other = (
        saying("she had counted 31 bodies at Orvela", NURSE),
        saying("the people of Orvela have buried 37", VILLAGERS),
    )
    assert why(one, other) == "they count the killed otherwise: 31 and 37"


def test_dead_of_two_places_do_not() -> None:
    assert why(saying("31 bodies at Orvela", NURSE), saying("the toll was 37 at Tarvo", VILLAGERS)) == ""


def test_dead_of_two_peoples_do_not() -> None:
    one = saying("the Peruvian toll at Orvela was 31", NURSE)
    assert why(one, saying("the Chilean toll at Orvela was 37", VILLAGERS)) == ""


def test_one_killed_beside_many_does_not() -> None:
    assert why(saying("31 bodies at Orvela", NURSE), saying("the toll at Orvela was 1", VILLAGERS)) == ""


def test_figures_side_by_side_need_no_place() -> None:
    report = Report("She had counted 31 bodies. Villagers said they had buried 37.")
    report.says(NURSE, "31 bodies")
    report.says(VILLAGERS, "they had buried 37")
    assert why(*report.sayings) == "they count the killed otherwise: 31 and 37"


def test_that_those_hit_bore_arms_counters_that_they_did_not() -> None:
    one = saying("Every man at Orvela carried a weapon", SPOKESMAN)
    assert "bore arms" in why(one, saying("that bombs hit a wedding at Orvela and killed five children", VILLAGERS))


def test_that_those_hit_elsewhere_did_not_does_not_counter_it() -> None:
    one = saying("Every man at Orvela carried a weapon", SPOKESMAN)
    assert why(one, saying("that bombs hit a wedding at Tarvo and killed five children", VILLAGERS)) == ""


def test_one_side_does_not_counter_itself_on_who_was_hit() -> None:
    one = saying("Every man at Orvela carried a weapon", SPOKESMAN)
    assert why(one, saying("that bombs hit a wedding at Orvela and killed five children", PERU)) == ""


@pytest.mark.parametrize("list_of", ["armed", "unarmed"])
def test_the_patterns_of_who_was_hit_are_plain_words_or_patterns(list_of: str) -> None:
    assert all(isinstance(one, str) and one for one in read_data("sayso.reconcile", "countering.toml")["hit"][list_of])


def test_each_side_says_that_the_other_began() -> None:
    one = saying("Chilean troops of opening fire first", SPOKESMAN, "accusation", target=CHILE)
    other = saying("Peruvian troops fired first", ENVOY, "accusation", target=LIMA_ARMY)
    assert why(one, other) == "each side says that the other began"


def test_a_figure_may_be_put_otherwise_just_behind() -> None:
    report = Report("By dusk 112 trucks had passed. The envoy said the figure was 140.")
    first = report.says(MONITOR, "112 trucks had passed")
    other = report.says(ENVOY, "the figure was 140")
    assert [(one.source, one.target) for one in countered_within(report.sayings, "said")] == [(other, first)]


def test_what_cannot_also_be_so_shares_a_key() -> None:
    one, other = (
        saying("31 bodies at Orvela", NURSE),
        saying("the people of Orvela have buried 37 of their dead", VILLAGERS),
    )
    assert {key.value for key in counter_keys(one)} & {key.value for key in counter_keys(other)}


def test_what_puts_nothing_forward_counters_nothing() -> None:
    one = saying("31 bodies at Orvela", NURSE, "appeal")
    assert why(one, saying("the people of Orvela have buried 37", VILLAGERS)) == ""
    assert not list(counter_keys(one))
