"""What a space is: which rows are compared, by which keys, how, and how what is alike is grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

__all__ = ["BOTH", "LEFT", "RIGHT", "Edge", "Grouping", "Key", "Match", "Node", "Space"]

BOTH, LEFT, RIGHT = 0, 1, 2
"""The part a row plays under a key: it is compared to every other, or those of the left to those of the right."""


class Key(NamedTuple):
    """What rows must share to be compared: words, or a number spread over 64 bits; and the part that the row plays."""

    value: str | int
    part: int = BOTH


class Match(NamedTuple):
    """What a comparison found: its kind, whether it runs from the first to the second, how sure, and why."""

    kind: str
    forward: bool
    score: float
    why: str = ""


class Node(NamedTuple):
    """A row as the store knows it; numbers are of the store, never shown."""

    number: int
    id: str
    document: int
    view: Any


class Edge(NamedTuple):
    """A match as stored, from row to row; `own` where the document of both shows it rather than a comparison."""

    space: str
    source: int
    target: int
    kind: str
    own: bool
    score: float
    why: str


Scores = Mapping[tuple[str, str], float]


class Grouping(NamedTuple):
    """How what edges of a kind connect is grouped: by `group`, given the views and the scores of a component by id, or
    by average link from `threshold` on.
    """

    name: str
    kind: str
    threshold: float = 0.5
    missing: float = 0.0
    group: Callable[[Mapping[str, Any], Scores], list[list[str]]] | None = None


class Space(NamedTuple):
    """Rows that are compared to each other.

    `keys` gives the keys of a view, none where the row does not belong here; `compare` must give the same whichever of
    the two comes first (but for `forward`). A key that more than `cap` rows bear tells too little and is passed over.
    """

    name: str
    keys: Callable[[Any], Iterable[Key]]
    compare: Callable[[Any, Any], Iterable[Match]]
    cap: int = 200
    groupings: tuple[Grouping, ...] = ()
