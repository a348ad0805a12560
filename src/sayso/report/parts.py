"""The parts of a brief: what every format writes and none changes.

A brief has a head, sections and a foot, and notes. A section has groups of items; an item leads with one line, and has
more lines or two sides. A line is made of runs, so that own words, names and quotations stay apart to the end: each
format escapes and sets them off in its own way, and a test can read the brief's own words alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = [
    "Brief",
    "Group",
    "Item",
    "Line",
    "Note",
    "Run",
    "Section",
    "Side",
    "Standing",
    "detail",
    "name",
    "own",
    "quote",
    "quoted",
    "text_of",
]

Kind = Literal["own", "name", "detail", "quote", "note"]


class Run(NamedTuple):
    """A stretch of a line: own words, a name, a detail as rows give it, a quotation without marks, a note's number."""

    kind: Kind
    text: str


Line = tuple[Run, ...]


def own(text: str) -> Run:
    """The brief's own words.

    >>> own("denies")
    Run(kind='own', text='denies')
    """
    return Run("own", text)


def name(text: str) -> Run:
    """A name or a day as rows give it, to be set off.

    >>> name("the Rovik Front").kind
    'name'
    """
    return Run("name", text)


def detail(text: str) -> Run:
    """What rows give and a line does not set off: an outlet, a second date.

    >>> detail("Ruva Post, 2026-01-06").kind
    'detail'
    """
    return Run("detail", text)


def quote(text: str) -> Run:
    """Words of a document; formats set the marks around them.

    >>> quote("We did not fire").kind
    'quote'
    """
    return Run("quote", text)


def quoted(words: str) -> str:
    """Words between marks that they do not hold themselves.

    >>> quoted("We did not fire"), quoted('He said "no" twice')
    ('“We did not fire”', '«He said "no" twice»')
    """
    return f"«{words}»" if set(words) & set('“”„"') else f"“{words}”"


def text_of(line: Line) -> str:
    """A line as plain text.

    >>> text_of((name("Ana Roth"), own(" says: "), quote("We did not fire"), Run("note", "3"), own(".")))
    'Ana Roth says: “We did not fire”[3].'
    """
    marks = {"quote": quoted, "note": "[{}]".format}
    return "".join(marks.get(run.kind, str)(run.text) for run in line)


class Standing(NamedTuple):
    """A row that stands on a note's stretch, with its table.

    `raw` are the row's characters in the decoded document as [start, end) pairs; `word` is the word that it stands on,
    where the quotation is the sentence around it.
    """

    row: str
    table: str
    raw: tuple[tuple[int, int], ...] = ()
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: one stretch of evidence, `article.text[start:end] == quote`, its document, and the rows on it."""

    number: int
    article_id: str
    document_id: str
    uri: str
    outlet: str | None
    published: str | None
    title: str | None
    start: int
    end: int
    quote: str
    rows: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of what is set side by side."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What a brief tells of one row of the ledger; `row` is its id."""

    row: str
    lead: Line
    lines: tuple[Line, ...] = ()
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading; `more` tells how many others there are that are not shown."""

    title: str
    items: tuple[Item, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the brief: what it holds in one sentence, and its groups; one without items says so."""

    key: str
    title: str
    about: str
    groups: tuple[Group, ...]
    table: str = ""

    @property
    def count(self) -> int:
        """How many items there are, shown or not.

        >>> Section("k", "Promises", "", (Group("Open", (), 2),)).count
        2
        """
        return sum(len(group.items) + group.more for group in self.groups)


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief as every format writes it; `head` are facts on the pile as (name, line)."""

    title: str
    head: tuple[tuple[str, Line], ...]
    sections: tuple[Section, ...]
    foot: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def is_empty(self) -> bool:
        """Does the brief tell of no row at all?

        >>> Brief("", (), (), (), ()).is_empty
        True
        """
        return not any(section.count for section in self.sections)

    def lines(self) -> Iterator[Line]:
        """Every line, in order."""
        yield from (line for _, line in self.head)
        for section in self.sections:
            yield (own(section.title),)
            yield (own(section.about),)
            for group in section.groups:
                yield (own(group.title),)
                for item in group.items:
                    yield from (item.lead, *item.lines, *(line for side in item.sides for line in side.lines))
        yield from ((own(words),) for words in self.foot)
