"""How likely a row is right, as what was done: a number fitted on gold disputes (confidence.toml).

A logistic model over what a row says of itself: whether its frame fits wholly, whether actor and recipient are named or
inferred, whether it is dated and placed, and on whose word it stands.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.schema.data import read_data
from sayso.schema.plover import roots

__all__ = ["confidence_of", "features_of"]

_INFERRED = ("other side", "home")


def features_of(row: Mapping[str, Any]) -> dict[str, float]:
    """What confidence is worked out from, by name, 0 or 1 each: of a row of `events`, or what will be one.

    >>> row = {"root": "ACCUSE", "actors": [], "recipients": [], "basis": "frame", "reality": "actual"}
    >>> features_of(row | {"asserted_by": None, "place": None, "date": None})["verbal"]
    1.0
    """
    sides = [*row["actors"], *row["recipients"]]
    return {
        "near": float(row["basis"] == "near frame"),
        "actor": float(bool(row["actors"])),
        "recipient": float(bool(row["recipients"])),
        "both": float(bool(row["actors"] and row["recipients"])),
        "inferred": float(any(one["resolved_by"] in _INFERRED for one in sides)),
        "known": float(any(one["country"] for one in sides)),
        "verbal": float(roots()[row["root"]].quad in (1, 3)),
        "force": float(row["root"] == "ASSAULT"),
        "open": float(row["reality"] not in ("actual", "historical")),
        "on_a_word": float(row["asserted_by"] is not None),
        "placed": float(row["place"] is not None),
        "dated": float(row["date"] is not None),
    }


def confidence_of(row: Mapping[str, Any]) -> float:
    """A share in (0, 1)."""
    weights = _weights()
    sum_ = weights["bias"] + sum(weights[name] * value for name, value in features_of(row).items())
    return 1.0 / (1.0 + math.exp(-sum_))


@cache
def _weights() -> dict[str, float]:
    return read_data("sayso.extract.events", "confidence.toml")
