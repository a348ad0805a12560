"""The words of a sentence that report one event make one row; nouns that only name it again make none."""

from __future__ import annotations

import pytest

from sayso.extract.events.coding import coded
from sayso.extract.events.scene import Scene
from sayso.language import annotated
from tests.extract.events.reading import only, roots_of, told


@pytest.mark.parametrize(
    ("text", "trigger", "coded"),
    [
        ("Two policemen were killed in an air strike on Olmar.", "killed", ("ASSAULT", "aerial")),
        ("Up to twenty people were killed in the bombing of Olmar.", "killed", ("ASSAULT", "explosives")),
        ("Three soldiers were killed in the shelling of Olmar on Sunday.", "killed", ("ASSAULT", "heavy-weapons")),
        ("A drone strike killed four people near Olmar.", "drone strike", ("ASSAULT", "drone")),
        ("The blast killed three people.", "blast", ("ASSAULT", "explosives")),
        ("Two Kenyan soldiers were killed when a mine exploded near Olmar.", "killed", ("ASSAULT", "explosives")),
        ("Rebels ambushed a patrol on Monday, killing four soldiers.", "ambushed", ("ASSAULT", None)),
        (
            "A suicide bomber blew himself up at a market, killing nine people.",
            "blew himself up",
            ("ASSAULT", "suicide-attack"),
        ),
    ],
)
def test_harm_and_what_did_it_are_one_event(text: str, trigger: str, coded: tuple[str, str]) -> None:
    event = only(text)
    assert (event.trigger, event.coded) == (trigger, coded)
    assert "killed" in event.figures


def test_killed_and_wounded_together_are_one_event() -> None:
    assert roots_of("The blast killed three people and injured nine others.") == ["ASSAULT"]


def test_two_deeds_of_one_sentence_are_two_events() -> None:
    found = told("Rebels attacked a convoy on Monday and burned two trucks.")
    assert [(event.trigger, event.actors) for event in found] == [("attacked", ("Rebels",)), ("burned", ("Rebels",))]


def test_two_verbs_with_one_object_share_it() -> None:
    found = told("The soldiers beat and tortured two men.")
    assert [event.recipients for event in found] == [("men",), ("men",)]


@pytest.mark.xfail(strict=True, reason="the second verb's object is lost, and its subject taken for it")
def test_two_verbs_with_one_subject_share_it() -> None:
    found = told("Police arrested two men and detained a third.")
    assert [event.actors for event in found] == [("Police",), ("Police",)]


def test_an_attack_named_again_with_what_it_did_is_told() -> None:
    found = told("Rebels attacked a convoy on Monday. The attack killed four soldiers.")
    assert found[-1].figures == {"killed": (4, 4, "four")}


def test_an_attack_that_is_only_named_again_is_not() -> None:
    found = told("Rebels attacked a convoy on Monday. The attack shocked the country.")
    assert [event.trigger for event in found] == ["attacked"]


@pytest.mark.parametrize("text", ["The attack shocked the country.", "The war is old.", "Talks are a good thing."])
def test_a_noun_that_nothing_is_told_of_is_no_event(text: str) -> None:
    assert told(text) == []


def test_a_noun_that_names_an_event_again_is_an_echo() -> None:
    text = "Rebels attacked a convoy on Monday. The attack shocked the country."
    scene = Scene(text, annotated(text))
    events, echoes = coded(scene)
    assert [scene.tree.forms[event.at] for event in events] == ["attacked"]
    assert [scene.tree.forms[echo.at] for echo in echoes] == ["attack"]


def test_events_of_two_realities_are_two() -> None:
    found = told("Kenyan troops shelled Olmar on Monday and will shell Rovino on Friday.")
    assert [event.reality for event in found] == ["actual", "planned"]
