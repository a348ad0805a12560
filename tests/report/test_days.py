"""Dates that are only as precise as known, and the time that was asked for."""

from __future__ import annotations

import pytest

from sayso.report.days import bounds, is_within


@pytest.mark.parametrize(
    ("prefix", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-02-03", "2026-02-03", "2026-02-03"),
        ("2026-02-03T23:59:59+07:00", "2026-02-03", "2026-02-03"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-SP", "2026-03-01", "2026-05-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
    ],
)
def test_a_date_is_what_it_can_mean(prefix: str, first: str, last: str) -> None:
    assert bounds(prefix) == (first, last)


@pytest.mark.parametrize("prefix", ["", None, "yesterday", "2026-13", "2026-02-30", "2026-W60", "26-01-01", "--01-07"])
def test_what_is_no_date_has_no_bounds(prefix: str | None) -> None:
    assert bounds(prefix) is None


def test_a_month_may_lie_in_a_part_of_it() -> None:
    assert is_within("2026-01", "2026-01-20", "2026-01-22")
    assert not is_within("2026-01", "2026-02", None)


def test_both_ends_belong_to_the_time_asked_for() -> None:
    assert is_within("2026-02-28", "2026-02", "2026-02")
    assert is_within("2026-02-01", "2026-02", "2026-02")
    assert not is_within("2026-03-01", "2026-02", "2026-02")


def test_without_a_time_everything_lies_in_it() -> None:
    assert is_within(None, None, None)
    assert not is_within(None, "2026", None)
