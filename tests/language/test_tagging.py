"""The best sequence of tags under the grammar of spans."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from sayso.language.tagging import FORBIDDEN, best_tags, grammar, spans_of

LABELS = ["O", "B-cue", "B-source", "I-cue", "I-source"]
SIZE = len(LABELS)
Floats = NDArray[np.float32]
SCORE = st.floats(-30, 30, width=32)


def scores(most: int) -> st.SearchStrategy[Floats]:
    return st.integers(0, most).flatmap(lambda count: arrays(np.float32, (count, SIZE), elements=SCORE))


def worth(given: Floats, moves: Floats, tags: tuple[int, ...]) -> float:
    told = sum(float(given[at, tag]) for at, tag in enumerate(tags))
    return told + sum(float(moves[before, here]) for before, here in pairwise((SIZE, *tags)))


def is_grammatical(tags: list[str]) -> bool:
    return all(here[0] != "I" or before[1:] == here[1:] for before, here in pairwise(["O", *tags]))


COUNTS = np.array(
    [[50, 5, 9, 0, 0], [3, 0, 0, 8, 0], [4, 6, 0, 0, 7], [2, 0, 0, 3, 0], [5, 5, 0, 0, 9], [9, 1, 5, 0, 0]]
)


@given(scores(4), st.sampled_from([grammar(LABELS), grammar(LABELS, COUNTS.astype(np.float64))]))
def test_no_other_sequence_is_worth_more(given: Floats, moves: Floats) -> None:
    (found,) = best_tags([given], moves)
    best = max(worth(given, moves, tags) for tags in product(range(SIZE), repeat=len(given)))
    assert abs(worth(given, moves, tuple(found.tolist())) - best) < 1e-2


@given(st.lists(scores(30), max_size=5))
def test_the_grammar_is_never_broken(given: list[Floats]) -> None:
    for one, tags in zip(given, best_tags(given, grammar(LABELS)), strict=True):
        assert len(tags) == len(one)
        assert is_grammatical([LABELS[tag] for tag in tags])


@given(st.lists(scores(12), max_size=5))
def test_sequences_read_side_by_side_do_not_mix(given: list[Floats]) -> None:
    moves = grammar(LABELS)
    together = best_tags(given, moves)
    alone = [best_tags([one], moves)[0] for one in given]
    assert [tags.tolist() for tags in together] == [tags.tolist() for tags in alone]


def test_a_span_opens_with_b_and_goes_on_in_its_own_kind() -> None:
    moves = grammar(LABELS)
    at = {label: number for number, label in enumerate(LABELS)}
    assert moves[SIZE, at["I-cue"]] == moves[at["O"], at["I-cue"]] == moves[at["B-source"], at["I-cue"]] == FORBIDDEN
    assert moves[at["B-cue"], at["I-cue"]] == moves[at["I-cue"], at["I-cue"]] == moves[at["O"], at["B-cue"]] == 0


def test_a_move_seen_more_often_than_chance_is_worth_more() -> None:
    moves = grammar(LABELS, COUNTS.astype(np.float64))
    at = {label: number for number, label in enumerate(LABELS)}
    assert moves[at["B-source"], at["B-cue"]] > moves[at["B-cue"], at["B-cue"]]


@given(st.lists(st.sampled_from(LABELS), max_size=20))
def test_spans_are_in_order_and_part_the_words_that_are_tagged(tags: list[str]) -> None:
    found = spans_of(tags)
    covered = [at for first, last, _ in found for at in range(first, last)]
    assert covered == [at for at, tag in enumerate(tags) if tag != "O"]
    assert all({tag[2:] for tag in tags[first:last]} == {kind} for first, last, kind in found)


def test_two_spans_may_touch() -> None:
    assert spans_of(["B-cue", "B-cue", "I-cue", "B-source"]) == [(0, 1, "cue"), (1, 3, "cue"), (3, 4, "source")]
