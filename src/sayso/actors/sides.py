"""Whose side an actor is on: an actor in, the chain of those it belongs to and the side at its end out."""

from __future__ import annotations

from sayso.actors.answer import Resolution
from sayso.actors.index import Registry
from sayso.actors.index import registry as shipped_registry
from sayso.model.actor import Actor

__all__ = ["chain_of", "side_of", "stands_for"]

_STATE = frozenset(
    {"government", "ministry", "military", "police", "intelligence", "parliament", "court", "agency", "office"}
)


def chain_of(actor_id: str, among: Registry | None = None) -> tuple[str, ...]:
    """The actor and those it belongs to, one after another: army, government, state.

    >>> chain_of("per-army"), chain_of("per-mfa")[-1]
    (('per-army', 'per-gov', 'per'), 'per')
    """
    registry = among or shipped_registry()
    out: list[str] = []
    at: str | None = actor_id
    while at and at not in out:
        out.append(at)
        at = _above(at, registry)
    return tuple(out)


def _above(actor_id: str, registry: Registry) -> str | None:
    actor = registry.get(actor_id)
    if actor is None:
        return _owner(actor_id, registry)
    if actor.parent:
        return actor.parent
    if actor.kind == "person":
        open_ended = [office for office in actor.roles if not office.until] or list(actor.roles)
        return max(open_ended, key=lambda office: office.since or "").of if open_ended else None
    if actor.country and actor.kind in _STATE:
        low = actor.country.lower()
        return next((one for one in (f"{low}-gov", low) if one in registry and one != actor.id), None)
    return None


def _owner(actor_id: str, registry: Registry) -> str | None:
    """Whom a body made by pattern belongs to: its id begins with theirs."""
    owner = actor_id.rpartition("-")[0]
    while owner:
        if f"{owner}-gov" in registry:
            return f"{owner}-gov"
        if owner in registry:
            return owner
        owner = owner.rpartition("-")[0]
    return None


def side_of(actor: Actor | Resolution | str, among: Registry | None = None) -> str | None:
    """The end of the chain: the state for its army, the movement for its wing, itself for who belongs to nobody.

    >>> side_of("per-army"), side_of("per")
    ('per', 'per')
    """
    if isinstance(actor, Resolution):
        start = actor.actor_id or actor.of
        if start is None:
            return actor.country.lower() if actor.country and actor.sector in ("GOV", "MIL", "COP") else None
        if actor.of and actor.kind == "person":
            start = actor.of
    else:
        start = actor if isinstance(actor, str) else actor.id
    return chain_of(start, among)[-1]


def stands_for(one: str, other: str, among: Registry | None = None) -> bool:
    """Do two ids mean the same actor, or one a part of the other?

    >>> stands_for("per-army", "per"), stands_for("per-army", "per-mfa")
    (True, False)
    """
    return one in chain_of(other, among) or other in chain_of(one, among)
