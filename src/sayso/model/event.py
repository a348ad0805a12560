"""Who is reported to have done what to whom: an event as a row, and as an extractor finds it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.statement import Party, Span, Speaker

__all__ = ["Event", "EventMention", "Figure", "Place", "PlaceMention"]

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place that a text names, resolved as far as it can be.

    `precision` is 1 exact, 2 near, 3 province, 4 country, None where no gazetteer knows the name.
    """

    mention: Stretch
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many were killed, injured or arrested: [low, high], None where the words leave it open, and the words."""

    slot: str
    low: int | None
    high: int | None
    words: Stretch


@dataclass(frozen=True, slots=True)
class EventMention:
    """What an extractor of events finds in a text, before it becomes a row. Offsets count in the text it read.

    `asserted_by` is the index of the statement inside which the event stands, None for the outlet's own voice. `date`
    is an ISO 8601 prefix (`2025-10`), `when` the words that give it. `reality` is actual, planned, hypothetical,
    negated or historical. `frame` names the entry of the lexicon that coded it, and `basis` what else decided.
    """

    trigger: Stretch
    root: str
    frame: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    reality: str = "actual"
    figures: tuple[Figure, ...] = ()
    date: str | None = None
    date_precision: str | None = None
    when: Stretch | None = None
    place: PlaceMention | None = None
    asserted_by: int | None = None
    confidence: float = 0.5
    basis: str = "frame"


@dataclass(frozen=True, slots=True)
class Place:
    """A place on exact characters of an article."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where, as an article reports it, on exact characters of it.

    `raw_trigger` is the trigger in code points of the decoded document; `asserted_by` the id of the statement on whose
    word it is, None for the outlet's own voice. `quad` is PLOVER's quad class, 1 to 4. `figures` tell how many were
    killed, injured or arrested: slot, low, high, and the words. `sense` is what the trigger says in its place as a
    vector, packed, by which events of different articles are compared.
    """

    id: str
    article_id: str
    document_id: str
    uri: str
    trigger: Span
    raw_trigger: tuple[Stretch, ...]
    root: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    actors: tuple[Speaker, ...]
    recipients: tuple[Speaker, ...]
    reality: str
    date: str | None
    date_precision: str | None
    when: Span | None
    place: Place | None
    figures: tuple[tuple[str, int | None, int | None, Span], ...]
    asserted_by: str | None
    confidence: float
    frame: str
    basis: str
    sense: str = ""
