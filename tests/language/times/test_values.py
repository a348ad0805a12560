"""Points of the calendar, their values, and the days that bound them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.times.bounds import bounds, precision
from sayso.language.times.points import Point, at, of_day, step

DAYS = st.dates(date(1000, 1, 1), date(2500, 12, 31))


@pytest.mark.parametrize(
    ("point", "value"),
    [
        (Point("century", 1800), "18"),
        (Point("decade", 1990), "199"),
        (Point("year", -480), "BC0480"),
        (Point("decade", -470), "BC047"),
        (Point("month", -480, 8), "BC0480-08"),
        (Point("day", None, 3, 3), "XXXX-03-03"),
        (Point("day", 1940, 6), "1940-06-XX"),
        (Point("week", 2025, sub="W41"), "2025-W41"),
    ],
)
def test_a_point_shows_what_it_knows(point: Point, value: str) -> None:
    assert point.value == value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W41", "2025-10-06", "2025-10-12"),
        ("2025-W41-WE", "2025-10-11", "2025-10-12"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("2025-10-12TMO", "2025-10-12", "2025-10-12"),
        ("2026-XX-XX", "2026-01-01", "2026-12-31"),
        ("1940-06-XX", "1940-06-01", "1940-06-30"),
        ("1998-WXX", "1998-01-01", "1998-12-31"),
    ],
)
def test_a_value_has_its_first_and_last_day(value: str, first: str, last: str) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["XXXX-10", "P3D", "PAST_REF", "BC0480", "XXXX-WXX-4", "FUTURE_REF", "2025-02-30"])
def test_what_has_no_days_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    ("value", "fine"),
    [("2025-H1", "half"), ("2025-SU", "season"), ("20", "century"), ("PT5H", "time"), ("P1DE", "decade")],
)
def test_a_value_tells_how_fine_it_is(value: str, fine: str) -> None:
    assert precision(value) == fine


@given(DAYS, st.integers(-2000, 2000), st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_a_step_there_and_back_leads_home(day: date, count: int, code: str) -> None:
    there = step(of_day(day), count, code)
    assert step(there, -count, code) == at(of_day(day), code)


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_day_lies_within_every_period_it_is_in(day: date, code: str) -> None:
    within = bounds(at(of_day(day), code).value)
    assert within is not None
    assert within[0] <= day.isoformat() <= within[1]


def test_there_was_no_year_nought() -> None:
    assert step(Point("year", -1), 1, "Y").value == "0001"
