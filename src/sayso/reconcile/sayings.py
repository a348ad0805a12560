"""One document's rows in, its statements as reconciliation compares them out: who, what about, which deeds, how many.

A saying is a pure function of the rows of its document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.language.quantities import quantities_in
from sayso.reconcile.harms import Toll, kinds_in, tolls_of
from sayso.reconcile.matter import Matter, matter_of, weight_of
from sayso.reconcile.polarity import is_turned
from sayso.reconcile.records import Done, Page, Said, Who
from sayso.reconcile.sides import side_of
from sayso.reconcile.stems import stem
from sayso.schema.countries import country_of

__all__ = ["ASSERTING", "Count", "Deed", "Saying", "Toll", "asserts", "body_of", "sayings_of"]

ASSERTING = frozenset(("ASSERT", "BLAME"))
"""Groups of acts by which something is put forward as so."""
_QUOTES = frozenset("“\"‘'«„")
_REACH = 40
_NAME = re.compile(r"(?: [a-z-]+){0,2} ([A-Z][\w’'-]*)")
_PLACED = re.compile(
    r"\b(?:at|in|near|around|outside|over|across|into|from|to|on|off|of|towards?|between|beyond)"
    r" (?:the )?([A-Z][\w’'-]{2,})"
)
_AROUND = 450
"""Characters before a statement in which the place and the occasion that it takes as known are named."""
_BEHIND = 80
_HOSTILE = frozenset(("ASSAULT", "COERCE", "THREATEN", "MOBILIZE", "SANCTION", "PROTEST"))


class Deed(NamedTuple):
    """An event told inside a statement: parties by their sides, `date` an ISO 8601 prefix."""

    id: str
    root: str
    actors: frozenset[str]
    recipients: frozenset[str]
    date: str
    turned: bool
    tolls: tuple[Toll, ...]


class Count(NamedTuple):
    """How many of what, as the words tell it: None where they leave an end open; `of` is the state they are of."""

    noun: str
    low: float | None
    high: float | None
    of: str


class Saying(NamedTuple):
    """A statement.

    `body` is whose word it is: a spokesman's is that of his body. `side` is the side of the dispute that it stands on,
    empty where nothing tells, and `against` the one it is held against. `day` is when it was said, else published.
    `spans` are the stretches of its content with their words. `kinds` are those of the harm that its words report, and
    `setting` the stems of names that tell where, in and just before it, from which `there` is understood. `tolls` are
    its figures of harm.
    """

    id: str
    article: str
    outlet: str
    start: int
    end: int
    act: str
    group: str
    asserting: bool
    cue: str
    nested_in: str
    day: str
    speaker: Who | None
    body: str
    side: str
    against: str
    content: str
    spans: tuple[tuple[int, int, str], ...]
    turned: bool
    matter: Matter
    counts: tuple[Count, ...]
    deeds: tuple[Deed, ...]
    sense: bytes
    confidence: float
    kinds: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    tolls: tuple[Toll, ...] = ()

    @property
    def quoted(self) -> bool:
        """Is it told in its speaker's own words?"""
        return self.content[:1] in _QUOTES


def sayings_of(pages: Iterable[Page], said: Iterable[Said], done: Iterable[Done]) -> list[Saying]:
    """The statements of a document, in order of their place."""
    articles = {page.id: (page, _named_in(page.text)) for page in pages}
    inside: dict[str, list[Done]] = {}
    for event in done:
        if event.said_in:
            inside.setdefault(event.said_in, []).append(event)
    out = [_saying(one, *articles[one.article_id], inside.get(one.id, ())) for one in said]
    return sorted(out, key=lambda one: (one.article, one.start, one.end, one.id))


def asserts(one: Said) -> bool:
    """Is something put forward as so?"""
    return one.group in ASSERTING and not one.negated and one.reality == "said"


def _saying(one: Said, page: Page, named: Sequence[tuple[int, str]], events: Sequence[Done]) -> Saying:
    content = " ".join(_spelled(page, start, end) for start, end in one.spans) or one.content
    deeds = tuple(_deed(event) for event in sorted(events, key=lambda event: (event.start, event.id)))
    side = _known_side(one.speaker)
    return Saying(
        id=one.id,
        article=one.article_id,
        outlet=page.outlet,
        start=one.start,
        end=one.end,
        act=one.act,
        group=one.group,
        asserting=asserts(one),
        cue=one.cue,
        nested_in=one.nested_in,
        day=one.said_on or page.published[:10],
        speaker=one.speaker,
        body=body_of(one.speaker),
        side=side,
        against=_against(one, events, side),
        content=one.content,
        spans=tuple((start, end, page.text[start:end]) for start, end in one.spans),
        turned=is_turned(content),
        matter=matter_of(content),
        counts=counts_in(content),
        deeds=deeds,
        sense=one.sense,
        confidence=one.confidence,
        kinds=kinds_in(content),
        setting=_setting(named, one),
        tolls=tolls_of(one, page, (toll for deed in deeds for toll in deed.tolls)),
    )


def _named_in(text: str) -> list[tuple[int, str]]:
    """The names that tell where in a text, each with its place; names of states are told of in all of it."""
    found = ((one.start(), stem(one[1])) for one in _PLACED.finditer(text) if not _state(one[1]))
    return [(at, name) for at, name in found if weight_of(name) >= 1]


@lru_cache(maxsize=50_000)
def _state(word: str) -> str | None:
    return country_of(word)


def _setting(named: Sequence[tuple[int, str]], one: Said) -> frozenset[str]:
    first = bisect_left(named, (max(0, one.start - _AROUND), ""))
    last = bisect_left(named, (one.end + _BEHIND, ""))
    return frozenset(name for _, name in named[first:last])


def _spelled(page: Page, start: int, end: int) -> str:
    """A stretch of an article as it would be spelled: `m1nes` is a trick against filters."""
    out, at = [], start
    for first, last, instead in page.repairs:
        if start <= first and last <= end:
            out += [page.text[at:first], instead]
            at = last
    return "".join((*out, page.text[at:end]))


def _known_side(speaker: Who | None) -> str:
    """The side that a speaker stands on: a state or a known actor; empty where no more than a name is told."""
    side = side_of(speaker) if speaker else ""
    return "" if speaker and side == speaker.name else side


def _deed(event: Done) -> Deed:
    return Deed(
        event.id,
        event.root,
        frozenset(side_of(one) for one in event.actors) - {""},
        frozenset(side_of(one) for one in event.recipients) - {""},
        event.date,
        event.reality == "negated",
        tuple(
            Toll(one.slot, one.low, one.high) for one in event.figures if one.low is not None or one.high is not None
        ),
    )


def _against(one: Said, events: Iterable[Done], side: str) -> str:
    """The side blamed, else the side of who is told to have done something hostile, if it is not the speaker's own."""
    if one.target is not None and side_of(one.target) not in ("", side):
        return side_of(one.target)
    for event in events:
        for actor in event.actors:
            if event.root in _HOSTILE and side_of(actor) not in ("", side):
                return side_of(actor)
    return ""


@lru_cache(maxsize=100_000)
def body_of(speaker: Who | None) -> str:
    """Whose word it is: of one who speaks for a body, the body's; of a government as such, its state's.

    >>> body_of(Who("", "ana rovik", "person", "PER", "per-army"))
    'per-army'
    >>> body_of(Who("per-gov", "lima", "government", "PER", ""))
    'PER'
    >>> body_of(Who("", "ana rovik", "person", "", "")), body_of(None)
    ('ana rovik', '')
    """
    if speaker is None:
        return ""
    known = speaker.of or speaker.id
    if not known and speaker.country and country_of(speaker.name.title()) == speaker.country:
        return speaker.country
    state = known.partition("-")[0]
    if known and known in (state, f"{state}-gov") and speaker.country:
        return speaker.country
    return known or speaker.name


def counts_in(text: str) -> tuple[Count, ...]:
    """What a text counts, where it names what.

    >>> counts_in("at least 11 Peruvian soldiers and two villages")
    (Count(noun='soldier', low=11, high=None, of='PER'), Count(noun='village', low=2, high=2, of=''))
    """
    found = quantities_in(text)
    return tuple(
        Count(one.noun, one.low, one.high, _state_after(text[one.end : one.end + _REACH]))
        for one in found
        if one.noun and one.unit is None
    )


def _state_after(words: str) -> str:
    """The state that the first name in capitals after a number names."""
    found = _NAME.match(words)
    return (country_of(found[1]) or "") if found else ""
