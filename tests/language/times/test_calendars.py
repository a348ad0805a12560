"""Other calendars, by days that are known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.times.calendars import easter, hijri_date, hijri_day, nth_weekday, solar_date, solar_day


@pytest.mark.parametrize(
    ("day", "expected"),
    [((1400, 5, 24), date(2021, 8, 15)), ((1357, 2, 7), date(1978, 4, 27)), ((1403, 12, 30), date(2025, 3, 20))],
)
def test_solar_hijri_days(day: tuple[int, int, int], expected: date) -> None:
    assert solar_date(*day) == expected


def test_a_month_has_no_more_days_than_it_has() -> None:
    assert solar_date(1400, 7, 31) is None
    assert solar_date(1402, 12, 30) is None


@given(st.integers(1300, 1450))
def test_a_solar_year_begins_where_the_last_one_ends(year: int) -> None:
    begin = solar_date(year, 1, 1)
    last = solar_date(year - 1, 12, 30) or solar_date(year - 1, 12, 29)
    assert begin is not None
    assert last is not None
    assert (begin - last).days == 1


@given(st.integers(1, 1500), st.integers(1, 11))
def test_an_islamic_month_has_29_or_30_days(year: int, month: int) -> None:
    first, then = hijri_date(year, month, 1), hijri_date(year, month + 1, 1)
    assert first is not None
    assert then is not None
    assert (then - first).days in (29, 30)


def test_the_islamic_calendar_began_in_622() -> None:
    assert hijri_date(1, 1, 1) == date(622, 7, 19)


def test_days_of_other_calendars_in_a_year_of_ours() -> None:
    assert hijri_day(2025, 12, 10) == date(2025, 6, 7)
    assert solar_day(2024, 1, 1) == date(2024, 3, 20)


def test_moving_feasts() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert nth_weekday(2025, 5, 1, -1) == date(2025, 5, 26)
