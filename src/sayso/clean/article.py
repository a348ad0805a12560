"""One draft made into an article, step by step: main text, what is known about it, the reading layer.

draft ─main text→ paragraphs ─metadata→ settled ─spelling→ article
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from sayso.clean.metadata import fragment_metadata, page_metadata, settle
from sayso.clean.page import main_text
from sayso.clean.spelling import repairs
from sayso.clean.text import text_page
from sayso.errors import ReadError
from sayso.model import Aligned, Article, Document, Draft, Limits, Line, Metadatum, joined, sha256_of

__all__ = ["PARAGRAPH_BREAK", "clean"]

PARAGRAPH_BREAK = "\n\n"

_WHOLE_PAGE = re.compile(r"<(?:html|head|body|meta)\b", re.IGNORECASE)
"""Marks of a saved page, as against the fragment of one that a feed or a post holds."""


_KEPT_APART = frozenset({"body", "subhead", "title", "byline", "date", "caption", "credit", "related", "header"})
"""Labels of lines that somebody may want to find one by one."""


class _Cleaned(NamedTuple):
    """Main text, lines and metadata, all leading back to the draft's own source text."""

    paragraphs: tuple[Aligned, ...]
    lines: tuple[Line, ...]
    metadata: tuple[Metadatum, ...]


def clean(draft: Draft, *, document: Document, uri: str, position: int, limits: Limits) -> Article:
    """Make a draft into an article whose every character leads back to the decoded document.

    Raises ReadError E306 for a text beyond the limit, E307 for hostile markup, E308 where there is no main text.
    """
    url = draft.url or document.url
    cleaned = _clean_html(draft, url, limits) if draft.form == "html" else _clean_text(draft, document)
    text = joined(cleaned.paragraphs, PARAGRAPH_BREAK).through(draft.body)
    if not text.text:
        raise ReadError("E308", f"{uri}: none of its {len(cleaned.lines)} lines reads like an article's text")
    if len(text) > limits.text_chars:
        raise ReadError("E306", f"{uri}: {len(text):,} characters, the limit is {limits.text_chars:,}")
    known = settle([*draft.given, *_led_back(cleaned.metadata, draft.body)], text=text.text, url=url)
    return Article(
        id=f"a-{sha256_of(f'{document.sha256}:{position}'.encode())[:16]}",
        document_id=document.sha256,
        uri=uri,
        position=position,
        alignment=text,
        codecs=(*draft.codecs, "html") if draft.form == "html" else draft.codecs,
        part=draft.part,
        title=known.title,
        authors=known.authors,
        published=known.published,
        published_precision=known.published_precision,
        published_method=known.published_method,
        outlet=known.outlet,
        language=known.language,
        url=url,
        complete=draft.complete,
        metadata=known.metadata,
        lines=tuple(_line_led_back(line, draft.body) for line in _gathered(cleaned.lines)),
        repairs=repairs(text.text) if known.language == "en" else (),
    )


def _gathered(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with those of menus, shares and the like that follow each other made one: pages have hundreds."""
    for _, group in groupby(lines, key=lambda line: (line.label, line.start * (line.label in _KEPT_APART))):
        first, *rest = group
        yield replace(first, end=rest[-1].end, score=max(line.score for line in (first, *rest))) if rest else first


def _clean_html(draft: Draft, url: str | None, limits: Limits) -> _Cleaned:
    source = draft.body.text
    is_page = bool(_WHOLE_PAGE.search(source, 0, 20_000))
    page = main_text(source, fragment=not is_page, limits=limits)
    metadata = page_metadata(source, url=url) if is_page else fragment_metadata(source, url=url)
    return _Cleaned(page.paragraphs, page.lines, tuple(metadata))


def _clean_text(draft: Draft, document: Document) -> _Cleaned:
    page = text_page(draft.body.text, collected_at=document.collected_at)
    return _Cleaned(page.paragraphs, page.lines, page.metadata)


def _led_back(metadata: Iterable[Metadatum], body: Aligned) -> list[Metadatum]:
    if body.is_whole:
        return list(metadata)
    return [replace(datum, raw=body.raw(*datum.raw)) if datum.raw else datum for datum in metadata]


def _line_led_back(line: Line, body: Aligned) -> Line:
    if body.is_whole:
        return line
    start, end = body.raw(line.start, line.end)
    return replace(line, start=start, end=end)
