"""Rows of table `actors`: what the pile tells of an actor, counted, in; name, aliases, kind, state and roles out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sayso.reconcile.naming import role_key
from sayso.reconcile.spelling import folded, words_of

__all__ = ["KnownActor", "KnownActors", "KnownOffice", "Tally", "known_row", "ledger_row", "most_told"]

Row = dict[str, Any]

_FEW = 8
"""Of the names that the registry has for an actor, how many the row gives beside those met."""
_COMMON = 4
"""A fuller form is the name if it is met at least once for so many times of the most common."""


class KnownOffice(Protocol):
    """An office that a registry tells of, as `sayso.actors.Office` does."""

    @property
    def role(self) -> str:
        """What it is called."""

    @property
    def of(self) -> str:
        """The id of the actor that it is an office of."""

    @property
    def since(self) -> str | None:
        """From when it is held, an ISO 8601 prefix."""

    @property
    def until(self) -> str | None:
        """To when."""


class KnownActor(Protocol):
    """What a registry tells of an actor, as `sayso.actors.Actor` does."""

    @property
    def name(self) -> str:
        """Its name in English."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-3."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called."""

    @property
    def roles(self) -> Sequence[KnownOffice]:
        """Offices held."""


class KnownActors(Protocol):
    """A registry: the actor of an id, None where it has none; `sayso.actors.Registry` and any dict."""

    def get(self, actor_id: str, /) -> KnownActor | None:
        """The actor of an id."""


class Tally:
    """How often each word was met in each place: form, kind, country, guess, role, alias."""

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, place: str, word: str, count: int = 1) -> None:
        """Count a word; none where there is none."""
        if word:
            key = sys.intern(f"{place}\0{word}")  # the same few stand in many tallies
            self._counts[key] = self._counts.get(key, 0) + count

    def of(self, place: str) -> dict[str, int]:
        """The words met in a place, with how often.

        >>> tally = Tally()
        >>> tally.add("kind", "person", 2)
        >>> tally.of("kind"), tally.of("form")
        ({'person': 2}, {})
        """
        start = f"{place}\0"
        return {key[len(start) :]: count for key, count in self._counts.items() if key.startswith(start)}

    def update(self, other: Tally) -> None:
        """Add what another has counted."""
        for place_and_word, count in other._counts.items():
            self._counts[place_and_word] = self._counts.get(place_and_word, 0) + count


def ledger_row(actor_id: str, tallies: Iterable[Tally]) -> Row:
    """The row of an actor that the pile alone knows.

    >>> tally = Tally()
    >>> tally.add("form", "Ana Rovik")
    >>> tally.add("role", "mayor\\nTarva")
    >>> ledger_row("a-1", [tally])["roles"]
    [{'role': 'mayor', 'of': 'Tarva', 'from': None, 'to': None}]
    """
    told = Tally()
    for tally in tallies:
        told.update(tally)
    forms, kinds = told.of("form"), told.of("kind")
    name = _fullest(forms)
    others = _by_count(forms) + _by_count(told.of("alias"))
    return {
        "id": actor_id,
        "name": name,
        "aliases": [form for form in dict.fromkeys(others) if form != name],
        "kind": "person" if "person" in kinds else most_told(kinds),
        "country": most_told(told.of("country")) or most_told(told.of("guess")),
        "roles": _roles(told.of("role")),
    }


def known_row(actor_id: str, met: Tally, known: KnownActor | None) -> Row | None:
    """The row of an actor whose id the rows bear: as the registry tells of it, with the names met in the pile first.

    A body that a registry makes by a pattern may be none of its rows; then what was met is all, and None where nothing
    was (a body that only others are told to belong to).
    """
    forms = [form for form in _by_count(met.of("form")) if _is_a_name(form)]
    if known is None:
        return _met_row(actor_id, met, forms)
    if known.kind == "person":  # `the ASEAN chair` tells of an office, not of a name
        own = {word for name in (known.name, *known.aliases) for word in folded(name).split()}
        forms = [form for form in forms if own.intersection(folded(form).split())]
    seen = {folded(known.name), *(folded(form) for form in forms)}
    few = [alias for alias in known.aliases if folded(alias) not in seen][:_FEW]
    return {
        "id": actor_id,
        "name": known.name,
        "aliases": [form for form in dict.fromkeys(forms + few) if form != known.name],
        "kind": known.kind,
        "country": known.country,
        "roles": [{"role": one.role, "of": one.of, "from": one.since, "to": one.until} for one in known.roles],
    }


def _met_row(actor_id: str, met: Tally, forms: list[str]) -> Row | None:
    name = _fullest(met.of("form"))
    return (
        {
            "id": actor_id,
            "name": name,
            "aliases": [form for form in forms if form != name],
            "kind": most_told(met.of("kind")),
            "country": most_told(met.of("country")),
            "roles": [],
        }
        if name
        else None
    )


def _is_a_name(form: str) -> bool:
    """`the General Staff`, not `its troops`: something in capitals, and no end that many share."""
    words = folded(form).split()
    return bool(words) and words[-1] not in words_of("unnamed") and any(letter.isupper() for letter in form)


def _by_count(words: dict[str, int]) -> list[str]:
    return sorted(words, key=lambda word: (-words[word], word))


def most_told(words: dict[str, int]) -> str | None:
    """The word met most often, of two as often the first in order; None where none was.

    >>> most_told({"PER": 2, "CHL": 1})
    'PER'
    """
    return _by_count(words)[0] if words else None


def _fullest(forms: dict[str, int]) -> str:
    """The longest of the forms often met; of two as long the one more often, in mixed case, first in order."""
    often = max(forms.values(), default=0)
    common = [form for form, count in forms.items() if count * _COMMON >= often]
    return min(common, key=lambda form: (form.isupper(), -len(form.split()), -forms[form], form), default="")


def _roles(told: dict[str, int]) -> list[Row]:
    """Offices, the most told first; one without its body only where none of that name has one."""
    rows: dict[tuple[str, str], tuple[str, str]] = {}
    for line in _by_count(told):
        role, _, of = line.partition("\n")
        rows.setdefault((role_key(role), folded(of)), (role, of))
    by_role: dict[str, list[str]] = {}
    for role, of in rows:
        by_role.setdefault(role, []).append(of)
    return [
        {"role": role, "of": of or None, "from": None, "to": None}
        for (key, body), (role, of) in rows.items()
        if body == _first_telling(by_role[key]) or not _is_vague(body)
    ]


def _first_telling(bodies: list[str]) -> str:
    """Of the bodies told with an office, most told first, one that says which; else one in common words, else none."""
    return min(bodies, key=lambda body: (not body, _is_vague(body)))


def _is_vague(body: str) -> bool:
    return words_of("generic").issuperset(body.split())
