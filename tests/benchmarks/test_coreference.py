"""Scores of groups: textbook values, and ECB+ where it is at hand."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from benchmarks.coreference import b_cubed, ceaf, conll, grouped, measure, muc

SHARED = Path(__file__).resolve().parents[3] / "shared"
FITTING = pytest.mark.skipif(find_spec("scipy") is None, reason="pairing groups needs scipy (the extra train)")
GOLD, FOUND = "aaabbbb", "aabbccc"


def test_muc_counts_links_that_would_join() -> None:
    # gold has 5 links, found 4; both directions miss what crosses
    assert muc(GOLD, FOUND) == pytest.approx(2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5))


def test_b_cubed_counts_what_a_member_shares() -> None:
    precision = (2 + 2 * 0.5 + 3) / 7
    recall = (2 * 2 / 3 + 1 / 3 + 1 / 4 + 3 * 3 / 4) / 7
    assert b_cubed(GOLD, FOUND) == pytest.approx(2 * precision * recall / (precision + recall))


@FITTING
def test_ceaf_pairs_each_group_once() -> None:
    paired = 2 * 2 / 5 + 2 * 3 / 7
    precision, recall = paired / 3, paired / 2
    assert ceaf(GOLD, FOUND) == pytest.approx(2 * precision * recall / (precision + recall))


@FITTING
def test_the_same_groups_under_other_labels_score_full() -> None:
    assert conll("aabbc", "xxyyz")["CoNLL"] == pytest.approx(100)


def test_singletons_have_no_links() -> None:
    assert muc("abc", "abc") == 0
    assert b_cubed("abc", "abc") == 1


def test_likely_pairs_are_grouped() -> None:
    assert grouped(3, {(0, 1): 2.0, (1, 2): -5.0}, 0.5) == [0, 0, 1]


@FITTING
@pytest.mark.shared
def test_mentions_of_ecb_are_grouped_better_than_by_stem() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there; it holds ECB+")
    found = measure(SHARED, range(21, 24))
    assert found["CoNLL"] > found["same stem"]
