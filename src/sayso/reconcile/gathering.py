"""The parties of one article's rows in, its actors out: what all mentions of one name tell together.

An article means one person by one name, unless it tells of two states or of bodies that have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.reconcile.naming import BODY, OFFICE, OPEN, PERSON, Named
from sayso.reconcile.parting import Bearer, joined, parted
from sayso.reconcile.spelling import words_of

__all__ = ["Signature", "bearer_of", "gathered"]


class Signature(NamedTuple):
    """What is told of an actor, apart from how often: articles that tell the same share it.

    `article` is set where nothing but the article tells who is meant: one word, no office and no body.
    """

    family: str
    key: str
    single: bool
    country: str
    guess: str
    roles: tuple[str, ...]
    of: tuple[str, ...]
    article: str
    apart: bool
    """Does the article know another of this name?"""


def bearer_of(told: Signature | Named, family: str = "") -> Bearer:
    """What a signature or a party tells, ready to be compared; of a person not what kind of body it was taken for."""
    roles = told.roles if isinstance(told, Signature) else (told.role,) if told.role else ()
    guesses = frozenset((told.guess,)) if told.guess else frozenset[str]()
    of = (body for body in told.of if family != PERSON or not body.startswith("="))
    return Bearer(told.country, guesses, frozenset(roles), frozenset(of))


def gathered(article: str, parties: Iterable[Named]) -> Iterator[tuple[Named, Signature]]:
    """Each different party of an article with the signature of its actor; none for who may be either of two.

    >>> from sayso.reconcile.naming import named_in
    >>> short = named_in({"name": "Ana Rovik", "kind": "person"})
    >>> long = named_in({"name": "Ana Rovik", "kind": "person", "country": "PER", "role": "mayor"})
    >>> {(told.country, told.roles) for _, told in gathered("art-1", [short, long])}
    {('PER', ('mayor',))}
    """
    by_key: dict[str, dict[Named, None]] = {}
    for party in parties:
        by_key.setdefault(party.key, {})[party] = None
    for rows in by_key.values():
        for family, same in _families(rows):
            yield from _signed(article, family, same)


def _families(rows: Iterable[Named]) -> Iterator[tuple[str, list[Named]]]:
    """Persons and bodies of one name apart; what is not told goes with the one kind there is."""
    out: dict[str, list[Named]] = {}
    kinds = {one.family for one in rows}
    for one in rows:
        out.setdefault(_family(one.family, kinds), []).append(one)
    yield from out.items()


def _family(family: str, kinds: set[str]) -> str:
    office = next((kind for kind in (PERSON, BODY) if kind in kinds), OFFICE)
    if family == OFFICE:
        return office
    sure = {office if kind == OFFICE else kind for kind in kinds - {OPEN}}
    return sure.pop() if family == OPEN and len(sure) == 1 else family


def _signed(article: str, family: str, rows: Sequence[Named]) -> Iterator[tuple[Named, Signature]]:
    bearers = [bearer_of(one, family) for one in rows]
    labels = parted(bearers, apart=True, within=True) if len(rows) > 1 else [("", "")]
    groups = {label: [at for at, own in enumerate(labels) if own == label] for label in labels if label}
    apart = len(groups) > len({state for state, _ in groups})
    for group in groups.values():
        told = _signature(article, family, rows[group[0]], joined(bearers[at] for at in group), apart)
        yield from ((rows[at], told) for at in group)


def _signature(article: str, family: str, one: Named, all_told: Bearer, apart: bool) -> Signature:
    guess = "" if all_told.country else all_told.guess
    alone = one.single and not (
        (all_told.country or guess) and (all_told.of or all_told.roles - words_of("common_roles"))
    )
    return Signature(
        family,
        one.key,
        one.single,
        all_told.country,
        guess,
        tuple(sorted(all_told.roles)),
        tuple(sorted(all_told.of)),
        article if alone else "",
        apart,
    )
