"""The day or period an event is told to have happened in, as fine as it is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.events.reading import Told, only, the, told


def dated(event: Told) -> tuple[str | None, str | None]:
    return event.found.date, event.found.date_precision


@pytest.mark.parametrize(
    ("text", "value", "precision", "words"),
    [
        ("Rebels attacked the town on Monday.", "2025-05-12", "day", "Monday"),
        ("On 3 June 2020, rebels attacked a convoy.", "2020-06-03", "day", "3 June 2020"),
        ("Rebels attacked a convoy in January.", "2025-01", "month", "January"),
        ("In 2023, rebels attacked a convoy near Olmar.", "2023", "year", "2023"),
        ("Rebels attacked the town last week.", "2025-W19", "week", "last week"),
    ],
)
def test_a_date_is_as_fine_as_its_words(text: str, value: str, precision: str, words: str) -> None:
    event = only(text)
    assert (*dated(event), event.when) == (value, precision, words)


def test_no_day_is_made_up() -> None:
    event = only("Rebels attacked the town.")
    assert (*dated(event), event.when) == (None, None, None)


def test_a_weekday_needs_a_day_of_publication() -> None:
    assert only("Rebels attacked the town on Monday.", None).found.date is None


def test_the_day_of_publication_anchors_a_weekday() -> None:
    assert only("Rebels attacked the town on Monday.", date(2024, 1, 5)).found.date == "2024-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels had attacked the town, the army said in Lima on Wednesday.",
        "Gunmen killed two nuns in Olmar, the mayor said on Wednesday.",
        "The army said on Wednesday that rebels had attacked the town.",
        "On Wednesday, the mayor said that rebels had killed a guard.",
    ],
)
def test_the_day_it_was_said_is_not_the_day_it_happened(text: str) -> None:
    assert only(text).found.date is None


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Wednesday that rebels had attacked the town on Monday.",
        "The army shelled the village on Monday, a spokesman said on Wednesday.",
    ],
)
def test_of_two_days_the_one_of_the_deed_is_taken(text: str) -> None:
    event = only(text)
    assert (event.found.date, event.when) == ("2025-05-12", "Monday")


def test_what_is_done_by_saying_happened_when_it_was_said() -> None:
    event = only("Ghana urged Togo on Monday to withdraw its troops.")
    assert dated(event) == ("2025-05-12", "day")


def test_days_after_are_counted_back_from_the_day_beside_them() -> None:
    event = the("COERCE", "Peru reopened the crossing on Monday, 24 days after Ecuador closed it.")
    assert (*dated(event), event.when) == ("2025-04-18", "day", "24 days")


def test_the_day_they_are_counted_from_is_the_other_events() -> None:
    event = the("RETREAT", "Peru reopened the crossing on Monday, 24 days after Ecuador closed it.")
    assert dated(event) == ("2025-05-12", "day")


def test_weeks_before_are_counted_forth() -> None:
    event = the("ASSAULT", "Peru closed the crossing on April 7, two weeks before Ecuador attacked it.")
    assert event.found.date == "2025-04-21"


def test_a_week_is_narrowed_to_the_day_told_of_the_same() -> None:
    text = "Rebels attacked the town last week. The attack on the town came on May 7."
    assert [dated(event) for event in told(text)] == [("2025-05-07", "day"), ("2025-05-07", "day")]


def test_a_week_is_not_narrowed_to_a_day_outside_it() -> None:
    found = told("Rebels attacked the town last week. Soldiers attacked the mill on May 13.")
    assert dated(found[0]) == ("2025-W19", "week")


def test_a_day_is_carried_to_what_is_told_after_it() -> None:
    found = told("Rebels attacked the town of Olmar on Monday. Two soldiers were killed in the attack.")
    assert [event.found.date for event in found] == ["2025-05-12", "2025-05-12"]


def test_a_day_is_not_carried_to_another_kind_of_event() -> None:
    found = told("The foreign minister of Ghana visited Togo on Monday. Rebels attacked the town of Olmar.")
    assert [event.found.date for event in found] == ["2025-05-12", None]


def test_history_is_carried_to_nothing() -> None:
    found = told("In 1999, troops killed 30 villagers in Rovino. Rebels attacked the town of Olmar.")
    assert [event.found.date for event in found] == ["1999", None]


def test_what_is_to_come_lies_behind_the_day_of_publication() -> None:
    assert only("Ghana's president will visit Togo on Monday.").found.date == "2025-05-19"


def test_two_events_of_a_sentence_keep_their_own_days() -> None:
    text = "The commander whom the rebels kidnapped in March was freed on Monday."
    assert {event.trigger: event.found.date for event in told(text)} == {"kidnapped": "2025-03", "freed": "2025-05-12"}


def test_day_and_place_of_another_event_are_not_taken() -> None:
    text = "Kenya thanked the leaders of the group that had sent food to the refugees in Lusaka on Monday."
    found = {event.trigger: (event.found.date, event.place) for event in told(text)}
    assert found == {"thanked": (None, None), "sent": ("2025-05-12", "Lusaka")}


@pytest.mark.xfail(strict=True, reason="the month of a relative clause is taken for the clause around it")
def test_the_time_of_a_relative_clause_stays_in_it() -> None:
    assert the("RETREAT", "Rebels freed a nurse whom they had kidnapped in March.").found.date is None


def test_the_date_of_a_dateline_dates_nothing() -> None:
    assert only("QUITO, May 14 (Rotha News) — Gunmen attacked the village.").found.date is None
