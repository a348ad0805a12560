"""What the encoder found in; findings out: spans held to the text's own structure, cues looked up in the lexicon.

Spans come in words of the language layer and go out in tokens of the page. A quotation's marks go with what they hold;
a content that opens with a comma or closes with a conjunction loses it; a source loses the comma behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.extract.statements.acts import entry_in, is_negated
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page
from sayso.language.annotation import Annotation
from sayso.language.attribution import Found, attributions
from sayso.language.encoder import Encoder

__all__ = ["learned"]

_LOOSE = frozenset((",", ";", ":", "-", "–", "—", "and", "but"))
_SURE_CUE, _SURE_CONTENT = 0.5, 0.3
"""How sure the encoder must be of a statement inside a statement: inner ones are learned from our own passages alone."""
_ENDS = frozenset((",", ";", ":", "–", "—", "-"))


def learned(page: Page, annotation: Annotation, encoder: Encoder) -> list[Finding]:
    """The findings of the encoder, outer statements first, inner ones with the one around them."""
    outer = [f for found in attributions(annotation, encoder.labels) if (f := _finding(page, annotation, found))]
    inner = [
        f for found in attributions(annotation, encoder.labels, "inner") if (f := _finding(page, annotation, found))
    ]
    out = list(outer)
    for finding in inner:
        around = [other for other in outer if _holds(other, finding) and _is_inner(other, finding)]
        if around and not any(finding.content == other.content for other in outer):
            finding.outer = around[-1]
            out.append(finding)
    return out


def _finding(page: Page, annotation: Annotation, found: Found) -> Finding | None:
    content = [part for stretch in found.content if (part := _trimmed(page, _tokens(page, annotation, stretch)))]
    if not content:
        return None
    cue = _tokens(page, annotation, found.cue) if found.cue else None
    source = _tokens(page, annotation, found.source) if found.source else None
    if source:
        source = _without(page, source)
    low = page.lower[slice(*cue)] if cue else []
    finding = Finding(
        "learned", cue, source, content, entry_in(low), is_negated(low), signal="inner" if found.inner else "outer"
    )
    finding.features = found.features
    return finding


def _tokens(page: Page, annotation: Annotation, stretch: Range) -> Range:
    """Words of the language layer as tokens of the page."""
    start, end = annotation.words.start[stretch[0]], annotation.words.end[stretch[1] - 1]
    return bisect_right(page.end, start), bisect_left(page.start, end)


def _trimmed(page: Page, part: Range) -> Range | None:
    first, last = part
    while first < last and page.lower[first] in _LOOSE:
        first += 1
    while first < last and page.lower[last - 1] in _ENDS:
        last -= 1
    return (first, last) if first < last else None


def _without(page: Page, source: Range) -> Range | None:
    first, last = source
    while first < last and page.token[last - 1] in (",", ":", ";", "—", "–"):
        last -= 1
    return (first, last) if first < last else None


def _is_inner(outer: Finding, inner: Finding) -> bool:
    """Is it said inside that somebody says, with a cue that the lexicon knows and the encoder is fairly sure of?"""
    if inner.cue is None or inner.entry is None:
        return False
    first, last = inner.cue
    inside = any(a <= first and last <= b for a, b in outer.content)
    return inside and inner.features["cue"] >= _SURE_CUE and inner.features["content"] >= _SURE_CONTENT


def _holds(outer: Finding, inner: Finding) -> bool:
    first = min(a for a, _ in inner.content)
    last = max(b for _, b in inner.content)
    return any(a <= first and last <= b for a, b in outer.content)
