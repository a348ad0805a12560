"""A brief in, a Word document out, by python-docx: numbered notes at the end, linked there and back in the document.

The bytes depend on nothing but the brief: the parts of the file carry one fixed day.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from sayso.errors import UsageError
from sayso.report.parts import Brief, Group, Item, Line, Note, Section, Side, quoted
from sayso.report.telling import day_of
from sayso.report.words import plain

__all__ = ["docx"]

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip archive can tell."""
_HEADINGS = {"title": 0, "section": 1, "group": 2}


def docx(brief: Brief) -> bytes:
    """A brief as the bytes of a .docx; UsageError E106 without `sayso[docx]`.

    >>> docx(Brief("Brief: border", (), (), (), ()))[:2]  # doctest: +SKIP
    b'PK'
    """
    try:
        opened = import_module("docx").Document()
    except ImportError as error:
        raise UsageError("E106", f"python-docx cannot be imported: pip install 'sayso[docx]' ({error})") from error
    _Writer(opened).write(brief)
    out = io.BytesIO()
    opened.save(out)
    return _undated(out.getvalue())


def _undated(data: bytes) -> bytes:
    """The same archive with every part dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(zipfile.ZipInfo(part, _FIRST_DAY), old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


class _Writer:
    """Writes the parts of a brief into an open document."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.marks = 0
        self.cited: set[str] = set()
        self.qn = import_module("docx.oxml.ns").qn
        self.element = import_module("docx.oxml").OxmlElement

    def write(self, brief: Brief) -> None:
        self._properties(brief)
        self.document.add_heading(plain(brief.title), _HEADINGS["title"])
        for label, line in brief.head:
            paragraph = self._paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            self._line(paragraph, line)
        if brief.is_empty:
            self._paragraph("Nothing in this ledger answers what was asked for.")
        for section in brief.sections:
            self._section(section)
        self.document.add_heading("How to read this, and its limits", _HEADINGS["section"])
        for words in brief.foot:
            self._paragraph(words, "List Bullet")
        if brief.notes:
            self.document.add_heading("Notes", _HEADINGS["section"])
            for note in brief.notes:
                self._note(note)

    def _properties(self, brief: Brief) -> None:
        told = self.document.core_properties
        told.title, told.author, told.comments = plain(brief.title), "Sayso", ""
        told.created = told.modified = datetime(*_FIRST_DAY, tzinfo=UTC).replace(tzinfo=None)

    def _section(self, section: Section) -> None:
        self.document.add_heading(plain(section.title), _HEADINGS["section"])
        self._paragraph(section.about).runs[0].italic = True
        if not section.count:
            self._paragraph("None.")
        for group in section.groups:
            self._group(group, section.table)

    def _group(self, group: Group, table: str) -> None:
        if group.title:
            self.document.add_heading(plain(group.title), _HEADINGS["group"])
        for item in group.items:
            self._item(item)
        if group.more:
            self._paragraph(f"And {group.more:,} more: a higher --limit shows them, 'sayso export {table}' has all.")

    def _item(self, item: Item) -> None:
        paragraph = self._paragraph()
        self._line(paragraph, item.lead)
        paragraph.add_run(f"  {plain(item.row)}").font.size = import_module("docx.shared").Pt(7.5)
        for line in item.lines:
            self._line(self._paragraph("", "List Bullet"), line)
        if item.sides:
            self._sides(item.sides)

    def _sides(self, sides: tuple[Side, ...]) -> None:
        table = self.document.add_table(rows=2, cols=len(sides), style="Table Grid")
        for at, side in enumerate(sides):
            head, body = table.cell(0, at), table.cell(1, at)
            head.paragraphs[0].add_run(plain(side.title)).bold = True
            for number, line in enumerate(side.lines):
                self._line(body.add_paragraph() if number else body.paragraphs[0], line)
        self._paragraph()

    def _line(self, paragraph: Any, line: Line) -> None:
        for run in line:
            if run.kind == "note":
                # The note leads back to the first place that cites it.
                mark = "" if run.text in self.cited else f"ref{run.text}"
                self.cited.add(run.text)
                self._link(paragraph, f"note{run.text}", f"[{run.text}]", mark)
            elif run.kind == "quote":
                paragraph.add_run(quoted(plain(run.text)))
            elif run.kind == "own":
                paragraph.add_run(run.text)
            else:
                paragraph.add_run(plain(run.text)).bold = run.kind == "name"

    def _note(self, note: Note) -> None:
        paragraph = self._paragraph()
        self._link(paragraph, f"ref{note.number}", f"[{note.number}]", f"note{note.number}")
        title = f", {plain(note.title)}" if note.title else ""
        paragraph.add_run(f" {plain(note.outlet or 'outlet unknown')}, {day_of(note.published)}{title}: ")
        paragraph.add_run(quoted(plain(note.quote)))
        rows = "; ".join(_standing(*one) for one in note.rows)
        place = f" ({plain(note.uri)}, characters {note.start}–{note.end} of the article; {rows})"
        paragraph.add_run(place).font.size = import_module("docx.shared").Pt(8)

    def _paragraph(self, words: str = "", style: str | None = None) -> Any:
        return self.document.add_paragraph(plain(words), style)

    def _link(self, paragraph: Any, anchor: str, words: str, mark: str) -> None:
        """A raised link to a bookmark of the document, with a bookmark of its own around it."""
        link = self.element("w:hyperlink")
        link.set(self.qn("w:anchor"), anchor)
        run = paragraph.add_run(words)
        run.font.superscript = True
        link.append(run._r)  # noqa: SLF001  # python-docx has no links of its own inside a document
        start, end = self.element("w:bookmarkStart"), self.element("w:bookmarkEnd")
        if mark:
            for one in (start, end):
                one.set(self.qn("w:id"), str(self.marks))
            start.set(self.qn("w:name"), mark)
            self.marks += 1
        paragraph._p.extend([start, link, end] if mark else [link])  # noqa: SLF001


def _standing(row: str, table: str, raw: tuple[tuple[int, int], ...], word: str | None) -> str:
    """A row on a note's stretch, as the other formats tell it."""
    places = ", ".join(f"{start}–{end}" for start, end in raw)
    on = f" on {quoted(plain(word))}" if word else ""
    return f"row {row} of {table}{on}{f', {places} of the original' if places else ''}"
