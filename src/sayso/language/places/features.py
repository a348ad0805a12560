"""What speaks for each candidate of a name: a document's groups and its context in, one matrix a group out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.language.places.context import Context
from sayso.language.places.gazetteer import CURATED, MATCHES, Block
from sayso.language.places.layout import KINDS
from sayso.language.places.mentions import Group

__all__ = ["ALONE", "FEATURES", "features"]

Floats = NDArray[np.float64]

_MATCHES = ("alias", "bare", "near")
ALONE = (
    *("people of city", "people of district", "people of province", "no people"),
    *("country", "province", "district", "curated"),
    *_MATCHES,
    "kind beside",
)
"""Features of a candidate that ask nothing of the document but the words beside the name."""
TOGETHER = (
    *("country share", "country told", "province share", "province told", "nearness", "beside country"),
    *("comma", "comma not", "comma district", "in", "before", "holds", "hint"),
)
"""Features that weigh what the document's other names are believed to mean."""
FEATURES = ALONE + TOGETHER
_LEAST = 0.02
_TOLD = 0.05
_MOST_PEOPLE = 7
"""The logarithm of the people of a great city, so that features lie between 0 and about 1."""


def features(found: Sequence[Group], context: Context | None) -> list[Floats]:
    """One matrix a group: a row a candidate, a column a feature; without a context those of the document are 0."""
    out = []
    for at, group in enumerate(found):
        columns: dict[str, NDArray[np.bool_] | Floats] = dict(_alone(group.block, group.kinds))
        if context and len(group.block):
            columns |= _together(context, at)
        nothing = np.zeros(len(group.block))
        out.append(np.column_stack([np.asarray(columns.get(name, nothing), dtype=np.float64) for name in FEATURES]))
    return out


def _alone(block: Block, kinds: set[str]) -> Mapping[str, NDArray[np.bool_] | Floats]:
    people = np.log10(block.people + 1) / _MOST_PEOPLE
    kind = {name: block.kind == at for at, name in enumerate(KINDS)}
    match = {name: block.match == at for at, name in enumerate(MATCHES)}
    told = np.array([at < CURATED and KINDS[at] in kinds for at in block.kind.tolist()], dtype=np.bool_)
    return {
        **{f"people of {name}": people * kind[name] for name in ("city", "district", "province")},
        **{name: kind[name] for name in ("country", "province", "district")},
        "curated": block.kind == CURATED,
        "no people": kind["city"] & (block.people == 0),
        **{name: match[name] for name in _MATCHES},
        "kind beside": told,
    }


def _together(context: Context, at: int) -> Mapping[str, NDArray[np.bool_] | Floats]:
    country, province = context.country_share(at), context.province_share(at)
    comma = context.inside(at, "comma")
    return {
        "country share": np.log(country + _LEAST),
        "country told": country > _TOLD,
        "province share": np.log(province + _LEAST),
        "province told": province > _TOLD,
        "nearness": context.near(at),
        "beside country": context.country_share(at, beside=True),
        "comma": comma,
        "comma not": (comma == 0) & bool(comma.any()),
        "comma district": context.inside(at, "comma", broad=False),
        "in": context.inside(at, "in"),
        "before": context.inside(at, "before"),
        "holds": context.holds(at),
        "hint": context.is_hint(at),
    }
