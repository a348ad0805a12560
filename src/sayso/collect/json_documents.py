"""JSON of any make: one value, an array, JSON Lines, or records deep in an answer; one draft a record goes out.

A document that breaks off keeps the records before the break; a bad line costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sayso.collect.found import Fault, Found
from sayso.collect.json_positions import JsonArray, JsonObject, JsonScalar, JsonText, JsonValue, Scan, scan
from sayso.collect.records import Columns, field_of, record_draft, text_rank
from sayso.collect.wordpress import is_post, post_draft
from sayso.model import Aligned, Draft

__all__ = ["read_json"]

_LINE = re.compile(r"^[^\n\S]*+\S[^\n]*", re.MULTILINE)
_FIRST_LINES = 20
_SHOWN = ("name", "display_name", "title", "href", "url", "text", "#text")
"""What the object that stands for a person, an outlet or a link calls its readable part."""


class _Record(NamedTuple):
    value: JsonObject
    place: str


class _Line(NamedTuple):
    number: int
    found: Scan
    end: int


def read_json(text: str) -> Found:
    """The articles of a JSON document as drafts."""
    whole = scan(text)
    if whole.whole and not text[whole.end :].strip():
        return _read_values(text, whole)
    if _are_lines(text, list(islice(_lines(text), _FIRST_LINES))):
        return _read_lines(text, _lines(text))
    return _read_values(text, whole)


def _lines(text: str) -> Iterator[_Line]:
    """Each line with anything on it, scanned by itself; only a line feed ends a line, strings may hold other breaks."""
    number, at = 1, 0
    for line in _LINE.finditer(text):
        number += text.count("\n", at, line.start())
        at = line.start()
        yield _Line(number, scan(text, line.start(), line.end()), line.end())


def _is_record(text: str, line: _Line) -> bool:
    return isinstance(line.found.value, JsonObject) and line.found.whole and not text[line.found.end : line.end].strip()


def _are_lines(text: str, lines: Sequence[_Line]) -> bool:
    """JSON Lines: the first line is a record, or the first is damaged and others are records."""
    if len(lines) < 2 or text.lstrip().startswith("["):
        return False
    first, others = lines[0], lines[1:]
    return _is_record(text, first) or (_is_record(text, lines[1]) or sum(_is_record(text, line) for line in others) > 1)


def _read_lines(text: str, lines: Iterable[_Line]) -> Found:
    records, faults = [], []
    for line in lines:
        if _is_record(text, line) and isinstance(line.found.value, JsonObject):
            records.append(_Record(line.found.value, f"line {line.number}"))
        elif line.found.too_deep:
            faults.append(Fault("E307", f"line {line.number} nests values too deeply"))
        else:
            faults.append(Fault("E303", f"line {line.number} is no whole JSON object (character {line.found.end})"))
    drafts, missing = _drafts(records)
    form = "wordpress" if any(is_post(record.value) for record in records) else "json-lines"
    return Found(form, "application/x-ndjson", tuple(drafts), (*faults, *missing))


def _read_values(text: str, found: Scan) -> Found:
    records = list(_records(found.value))
    drafts, faults = _drafts(records)
    form = "wordpress" if any(is_post(record.value) for record in records) else "json"
    if found.too_deep:
        faults.append(Fault("E307", f"the document nests values too deeply (character {found.end})"))
    elif not found.whole or text[found.end :].strip():
        faults.append(Fault("E303", f"the document breaks off at character {found.end}; records kept: {len(drafts)}"))
    elif not drafts and not faults:
        faults.append(Fault("E304", "no record of the document has a text column"))
    return Found(form, "application/json", tuple(drafts), tuple(faults))


def _records(value: JsonValue | None) -> Iterator[_Record]:
    """The whole records of a value: the value itself, the items of arrays in it, however deep they stand."""
    todo: list[tuple[JsonValue, str]] = [(value, "the document")] if value is not None else []
    while todo:
        here, place = todo.pop()
        if isinstance(here, JsonObject):
            if _has_text(here):
                if here.whole:
                    yield _Record(here, place)
                continue
            todo.extend(
                (member, place) for member in reversed(here.members.values()) if not isinstance(member, JsonText)
            )
        elif isinstance(here, JsonArray):
            numbered = [(item, f"record {number}") for number, item in enumerate(here.items, start=1)]
            if any(isinstance(item, JsonObject) and _has_text(item) for item in here.items):
                whole = ((item, at) for item, at in numbered if isinstance(item, JsonObject) and item.whole)
                yield from (_Record(item, at) for item, at in whole)
                continue
            todo.extend(reversed(numbered))


def _has_text(record: JsonObject) -> bool:
    """A post, or an object with a string, or a list of strings, in a column of text."""
    return is_post(record) or any(_holds_text(record.members[column]) for column in text_rank(record.members))


def _holds_text(value: JsonValue) -> bool:
    items = value.items if isinstance(value, JsonArray) else [value]
    return any(isinstance(item, JsonText) and item.end > item.start for item in items)


def _drafts(records: Sequence[_Record]) -> tuple[list[Draft], list[Fault]]:
    drafts, faults = [], []
    for record, place in records:
        draft = post_draft(record) if is_post(record) else record_draft(_columns(record), "json")
        if isinstance(draft, Draft):
            drafts.append(draft)
        else:
            fault = draft or Fault("E304", "has no text")
            faults.append(Fault(fault.code, f"{place} {fault.message}"))
    return drafts, faults


def _columns(record: JsonObject) -> Columns:
    """The members of a record that say something in a column known here."""
    read = ((name, _values(field_of(name), value)) for name, value in record.members.items())
    return {name: values for name, values in read if values}


def _values(field: str | None, value: JsonValue) -> list[Aligned]:
    """The strings of a member: itself, its items, or what an object that stands for a name shows."""
    match value:
        case JsonText():
            return [value.aligned()] if field and value.end > value.start else []
        case JsonScalar():
            # Seconds since 1970; no other field says anything with a number.
            return [value.aligned()] if field in ("published", "modified") else []
        case JsonArray():
            return [text for item in value.items if not isinstance(item, JsonArray) for text in _values(field, item)]
        case JsonObject() if field and field != "text":
            shown = (value.get(name) for name in _SHOWN)
            return next(([text.aligned()] for text in shown if isinstance(text, JsonText)), [])
    return []
