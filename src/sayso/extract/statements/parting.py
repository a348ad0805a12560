"""One statement is one speech act: a quotation of several sentences, or one that goes on ("A," X said. "B."), is parted.

What comes in: findings of direct quotations and labels. What goes out: the same, each sentence a finding of its own;
source and cue are shared. A part of a quotation has neither of its marks, since it could have but one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.extract.statements.finding import Finding
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page

__all__ = ["parted"]


def parted(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding, or its sentences."""
    starts = [first for first, _ in page.sentences]
    for finding in findings:
        groups = _groups(page, finding.content, starts)
        finding.content = groups[0]
        yield finding
        for group in groups[1:]:
            rest = Finding(finding.rule, finding.cue, finding.source, group, finding.entry, finding.negated)
            rest.signal, rest.runs_on = finding.signal, finding.runs_on
            yield rest


def _groups(page: Page, content: list[Range], starts: list[int]) -> list[list[Range]]:
    """The content sentence by sentence; a sentence that the cue interrupts stays in one."""
    groups: list[list[Range]] = []
    for part in content:
        for number, piece in enumerate(_sentences(page, part, starts)):
            if groups and number == 0 and not _begins_sentence(page, piece):
                groups[-1].append(piece)
            else:
                groups.append([piece])
    return groups


def _sentences(page: Page, part: Range, starts: list[int]) -> list[Range]:
    cuts = starts[bisect_right(starts, part[0]) : bisect_right(starts, part[1] - 1)]
    # what is left behind a cut may be the closing mark alone
    cuts = [at for at in cuts if any(page.token[k][0].isalnum() for k in range(at, min(at + 3, part[1])))]
    if not cuts:
        return [part]
    bounds = [part[0], *cuts, part[1]]
    return [_bare(page, (a, b)) for a, b in zip(bounds, bounds[1:], strict=False)]


def _bare(page: Page, part: Range) -> Range:
    """Without the opening or closing mark of the quotation that it is a part of."""
    first, last = part
    number = page.quote_of[first]
    if number >= 0:
        mark = page.quotes[number]
        while first < last - 1 and page.end[first] <= mark.inner_start:
            first += 1
        while last > first + 1 and page.start[last - 1] >= mark.inner_end:
            last -= 1
    return first, last


def _begins_sentence(page: Page, part: Range) -> bool:
    """Not so a quotation that goes on where the cue broke it off."""
    return part[0] == 0 or page.token[part[0] - 1] in (".", "?", "!", "”", '"') or _opens_paragraph(page, part[0])


def _opens_paragraph(page: Page, at: int) -> bool:
    return any(first == at for first, _, _ in page.paragraphs)
