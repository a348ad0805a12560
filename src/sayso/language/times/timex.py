"""A time expression of a text as TIMEX3 has it: where it stands, what it says, how fine that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Anchored", "Precision", "Timex", "TimexType"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["time", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "vague"]
Anchored = Literal["published", "previous", "none"]


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: `text[start:end]`, its TIMEX3 type and value, and how the value was found.

    `value` is an ISO 8601 prefix (`2025-10-12`, `2025-W41`, `2025-10`, `2025-Q3`, `2025-SU`, `2025-10-12TMO`, `199`,
    `20`), a length (`P3D`, `PXY`), `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`; what is not known is X (`XXXX-WXX-4`).
    `mod` is TIMEX3's (`START`, `MID`, `END`, `APPROX`, `MORE_THAN` ...) or empty. `earliest` and `latest` are the ISO
    days that bound a date, None where none is known. `anchor` tells what the value counts from: the day of publication,
    an expression before, or nothing outside the words themselves. `rule` is the row of `rules.toml` that read it.

    >>> Timex(0, 4, "DATE", "2025", "", "year", "2025-01-01", "2025-12-31", "none", "year").value
    '2025'
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: str
    precision: Precision
    earliest: str | None
    latest: str | None
    anchor: Anchored
    rule: str
