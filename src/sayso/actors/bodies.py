"""Bodies by pattern: an owner and the words for a body in (`Peru's foreign ministry`), that state's body out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.actors.answer import Context, Resolution, answer
from sayso.actors.choosing import chosen
from sayso.actors.index import Registry
from sayso.actors.keys import folded, is_abbreviation, keys_of
from sayso.actors.states import demonym_of, state_name
from sayso.model.actor import Actor, holds
from sayso.schema.data import read_data

__all__ = ["Body", "Owned", "body_of", "made_body", "owned_in", "read_body"]

_RUN = ("-run", "-led", "-controlled", "-appointed", "-administered", "-held")
_LONGEST = 6
_OTHERS = ("de-facto-authority", "armed-group", "party", "organisation", "mission")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state has, as `registry/patterns.toml` tells of it."""

    suffixes: tuple[str, ...]
    kind: str
    sector: str
    title: str
    central: bool
    bare: bool
    loaded: bool

    @property
    def suffix(self) -> str:
        """What the id of the body ends in, where no row has it."""
        return self.suffixes[0]


class Owned(NamedTuple):
    """A phrase parted into the words for its owner and the rest, and the state that the owner is or belongs to."""

    owner: str
    rest: str
    country: str | None
    kind: str


@cache
def _bodies() -> dict[str, Body]:
    out: dict[str, Body] = {}
    for row in read_data("sayso.actors", "registry/patterns.toml")["body"]:
        body = Body(
            (row["suffix"], *row.get("also", ())),
            row["kind"],
            row["sector"],
            row["title"],
            row["central"],
            row["bare"],
            row.get("loaded", False),
        )
        for name in row["names"]:
            out[f"={name}" if is_abbreviation(name) else folded(name)] = body
    return out


def body_of(words: str) -> Body | None:
    """The body that words name, owner aside.

    >>> body_of("Ministry of Foreign Affairs").suffix, body_of("fish market")
    ('mfa', None)
    """
    return next((_bodies()[key] for key in keys_of(words) if key in _bodies()), None)


@lru_cache(maxsize=8192)
def _parted(words: str) -> tuple[tuple[str, str], ...]:
    """Every way to part a phrase into an owner and the rest: before it, with or without 's, or after `of`."""
    tokens = words.split()
    out: list[tuple[str, str]] = []
    for at in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        owner = " ".join(tokens[:at])
        for run in _RUN:
            owner = owner.removesuffix(run)
        out.append((owner.removesuffix("'s").removesuffix("'"), " ".join(tokens[at:])))
    low = [token.lower() for token in tokens]
    for at in range(1, len(tokens) - 1):
        if low[at] in ("of", "in", "for"):
            after = at + 2 if low[at + 1] == "the" and at + 2 < len(tokens) else at + 1
            out.append((" ".join(tokens[after:]), " ".join(tokens[:at])))
    return tuple(out)


def owned_in(words: str, registry: Registry) -> list[Owned]:
    """The ways in which a state owns the rest of a phrase, the longest first; none where words only hold its name."""
    out: list[Owned] = []
    for owner, rest in _parted(words):
        found = registry.owner(owner)
        if found is None:
            continue
        if found[0] is None:
            return []
        out.append(Owned(owner, rest, found[0], found[1]))
    return out


def read_body(words: str, on: date | None, context: Context, registry: Registry) -> Resolution | None:
    """The body that a phrase names with its owner, or without one in an article that has a country."""
    for owned in owned_in(words, registry):
        body = body_of(owned.rest)
        if body and owned.country and (owned.kind != "seat" or body.central):
            return _answered(body, owned.rest, owned.country, on, registry, "pattern")
    body = body_of(words)
    if body and body.bare and context.national:
        return _answered(body, words, context.national, on, registry, "context")
    return _of_actor(words, on, context, registry)


def _answered(body: Body, words: str, country: str, on: date | None, registry: Registry, how: str) -> Resolution:
    known = _called(words, country, on, registry) if not body.loaded else None
    if body.suffix == "gov" and on is None and registry.authorities(country):
        how = f"{how}, latest"
    return answer(known or made_body(body, country, on, registry), how, loaded=body.loaded)


def _called(words: str, country: str, on: date | None, registry: Registry) -> Actor | None:
    """The actor whose row names state and body: `interim government` in Dhaka is `Bangladesh interim government`."""
    name, demonym = state_name(country).removeprefix("the "), demonym_of(country)
    for called in (f"{demonym} {words}", f"{name} {words}", f"{name}'s {words}", f"{words} of {name}"):
        found = chosen(registry.named(called), on, Context(own=country))
        actor = registry.get(found.actor_id) if found and found.actor_id and found.country == country else None
        if actor and holds(actor.since, actor.until, on):
            return actor
    return None


def made_body(body: Body, country: str, on: date | None, registry: Registry) -> Actor:
    """A state's body: the row that the registry has for it, or one made by the pattern."""
    if body.suffix == "gov":
        return registry.authority(country, on) or made_body(_made_government(), country, on, registry)
    for suffix in body.suffixes:
        known = registry.get(f"{country.lower()}-{suffix}")
        if known:
            return known
    authority = registry.authority(country, on) if body.suffix == "junta" else None
    if authority and authority.id != f"{country.lower()}-gov":
        return authority
    return _made(body, country)


@cache
def _made_government() -> Body:
    return Body(("government",), "government", "GOV", "Government of {name}", central=True, bare=True, loaded=False)


@lru_cache(maxsize=8192)
def _made(body: Body, country: str) -> Actor:
    return Actor(
        f"{country.lower()}-{body.suffix}",
        body.title.format(name=state_name(country)),
        body.kind,
        country,
        body.sector,
        f"{country.lower()}-gov",
        source="made by registry/patterns.toml",
    )


def _of_actor(words: str, on: date | None, context: Context, registry: Registry) -> Resolution | None:
    """`the Houthi-run health ministry`: a body of an actor that is no state, named by its owner."""
    for owner, rest in _parted(words):
        body = body_of(rest)
        if body is None or body.suffix in ("army", "gov", "junta"):
            continue
        found = chosen(registry.named(owner), on, context)
        if found is None or found.actor_id is None or found.kind not in _OTHERS:
            continue
        if found.kind == "de-facto-authority" and found.country:
            return _answered(body, rest, found.country, on, registry, "pattern")
        made = Actor(
            f"{found.actor_id}-{body.suffix}",
            body.title.format(name=found.name),
            body.kind,
            found.country,
            found.sector,
            found.actor_id,
        )
        return answer(registry.get(made.id) or made, "pattern", loaded=found.loaded or body.loaded)
    return None
