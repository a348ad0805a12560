"""The face: what holds for every text, and the floor on open data."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from benchmarks.statements import measure
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.statements import attributions, group_of

DEV = Path(__file__).resolve().parents[3] / "../shared/data/statements/polnear-dev.jsonl"

_WORDS = "Hale said denied accused claim reportedly Rovik would not who and he that if"
_SIGNS = "“ ” ' \" , . ’s — ( ) : İß🙂"
_PHRASES = ["the army", "told reporters", "according to", "would not comment", "\n\n"]
_PIECES = st.sampled_from([*_WORDS.split(" "), *_SIGNS.split(" "), *_PHRASES])


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_every_row_stands_on_the_text(text: str) -> None:
    found = attributions(text)
    assert found == attributions(text)
    for row in found:
        stretches = [part for part in (row.source, row.cue, *row.content) if part]
        assert row.content
        assert all(0 <= start < end <= len(text) for start, end in stretches)
        assert 0 < row.confidence <= 1
        assert row.form in {"direct", "mixed", "indirect"}
        assert group_of(row.act)
        assert row.nested_in is None or 0 <= row.nested_in < len(found)
        assert (row.speaker is None) == (row.resolved_by is None)


def test_no_text_no_rows() -> None:
    assert attributions("") == []


@pytest.mark.parametrize(
    "piece",
    ['"', "“a b c” ", "“No way at all,” he said. ", "he said ", "said ", "Rovik Hale said. ", "a, ", "A: b c d\n\n"],
)
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    def seconds(characters: int) -> float:
        start = time.process_time()
        attributions(piece * (characters // len(piece)))
        return time.process_time() - start

    seconds(500)
    assert seconds(12_000) < 4 * seconds(4_000) + 0.5


@pytest.mark.shared
def test_floor_on_open_data() -> None:
    if not DEV.exists():
        pytest.skip("the development data is not beside the repository")
    scores = measure(DEV.resolve())
    assert scores["soft"]["f1"] >= 75
    assert scores["tight"]["f1"] >= 66
