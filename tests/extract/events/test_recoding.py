"""What has not happened yet is coded as what it is now: agreed on, announced, threatened."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import only, the


@pytest.mark.parametrize(
    "text",
    [
        "Chad will send food to Niger.",
        "Chad will give Niger 40 tons of wheat.",
        "Ghana's president will visit Togo on Monday.",
        "Chad will sign a trade agreement with Niger.",
        "“We will send wheat to Niger,” Chad's president said.",
    ],
)
def test_future_help_and_meetings_are_agreed_on(text: str) -> None:
    event = only(text)
    assert (*event.coded, event.reality) == ("AGREE", None, "actual")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Chad sent food to Niger.", "AID"),
        ("Ghana's president visited Togo on Monday.", "CONSULT"),
        ("Niger released two Chadian soldiers on Monday.", "RETREAT"),
    ],
)
def test_what_has_happened_keeps_its_root(text: str, root: str) -> None:
    assert only(text).found.root == root


@pytest.mark.parametrize(
    "text", ["Chad will withdraw its troops from Niger.", "Niger will release two Chadian soldiers."]
)
def test_a_future_retreat_is_conceded(text: str) -> None:
    assert only(text).coded == ("CONCEDE", None)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Chad's president said his country would send food to Niger.", "AGREE"),
        ("Niger said it would release two Chadian soldiers.", "CONCEDE"),
    ],
)
def test_would_behind_said_is_will(text: str, root: str) -> None:
    assert the(root, text).reality == "actual"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“We will attack their base,” the rebel commander said.", "violence"),
        ("Chad's president said: “We will attack Niger if it does not leave.”", "violence"),
    ],
)
def test_harm_that_its_own_speaker_announces_is_a_threat(text: str, mode: str) -> None:
    assert only(text).coded == ("THREATEN", mode)


def test_harm_that_the_outlet_foresees_is_planned() -> None:
    event = only("Kenyan troops will attack the village on Friday.")
    assert (event.found.root, event.reality) == ("ASSAULT", "planned")


def test_help_on_a_condition_is_not_agreed_on() -> None:
    event = only("Chad could send food to Niger.")
    assert (event.found.root, event.reality) == ("AID", "hypothetical")
