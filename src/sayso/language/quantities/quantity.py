"""What a quantity of a text is: the words, the bounds they put, what is counted or measured."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Number", "Quantity", "Unit"]

Number = int | float


class Unit(NamedTuple):
    """A unit: one of it is `factor` of its base; `kind` is length, area, mass, volume, share, time, money and so on."""

    name: str
    kind: str
    base: str
    factor: Number


class Quantity(NamedTuple):
    """How many, or how much, as text[start:end] == words tells it.

    `low` and `high` are in the unit that the text names, None where the words leave that side open; of a `vague` word
    (`dozens`) both are. `noun` is what is counted, as a lemma in small letters; `total` is what the number is a part
    of (`18 of its 20`).
    """

    start: int
    end: int
    words: str
    low: Number | None
    high: Number | None
    approximate: bool
    vague: str | None
    noun: str | None
    unit: Unit | None
    total: Number | None

    @property
    def in_base(self) -> tuple[Number | None, Number | None]:
        """The bounds in the base of the unit.

        >>> Quantity(0, 4, "5 km", 5, 5, False, None, None, Unit("kilometre", "length", "metre", 1000), None).in_base
        (5000, 5000)
        """
        factor = self.unit.factor if self.unit else 1
        low, high = (None if side is None else side * factor for side in (self.low, self.high))
        return low, high
