"""Lines and paragraphs: a plain text in, its lines and the lines that belong together as paragraphs out.

Two customs are told apart: one paragraph a line, and lines wrapped at a width with a blank line (or an indent)
between paragraphs. A break is a wrap if the next word would not have fitted on the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Aligned, Run

__all__ = ["Row", "fold", "paragraphs_of", "sentence_ends", "split_rows", "wrap_width"]

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What `str.splitlines` breaks at."""
_LINE = re.compile(rf"\S[^{_BREAKS}]*")
_BLANK_LINE = re.compile(rf"(?>\r\n|[{_BREAKS}])[^\S{_BREAKS}]*+[{_BREAKS}]")
_SPACES = re.compile(r"\s{2,}")
_ONE_SPACE = re.compile(r"[^\S ]")
_ITEM = re.compile(r"(?:[•*‣◦·–-]|\(?\d{1,2}[.)])\s")
_CLOSERS = "\"'”’»)]*_ "
_NARROWEST, _WIDEST = 40, 132
_RAGGED = 12
"""How much shorter than the width a wrapped line usually may be, in characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not empty: [start, end) of the body without white space around it."""

    start: int
    end: int
    text: str
    indent: int = 0
    after_blank: bool = False


def split_rows(body: str) -> list[Row]:
    """The lines of a body that are not empty, in order.

    >>> [(row.text, row.after_blank) for row in split_rows("One\\n  two\\n\\nthree")]
    [('One', False), ('two', False), ('three', True)]
    """
    rows, before = [], 0
    for match in _LINE.finditer(body, 1 if body.startswith("\ufeff") else 0):
        start = match.start()
        text = match[0].rstrip()
        gap = body[before:start]
        indent = len(gap) - len(gap.rstrip(" \t")) if gap[-1:] in (" ", "\t") else 0
        blank = len(gap) > 1 and _BLANK_LINE.search(gap) is not None
        rows.append(Row(start, start + len(text), text, indent, blank))
        before = match.end()
    return rows


def fold(body: str, start: int, end: int) -> Aligned:
    """[start, end) of a body with white space folded, led back to it."""
    if not _SPACES.search(body, start, end):
        text = _ONE_SPACE.sub(" ", body[start:end])
        return Aligned(text, (Run(0, len(text), start, end),))
    parts: list[str] = []
    runs: list[Run] = []
    at, length = start, 0
    for gap in _SPACES.finditer(body, start, end):
        piece = _ONE_SPACE.sub(" ", body[at : gap.start()])
        parts += (piece, " ")
        runs.append(Run(length, length + len(piece), at, gap.start()))
        length += len(piece) + 1
        runs.append(Run(length - 1, length, *gap.span()))
        at = gap.end()
    piece = _ONE_SPACE.sub(" ", body[at:end])
    runs.append(Run(length, length + len(piece), at, end))
    return Aligned("".join([*parts, piece]), tuple(run for run in runs if run.end > run.start))


def sentence_ends(text: str) -> bool:
    """Does a line end as a sentence or clause ends, closing quotes and brackets left aside?"""
    return text.rstrip(_CLOSERS)[-1:] in tuple(".!?:;…") or text.endswith((".", "…"))


def wrap_width(rows: Sequence[Row]) -> int | None:
    """The width at which a text was wrapped; None where its line breaks end paragraphs."""
    pairs = [(a, b) for a, b in pairwise(rows) if not b.after_blank]
    if not pairs or sum(len(a.text) > _WIDEST for a, _ in pairs) > len(pairs) / 5:
        return None
    width = _usual_longest([a.indent + len(a.text) for a, b in pairs if _flows(a, b)])
    if not _NARROWEST <= width <= _WIDEST:
        return None
    # Letterheads, lists and verse have short lines; they speak neither for a wrap nor against one.
    long = [(a, b) for a, b in pairs if a.indent + len(a.text) >= 0.75 * width]
    full = [(a, b) for a, b in long if _is_full(a, b, width) and not sentence_ends(a.text)]
    flowing = sum(_flows(a, b) for a, b in full)
    return width if len(full) >= 0.6 * len(long) and flowing >= max(1, 0.4 * len(full)) else None


def _usual_longest(lengths: list[int]) -> int:
    """The greatest length that enough lines come near to, so that a long title or address does not count."""
    lengths.sort(reverse=True)
    need, low = max(1, len(lengths) / 4), 0
    for high, length in enumerate(lengths):
        while low < len(lengths) and lengths[low] > length - _RAGGED:
            low += 1
        if low - high >= need and length <= _WIDEST:
            return length
    return 0


def _is_full(a: Row, b: Row, width: int) -> bool:
    word = b.text.split(None, 1)[0]
    return a.indent + len(a.text) + 1 + len(word) > width


def _flows(a: Row, b: Row) -> bool:
    """Does a sentence run on from one line to the next, by its looks?"""
    return not sentence_ends(a.text) and (b.text[0].islower() or (a.text.isupper() and b.text.isupper()))


def paragraphs_of(rows: Sequence[Row], width: int | None, apart: Callable[[Row], bool]) -> list[list[Row]]:
    """Lines that belong together. `apart` names lines that stand alone whatever their length (a date, a byline)."""
    groups: list[list[Row]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        if last and width and _continues(last, row, width) and not apart(row) and not apart(last):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _continues(a: Row, b: Row, width: int) -> bool:
    if b.after_blank or b.indent > a.indent + 1:
        return False
    if _ITEM.match(b.text) and (sentence_ends(a.text) or not _is_full(a, b, width)):
        return False
    return _is_full(a, b, width) or (b.text[0].islower() and len(a.text) > 0.6 * width and not sentence_ends(a.text))
