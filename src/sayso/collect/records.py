"""A record of any make as a draft: columns come in, mapped by their names to text, title, authors, dates, outlet.

JSON objects and rows of tables both come here as a mapping of column names to aligned strings; `columns.toml` says what
the columns are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sayso.collect.markup import source_of
from sayso.collect.metadata import authors, dated, language, named, web_address
from sayso.model import Aligned, Draft, Metadatum, joined
from sayso.schema.data import read_data

__all__ = ["Columns", "field_of", "record_draft", "text_rank"]

Columns = Mapping[str, Sequence[Aligned]]
"""Column name, as written, to its values: one, or several where the column holds a list."""

_TO_DROP = re.compile(r"[\s_.\-]+")
_CUT_OFF = re.compile(r"\[\+\d+ chars\]\s*\Z")
"""How news interfaces mark a text that they cut."""


@cache
def _fields() -> dict[str, tuple[str, int]]:
    """Folded column name to its field and its rank there."""
    columns = read_data("sayso.collect", "columns.toml")["columns"]
    return {name: (field, rank) for field, names in columns.items() for rank, name in enumerate(names)}


def field_of(column: str) -> str | None:
    """The field that a column of this name holds.

    >>> field_of("Full_Text"), field_of("Published-At"), field_of("votes")
    ('text', 'published', None)
    """
    return _ranked(column)[0]


def _ranked(column: str) -> tuple[str | None, int]:
    if len(column) > 60:
        return None, 0
    return _fields().get(_TO_DROP.sub("", column).lower(), (None, 0))


def text_rank(columns: Iterable[str]) -> list[str]:
    """The columns that may hold the text, the likeliest first."""
    ranked = [(rank, column) for column in columns for field, rank in [_ranked(column)] if field == "text"]
    return [column for _, column in sorted(ranked)]


def record_draft(columns: Columns, codec: str) -> Draft | None:
    """A record as a draft, None where no column of text holds any; `codec` is what its values are spelled in."""
    for column in text_rank(columns):
        body = joined(columns[column], "\n\n")
        if body.text.strip():
            break
    else:
        return None
    given = tuple(_given(columns, codec))
    url = next((metadatum.value for metadatum in given if metadatum.field == "url"), None)
    complete = not _CUT_OFF.search(body.text[-40:])
    return Draft(*source_of(body, (codec,)), given=given, url=url, complete=complete)


def _given(columns: Columns, codec: str) -> Iterator[Metadatum]:
    ranked = sorted((rank, column, field) for column in columns for field, rank in [_ranked(column)] if field)
    for _, column, field in ranked:
        for value in columns[column]:
            yield from _read(field, value, f"{codec}.{column}")


def _read(field: str, value: Aligned, method: str) -> Iterator[Metadatum]:
    match field:
        case "title" | "outlet":
            return named(field, value, method)
        case "author":
            return authors(value, method)
        case "published" | "modified":
            return dated(field, value, method)
        case "language":
            return language(value, method)
        case "url":
            return web_address(value, method)
    return iter(())
