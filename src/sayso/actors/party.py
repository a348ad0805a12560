"""Who a party of an article is: name, kind, role, affiliation and country as the text gives them in, an actor out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from sayso.actors.answer import Context, Resolution
from sayso.actors.index import Registry
from sayso.actors.index import registry as shipped_registry
from sayso.actors.offices import STATELESS, post_of
from sayso.actors.resolution import resolve

__all__ = ["PartyLike", "resolve_party"]


class PartyLike(Protocol):
    """What a party brings: `sayso.model.Party` and `Speaker` do."""

    @property
    def name(self) -> str | None:
        """What the article calls it."""

    @property
    def kind(self) -> str | None:
        """Person, government, organisation, collective."""

    @property
    def role(self) -> str | None:
        """The words for its office."""

    @property
    def affiliation(self) -> str | None:
        """The body it speaks for."""

    @property
    def country(self) -> str | None:
        """Its state, ISO 3166 alpha-3."""


def resolve_party(
    party: PartyLike, *, on: date | None = None, context: Context | None = None, among: Registry | None = None
) -> Resolution | None:
    """The actor that a party of an article is, or, for a person unknown, the body and state it speaks for.

    `context` is the article's; the party's own words are added to it. `actor_id` is None for somebody whom no registry
    knows and for collectives; None comes out where nothing can be told.

    >>> from sayso.model import Party
    >>> ana = Party(None, "Ana Rovik", "person", role="spokeswoman", affiliation="Foreign Ministry", country="PER")
    >>> found = resolve_party(ana)
    >>> found.actor_id, found.of, found.country, found.sector, found.how
    (None, 'per-mfa', 'PER', 'GOV', 'affiliation')
    """
    if not party.name:
        return None
    around = replace(
        context or Context(),
        own=party.country or (context.own if context else None),
        role=party.role,
        affiliation=party.affiliation,
        kind=party.kind,
        use="place" if party.kind == "place" else (context.use if context else None),
    )
    found = resolve(party.name, on=on, context=around, among=among)
    if found and found.kind != "collective" and not _contradicts(found, party, around):
        return found if found.kind != "person" or found.of else replace(found, of=_of(party, around, on, among))
    if found and found.kind == "collective":
        return replace(found, of=_of(party, around, on, among))
    return _unknown(party, around, on, among)


def _contradicts(found: Resolution, party: PartyLike, context: Context) -> bool:
    """A person of another state than the text tells is somebody else, unless the article names their state as well."""
    if found.kind != "person" or not party.country or not found.country or party.country == found.country:
        return False
    return found.how in ("surname", "alias") or found.country not in {context.country, *context.countries}


def _of(party: PartyLike, around: Context, on: date | None, among: Registry | None) -> str | None:
    """The body that the party's affiliation names; its state's government where an office of state stands alone."""
    plainer = replace(around, role=None, affiliation=None, kind=None)
    body = resolve(party.affiliation, on=on, context=plainer, among=among) if party.affiliation else None
    return (body.of if body.kind == "person" else body.actor_id) if body else None


def _unknown(party: PartyLike, around: Context, on: date | None, among: Registry | None) -> Resolution | None:
    plainer = replace(around, role=None, affiliation=None, kind=None)
    body = resolve(party.affiliation, on=on, context=plainer, among=among) if party.affiliation else None
    if body is None and party.role and party.country and _is_of_state(party.role):
        body = resolve("government", on=on, context=replace(plainer, own=party.country), among=among)
    if body and body.kind == "person" and body.of:  # an adviser to the prime minister
        of = (among or shipped_registry()).get(body.of)
        body = Resolution(body.of, of.name, of.kind, of.country, of.sector) if of else None
    if body is None or body.actor_id is None or body.kind == "person":
        return None
    assert party.name is not None
    kind = party.kind or "person"
    return Resolution(
        None, party.name, kind, party.country or body.country, body.sector, "affiliation", of=body.actor_id
    )


def _is_of_state(role: str) -> bool:
    """Is an office one that only a state has? Anybody may have a leader or a commander."""
    post = post_of(role)
    return post is not None and post.role not in STATELESS
