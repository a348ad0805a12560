"""Actors: a name, a role or a place's name with its day and its article in, who is meant and how that was found out."""

from sayso.actors.index import Registry, registry
from sayso.actors.meant import meant
from sayso.actors.own import ledger_actors, own_actors
from sayso.actors.party import PartyLike, resolve_party
from sayso.actors.resolution import Context, Resolution, resolve
from sayso.actors.sides import chain_of, side_of, stands_for
from sayso.model.actor import Actor, Loaded, NameUse, Office, Seat

__all__ = [
    "Actor",
    "Context",
    "Loaded",
    "NameUse",
    "Office",
    "PartyLike",
    "Registry",
    "Resolution",
    "Seat",
    "chain_of",
    "ledger_actors",
    "meant",
    "own_actors",
    "registry",
    "resolve",
    "resolve_party",
    "side_of",
    "stands_for",
]
