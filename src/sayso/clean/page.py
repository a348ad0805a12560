"""HTML to main text: the paragraphs of an article, and every other line of the page with what it is.

What comes in: the source of a page, or of a fragment of one (a post's body, a feed's). What goes out: a `Page`, whose
paragraphs lead back to characters of that source. Nothing is deleted: what is no article is labelled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.clean.labels import Labelled, labelled
from sayso.clean.markup import walk
from sayso.clean.selection import selected_shares
from sayso.clean.shortcodes import cut_shortcodes
from sayso.errors import ReadError
from sayso.model import Aligned, Limits, Line, joined

__all__ = ["Page", "main_text"]

_LONGEST_CELL = 100
"""Cells up to this long stand side by side in one row of a table; longer ones are paragraphs in a table of layout."""

_BLANK_LINE = re.compile(r"(?<=[^\s>])[^\S\n]*\n[^\S\n]*\n\s*(?=[^\s<])")


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a page and all its lines, aligned to its source (codec `html`)."""

    paragraphs: tuple[Aligned, ...]
    lines: tuple[Line, ...]


def main_text(source: str, *, fragment: bool = False, limits: Limits = Limits()) -> Page:  # noqa: B008 - frozen
    """Tell an article from what stands around it; no paragraphs where there is none.

    `fragment` says that all of the source is article, save for the boxes that site software puts into it. Raises
    ReadError E306 for text beyond the limit, E307 for markup nobody wrote.

    >>> page = main_text("<p>Rain &amp; wind hit Arlo.</p><div class='sharedaddy'>Share this</div>", fragment=True)
    >>> [paragraph.text for paragraph in page.paragraphs], [line.label for line in page.lines]
    (['Rain & wind hit Arlo.'], ['body', 'share'])
    """
    walked = walk(source, blank_lines=fragment and _is_parted_by_blank_lines(source))
    cut_shortcodes(walked)
    shares = [1.0] * len(walked.blocks) if fragment else selected_shares(walked)
    rows = labelled(walked, shares, fragment=fragment)
    length = sum(len(row.block.text) for row in rows if row.is_text)
    if length > limits.text_chars:
        raise ReadError("E306", f"a page's main text has {length:,} characters, the limit is {limits.text_chars:,}")
    lines = tuple(Line(row.block.start, row.block.end, row.label, row.score) for row in rows)
    return Page(tuple(_paragraphs(source, rows)), lines)


def _is_parted_by_blank_lines(source: str) -> bool:
    """Are the paragraphs of a fragment parted as in plain text, with at most a few elements among them?"""
    elements = source.lower().count("<p")
    return not elements or sum(1 for _ in _BLANK_LINE.finditer(source)) > elements


def _paragraphs(source: str, rows: list[Labelled]) -> list[Aligned]:
    """The blocks that are text, the cells of a table row put together."""
    groups: list[list[Labelled]] = []
    for row in rows:
        if not row.is_text:
            continue
        if groups and _same_row(groups[-1][-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [
        group[0].block.aligned(source) if len(group) == 1 else joined([row.block.aligned(source) for row in group], " ")
        for group in groups
    ]


def _same_row(before: Labelled, row: Labelled) -> bool:
    one, other = before.block.element, row.block.element
    return (
        one.tag in {"td", "th"}
        and other.tag in {"td", "th"}
        and one.parent is other.parent
        and max(len(before.block.text), len(row.block.text)) <= _LONGEST_CELL
    )
