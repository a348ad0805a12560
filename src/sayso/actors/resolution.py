"""Who is meant: a mention with its day and its article in, an actor of the registry and how it was found out, or None.

A name goes before a pattern, a pattern before an office, a metonym before a place. Nothing is guessed: words that may
mean two actors mean none until day, country or article decide.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from sayso.actors.answer import Context, Resolution, answer
from sayso.actors.bodies import read_body
from sayso.actors.choosing import chosen
from sayso.actors.index import Registry
from sayso.actors.index import registry as shipped_registry
from sayso.actors.keys import folded, plain
from sayso.actors.offices import post_of, read_office, read_spoken
from sayso.actors.persons import body_on, read_person
from sayso.actors.unnamed import read_collective
from sayso.model.actor import Actor, holds
from sayso.schema.data import read_data

__all__ = ["Context", "Resolution", "resolve"]

_PARTISAN = (" regime", " terrorists", " clique")
_SPONSORED = re.compile(
    r"\S+-(?:backed|allied|aligned|linked|based|funded|supported|sponsored|affiliated)", re.IGNORECASE
)
_APPOSED = re.compile(
    r"(?!(?:and|or|as well as|along with|together with|plus|including)\b)(?:[a-z0-9]|(?:The|An?) |[A-Z]\w+'s )"
)
_BRACKET = re.compile(r"^(.+?)\s*\(([^()]{2,60})\)\s*$")
_LONGEST = 160
_DEPTH = 4


def resolve(
    mention: str, *, on: date | None = None, context: Context | None = None, among: Registry | None = None
) -> Resolution | None:
    """Who a mention means on a day in an article; None where that is not sure.

    >>> resolve("Lima").actor_id, resolve("the Peruvian foreign ministry").actor_id
    ('per-gov', 'per-mfa')
    >>> resolve("the foreign ministry") is None
    True
    """
    if len(mention) > _LONGEST or not mention.strip():
        return None
    return _resolved(plain(mention), on, context or Context(), among or shipped_registry())


@lru_cache(maxsize=16384)
def _resolved(words: str, on: date | None, context: Context, registry: Registry) -> Resolution | None:
    return _Reading(on, context, registry).of(words)


class _Reading:
    """One mention read step by step; `depth` ends what would go round in circles."""

    def __init__(self, on: date | None, context: Context, registry: Registry, depth: int = 0) -> None:
        self.on, self.context, self.registry, self.depth = on, context, registry, depth

    def of(self, words: str) -> Resolution | None:
        """The first step that finds an actor decides."""
        if self.depth > _DEPTH or not words:
            return None
        return self._whole(words) or self._bracketed(words) or self._first_part(words)

    def _whole(self, words: str) -> Resolution | None:
        whole = self._named(words) if words[0].isupper() else None
        if whole:
            return self._flagged(whole, words)
        bare = _without_determiner(words)
        if not bare:
            return None
        counted = self._counted(words, bare)
        return self._flagged(counted or self._read(bare), bare)

    def _flagged(self, found: Resolution | None, words: str) -> Resolution | None:
        """Some words are partisan whoever is meant."""
        return replace(found, loaded=True) if found and folded(words).endswith(_PARTISAN) else found

    def _counted(self, words: str, bare: str) -> Resolution | None:
        """`two Iraqi police officers` are not the police; whose officers they are is told in `of`."""
        first = words.split()[0].lower()
        if not (first in _table("counts") or first[0].isdigit()) or not bare.split()[-1].islower():
            return None
        people = read_collective(bare, self.context, self.registry)
        body = read_body(bare, self.on, self.context, self.registry) if people else None
        return replace(people, of=body.actor_id, sector=body.sector) if people and body else people

    def _read(self, bare: str) -> Resolution | None:
        return (
            self._holder(bare)
            or self._named(bare)
            or self._described(bare)
            or read_body(bare, self.on, self.context, self.registry)
            or self._member(bare)
            or self._in_office(bare)
            or read_person(bare, self.on, self.context, self.registry)
            or read_collective(bare, self.context, self.registry)
        )

    def _inner(self, words: str) -> Resolution | None:
        """A part of the mention: an owner, a body spoken for."""
        plainer = Context(self.context.country, self.context.own, self.context.countries, actors=self.context.actors)
        reading = _Reading(self.on, plainer, self.registry, self.depth + 1)
        return reading.of(words)

    def _named(self, words: str) -> Resolution | None:
        if words.isascii() and words.islower() and " " not in words:
            return None  # a common word
        found = chosen(self.registry.named(words), self.on, self.context)
        if found and found.kind == "person":
            actor = self.registry.get(found.actor_id or "")
            return replace(found, of=body_on(actor, self.on)) if actor else found
        return self._in_control(found) if found and found.how.startswith("metonym") else found

    def _in_control(self, found: Resolution) -> Resolution:
        """A capital stands for who governs from it that day."""
        if found.country is None or found.kind != "state":
            return found
        authority = self.registry.authority(found.country, self.on)
        if authority is None:
            return found
        others = tuple(one for one in self.registry.authorities(found.country) if one != authority.id)
        how = "metonym, latest" if others and self.on is None else found.how
        return answer(authority, how, alternatives=found.alternatives or others)

    def _holder(self, words: str) -> Resolution | None:
        """`the UN chief` is the person in office, where one is known, although a body answers to the words too."""
        tokens = words.split()
        if len(tokens) < 2 or not any(post_of(" ".join(tokens[-count:])) for count in (1, 2)):
            return None
        found = read_office(words, self.on, self.context, self.registry, self._inner)
        return found if found and found.kind == "person" else None

    def _described(self, words: str) -> Resolution | None:
        """`the paramilitary Rovik Front`, `rebel group X`: words of kind and sponsorship before a name."""
        tokens = words.split()
        at = next((n + 1 for n in (2, 1, 0) if n < len(tokens) - 1 and _SPONSORED.fullmatch(tokens[n])), 0)
        while at < len(tokens) - 1 and folded(tokens[at]) in _table("descriptors") and tokens[at].islower():
            at += 1
        rest = " ".join(tokens[at:])
        return self._inner(rest) if at and rest[0].isupper() else None

    def _member(self, words: str) -> Resolution | None:
        """`Houthi fighters`, `the M23 rebel group`: those who act as the actor named before them."""
        tokens = words.split()
        for count in (1, 2, 3):
            if len(tokens) <= count:
                return None
            noun, name = (
                " ".join(tokens[-count:]).lower(),
                " ".join(tokens[:-count]).removesuffix("'s").removesuffix("'"),
            )
            if noun not in _table("members"):
                continue
            if noun in _table("unnamed_members"):
                return self._unnamed(words, name)
            found = chosen(self.registry.named(name), self.on, self.context)
            if found is None or found.kind in ("state", "person", "government"):
                found = self._owner(name, noun, found)
            if found:
                actor = self.registry.get(found.actor_id or "")
                how = "loaded" if found.loaded else "pattern"
                loaded = found.loaded or noun in _table("loaded_members")
                return answer(actor, how, loaded=loaded, alternatives=found.alternatives) if actor else None
        return None

    def _unnamed(self, words: str, name: str) -> Resolution | None:
        """`UN officials` are people of the UN, not it."""
        body = chosen(self.registry.named(name), self.on, self.context)
        if body is None or body.kind in ("state", "person"):
            return None
        return Resolution(
            None, words, "collective", body.country, body.sector, "collective", loaded=body.loaded, of=body.actor_id
        )

    def _owner(self, name: str, noun: str, found: Resolution | None) -> Resolution | None:
        """`the Assad regime`: the government that a person heads is named by the person."""
        if noun not in ("regime", "government", "administration"):
            return None
        if found is None or found.kind != "person":
            found = read_person(name, self.on, self.context, self.registry)
        actor = self.registry.get(found.actor_id or "") if found else None
        if actor is None or actor.country is None or not actor.roles:
            return None
        authority = self.registry.authority(actor.country, _in_power(actor, self.on))
        return answer(authority, "pattern") if authority else None

    def _in_office(self, words: str) -> Resolution | None:
        spoken = read_spoken(words, self._inner, self.context.affiliation)
        return spoken or read_office(words, self.on, self.context, self.registry, self._inner)

    def _bracketed(self, words: str) -> Resolution | None:
        found = _BRACKET.match(words)
        if found is None:
            return None
        return self._inner(found[1]) or (self._inner(found[2]) if _is_a_name(found[1]) else None)

    def _first_part(self, words: str) -> Resolution | None:
        """Before an apposition: `the Rovik Front, an armed group`; of a list the first is not meant."""
        head, _, tail = words.partition(", ")
        return self._inner(head) if head and _APPOSED.match(tail) else None


def _in_power(actor: Actor, on: date | None) -> date | None:
    """A day on which a person held office: the day asked for, or else one in the last office before it."""
    if on is None or any(holds(office.since, office.until, on) for office in actor.roles):
        return on
    begun = [office.since for office in actor.roles if office.since and office.since <= on.isoformat()]
    return date.fromisoformat(f"{max(begun)}{'-12-28'[len(max(begun)) - 4 :]}") if begun else on


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in read_data("sayso.actors", "mentions.toml")[name])


def _is_a_name(words: str) -> bool:
    """Capitalised words, with particles between them."""
    return all(word[0].isupper() or "-" in word or word in _table("particles") for word in words.split())


def _without_determiner(words: str) -> str:
    tokens = words.split()
    while len(tokens) > 1 and (
        tokens[0].lower() in _table("determiners") | _table("counts") | {"the"} or tokens[0][0].isdigit()
    ):
        tokens.pop(0)
    return " ".join(tokens)
