"""Who promised, demanded, offered or threatened what, read out of whole texts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Document
from sayso.process import process
from tests.extract.commitments.reading import read, told

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "../shared/gold/mekong"
SCORER = ROOT / "../shared/score/gold.py"
PARTS = (
    "Kenya promised to free the crew by March 3. ",
    "“We will answer,” General Ana Rovik said. ",
    "If the guns stay, the accord obliges both sides to talk.\n\n",
    "The 😀 ministry demands its return",
    "“",
    "1. ",
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=5).map("".join))
def test_every_row_stands_on_characters_of_any_text(text: str) -> None:
    for one in read(text):
        for stretch in (one.terms, one.condition, one.mechanism):
            assert stretch is None or 0 <= stretch[0] < stretch[1] <= len(text)
        assert 0 < one.confidence < 1


def test_the_same_text_gives_the_same_rows() -> None:
    text = "".join(PARTS[:4])
    assert read(text) == read(text)


def test_the_words_for_those_who_are_to_watch() -> None:
    text = "Kenya agreed with Ethiopia to withdraw its troops under the supervision of a joint commission."
    [one] = read(text)
    assert text[slice(*(one.mechanism or ()))] == "under the supervision of a joint commission"


def test_sport_binds_nobody() -> None:
    text = (
        "The striker scored a goal in the match. The goalkeeper saved a penalty. The referee erred. "
        "“We will attack again,” the coach promised the fans of the team."
    )
    assert told(text) == []


def test_a_press_release_speaks_for_itself() -> None:
    text = "The Ministry demands the release of the crew and undertakes to return the ship by March 3."
    assert {one.form for one in read(text, issued=True)} == {"press-statement"}


def test_rows_lead_to_the_statement_they_are_made_in() -> None:
    found = process(Document("a.txt", b"GENEVA, May 4 - Kenya threatened on Monday to close the port, its army said."))
    for row in found.commitments:
        article = found.articles[0]
        assert article.text[row.terms.start : row.terms.end] == row.terms.quote
        assert row.statement_id is None or row.statement_id in {one.id for one in found.statements}


@pytest.mark.shared
def test_floor_on_the_open_gold(tmp_path: Path) -> None:
    if not GOLD.exists():
        pytest.skip("the open gold dispute is not beside the repository")
    rows = [process(Document(path.name, path.read_bytes())).row("") for path in sorted((GOLD / "docs").iterdir())]
    for table in ("articles", "commitments"):
        lines = [json.dumps({"mentions": [], "status": [], **one}) for row in rows for one in row[table]]
        (tmp_path / f"{table}.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(SCORER), str(GOLD), str(tmp_path), "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert scores["commitment"]["f1"] >= 85
    assert scores["commitment kind"]["acc"] >= 90
    assert scores["commitment by"]["acc"] >= 85
