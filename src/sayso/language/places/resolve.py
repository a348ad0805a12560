"""Which place each mention means: a text and its mentions in, a place with its precision and its rivals out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.places.beliefs import beliefs
from sayso.language.places.context import Context
from sayso.language.places.features import FEATURES
from sayso.language.places.gazetteer import Gazetteer, Place, default
from sayso.language.places.mentions import Group, groups, unmentioned

__all__ = ["Resolved", "resolve"]

_RIVALS = 3
_RIVAL_SHARE = 0.01
_REASONS = {
    "comma": "named after it",
    "in": "said to lie in it",
    "before": "named before it",
    "province told": "other names of its province",
    "country told": "other names of its country",
    "hint": "country of the source",
}
_SUPPORT = [FEATURES.index(name) for name in _REASONS if name != "province told"]
_WEAK = frozenset({"spelling", "near"})
"""Matches that count only where the document speaks of the country besides."""
_CHAPTER = 500
"""Mentions weighed together: the work grows with the square of their number."""
_SURE = 0.8
_LEAST = 2.0
"""Where this share of a document's names, two or more, lies in one country, a name that nobody knows lies there too."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The place a mention means, and the others it may mean, each with its share of belief.

    `country` is ISO 3166-1 alpha-3, all claimants joined by + where it is disputed, empty where the place has none.
    `precision` is 1 exact, 2 near (district), 3 province, 4 country. `how` tells what the name matched and what in the
    document spoke for the place. A name that no gazetteer knows has the kind `unknown`: it is placed no closer than
    the province or country that the text puts it into, or that the document is about.
    """

    name: str
    country: str
    lat: float
    lon: float
    precision: int
    kind: str
    score: float
    how: str
    alternatives: tuple[tuple[Place, float], ...] = ()


def resolve(
    text: str,
    mentions: Sequence[tuple[int, int]],
    country_hint: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> list[Resolved | None]:
    """The place of each mention (code points, end exclusive); None where neither name nor document tells of one.

    `country_hint` is the ISO 3166-1 alpha-3 code of where the document was written, if that is known.

    >>> text = "Police in Paris, Texas, and in Dallas said so."
    >>> [(place.name, place.country, place.lat) for place in resolve(text, [(10, 15), (31, 37)]) if place]
    [('Paris', 'USA', 33.6609), ('Dallas', 'USA', 32.7831)]
    """
    gazetteer = gazetteer or default()
    out: list[Resolved | None] = []
    for first in range(0, len(mentions), _CHAPTER):
        out += _chapter(text, mentions[first : first + _CHAPTER], country_hint, gazetteer)
    return out


def _chapter(
    text: str, mentions: Sequence[tuple[int, int]], country_hint: str | None, gazetteer: Gazetteer
) -> list[Resolved | None]:
    """Mentions that are weighed together."""
    hint = gazetteer.country_number(country_hint) if country_hint else None
    found = [*groups(text, mentions, gazetteer), *unmentioned(text, mentions, gazetteer)]
    believed, matrices = beliefs(found, hint)
    context = Context(found, believed, hint)
    out: list[Resolved | None] = [None] * len(mentions)
    for at, group in enumerate(found):
        if group.numbers:
            place = _known(gazetteer, group, believed[at], matrices[at]) or _unknown(gazetteer, group, context, at)
            for number in group.numbers:
                out[number] = place
    return out


def _known(gazetteer: Gazetteer, group: Group, belief: Floats, matrix: Floats) -> Resolved | None:
    """The likeliest candidate; none where the match is weak and in a country that nobody named."""
    if not len(belief):
        return None
    likely = group.block.country == _country(group.block.country, belief)
    best, *rivals = (int(at) for at in np.lexsort((-belief, ~likely))[: _RIVALS + 1])
    place = gazetteer.place(group.block, best)
    if place.match in _WEAK and not matrix[best][_SUPPORT].any():
        return None
    also = [(gazetteer.place(group.block, at), float(belief[at])) for at in rivals if belief[at] >= _RIVAL_SHARE]
    reasons = [told for name, told in _REASONS.items() if matrix[best][FEATURES.index(name)] > 0.5]
    how = "; ".join([f"{place.match} ({place.source})", *reasons])
    return _resolved(place, place.name, place.precision, place.kind, float(belief[best]), how, tuple(also))


def _unknown(gazetteer: Gazetteer, group: Group, context: Context, at: int) -> Resolved | None:
    """A name that no gazetteer knows, as precisely as the text places it."""
    if outer := context.put_into(at):
        block, best, share = outer
        place = gazetteer.place(block, best)
        return _resolved(place, group.name, max(place.precision, 3), "unknown", share, f"put into {place.name}")
    for province in (True, False):
        number, share, mass = context.at_home(at, province=province)
        if share >= _SURE and mass >= _LEAST:
            place = gazetteer.entry(number) if province else gazetteer.country(number)
            how = f"the document's other names lie in {place.name}"
            return _resolved(place, group.name, place.precision, "unknown", share, how)
    return None


def _resolved(
    place: Place,
    name: str,
    precision: int,
    kind: str,
    score: float,
    how: str,
    also: tuple[tuple[Place, float], ...] = (),
) -> Resolved:
    return Resolved(name, place.country, place.lat, place.lon, precision, kind, score, how, also)


def _country(countries: NDArray[np.int64], belief: Floats) -> int:
    """The country most believed: a name that many places of one country bear lies there, whichever of them it is."""
    codes: list[int] = list(dict.fromkeys(countries.tolist()))
    return max(codes, key=lambda code: float(belief[countries == code].sum()))
