"""Actors of the whole pile: the same for the same findings, in whatever order; every id leads to a row."""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.actors import registry
from sayso.findings import Findings
from sayso.model import Document
from sayso.process import process
from sayso.reconcile import LedgerActors
from tests.reconcile.parties import Row, article, party, settled

NAMES = ["Ana Rovik", "Muhammad Rovik", "Mohammed Rovik", "Rovik Muhammad", "Rovik", "Rovik Santos", "Col. Ana Rovik"]
PARTIES = st.builds(
    party,
    st.sampled_from(NAMES),
    st.sampled_from(["person", "person", "organisation", "government", None]),
    country=st.sampled_from([None, "PER", "CHL", "BOL"]),
    role=st.sampled_from([None, "falconer", "spokesman", "farmer", "prime minister"]),
    affiliation=st.sampled_from([None, "Tarva Front", "Rovik Bank", "Foreign Ministry"]),
    actor_by=st.sampled_from([None, None, "dateline"]),
)
PILES = st.lists(st.lists(PARTIES, max_size=4), max_size=8).map(
    lambda pile: [article(number, *parties) for number, parties in enumerate(pile)]
)


def placed(findings: list[Row]) -> Iterator[tuple[str, Row]]:
    for row in findings:
        yield from ((one["article_id"], one["speaker"]) for one in row["statements"])


def outcome(findings: list[Row], order: list[Row]) -> tuple[str, list[str | None]]:
    """Rows byte for byte, and the id of every party in the order of `findings`."""
    found = settled(order)
    return json.dumps(list(found.rows())), [found.actor_of(one, where) for where, one in placed(findings)]


@settings(max_examples=200, deadline=None)
@given(PILES, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(findings: list[Row], rng: random.Random) -> None:
    order = list(findings)
    rng.shuffle(order)
    assert outcome(findings, order) == outcome(findings, findings)


@settings(deadline=None)
@given(PILES, st.randoms(use_true_random=False))
def test_nor_does_the_order_within_a_document(findings: list[Row], rng: random.Random) -> None:
    order = [row | {"statements": rng.sample(row["statements"], len(row["statements"]))} for row in findings]
    assert outcome(findings, order) == outcome(findings, findings)


@settings(deadline=None)
@given(PILES)
def test_seeing_all_once_more_changes_nothing(findings: list[Row]) -> None:
    assert outcome(findings, findings + findings) == outcome(findings, findings)


@settings(max_examples=200, deadline=None)
@given(PILES)
def test_who_is_told_of_two_states_is_never_one(findings: list[Row]) -> None:
    found = settled(findings)
    states = defaultdict(set)
    for where, one in placed(findings):
        if one["country"] and one["actor_by"] != "dateline":
            states[found.actor_of(one, where)].add(one["country"])
    states.pop(None, None)
    assert all(len(told) == 1 for told in states.values())


@settings(deadline=None)
@given(PILES)
def test_persons_and_bodies_are_never_one_and_every_id_has_its_row(findings: list[Row]) -> None:
    found = settled(findings)
    kinds = defaultdict(set)
    for where, one in placed(findings):
        if one["kind"] in ("person", "organisation"):
            kinds[found.actor_of(one, where)].add(one["kind"])
    kinds.pop(None, None)
    assert all(len(told) == 1 for told in kinds.values())
    rows = [row["id"] for row in found.rows()]
    assert rows == sorted(set(rows))
    assert {actor for actor in (found.actor_of(one, where) for where, one in placed(findings)) if actor} == set(rows)


def test_a_party_that_the_registry_knows_keeps_its_id_and_gets_a_row() -> None:
    known = party("Lima", "government", actor_id="per-gov", country="PER")
    found = settled([article(1, known)], registry())
    assert found.actor_of(known, "art-1") == "per-gov"
    assert [(row["id"], row["name"], row["aliases"][0]) for row in found.rows()] == [
        ("per-gov", "Government of Peru", "Lima")
    ]


def test_the_body_that_somebody_belongs_to_gets_a_row_too() -> None:
    found = settled(
        [article(1, party("Ana Rovik", affiliation="Peruvian Navy Board", member_of="per-gov"))], registry()
    )
    assert [row["name"] for row in found.rows()] == ["Ana Rovik", "Government of Peru"]


def test_parties_of_events_and_whom_a_statement_is_about_count_as_well() -> None:
    one = party("Ana Rovik")
    findings = {
        "statements": [{"article_id": "art-1", "speaker": None, "addressee": one, "target": one}],
        "events": [{"article_id": "art-1", "actors": [party("Bo Tarva")], "recipients": [one]}],
    }
    found = settled([findings])
    assert sorted(row["name"] for row in found.rows()) == ["Ana Rovik", "Bo Tarva"]
    assert found.actor_of(one, "art-1") is not None


def test_nobody_seen_has_no_actor() -> None:
    found = settled([article(1, party("villagers", "collective"))])
    assert found.actor_of(party("villagers", "collective"), "art-1") is None
    assert found.actor_of(party("Ana Rovik"), "art-1") is None
    assert list(found.rows()) == []


def test_the_surname_that_an_article_goes_on_with_is_an_alias() -> None:
    later = party("Ana Rovik", resolved_by="surname", mentions=[{"start": 0, "end": 13, "quote": "Colonel Rovik"}])
    (row,) = settled([article(1, party("Ana Rovik"), later)]).rows()
    assert row["aliases"] == ["Rovik"]


def findings_of(uri: str, text: str) -> dict[str, Any]:
    found: Findings = process(Document(uri, text.encode()))
    return found.row("settings")


def test_real_articles_share_the_person_they_both_name() -> None:
    one = findings_of(
        "a.txt", '"We did not fire first," Peruvian army spokesman Ivo Tarvansky said on Monday in the capital.'
    )
    two = findings_of("b.txt", "The border stays shut, Ivo Tarvansky said on Friday. He rejected the charge as false.")
    found = settled([one, two], registry())
    rows = {row["name"]: row for row in found.rows()}
    speakers = [
        (row["article_id"], row["speaker"]) for row in (*one["statements"], *two["statements"]) if row["speaker"]
    ]
    assert len(speakers) >= 2
    assert {found.actor_of(one, where) for where, one in speakers} == {rows["Ivo Tarvansky"]["id"]}
    assert rows["Ivo Tarvansky"]["country"] == "PER"


def _pile(count: int) -> Iterator[Row]:
    """Articles as a dispute has them: some names often, most seldom, a third known or nobody."""
    rng = random.Random(4)
    words = ["".join(rng.choices("aeioubdklmnrstv", k=7)).title() for _ in range(2000)]

    def one() -> Row:
        kind = rng.random()
        if kind < 0.25:
            return party("Peru", "state", actor_id="per", country="PER")
        if kind < 0.35:
            return party("villagers", "collective")
        name = rng.choice(words) if kind < 0.4 else f"{words[int(rng.random() ** 3 * 300)]} {rng.choice(words)}"
        role, body = rng.choice([None, "spokesman", "falconer"]), rng.choice([None, "Tarva Front", "Rovik Bank"])
        return party(name, country=rng.choice([None, "PER", "CHL"]), role=role, affiliation=body)

    for number in range(count):
        yield article(number, *(one() for _ in range(5)))


@pytest.mark.timeout(120)
def test_a_hundred_thousand_articles_are_settled_within_a_minute() -> None:
    """A thirtieth of them in a thirtieth of the time."""
    findings = list(_pile(3_300))
    began = time.process_time()
    actors = LedgerActors()
    for row in findings:
        actors.see(row)
    found = actors.settled(registry())
    assert sum(1 for _ in found.rows()) > 1_000
    assert all(found.actor_of(one, where) != "" for where, one in placed(findings))
    assert time.process_time() - began < 2.0
