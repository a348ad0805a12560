"""A commitment as the words of a text tell it, before it is known who is meant and by which day."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Telling"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """`at` is the word that makes the commitment, `deed` the one that tells what is to be done; `terms` are words.

    `agents` head the words for who is bound, or who demands; where there are none it is whoever speaks. `others` head
    those for the other party. `conditions` are predicates of the clauses it hangs on. `basis` is the entry or rule, and
    `own` how the rule of one's own conduct knew the speaker: it is empty elsewhere.
    """

    at: int
    deed: int
    terms: Range
    kind: str
    basis: str
    agents: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    conditions: tuple[int, ...] = ()
    own: str = ""
    of_text: bool = False
