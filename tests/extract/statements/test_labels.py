"""Transcripts."""

from __future__ import annotations

import pytest

from tests.extract.statements.reading import ruled


def test_labels_of_a_transcript() -> None:
    found = ruled("SPOKESPERSON: We have seen the reports.\n\nQUESTION: Will the gate open?")
    assert [(row.source, row.found.resolved_by) for row in found] == [("SPOKESPERSON", "label"), ("QUESTION", "label")]


@pytest.mark.parametrize(
    "text",
    [
        "BY ANA HALE: The gate was shut.",
        "TARVA: The gate was shut.",
        "BREAKING: The gate is shut.",
        "Note: the gate was shut.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert ruled(text) == []
