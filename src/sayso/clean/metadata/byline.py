"""The authors out of several statements of them: metadata in, names of persons (or a desk) in order out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.clean.metadata.authors import clean_names, is_person, name_key
from sayso.clean.metadata.weigh import weight
from sayso.model import Metadatum

__all__ = ["Authors", "Standing", "settle_authors"]

_NEAR = 2_500
_NEAR_METHODS = ("html.byline", "html.by")
"""Of these the first that names somebody, and what stands near it, speak of this article; later ones of others."""

Standing = Literal["given", "chosen", "agrees", "conflicts"]


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors settled on, every name that any source gave, and the standing of each statement by its identity."""

    names: tuple[str, ...]
    named: tuple[str, ...]
    standing: dict[int, Standing] = field(default_factory=dict)


def settle_authors(found: Sequence[Metadatum], *, outlets: Sequence[str]) -> Authors:
    """The names of the most reliable source that names a person; else of the most reliable that names a desk."""
    statements = [g for g in found if g.field == "author"]
    groups: dict[str, list[Metadatum]] = {}
    for given in statements:
        groups.setdefault(given.method, []).append(given)
    houses = {name_key(name) for name in outlets}
    ordered = sorted(groups, key=lambda method: -weight("author", method))
    said = {given.value: clean_names(given.value) for given in statements}
    read = {method: _names(groups[method], said) for method in ordered}
    read = {method: names for method, names in read.items() if names}
    chosen = next((m for m, names in read.items() if _has_person(names, houses)), next(iter(read), None))
    names = _persons_first(read[chosen], houses) if chosen else ()
    everyone = tuple(name for names in read.values() for name in names)
    return Authors(names, everyone, _standing(statements, said, chosen, names))


def _names(group: Sequence[Metadatum], said: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    out: dict[str, str] = {}
    first: int | None = None
    for given in group:
        if first is not None and given.method in _NEAR_METHODS and given.raw and given.raw[0] > first + _NEAR:
            break
        names = said[given.value]
        if names and given.raw and first is None:
            first = given.raw[0]
        for name in names:
            out.setdefault(name_key(name), name)
    out.pop("", None)
    return tuple(name for key, name in out.items() if not _glued(key, out))


def _glued(key: str, keys: Iterable[str]) -> bool:
    """Is this name made of others that stand in the same byline, without a mark between them?"""
    rest = key
    for other in sorted((k for k in keys if k != key), key=lambda k: (key.find(k), -len(k))):
        rest = rest.removeprefix(other)
    return rest == ""


def _has_person(names: Sequence[str], houses: set[str]) -> bool:
    return any(is_person(name) and name_key(name) not in houses for name in names)


def _persons_first(names: tuple[str, ...], houses: set[str]) -> tuple[str, ...]:
    """An outlet's own name beside a person's is no author; an agency beside a person stays."""
    if not _has_person(names, houses):
        return names
    return tuple(name for name in names if name_key(name) not in houses)


def _standing(
    statements: Sequence[Metadatum], said: Mapping[str, tuple[str, ...]], chosen: str | None, names: Sequence[str]
) -> dict[int, Standing]:
    keys = {name_key(name) for name in names}
    out: dict[int, Standing] = {}
    for given in statements:
        named = {name_key(name) for name in said[given.value]}
        if given.method == chosen:
            out[id(given)] = "chosen" if named & keys else "conflicts"
        else:
            out[id(given)] = "agrees" if named and named <= keys else "conflicts"
    return out
