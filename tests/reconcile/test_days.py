"""Days that a text names, outright or by the day it was published."""

from datetime import date

from sayso.reconcile.days import days_named, ordinal

PUBLISHED = ordinal("2026-01-07")  # a Wednesday


def named(text: str, published: int = PUBLISHED) -> list[str]:
    return [date.fromordinal(day).isoformat() for day in sorted(days_named(text, published))]


def test_a_day_with_its_year_needs_no_publication() -> None:
    assert named("signed on 12 June 2000 and on June 14, 2001", 0) == ["2000-06-12", "2001-06-14"]


def test_a_day_without_its_year_is_the_nearest_to_publication() -> None:
    assert named("on Dec. 30, and until 2 February") == ["2025-12-30", "2026-02-02"]


def test_a_weekday_is_the_last_before_publication() -> None:
    assert named("on Tuesday, since Thursday") == ["2026-01-01", "2026-01-06"]


def test_the_weekday_of_publication_is_that_day() -> None:
    assert named("on Wednesday") == ["2026-01-07"]


def test_without_publication_weekdays_and_bare_days_are_unknown() -> None:
    assert named("on Tuesday and on June 14", 0) == []


def test_a_day_that_no_month_has_is_none() -> None:
    assert named("on February 31, 2026") == []


def test_an_ordinal_needs_a_whole_day() -> None:
    assert (ordinal(""), ordinal("2026"), ordinal("2026-01"), ordinal("2026-13-01")) == (0, 0, 0, 0)
