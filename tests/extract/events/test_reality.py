"""Whether what is reported is told as having happened."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.events.reading import only, told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked the Ugandan village on Monday.",
        "Kenya has attacked the Ugandan village.",
        "Kenya had attacked the Ugandan village.",
        "Ana Roth said Kenyan troops had attacked the village.",
        "Kenyan troops managed to capture the village.",
        "Ugandan officials said Kenya began shelling the village.",
    ],
)
def test_what_is_told_as_done_is_actual(text: str) -> None:
    assert only(text).reality == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "Chad has not attacked Niger.",
        "Chadian troops never attacked Niger.",
        "Kenya did not shell the village.",
        "Kenyan police failed to arrest the gunmen.",
        "Peru denied that its soldiers had attacked the village.",
        "Peru rejected the claim that its soldiers had attacked the village.",
    ],
)
def test_what_is_told_as_not_done_is_negated(text: str) -> None:
    assert only(text).reality == "negated"


@pytest.mark.parametrize(
    "text",
    [
        "Had the soldiers attacked the town, the people would have fled.",
        "Chad would have attacked Niger.",
        "Rebels could attack the bridge.",
        "The army might shell the village.",
        "Whether Kenyan troops attacked the village is not known.",
        "Did Kenyan troops attack the village?",
        "If Kenyan troops attack the town, many people will suffer.",
    ],
)
def test_what_is_supposed_or_asked_is_hypothetical(text: str) -> None:
    assert only(text).reality == "hypothetical"


def test_a_condition_may_stand_behind_what_depends_on_it() -> None:
    found = told("Niger will arrest the diplomats if Chadian troops attack the town.")
    assert [event.reality for event in found] == ["planned", "hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan troops will attack the village on Friday.",
        "The army plans to attack the town.",
        "The army is to attack the town on Friday.",
        "Kenyan police want to arrest the gunmen.",
        "The rebels intend to attack the town.",
    ],
)
def test_what_is_to_come_is_planned(text: str) -> None:
    assert only(text).reality == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "In 1998, Peruvian troops attacked the town of Olmar.",
        "On 3 June 2020, rebels attacked a convoy.",
        "In 2023, rebels attacked a convoy near Olmar.",
    ],
)
def test_what_happened_long_before_the_report_is_historical(text: str) -> None:
    assert only(text).reality == "historical"


def test_what_happened_months_before_is_not() -> None:
    assert only("Rebels attacked a convoy in January.").reality == "actual"


def test_without_a_day_of_publication_nothing_is_history() -> None:
    assert only("In 1998, Peruvian troops attacked the town of Olmar.", None).reality == "actual"


def test_history_is_told_by_the_day_of_publication() -> None:
    assert only("In 1998, Peruvian troops attacked the town of Olmar.", date(1998, 7, 1)).reality == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody attacked the town.",
        "No shots were fired by Kenyan soldiers.",
        "Neither side attacked the village.",
        "Shells might fall.",
    ],
)
def test_what_did_not_happen_is_no_row_unless_it_says_who_and_whom(text: str) -> None:
    assert told(text) == []
