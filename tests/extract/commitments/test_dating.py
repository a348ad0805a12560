"""The day a commitment was made, and the day by which it is to be kept."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.commitments.reading import read


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("by March 3", "2026-03-03"),
        ("within 14 days", "2026-03-10"),
        ("by the end of the month", "2026-02-28"),
        ("before June 1", "2026-06-01"),
        ("on May 1", "2026-05-01"),
        ("in the north", None),
    ],
)
def test_due(when: str, due: str | None) -> None:
    [one] = read(f"The government promised to free the crew {when}.")
    assert one.due_by == due


def test_a_day_of_the_year_that_is_over_is_that_of_the_next() -> None:
    [one] = read("The government promised to free the crew by January 31.", date(2026, 12, 20))
    assert one.due_by == "2027-01-31"


def test_a_deadline_may_stand_in_the_condition() -> None:
    text = "“If they do not ground their drones by March 3, we will shoot down the next one,” General Ana Rovik said."
    [one] = read(text)
    assert one.due_by == "2026-03-03"


def test_a_condition_that_names_a_day_sets_none() -> None:
    text = "“Should the siege go on beyond March 3, we will strike the camps,” General Ana Rovik said."
    [one] = read(text)
    assert one.due_by is None


def test_made_on_the_day_that_the_text_tells() -> None:
    [one] = read("Ana Rovik said that Kenya had promised her in December to keep its guns away from the ridge.")
    assert one.made_on == "2025-12"


def test_no_day_is_invented_where_nothing_fixes_one() -> None:
    [one] = read("The government promised to free the crew by Friday.", None)
    assert (one.made_on, one.due_by) == (None, None)
