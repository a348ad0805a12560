"""Parties and figures, made in a line, for the tests of numbers."""

from __future__ import annotations

from typing import Any

from sayso.reconcile.records import Who
from sayso.reconcile.told import Told


def party(name: str, kind: str = "person", country: str = "PER", of: str = "", own: str = "") -> Who:
    """A party by its folded name."""
    return Who(own, name, kind, country, of)


ARMY = party("peruvian army", "military")
REBELS = party("dawn front", "armed-group", own="dawn-front")
NEIGHBOURS = party("bolivian army", "military", "BOL")
SPOKESMAN = party("ana rovik")
GOVERNOR = party("luis tarn")
ENVOY = party("inti solano", country="BOL")


def told(words: str, low: float | None, high: float | None = None, **more: Any) -> Told:
    """A figure of killed soldiers of one army, one number unless a high is given, told on 2 March."""
    start: dict[str, Any] = {
        "id": f"e-{words}",
        "slot": "killed",
        "noun": "soldier",
        "counted": (ARMY,),
        "published": "2026-03-02",
        "context": f"{words} soldiers were killed",
    }
    return Told(**{**start, "words": words, "low": low, "high": low if high is None else high, **more})


def at_least(number: int, **more: Any) -> Told:
    """`At least` so many."""
    return told(f"at least {number}", number, **more)._replace(high=None)
