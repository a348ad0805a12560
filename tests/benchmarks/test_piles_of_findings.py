"""The made-up pile is of the form that reconciliation reads, and like news in what it shares and what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from benchmarks.made_words import patterns, vocabulary
from benchmarks.made_world import world
from benchmarks.piles_of_findings import findings

from sayso.ledger.folder import LedgerFolder
from sayso.reconcile.records import done, page, pledge, said
from sayso.schema.data import read_data
from sayso.schema.plover import roots

TABLES = ("articles", "statements", "events", "commitments")


@cache
def pile() -> tuple[dict[str, Any], ...]:
    return tuple(findings(240, seed=11))


def texts() -> list[str]:
    return [row["articles"][0]["text"] for row in pile()]


def spans(row: Any) -> Iterator[dict[str, Any]]:
    """Every span in a row, wherever it stands."""
    if isinstance(row, dict):
        if "quote" in row:
            yield row
        for value in row.values():
            yield from spans(value)
    elif isinstance(row, list):
        for value in row:
            yield from spans(value)


def grams(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def shared(one: str, other: str) -> float:
    """The share of the word 4-grams of one text that stand in another."""
    return len(grams(one) & grams(other)) / len(grams(one))


def test_every_span_quotes_the_text_it_stands_on() -> None:
    for row, text in zip(pile(), texts(), strict=True):
        assert all(text[span["start"] : span["end"]] == span["quote"] != "" for span in spans(row))


def test_every_id_is_given_once() -> None:
    ids = [one["id"] for row in pile() for table in TABLES for one in row[table]]
    assert len(set(ids)) == len(ids)
    assert len({row["document_id"] for row in pile()}) == len(pile())


def test_the_same_seed_gives_the_same_pile_and_a_longer_one_begins_with_it() -> None:
    assert tuple(findings(20, seed=11)) == pile()[:20]
    assert next(findings(1, seed=12)) != pile()[0]


def test_reconciliation_reads_every_row() -> None:
    for row in pile():
        assert page(row["articles"][0]).text
        assert all(len(said(one).sense) == 384 for one in row["statements"])
        assert all(done(one).actors for one in row["events"])
        assert all(pledge(one).by for one in row["commitments"])


def test_rows_refer_to_rows_of_their_own_document() -> None:
    for row in pile():
        told = {one["id"] for one in row["statements"]} | {None}
        assert all(one["asserted_by"] in told for one in row["events"])
        assert all(one["statement_id"] in told for one in row["commitments"])


def test_labels_are_those_of_the_vocabularies() -> None:
    acts = read_data("sayso.schema", "speech_acts.toml")
    for row in pile():
        assert all(acts[one["act"]]["group"] == one["group"] for one in row["statements"])
        assert all(one["mode"] in (None, *roots()[one["root"]].modes) for one in row["events"])
        assert all(one["quad"] == roots()[one["root"]].quad for one in row["events"])


def test_a_ledger_takes_the_rows_and_gives_them_back(tmp_path: Path) -> None:
    kept = LedgerFolder.create(tmp_path / "ledger").segments
    kept.add_documents(list(pile()[:3]))
    assert {row["document_id"]: row["statements"][0]["id"] for row in kept.findings()} == {
        row["document_id"]: row["statements"][0]["id"] for row in pile()[:3]
    }


def test_articles_are_as_long_and_full_as_news() -> None:
    def mean(counts: list[int]) -> float:
        return sum(counts) / len(counts)

    assert 1500 < mean([len(text) for text in texts()]) < 2500
    assert 5 <= mean([len(row["statements"]) for row in pile()]) <= 8
    assert 3 <= mean([len(row["events"]) for row in pile()]) <= 5
    assert 0 < mean([len(row["commitments"]) for row in pile()]) <= 2


def test_copies_share_their_words_and_name_where_they_come_from() -> None:
    copies = [row["articles"][0] for row in pile() if row["articles"][0]["authors"]]
    assert len(copies) > 15
    for copy in copies:
        others = [row["articles"][0] for row in pile() if row["articles"][0]["outlet"] == copy["authors"][0]]
        assert max(shared(copy["text"], other["text"]) for other in others) > 0.8


def test_articles_of_other_stories_share_next_to_nothing() -> None:
    one, *others = texts()
    place = one.split(",")[0].capitalize()
    far = [shared(one, other) for other in others if place not in other]
    assert len(far) > 100
    assert max(far) < 0.05


def test_the_words_are_many() -> None:
    words = {word.strip(".,:;“”()") for text in texts() for word in text.casefold().split()}
    assert len(words & set(vocabulary())) > 3500


def test_accusations_name_a_target_and_the_accused_deny() -> None:
    told = [one for row in pile() for one in row["statements"]]
    assert all(one["target"]["name"] for one in told if one["act"] == "accusation")
    accused = {one["target"]["actor_id"] for one in told if one["act"] == "accusation"}
    denying = {one["speaker"]["member_of"] or one["speaker"]["actor_id"] for one in told if one["act"] == "denial"}
    assert denying
    assert all(any(body == side or body.startswith(f"{side}-") for side in accused) for body in denying)


def test_every_pattern_has_what_its_rows_stand_on() -> None:
    for kind, told in patterns()["kinds"].items():
        needed = "{terms:" if "commitment" in told else "{trigger:" if kind in ("toll", "counter") else ""
        assert all(needed in wording for wording in told["wordings"]), kind
        assert all(slot in frame for frame in told["frames"] for slot in ("{source}", "{cue:", "{content}")), kind
    assert {kind for kind, _, _ in patterns()["matters"]} == set(patterns()["kinds"])


@pytest.mark.parametrize("seed", [1, 2])
def test_no_two_in_a_world_have_one_name(seed: int) -> None:
    made = world(30, seed)
    bodies = {body.who.name for one in made.disputes for side in one.sides for body in side.bodies}
    people = [person.name for one in made.disputes for other in one.others for person in other.spokesmen]
    assert len(set(people)) == len(people)
    assert bodies.isdisjoint(people)
