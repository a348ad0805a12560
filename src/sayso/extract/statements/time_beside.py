"""Whose time it is: a time in a sentence and a statement's source and cue in, how near they stand out.

`after the attack on Thursday` is the time of an attack, `in a statement on Thursday` that of what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.statements.time_words import before, words

__all__ = ["Uttered", "distance", "is_present", "spoken"]

Stretch = tuple[int, int]

_LONGEST = 14
"""Words over which a time still goes with source and cue."""


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement as far as its day goes: stretches of the text, the speaker's name, and whether another holds it.

    `when` is a stretch that was marked as the time of saying; a `deed` is a statement that is itself the news: a
    promise, an order, an agreement.
    """

    source: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]
    when: Stretch | None = None
    speaker: str | None = None
    nested: bool = False
    deed: bool = False

    @property
    def marks(self) -> list[Stretch]:
        """Source and cue, where there are any, in the order of the text."""
        return sorted(mark for mark in (self.source, self.cue) if mark)


def distance(text: str, time: Stretch, sentence: Stretch, one: Uttered) -> int | None:
    """How far, in characters, the time stands from cue and source; None where it is the time of something else."""
    marks = one.marks
    if not marks or _meets(one.content, *time):
        return None
    whole, first, last = _adverbial(text, time, marks), marks[0], marks[-1]
    for mark in marks:
        if mark[0] <= time[0] and time[1] <= mark[1]:
            return 0 if mark == one.cue or _is_of_document(text, mark, time) else None
    if whole is None or _meets(marks, *whole):
        return None
    start, end = whole
    if end <= first[0]:
        ahead = text[end : first[0]]
        far = len(spoken(ahead)) > (0 if is_present(text, one) else _LONGEST)
        if far or _meets(one.content, end, first[0]) or ";" in ahead:
            return None
        head = text[sentence[0] : start]
        return len(ahead) if _is_opening(head) or (not spoken(ahead) and _ends_clause(head)) else None
    if start >= last[1]:
        return _behind(text, start, last[1], one)
    lead, tail = text[first[1] : start], text[end : last[0]]
    if _meets(one.content, first[1], last[0]) or len(spoken(tail)) > 4 or _is_closed(tail):
        return None
    return len(tail) if _is_opening(lead) else None


def _behind(text: str, start: int, edge: int, one: Uttered) -> int | None:
    """`said in Karva on Thursday`; or behind the content: `denied the charge on Thursday`."""
    passed = [end for begin, end in one.content if edge <= begin and end <= start]
    gap = text[max([edge, *passed]) : start]
    told = spoken(gap)
    if passed:
        return start - edge if _is_opening(gap) else None
    ends = bool(told) and told[-1] in words("word", "joint")
    return None if ends or len(told) > _LONGEST or re.search(r"[:;\n]", gap) or _is_closed(gap) else len(gap)


def _meets(parts: Iterable[Stretch], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in parts)


_WORD = re.compile(r"[^\W\d_](?:[\w-]|[’'](?!s\b))*")


def spoken(text: str) -> list[str]:
    """The words of a stretch, in lower case.

    >>> spoken("On Thursday’s 2nd call,")
    ['on', 'thursday', 's', 'nd', 'call']
    """
    return [word.lower() for word in _WORD.findall(text)]


def _is_closed(gap: str) -> bool:
    """Does something come between that has a time of its own? Talks and briefings have that of what is said there."""
    told = spoken(gap)
    shut = max((at for at, word in enumerate(told) if word in words("gap", "closed")), default=-1)
    return shut >= 0 and not set(told[shut:]) & set(words("gap", "event"))


def _is_opening(head: str) -> bool:
    """May a time follow that is the time of what comes next: `But`, `Speaking in Karva`, `In a letter`, `In Karva`?"""
    told = spoken(head)
    while told and told[0] in words("word", "opener"):
        told.pop(0)
    if not told:
        return True
    if len(told) > _LONGEST or _is_closed(head):
        return False
    if told[0] in words("gap", "speaking"):
        return True
    names = _WORD.findall(head)[-len(told) :][1:]
    placed = len(names) <= 3 and all(name[0].isupper() for name in names)
    return told[0] in words("gap", "in") and (placed or bool(set(told) & set(words("gap", "event"))))


def _ends_clause(head: str) -> bool:
    stripped = head.rstrip()
    return stripped[-1:] in (",", ":", ";", "(", "—", "–", "-") or spoken(head)[-1:] in (
        [w] for w in words("word", "joint")
    )


def _adverbial(text: str, time: Stretch, marks: list[Stretch]) -> Stretch | None:
    """Where it stands: not `the Thursday attack`; all of `in Thursday's statement`, of (told) `a Thursday briefing`."""
    start, end = time
    ahead = before(text, start)
    determined = ahead is not None and ahead[1] in words("word", "determiner")
    if not determined and not text.startswith(("'s", "’s"), end):
        return start, end
    if ahead and determined:
        start, ahead = ahead[0], before(text, ahead[0])
    if ahead and ahead[1] in words("gap", "in"):
        start = ahead[0]
    elif text[start:end].split()[0].lower() not in words("gap", "in") and not any(
        text[mark[1] : start].isspace() for mark in marks
    ):
        return None
    event = _event(text, end)
    return (start, event) if event else None


def _event(text: str, end: int) -> int | None:
    """The end of `statement` in `Thursday's joint statement`; None where no such word follows."""
    following = [word for word in _WORD.finditer(text, end, end + 60) if word[0] != "s"][:3]
    return next((word.end() for word in following if word[0].lower() in words("gap", "event")), None)


def _is_of_document(text: str, mark: Stretch, time: Stretch) -> bool:
    """`a statement issued on Thursday`, `Thursday's statement`: the time inside a source is that of the paper."""
    head = text[mark[0] : time[0]]
    told = spoken(head)
    while told and told[-1] in words("gap", "said"):
        told.pop()
    if told and told[-1] in words("gap", "event") and not _is_closed(head):
        return True
    event = _event(text, time[1])
    return len(told) < 2 and event is not None and event <= mark[1]


def is_present(text: str, one: Uttered) -> bool:
    """`says`, `flatly denies`: what is said now is not of the day of what was said then."""
    said = spoken(text[slice(*one.cue)]) if one.cue else []
    first = next((word for word in said if not word.endswith("ly")), "")
    return first.endswith("s") and not first.endswith("ss") and first not in ("was", "as")
