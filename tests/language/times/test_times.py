"""What the tagger finds, and what it says of it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sayso.language.times import Timex, times

WEDNESDAY = date(2025, 10, 15)


def values(text: str, anchor: date | None = WEDNESDAY, *, narrative: bool | None = None) -> list[str]:
    return [found.value for found in times(text, anchor, narrative=narrative)]


def only(text: str, anchor: date | None = WEDNESDAY) -> Timex:
    (found,) = times(text, anchor)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed on 12 October 2025.", "2025-10-12"),
        ("It was signed on October 12th, 2025.", "2025-10-12"),
        ("It was signed on Sunday, 12 October.", "2025-10-12"),
        ("It was signed in October of last year.", "2024-10"),
        ("It was signed in Oct. 2024.", "2024-10"),
        ("It was signed in the summer of 2024.", "2024-SU"),
        ("It was signed in the 1990s.", "199"),
        ("It was signed in the late nineteenth century.", "18"),
        ("It was signed in fiscal 2024.", "2024"),
        ("It was signed in the second half of 2024.", "2024-H2"),
        ("It was signed in the third quarter.", "2025-Q3"),
        ("It was signed on New Year's Eve 2023.", "2023-12-31"),
        ("It was signed last week.", "2025-W41"),
        ("It was signed last month.", "2025-09"),
        ("It was signed last year.", "2024"),
        ("It was signed over the weekend.", "2025-W41-WE"),
        ("It was signed the day before yesterday.", "2025-10-13"),
        ("It was signed ten days ago.", "2025-10-05"),
        ("It was signed two years ago.", "2023"),
        ("It was signed several years ago.", "PAST_REF"),
        ("It will be signed next spring.", "2026-SP"),
        ("It will be signed in three days' time, they hope.", "P3D"),
    ],
)
def test_an_expression_has_its_value(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("They fought for three and a half years.", "P3.5Y", "DURATION"),
        ("They fought for twenty-four hours.", "PT24H", "DURATION"),
        ("They fought for weeks.", "PXW", "DURATION"),
        ("They fought for the past six months.", "P6M", "DURATION"),
        ("They fought for half a century.", "P.5CE", "DURATION"),
        ("They meet every Friday.", "XXXX-WXX-5", "SET"),
        ("They meet weekly.", "XXXX-WXX", "SET"),
        ("They meet every two weeks.", "P2W", "SET"),
        ("They meet every summer.", "XXXX-SU", "SET"),
        ("They met on Monday night.", "2025-10-13TNI", "TIME"),
        ("They met at 10 p.m. on Monday.", "2025-10-13T22:00", "TIME"),
        ("They met this morning.", "2025-10-15TMO", "TIME"),
        ("They met on the morning of 31 January 2024.", "2024-01-31TMO", "TIME"),
    ],
)
def test_lengths_sets_and_times_of_day_are_told_apart(text: str, value: str, kind: str) -> None:
    found = only(text)
    assert (found.value, found.type) == (value, kind)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Friday.", "2025-10-10"),
        ("They will meet on Friday.", "2025-10-17"),
        ("The minister said on Friday that talks will go on.", "2025-10-10"),
        ("The talks are scheduled for Friday.", "2025-10-17"),
        ("They met last Friday.", "2025-10-10"),
        ("They meet next Friday.", "2025-10-17"),
        ("He told reporters late on Friday he was done.", "2025-10-10"),
        ("They met on Wednesday.", "2025-10-15"),
    ],
)
def test_the_tense_chooses_the_weekday(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("They met in November.", "2024-11"),
        ("They will meet in November.", "2025-11"),
        ("The vote in November is close.", "2025-11"),
        ("They met in February.", "2025-02"),
        ("They will meet in February.", "2026-02"),
    ],
)
def test_the_tense_chooses_the_year_of_a_month(text: str, month: str) -> None:
    assert values(text) == [month]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Thursday.", "XXXX-WXX-4"),
        ("They met in March.", "XXXX-03"),
        ("They met on 3 March.", "XXXX-03-03"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last year.", "XXXX"),
        ("They met last month.", "XXXX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met this summer.", "XXXX-SU"),
        ("They met at 10 p.m.", "XXXX-XX-XXT22:00"),
    ],
)
def test_without_a_day_to_count_from_no_day_is_invented(text: str, value: str) -> None:
    found = only(text, None)
    assert (found.value, found.anchor, found.earliest) == (value, "none", None)


def test_a_full_date_needs_no_day_to_count_from() -> None:
    found = only("They met on 3 March 2024.", None)
    assert (found.value, found.anchor) == ("2024-03-03", "none")


@pytest.mark.parametrize(
    ("text", "mod", "quote"),
    [
        ("It began in early October.", "START", "early October"),
        ("It began late last year.", "END", "late last year"),
        ("It began in mid-2024.", "MID", "mid-2024"),
        ("It began at the end of the month.", "END", "the end of the month"),
        ("It took more than three years.", "MORE_THAN", "more than three years"),
        ("It took about a week.", "APPROX", "about a week"),
        ("It took at least two days.", "EQUAL_OR_MORE", "at least two days"),
        ("It took two years or so.", "APPROX", "two years or so"),
        ("It began over the weekend.", "", "the weekend"),
    ],
)
def test_words_that_bend_an_expression_are_part_of_it(text: str, mod: str, quote: str) -> None:
    found = only(text)
    assert (found.mod, text[found.start : found.end]) == (mod, quote)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 3 to 5 March 2025", ["2025-03-03", "2025-03-05"]),
        ("March 3-5, 2025", ["2025-03-03", "2025-03-05"]),
        ("between June and August 2011", ["2011-06", "2011-08"]),
        ("from November to February 2011", ["2010-11", "2011-02"]),
        ("the war of 1999-2001", ["1999", "2001"]),
        ("the war of 1914-18", ["1914", "1918"]),
        ("the war of 499-449 BC", ["BC0499", "BC0449"]),
        ("two to three weeks", ["P2W", "P3W"]),
    ],
)
def test_a_range_is_two_expressions(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_later_and_earlier_count_from_what_was_spoken_of_last() -> None:
    text = "On 8 October they signed. Three days later it was broken; the day before that, none had thought so."
    found = times(text, WEDNESDAY)
    assert [each.value for each in found[:2]] == ["2025-10-08", "2025-10-11"]
    assert found[1].anchor == "previous"


def test_in_a_history_dates_carry_over() -> None:
    text = "In June 1940 the city fell. In August the king fled, and in January of the following year he came back."
    assert values(text, narrative=True) == ["1940-06", "1940-08", "1941-01"]


def test_in_a_history_a_month_that_lies_far_before_is_of_the_next_year() -> None:
    assert values("In November 1942 they landed. In February they stood in the city.", narrative=True) == [
        "1942-11",
        "1943-02",
    ]


def test_a_year_in_passing_does_not_carry_a_history_away() -> None:
    text = "In March 1975 the front broke, which few had planned for before 1980. In April the town was taken."
    assert values(text, narrative=True) == ["1975-03", "1980", "1975-04"]


def test_the_same_text_is_a_history_or_news_as_one_says() -> None:
    text = "In June 1940 the city fell. In August the king fled."
    assert values(text, narrative=False) == ["1940-06", "2025-08"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was killed on 24 Asad 1400.", "2021-08-15"),
        ("He was killed on 10 Muharram 1447.", "2025-07-06"),
        ("He was killed on the first day of Ramadan.", "2025-03-01"),
        ("He was killed in Ramadan 1444 AH.", "2023"),
        ("He was killed on Eid al-Adha.", "2025-06-07"),
        ("He was killed on Nowruz.", "2025-03-21"),
    ],
)
def test_dates_of_the_islamic_and_solar_hijri_calendars_become_ours(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_sighted_day_is_only_about_right() -> None:
    assert only("He was killed on 10 Muharram 1447.").mod == "APPROX"


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and they may march.",
        "The troops march on.",
        "April Ross said so.",
        "General Augusto led 1500 men.",
        "It cost $1999 then.",
        "The score was 3-2.",
        "They fall and spring up again.",
        "He finished second.",
        "He read it in USA Today.",
        "He was on “This Week” there.",
        "A previously announced plan.",
        "The Sunday Times wrote it.",
        "Resolution 1701 was broken.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_day_that_may_be_two_is_only_a_year_unless_publication_is_near_one() -> None:
    assert values("On 03/04/2026.", date(2026, 4, 6)) == ["2026-04-03"]
    assert values("On 03/04/2026.", date(2026, 10, 1)) == ["2026-XX-XX"]
    assert values("On 13/04/2026.", date(2026, 10, 1)) == ["2026-04-13"]


def test_a_quarter_is_compared_with_the_same_one_a_year_before() -> None:
    text = "Sales rose in the third quarter from a year earlier. In the latest quarter 12 shops were opened."
    assert values(text) == ["2025-Q3", "2024-Q3", "2025-Q3"]


def test_a_date_has_bounds_and_precision() -> None:
    found = only("It began in the third quarter of 2024.")
    assert (found.precision, found.earliest, found.latest) == ("quarter", "2024-07-01", "2024-09-30")
    assert (found.anchor, found.rule) == ("none", "quarter")


def test_a_length_has_no_bounds() -> None:
    found = only("It took three days.")
    assert (found.precision, found.earliest, found.latest) == ("day", None, None)


def test_a_moment_serves_as_well_as_a_day() -> None:
    assert values("They met yesterday.", datetime(2025, 10, 15, 9, 30)) == ["2025-10-14"]  # noqa: DTZ001


def test_an_empty_text_has_none() -> None:
    assert times("", WEDNESDAY) == []
