"""A seed in, an invented world out: states with their bodies and spokesmen, armed groups, places, observers, outlets.

Names are put together from syllables, each region in its own; country codes are of those that ISO 3166 leaves free.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from benchmarks.made_sentences import Someone, Spot

_SYLLABLES = (
    "b br ch d dr f g gr h j k kh kr l m n p pr q r s sh sk st t th tr v vl y z zh",
    "a e i o u aa ai ei ia io ou ua",
    "l m n r s t k d sh rn nd sk",
)
"""What a syllable begins with, its vowel, and what a name may end in."""
_RANKS = ("Colonel", "General", "Major", "Brigadier")


class Person(NamedTuple):
    """Somebody who speaks for a body: the whole name, the family name, what they are to the body, a rank."""

    name: str
    family: str
    role: str
    rank: str = ""

    @property
    def called(self) -> str:
        """The name with the rank."""
        return f"{self.rank} {self.name}".strip()


class Body(NamedTuple):
    """A body that speaks and acts, with those who speak for it."""

    who: Someone
    spokesmen: tuple[Person, ...]

    def told_by(self, person: Person) -> Someone:
        """The person as the speaker of a row."""
        of = self.who
        return Someone(person.name, "person", of.country, None, person.role, of.name, of.id)


class Side(NamedTuple):
    """A state or an armed group: what its forces are called, its bodies (the first fights), where it sits."""

    who: Someone
    adjective: str
    capital: str
    forces: tuple[str, ...]
    bodies: tuple[Body, ...]


class Dispute(NamedTuple):
    """Two sides, the places they fight over, and the others who speak of it."""

    sides: tuple[Side, Side]
    places: tuple[Spot, ...]
    others: tuple[Body, ...]
    outlets: tuple[str, ...]


class World(NamedTuple):
    """Everything that articles are told of."""

    disputes: tuple[Dispute, ...]
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]


class _Names:
    """Names of one region; none is given twice in a world."""

    def __init__(self, chance: random.Random, taken: set[str]) -> None:
        self.chance, self.taken = chance, taken
        onsets, vowels, codas = (row.split() for row in _SYLLABLES)
        self.onsets, self.vowels = chance.sample(onsets, 9), chance.sample(vowels, 4)
        self.codas = ["", "", *chance.sample(codas, 4)]
        self.given = [self.name() for _ in range(24)]

    def name(self, least: int = 2) -> str:
        """A name of two or three syllables."""
        pick = self.chance.choice
        while True:
            count = least + (self.chance.random() < 0.35)
            word = "".join(pick(self.onsets) + pick(self.vowels) for _ in range(count)) + pick(self.codas)
            word = word.capitalize()
            if word not in self.taken and 4 < len(word) < 12:
                self.taken.add(word)
                return word

    def person(self, role: str, titled: bool = False) -> Person:
        family = self.name()
        rank = self.chance.choice(_RANKS) if titled else ""
        return Person(f"{self.chance.choice(self.given)} {family}", family, role, rank)


def world(disputes: int, seed: int) -> World:
    """A world with some disputes, between states that have others besides, or a state and an armed group."""
    chance, taken = random.Random(f"world {seed}"), set[str]()
    states = [_state(_Names(chance, taken), code) for code in _codes(max(4, disputes // 3))]
    paper = _Names(chance, taken)
    agencies = tuple(f"{paper.name()} {kind}" for kind in ("Agency", "Press", "Newswire", "Agency", "Press") * 2)
    outlets = tuple(f"{paper.name()} {chance.choice(_PAPERS)}" for _ in range(60))
    made = tuple(_dispute(chance, taken, states, number) for number in range(disputes))
    return World(made, agencies, outlets)


_PAPERS = (
    "Times",
    "Post",
    "Herald",
    "Courier",
    "Tribune",
    "Observer",
    "Gazette",
    "Daily",
    "Standard",
    "Monitor",
    "Star",
)


def _codes(count: int) -> list[str]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [f"X{first}{second}" for first in letters for second in letters][:count]


def _state(names: _Names, code: str) -> Side:
    name = names.name()
    adjective = name.rstrip("aeiou") + names.chance.choice(("ian", "i", "ese"))
    key = code.lower()
    kinds = (
        ("army", f"{adjective} army", "military", "army spokesman", True),
        ("foreign", f"{adjective} foreign ministry", "government", "foreign ministry spokesman", False),
        ("defence", f"{adjective} defence ministry", "government", "defence ministry spokesman", False),
        ("president", f"{adjective} presidency", "government", "presidential spokesman", False),
        ("border", f"{adjective} border guard", "military", "border guard commander", True),
    )
    bodies = tuple(
        Body(
            Someone(called, kind, code, f"{key}-{slug}"),
            tuple(names.person(role, titled) for _ in range(2)),
        )
        for slug, called, kind, role, titled in kinds
    )
    forces = (f"{adjective} forces", f"{adjective} troops", f"{name}'s army")
    return Side(Someone(name, "state", code, key), adjective, names.name(), forces, bodies)


def _group(names: _Names, code: str, number: int) -> Side:
    name, what = names.name(), names.chance.choice(("Front", "Brigades", "Liberation Army", "Movement"))
    called = f"{name} {what}"
    key = f"group-{number}"
    bodies = (
        Body(Someone(called, "armed-group", code, key), tuple(names.person("group spokesman") for _ in range(2))),
        Body(
            Someone(f"{name} political bureau", "armed-group", code, f"{key}-bureau"),
            (names.person("political bureau member"), names.person("political bureau member")),
        ),
    )
    forces = (f"{name} fighters", f"fighters of the {called}", f"{name} units")
    return Side(Someone(called, "armed-group", code, key), name, names.name(), forces, bodies)


def _dispute(chance: random.Random, taken: set[str], states: list[Side], number: int) -> Dispute:
    names = _Names(chance, taken)
    first, second = chance.sample(states, 2)
    sides = (first, _group(names, first.who.country or "", number) if chance.random() < 0.4 else second)
    lat, lon = chance.uniform(-40, 55), chance.uniform(-110, 140)
    places = tuple(
        Spot(
            names.name(),
            first.who.country,
            round(lat + chance.uniform(-1, 1), 4),
            round(lon + chance.uniform(-1, 1), 4),
            chance.choice((1, 1, 1, 3)),
        )
        for _ in range(18)
    )
    outlets = tuple(f"{names.name()} {chance.choice(_PAPERS)}" for _ in range(8))
    return Dispute(sides, places, _others(names, number), outlets)


def _others(names: _Names, number: int) -> tuple[Body, ...]:
    """Those who are on neither side: a mission, aid workers, monitors, a hospital, a church, a union."""
    region = names.name()
    kinds = (
        ("mission", f"{region} observer mission", "mission", "mission spokeswoman"),
        ("relief", f"{region} Relief Committee", "organisation", "relief coordinator"),
        ("monitor", f"{region} Rights Monitor", "organisation", "director of research"),
        ("hospital", f"{region} district hospital", "organisation", "hospital director"),
        ("church", f"{region} diocese", "organisation", "vicar"),
        ("union", f"{region} Traders' Union", "organisation", "union chairman"),
    )
    return tuple(
        Body(Someone(called, kind, None, f"other-{number}-{slug}"), (names.person(role), names.person(role)))
        for slug, called, kind, role in kinds
    )
