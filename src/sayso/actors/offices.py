"""Offices: words such as `the Peruvian foreign minister`, `a spokesman for the army` in, the holder or the body out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.actors.answer import Context, Resolution, answer
from sayso.actors.bodies import owned_in
from sayso.actors.index import Registry
from sayso.actors.keys import folded, is_abbreviation, keys_of
from sayso.actors.states import state_name
from sayso.model.actor import Actor, holds
from sayso.schema.data import read_data

__all__ = ["STATELESS", "Post", "holder_of", "post_of", "read_office", "read_spoken", "role_key"]

Resolve = Callable[[str], Resolution | None]

STATELESS = frozenset({"secretary-general", "leader", "ambassador"})
"""Posts that a state's name alone does not fill: `the Iranian leader` may be one of several."""
_LINKS = (" for ", " of ", " from ", " at ", " to ")
_AIDES = ("deputy", "former", "ex-", "senior adviser", "assistant")


@dataclass(frozen=True, slots=True)
class Post:
    """An office as `roles.toml` tells of it."""

    role: str
    suffix: str
    title: str


@cache
def _posts() -> dict[str, Post]:
    out: dict[str, Post] = {}
    for row in read_data("sayso.actors", "roles.toml")["office"]:
        post = Post(row["role"], row["suffix"], row["title"])
        for name in row["words"]:
            out.setdefault(f"={name}" if is_abbreviation(name) else folded(name), post)
    return out


@cache
def _spoken() -> frozenset[str]:
    return frozenset(folded(word) for word in read_data("sayso.actors", "roles.toml")["spoken"])


def post_of(words: str) -> Post | None:
    """The office that words name.

    >>> post_of("Minister for Foreign Affairs").role
    'foreign minister'
    """
    return next((_posts()[key] for key in keys_of(words) if key in _posts()), None)


def role_key(words: str) -> str:
    """The one word under which all names of an office meet; the words themselves, folded, where no table has them."""
    post = post_of(words)
    return post.role if post else folded(words)


def holder_of(role: str, of: str, on: date | None, registry: Registry) -> Actor | None:
    """Who holds an office of a state (its code) or another actor (its id) that day; None where that is not one."""
    rows = [
        (office.since or "", actor, office.until)
        for actor in registry.holders.get(of, ())
        for office in actor.roles
        if role_key(office.role) == role and of in (office.of, registry.owner_of(office.of))
        if holds(office.since, office.until, on)
    ]
    current = [row for row in rows if on is None and row[2] is None]
    rows = current or rows
    if not rows:
        return None
    latest = max(since for since, _, _ in rows)
    best = {actor.id: actor for since, actor, _ in rows if since == latest}
    return next(iter(best.values())) if len(best) == 1 else None


def read_office(
    words: str, on: date | None, context: Context, registry: Registry, resolve: Resolve
) -> Resolution | None:
    """The holder of an office named with its owner (or with the article's country), else the office itself."""
    if folded(words).startswith(_AIDES):
        return None
    for owned in owned_in(words, registry):
        post = post_of(owned.rest)
        if post and owned.country and owned.kind != "seat":
            return _filled(post, owned.country, on, registry, "role")
    post = post_of(words)
    if post and post.role not in STATELESS:
        return _filled(post, context.national, on, registry, "role") if context.national else None
    return _of_actor(words, on, registry, resolve)


def _filled(post: Post, country: str, on: date | None, registry: Registry, how: str) -> Resolution | None:
    if post.role == "ambassador":
        return None  # a state has many
    holder = holder_of(post.role, country, on, registry)
    authority = registry.authority(country, on)
    of = authority.id if authority else f"{country.lower()}-gov"
    if holder:
        return answer(holder, how if on else f"{how}, latest", of=of)
    if post.role in STATELESS:
        return None
    actor_id = f"{country.lower()}-{post.suffix}"
    known = registry.get(actor_id) or Actor(
        actor_id, post.title.format(name=state_name(country)), "office", country, "GOV", f"{country.lower()}-gov"
    )
    return answer(known, how, of=of)


def _of_actor(words: str, on: date | None, registry: Registry, resolve: Resolve) -> Resolution | None:
    """`the UN chief`, `leader of the Rovik Front`: an office of a body that is no state."""
    for owner, rest in _parts(words):
        post = post_of(rest)
        body = resolve(owner) if post else None
        if post and body and body.actor_id and body.kind != "person":
            governs = body.kind in ("state", "government", "de-facto-authority")
            of = registry.owner_of(body.actor_id) if governs else body.actor_id
            holder = holder_of(post.role, of, on, registry) or _head(post, of, on, registry)
            return answer(holder, "role", of=body.actor_id) if holder else None
    return None


def _head(post: Post, of: str, on: date | None, registry: Registry) -> Actor | None:
    """A head by any title: `the UN chief` is its Secretary-General."""
    if post.role not in ("leader", "secretary-general") or registry.owner_of(of) != of:
        return None
    for role in ("secretary-general", "leader", "president", "director-general", "commander"):
        found = holder_of(role, of, on, registry)
        if found:
            return found
    return None


def read_spoken(words: str, resolve: Resolve, affiliation: str | None) -> Resolution | None:
    """Whom a spokesperson, a statement or a press service speaks for; alone, the affiliation told beside it."""
    if folded(words) in _spoken():
        body = resolve(affiliation) if affiliation else None
    else:
        body = next(
            (found for owner, rest in _parts(words) if folded(rest) in _spoken() if (found := resolve(owner))), None
        )
    if body is None or body.kind in ("person", "collective"):
        return None
    return Resolution(
        body.actor_id,
        body.name,
        body.kind,
        body.country,
        body.sector,
        "role",
        body.loaded,
        body.actor_id,
        body.alternatives,
    )


def _parts(words: str) -> list[tuple[str, str]]:
    """An owner and what is said to be its: `army spokesman`, `spokesman for the army`; longest owner first."""
    tokens = words.split()
    out = [
        (" ".join(tokens[:at]).removesuffix("'s").removesuffix("'"), " ".join(tokens[at:]))
        for at in range(len(tokens) - 1, 0, -1)
    ]
    for link in _LINKS:
        head, found, tail = words.partition(link)
        if found:
            out.append((tail, head))
    return out
