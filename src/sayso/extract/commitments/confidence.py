"""What told a commitment in; how likely the row is right out, by confidence.toml."""

from __future__ import annotations

from sayso.schema.data import read_data

__all__ = ["LEAST", "confidence_of"]

LEAST: float = read_data("sayso.extract.commitments", "confidence.toml")["least"]
"""Rows less sure than this are not made."""


def confidence_of(basis: str, *, own: str = "", act: str = "", due: bool, condition: bool, known: bool) -> float:
    """The share of rows told so that are right, as far as it is known; between 0.05 and 0.95.

    >>> confidence_of("promise", due=True, condition=False, known=True)
    0.9
    """
    shares = read_data("sayso.extract.commitments", "confidence.toml")
    beside = shares["beside"]
    spoken = shares["act"].get(act, 0.0)
    if condition and spoken < 0:
        spoken /= 2  # a judgement that hangs on what others do may be a threat
    told = shares["basis"][basis] + (shares["own"][own] + spoken if own else 0.0)
    told += due * beside["due"] + condition * beside["condition"] + (not known) * beside["unknown"]
    return float(round(min(0.95, max(0.05, told)), 3))
