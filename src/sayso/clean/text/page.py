"""What happens to a plain text: a body in; its paragraphs, its labelled lines and its metadata out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sayso.clean.text.blocks import Block, Head
from sayso.clean.text.datelines import dateline, dateline_day
from sayso.clean.text.headers import read_head
from sayso.clean.text.kinds import kind_of
from sayso.clean.text.layout import Row, fold, paragraphs_of, split_rows, wrap_width
from sayso.clean.text.metadata import Found
from sayso.clean.text.scraped import read_page
from sayso.clean.text.trailers import mail_labels, read_trailer
from sayso.model import Aligned, Line, Metadatum

__all__ = ["Labelled", "Labeller", "TextPage", "text_page"]

HEAD_ROWS = 40
"""Where head lines are looked for; a date alone on a line further down is text."""
_LEADS = 8
"""Among how many first paragraphs a dateline is looked for; summaries may stand above it."""
WRITTEN = frozenset({"body", "subhead"})
"""Labels of what a person wrote as text."""


_MARKUP = re.compile(r"(?:#{1,6}\s+|[*_]{1,3})(.+?)[*_#\s]*", re.DOTALL)
"""A title set off as Markdown does."""


_TAKE = re.compile(
    r"(?:(?:UPDATE|WRAPUP|LEAD|RPT|CORRECTED|CORRECTION|REFILE|RECAST|URGENT)(?: ?\d{1,2})?\s?[-–—:]\s?)+(?=\S)"
)
"""What an agency sets before the headline of a later take."""


class Labelled(Protocol):
    """A label for a line and how sure it is that the line is body."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def score(self) -> float: ...  # noqa: D102


class Labeller(Protocol):
    """What tells the lines of a flattened page apart; `sayso.clean.flattened` is one."""

    def looks_flattened(self, lines: Sequence[str], /) -> bool: ...  # noqa: D102
    def label_lines(self, lines: Sequence[str], /) -> Sequence[Labelled]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class TextPage:
    """A plain text, read: paragraphs aligned to the body, every line with its label, and the metadata it shows.

    Offsets of lines and of `Metadatum.raw` count in the body.
    """

    paragraphs: tuple[Aligned, ...]
    lines: tuple[Line, ...]
    metadata: tuple[Metadatum, ...]


def text_page(body: str, *, collected_at: str | None = None, labeller: Labeller | None = None) -> TextPage:
    """Read a plain text: an article, a wire text, a press release, a mail, or a web page scraped to text.

    `collected_at` (ISO 8601) bounds the year of a dateline that has none.
    """
    rows = split_rows(body)
    judge = labeller or _flattened()
    texts = [row.text for row in rows]
    if judge.looks_flattened(texts):
        return _scraped(body, rows, judge.label_lines(texts))
    return _plain(body, rows, collected_at)


def _flattened() -> Labeller:
    from sayso.clean import flattened

    return flattened


def _scraped(body: str, rows: Sequence[Row], labels: Sequence[Labelled]) -> TextPage:
    page = read_page(rows, [one.label for one in labels])
    lines = []
    for i, (row, one) in enumerate(zip(rows, labels, strict=True)):
        label = page.labels.get(i, one.label)
        lines.append(Line(row.start, row.end, label, one.score if label == one.label else 0.0))
    metadata = [
        Metadatum(found.field, found.value, method, (rows[i].start + found.start, rows[i].start + found.end))
        for i, found, method in page.found
    ]
    return TextPage(_written(body, lines), tuple(lines), tuple(metadata))


def _plain(body: str, rows: Sequence[Row], collected_at: str | None) -> TextPage:
    mail = mail_labels(rows, body)
    own = [row for i, row in enumerate(rows) if i not in mail] if mail else rows
    blocks = _blocks(own)
    head = read_head(blocks)
    # The first block that is not of the head; blocks between title and lead that are no head lines are text.
    first = next((i for i in range(len(blocks)) if i not in head.labels), len(blocks))
    read_trailer(head, blocks, first)
    if all(i in head.labels for i in range(len(blocks))):
        head = Head()  # a text of nothing but head and foot lines is a text of which we know nothing
    lines = [_line(block, head.labels.get(i, _own_label(block))) for i, block in enumerate(blocks)]
    outside = [Line(rows[i].start, rows[i].end, label, 0.0) for i, label in mail.items()]
    metadata = _values(body, blocks, head)
    if "forwarded" in mail.values():  # the head is that of the message sent on, and speaks of the article
        metadata = [replace(one, method=one.method.replace("head-field", "forwarded")) for one in metadata]
    metadata += _dateline(
        body, [b for i, b in enumerate(blocks) if i not in head.labels][:_LEADS], collected_at, metadata
    )
    ordered = sorted([*lines, *outside], key=lambda line: line.start) if outside else lines
    return TextPage(_written(body, ordered), tuple(ordered), tuple(metadata))


def _blocks(rows: Sequence[Row]) -> list[Block]:
    kinds = {row.start: kind_of(row.text) for row in rows[:HEAD_ROWS]}
    width = wrap_width(rows)
    groups = paragraphs_of(rows, width, lambda row: kinds.get(row.start, "text") != "text")
    return [
        Block(tuple(group), _joined(group), kinds.get(group[0].start, "text") if len(group) == 1 else "text")
        for group in groups
    ]


def _own_label(block: Block) -> str:
    return "body" if any(map(str.isalnum, block.text)) else "rule"


def _joined(group: Sequence[Row]) -> str:
    return group[0].text if len(group) == 1 else " ".join(row.text for row in group)


def _line(block: Block, label: str) -> Line:
    return Line(block.rows[0].start, block.rows[-1].end, label, float(label in WRITTEN))


def _written(body: str, lines: Sequence[Line]) -> tuple[Aligned, ...]:
    return tuple(fold(body, line.start, line.end) for line in lines if line.label in WRITTEN)


def _raw(blocks: Sequence[Block], index: int, found: Found) -> tuple[int, int]:
    """Where a value of a block's text stands in the body; rows are joined by one blank."""
    return _at(blocks[index], found.start), _at(blocks[index], found.end - 1) + 1


def _at(block: Block, place: int) -> int:
    for row in block.rows[:-1]:
        if place <= len(row.text):
            return row.start + place
        place -= len(row.text) + 1
    return block.rows[-1].start + place


def _values(body: str, blocks: Sequence[Block], head: Head) -> list[Metadatum]:
    metadata = []
    if head.title is not None:
        start, end = blocks[head.title[0]].rows[0].start, blocks[head.title[1]].rows[-1].end
        marks = _MARKUP.fullmatch(body, start, end)
        start, end = marks.span(1) if marks else (start, end)
        start = told.end() if (told := _TAKE.match(body, start, end)) else start
        method = "text.release-head" if head.is_release else "text.title"
        metadata.append(Metadatum("title", fold(body, start, end).text, method, (start, end)))
    for index, found, method in head.found:
        metadata.append(Metadatum(found.field, found.value, method, _raw(blocks, index, found)))
    return metadata


def _dateline(
    body: str, leads: Sequence[Block], collected_at: str | None, known: Sequence[Metadatum]
) -> list[Metadatum]:
    """Outlet and day of the first dateline among the first paragraphs; a day that the head gives goes before."""
    dated = any(datum.field == "published" for datum in known)
    for block in leads:
        if line := dateline(block.text[:400]):
            found = []
            if line.agency:
                found.append(Metadatum("outlet", line.agency.value, "text.dateline", _raw([block], 0, line.agency)))
            if line.day and not dated:
                day = (line.day.value, "text.dateline")
                full = day if day[0][0] != "-" else dateline_day(day[0], block.text[:600], body, collected_at)
                found += [Metadatum("published", *full, _raw([block], 0, line.day))] if full else []
            return found
    return []
