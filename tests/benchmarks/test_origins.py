"""The made claims have the origins that they are said to have, and the measure tells right counts from wrong ones."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from benchmarks.made_claims import COPIES, Made, Pile, made, wordings
from benchmarks.made_edits import Editor
from benchmarks.made_sentences import Marked, filled
from benchmarks.origins import pairs, scores

from sayso.reconcile.records import done, page, said
from sayso.schema.plover import roots

SLOT = re.compile(r"\{(n|m|place|other|day)\}")


@cache
def pile() -> Pile:
    return made(claims=40, seed=5)


@cache
def statements() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for row in pile().rows for one in row["statements"]}


def counted(one: Made, origins: int) -> dict[str, Any]:
    return {"id": f"c-{one.number}", "origins": origins, "asserted": list(one.statements)}


# --- the pile -------------------------------------------------------------------------------------------------------


def test_every_span_quotes_the_text_it_stands_on() -> None:
    for row in pile().rows:
        text = page(row["articles"][0]).text
        for one in row["statements"]:
            assert all(text[span["start"] : span["end"]] == span["quote"] for span in one["content"])
            assert text[one["source"]["start"] : one["source"]["end"]] == one["source"]["quote"]
            assert len(said(one).sense) == 384
        for one in row["events"]:
            assert text[one["trigger"]["start"] : one["trigger"]["end"]] == done(one).trigger


def test_every_id_is_given_once_and_the_same_seed_gives_the_same_pile() -> None:
    ids = [one["id"] for row in pile().rows for table in ("articles", "statements", "events") for one in row[table]]
    assert len(set(ids)) == len(ids)
    assert made(claims=3, seed=5) == made(claims=3, seed=5)
    assert made(claims=3, seed=5) != made(claims=3, seed=6)


def test_claims_have_one_to_four_origins_and_up_to_ten_copies() -> None:
    assert {one.origins for one in pile().claims} == {1, 2, 3, 4}
    assert {one.copies for one in pile().claims} >= {0, COPIES}
    assert all(len(one.statements) == one.origins + one.copies for one in pile().claims)


def test_an_origin_is_the_word_of_one_body_and_no_two_are_of_the_same() -> None:
    for one in pile().claims:
        bodies: dict[int, set[str]] = {}
        for statement, origin in one.statements.items():
            speaker = statements()[statement]["speaker"]
            bodies.setdefault(origin, set()).add(speaker["member_of"] or speaker["actor_id"])
        assert all(len(some) == 1 for some in bodies.values())
        assert len(set.union(*bodies.values())) == len(bodies)


def test_denials_assert_nothing() -> None:
    asserted = {statement for one in pile().claims for statement in one.statements}
    assert all(statements()[statement]["act"] != "denial" for statement in asserted)
    assert any(one["act"] == "denial" for one in statements().values())


def test_origins_of_a_claim_do_not_have_the_same_words() -> None:
    for one in pile().claims:
        told: dict[int, set[str]] = {}
        for statement, origin in one.statements.items():
            told.setdefault(origin, set()).add(said(statements()[statement]).content.casefold())
        contents = [content for some in told.values() for content in some]
        assert len(set(contents)) == len(contents)


# --- its words ------------------------------------------------------------------------------------------------------


def test_there_are_forty_propositions_with_wordings_that_tell_the_same() -> None:
    told = wordings()["propositions"]
    assert len({one["id"] for one in told}) == len(told) >= 40
    for one in told:
        slots = {tuple(sorted(set(SLOT.findall(wording)))) for wording in one["wordings"]}
        assert len(one["wordings"]) >= 4, one["id"]
        assert len(slots) == 1, (one["id"], slots)


def test_propositions_that_report_an_event_have_a_code_and_a_trigger() -> None:
    for one in wordings()["propositions"]:
        triggers = [wording.count("{trigger:") for wording in one["wordings"]]
        assert set(triggers) == ({1} if "root" in one else {0}), one["id"]
        if "root" in one:
            assert one.get("mode") in (None, *roots()[one["root"]].modes), one["id"]


def test_frames_name_the_speaker_and_the_agency_where_it_is_credited() -> None:
    told = wordings()
    for table in ("frames", "quoted", "accusing", "credited", "denying"):
        assert all("{source}" in frame and "{content}" in frame for frame in told[table]), table
    assert all("{agency}" in frame for frame in told["credited"])


# --- edits ----------------------------------------------------------------------------------------------------------


def editor() -> Editor:
    told = wordings()
    return Editor(told["synonyms"], told["inserted"], frozenset(told["spared"]), frozenset(told["kept"]))


@pytest.mark.parametrize("seed", range(40))
def test_edits_keep_names_figures_and_negations_and_the_marks_on_them(seed: int) -> None:
    content = filled("no {agent} in the town of {place} {trigger:killed} {n} people near the road", **PARTICULARS)
    words = filled("{source} {cue:said} that {content}.", source="vicar Olan Brek", content=content)
    out = editor().edited(words, random.Random(seed).uniform(0.1, 0.6), random.Random(seed))
    for name in ("source", "cue", "agent", "place", "trigger", "n"):
        low, high = out.marks[name]
        assert out.text[low:high] == words.text[slice(*words.marks[name])]
    low, high = out.marks["content"]
    assert re.search(r"\bno\b", out.text[low:high])
    assert out.text[low:high] == out.text[low:high].strip()


PARTICULARS = {"agent": "Varnian troops", "place": "Ostrel", "n": "11"}


def test_edits_touch_the_share_that_is_asked_for() -> None:
    words = Marked("people of the village fled after shells destroyed the homes near the school outside town", {})
    out = editor().edited(words, 0.3, random.Random(2)).text.split()
    lost = Counter(words.text.split()) - Counter(out)
    assert 2 <= sum(lost.values()) <= 6
    assert editor().edited(words, 0, random.Random(2)) == words


# --- the measure ----------------------------------------------------------------------------------------------------


def test_true_counts_are_all_right() -> None:
    told = scores(pile().claims, [counted(one, one.origins) for one in pile().claims])
    assert (told["right"], told["paired"], told["whole"]) == (1, 1, 1)


def test_counting_reports_is_right_only_where_nothing_was_copied() -> None:
    told = scores(pile().claims, [counted(one, len(one.statements)) for one in pile().claims])
    assert told["right"] == told["reports right"] < 0.3
    assert (told["right of 0-0 copies"], told["right of 7-10 copies"]) == (1, 0)
    assert told["too few"] == 0


def test_a_claim_that_is_not_found_is_not_right() -> None:
    first, *others = pile().claims
    told = scores(pile().claims, [counted(one, one.origins) for one in others])
    assert told["right"] == told["paired"] == round(1 - 1 / len(pile().claims), 3)
    assert first.number not in pairs(pile().claims, [counted(one, one.origins) for one in others])


def test_of_a_claim_that_was_split_the_larger_part_counts() -> None:
    one = max(pile().claims, key=lambda claim: len(claim.statements))
    first, *others = list(one.statements)
    found = [
        {"id": "c-a", "origins": 1, "asserted": [first]},
        {"id": "c-b", "origins": 9, "asserted": others},
    ]
    assert pairs([one], found)[one.number]["id"] == "c-b"


def test_a_claim_made_of_two_is_that_of_which_it_holds_most() -> None:
    large, small = sorted(pile().claims, key=lambda claim: -len(claim.statements))[:: len(pile().claims) - 1]
    found = [{"id": "c-a", "origins": 1, "asserted": [*small.statements, *large.statements]}]
    assert list(pairs(pile().claims, found)) == [large.number]
