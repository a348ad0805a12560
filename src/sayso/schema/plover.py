"""PLOVER's vocabulary: its roots with quad classes and modes, and its contexts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.schema.data import read_data

__all__ = ["Root", "contexts", "roots"]


@dataclass(frozen=True, slots=True)
class Root:
    """A PLOVER root: quad class 1 to 4, its modes, and whether the manual requires a recipient."""

    name: str
    quad: int
    modes: tuple[str, ...]
    recipient: bool = False


@cache
def roots() -> dict[str, Root]:
    """The sixteen roots by name.

    >>> roots()["ASSAULT"].quad, len(roots())
    (4, 16)
    """
    return {
        name: Root(name, row["quad"], tuple(row["modes"]), row.get("recipient", False))
        for name, row in read_data("sayso.schema", "plover.toml")["roots"].items()
    }


@cache
def contexts() -> tuple[str, ...]:
    """The 37 contexts, in the manual's order."""
    return tuple(read_data("sayso.schema", "plover.toml")["contexts"]["names"])
