"""The rows of one article in; the same rows out, their parties led to actors of the registry where that is sure.

A party keeps the name, role and words that the article gives it. What the registry adds is `actor_id`, `actor_by` (how
it was matched), `member_of` (the body a person or collective belongs to) and, where the article leaves them open, kind
and country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sayso.actors.answer import Context, Resolution
from sayso.actors.index import Registry
from sayso.actors.party import resolve_party
from sayso.actors.resolution import resolve
from sayso.model import Article, Commitment, Event, Speaker, Statement

__all__ = ["meant"]

_CITY, _COUNTRY = r"([A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40})", r"(?:, ?([A-Z][\w .]{2,30}?))?"
_DATELINE = re.compile(rf"\A{_CITY}{_COUNTRY}(?:, [A-Z][a-z]+\.? \d{{1,2}})?(?: ?\([^)\n]{{2,40}}\))? ?[—–-]")
_OFFICIAL = frozenset(("government", "ministry", "military", "police"))
_INFERRED = "other side"
_SINGLE = ("prime minister", "president", "premier", "chancellor", "foreign minister", "defence minister")
"""Offices of which a state has one; of others foreign holders are introduced without their state as well."""


def meant(
    article: Article,
    statements: Sequence[Statement],
    events: Sequence[Event],
    commitments: Sequence[Commitment],
    registry: Registry,
) -> tuple[tuple[Statement, ...], tuple[Event, ...], tuple[Commitment, ...]]:
    """Lead every speaker, addressee, target, actor, recipient and party of a commitment to an actor, each on its day.

    The article is gone through twice: what it names in full the first time settles names that may mean several.
    """
    published = _day(article.published)
    parties = [(party, _day(one.said_on) or published) for one in statements for party in _of_statement(one)]
    parties += [(party, _day(one.date) or published) for one in events for party in (*one.actors, *one.recipients)]
    parties += [(party, _day(one.made_on) or published) for one in commitments for party in _of_commitment(one)]
    whole = _Article(article, parties, registry)
    told = tuple(_statement(one, whole, _day(one.said_on) or published) for one in statements)
    done = tuple(_event(one, whole, _day(one.date) or published) for one in events)
    given = tuple(_commitment(one, whole, _day(one.made_on) or published) for one in commitments)
    return told, _without_inferred(done), given


def _statement(one: Statement, whole: _Article, on: date | None) -> Statement:
    speaker, addressee, target = (
        whole.led(party, on) if party else None for party in (one.speaker, one.addressee, one.target)
    )
    return replace(one, speaker=speaker, addressee=addressee, target=target)


def _event(one: Event, whole: _Article, on: date | None) -> Event:
    actors = tuple(whole.led(party, on) for party in one.actors)
    return replace(one, actors=actors, recipients=tuple(whole.led(party, on) for party in one.recipients))


def _commitment(one: Commitment, whole: _Article, on: date | None) -> Commitment:
    by, to, beneficiary = (
        tuple(whole.led(party, on) for party in parties) for parties in (one.by, one.to, one.beneficiary)
    )
    return replace(one, by=by, to=to, beneficiary=beneficiary)


def _without_inferred(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The same without sides put in by inference, where the registry knows one of the parties for an armed group.

    Extraction infers the other of two states; with a third that bears arms, nothing tells who it was.
    """
    if not any(one.kind == "armed-group" for event in events for one in (*event.actors, *event.recipients)):
        return events
    return tuple(
        replace(
            event,
            actors=tuple(one for one in event.actors if one.resolved_by != _INFERRED),
            recipients=tuple(one for one in event.recipients if one.resolved_by != _INFERRED),
        )
        for event in events
    )


class _Article:
    """What an article tells around its mentions: where it is at home, which states and actors it names, and where."""

    def __init__(self, article: Article, parties: Sequence[tuple[Speaker, date | None]], registry: Registry) -> None:
        self._registry = registry
        self._home = _home(article)
        outlet = resolve(article.outlet, among=registry) if article.outlet else None
        self._outlet = outlet.country if outlet else None
        self._countries = frozenset(one.country for one, _ in parties if one.country)
        self._actors: frozenset[str] = frozenset()
        first = [self.led(party, on) for party, on in parties]
        self._actors = frozenset(party.actor_id for party in first if party.actor_id)

    def led(self, party: Speaker, on: date | None) -> Speaker:
        """The party with its actor."""
        context = Context(self._national(), countries=self._countries, actors=self._actors, use="metonym")
        found = resolve_party(party, on=on, context=context, among=self._registry)
        led = _joined(party, found) if found else party
        if led.country is None and self._home and led.actor_id is None and _is_official(led):
            return replace(led, country=self._home, actor_by="dateline")
        return led

    def _national(self) -> str | None:
        """The state of a body named without one: where the report is written, or by whom, if that state acts in it at
        all; else the only one named. Of two, nothing tells which.
        """
        for home in (self._home, self._outlet):
            if home in self._countries:
                return home
        return next(iter(self._countries)) if len(self._countries) == 1 else None


def _joined(party: Speaker, found: Resolution) -> Speaker:
    return replace(
        party,
        actor_id=found.actor_id,
        actor_by=found.how,
        member_of=found.of,
        country=party.country or found.country,
        kind=found.kind if party.kind is None or found.kind == "armed-group" else party.kind,
    )


def _is_official(party: Speaker) -> bool:
    """A body of state, or the holder of an office of which a state has one, introduced without a state."""
    if party.kind in _OFFICIAL and party.role is None:
        return True
    role = (party.role or party.name).lower()
    return party.affiliation is None and any(role.startswith(office) for office in _SINGLE)


def _home(article: Article) -> str | None:
    """The state of an article's dateline."""
    told = _DATELINE.match(article.text)
    if told is None:
        return None
    from sayso.language.places import (
        resolve as resolve_places,  # numpy and the gazetteer, which `sayso actors` needs not
    )

    place = resolve_places(article.text, [told.span(1)])[0]
    return place.country if place else None


def _of_statement(one: Statement) -> Iterable[Speaker]:
    return (party for party in (one.speaker, one.addressee, one.target) if party)


def _of_commitment(one: Commitment) -> Iterable[Speaker]:
    return (*one.by, *one.to, *one.beneficiary)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
