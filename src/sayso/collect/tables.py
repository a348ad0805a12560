"""Tables as text (CSV, TSV, semicolons, pipes): rows come in, one draft each goes out, positions exact.

A table is known by its first row: short names, one of them a column of text, and rows of as many fields below. Fields
in quotes may hold line breaks and doubled quotes (RFC 4180).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sayso.collect.found import Fault, Found
from sayso.collect.records import field_of, record_draft
from sayso.model import Aligned, Builder, Draft

__all__ = ["Header", "header_of", "read_table"]

_DELIMITERS = ",\t;|"
_NAME = re.compile(r"[^\W\d_][\w .:/()-]{0,59}|", re.ASCII)
_QUOTES = re.compile('""')
_QUOTED = re.compile(r'"(?:[^"]++|"")*+"')
_EFFORT = 10
"""How many times over a table may be read for its broken quotes before the rest of it is given up."""
_MEDIA_TYPES = {"\t": "text/tab-separated-values"}


class Field(NamedTuple):
    """One field: `text[start:end]` without its quotes."""

    start: int
    end: int
    quoted: bool

    def aligned(self, text: str) -> Aligned:
        """What the field holds, a doubled quote as one piece."""
        at, out = self.start, Builder()
        if self.quoted:
            for quotes in _QUOTES.finditer(text, self.start, self.end):
                out.copy(text[at : quotes.start()], at).atom('"', *quotes.span())
                at = quotes.end()
        return out.copy(text[at : self.end], at).build()


class Row(NamedTuple):
    """One row: its fields and where it ends; `fault` says why it cannot be read, `reach`
    how far a field in broken quotes was read before it was given up."""

    fields: tuple[Field, ...]
    end: int
    fault: str = ""
    reach: int = 0


class Header(NamedTuple):
    """The first row of a table: its delimiter, its column names, where the rows below begin."""

    delimiter: str
    columns: tuple[str, ...]
    end: int


def header_of(text: str) -> Header | None:
    """The header of a text that is a table with a column of text, else None.

    >>> header_of("id,title,text\\n1,Talks,The two sides met.\\n").columns
    ('id', 'title', 'text')
    """
    line = text[:2000].partition("\n")[0]
    for delimiter in _DELIMITERS:
        if delimiter not in line:
            continue
        row = next(_rows(text, 0, delimiter), None)
        header = _header(text, row, delimiter) if row else None
        if header and _rows_agree(text, header):
            return header
    return None


def _header(text: str, row: Row, delimiter: str) -> Header | None:
    names = tuple(field.aligned(text).text.strip(" \ufeff\r") for field in row.fields)
    fields = {field_of(name) for name in names}
    fits = not row.fault and len(names) > 1 and "text" in fields and all(_NAME.fullmatch(name) for name in names)
    return Header(delimiter, names, row.end) if fits else None


def _rows_agree(text: str, header: Header) -> bool:
    """Have the next rows as many fields as the header, most of them?"""
    rows = [row for row, _ in zip(_rows(text, header.end, header.delimiter), range(5), strict=False)]
    # Broken quotes are a sign of a table too, only of a damaged one.
    fitting = sum(len(row.fields) == len(header.columns) or bool(row.fault) for row in rows)
    return 2 * fitting > len(rows)


def read_table(text: str) -> Found:
    """The rows of a table as drafts, each with what its other columns say of it."""
    header = header_of(text)
    if header is None:
        return Found("csv", "text/csv", (), (Fault("E304", "the table has no column of text"),))
    drafts, faults, line = [], [], 1 + text.count("\n", 0, header.end)
    start = header.end
    for number, row in enumerate(_rows(text, header.end, header.delimiter), start=1):
        read = _draft(text, header, row)
        if isinstance(read, Draft):
            drafts.append(read)
        else:
            faults.append(Fault(read.code, f"row {number} (line {line}) {read.message}"))
        line += text.count("\n", start, row.end)
        start = row.end
    if faults and faults[-1].code == "E303":
        faults[-1] = Fault("E303", f"{faults[-1].message}; rows kept: {len(drafts)}")
    media_type = _MEDIA_TYPES.get(header.delimiter, "text/csv")
    return Found("csv", media_type, tuple(drafts), tuple(faults))


def _draft(text: str, header: Header, row: Row) -> Draft | Fault:
    if row.fault:
        return Fault("E303", row.fault)
    if len(row.fields) > len(header.columns):
        return Fault("E303", f"has {len(row.fields)} fields, the header {len(header.columns)}")
    cells = dict(zip(header.columns, row.fields, strict=False))
    columns = {name: (field.aligned(text),) for name, field in cells.items() if field.end > field.start}
    draft = record_draft(columns, "csv")
    if draft is None:
        return Fault("E304", "has no text")
    quoted = any(field.quoted and field.start <= draft.body.runs[0].raw_start < field.end for field in row.fields)
    return draft if quoted else replace(draft, codecs=tuple(name for name in draft.codecs if name != "csv"))


def _rows(text: str, at: int, delimiter: str) -> Iterator[Row]:
    """Rows from a place on; blank lines are none."""
    pattern = _field_pattern(delimiter)
    effort = 0
    while at < len(text):
        row = _row(text, at, delimiter, pattern)
        effort += max(0, row.reach - row.end)
        if effort > _EFFORT * len(text):
            yield Row(row.fields, len(text), "and those below have too many broken quotes to read")
            return
        at = row.end
        if len(row.fields) > 1 or row.fault or any(field.end > field.start for field in row.fields):
            yield row


def _field_pattern(delimiter: str) -> re.Pattern[str]:
    """A field and what follows it: the delimiter, a line break, or the end."""
    mark = re.escape(delimiter)
    return re.compile(
        rf"(?:\"(?P<quoted>(?:[^\"]++|\"\")*+)\"[ ]*+(?=[{mark}\r\n]|\Z)|(?P<bare>[^{mark}\r\n]*+))"
        rf"(?P<after>{mark}|\r\n|\n|\r|\Z)"
    )


def _row(text: str, at: int, delimiter: str, pattern: re.Pattern[str]) -> Row:
    fields: list[Field] = []
    while True:
        found = pattern.match(text, at)
        if found is None:
            return Row(tuple(fields), _next_line(text, at), "cannot be read")
        quoted = found["quoted"] is not None
        if not quoted and delimiter != "\t" and text.startswith('"', at):
            return _unquotable(text, at, fields)
        fields.append(Field(*found.span("quoted" if quoted else "bare"), quoted))
        at = found.end()
        if found["after"] != delimiter:
            return Row(tuple(fields), at)


def _unquotable(text: str, at: int, fields: list[Field]) -> Row:
    """A row with a field whose quotes never close, or close in its middle."""
    quoted = _QUOTED.match(text, at)
    if not quoted:
        return Row(tuple(fields), len(text), "opens quotes that never close")
    fault = "has text after closing quotes; quotes inside a field are doubled"
    return Row(tuple(fields), _next_line(text, at), fault, reach=quoted.end())


def _next_line(text: str, at: int) -> int:
    line_end = text.find("\n", at)
    return len(text) if line_end < 0 else line_end + 1
