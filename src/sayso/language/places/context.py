"""What a document's names tell of each other: groups and what is believed of each in, evidence for one of them out.

Beliefs are a probability for every candidate of every group. Names tell by the countries and provinces they lie in, by
how near they lie, and by what the text puts into what. Groups of one name are no evidence for each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.language.places.gazetteer import CURATED, Block
from sayso.language.places.layout import KINDS
from sayso.language.places.mentions import Container, Group
from sayso.language.places.spelling import key

__all__ = ["Context"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_EARTH_KM = 6371.0
_REACH_KM = 30.0
_REACHES = {"district": 60.0, "city": 30.0}
_AREA_KM = 250.0
"""How far from the middle of a district, a city, a curated place what lies in it may lie."""
_FLOOR = 0.01
_BESIDE = 200
_TOP = 5
_MOST = 3
_LIKELY = 0.5
_OF_CITY = 0.02
"""What a city weighs against a country or a province as that into which a text puts another place."""


class Context:
    """The likeliest candidates of every group, laid side by side, each with its mass of belief."""

    def __init__(self, found: Sequence[Group], beliefs: Sequence[Floats], hint: int | None = None) -> None:
        self._groups = found
        self._beliefs = beliefs
        self._hint = hint
        self._keys = [key(group.name) for group in found]
        self._first = {keyed: at for at, keyed in reversed(list(enumerate(self._keys)))}
        self._names = np.array([self._first[keyed] for keyed in self._keys], dtype=np.int64)
        self._starts = _joined([np.array(group.starts, dtype=np.int64) for group in found])
        self._starting = np.repeat(np.arange(len(found)), [len(group.starts) for group in found])
        self._holders = {held.key for group in found for held in group.containers if held.how == "comma"}
        tops = [np.argsort(-belief, kind="stable")[:_TOP] for belief in beliefs]
        each = list(zip(found, beliefs, tops, strict=True))
        self._of = _joined([np.full(len(top), at) for at, top in enumerate(tops)]).astype(np.int64)
        self._mass = _joined([belief[top] * min(len(group.starts), _MOST) for group, belief, top in each])
        self._country = _joined([group.block.country[top] for group, _, top in each])
        self._province = _joined([group.block.province[top] for group, _, top in each])
        self._small = _joined([_is_small(group.block)[top] for group, _, top in each]).astype(np.bool_)
        self._sphere = np.concatenate([np.zeros((0, 3)), *(group.block.sphere[top] for group, _, top in each)])

    def country_share(self, at: int, *, beside: bool = False) -> Floats:
        """How much of the other names lies in each candidate's country; `beside` asks those near it in the text."""
        which = self._others(at) & (self._beside(at) if beside else True)
        return _share(self._groups[at].block.country, self._country[which], self._mass[which])

    def province_share(self, at: int) -> Floats:
        """How much of the other names lies in each candidate's province."""
        which = self._others(at)
        return _share(self._groups[at].block.province, self._province[which], self._mass[which])

    def near(self, at: int) -> Floats:
        """How much of the other names lies near each candidate, as a logarithm; 0 of countries and provinces."""
        block, which = self._groups[at].block, self._others(at) & self._small
        if not which.any():
            return np.zeros(len(block))
        close = np.exp(-_kilometres(block.sphere, self._sphere[which]) / _REACH_KM) @ self._mass[which]
        return np.asarray(np.log(close / _FLOOR + 1) * _is_small(block))

    def inside(self, at: int, how: str, *, broad: bool = True) -> Floats:
        """How sure it is that each candidate lies in a country or province that the text puts the name into.

        Not `broad`, in a district: those bear the names of towns, so that a list of towns looks alike.
        """
        block = self._groups[at].block
        out = np.zeros(len(block))
        for container in self._groups[at].containers:
            if container.how == how:
                belief = self._believed(container) * (_is_small(container.block) != broad)
                out = np.maximum(out, _within(block, container.block) @ belief)
        return out

    def holds(self, at: int) -> Flags:
        """Countries and provinces of a name that the text puts others into."""
        return ~_is_small(self._groups[at].block) & (self._keys[at] in self._holders)

    def is_hint(self, at: int) -> Flags:
        """Candidates in the country of the source."""
        country = self._groups[at].block.country
        return np.asarray((country == self._hint) if self._hint is not None else np.zeros(len(country), dtype=np.bool_))

    def put_into(self, at: int) -> tuple[Block, int, float] | None:
        """The country or province that the text puts a name into: its block, its number there, how sure it is."""
        for container in self._groups[at].containers:
            belief = self._believed(container) * ~_is_small(container.block)
            best = int(np.argmax(belief))
            if container.key != self._keys[at] and belief[best] > _LIKELY:
                return container.block, best, float(belief[best])
        return None

    def at_home(self, at: int, *, province: bool = False) -> tuple[int, float, float]:
        """The country, or province, that most of the other names lie in, its share of them, and how much they are."""
        where = self._province if province else self._country
        which = self._others(at) & (self._country >= 0)
        numbers, back = np.unique(where[which].astype(np.int64), return_inverse=True)
        shares = np.bincount(back, self._mass[which]) * (numbers >= 0)
        if not len(shares):
            return -1, 0.0, 0.0
        best, whole = int(np.argmax(shares)), float(self._mass[which].sum())
        return int(numbers[best]), float(shares[best]) / whole, whole

    def _others(self, at: int) -> Flags:
        return np.asarray((self._names != self._names[at])[self._of])

    def _beside(self, at: int) -> Flags:
        mine = np.sort(self._starts[self._starting == at])
        after = np.searchsorted(mine, self._starts - _BESIDE, "right")
        near = after < np.searchsorted(mine, self._starts + _BESIDE)
        return np.asarray((np.bincount(self._starting[near], minlength=len(self._groups)) > 0)[self._of])

    def _believed(self, container: Container) -> Floats:
        """What is believed of a container, by the group of its name or, where it is no mention, by its people."""
        at = self._first.get(container.key)
        if at is not None and len(self._groups[at].block) == len(container.block):
            return self._beliefs[at]
        people = container.block.people + 1
        people = np.where(container.block.kind == KINDS.index("city"), people * _OF_CITY, people)
        return np.asarray(people / people.sum())


def _within(block: Block, outer: Block) -> Floats:
    """Which candidates (rows) lie in which of the outer places (columns)."""
    far = _kilometres(block.sphere, outer.sphere)
    same = block.country[:, None] == outer.country[None, :]
    other = block.numbers[:, None] != outer.numbers[None, :]
    smaller = other & (block.kind != KINDS.index("country"))[:, None]
    lies = {
        "country": same,
        "province": block.province[:, None] == outer.province[None, :],
        **{kind: same & (far < reach) for kind, reach in _REACHES.items()},
    }
    out = (outer.kind == CURATED)[None, :] & (far < _AREA_KM)
    for at, kind in enumerate(KINDS):
        out = np.where((outer.kind == at)[None, :], lies[kind], out)
    return np.asarray(out & smaller, dtype=np.float64)


def _kilometres(here: Floats, there: Floats) -> Floats:
    return np.asarray(_EARTH_KM * np.arccos(np.clip(here @ there.T, -1, 1)))


def _share(mine: NDArray[np.int64], theirs: NDArray[np.int64], mass: Floats) -> Floats:
    """The share of the mass that lies where each candidate lies; nothing lies nowhere (-1)."""
    total = mass.sum()
    if not total:
        return np.zeros(len(mine))
    same = (mine[:, None] == theirs[None, :]) & (mine >= 0)[:, None]
    return np.asarray(same @ mass / total)


def _is_small(block: Block) -> Flags:
    """What lies in one place on the map: no country and no province."""
    return np.asarray((block.kind != KINDS.index("country")) & (block.kind != KINDS.index("province")))


def _joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0)
