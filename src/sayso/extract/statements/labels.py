"""Transcripts and headlines: a paragraph that begins with a speaker's label and a colon, with no cue and no marks.

A label is a role or a title in capitals (SPOKESPERSON:), one of several labels of a transcript, or a name that the text
knows from elsewhere. A place before a colon is a dateline, a word such as BREAKING or BY is no speaker.
"""

from __future__ import annotations

from collections import Counter

from sayso.extract.statements.finding import Finding
from sayso.extract.statements.lexicon import states, words
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page

__all__ = ["labelled"]

_LONGEST = 14
_TRANSCRIPT = 4


def labelled(page: Page) -> list[Finding]:
    """Findings with a label as source and the rest of the paragraph as content."""
    labels = [(label, last) for first, last, _ in page.paragraphs if (label := _label(page, first, last))]
    if not labels:
        return []
    transcript = len(labels) >= _TRANSCRIPT and len(labels) * 2 >= len(page.paragraphs)
    capitals = sum(1 for label, _ in labels if _in_capitals(page, label))
    known = Counter(page.lower)
    return [
        Finding("label", None, label, [(label[1] + 1, last)], signal="colon")
        for label, last in labels
        if _is_speaker(page, label, capitals, known, transcript=transcript)
    ]


def _label(page: Page, first: int, last: int) -> Range | None:
    for at in range(first, min(last - 3, first + _LONGEST)):
        sign = page.token[at]
        if sign == ":":
            clings = at > first and page.end[at - 1] == page.start[at] and page.quote_of[at + 1] < 0
            return (first, at) if clings else None
        if not (
            sign[0].isupper()
            or sign in (".", "'", "’", "-", "(", ")", ",")
            or page.lower[at] in ("of", "the", "de", "and", "for")
        ):
            return None
    return None


def _in_capitals(page: Page, label: Range) -> bool:
    return all(word.isupper() or not word[0].isalpha() for word in page.token[slice(*label)])


def _is_speaker(page: Page, label: Range, capitals: int, known: Counter[str], *, transcript: bool) -> bool:
    lower = [word for word in page.lower[slice(*label)] if word[0].isalnum()]
    if (
        not lower
        or any(word in words("speaker", "never") for word in lower)
        or " ".join(page.token[slice(*label)]).title() in states()
    ):
        return False
    role = any(
        word in words("speaker", "role")
        or word in words("speaker", "title")
        or word in words("speaker", "party")
        or word in words("speaker", "collective")
        for word in lower
    )
    if _in_capitals(page, label):
        return role or capitals >= 2
    if transcript and role:
        return True
    return len(lower) <= 4 and known[lower[-1]] >= 3 and lower[-1] not in words("speaker", "document")
