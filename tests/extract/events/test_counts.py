"""How many were killed, injured or arrested: low, high, and the words themselves."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import only, told

Figure = tuple[int | None, int | None, str]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Rebels killed three soldiers on Monday.", (3, 3, "three")),
        ("Rebels killed 1,200 soldiers on Monday.", (1200, 1200, "1,200")),
        ("At least eight soldiers were killed on Monday.", (8, None, "At least eight")),
        ("No fewer than 12 soldiers were killed on Monday.", (12, None, "No fewer than 12")),
        ("Up to twenty people were killed in the bombing of Olmar.", (None, 20, "Up to twenty")),
        ("As many as 30 soldiers were killed on Monday.", (None, 30, "As many as 30")),
        ("More than 40 people were killed on Monday.", (41, None, "More than 40")),
        ("Over 40 people were killed on Monday.", (41, None, "Over 40")),
        ("Fewer than ten soldiers were killed in the raid.", (None, 9, "Fewer than ten")),
        ("Rebels killed about 30 soldiers on Monday.", (30, 30, "about 30")),
        ("Rebels killed dozens of villagers on Monday.", (None, None, "dozens")),
        ("Rebels killed several soldiers on Monday.", (None, None, "several")),
        ("Rebels killed a farmer on Monday.", (1, 1, "farmer")),
        ("A woman was killed in Olmar on Monday.", (1, 1, "woman")),
        ("A third soldier was killed on Tuesday.", (1, 1, "soldier")),
        ("Another soldier was killed on Tuesday.", (1, 1, "soldier")),
        ("Rebels killed twenty-five soldiers on Monday.", (25, 25, "twenty-five")),
        ("Gunmen shot dead a judge in Quito on Monday.", (1, 1, "judge")),
        ("Rebels killed two soldiers and a nurse on Monday.", (3, 3, "two soldiers and a nurse")),
        ("The woman killed in Olmar on Monday was a teacher.", (1, 1, "woman")),
    ],
)
def test_how_many_were_killed(text: str, killed: Figure) -> None:
    assert only(text).figures == {"killed": killed}


@pytest.mark.parametrize(
    ("text", "slot", "figure"),
    [
        ("Police arrested three students in Lusaka on Monday.", "arrested", (3, 3, "three")),
        ("Police detained more than 20 students on Monday.", "arrested", (21, None, "more than 20")),
        ("More than 40 people were injured in the shelling.", "injured", (41, None, "More than 40")),
        ("Rebels wounded two nurses on Monday.", "injured", (2, 2, "two")),
        ("Police seized over forty students on Monday.", "arrested", (41, None, "over forty")),
    ],
)
def test_a_figure_says_what_it_counts(text: str, slot: str, figure: Figure) -> None:
    assert only(text).figures == {slot: figure}


def test_killed_and_injured_of_one_blast_stand_on_one_row() -> None:
    assert only("The blast killed three people and injured nine others.").figures == {
        "killed": (3, 3, "three"),
        "injured": (9, 9, "nine"),
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Four people were killed and seven wounded in an air strike on Olmar.",
            {"killed": (4, 4, "Four"), "injured": (7, 7, "seven")},
        ),
        (
            "Gunmen killed three soldiers and wounded five on Monday.",
            {"killed": (3, 3, "three"), "injured": (5, 5, "five")},
        ),
        pytest.param(
            "Four people were killed and dozens wounded in an air strike on Olmar.",
            {"killed": (4, 4, "Four"), "injured": (None, None, "dozens")},
            marks=pytest.mark.xfail(strict=True, reason="`dozens` that stands for those it counts is not read"),
        ),
    ],
)
def test_a_number_may_stand_for_those_it_counts(text: str, figures: dict[str, Figure]) -> None:
    assert only(text).figures == figures


def test_a_place_or_a_body_is_no_casualty() -> None:
    assert only("Kenyan troops attacked the village on Monday.").figures == {}


def test_nobody_is_counted_who_is_only_called_by_the_article() -> None:
    assert only("Rebels killed the soldiers on Monday.").figures == {}


def test_each_number_belongs_to_its_own_event() -> None:
    found = told("Rebels killed two soldiers in Olmar on Monday. On Tuesday, police arrested four men in Lusaka.")
    assert [event.figures for event in found] == [{"killed": (2, 2, "two")}, {"arrested": (4, 4, "four")}]
