"""A telling in; the day it was made and the day by which it is to be kept out, as ISO 8601 prefixes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.extract.commitments.ground import Ground, Range
from sayso.extract.commitments.telling import Telling
from sayso.extract.commitments.word_lists import listed
from sayso.language.times import Timex, times

__all__ = ["Days"]

_OLD = 330
"""Days before publication after which a promise is history; extraction of events goes by the same."""
_UNIT = {"D": 1, "W": 7}
_DAY = 10


@dataclass
class Days:
    """The time expressions of one text, a sentence at a time, read when first asked for."""

    ground: Ground
    _read: dict[int, list[tuple[int, Timex]]] = field(default_factory=dict)

    def found(self, telling: Telling) -> list[tuple[int, Timex]]:
        """Those in the sentence of a commitment, each with its first word."""
        scene = self.ground.scene
        first, last = scene.sentence_of(telling.at)
        if first not in self._read:
            start = scene.annotation.words.start
            begin, end = scene.characters(first, last)
            told = times(scene.text[begin:end], self.ground.published)
            places = [(bisect_left(start, begin + timex.start), timex) for timex in told]
            self._read[first] = [
                (at, timex) for at, timex in places if first <= at < last and at not in scene.datelines
            ]
        return self._read[first]

    def made_on(self, telling: Telling, number: int | None, event: int | None) -> str | None:
        """The day of the event that reports it, else of the statement it is made in."""
        ground = self.ground
        own = self._beside(telling)
        if own is not None:
            return own
        cue = ground.cues.get(telling.at)
        verbal = telling.at != telling.deed or telling.basis == "peace-begins"
        told = ground.events[event].date if event is not None and verbal and self._is_of_cue(event, telling) else None
        if told and (ground.published is None or told <= ground.published.isoformat()):
            return told
        if cue is not None:
            return ground.statements[cue].said_on
        return (
            ground.statements[number].said_on if number is not None and telling.basis in ("conduct", "text") else None
        )

    def _beside(self, telling: Telling) -> str | None:
        """`had promised him in December`: a day that hangs on the word that makes it and lies behind."""
        tree = self.ground.tree
        if telling.at == telling.deed:
            return None
        for at, timex in self.found(telling):
            if self._opened(at) in ("by", "before", "within", "until"):
                continue
            hung = at
            for _ in range(4):
                if hung == telling.at:
                    return _past(timex, self.ground.published)
                if hung == telling.deed or tree.heads[hung] == hung:
                    break
                hung = tree.heads[hung]
        return None

    def _is_of_cue(self, event: int, telling: Telling) -> bool:
        """Is the event's day told outside the terms?"""
        when = self.ground.events[event].when
        if when is None:
            return True
        first, last = self.ground.scene.characters(*telling.terms)
        return not first <= when[0] < last

    def due_by(self, telling: Telling, made_on: str | None, condition: Range | None) -> str | None:
        """The last day that the terms, or a deadline in the condition, leave."""
        if telling.kind == "ceasefire":
            return None
        timed = telling.basis == "give-time"  # `48 hours to leave`
        first = telling.terms[0] if timed else min(self.ground.under(telling.deed), default=telling.deed)
        words = (max(first, telling.terms[0]), telling.terms[1])
        inside = [self._due(at, timex, made_on) for at, timex in self.found(telling) if self._is_in(at, words)]
        told = [day for day in inside if day]
        if not told:  # a tree may hang the day on the word that makes it: `undertook to dismantle it | by 10 August`
            rest = [
                one for one in self.found(telling) if one[0] >= telling.terms[1] and self._hangs_on(one[0], telling.at)
            ]
            limits = [one for one in rest if self._opened(one[0]) in ("by", "before", "within")]
            told = [day for at, timex in limits if (day := self._due(at, timex, made_on))]
        if not told and condition is not None:
            here = [one for one in self.found(telling) if self._is_in(one[0], condition)]
            limits = [one for one in here if self._opened(one[0]) in ("by", "within")]
            told = [day for at, timex in limits if (day := self._due(at, timex, made_on))]
        return told[0] if told else None

    def _hangs_on(self, at: int, cue: int) -> bool:
        above = list(self.ground.above(at))
        predicates = [one for one in above if one in self.ground.scene.clauses]
        return bool(predicates) and predicates[0] == cue

    def _is_in(self, at: int, words: Range) -> bool:
        return words[0] <= at < words[1]

    def _opened(self, at: int) -> str:
        """The preposition before a time expression, `the` passed over."""
        forms = self.ground.tree.forms
        for before in range(at - 1, max(-1, at - 6), -1):
            if forms[before] in listed("terms", "due"):
                return forms[before]
            if forms[before] not in (
                "the",
                "end",
                "of",
                "next",
                "later",
                "than",
                "noon",
                "midnight",
                "at",
                "this",
                "coming",
            ):
                return ""
        return ""

    def _due(self, at: int, timex: Timex, made_on: str | None) -> str | None:
        how = self._opened(at)
        inner = {self.ground.tree.forms[n] for n in range(at, min(at + 3, len(self.ground.tree.forms)))}
        how = how or next((word for word in ("by", "within", "before") if word in inner), "")
        made = _day(made_on) or self.ground.published
        if timex.type == "DURATION":
            length = _length(timex.value)
            hours = length is not None and how in ("within", "in", "") and made is not None
            return (made + length).isoformat() if hours and made and length is not None else None
        if timex.type not in ("DATE", "TIME") or not timex.value[:4].isdigit() or (not how and made is None):
            return None
        told = _ahead(timex, made, by=how in ("by", "before", "within"))
        return told if told is None or made is None or told > made.isoformat() else None


def _ahead(timex: Timex, made: date | None, *, by: bool) -> str | None:
    """The last day of a date that lies ahead; `February 6` told in January is the next."""
    last = _day(timex.latest)
    value = timex.value[:_DAY] if timex.type == "TIME" else timex.value
    if last is None:
        return None
    if made is not None and last < made:
        year_free = timex.anchor == "published"
        if not year_free or (made - last).days < 90:
            return None
        try:
            last = last.replace(year=last.year + 1)
        except ValueError:
            return None
        return last.isoformat()
    return last.isoformat() if by or len(value) == _DAY else value


def _past(timex: Timex, published: date | None) -> str | None:
    if timex.type not in ("DATE", "TIME") or not timex.value[:4].isdigit():
        return None
    value = timex.value[:_DAY]
    first = _day(timex.earliest)
    return value if published is None or (first is not None and first <= published) else None


def _length(value: str) -> timedelta | None:
    """A TIMEX3 duration of days, weeks, months or hours."""
    if value[:2] == "PT" and value[-1:] == "H" and value[2:-1].isdigit():
        return timedelta(days=-(-int(value[2:-1]) // 24))
    number, unit = value[1:-1], value[-1:]
    if not number.isdigit():
        return None
    if unit == "M":
        return timedelta(days=30 * int(number))
    return timedelta(days=int(number) * _UNIT[unit]) if unit in _UNIT else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:_DAY])
    except ValueError:
        return None


def is_history(made_on: str | None, published: date | None) -> bool:
    """Was it made long before the report?

    >>> is_history("2019-08", date(2021, 11, 16))
    True
    """
    if not made_on or published is None:
        return False
    padded = (made_on + "-12-28")[:_DAY] if len(made_on) == 4 else (made_on + "-28")[:_DAY]
    made = _day(padded)
    return made is not None and (published - made).days > _OLD
