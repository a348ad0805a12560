"""Passages that two texts share: seeds, chains, light edits."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.grams import words_in
from sayso.reconcile.passages import passages, shared_passages, weights_of

LIFTED = "Divers pulled nine cellos and a harmonium from the flooded hold of the ferry on Sunday"
BEFORE = "Nobody had expected music. The mayor of Tarn was asleep, as was his dog."
AFTER = "A choir sang on the quay while rain fell into their open mouths."


def quotes(one: str, other: str) -> list[tuple[str, str]]:
    return [(one[a:b], other[c:d]) for a, b, c, d in passages(one, other)]


def test_a_passage_is_found_wherever_it_stands() -> None:
    assert quotes(f"{BEFORE} {LIFTED}.", f"{LIFTED}, they said. {AFTER}") == [(LIFTED, LIFTED)]


@pytest.mark.parametrize(
    "edited",
    [
        "Divers pulled nine cellos and a piano from the flooded hold of the ferry on Sunday",
        "Divers pulled nine cellos from the flooded hold of the ferry on Sunday",
        "Divers pulled nine old cellos and a harmonium from the flooded hold of the sunken ferry on Sunday",
    ],
)
def test_a_word_replaced_left_out_or_put_in_does_not_break_a_passage(edited: str) -> None:
    assert quotes(f"{BEFORE} {LIFTED}.", f"{edited}. {AFTER}") == [(LIFTED, edited)]


def test_passages_in_another_order_are_told_one_by_one() -> None:
    assert quotes(f"{AFTER} {LIFTED}.", f"{LIFTED}. {AFTER}") == [(LIFTED, LIFTED), (AFTER[:-1], AFTER[:-1])]


def test_texts_of_one_topic_in_other_words_share_nothing() -> None:
    assert passages(LIFTED, "A harmonium and several cellos were brought up from the ferry by divers") == []


def test_names_and_common_words_weigh_little() -> None:
    assert passages("Deputy Foreign Minister Ana Rovik told", "as Deputy Foreign Minister Ana Rovik told") == []


def test_a_text_of_nothing_but_refrains_is_still_itself() -> None:
    song = "row the green boat gently " * 40
    assert quotes(song, song) == [(song.rstrip(), song.rstrip())]


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", LIFTED), ("...", "“”")])
def test_without_words_there_is_no_passage(one: str, other: str) -> None:
    assert passages(one, other) == []


def test_matched_words_are_the_same_in_both_and_in_order() -> None:
    one, other = words_in(f"{BEFORE} {LIFTED} {AFTER}"), words_in(f"{LIFTED[:40]} {AFTER} {LIFTED[30:]}")
    for found in shared_passages(one, other):
        assert one.number[found.here].tolist() == other.number[found.there].tolist()
        assert sorted(set(found.here.tolist())) == found.here.tolist()
        assert sorted(set(found.there.tolist())) == found.there.tolist()


@given(st.lists(st.sampled_from(["tarn", "ferry", "cello", "quay", "rain", "dog"]), max_size=60), st.data())
def test_no_word_is_in_two_passages(words: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(words))
    one, two = words_in(" ".join(words)), words_in(" ".join(other))
    found = shared_passages(one, two, 1.5)
    here = [at for passage in found for at in passage.here.tolist()]
    there = [at for passage in found for at in passage.there.tolist()]
    assert len(here) == len(set(here))
    assert len(there) == len(set(there))
    assert len(weights_of(one)) == len(one.number)


def test_long_texts_full_of_refrains_are_quick() -> None:
    one = " ".join(f"row {number % 7} seat {number % 11} sold" for number in range(8000))
    other = " ".join(f"row {number % 7} seat {number % 13} sold" for number in range(8000))
    begin = time.process_time()
    passages(one, other)
    assert time.process_time() - begin < 5
