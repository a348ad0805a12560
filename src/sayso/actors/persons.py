"""Persons by name: `Prime Minister Ana Rovik` or a surname with role and country in, the person of the registry out."""

from __future__ import annotations

from datetime import date
from functools import cache

from sayso.actors.answer import Context, Resolution, answer
from sayso.actors.choosing import chosen, fits
from sayso.actors.index import Registry
from sayso.actors.keys import folded
from sayso.actors.offices import holder_of, post_of, role_key
from sayso.model.actor import Actor, holds
from sayso.schema.data import read_data

__all__ = ["body_on", "parted_title", "read_person"]


_LONGEST = 9
"""Words before a name that its office may take."""


@cache
def _breaks() -> frozenset[str]:
    return frozenset(read_data("sayso.actors", "mentions.toml")["breaks"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(read_data("sayso.actors", "roles.toml")["titles"])


def parted_title(words: str, registry: Registry) -> tuple[str, str, str | None]:
    """A mention parted into titles and name, and the state among the titles or behind the name.

    >>> from sayso.actors.index import registry
    >>> parted_title("Peruvian Prime Minister Ana Rovik", registry())
    ('Prime Minister', 'Ana Rovik', 'PER')
    >>> parted_title("President Ana Rovik of El Salvador", registry())
    ('President', 'Ana Rovik', 'SLV')
    """
    words, country = _without_state_behind(words, registry)
    tokens = words.split()
    titles: list[str] = []
    at = 0
    while at < len(tokens) - 1:
        if _bare(tokens[at]) in _titles():
            titles.append(tokens[at])
            at += 1
            continue
        owner = next(
            (end for end in range(min(at + 4, len(tokens) - 1), at, -1) if _owns(tokens[at:end], registry)), None
        )
        if owner is None or not (at == 0 or titles) or _bare(tokens[owner]) not in _titles():
            break
        country, at = _owns(tokens[at:owner], registry), owner
    return " ".join(titles), " ".join(tokens[at:]), country


def _bare(token: str) -> str:
    return token.lower().strip(".,'").removesuffix("'s")


def _owns(tokens: list[str], registry: Registry) -> str | None:
    found = registry.owner(" ".join(tokens).removesuffix("'s").removesuffix("'")) if tokens[0][0].isupper() else None
    return found[0] if found else None


def _without_state_behind(words: str, registry: Registry) -> tuple[str, str | None]:
    head, of, tail = words.rpartition(" of ")
    state = registry.owner(tail) if of and " " in head else None
    return (head, state[0]) if state and state[0] else (words, None)


def read_person(words: str, on: date | None, context: Context, registry: Registry) -> Resolution | None:
    """The person that a mention names in full, or by surname where role, country or article tell which."""
    title, name, country = parted_title(words, registry)
    role = title or context.role
    if not name or not any(letter.isupper() or not letter.isascii() for letter in name):
        return None
    context = Context(
        context.country,
        country or context.own,
        context.countries,
        role,
        context.affiliation,
        "person",
        None,
        context.actors,
    )
    found = _in_full(name, on, context, registry) if " " in name or not name.isascii() else None
    return (
        found or _by_surname(name, on, context, registry, bool(title)) or _behind_titles(words, on, context, registry)
    )


def _behind_titles(words: str, on: date | None, context: Context, registry: Registry) -> Resolution | None:
    """`Libya's renegade Gen. Khalifa Haftar`: a full name at the end of a mention, its office before it."""
    tokens = [token.strip(",") for token in words.split()]
    for at in range(1, min(len(tokens) - 1, _LONGEST)):
        before = [_bare(token) for token in tokens[:at]]
        if _breaks() & set(before):
            return None
        if _titles() & set(before):
            found = _in_full(" ".join(tokens[at:]), on, context, registry)
            if found:
                return found
    return None


def _in_full(name: str, on: date | None, context: Context, registry: Registry) -> Resolution | None:
    namings = [naming for naming in registry.named(name) if naming.actor.kind == "person"]
    found = chosen(namings, on, context)
    if found and found.actor_id:
        return answer(
            _actor(found, registry), found.how, of=body_on(_actor(found, registry), on), alternatives=found.alternatives
        )
    words = folded(name).split()
    rows = [
        actor
        for actor in (registry.by_ends.get((words[0], words[-1]), ()) if len(words) > 1 else ())
        if _is_longer_or_shorter(words, actor) and (fits(actor, context) > 0 or _has_role(actor, context.role, on))
    ]
    return answer(rows[0], "alias", of=body_on(rows[0], on)) if len(rows) == 1 else None


def _actor(found: Resolution, registry: Registry) -> Actor:
    actor = registry.get(found.actor_id or "")
    assert actor is not None
    return actor


def _is_longer_or_shorter(words: list[str], actor: Actor) -> bool:
    """Is a name one of the person's with words left out or added, none of them another's?"""
    told, own = set(words), set(folded(actor.name).split())
    if told - own and own - told:
        return any(told == set(folded(alias).split()) for alias in actor.aliases)
    known = [set(folded(name).split()) for name in (actor.name, *actor.aliases) if " " in name]
    return any(told >= one or told <= one for one in known)


def _by_surname(
    name: str, on: date | None, context: Context, registry: Registry, titled_here: bool = False
) -> Resolution | None:
    """A surname is a person's only where the article has named them, or where their role or state and time is told."""
    rows = registry.surnames.get(folded(name), [])
    known = [actor for actor in rows if actor.id in context.actors]
    titled = [
        actor
        for actor in rows
        if _has_role(actor, context.role, on) and fits(actor, context) >= 0 and _is_of(actor, context)
    ]
    famous = _famous(rows, name, on, context, registry) if titled_here else []
    for few in (known, titled, famous):
        if len(few) == 1:
            return answer(few[0], "surname", of=body_on(few[0], on), alternatives=_others(rows, few[0]))
        if few:
            return None
    if context.role and post_of(context.role):
        return None
    near = [actor for actor in rows if _is_near(actor, name, on, context)]
    return (
        answer(near[0], "surname", of=body_on(near[0], on), alternatives=_others(rows, near[0]))
        if len(near) == 1
        else None
    )


def _famous(rows: list[Actor], name: str, on: date | None, context: Context, registry: Registry) -> list[Actor]:
    """`President Rovik` of another state: known by this word, where the article's own president is somebody else."""
    post = post_of(context.role or "")
    if post is None or context.own:
        return []
    if context.country and holder_of(post.role, context.country, on, registry) is None:
        return []
    return [one for one in rows if _is_known_as(one, name) and _has_role(one, context.role, on)]


def _is_near(actor: Actor, name: str, on: date | None, context: Context) -> bool:
    """Is the article about the state where a person holds office, or is known by this one word?"""
    if actor.country is None:
        return False
    if actor.country in (context.own, context.country) and _in_office(actor, on):
        return True
    return _is_known_as(actor, name) and fits(actor, context) > 0


def _is_known_as(actor: Actor, name: str) -> bool:
    """Does a row say that the news calls a person by this word alone?"""
    return folded(name) in {folded(alias) for alias in actor.aliases} - {folded(alias) for alias in actor.ambiguous}


def _others(rows: list[Actor], best: Actor) -> tuple[str, ...]:
    return tuple(actor.id for actor in rows if actor.id != best.id)


def _is_of(actor: Actor, context: Context) -> bool:
    """Is a person's state among those of the article, where it names any?"""
    states = {context.own, context.country, *context.countries} - {None}
    return not states or actor.country is None or actor.country in states


def _has_role(actor: Actor, role: str | None, on: date | None) -> bool:
    if not role:
        return False
    wanted = role_key(role)
    return any(role_key(office.role) == wanted and holds(office.since, office.until, on) for office in actor.roles)


def _in_office(actor: Actor, on: date | None) -> bool:
    return any(holds(office.since, office.until, on) if on else not office.until for office in actor.roles)


def body_on(actor: Actor, on: date | None) -> str | None:
    """The body whose office a person holds that day; of several the one held last."""
    rows = [office for office in actor.roles if (holds(office.since, office.until, on) if on else not office.until)]
    return max(rows, key=lambda office: office.since or "").of if rows else None
