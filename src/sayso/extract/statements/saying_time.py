"""On which day things were said: stretches of statements and the article's day in, ISO 8601 days out, None if unsure.

A day comes from the text: from a time marked with the statement, from an expression beside its cue or source, from
what the same speaker said just before, from the dateline, or from the lead, where that tells in the report's own voice
what happened on the day of publication or the day before. A wrong day is worse than none: what may be the day of
something else ("after the attack on Thursday") is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sayso.clean.text.datelines import dateline as read_dateline
from sayso.extract.statements.time_beside import Uttered, distance, is_present, spoken
from sayso.extract.statements.time_words import day_of, expressions, table, words

__all__ = ["Said", "Uttered", "dateline_of", "day_of", "expressions", "said_on"]

Stretch = tuple[int, int]

_DAY = len("2026-01-06")
_STOPS = (".", "!", "?", "”", '"', "’")
_MEANWHILE = frozenset(("as", "while", "amid"))
"""Behind these, what somebody says goes beside the news of a lead, and is not itself its main clause."""
_UNFIXED = ""
"""Told, but not to the day: nothing is inherited over it."""
_NEAR = 2
"""Paragraphs over which a speaker's day is carried on."""
_LEADS = 4
"""Among how many first paragraphs a dateline is looked for; summaries may stand above it."""


class Said(NamedTuple):
    """A day in ISO 8601, and the characters that tell it; none for the day of a document that speaks for itself."""

    day: str
    ground: Stretch | None


@dataclass(frozen=True, slots=True)
class _Time:
    """An expression, its day, and whether it stands outside everything that somebody said."""

    start: int
    end: int
    day: str | None
    outside: bool


@dataclass(frozen=True, slots=True)
class _Article:
    text: str
    times: list[_Time]
    sentences: Sequence[Stretch]
    paragraphs: Sequence[Stretch]
    cues: list[Stretch]

    def within(self, stretch: Stretch) -> list[_Time]:
        first = bisect_left(self.times, stretch[0], key=lambda time: time.start)
        last = bisect_right(self.times, stretch[1], key=lambda time: time.end)
        return self.times[first:last]

    def cues_in(self, start: int, end: int) -> list[Stretch]:
        first, last = (bisect_left(self.cues, place, key=lambda cue: cue[0]) for place in (start, end))
        return self.cues[first:last]


def dateline_of(text: str, paragraphs: Sequence[Stretch]) -> Stretch | None:
    """Where a dateline that carries a day stands (`LIMA, May 4 (Wire) - `); None where the article has none."""
    for start, end in paragraphs[:_LEADS]:
        line = read_dateline(text[start : min(end, start + 400)])
        if line:
            return (start, start + line.end) if line.day else None
    return None


def said_on(
    statements: Sequence[Uttered],
    text: str,
    published: date | None,
    dateline: Stretch | None,
    *,
    sentences: Sequence[Stretch],
    paragraphs: Sequence[Stretch],
    own_voice: bool = False,
    wire: bool = False,
) -> list[Said | None]:
    """The day on which each statement was said: `2026-01-06`, `2026-01`, or None where the text does not fix it.

    `dateline` is where it stands (`dateline_of`); its day is that of its paragraph, with `wire` of the whole report
    (but not of what somebody `says`). With `own_voice` the document speaks for itself, as a release or a transcript
    does: what has no other day was said on the document's. A nested statement has its own time or none.
    """
    opens = [text[slice(*time)] for time in expressions(text, *dateline)] if dateline else []
    anchor = published or next((date.fromisoformat(d) for o in opens if len(d := day_of(o, None) or "") == _DAY), None)
    opened = next((day for one in opens if (day := day_of(one, anchor))), None)
    times = _times(statements, text, anchor, dateline, paragraphs)
    article = _Article(text, times, sentences, paragraphs, sorted(one.cue for one in statements if one.cue))
    above = Said(opened, dateline) if opened and dateline else None
    own = (Said(anchor.isoformat(), None) if anchor else above) if own_voice else None
    lead = _lead(article, statements, anchor) if dateline is None and anchor else None
    days: list[Said | None] = [None] * len(statements)
    last: dict[str, int] = {}
    for number in sorted(range(len(statements)), key=lambda at: _place(statements[at])):
        one = statements[number]
        now = own_voice and not one.nested and is_present(article.text, one)
        told = own if now else _told(article, one)
        if told is None and not one.nested:
            before = last.get(one.speaker or "")
            told = None if before is None else _inherited(article, statements[before], one, days[before])
            told = told or (above if dateline and _is_under(article, one, dateline, wire=wire) else None)
            told = told or (lead if lead and _is_reported(article, one) else None) or own
        days[number] = told
        if one.speaker and not one.nested:
            last[one.speaker] = number
    return [told if told and told.day else None for told in days]


def _told(article: _Article, one: Uttered) -> Said | None:
    """The day that the sentence tells, `_UNFIXED` where it tells another time, None where it tells none."""
    for day in (_marked(article, one), _beside(article, one)):
        if day is not None:
            return day
    return Said(_UNFIXED, None) if _is_vague(article, one) else None


def _lead(article: _Article, statements: Sequence[Uttered], anchor: date) -> Said | None:
    """The day of what the first sentence reports in its own voice, unless it is more than a day before publication."""
    opening = next((p for p in article.paragraphs[:_LEADS] if article.text[p[1] - 1 : p[1]] in _STOPS), None)
    if opening is None:
        return None
    at = max(0, _at(article.sentences, opening[0] + 1))
    sentence = article.sentences[at]
    marks = [mark for one in statements if not one.deed for mark in one.marks]
    first = min((mark[0] for mark in marks if sentence[0] <= mark[0] < sentence[1]), default=None)
    for time in article.within(sentence):
        if first is not None and not set(spoken(article.text[time.end : first])) & _MEANWHILE:
            return None
        if time.outside and time.day and len(time.day) == _DAY:
            late = (anchor - date.fromisoformat(time.day)).days
            return Said(time.day, (time.start, time.end)) if late in (0, 1) else None
    return None


def _is_reported(article: _Article, one: Uttered) -> bool:
    """Is it told that something was said (`said`, not `says`)?"""
    return one.cue is not None and not is_present(article.text, one)


def _is_under(article: _Article, one: Uttered, dateline: Stretch, *, wire: bool) -> bool:
    if _paragraph(article, one) == _at(article.paragraphs, dateline[0]):
        return True
    return wire and _is_reported(article, one)


def _times(
    statements: Sequence[Uttered],
    text: str,
    anchor: date | None,
    dateline: Stretch | None,
    paragraphs: Sequence[Stretch],
) -> list[_Time]:
    contents: list[Stretch] = []
    for part in sorted(part for one in statements for part in one.content):
        if not contents or part[1] > contents[-1][1]:
            contents.append(part)
    found: list[_Time] = []
    for start, end in expressions(text, 0, len(text)):
        if dateline and start < dateline[1] and end > dateline[0]:
            continue
        known = _known(found, start, paragraphs, anchor if text[start:end].endswith("in the day") else None)
        day = _counted(text, start, end, known, anchor) or day_of(text[start:end], anchor)
        around = contents[max(0, _at(contents, start))] if contents else (end, end)
        found.append(_Time(start, end, day, not around[0] <= start < end <= around[1]))
    return found


def _known(found: list[_Time], place: int, paragraphs: Sequence[Stretch], anchor: date | None) -> str | None:
    """The last day told before a place in its paragraph; with an anchor, anywhere, of the two days up to it."""
    told = (time for time in reversed(found) if time.outside and len(time.day or "") == _DAY)
    if anchor:
        latest = (anchor - timedelta(days=2)).isoformat()
        return next((time.day for time in told if (time.day or "") >= latest), None)
    last = next(told, None)
    return last.day if last and _at(paragraphs, last.start) == _at(paragraphs, place) else None


def _counted(text: str, start: int, end: int, known: str | None, anchor: date | None) -> str | None:
    """`on the same day`, `a day earlier`: counted from the day told before it in the paragraph."""
    said = text[start:end].lower()
    if known is None or (said.endswith(("before", "after")) and text[end : end + 1].isspace()):
        return None
    shift = next((days for phrase, days in table("relative").items() if phrase in said), None)
    if shift is None:
        return None
    day = date.fromisoformat(known) + timedelta(days=shift)
    return day.isoformat() if anchor is None or day <= anchor else None


def _at(stretches: Sequence[Stretch], place: int) -> int:
    return bisect_right(stretches, place, key=lambda stretch: stretch[0]) - 1


def _place(one: Uttered) -> int:
    return (one.cue or one.source or one.content[0])[0]


def _paragraph(article: _Article, one: Uttered) -> int:
    return _at(article.paragraphs, _place(one))


def _marked(article: _Article, one: Uttered) -> Said | None:
    """The day of the stretch that was marked as the time; None where it tells no time ("during a visit")."""
    if one.when is None:
        return None
    days = {time.day for time in article.times if time.start < one.when[1] and one.when[0] < time.end}
    if not days:
        said = article.text[slice(*one.when)]
        return Said(_UNFIXED, None) if set(spoken(said)) & set(words("gap", "vague")) else None
    return Said((days.pop() if len(days) == 1 else None) or _UNFIXED, one.when)


def _beside(article: _Article, one: Uttered) -> Said | None:
    """The day of the nearest expression of the sentence that is said of the cue or the source."""
    marks = one.marks
    if not marks:
        return None
    first, last = (_at(article.sentences, mark[0]) for mark in (marks[0], marks[-1]))
    if first < 0:
        return None
    sentence = (article.sentences[first][0], article.sentences[last][1])
    own = {*marks, *one.content}
    near: list[tuple[int, str, Stretch]] = []
    for time in article.within(sentence):
        far = distance(article.text, (time.start, time.end), sentence, one)
        # Another cue in between: the time is nearer to that one.
        between = (min(time.start, marks[0][1]), max(time.end, marks[-1][0]))
        if far is not None and all(cue in own for cue in article.cues_in(*between)):
            near.append((far, time.day or _UNFIXED, (time.start, time.end)))
    return Said(*min(near)[1:]) if near else None


_NEXT_TO = re.compile(r"(?:[\w’']+ ){0,2}\Z"), re.compile(r" ?(?:[\w’']+ ?){0,2}")


def _is_vague(article: _Article, one: Uttered) -> bool:
    """`had said`, `has repeatedly denied`, `said earlier`, `Earlier, …`: at a time that is not told."""
    if one.cue is None:
        return False
    floor = max([0, *(end for _, end in one.content if end <= one.cue[0])])
    ceiling = min([len(article.text), *(start for start, _ in one.content if start >= one.cue[1])])
    left = _NEXT_TO[0].search(article.text, max(floor, one.cue[0] - 40), one.cue[0])
    right = _NEXT_TO[1].match(article.text, one.cue[1], ceiling)
    sentence = article.sentences[max(0, _at(article.sentences, one.cue[0]))] if article.sentences else one.cue
    opening = spoken(article.text[sentence[0] : one.cue[0]])[:1] if sentence[0] >= floor else []
    said = [
        *(spoken(left[0]) if left else []),
        *spoken(article.text[slice(*one.cue)]),
        *(spoken(right[0]) if right else []),
        *opening,
    ]
    return bool(set(said) & set(words("gap", "vague")))


def _inherited(article: _Article, earlier: Uttered, one: Uttered, said: Said | None) -> Said | None:
    """The day of what the speaker said just before, unless another day or another occasion is told on the way."""
    sentence = article.sentences[at] if (at := _at(article.sentences, _place(one))) >= 0 else (_place(one), _place(one))
    if not said or not said.day or _paragraph(article, one) - _paragraph(article, earlier) > _NEAR:
        return None
    day = said.day
    if sentence[0] > _place(earlier) and (
        len(day) < _DAY
        or _has_occasion(article.text, sentence, one)
        or (is_present(article.text, one) and not is_present(article.text, earlier))
    ):
        return None
    on_the_way = (time.day for time in article.within((_place(earlier), sentence[1])) if time.outside and time.day)
    return said if all(day.startswith(other) or other.startswith(day) for other in on_the_way) else None


def _has_occasion(text: str, sentence: Stretch, one: Uttered) -> bool:
    """`In a radio interview, she said`; what stands in the content does not count."""
    around, at = [], sentence[0]
    for start, end in sorted(one.content):
        around.append(text[at : max(at, start)])
        at = max(at, end)
    told = spoken(" ".join([*around, text[at : sentence[1]]]))
    return any(
        word in words("gap", "in")
        and told[place + 1 : place + 2]
        and told[place + 1] in words("gap", "another")
        and set(told[place + 2 : place + 6]) & set(words("gap", "event"))
        for place, word in enumerate(told)
    )
