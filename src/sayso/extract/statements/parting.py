"""One statement is one speech act: a quotation that goes on with another act ("A," X said. "B.") is parted.

What comes in: findings of direct quotations. What goes out: the same, those parted whose later quotations, begun as
sentences of their own, do another thing than the first; source and cue are shared.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.statements.acts import act_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page

__all__ = ["parted"]


def parted(page: Page, findings: list[Finding]) -> Iterator[Finding]:
    """Each finding, or its parts."""
    for finding in findings:
        if len(finding.content) < 2 or not finding.rule.startswith("quote"):
            yield finding
        else:
            yield from _parts(page, finding)


def _parts(page: Page, finding: Finding) -> Iterator[Finding]:
    groups: list[list[Range]] = []
    acts: list[str] = []
    for part in finding.content:
        act = act_of(finding.entry, page.text[slice(*page.span(*part))], negated=finding.negated)
        if groups and (act == acts[-1] or not _begins_sentence(page, part)):
            groups[-1].append(part)
        else:
            groups.append([part])
            acts.append(act)
    finding.content = groups[0]
    yield finding
    for group in groups[1:]:
        rest = Finding(finding.rule, finding.cue, finding.source, group, finding.entry, finding.negated)
        rest.signal = finding.signal
        yield rest


def _begins_sentence(page: Page, part: Range) -> bool:
    """Not so a quotation that goes on from the paragraph before."""
    number = page.quote_of[part[0]]
    goes_on = number >= 0 and page.quotes[number].continued
    return not goes_on and page.token[part[0] - 1] in (".", "?", "!")
