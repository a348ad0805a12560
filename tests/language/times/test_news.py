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
        ("It is currently old.", "PRESENT_REF"),
        ("The current system is old.", "PRESENT_REF"),
        ("A recent report says so.", "PAST_REF"),
        ("They met recently.", "PAST_REF"),
        ("It happened the other day.", "PAST_REF"),
        ("At this point nothing is known.", "PRESENT_REF"),
        ("The contract runs through the year 2000.", "2000"),
        ("Profit fell in the first three quarters of 2024.", "P3Q"),
        ("Net for fiscal 2024's third quarter rose.", "2024-Q3"),
        ("It will be another 14 months before he is free.", "P14M"),
        ("It took half a century of rule.", "P.5CE"),
        ("They came half a century ago.", "1975"),
        ("They left a year and a half ago.", "2023"),
        ("The two-and-a-half-hour talk was cut short.", "PT2.5H"),
        ("Every 10 years following the census, seats move.", "P10Y"),
        ("Decades-old rights were lost.", "PXDE"),
        ("The monthslong siege was lifted.", "PXM"),
        ("They found letters of the 1800s.", "18"),
        ("It rained all summer.", "2025-SU"),
        ("They left at 2:30 in the afternoon.", "2025-10-15T14:30"),
        ("They left at ten o'clock at night.", "2025-10-15T22:00"),
    ],
)
def test_expressions_of_news(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The show World News Tonight went on.",
        "He was Man of the Year.",
        "The City Daily wrote so.",
        "Councilman Peter Days left.",
        "Future talks are in doubt.",
        "It is lovely at this time of year.",
        "They laughed now and then.",
        "She soon left.",
        "The average daily volume fell.",
        "It rose for the third quarter in a row.",
        "The past quarter century was hard.",
        "The Russell 2000 fell.",
    ],
)
def test_a_name_or_an_attribute_is_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("For the 2024 nine months, it lost.", ["2024", "P9M"]),
        ("The shop is open 6:30 to 8:30 p.m. daily.", ["2025-10-15T18:30", "2025-10-15T20:30", "XXXX-XX-XX"]),
        ("The shop is open 9:30 to 1 p.m. daily.", ["2025-10-15T09:30", "2025-10-15T13:00", "XXXX-XX-XX"]),
        ("Orders rose in August and were up 6% from a year earlier.", ["2025-08", "2024-08"]),
        ("He fled two days later. Monday he came.", ["2025-10-17", "2025-10-13"]),
    ],
)
def test_what_stands_side_by_side_is_told_apart(text: str, told: list[str]) -> None:
    assert values(text) == told
