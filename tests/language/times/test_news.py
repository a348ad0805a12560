"""How business pages and broadcasts tell time: quarters set beside each other, fractions, ordinals, hours tonight."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.language.times import times

WEDNESDAY = date(2025, 10, 15)
_THREE = ["2025-Q2", "2024-Q2", "2025-Q2"]


def values(text: str) -> list[str]:
    return [found.value for found in times(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Profit fell in the third quarter of 2024, from last year's $3 million.", ["2024-Q3", "2024"]),
        ("Third-quarter profit rose from $3 million a year earlier.", ["2025-Q3", "2024-Q3"]),
        ("The second quarter of 2025 beat that of the second quarter of 2024. In the quarter, costs fell.", _THREE),
        ("It rose in the second quarter and third quarter of 2024.", ["2024-Q2", "2024-Q3"]),
        ("It lost money in the quarter ended July 31.", ["2025-Q2", "2025-07-31"]),
        ("It lost money in the week ended Sept. 26.", ["2025-W39", "2025-09-26"]),
        ("Profit for the first half rose.", ["2025-H1"]),
        ("He scored twice in the first half.", []),
    ],
)
def test_periods_of_the_books(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It took 2 1/2 years.", "P2.5Y"),
        ("It was on air for the past half hour.", "PT.5H"),
        ("They came on February eleventh.", "2025-02-11"),
        ("They meet Monday nights.", "XXXX-WXX-1TNI"),
        ("They meet at seven o'clock tonight.", "2025-10-15T19:00"),
        ("The trial is to begin Friday.", "2025-10-17"),
        ("They said the troops would leave by Friday.", "2025-10-17"),
        ("It will one day be the capital.", "FUTURE_REF"),
        ("The current system is old.", "PRESENT_REF"),
        ("A recent report says so.", "PAST_REF"),
    ],
)
def test_expressions_of_news(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_programme_is_no_time() -> None:
    assert values("The show World News Tonight went on.") == []
