"""Rows of findings in, what reconciliation needs of them out: small records, the same from any source of the row.

A record is a pure function of the rows of one document. Nothing here knows of other documents.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sayso.reconcile.spelling import folded

__all__ = ["Done", "Figured", "Page", "Pledge", "Said", "Where", "Who", "done", "page", "pledge", "said", "who"]

Row = Mapping[str, Any]
_PREFIX = re.compile(r"([12]\d{3})(?:-(W[0-5]\d|0[1-9]|1[0-2])(?!\d)(?:-(\d\d)(?!\d))?)?")


class Who(NamedTuple):
    """A party: `id` of a registry's actor or empty, its `name` folded, kind, country (ISO 3166 alpha-3) and `of`.

    `of` is the id of the body that somebody without a name of their own belongs to; empty strings where unknown.
    """

    id: str
    name: str
    kind: str
    country: str
    of: str


class Where(NamedTuple):
    """A place: folded name, country, coordinates and precision (1 exact, 2 near, 3 province, 4 country)."""

    name: str
    country: str
    lat: float | None
    lon: float | None
    precision: int | None


class Figured(NamedTuple):
    """How many were killed, injured or arrested: [low, high], None where the words leave it open, and the words."""

    slot: str
    low: int | None
    high: int | None
    words: str


class Page(NamedTuple):
    """An article: dates are ISO 8601 prefixes, empty where unknown; `repairs` tell how stretches are spelled right."""

    id: str
    document_id: str
    published: str
    outlet: str
    title: str
    text: str
    authors: tuple[str, ...]
    url: str
    repairs: tuple[tuple[int, int, str], ...] = ()


class Said(NamedTuple):
    """A statement; `sense` is the sense vector of its content, 384 signed bytes, empty where none was kept.

    `spans` are the stretches of its content in the article's text.
    """

    id: str
    article_id: str
    start: int
    end: int
    content: str
    source: str
    cue: str
    act: str
    group: str
    form: str
    negated: bool
    reality: str
    nested_in: str
    said_on: str
    speaker: Who | None
    addressee: Who | None
    target: Who | None
    confidence: float
    sense: bytes
    spans: tuple[tuple[int, int], ...] = ()


class Done(NamedTuple):
    """An event; [start, end) are its trigger's, `date` an ISO 8601 prefix, `said_in` the statement it stands in.

    `sense` is the sense vector of the trigger in its place.
    """

    id: str
    article_id: str
    start: int
    end: int
    trigger: str
    root: str
    mode: str
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    date: str
    place: Where | None
    figures: tuple[Figured, ...]
    said_in: str
    reality: str
    confidence: float
    sense: bytes = b""


class Pledge(NamedTuple):
    """A commitment as one article tells it; [start, end) are its terms', days are ISO 8601 prefixes."""

    id: str
    article_id: str
    start: int
    end: int
    terms: str
    kind: str
    form: str
    by: tuple[Who, ...]
    to: tuple[Who, ...]
    beneficiary: tuple[Who, ...]
    made_on: str
    due_by: str
    condition: str
    mechanism: str
    statement_id: str
    event_id: str
    confidence: float
    sense: bytes


def who(party: Row | None) -> Who | None:
    """The party of a row.

    >>> who({"name": "the Élysée", "kind": "government", "country": "FRA", "actor_id": None})
    Who(id='', name='elysee', kind='government', country='FRA', of='')
    """
    if not party or not party.get("name"):
        return None
    told = (party.get(key) or "" for key in ("kind", "country", "member_of"))
    # An id that the ledger gave depends on the pile; a registry's does not.
    own = "" if party.get("actor_by") == "ledger" else party.get("actor_id") or ""
    return Who(own, folded(party["name"]), *told)


def day_told(value: str | None) -> str:
    """A date as far as it is an ISO 8601 prefix of a year, month, day or week; empty for what fixes no year.

    >>> [day_told(one) for one in ("2026-01-06T08:00", "2026-W03", "2026-SP", "XXXX-WXX-4", "2026-13", None)]
    ['2026-01-06T08:00', '2026-W03', '2026', '', '2026', '']
    """
    told = value or ""
    found = _PREFIX.match(told)
    if not found:
        return ""
    year, month, number = found.groups()
    if number and not month.startswith("W"):
        try:
            date.fromisoformat(found[0])
        except ValueError:
            return f"{year}-{month}"
        return told if told[found.end() : found.end() + 1] in ("", "T") else found[0]
    return f"{year}-{month}" if month else year


def page(row: Row) -> Page:
    """The record of a row of `articles`."""
    told = {key: row.get(key) or "" for key in ("document_id", "published", "outlet", "title", "text", "url")}
    told["published"] = day_told(told["published"])
    repairs = tuple((one["start"], one["end"], one["replacement"]) for one in row.get("repairs") or ())
    return Page(id=row["id"], authors=tuple(row.get("authors") or ()), repairs=repairs, **told)


def said(row: Row) -> Said:
    """The record of a row of `statements`."""
    content = row["content"]
    return Said(
        id=row["id"],
        article_id=row["article_id"],
        start=min((span["start"] for span in content), default=0),
        end=max((span["end"] for span in content), default=0),
        content=" ".join(span["quote"] for span in content),
        source=_quote(row.get("source")),
        cue=_quote(row.get("cue")),
        act=row["act"],
        group=row["group"],
        form=row["form"],
        negated=bool(row.get("negated")),
        reality=row.get("reality") or "said",
        nested_in=row.get("nested_in") or "",
        said_on=day_told(row.get("said_on")),
        speaker=who(row.get("speaker")),
        addressee=who(row.get("addressee")),
        target=who(row.get("target")),
        confidence=float(row.get("confidence") or 0),
        sense=b64decode(row.get("sense") or ""),
        spans=tuple((span["start"], span["end"]) for span in content),
    )


def done(row: Row) -> Done:
    """The record of a row of `events`."""
    return Done(
        id=row["id"],
        article_id=row["article_id"],
        start=row["trigger"]["start"],
        end=row["trigger"]["end"],
        trigger=row["trigger"]["quote"],
        root=row["root"],
        mode=row.get("mode") or "",
        actors=_parties(row.get("actors")),
        recipients=_parties(row.get("recipients")),
        date=day_told(row.get("date")),
        place=_where(row.get("place")),
        figures=tuple(
            Figured(one["slot"], one["low"], one["high"], _quote(one["span"])) for one in row.get("figures") or ()
        ),
        said_in=row.get("asserted_by") or "",
        reality=row.get("reality") or "actual",
        confidence=float(row.get("confidence") or 0),
        sense=b64decode(row.get("sense") or ""),
    )


def pledge(row: Row) -> Pledge:
    """The record of a row of `commitments`."""
    told = {key: row.get(key) or "" for key in ("kind", "form", "statement_id", "event_id")}
    told |= {key: day_told(row.get(key)) for key in ("made_on", "due_by")}
    return Pledge(
        id=row["id"],
        article_id=row["article_id"],
        start=row["terms"]["start"],
        end=row["terms"]["end"],
        terms=row["terms"]["quote"],
        by=_parties(row.get("by")),
        to=_parties(row.get("to")),
        beneficiary=_parties(row.get("beneficiary")),
        condition=_quote(row.get("condition")),
        mechanism=_quote(row.get("mechanism")),
        confidence=float(row.get("confidence") or 0),
        sense=b64decode(row.get("sense") or ""),
        **told,
    )


def _quote(span: Row | None) -> str:
    return str(span["quote"]) if span else ""


def _parties(rows: Any) -> tuple[Who, ...]:
    return tuple(party for row in rows or () if (party := who(row)))


def _where(row: Row | None) -> Where | None:
    if not row or not row.get("name"):
        return None
    return Where(folded(row["name"]), row.get("country") or "", row.get("lat"), row.get("lon"), row.get("precision"))
