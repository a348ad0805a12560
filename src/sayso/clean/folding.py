"""Stretches of HTML source to the text that a reader sees, aligned to the source.

What comes in: the source and the stretches of it that hold a block's text. What goes out: an `Aligned` text with
entities spelled out as browsers do (and `html.unescape`, the codec `html`), white space folded, control characters
left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Aligned, Builder
from sayso.model.references import REFERENCE, named_part, unescape

__all__ = ["CONTROL", "folded"]

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]+")
"""Characters that no reader sees and no table can hold."""
_PIECE = re.compile(
    rf"(?P<entity>{REFERENCE})"
    r"|(?P<blank>\s{2,}|[^\S ])|(?P<control>[\x00-\x08\x0e-\x1b\x7f]+)"
)


def folded(source: str, pieces: Sequence[tuple[int, int]]) -> Aligned:
    """The text of some stretches of source, put together; an empty stretch stands for a line break.

    >>> folded("AT&amp;T<br> said", [(0, 8), (12, 12), (12, 17)]).text
    'AT&T said'
    """
    fold = _Folder()
    for start, end in pieces:
        if start == end:
            fold.blank(start, start)
            continue
        at = start
        for found in _PIECE.finditer(source, start, end):
            if found.start() > at:
                fold.words(source[at : found.start()], at)
            at = found.end()
            if found.lastgroup == "blank":
                fold.blank(found.start(), at)
            elif found.lastgroup == "entity":
                at = fold.entity(found[0], found.start())
        if at < end:
            fold.words(source[at:end], at)
    return fold.out.build()


class _Folder:
    """Puts pieces together, every run of white space as one blank on the first stretch of source it stands on."""

    def __init__(self) -> None:
        self.out = Builder()
        self.pending: tuple[int, int] | None = None

    def blank(self, start: int, end: int) -> None:
        if self.pending is None or self.pending[0] == self.pending[1]:
            self.pending = (start, end)
        elif self.pending[1] == start:
            self.pending = (self.pending[0], end)

    def words(self, text: str, start: int) -> None:
        """Add text in which no two white spaces meet."""
        if text[0] == " ":
            self.blank(start, start + 1)
            text, start = text[1:], start + 1
        if not text:
            return
        self._space()
        if text[-1] == " ":
            text = text[:-1]
            self.pending = (start + len(text), start + len(text) + 1)
        self.out.copy(text, start)

    def _space(self) -> None:
        if self.pending and len(self.out):
            self.out.atom(" ", *self.pending)
        self.pending = None

    def entity(self, spelled: str, start: int) -> int:
        """Add what an entity stands for; give where the source goes on after it."""
        spelled = named_part(spelled)
        end, text = start + len(spelled), unescape(spelled)
        if text == spelled:
            self.words(text, start)
        elif text.isspace():
            self.blank(start, end)
        elif text:
            self._space()
            self.out.atom(text, start, end)
        return end
