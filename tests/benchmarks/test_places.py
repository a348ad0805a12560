"""Places are scored on any file of the form, and predictions written for one without gold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.places import FormError, gold_country, measure, predict, read, score, written

from sayso.language.places.gazetteer import default

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared/data/places"
TEXT = "Clashes in Mosul and in Zzarvelgrad went on; Oslo was calm."


def row(*gold: dict[str, Any]) -> dict[str, Any]:
    marks = [{"start": 11, "end": 16}, {"start": 24, "end": 35}, {"start": 45, "end": 49}]
    return {"id": "one", "text": TEXT, "toponyms": [mark | told for mark, told in zip(marks, gold, strict=False)]}


def test_what_lies_close_is_right_and_what_is_not_resolved_is_wrong() -> None:
    rows = [row({"lat": 36.34, "lon": 43.13}, {"lat": 36.0, "lon": 43.0}, {"lat": 0.0, "lon": 0.0})]
    figures = score(rows, predict(rows, default()))
    assert figures["within 161 km"] == pytest.approx(100 / 3)
    assert figures["mentions"] == 3


def test_mentions_whose_gold_has_no_coordinates_are_counted_apart() -> None:
    rows = [row({"lat": 36.34, "lon": 43.13}, {}, {})]
    figures = score(rows, predict(rows, default()))
    assert figures["within 161 km"] == 100
    assert figures["within, of all"] == pytest.approx(100 / 3)


def test_names_that_the_document_alone_placed_are_told_apart() -> None:
    text = "From Nairobi, Mombasa and Kisumu they went to Zzarvelgrad."
    gold = {"start": 46, "end": 57, "lat": 0.0, "lon": 37.9, "country": "Kenya"}
    others = [{"start": 5, "end": 12}, {"start": 14, "end": 21}, {"start": 26, "end": 32}]
    rows = [{"text": text, "toponyms": [*others, gold]}]
    figures = score(rows, predict(rows, default()))
    assert (figures["country"], figures["country, by name"]) == (100, 0)


def test_gold_names_its_country_or_lies_in_one() -> None:
    assert gold_country({"country": "United States", "lat": 0.0, "lon": 0.0}) == "USA"
    assert gold_country({"quote": "Mosul", "lat": 36.34, "lon": 43.13}) == "IRQ"
    assert gold_country({"quote": "Asia", "lat": 29.8, "lon": 89.3}) is None


def test_predictions_stand_in_the_order_of_the_mentions() -> None:
    told = row({}, {}, {})
    (found,) = predict([told], default())
    out = written(told, found)
    assert [mention["country"] for mention in out["mentions"]] == ["IRQ", None, "NOR"]
    assert out["mentions"][1]["lat"] is None


@pytest.mark.parametrize("mentions", [{"mentions": [[11, 16]]}, {"toponyms": [{"span": [11, 16]}]}])
def test_other_forms_of_spans_are_read(mentions: dict[str, Any]) -> None:
    (found,) = predict([{"text": TEXT, **mentions}], default())
    assert found[0] is not None
    assert found[0].name == "Mosul"


def test_a_row_without_mentions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"text": "Mosul"}\n', "utf-8")
    with pytest.raises(FormError, match="line 1"):
        read(tmp_path / "x.jsonl")


def test_a_file_without_gold_is_predicted(tmp_path: Path) -> None:
    source, target = tmp_path / "x.jsonl", tmp_path / "y.jsonl"
    source.write_text(json.dumps({"id": 7, "text": TEXT, "mentions": [[11, 16], [45, 49]]}) + "\n", "utf-8")
    command = [sys.executable, "-m", "benchmarks.places", "--input", str(source), "--predictions", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "no gold" in done.stdout
    (line,) = target.read_text("utf-8").splitlines()
    assert [mention["country"] for mention in json.loads(line)["mentions"]] == ["IRQ", "NOR"]


@pytest.mark.shared
@pytest.mark.parametrize(("name", "country", "within"), [("lgl", 95, 87), ("geovirus", 93, 86)])
def test_floors_on_the_half_that_was_not_learned_from(name: str, country: float, within: float) -> None:
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        pytest.skip("the development data are not beside the repository")
    figures = measure(path, "odd")
    assert figures["country"] >= country
    assert figures["within 161 km"] >= within
