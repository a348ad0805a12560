"""What a person wrote in a document: the text, its way back to the document, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.model.alignment import Aligned, Builder

__all__ = ["Article", "Draft", "Line", "Metadatum", "Reading", "Repair"]

Form = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One value of one field, how it is known, and where the document says so.

    `field` is one of title, author, published, modified, outlet, language, url, term (a category or tag). `value` of
    a date is an ISO 8601 prefix with no invented part (`2025-10`). `raw` is the stretch of the decoded document that
    shows it (the header fields of mail count in the whole document, though its text may count in a part). `standing`
    after the cross-check: `chosen`, `agrees` with the chosen value, or `conflicts` with it.
    """

    field: str
    value: str
    method: str
    raw: tuple[int, int] | None = None
    standing: Literal["given", "chosen", "agrees", "conflicts"] = "given"


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it stands in a document, before cleaning.

    `body` is its source text (HTML or plain) aligned to the decoded document; `codecs` says how a raw stretch spells
    that source (`("json",)` for a WordPress post); `part` names the decoded part of the document that raw offsets
    count in, empty for the document itself. `complete` is False for what announces itself as an excerpt.
    """

    form: Form
    body: Aligned
    codecs: tuple[str, ...] = ()
    part: str = ""
    given: tuple[Metadatum, ...] = ()
    url: str | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page with what it is: body, subhead, title, byline, date, caption, or boilerplate of some kind.

    `start` and `end` count in the decoded document; `score` in [0, 1] is how sure the labeller is that it is body.
    """

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Repair:
    """A spelling repair of the reading layer: [start, end) of the article's text reads as `replacement`."""

    start: int
    end: int
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a person wrote, its metadata with their evidence, and its alignment to the document.

    `text` holds paragraphs parted by one blank line (`\\n\\n`), white space folded within; `alignment` leads to code
    points of the decoded document (`encoding` and `part` say which), `codecs` spells raw stretches out.
    """

    id: str
    document_id: str
    uri: str
    position: int
    alignment: Aligned = field(repr=False)
    codecs: tuple[str, ...] = ()
    part: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_precision: str | None = None
    published_method: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    complete: bool = True
    metadata: tuple[Metadatum, ...] = ()
    lines: tuple[Line, ...] = ()
    repairs: tuple[Repair, ...] = ()
    in_scope: bool = True
    scope_score: float | None = None
    scope_why: str | None = None

    @property
    def text(self) -> str:
        """What was written, without menus, shares and scripts; spelled as it was."""
        return self.alignment.text


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as extractors read it: letter-swaps undone, each character leading back to `article.text`."""

    article: Article
    words: Aligned

    @classmethod
    def of(cls, article: Article) -> Reading:
        """Apply the article's repairs as a layer; the evidence itself is not touched."""
        out, at, text = Builder(), 0, article.text
        for repair in article.repairs:
            out.copy(text[at : repair.start], at).atom(repair.replacement, repair.start, repair.end)
            at = repair.end
        return cls(article, out.copy(text[at:], at).build())

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.words.text

    def evidence(self, start: int, end: int) -> tuple[int, int]:
        """The characters of `article.text` that [start, end) of the reading stands on."""
        return self.words.raw(start, end)
