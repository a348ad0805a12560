"""Rows in, the stretches of text they stand on out, numbered as footnotes in the order they are first met.

A statement's evidence is its content, a commitment's its terms. An event stands on one word, and a statement may ("he
denied it"); a word tells a reader nothing, so their notes quote the sentence around it, exactly as the article has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.report.parts import Note, Run, Standing
from sayso.report.pile import Pile

__all__ = ["Notes", "Stretch", "sentence_around", "stretches_of"]

Row = dict[str, Any]

_LONGEST = 420
"""How many characters of a sentence are quoted at most around a word."""
_REACH = 600
_TELLING = 24
"""What is shorter tells a reader nothing alone."""
_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Prof|Gov|Sen|Rep|St|No|vs|Jr|Sr))\.$"
)


class Stretch(NamedTuple):
    """Characters [start, end) of an article's text that a row stands on; `raw` and `word` as in `Note`."""

    article_id: str
    start: int
    end: int
    raw: tuple[tuple[int, int], ...] = ()
    word: str | None = None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds characters [start, end), or of a part of it where it is long.

    >>> text = "It was quiet. Guns of Gen. Roth shelled Karva at noon. Nobody slept."
    >>> begin, stop = sentence_around(text, 32, 39)
    >>> text[begin:stop]
    'Guns of Gen. Roth shelled Karva at noon.'
    """
    floor = max(text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0, start - _REACH)
    ceiling = text.find("\n\n", end)
    ceiling = min(ceiling if ceiling >= 0 else len(text), end + _REACH)
    stops = [m for m in _END.finditer(text, floor, ceiling) if not _SHORT.search(text, floor, m.start() + 1)]
    first = max((m.end() for m in stops if m.end() <= start), default=floor)
    last = min((m.end() for m in stops if m.end() > end), default=ceiling)
    return _shortened(text, first, last, start, end)


def _shortened(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Bounds that quote no more than a reader wants, cut at blanks, without blanks at the ends."""
    room = _LONGEST - (end - start)
    if last - first > _LONGEST and room > 0:
        low, high = max(first, start - room // 2), min(last, end + room // 2)
        first = low if low == first else text.find(" ", low, start) + 1 or start
        last = high if high == last else (text.rfind(" ", end, high) if " " in text[end:high] else end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def stretches_of(table: str, row: Row, pile: Pile) -> Iterator[Stretch]:
    """What a row stands on; for rows that stand on others, nothing of their own."""
    if table == "statements":
        yield from _said(row, pile)
    elif table == "events":
        yield _around(row["article_id"], row["trigger"], row["raw_trigger"], pile)
    elif table == "commitments":
        yield _stretch(row["article_id"], row["terms"], row["raw_terms"])


def _said(row: Row, pile: Pile) -> Iterator[Stretch]:
    raw, content = row["raw"]["content"], row["content"]
    if len(content) == 1 and len(content[0]["quote"]) < _TELLING:
        yield _around(row["article_id"], content[0], raw, pile)
        return
    for at, span in enumerate(content):
        yield _stretch(row["article_id"], span, raw[at : at + 1] if len(raw) == len(content) else raw)


def _around(article_id: str, span: Row, raw: Any, pile: Pile) -> Stretch:
    """The sentence around a word that a row stands on."""
    start, end = sentence_around(pile.article(article_id)["text"], span["start"], span["end"])
    return Stretch(article_id, start, end, _pairs(raw), span["quote"])


def _stretch(article_id: str, span: Row, raw: Any) -> Stretch:
    return Stretch(article_id, span["start"], span["end"], _pairs(raw))


def _pairs(raw: Any) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in raw or ())


class Notes:
    """The footnotes of a brief, numbered as they are first met; a stretch is one note, whatever rows stand on it."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._notes: dict[tuple[str, int, int], dict[Standing, None]] = {}
        self._numbers: dict[tuple[str, int, int], int] = {}

    def of(self, table: str, row: Row) -> list[Run]:
        """The numbers of the notes on a row's evidence, as runs of a line."""
        return [self.at(table, row["id"], stretch) for stretch in stretches_of(table, row, self._pile)]

    def at(self, table: str, row_id: str, stretch: Stretch) -> Run:
        """The number of the note on a stretch that a row stands on."""
        key = (stretch.article_id, stretch.start, stretch.end)
        self._notes.setdefault(key, {})[Standing(row_id, table, stretch.raw, stretch.word)] = None
        return Run("note", str(self._numbers.setdefault(key, len(self._numbers) + 1)))

    def all(self) -> tuple[Note, ...]:
        """Every note, in order of its number."""
        return tuple(self._note(number, *key, tuple(self._notes[key])) for key, number in self._numbers.items())

    def _note(self, number: int, article_id: str, start: int, end: int, rows: tuple[Standing, ...]) -> Note:
        article = self._pile.article(article_id)
        told = {key: article[key] for key in ("document_id", "uri", "outlet", "published", "title")}
        return Note(
            number, article_id, start=start, end=end, quote=article["text"][start:end], rows=tuple(sorted(rows)), **told
        )
