"""The registry: rows of data files and of a ledger in, look-ups by id, by name, by person and by office out."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from sayso.actors.compiled import digest_of, read_compiled, sources, uncollected
from sayso.actors.keys import folded, is_abbreviation, keys_of
from sayso.actors.rows import actor_of
from sayso.actors.states import capitals_of, names_in_languages, owner_names, state_actors, state_name
from sayso.model.actor import Actor, holds
from sayso.schema.data import read_data

__all__ = ["Naming", "Registry", "read_rows", "registry", "shipped"]

_SPOKEN_FOR = frozenset({"CHN", "TWN", "HKG", "MAC", "SGP", "KOR", "PRK", "VNM", "KHM", "HUN", "JPN", "MMR"})
"""Where the family name may stand first."""


class Naming(NamedTuple):
    """One name of one actor: how it names it (name, alias, loaded, metonym), when, and how much it needs beside it."""

    actor: Actor
    name: str
    how: str
    since: str | None = None
    until: str | None = None
    ambiguous: bool = False
    rank: int = 1
    """A name that a person wrote down goes before one made from a table of states."""


class Registry:
    """Actors, found by id or by any of their names."""

    def __init__(self, actors: Iterable[Actor], own: Sequence[Actor] = ()) -> None:
        """Rows of the package, and a ledger's own, which replace those of their id."""
        rows = [(actor, 0) for actor in state_actors()] + [(actor, 1) for actor in actors]
        replaced = {actor.id for actor in own}
        rows = [row for row in rows if row[0].id not in replaced] + [(actor, 2) for actor in own]
        self._actors: dict[str, Actor] = {}
        for row, _ in rows:
            known = self._actors.get(row.id)
            self._actors[row.id] = _joined(known, row) if known else row
        self._names: defaultdict[str, list[Naming]] = defaultdict(list)
        for row, rank in rows:
            for naming in _namings(self._actors[row.id], row, rank):
                name = naming.name[4:] if naming.name[:4].lower() == "the " else naming.name
                self._names[f"={name}" if is_abbreviation(name) else folded(name)].append(naming)

    def __contains__(self, actor_id: str) -> bool:
        return actor_id in self._actors

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def get(self, actor_id: str) -> Actor | None:
        """The actor of an id; None where there is none.

        >>> registry().get("pak").name
        'Pakistan'
        """
        return self._actors.get(actor_id)

    def named(self, words: str) -> tuple[Naming, ...]:
        """Every naming whose words these are, in any spelling.

        >>> [naming.actor.id for naming in registry().named("Islamic Republic of Pakistan")]
        ['pak']
        """
        for key in keys_of(words):
            found = self._names.get(key)
            if found:
                return tuple(found)
        code = None if words.isascii() and words.islower() else self._foreign.get(words.casefold())
        return (Naming(self._actors[code], words, "name", rank=0),) if code else ()

    def owner(self, words: str) -> tuple[str | None, str] | None:
        """The state whose name, people, capital or palace these words are, and which of the four; None for no state's.

        >>> registry().owner("Peruvian"), registry().owner("Lima"), registry().owner("South China Sea")
        (('PER', 'demonym'), ('PER', 'seat'), (None, 'none'))
        """
        for key in keys_of(words):
            if key in self._owners:
                return self._owners[key]
        return None

    @cached_property
    def _owners(self) -> dict[str, tuple[str | None, str]]:
        out: dict[str, tuple[str | None, str]] = {}
        for name, code, kind in owner_names():
            out.setdefault(f"={name}" if is_abbreviation(name) else folded(name), (code, kind))
        for state in self:
            if state.kind == "state" and state.country:  # a ledger's own state owns bodies as others do
                for name in (state.name, *state.aliases):
                    out.setdefault(f"={name}" if is_abbreviation(name) else folded(name), (state.country, "name"))
        return out

    @cached_property
    def _foreign(self) -> dict[str, str]:
        return {name.casefold(): code.lower() for code, names in names_in_languages().items() for name in names}

    @cached_property
    def surnames(self) -> dict[str, list[Actor]]:
        """Persons by the word that the news calls them by alone."""
        out: defaultdict[str, list[Actor]] = defaultdict(list)
        for actor in self:
            if actor.kind == "person":
                for word in _surnames(actor):
                    out[word].append(actor)
        return out

    @cached_property
    def by_ends(self) -> dict[tuple[str, str], list[Actor]]:
        """Persons by the first and the last word of each of their full names."""
        out: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
        for actor in self:
            if actor.kind == "person":
                for name in (actor.name, *actor.aliases):
                    words = folded(name).split()
                    if len(words) > 1 and actor not in out[words[0], words[-1]]:
                        out[words[0], words[-1]].append(actor)
        return out

    @cached_property
    def holders(self) -> dict[str, list[Actor]]:
        """Persons by the actor whose office they hold, and by its state where it is a state's."""
        out: defaultdict[str, list[Actor]] = defaultdict(list)
        for actor in self:
            for of in dict.fromkeys(of for role in actor.roles for of in (role.of, self.owner_of(role.of))):
                out[of].append(actor)
        return out

    def owner_of(self, actor_id: str) -> str:
        """The state whose government or body an id is, by its code; the id itself where it is no state's."""
        actor = self.get(actor_id)
        if actor is None:
            head = actor_id.split("-")[0]
            return head.upper() if head in self._actors and len(head) == 3 else actor_id
        return actor.country if actor.country and actor.kind in _OF_STATE else actor_id

    def authority(self, country: str, on: date | None) -> Actor | None:
        """The government of a state on a day, lawful or not; of undated ones the last that still governs.

        >>> registry().authority("AFG", date(2019, 5, 1)).id, registry().authority("AFG", date(2025, 5, 1)).id
        ('afg-gov', 'afg-taliban-gov')
        """
        first = self._actors.get(f"{country.lower()}-gov")
        for rows in (self._named_authorities.get(country, ()), self._seated.get(country, ())):
            valid = [row for row in rows if (_is_in_force(row, on) if on else row.until is None)]
            best = max(valid, key=lambda row: row.since or "", default=None)
            if best:
                return best.actor
        return first

    def authorities(self, country: str) -> tuple[str, ...]:
        """The ids of all who have governed a state, where it was not always the same."""
        rows = (*self._named_authorities.get(country, ()), *self._seated.get(country, ()))
        return tuple(dict.fromkeys(row.actor.id for row in rows))

    @cached_property
    def _named_authorities(self) -> dict[str, list[Naming]]:
        out: defaultdict[str, list[Naming]] = defaultdict(list)
        for row in read_data("sayso.actors", "authorities.toml")["authority"]:
            actor = self._actors.get(row["actor"])
            if actor:
                out[row["country"]].append(Naming(actor, actor.name, "metonym", row.get("since"), row.get("until")))
        return dict(out)

    @cached_property
    def _seated(self) -> dict[str, list[Naming]]:
        """Governments whose row gives them the capital for a time; rival administrations only where a table says so."""
        out: defaultdict[str, list[Naming]] = defaultdict(list)
        for actor in self:
            if actor.kind != "government" or actor.country is None or not actor.seats:
                continue
            capitals = {folded(city) for city in capitals_of(actor.country)}
            for seat in actor.seats:
                if folded(seat.name) in capitals:
                    out[actor.country].append(Naming(actor, seat.name, "metonym", seat.since, seat.until))
        return dict(out)


def _is_in_force(row: Naming, on: date) -> bool:
    return holds(row.since, row.until, on) and holds(row.actor.since, row.actor.until, on)


_OF_STATE = frozenset(
    {"state", "government", "ministry", "military", "police", "intelligence", "parliament", "court", "agency", "office",
     "de-facto-authority"}
)  # fmt: skip


def _joined(known: Actor, more: Actor) -> Actor:
    """Two rows of one id: the later one's words where it has them, the names of both."""
    return replace(
        more,
        country=more.country or known.country,
        sector=more.sector or known.sector,
        parent=more.parent or known.parent,
        aliases=tuple(dict.fromkeys((*known.aliases, *more.aliases, *_former(known, more)))),
        loaded=tuple(dict.fromkeys((*known.loaded, *more.loaded))),
        ambiguous=tuple(dict.fromkeys((*known.ambiguous, *more.ambiguous))),
        since=min(filter(None, (more.since, known.since)), default=None),
        until=max(filter(None, (more.until, known.until)), default=None),
        seats=tuple(dict.fromkeys((*known.seats, *more.seats))),
        roles=tuple(dict.fromkeys((*known.roles, *more.roles))),
        names=tuple(dict.fromkeys((*known.names, *more.names))),
    )


def _former(known: Actor, more: Actor) -> tuple[str, ...]:
    return (known.name,) if known.name != more.name and known.id != f"{(known.country or '').lower()}-gov" else ()


def _namings(actor: Actor, row: Actor, rank: int) -> Iterator[Naming]:
    """The namings that one row adds to an actor; what is ambiguous or bounded in any of its rows is so in all."""
    doubtful = {folded(name) for name in actor.ambiguous}
    generic = _generic() if actor.country and actor.kind != "person" else frozenset[str]()
    bounded = {folded(use.name) for use in actor.names}

    def naming(name: str, how: str, since: str | None = None, until: str | None = None) -> Naming:
        unsure = bool(doubtful) and folded(name) in doubtful
        unsure = unsure or (bool(generic) and generic.issuperset(name.lower().split()) and how != "metonym")
        return Naming(actor, name, how, since, until, unsure, rank)

    if not (bounded and folded(row.name) in bounded) and not _is_by_pattern(row):
        yield naming(row.name, "name" if row.name == actor.name else "alias")
    yield from (naming(alias, "alias") for alias in row.aliases if not (bounded and folded(alias) in bounded))
    yield from (naming(use.name, "alias", use.since, use.until) for use in row.names)
    yield from (naming(word.name, "loaded") for word in row.loaded)
    yield from (naming(seat.name, "metonym", seat.since, seat.until) for seat in row.seats)


@cache
def _generic() -> frozenset[str]:
    """Words of which many states' bodies and movements are made: `National Liberation Army` alone is nobody's."""
    return frozenset(read_data("sayso.actors", "mentions.toml")["generic"])


def _is_by_pattern(row: Actor) -> bool:
    """Is a name left to the patterns? Who the `Government of Peru` is depends on the day."""
    return row.kind == "government" and row.name == f"Government of {state_name(row.country or '')}"


def _surnames(actor: Actor) -> Iterator[str]:
    words = folded(actor.name).split()
    yield words[-1]
    if len(words) > 1 and actor.country in _SPOKEN_FOR:
        yield words[0]
    yield from (folded(alias) for alias in actor.aliases if " " not in alias and folded(alias) != words[-1])


def read_rows(data: Iterable[tuple[str, bytes]]) -> list[Actor]:
    """The actors of data files; ValueError names file, row and key of what cannot be used."""
    out: list[Actor] = []
    for name, held in data:
        table = tomllib.loads(held.decode())
        for row in table.get("actor", []):
            row.setdefault("source", table.get("source"))
            out.append(actor_of(row, name))
    return out


@cache
def shipped() -> tuple[Actor, ...]:
    """The rows of the package's own data files, states aside: as compiled, or from the files where those are newer."""
    with uncollected():
        data = sources()
        return read_compiled(digest_of(data)) or tuple(read_rows(data))


@cache
def _with_own(own: tuple[Actor, ...]) -> Registry:
    with uncollected():
        return Registry(shipped(), own)


def registry(own: Sequence[Actor] = ()) -> Registry:
    """The registry of the package, with a ledger's own actors added to it; read once.

    >>> "per-gov" in registry()
    True
    """
    return _with_own(tuple(own))
