"""A party of an article becomes an actor, or, where nobody knows the person, the body that they speak for."""

from __future__ import annotations

import pytest

from sayso.actors import Actor, Context, registry, resolve_party
from sayso.model import Party
from sayso.model.actor import Office
from tests.actors.days import day

ANA = Actor("ana", "Ana Tarvel", "person", "TUV", roles=(Office("foreign minister", "tuv-mfa", "2011", "2015"),))
AMONG = registry((ANA,))


def party(name: str | None, kind: str | None = None, **told: str) -> Party:
    return Party(
        None, name, kind, role=told.get("role"), affiliation=told.get("affiliation"), country=told.get("country")
    )


def test_a_known_person_comes_with_the_body_of_that_day() -> None:
    found = resolve_party(
        party("Ana Tarvel", "person", role="Foreign Minister", country="TUV"), on=day("2012-01-01"), among=AMONG
    )
    assert found is not None
    assert (found.actor_id, found.of, found.country) == ("ana", "tuv-mfa", "TUV")


def test_an_unknown_person_speaks_for_a_known_body() -> None:
    spoken = party("Ben Rovik", "person", role="spokesman", affiliation="Ministry of Defence", country="BOL")
    found = resolve_party(spoken, on=day("2012-01-01"), among=AMONG)
    assert found is not None
    assert (found.actor_id, found.name, found.of, found.sector, found.how) == (
        None,
        "Ben Rovik",
        "bol-mod",
        "MIL",
        "affiliation",
    )


def test_an_unknown_person_of_nobody_known_is_left_alone() -> None:
    assert resolve_party(party("Ben Rovik", "person", role="nurse")) is None
    assert resolve_party(party(None)) is None


def test_a_name_of_another_state_is_somebody_else() -> None:
    for name in ("Tarvel", "Ana Tarvel"):
        found = resolve_party(party(name, "person", role="Foreign Minister", country="BOL"), among=AMONG)
        assert found is None or found.actor_id != "ana"
    named = Context(countries=frozenset({"BOL", "TUV"}))
    misread = resolve_party(party("Ana Tarvel", "person", country="BOL"), context=named, among=AMONG)
    assert misread is not None
    assert misread.actor_id == "ana"


def test_a_place_is_no_actor() -> None:
    assert resolve_party(party("Lima", "place")) is None


@pytest.mark.parametrize(("own", "actor_id"), [("PER", "per-mfa"), (None, "bol-mfa")])
def test_a_body_takes_its_own_state_before_the_articles(own: str | None, actor_id: str) -> None:
    told = party("Foreign Ministry", "organisation", **({"country": own} if own else {}))
    found = resolve_party(told, context=Context(country="BOL"))
    assert found is not None
    assert found.actor_id == actor_id


def test_a_collective_keeps_its_words_and_its_state() -> None:
    found = resolve_party(party("security officials", "collective", country="PER"))
    assert found is not None
    assert (found.actor_id, found.name, found.kind, found.country) == (None, "security officials", "collective", "PER")
