"""The origins that statements of one claim go back to, each with the reason."""

from __future__ import annotations

from itertools import count

import pytest

from sayso.reconcile.origins import Assertion, Origin, origins_of
from sayso.reconcile.records import Who
from sayso.reconcile.sayings import Saying
from sayso.schema.data import read_data
from tests.reconcile.reports import ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, VILLAGERS, Report, saying, who

_NUMBERS = count()
WORDS = "the mill at Orvela burned"


def said_by(*speakers: Who | None, group: str = "") -> list[Assertion]:
    """One statement by each, every one of its own article and utterance."""
    return [assertion(saying(WORDS, one), group) for one in speakers]


def assertion(one: Saying, group: str = "") -> Assertion:
    return Assertion(one, group or one.article, f"u-{next(_NUMBERS)}")


def reasons(found: list[Origin]) -> list[str | None]:
    return [one.reason for one in found]


def test_two_bodies_are_two_origins() -> None:
    assert len(origins_of(said_by(LIMA_ARMY, ENVOY))) == 2


def test_a_spokesman_is_one_origin_with_the_body() -> None:
    found = origins_of(said_by(LIMA_ARMY, SPOKESMAN))
    assert len(found) == 1
    assert found[0].reason == "speaker"


def test_one_speaker_quoted_by_many_is_one_origin() -> None:
    assert len(origins_of(said_by(NURSE, NURSE, NURSE))) == 1


def test_one_utterance_is_one_origin_whoever_is_told_to_have_made_it() -> None:
    rows = [row._replace(utterance="u") for row in said_by(NURSE, None)]
    assert reasons(origins_of(rows)) == ["words"]


def test_an_army_is_one_origin_with_its_regions() -> None:
    region = who("Southern Command", "PER", "military", known="per-army-region-2")
    assert reasons(origins_of(said_by(LIMA_ARMY, region))) == ["body"]


def test_a_government_as_such_is_no_origin_beside_a_body_of_its_state() -> None:
    found = origins_of(said_by(LIMA_ARMY, PERU))
    assert len(found) == 1
    assert len(found[0].rows) == 2
    assert found[0].reason == "body"


def test_one_office_under_two_names_is_one_origin() -> None:
    ministry = who("Ministry of Foreign Affairs and Trade", "PER", "government")
    assert reasons(origins_of(said_by(ministry, who("Peruvian Foreign Ministry", "PER", "government")))) == ["body"]


def test_the_like_offices_of_two_states_are_two() -> None:
    ours, theirs = (who("Foreign Ministry", country, "government") for country in ("PER", "CHL"))
    assert len(origins_of(said_by(ours, theirs))) == 2


def test_two_offices_of_one_state_are_two() -> None:
    ministries = (who(f"Ministry of {office}", "PER", "government") for office in ("Justice", "Health"))
    assert len(origins_of(said_by(*ministries))) == 2


def test_nameless_speakers_of_copies_are_one_origin_and_else_are_not() -> None:
    assert reasons(origins_of(said_by(VILLAGERS, VILLAGERS, group="a-1"))) == ["copy"]
    assert len(origins_of(said_by(VILLAGERS, VILLAGERS))) == 2


def test_who_passes_on_a_statement_is_no_origin_of_its_own() -> None:
    report = Report(f"The nurse recalled that the army admitted that {WORDS}.")
    outer = report.says(NURSE, f"that the army admitted that {WORDS}")
    report.says(LIMA_ARMY, f"that {WORDS}", nested_in=outer)
    assert reasons(origins_of([assertion(one) for one in report.sayings])) == ["passed on"]


def test_an_outlet_that_tells_what_its_own_saw_observes() -> None:
    report = Report(WORDS, outlet="Orvela Post")
    report.says(who("Orvela Post reporter"), WORDS)
    found = origins_of([assertion(report.sayings[0])])[0]
    assert found.kind == "observation"
    assert found.third


def test_a_mission_is_of_no_side() -> None:
    assert origins_of(said_by(who("border mission", kind="mission")))[0].third


@pytest.mark.parametrize("office", read_data("sayso.reconcile", "origins.toml")["offices"])
def test_every_word_of_an_office_tells_it(office: str) -> None:
    for word in read_data("sayso.reconcile", "origins.toml")["offices"][office]:
        names = (f"{word} {body}" for body in read_data("sayso.reconcile", "origins.toml")["bodies"]["words"])
        assert len(origins_of(said_by(*(who(name, "PER", "government") for name in names)))) == 1
