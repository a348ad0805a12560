"""B³ of stories: textbook values, and ECB+ where it is at hand."""

from pathlib import Path

import pytest
from benchmarks.stories import b_cubed, measure

SHARED = Path(__file__).resolve().parents[3] / "shared"


def test_what_is_grouped_right_scores_full() -> None:
    assert b_cubed({"a": "1", "b": "1", "c": "2"}, [["a", "b"], ["c"]])["F1"] == pytest.approx(100)


def test_one_group_for_all_costs_precision() -> None:
    found = b_cubed({"a": "1", "b": "1", "c": "2", "d": "2"}, [["a", "b", "c", "d"]])
    assert (found["precision"], found["recall"]) == (50, 100)


@pytest.mark.shared
def test_stories_of_ecb_are_found() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there; it holds ECB+")
    assert measure(SHARED, range(21, 27))["F1"] > 85
