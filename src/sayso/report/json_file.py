"""A brief in, JSON out: the same sections, items and notes, its quotations exactly as the ledger has them."""

from __future__ import annotations

import json
from typing import Any

from sayso.report.parts import Brief, Item, Line, Note, text_of

__all__ = ["as_json"]


def as_json(brief: Brief) -> str:
    """A brief as one JSON object; a line is its text and the numbers of its notes.

    >>> json.loads(as_json(Brief("Brief: border", (), (), ("Made by rule.",), ())))["title"]
    'Brief: border'
    """
    told = {
        "title": brief.title,
        "empty": brief.is_empty,
        "head": {label: text_of(line) for label, line in brief.head},
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "about": section.about,
                "table": section.table,
                "groups": [
                    {"title": group.title, "items": [_item(item) for item in group.items], "more": group.more}
                    for group in section.groups
                ],
            }
            for section in brief.sections
        ],
        "foot": list(brief.foot),
        "notes": [_note(note) for note in brief.notes],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _line(line: Line) -> dict[str, Any]:
    return {"text": text_of(line), "notes": [int(run.text) for run in line if run.kind == "note"]}


def _item(item: Item) -> dict[str, Any]:
    sides = [{"title": side.title, "lines": [_line(line) for line in side.lines]} for side in item.sides]
    return {"row": item.row, **_line(item.lead), "lines": [_line(line) for line in item.lines], "sides": sides}


def _note(note: Note) -> dict[str, Any]:
    plain = {key: getattr(note, key) for key in Note.__slots__ if key != "rows"}
    return {**plain, "rows": [one._asdict() for one in note.rows]}
