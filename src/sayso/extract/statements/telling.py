"""Statements told in passing, by a noun or by a verb inside what is said: findings in; the same and those added, out.

One inside what somebody says hangs on that statement (`rejected the Kenyan claim that …`); one in the outlet's voice
needs somebody to tell it; one with nobody to tell it needs somebody who denies or answers it. What the encoder read at
the same noun stays, unless it took an article for somebody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.extract.statements.acts import entry_in
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.nominal import Told, may_tell, told_in_nouns
from sayso.extract.statements.sentences import CLOSERS, Page
from sayso.extract.statements.verbal import is_inner_verb, told_in_verbs
from sayso.language.annotation import Annotation
from sayso.language.encoder import Encoder
from sayso.language.reading_tree import dependencies_of

__all__ = ["with_told"]

_ARTICLES = (["the"], ["a"], ["an"])
_ANSWERS = frozenset(("denial", "refusal"))


def with_told(page: Page, annotation: Annotation, encoder: Encoder, found: list[Finding]) -> list[Finding]:
    """The findings, and those that nouns and inner verbs tell."""
    by_noun, by_verb = any(map(may_tell, page.lower)), any(map(is_inner_verb, page.lower))
    if not (by_noun or by_verb):
        return found
    out = list(found)
    tree = dependencies_of(annotation, encoder)
    for told in told_in_nouns(tree, annotation.words.form) if by_noun else ():
        _tell(page, annotation, told, out)
    for told in told_in_verbs(tree) if by_verb else ():
        _say(page, annotation, told, out)
    return [finding for finding in out if not _is_an_articles(page, finding)]


def _tell(page: Page, annotation: Annotation, told: Told, out: list[Finding]) -> None:
    """Add what a noun tells to the findings, or mend the one that is there."""
    noun = _tokens(page, annotation, told.cue)
    source = _tokens(page, annotation, told.source) if told.source else None
    same = next((one for one in out if _covers(one.cue, noun) and not _answers(page, one, noun)), None)
    if same is not None:
        if source is not None and (same.outer is not None or _is_an_articles(page, same)):
            same.source = source
        return
    holder = _holder(out, noun)
    if source is None and not (told.answered and holder):
        return
    content = _told(page, _tokens(page, annotation, told.content), holder)
    if content is not None and content[0] >= noun[1]:
        out.append(Finding("noun", noun, source, [content], told.entry, signal="told", outer=holder))


def _say(page: Page, annotation: Annotation, told: Told, out: list[Finding]) -> None:
    """Add what a verb tells where somebody else's words hold all of it."""
    assert told.source is not None
    cue, source, whole = (_tokens(page, annotation, part) for part in (told.cue, told.source, told.content))
    if any(one.cue and one.cue[0] < cue[1] and cue[0] < one.cue[1] for one in out):
        return
    around = [one for one in out if any(part[0] <= source[0] and cue[1] <= part[1] for part in one.content)]
    holder = _smallest(around)
    content = _told(page, whole, holder)
    if holder is not None and content is not None and content[0] >= cue[1]:
        out.append(Finding("verb", cue, source, [content], told.entry, signal="told", outer=holder))


def _covers(part: Range | None, inner: Range) -> bool:
    return part is not None and part[0] <= inner[0] and inner[1] <= part[1]


def _answers(page: Page, finding: Finding, noun: Range) -> bool:
    """Is the noun what the cue answers, not what it says: `rejected claims | that …`?"""
    assert finding.cue is not None
    entry = entry_in(page.lower[finding.cue[0] : noun[0]])
    return entry is not None and entry.act in _ANSWERS


def _holder(found: list[Finding], noun: Range) -> Finding | None:
    """The smallest statement that the noun stands in, or the one whose cue answers it."""
    around = [one for one in found if any(_covers(part, noun) for part in one.content) or _covers(one.cue, noun)]
    return _smallest(around)


def _smallest(around: list[Finding]) -> Finding | None:
    return min(around, key=lambda one: sum(last - first for first, last in one.content), default=None)


def _told(page: Page, content: Range, holder: Finding | None) -> Range | None:
    """What is told, up to the words of who holds it, and with the mark that closes a quotation opened in it."""
    first, last = content
    for part in (holder.source, holder.cue) if holder else ():
        if part and first < part[0] < last:
            last = part[0]
    opened = next((at for at in range(first, last) if page.token[at] == "(" and ")" not in page.token[at:last]), last)
    last = opened
    while first < last and page.token[last - 1] in (",", ";", ":", "–", "—", "-"):
        last -= 1
    if first < last < len(page.token) and page.token[last] in CLOSERS and first < last - 1:
        number = page.quote_of[last]
        inside = number >= 0 and page.quote_of[last - 1] == number and page.quote_of[first] != number
        last += inside
    return (first, last) if first < last else None


def _is_an_articles(page: Page, finding: Finding) -> bool:
    """Did the encoder take the article of a noun that tells for its teller: `The | claim`?"""
    if finding.source is None or finding.cue is None or not may_tell(page.lower[finding.cue[1] - 1]):
        return False
    return page.lower[slice(*finding.source)] in _ARTICLES


def _tokens(page: Page, annotation: Annotation, stretch: Range) -> Range:
    """Words of the language layer as tokens of the page."""
    start, end = annotation.words.start[stretch[0]], annotation.words.end[stretch[1] - 1]
    return bisect_right(page.end, start), bisect_left(page.start, end)
