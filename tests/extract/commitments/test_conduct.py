"""What speakers say that their own side will do."""

from __future__ import annotations

import pytest

from tests.extract.commitments.reading import by, read, told


def test_we_will_is_an_assurance() -> None:
    text = "“We will compensate the family,” Foreign Minister Ana Rovik said."
    assert told(text) == [("assurance", "We will compensate the family")]


def test_harm_on_a_condition_is_a_threat() -> None:
    text = "“If they cross the river, we will shoot down their drones,” General Ana Rovik said."
    [one] = read(text)
    assert one.kind == "threat"
    assert text[slice(*one.terms)] == "we will shoot down their drones"
    assert text[slice(*(one.condition or ()))] == "If they cross the river"


def test_a_step_that_hangs_on_the_other_side_is_a_threat() -> None:
    text = "Foreign Minister Ana Rovik said Kenya would take the case to the court if the detentions continued."
    assert told(text)[0] == ("threat", "Kenya would take the case to the court")


def test_the_same_step_without_pressure_is_an_assurance() -> None:
    text = "Foreign Minister Ana Rovik said Kenya would file a complaint by the end of March."
    [one] = read(text)
    assert (one.kind, one.due_by) == ("assurance", "2026-03-31")


def test_what_is_done_in_the_passive_by_those_in_charge() -> None:
    text = "The governor, Ana Rovik, said the crossing would be reopened on March 3."
    assert told(text) == [("assurance", "the crossing would be reopened on March 3")]


def test_the_present_for_what_hangs_on_something() -> None:
    text = "“The gate opens when the guns are gone,” Prime Minister Ana Rovik said."
    assert told(text) == [("assurance", "The gate opens when the guns are gone")]


def test_a_menace_to_whoever_suffers_it() -> None:
    text = "Defence Minister Ana Rovik said: “They will pay a heavy price.”"
    assert told(text)[0][0] == "threat"


def test_a_quotation_that_goes_on_in_the_next_paragraph() -> None:
    text = (
        "“This was no accident,” Foreign Minister Ana Rovik told parliament. “It was the third raid in a month.\n\n"
        "“If one more shell falls on our villages, our forces will strike their camps.”"
    )
    [one] = read(text)
    assert (one.kind, by(one)) == ("threat", ["Ana Rovik"])


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rovik, an analyst in Geneva, said the army would attack the port.",
        "“We will lose the harvest,” said Ana Rovik, a farmer.",
        "Foreign Minister Ana Rovik said Kenya would survive the drought.",
        "Foreign Minister Ana Rovik said it would rain.",
        "Foreign Minister Ana Rovik said Kenya would keep its word.",
        "Foreign Minister Ana Rovik hoped the court would rule soon.",
        "Foreign Minister Ana Rovik denied that Kenya would send troops.",
        "Had the shell landed nearer, it would have hit the school, the army said.",
        "Foreign Minister Ana Rovik said Ethiopia's plans would ruin the farmers of Kenya.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert told(text) == []
