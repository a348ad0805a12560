"""Quantities of a text: numbers in digits and words, with bounds, nouns, units and totals; labels are none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quantities import Quantity, quantities_in

PARTS = (
    *("12", "two", "dozen", "a", "half", "and", "of", "million", "-", "$", "km", "%", "1,400", "about", "or", "İ", "m"),
    *("more than", "between", "soldiers", "January", ".", ",", "dozens", "several", "+", "\n", "Hill", "\u00a0"),
)
"""Pieces of texts that hold quantities, for texts at random."""


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = quantities_in(text)
    assert text[found.start : found.end] == found.words
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eleven soldiers", 11),
        ("twenty-five women", 25),
        ("two hundred and six men", 206),
        ("two dozen shells", 24),
        ("half a dozen boats", 6),
        ("a dozen boats", 12),
        ("1,400 villagers", 1400),
        ("1,40,000 villagers", 140_000),
        ("1,234,567 villagers", 1_234_567),
        ("1\u202f400 villagers", 1400),
        ("1.2 million mines", 1_200_000),
        ("half a million refugees", 500_000),
        ("one and a half million refugees", 1_500_000),
        ("40k refugees", 40_000),
        ("2m people", 2_000_000),
        ("2000 people", 2000),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, value: float) -> None:
    found = only(text)
    assert (found.low, found.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("at least 11 soldiers", 11, None, "at least 11"),
        ("no fewer than 11 soldiers", 11, None, "no fewer than 11"),
        ("more than 40 shells", 41, None, "more than 40"),
        ("over a million shells", 1_000_000, None, "over a million"),
        ("40 or more shells", 40, None, "40 or more"),
        ("40+ shells", 40, None, "40+"),
        ("up to 50 trucks", None, 50, "up to 50"),
        ("no more than 12 trucks", None, 12, "no more than 12"),
        ("fewer than 100 men", None, 99, "fewer than 100"),
        ("between 20 and 30 houses", 20, 30, "between 20 and 30"),
        ("10-15 fighters", 10, 15, "10-15"),
        ("20 to 30 men", 20, 30, "20 to 30"),
        ("three or four boys", 3, 4, "three or four"),
        ("2 to 3 million refugees", 2_000_000, 3_000_000, "2 to 3 million"),
    ],
)
def test_words_around_a_number_bound_it(text: str, low: float | None, high: float | None, words: str) -> None:
    found = only(text)
    assert (found.low, found.high, found.words) == (low, high, words)


@pytest.mark.parametrize("text", ["about 800 people", "nearly 800 people", "some 800 people", "800 or so people"])
def test_a_number_may_be_told_as_near(text: str) -> None:
    found = only(text)
    assert (found.low, found.high, found.approximate) == (800, 800, True)


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert [found.low for found in quantities_in("The toll rose from 20 to 30.")] == [20, 30]


def test_a_particle_of_a_verb_is_no_bound() -> None:
    assert only("They handed over nine prisoners.").low == 9


@pytest.mark.parametrize(
    ("text", "vague", "noun"),
    [
        ("dozens of people", "dozens", "people"),
        ("hundreds of thousands of Peruvians", "hundreds of thousands", "peruvian"),
        ("several hundred protesters", "several hundred", "protester"),
        ("a handful of rangers", "a handful", "ranger"),
        ("several villages", "several", "village"),
    ],
)
def test_vague_words_leave_both_sides_open(text: str, vague: str, noun: str) -> None:
    found = only(text)
    assert (found.low, found.high, found.vague, found.noun) == (None, None, vague, noun)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("nine detained Andorran soldiers were freed", "soldier"),
        ("two police officers were hurt", "officer"),
        ("one young policeman died", "policeman"),
        ("One Andorran police officer was hurt", "officer"),
        ("eleven dead", "dead"),
        ("seven others were wounded", "other"),
        ("two of the women", "woman"),
        ("three Mi-8 helicopters", "helicopter"),
        ("a 20-member delegation", "member"),
        ("put the crowd at 3,000", "crowd"),
        ("the number of men released at eight", "man"),
        ("the death toll rose to 12.", "toll"),
        ("wounding nine, the army said", None),
    ],
)
def test_the_counted_noun_is_the_head_of_its_phrase(text: str, noun: str | None) -> None:
    assert only(text).noun == noun


@pytest.mark.parametrize(
    ("text", "unit", "base"),
    [
        ("the 10-kilometre mark", "kilometre", (10_000, 10_000)),
        ("200m inside", "metre", (200, 200)),
        ("some 5 km away", "kilometre", (5000, 5000)),
        ("5,000 tonnes of rice", "tonne", (5_000_000, 5_000_000)),
        ("350 hectares", "hectare", (3_500_000, 3_500_000)),
        ("twelve per cent", "per cent", (12, 12)),
        ("20%", "per cent", (20, 20)),
        ("$2m in aid", "USD", (2_000_000, 2_000_000)),
        ("€3-4 million", "EUR", (3_000_000, 4_000_000)),
        ("30 million soles", "sol", (30_000_000, 30_000_000)),
        ("48 hours", "hour", (172_800, 172_800)),
        ("a three-day visit", "day", (259_200, 259_200)),
    ],
)
def test_units_are_told_with_their_base(text: str, unit: str, base: tuple[float, float]) -> None:
    found = only(text)
    assert found.unit is not None
    assert (found.unit.name, found.in_base) == (unit, base)


def test_what_a_measure_is_of_is_its_noun() -> None:
    assert only("5,000 tonnes of rice").noun == "rice"


@pytest.mark.parametrize("text", ["nine of 16 guns", "nine of its 16 guns", "nine out of 16 guns"])
def test_a_part_is_told_with_its_total(text: str) -> None:
    found = only(text)
    assert (found.low, found.total, found.noun) == (9, 16, "gun")


@pytest.mark.parametrize(
    "text",
    [
        "on 6 January",
        "on January 6, 2026",
        "on 6-8 January",
        "on 6 and 7 January",
        "Jan. 6",
        "2026-01-06",
        "6/1/2026",
        "in 2011",
        "in June 2000",
        "the 1990s",
        "since 1992.",
        "at 10:30",
        "at 7 p.m.",
        "at 5 o'clock",
        "0600 GMT",
        "a 61-year-old man",
        "a sixty-year-old man",
        "Ana Rovik, 61, said",
        "She was 22,",
        "aged 61",
        "on Hill 362",
        "Resolution 2231 was",
        "under Article 5",
        "an F-16",
        "a PMN-2",
        "the 2nd Army",
        "the 21st century",
        "the twenty-first century",
        "+51 1 234 5678",
        "version 10.1.2",
        "the Group of Seven",
        "24/7",
        "two-way traffic",
        "one another",
        "no one",
        "won 3-1",
        "9" * 5000,
        "1" + ",234" * 2000,
    ],
)
def test_dates_times_ages_and_labels_are_no_quantities(text: str) -> None:
    assert quantities_in(text) == []


def test_all_quantities_of_a_text_are_found_in_order() -> None:
    text = "Four people are dead: three soldiers and one woman. 23 houses burned within 15 km, said Ana Rovik, 40."
    assert [found.low for found in quantities_in(text)] == [4, 3, 1, 23, 15]


@given(
    st.lists(
        st.sampled_from(PARTS),
        max_size=14,
    ),
    st.sampled_from(["", " "]),
)
def test_every_quantity_stands_on_its_exact_characters(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    found = quantities_in(text)
    assert all(text[one.start : one.end] == one.words for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.low is None or one.high is None or one.low <= one.high for one in found)


def test_a_megabyte_takes_less_than_a_second_or_so() -> None:
    text = (
        "At least 11 soldiers and two dozen rebels died on 6 January near Hill 362, the ministry of defence said. "
        * 9524
    )
    started = time.process_time()
    quantities_in(text)
    assert time.process_time() - started < 3
