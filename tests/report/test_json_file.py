"""The brief as JSON: the same content, its quotations exact."""

from __future__ import annotations

import json

from sayso.ledger import Ledger
from sayso.report import Brief
from sayso.report.json_file import as_json


def test_sections_items_and_notes_are_all_there(brief: Brief) -> None:
    told = json.loads(as_json(brief))
    assert [one["key"] for one in told["sections"]] == [one.key for one in brief.sections]
    assert len(told["notes"]) == len(brief.notes)
    assert told["head"]["Published"] == "2026-03-02 to 2026-03-12"


def test_a_note_holds_characters_row_and_exact_words(brief: Brief, ledger: Ledger) -> None:
    texts = {row["id"]: row["text"] for row in ledger.articles}
    for note in json.loads(as_json(brief))["notes"]:
        assert texts[note["article_id"]][note["start"] : note["end"]] == note["quote"]
        assert all(row["row"] and row["table"] for row in note["rows"])


def test_hostile_titles_are_kept_as_they_are(brief: Brief) -> None:
    titles = {note["title"] for note in json.loads(as_json(brief))["notes"]}
    assert any(title and "\u202e" in title and "\x1b" in title for title in titles)
