"""Groups from likenesses: the same whatever the order, joined by the average, kept apart by a veto."""

import random
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.grouping import average_link, components

_IDS = [f"n{at:02}" for at in range(12)]
_PAIRS = list(combinations(_IDS, 2))
_SCORES = st.dictionaries(st.sampled_from(_PAIRS), st.integers(0, 100).map(lambda part: part / 100), max_size=50)


def slow(ids: Any, scores: Any, threshold: Any, missing: Any) -> Any:
    """The definition itself: join the two groups that are most alike, until no two are alike enough."""
    groups = [[one] for one in sorted(ids)]

    def average(one: Any, other: Any) -> Any:
        told = [scores.get((a, b), scores.get((b, a), missing)) for a in one for b in other]
        return sum(told) / len(told)

    while len(groups) > 1:
        best = max(combinations(range(len(groups)), 2), key=lambda two: average(groups[two[0]], groups[two[1]]))
        one, other = best
        if average(groups[one], groups[other]) < threshold:
            break
        groups[one] = sorted(groups[one] + groups.pop(other))
    return sorted(groups)


def test_components_are_what_pairs_connect() -> None:
    pairs = [("e", "d"), ("b", "d"), ("c", "c")]
    assert components(["e", "d", "c", "b", "a"], pairs) == [["a"], ["b", "d", "e"], ["c"]]


def test_a_long_chain_is_one_component() -> None:
    ids = [f"{at:05}" for at in range(20_000)]
    assert len(components(ids, pairwise(ids))) == 1


def test_a_member_must_be_alike_to_the_others_on_average() -> None:
    assert average_link("abc", {("a", "b"): 0.9, ("b", "c"): 0.8}, 0.5) == [["a", "b"], ["c"]]
    assert average_link("abc", {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.3}, 0.5) == [["a", "b", "c"]]


def test_what_nothing_connects_stays_alone() -> None:
    assert average_link("ba", {}, 0.5) == [["a"], ["b"]]


def test_minus_infinity_keeps_two_apart() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): float("-inf")}
    assert average_link("abc", scores, 0.1) == [["a", "b"], ["c"]]


def test_a_tie_goes_to_the_first_by_id() -> None:
    assert average_link("cab", {("a", "b"): 0.9, ("b", "c"): 0.9}, 0.8) == [["a", "b"], ["c"]]


def test_a_missing_score_at_the_threshold_is_refused() -> None:
    with pytest.raises(ValueError, match="missing score"):
        average_link("ab", {}, 0.5, missing=0.5)


@given(scores=_SCORES, seed=st.integers(0, 9), missing=st.sampled_from((0.0, 0.2)))
def test_groups_do_not_depend_on_the_order(scores: Any, seed: Any, missing: Any) -> None:
    first = average_link(_IDS, scores, 0.4, missing)
    ids, items = list(_IDS), [((b, a) if seed % 2 else (a, b), score) for (a, b), score in scores.items()]
    random.Random(seed).shuffle(ids)
    random.Random(seed).shuffle(items)
    assert average_link(ids, dict(items), 0.4, missing) == first


@given(seed=st.integers(0, 10_000), missing=st.sampled_from((0.0, 0.2)))
def test_groups_are_those_of_the_definition(seed: Any, missing: Any) -> None:
    rng = random.Random(seed)  # without ties, where the definition leaves a choice
    scores = {pair: rng.random() for pair in _PAIRS if rng.random() < 0.5}
    assert average_link(_IDS, scores, 0.45, missing) == slow(_IDS, scores, 0.45, missing)


@given(scores=_SCORES)
def test_a_component_can_be_grouped_by_itself(scores: Any) -> None:
    whole = average_link(_IDS, scores, 0.4)
    parts = []
    for ids in components(_IDS, scores):
        parts += average_link(ids, {pair: score for pair, score in scores.items() if pair[0] in ids}, 0.4)
    assert sorted(parts) == whole
