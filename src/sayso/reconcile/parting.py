"""Who of one name is who: what articles tell of bearers of a name in, the person or body each belongs to out.

Two who are told of different states are two. Whoever tells no state goes with the only one there is; of several, with
the one whose office or body agrees; else with none. The order of what comes in changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.reconcile.spelling import words_of

__all__ = ["Bearer", "agree", "clash", "grouped", "joined", "parted"]

Label = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bearer:
    """What is told of a bearer of a name: the state told, those guessed, roles and bodies as keys."""

    country: str = ""
    guesses: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()

    @property
    def guess(self) -> str:
        """The one state that is guessed."""
        return next(iter(self.guesses)) if len(self.guesses) == 1 else ""


def joined(bearers: Iterable[Bearer]) -> Bearer:
    """What several tell together; of several states none.

    >>> joined([Bearer("PER"), Bearer(roles=frozenset({"mayor"}))]).country
    'PER'
    """
    rows = list(bearers)
    countries = {one.country for one in rows} - {""}
    return Bearer(
        next(iter(countries)) if len(countries) == 1 else "",
        frozenset().union(*(one.guesses for one in rows)),
        frozenset().union(*(one.roles for one in rows)),
        frozenset().union(*(one.of for one in rows)),
    )


def agree(one: Bearer, other: Bearer, *, strictly: bool = False) -> bool:
    """Do two share a body, or an office that few hold? Strictly: and tell no other body or office at all?

    >>> agree(Bearer(of=frozenset({"rovik front"})), Bearer(of=frozenset({"rovik front"})))
    True
    >>> agree(Bearer(roles=frozenset({"farmer"})), Bearer(roles=frozenset({"farmer"})))
    False
    """
    if one.of & other.of:
        return not strictly or not one.roles or not other.roles or bool(one.roles & other.roles)
    if _differ(one.of, other.of):
        return False
    return bool((one.roles & other.roles) - words_of("common_roles"))


def clash(one: Bearer, other: Bearer) -> bool:
    """Are two told of bodies that have nothing to do with each other, and of no office that would be the same?

    >>> clash(Bearer(of=frozenset({"tarva bank"})), Bearer(of=frozenset({"rovik front"})))
    True
    """
    return _differ(one.of, other.of) and not (one.roles & other.roles) - words_of("spoken_roles")


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or one & other:
        return False
    words = [{word for name in names if name[0] not in "@=" for word in name.split()} for names in (one, other)]
    return not words[0] & words[1] - words_of("particles")


def parted(bearers: Sequence[Bearer], *, apart: bool, within: bool = False) -> list[Label | None]:
    """A label for each bearer of one name: the same for those who are one.

    `apart`: different bodies make two people. `within` one article a guessed state stands back behind a told one, and
    whoever may be either of two gets None; across articles they are one more, of whom no state is known.

    >>> parted([Bearer("PER"), Bearer("CHL"), Bearer()], apart=False)
    [('PER', ''), ('CHL', ''), ('', '')]
    >>> parted([Bearer("PER"), Bearer()], apart=False)
    [('PER', ''), ('PER', '')]
    """
    states = _by_state(bearers, within)
    if not apart:
        return [None if state is None else (state, "") for state in states]
    out: list[Label | None] = [None] * len(bearers)
    for state in {state for state in states if state is not None}:
        own = [at for at, other in enumerate(states) if other == state]
        for at, body in zip(own, _by_body([bearers[at] for at in own], within), strict=True):
            out[at] = None if body is None else (state, body)
    return out


def _by_state(bearers: Sequence[Bearer], within: bool) -> list[str | None]:
    told = {one.country for one in bearers} - {""}
    guessed = {} if within else _guessed(bearers, told)
    states: list[str | None] = [
        one.country or (one.guess if one.guess in told else guessed.get(one.guess)) for one in bearers
    ]
    open_ones = [at for at, state in enumerate(states) if state is None]
    return _attached(bearers, states, open_ones, None if within else "")


def _guessed(bearers: Sequence[Bearer], told: set[str]) -> dict[str, str]:
    """The state under which each guess goes: its own, or that of whoever shares a body or national office.

    A dateline tells no more than where one writes.
    """
    rows: dict[str, list[Bearer]] = {}
    for one in bearers:
        if one.country in told or (one.guess and one.guess not in told):
            rows.setdefault(one.country or one.guess, []).append(one)
    offices = {state: _telling(joined(ones)) for state, ones in rows.items()}
    of: dict[str, str] = {}
    for guess in sorted(rows.keys() - told):
        holders = [state for state in sorted(told) if offices[state] & offices[guess]]
        if told:
            of[guess] = holders[0] if len(holders) == 1 else guess
        else:
            of[guess] = min(_reached(guess, offices))
    return of


def _telling(one: Bearer) -> frozenset[str]:
    """National offices, and bodies whose names are no common words."""
    bodies = (body for body in one.of if not words_of("generic").issuperset(body.split()))
    return one.roles & words_of("national_offices") | frozenset(bodies)


def _reached(start: str, offices: dict[str, frozenset[str]]) -> set[str]:
    """The states that share an office with one, and those that share one with them."""
    found, new = {start}, [start]
    while new:
        one = new.pop()
        more = [state for state in offices if state not in found and offices[state] & offices[one]]
        found.update(more)
        new.extend(more)
    return found


def _attached(
    bearers: Sequence[Bearer], labels: list[str | None], open_ones: list[int], unsure: str | None
) -> list[str | None]:
    """Those without a label go with the only one there is, or the only one they agree with."""
    known = {
        label: joined(one for one, own in zip(bearers, labels, strict=True) if own == label)
        for label in {label for label in labels if label is not None}
    }
    out = list(labels)
    for at in open_ones:
        fitting = [label for label, one in known.items() if agree(bearers[at], one)] if len(known) > 1 else list(known)
        out[at] = fitting[0] if len(fitting) == 1 else unsure if known else ""
    return out


def _by_body(bearers: Sequence[Bearer], within: bool) -> list[str | None]:
    told = [at for at, one in enumerate(bearers) if one.of]
    groups = grouped(told, lambda one, other: not clash(bearers[one], bearers[other]))
    labels: list[str | None] = [None] * len(bearers)
    for group in groups:
        label = min(of for at in group for of in bearers[at].of)
        for at in group:
            labels[at] = label
    return _attached(bearers, labels, [at for at, one in enumerate(bearers) if not one.of], None if within else "")


def grouped(items: Iterable[int], same: Callable[[int, int], bool]) -> list[list[int]]:
    """Items in groups: any two that are the same, directly or by others between them, stand in one."""
    out: list[list[int]] = []
    for item in items:
        mine = [group for group in out if any(same(item, other) for other in group)]
        out = [group for group in out if group not in mine] + [[*(one for group in mine for one in group), item]]
    return out
