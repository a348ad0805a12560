"""On which day each statement of a text was said: rows in order and the day of publication in, ISO 8601 days out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.extract.statements.saying_time import Said, Uttered, dateline_of, said_on
from sayso.extract.statements.sentences import Page
from sayso.model import Attribution

__all__ = ["days_of"]

_DEEDS = frozenset(("acceptance", "announcement", "assurance", "demand", "offer"))
"""Acts that are news themselves when they open a report."""


def days_of(
    page: Page, rows: Sequence[Attribution], published: date | None, *, own_voice: bool = False
) -> list[Said | None]:
    """None where the text does not fix the day; see `saying_time.said_on`."""
    if not rows:
        return []
    sentences = [page.span(*part) for part in page.sentences if part[0] < part[1]]
    paragraphs = [page.span(first, last) for first, last, _ in page.paragraphs]
    dateline = dateline_of(page.text, paragraphs)
    uttered = [
        Uttered(row.source, row.cue, row.content, row.when, row.speaker, row.nested_in is not None, row.act in _DEEDS)
        for row in rows
    ]
    return said_on(
        uttered,
        page.text,
        published,
        dateline,
        sentences=sentences,
        paragraphs=paragraphs,
        own_voice=own_voice,
        wire=dateline is not None,
    )
