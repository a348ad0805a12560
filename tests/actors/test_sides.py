"""Whose side an actor is on follows from whom it belongs to."""

from __future__ import annotations

import pytest

from sayso.actors import Actor, chain_of, registry, resolve, side_of, stands_for
from sayso.model.actor import Office


@pytest.mark.parametrize("body", ["army", "mfa", "police", "coastguard", "foreign-minister"])
def test_the_bodies_of_a_state_are_on_its_side(body: str) -> None:
    assert side_of(f"per-{body}") == "per"


def test_a_chain_leads_from_the_body_to_the_state() -> None:
    assert chain_of("per-mfa") == ("per-mfa", "per-gov", "per")


def test_a_wing_is_on_the_side_of_its_movement_and_a_circle_ends() -> None:
    own = (
        Actor("rovik", "Rovik Front", "armed-group", "PER"),
        Actor("rovik-wing", "Rovik Wing", "armed-group", "PER", parent="rovik"),
        Actor("one", "One", "party", parent="two"),
        Actor("two", "Two", "party", parent="one"),
    )
    among = registry(own)
    assert side_of("rovik-wing", among) == "rovik"
    assert chain_of("one", among) == ("one", "two")


def test_a_person_is_on_the_side_of_their_office() -> None:
    ana = Actor("ana", "Ana Tarvel", "person", "PER", roles=(Office("president", "per-gov", "2011"),))
    assert side_of("ana", registry((ana,))) == "per"


def test_a_resolution_has_a_side_too() -> None:
    found = resolve("Peruvian officials")
    assert found is not None
    assert side_of(found) == "per"


def test_parts_stand_for_each_other_with_their_whole() -> None:
    assert stands_for("per", "per-army")
    assert not stands_for("per-army", "bol")
