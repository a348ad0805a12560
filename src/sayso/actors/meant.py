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
from sayso.model import Article, Event, Speaker, Statement

__all__ = ["meant"]

_CITY, _COUNTRY = r"([A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40})", r"(?:, ?([A-Z][\w .]{2,30}?))?"
_DATELINE = re.compile(rf"\A{_CITY}{_COUNTRY}(?:, [A-Z][a-z]+\.? \d{{1,2}})?(?: ?\([^)\n]{{2,40}}\))? ?[—–-]")
_OFFICIAL = frozenset(("government", "ministry", "military", "police"))
_NEAR = 400
"""Characters before a mention in which another party's state is taken for its own."""


def meant(
    article: Article, statements: Sequence[Statement], events: Sequence[Event], registry: Registry
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """Lead every speaker, addressee, target, actor and recipient to an actor, each on its own day.

    The article is gone through twice: what it names in full the first time settles names that may mean several.
    """
    published = _day(article.published)
    parties = [(party, _day(one.said_on) or published) for one in statements for party in _of_statement(one)]
    parties += [(party, _day(one.date) or published) for one in events for party in (*one.actors, *one.recipients)]
    whole = _Article(article, parties, registry)
    told = tuple(_statement(one, whole, _day(one.said_on) or published) for one in statements)
    done = tuple(_event(one, whole, _day(one.date) or published) for one in events)
    return told, done


def _statement(one: Statement, whole: _Article, on: date | None) -> Statement:
    speaker, addressee, target = (
        whole.led(party, on) if party else None for party in (one.speaker, one.addressee, one.target)
    )
    return replace(one, speaker=speaker, addressee=addressee, target=target)


def _event(one: Event, whole: _Article, on: date | None) -> Event:
    actors = tuple(whole.led(party, on) for party in one.actors)
    return replace(one, actors=actors, recipients=tuple(whole.led(party, on) for party in one.recipients))


class _Article:
    """What an article tells around its mentions: where it is at home, which states and actors it names, and where."""

    def __init__(self, article: Article, parties: Sequence[tuple[Speaker, date | None]], registry: Registry) -> None:
        self._registry = registry
        self._home = _home(article)
        placed = {(one.mentions[0].start, one.country) for one, _ in parties if one.country and one.mentions}
        self._named = sorted(placed)
        self._countries = frozenset(country for _, country in placed if country)
        self._actors: frozenset[str] = frozenset()
        self._states: dict[str, str] = {}
        first = [self.led(party, on) for party, on in parties]
        self._actors = frozenset(party.actor_id for party in first if party.actor_id)

    def led(self, party: Speaker, on: date | None) -> Speaker:
        """The party with its actor."""
        context = Context(self._national(party), countries=self._countries, actors=self._actors, use="metonym")
        found = resolve_party(party, on=on, context=context, among=self._registry)
        led = _joined(party, found) if found else party
        if led.country is None and self._home and led.actor_id is None and _is_official(led):
            return replace(led, country=self._home, actor_by="dateline")
        return led

    def _national(self, party: Speaker) -> str | None:
        """The state that a body named without one belongs to: the same wherever the article names it so."""
        if party.country or not party.name:
            return self._near(party) or self._home
        state = self._states.get(party.name) or self._near(party) or self._home
        if state:
            self._states.setdefault(party.name, state)
        return state

    def _near(self, party: Speaker) -> str | None:
        """The state last named before a mention, close by."""
        if not party.mentions:
            return None
        at = party.mentions[0].start
        before = [country for start, country in self._named if at - _NEAR <= start < at]
        return before[-1] if before else None


def _joined(party: Speaker, found: Resolution) -> Speaker:
    return replace(
        party,
        actor_id=found.actor_id,
        actor_by=found.how,
        member_of=found.of,
        country=party.country or found.country,
        kind=party.kind or found.kind,
    )


def _is_official(party: Speaker) -> bool:
    """Somebody in an office of state whom a report introduces without a state: one of where it is written."""
    return party.kind in _OFFICIAL or (party.kind == "person" and bool(party.role) and party.affiliation is None)


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


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
