"""The dead told by nouns and adjectives: how many a toll, bodies, deaths or the dead are."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import only, the, told

Figure = tuple[int | None, int | None, str]


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("After the raid the governor spoke of at least 26 dead.", "dead", (26, None, "at least 26")),
        ("The rebels put the army's dead at 24 after the ambush.", "dead", (24, 24, "24")),
        ("The ambush raised the number of Kenyan dead to three.", "dead", (3, 3, "three")),
        ("The death toll from the raid rose to 19 on Monday.", "death toll", (19, 19, "19")),
        ("The toll stands at 19 after the raid.", "toll", (19, 19, "19")),
        ("The toll of the attack has reached 40.", "toll", (40, 40, "40")),
        ("The army confirmed a single death in the clash.", "death", (1, 1, "single death")),
        ("A doctor said 13 bodies had been brought in after the attack.", "bodies", (13, 13, "13")),
        ("Dozens of bodies were found after the massacre.", "bodies", (None, None, "Dozens")),
        (
            "A nurse counted three bodies in uniform and that of a woman after the shelling.",
            "bodies",
            (4, 4, "three bodies in uniform and that of a woman"),
        ),
    ],
)
def test_a_word_for_the_dead_tells_how_many(text: str, trigger: str, killed: Figure) -> None:
    event = the("ASSAULT", text)
    assert (event.trigger, event.figures) == (trigger, {"killed": killed})


@pytest.mark.parametrize(
    ("text", "recipients", "killed"),
    [
        ("Four of our people are dead since the raid, the minister said.", ("our people",), (4, 4, "Four")),
        ("Militants shelled the town, and twelve people died.", ("people",), (12, 12, "twelve")),
        ("The village buried nine people after the massacre.", ("people",), (9, 9, "nine")),
        ("After the raid the army lost eleven men.", ("army",), (11, 11, "eleven")),
        ("After the raid a list of five dead soldiers was read out.", ("dead soldiers",), (5, 5, "five")),
    ],
)
def test_who_died_is_whom_it_was_done_to(text: str, recipients: tuple[str, ...], killed: Figure) -> None:
    found = [event for event in told(text) if "killed" in event.figures]
    assert [(event.recipients, event.figures) for event in found] == [(recipients, {"killed": killed})]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died when the ferry sank on Monday.",
        "Two people died in a crash on Monday.",
        "The toll of the earthquake rose to 900 on Monday.",
        "The village buried nine people on Monday.",
        "The road toll rose to 19 shillings in May.",
        "The talks are dead, the minister said after the raid.",
        "Eleven UN bodies met in Geneva on Monday.",
    ],
)
def test_what_no_violence_is_told_of_is_no_attack(text: str) -> None:
    assert not [event for event in told(text) if "killed" in event.figures]


def test_the_dead_who_are_not_counted_are_no_event() -> None:
    assert "ASSAULT" not in [event.found.root for event in told("The families buried their dead after the war.")]


def test_those_left_dead_by_an_attack_are_on_its_row() -> None:
    event = only("The shelling left five dead soldiers in the yard.")
    assert (event.trigger, event.figures) == ("shelling", {"killed": (5, 5, "five")})


def test_two_counts_of_one_sentence_are_two_events() -> None:
    text = "One of the missing was found dead after the raid, and two of the wounded had died in hospital."
    assert [event.figures["killed"][:2] for event in told(text)] == [(1, 1), (2, 2)]


def test_the_place_of_some_is_not_that_of_all() -> None:
    found = told("A woman was killed in Mombasa on Monday. Four soldiers are dead since the raid.")
    assert [event.place for event in found] == ["Mombasa", None]
