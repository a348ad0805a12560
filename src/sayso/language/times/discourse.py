"""What a time expression is read against: the article's day, what was spoken of last, the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.language.times.points import Point, of_day
from sayso.language.times.timex import Anchored, TimexType

__all__ = ["Discourse", "Found"]

_REPORTED = ("quarter", "short-quarter", "years-quarter", "which-quarter")
"""Rules that name the quarter spoken of; the others (`a year ago`) set another beside it."""
_AGO = re.compile(r"\b(?:ago|earlier)\b", re.IGNORECASE)
"""`the year-earlier third quarter`: set beside the one spoken of."""
_WHOLE = ("P6M", "P9M", "P1Y")
"""Lengths that turn the talk from a quarter to a longer stretch (`in the nine months`)."""

_OPENS = re.compile(
    r"(?:^|[.!?][\"”)]?\s|\n)\s?(?:(?:[Bb]y|[Ii]n|[Dd]uring|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id|[Tt]he|of|end|start|in|at|[Aa]t|beginning)[\s-])*\Z"
)
"""A year here opens a sentence or is a heading."""

Base = tuple[Point | None, Anchored]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as a reader leaves it: where, what, and the point on the calendar it fixes, if any."""

    start: int
    end: int
    type: TimexType
    value: str
    point: Point | None = None
    anchor: Anchored = "none"
    mod: str = ""
    rule: str = ""


@dataclass(slots=True)
class Discourse:
    """The state of reading one text from its first word to its last."""

    text: str
    anchor: date | None
    narrative: bool
    last: Point | None = None
    quarter: Point | None = None
    line: Point | None = None

    def here(self) -> Base:
        """What `this`, `last` and `next` count from: the day of publication; in a history, what was spoken of."""
        if self.narrative:
            return (self.last, "previous") if self.last else (None, "none")
        return (of_day(self.anchor), "published") if self.anchor else (None, "none")

    def there(self) -> Base:
        """What `that`, `the following` and `later` count from: what was spoken of last, else the day of publication."""
        return (self.last, "previous") if self.last else self.here()

    def base(self, where: str) -> Base:
        """`here` or `there`, as the table of words has it."""
        return self.here() if where == "here" else self.there()

    def _leads_on(self, found: Found, point: Point) -> bool:
        """Whether the story goes on from here: a day or month does it, a year only where it opens a sentence."""
        if point.precision != "year":
            return True
        line = self.line.year if self.line else None
        opens = bool(_OPENS.search(self.text, max(0, found.start - 24), found.start))
        return line is None or (opens and point.year is not None and 0 <= point.year - line <= 3)

    def tell(self, found: Found) -> None:
        """Take in what an expression fixed, for those that come after it."""
        point = found.point
        if found.value in _WHOLE and self.text[found.start : found.end].lower().startswith(("the", "first")):
            self.quarter = None
        if point is None or point.year is None or point.precision in ("decade", "century"):
            return
        self.last = point
        if self._leads_on(found, point):
            self.line = point
        reported = found.rule in _REPORTED and not _AGO.search(self.text, found.start, found.end)
        if point.precision == "quarter" and reported:
            beside = self._to_come(point) or self._compared(point)
            self.quarter = self.quarter if self.quarter and beside else point

    def _compared(self, quarter: Point) -> bool:
        """Whether a quarter is the same one of a year before: another is set beside it."""
        now = self.quarter
        return now is not None and now.sub == quarter.sub and (now.year or 0) > (quarter.year or 0)

    def _to_come(self, quarter: Point) -> bool:
        """Whether a quarter was not over at publication: no figures are compared for it yet."""
        if self.anchor is None or quarter.year is None:
            return False
        return (quarter.year, quarter.about_month or 0) > (self.anchor.year, self.anchor.month - 2)
