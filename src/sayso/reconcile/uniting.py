"""Signatures of actors from all articles in, one id for each of them out: the same id for those who are one.

A wrong union is worse than a missed one. Two words of a name unite unless states contradict; one word alone unites only
with its state and an office or body; other spellings of a name only where state and office or body agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations

from sayso.model import sha256_of
from sayso.reconcile.gathering import Signature, bearer_of
from sayso.reconcile.naming import BODY, OFFICE, OPEN, PERSON
from sayso.reconcile.parting import Bearer, agree, clash, grouped, joined, parted
from sayso.reconcile.spelling import variant_key

__all__ = ["united"]

Key = tuple[str, str, str, str]
"""Family, name, state and what else tells an actor from others of its name: one for each actor."""
Numbered = tuple[Signature, int]


def united(signatures: Collection[Signature]) -> list[str]:
    """The id of the actor of each signature, in the order they come.

    >>> told = Signature("person", "ana rovik", False, "PER", "", (), (), "", False)
    >>> one, other = united([told, told._replace(country="")])
    >>> one == other
    True
    """
    keys: dict[int, Key] = {}
    varied: dict[Key, Bearer] = {}
    for (family, _), same in _by_name(signatures).items():
        if same[0][0].single:
            keys |= _of_word(family, same)
            continue
        found = _of_name(family, same)
        keys |= found
        if family == PERSON:
            varied |= _bearers(same, found)
    canonical = _spelled_alike(varied)
    return [_id(canonical.get(keys[number], keys[number])) for number in range(len(keys))]


def _id(key: Key) -> str:
    return f"a-{sha256_of(repr(key).encode())[:16]}"


def _by_name(signatures: Iterable[Signature]) -> dict[tuple[str, str], list[Numbered]]:
    """Signatures by family and name, each list in an order of its own."""
    rows = sorted((one, number) for number, one in enumerate(signatures))
    families: defaultdict[str, set[str]] = defaultdict(set)
    for one, _ in rows:
        families[one.key].add(one.family)
    out: defaultdict[tuple[str, str], list[Numbered]] = defaultdict(list)
    for one, number in rows:
        out[_family(one, families[one.key]), one.key].append((one, number))
    return out


def _family(one: Signature, families: set[str]) -> str:
    """Whoever acts for a state is the person of that name, where one is known; no kind told goes with the only one."""
    office = PERSON if PERSON in families and not one.single else BODY
    if one.family == OFFICE:
        return office
    sure = {office if family == OFFICE else family for family in families - {OPEN}}
    return sure.pop() if one.family == OPEN and len(sure) == 1 else one.family


def _of_name(family: str, same: Sequence[Numbered]) -> dict[int, Key]:
    """The actors of one full name."""
    apart = any(one.apart for one, _ in same)
    labels = parted([bearer_of(one) for one, _ in same], apart=apart)
    return {number: (family, one.key, *(label or ("", ""))) for (one, number), label in zip(same, labels, strict=True)}


def _of_word(family: str, same: Sequence[Numbered]) -> dict[int, Key]:
    """The actors of one word: an article's own, or of one state, with an office, a body or a kind in common."""
    out: dict[int, Key] = {}
    by_state: defaultdict[str, list[Numbered]] = defaultdict(list)
    for one, number in same:
        if one.article:
            out[number] = (family, one.key, one.country or one.guess, f"in {one.article}")
        else:
            by_state[one.country or one.guess].append((one, number))
    for state, rows in by_state.items():
        bearers = [bearer_of(one) for one, _ in rows]
        for group in grouped(range(len(rows)), partial(_agree_strictly, bearers)):
            for part in _undivided(group, bearers):
                told = min((rows[at][0].roles, rows[at][0].of) for at in part)
                out |= {rows[at][1]: (family, rows[at][0].key, state, repr(told)) for at in part}
    return out


def _agree_strictly(bearers: Sequence[Bearer], one: int, other: int) -> bool:
    return agree(bearers[one], bearers[other], strictly=True)


def _agree(bearers: Sequence[Bearer], one: int, other: int) -> bool:
    return agree(bearers[one], bearers[other])


def _undivided(group: list[int], bearers: Sequence[Bearer]) -> list[list[int]]:
    """A group whose members do not contradict each other; else each of them alone."""
    if any(clash(bearers[one], bearers[other]) for one, other in combinations(group, 2)):
        return [[at] for at in group]
    return [group]


def _bearers(same: Sequence[Numbered], keys: Mapping[int, Key]) -> dict[Key, Bearer]:
    """What is told together of each actor of a name whose state is known."""
    told: defaultdict[Key, list[Bearer]] = defaultdict(list)
    for one, number in same:
        if keys[number][2]:
            told[keys[number]].append(bearer_of(one))
    return {key: joined(bearers) for key, bearers in told.items()}


def _spelled_alike(actors: Mapping[Key, Bearer]) -> dict[Key, Key]:
    """For each actor, the first of those who are spelled alike, are of one state, and agree in office or body."""
    alike: defaultdict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in sorted(actors):
        alike[variant_key(key[1]), key[2]].append(key)
    out: dict[Key, Key] = {}
    for keys in alike.values():
        bearers = [actors[key] for key in keys]
        for group in grouped(range(len(keys)), partial(_agree, bearers)):
            if _is_one(group, keys, bearers):
                out |= {keys[at]: keys[min(group)] for at in group}
    return out


def _is_one(group: Sequence[int], keys: Sequence[Key], bearers: Sequence[Bearer]) -> bool:
    """Not if two of one spelling were kept apart, or any two contradict each other."""
    names = [keys[at][1] for at in group]
    return len(set(names)) == len(names) and len(_undivided(list(group), bearers)) == 1
