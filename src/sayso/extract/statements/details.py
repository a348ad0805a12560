"""Spans of detail in; for each finding whom it is said to, whom it is about as blamed, praised or asked, and when, out.

A detail belongs to the finding whose cue stands nearest in its sentence; a target may stand inside what was said.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.statements.finding import Finding
from sayso.extract.statements.sentences import Page
from sayso.language.annotation import Annotation

__all__ = ["Details", "details_of"]

Stretch = tuple[int, int]


@dataclass(slots=True)
class Details:
    """Stretches of characters."""

    addressee: Stretch | None = None
    target: Stretch | None = None
    when: Stretch | None = None


def details_of(page: Page, annotation: Annotation, findings: list[Finding]) -> list[Details]:
    """The details of each finding, in order."""
    out = [Details() for _ in findings]
    places = [_Place.of(page, finding) for finding in findings]
    forms = annotation.words
    for first, last, kind in annotation.spans["detail"]:
        span = (forms.start[first], forms.end[last - 1])
        near = [(place.distance(span, kind), number) for number, place in enumerate(places)]
        near = [(far, number) for far, number in near if far is not None and getattr(out[number], kind) is None]
        if near:
            setattr(out[min(near)[1]], kind, span)
    return out


@dataclass(slots=True)
class _Place:
    """Where a finding stands: its cue (or what it has instead), its contents, the sentences it touches."""

    anchor: Stretch
    content: list[Stretch]
    source: Stretch | None
    reach: Stretch

    @classmethod
    def of(cls, page: Page, finding: Finding) -> _Place:
        content = [page.span(*part) for part in finding.content]
        source = page.span(*finding.source) if finding.source else None
        anchor = page.span(*finding.cue) if finding.cue else content[0]
        at = finding.cue or finding.content[0]
        first, last = page.sentence_at(at[0])
        reach = page.span(first, max(last, first + 1))
        start = min(reach[0], *(a for a, _ in content)) if finding.cue is None else reach[0]
        return cls(anchor, content, source, (start, max(reach[1], content[-1][1])))

    def distance(self, span: Stretch, kind: str) -> int | None:
        """Characters between a detail and the anchor; None where the detail cannot be this finding's."""
        if not (self.reach[0] <= span[0] and span[1] <= self.reach[1]) or span == self.source:
            return None
        inside = any(a <= span[0] and span[1] <= b for a, b in self.content)
        if inside and kind != "target":
            return None
        gap = span[0] - self.anchor[1] if span[0] >= self.anchor[1] else self.anchor[0] - span[1]
        return max(0, gap) + (0 if inside or kind != "target" else 5)
