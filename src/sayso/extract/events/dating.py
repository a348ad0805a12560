"""An event and the time expressions of its text in; the day or period it is told to have happened in, out.

The nearest expression that hangs on the event's own words comes first, then one in its clause or sentence; what none
dates takes the day of the same happening told before in the article, or the day the report opens with.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.extract.events.coding import Coded
from sayso.extract.events.nearness import distance, is_anothers, is_of_saying
from sayso.extract.events.scene import Scene
from sayso.language.times import Timex, times
from sayso.schema.plover import roots

__all__ = ["Dated", "Dates", "carried", "is_history"]

_DATES = frozenset(("DATE", "TIME"))
_FORCE = 4
_OLD = 330
"""Days before publication after which an event is history."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An ISO 8601 prefix, how fine it is, and the words [start, end) that give it."""

    value: str
    precision: str
    words: tuple[int, int]
    earliest: str | None = None
    latest: str | None = None


class Dates:
    """The time expressions of one text, by the words they stand at."""

    def __init__(self, scene: Scene, published: date | None) -> None:
        self.scene, self.published = scene, published
        start = scene.annotation.words.start
        self.found: list[tuple[int, Timex]] = []
        self.lengths: list[tuple[int, Timex]] = []
        for timex in times(scene.text, published):
            at = bisect_left(start, timex.start)
            if at < len(start) and at not in scene.datelines:
                if _is_date(timex):
                    self.found.append((at, timex))
                elif timex.type == "DURATION":
                    self.lengths.append((at, timex))

    def of(self, event: Coded, events: Sequence[Coded]) -> Dated | None:
        """When an event happened, as far as its own sentence tells."""
        scene = self.scene
        first, last = scene.sentence_of(event.at)
        here = [(at, timex) for at, timex in self.found if first <= at < last and not is_of_saying(scene, at, event)]
        counted = self._counted(event, here)
        if counted:
            return counted
        here = [one for one in here if not is_anothers(scene, one[0], event, events)]
        if not here:
            return None
        ranked = sorted(here, key=lambda one: (distance(scene, one[0], event), abs(one[0] - event.at)))
        return _dated(ranked[0][1])

    def _counted(self, event: Coded, here: Sequence[tuple[int, Timex]]) -> Dated | None:
        """`… on Monday, 24 days after X closed it`: counted back from the day beside it, or forth for `before`."""
        clause = event.match.predicate.clause
        if clause is None or clause.marker not in ("after", "before"):
            return None
        mark = next(
            (n for n in range(event.at, max(0, event.at - 12), -1) if self.scene.tree.forms[n] == clause.marker), None
        )
        end = self.scene.annotation.words.end
        length = next((one for at, one in self.lengths if mark and one.end == end[mark - 1]), None)
        days = _days(length.value) if length else None
        main = [one for at, one in here if mark and at < mark and one.precision == "day" and len(one.value) >= 10]
        if days is None or length is None or not main:
            return None
        shift = timedelta(days=-days if clause.marker == "after" else days)
        value = (date.fromisoformat(main[-1].value[:10]) + shift).isoformat()
        return Dated(value, "day", (length.start, length.end), value, value)


def _days(value: str) -> int | None:
    """The days of a TIMEX3 duration in days or weeks."""
    number, unit = value[1:-1], value[-1:]
    return int(number) * {"D": 1, "W": 7}[unit] if number.isdigit() and unit in "DW" else None


def _is_date(timex: Timex) -> bool:
    return timex.type in _DATES and timex.value[:1].isdigit()


def _dated(timex: Timex) -> Dated:
    value, precision = timex.value, timex.precision
    if timex.type == "TIME":
        value, precision = value[:10], "day"
    return Dated(value, precision, (timex.start, timex.end), timex.earliest, timex.latest)


def is_history(dated: Dated | None, published: date | None) -> bool:
    """Did it happen long before the report?"""
    if dated is None or published is None:
        return False
    try:
        latest = date.fromisoformat((dated.latest or dated.value)[:10])
    except ValueError:
        return dated.value[:4].isdigit() and int(dated.value[:4]) < published.year - 1
    return (published - latest).days > _OLD


def carried(
    events: Sequence[Coded], days: Sequence[Dated | None], scene: Scene, published: date | None
) -> list[Dated | None]:
    """The days of events; what a sentence leaves open or coarse is filled from what the article tells of the same.

    An event without a day takes that of the last one of its root before it that is no history; a week or a month takes
    the day inside it that another event of its root has.
    """
    out: list[Dated | None] = []
    for number, (event, dated) in enumerate(zip(events, days, strict=True)):
        if dated is None:
            before = zip(events[:number], out, strict=True)
            dated = _earlier(event, list(before), scene, published)
        out.append(dated)
    return [_finer(event, dated, events, out) for event, dated in zip(events, out, strict=True)]


def _earlier(
    event: Coded, before: Sequence[tuple[Coded, Dated | None]], scene: Scene, published: date | None
) -> Dated | None:
    same = [
        (other, dated)
        for other, dated in before
        if dated and _is_alike(other, event) and other.reality == "actual" and not is_history(dated, published)
    ]
    lemmas = scene.tree.lemmas
    mine = {lemmas[at] for at in (*event.actors, *event.recipients)}
    for other, dated in reversed(same):
        if lemmas[other.at] == lemmas[event.at] or mine & {lemmas[at] for at in (*other.actors, *other.recipients)}:
            return dated
    own = [dated for other, dated in same if other.root == event.root]
    return own[-1] if own else same[-1][1] if same else None


def _is_alike(one: Coded, other: Coded) -> bool:
    """Of one root, or both violence and force: quad class 4."""
    return one.root == other.root or roots()[one.root].quad == roots()[other.root].quad == _FORCE


def _finer(event: Coded, dated: Dated | None, events: Sequence[Coded], days: Sequence[Dated | None]) -> Dated | None:
    if dated is None or dated.precision not in ("week", "month") or dated.earliest is None or dated.latest is None:
        return dated
    for other, day in zip(events, days, strict=True):
        if other.root == event.root and day and day.precision == "day" and dated.earliest <= day.value <= dated.latest:
            return day
    return dated
