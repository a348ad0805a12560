"""Who is named in a row: persons and bodies with a name of their own; everybody else stays with the article."""

from __future__ import annotations

import pytest

from sayso.reconcile.naming import BODY, OFFICE, OPEN, PERSON, named_in, role_key
from tests.reconcile.parties import party


@pytest.mark.parametrize(
    "one",
    [
        party("Ana Rovik"),
        party("Ana al-Rovik"),
        party("Bill de Tarva"),
        party("王毅"),
        party("Rovik Front", "armed-group"),
        party("Front for the Liberation of Tarva", "armed-group"),
        party("People's Guard of Tarva", "armed-group"),
        party("Rovik Tarva district hospital", "organisation"),
        party("M23 Rovik", "armed-group"),
        party("Peruvian Election Commission", "government"),
        party("Election Commission", "government", country="PER"),
        party("Republican Rovik Committee", "organisation"),
        party("Tarva Herald", None),
    ],
    ids=lambda one: str(one["name"]),
)
def test_a_proper_name_names_somebody(one: dict[str, object]) -> None:
    assert named_in(one) is not None


@pytest.mark.parametrize(
    "one",
    [
        party("Ana Rovik", actor_id="per-ana"),
        party("villagers", "collective"),
        party("Tarva Villagers", "collective"),
        party("Analysts", "collective", actor_by="collective"),
        party("Tarva", "place"),
        party("A nurse at Rovik Hospital", resolved_by="mention"),
        party("a nurse"),
        party("Rovik's office", "organisation"),
        party("Rovik's Office", "organisation"),
        party("Peruvian drones", "military", country="PER"),
        party("Peruvian Troops", "military", country="PER"),
        party("Peru and Chile", None),
        party("Foreign Ministry", "government"),
        party("Ministry", "government", country="PER"),
        party("Health Minister"),
        party("General"),
        party("Bulletin", None),
        party("Tarva of", None),
        party("I've"),
        party("it", None),
        party("", None),
        party("Rovik Province", role="governor", affiliation="Rovik Province"),
        party('11" Rovik', "military"),
    ],
    ids=lambda one: str(one["name"]),
)
def test_who_is_only_described_is_nobody(one: dict[str, object]) -> None:
    assert named_in(one) is None


def family(**told: object) -> str | None:
    named = named_in(party(**told))  # type: ignore[arg-type]
    return named.family if named else None


def test_who_holds_an_office_of_state_is_a_person_whatever_the_kind_says() -> None:
    assert family(name="Ana Rovik", kind="government", role="Foreign Minister") == PERSON
    assert family(name="Ana Rovik", kind="government") == OFFICE
    assert family(name="Rovik Ministry", kind="government", role="ministry") == BODY


def test_a_body_taken_for_a_person_is_a_body() -> None:
    assert family(name="Tarva Daily", kind="person", affiliation="Tarva Daily") == BODY
    assert family(name="Rovik Energy Company", kind="person") == BODY


def test_what_no_kind_is_told_of_is_open() -> None:
    assert family(name="Channel Rovik", kind=None) == OPEN


def test_a_state_from_the_dateline_is_a_guess() -> None:
    told = named_in(party("Ana Rovik", country="PER", actor_by="dateline"))
    assert told
    assert (told.country, told.guess) == ("", "PER")


def test_a_state_from_a_body_that_every_state_has_is_a_guess() -> None:
    bare = party(
        "Ana Rovik", country="PER", affiliation="Foreign Ministry", actor_by="affiliation", member_of="per-mfa"
    )
    full = bare | {"affiliation": "Peruvian Foreign Ministry"}
    guessed, told = named_in(bare), named_in(full)
    assert guessed
    assert told
    assert (guessed.country, guessed.guess, guessed.of) == ("", "PER", ("foreign ministry",))
    assert (told.country, told.of) == ("PER", ("@per-mfa", "peruvian foreign ministry"))


def test_the_name_read_once_more_is_no_body() -> None:
    told = named_in(party("Ana Rovik", affiliation="Tarva Army General Ana Rovik"))
    assert told
    assert told.of == ()


@pytest.mark.parametrize(
    ("role", "key"), [("Spokeswoman", "spokesperson"), ("Premier", "prime minister"), ("Weaver", "weaver")]
)
def test_names_of_an_office_meet(role: str, key: str) -> None:
    assert role_key(role) == key
