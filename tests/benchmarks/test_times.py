"""The benchmark that reads documents of a file and scores their time expressions."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks.times import FormError, day_of, read, score, table, write

TEXT = "They met on Monday and will meet in three days."


def put(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_predictions_are_one_object_a_line_with_spans_of_the_text(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write(read(put(tmp_path, {"name": "a", "dct": "2025-10-15", "text": TEXT})), out)
    row = json.loads(out.read_text("utf-8"))
    assert row["name"] == "a"
    assert [(TEXT[each["start"] : each["end"]], each["type"], each["value"]) for each in row["timexes"]] == [
        ("Monday", "DATE", "2025-10-13"),
        ("three days", "DURATION", "P3D"),
    ]


@pytest.mark.parametrize("told", [None, "", "n/a", "2025", [2025], {"day": 1}])
def test_a_day_that_cannot_be_read_is_none(told: object, tmp_path: Path) -> None:
    (document,) = read(put(tmp_path, {"name": "a", "dct": told, "text": TEXT}))
    assert document.day is None


@pytest.mark.parametrize(
    "told",
    ["2025-10-15", "2025-10-15T08:30:00", "20251015", 20251015, "15 October 2025", "Wed, 15 Oct 2025 08:30:00 GMT"],
)
def test_a_day_is_read_in_many_forms(told: object) -> None:
    assert day_of(told) == date(2025, 10, 15)


def test_a_document_without_a_name_has_the_number_of_its_line(tmp_path: Path) -> None:
    assert [each.name for each in read(put(tmp_path, {"text": "x"}, {"text": "y"}))] == ["1", "2"]


@pytest.mark.parametrize("line", ["{", "[]", '{"name": "a"}', '{"text": 3}'])
def test_a_line_that_is_no_document_is_told_by_its_number(line: str, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": "x"}) + "\n" + line + "\n", "utf-8")
    with pytest.raises(FormError, match="line 2"):
        read(path)


def test_a_value_is_right_where_it_overlaps_a_gold_one_of_the_same_value(tmp_path: Path) -> None:
    gold = [
        {"start": 9, "end": 18, "type": "DATE", "value": "2025-10-13"},
        {"start": 36, "end": 46, "type": "DURATION", "value": "P4D"},
        {"start": 0, "end": 4, "type": "DATE", "value": "2025"},
    ]
    scores = score(read(put(tmp_path, {"dct": "2025-10-15", "text": TEXT, "timexes": gold})))
    assert (scores.gold, scores.found, scores.overlapping, scores.right_value) == (3, 2, 2, 1)
    assert scores.value_f1 == pytest.approx(40)
    assert "40.0" in table([("a", scores)])
