"""Heads over spans: antecedents, meanings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.annotation import Annotation
from sayso.language.encoder import encoder
from sayso.language.pipeline import load
from sayso.language.spans import FARTHEST, chain_scores, distance_of, sense_of


@pytest.fixture(scope="module")
def read() -> Annotation:
    found = load()("Colonel Reyl denied that the army had left. He said the talks would go on.")._.annotation
    assert isinstance(found, Annotation)
    return found


@given(st.integers(0, 500), st.integers(1, 9), st.integers(1, 9), st.integers(0, 2000))
def test_what_is_farther_off_is_in_no_nearer_bucket(start: int, width: int, other: int, gap: int) -> None:
    def at(distance: int) -> int:
        return distance_of((start + other + distance, start + other + distance + width), (start, start + other))

    assert 0 < at(gap) <= at(gap + 1) <= FARTHEST


def test_what_overlaps_is_at_no_distance() -> None:
    assert distance_of((4, 6), (2, 5)) == 0


def test_a_mention_has_one_score_a_candidate(read: Annotation) -> None:
    scores = chain_scores(read, encoder(), (9, 10), [(0, 2), (4, 6), (5, 6)])
    assert scores.shape == (3,)
    assert np.isfinite(scores).all()
    alone = chain_scores(read, encoder(), (9, 10), [(4, 6)])
    assert scores[1] == pytest.approx(alone[0], abs=1e-4)


def test_what_words_mean_is_a_vector_of_length_one(read: Annotation) -> None:
    sense = sense_of(read, encoder(), [(0, 8)])
    assert sense.shape == (384,)
    assert np.linalg.norm(sense) == pytest.approx(1, abs=1e-4)
    assert float(sense @ sense_of(read, encoder(), [(0, 4), (4, 8)])) == pytest.approx(1, abs=1e-4)
