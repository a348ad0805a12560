"""What the encoder found in; findings out: spans held to the text's own structure, cues looked up in the lexicon.

Spans come in words of the language layer and go out in tokens of the page. A quotation's marks go with what they hold;
a content that opens with a comma or closes with a conjunction loses it; a source loses the comma behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np
from numpy.typing import NDArray

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
"""How sure the encoder must be of a statement inside a statement, which it learned from our own passages alone."""
_REST = 8
"""Words by which a content is completed at most."""
_JOINING = frozenset(("and", "but", "or", "while", "as"))
_ENDS = frozenset((",", ";", ":", "–", "—", "-"))


def learned(page: Page, annotation: Annotation, encoder: Encoder) -> list[Finding]:
    """The findings of the encoder, outer statements first, inner ones with the one around them."""
    read = [f for found in attributions(annotation, encoder.labels) if (f := _finding(page, annotation, found))]
    outer = [part for finding in read for part in _without_others(page, finding)]
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
    stretches = [_completed(annotation, stretch, found.cue) for stretch in found.content]
    content = [part for stretch in stretches if (part := _trimmed(page, _tokens(page, annotation, stretch)))]
    if not content:
        return None
    cue = _tokens(page, annotation, found.cue) if found.cue else None
    source = _tokens(page, annotation, found.source) if found.source else None
    if source:
        source = _without(page, _of_one_paragraph(page, source, (cue or content[0])[0]))
    low = page.lower[slice(*cue)] if cue else []
    finding = Finding(
        "learned", cue, source, content, entry_in(low), is_negated(low), signal="inner" if found.inner else "outer"
    )
    finding.features = found.features
    return finding


def _without_others(page: Page, finding: Finding) -> list[Finding]:
    """What is denied stands beside its cue: a quotation of the paragraph before is a statement of its own."""
    if finding.cue is None or finding.entry is None or finding.entry.act not in ("denial", "refusal"):
        return [finding]
    first = max(start for start, _, _ in page.paragraphs if start <= finding.cue[0])
    before = [part for part in finding.content if part[1] <= first]
    if not before or len(before) == len(finding.content):
        return [finding]
    finding.content = [part for part in finding.content if part not in before]
    alone = Finding("learned", None, None, before, signal="outer", features=dict(finding.features))
    return [alone, finding]


def _of_one_paragraph(page: Page, source: Range, near: int) -> Range:
    """The part of a source on its cue's side of a line break: a heading above is no part of it."""
    starts = [first for first, _, _ in page.paragraphs]
    cuts = [at for at in starts[bisect_right(starts, source[0]) :] if at < source[1]]
    if not cuts:
        return source
    return (cuts[-1], source[1]) if near >= cuts[-1] else (source[0], cuts[0])


def _completed(annotation: Annotation, stretch: Range, cue: Range | None) -> Range:
    """With the rest of the phrase that its last word only opens: `in | bankruptcy`, `the | presidential nominees`."""
    first, last = stretch
    heads, starts = annotation.heads, annotation.starts
    head = int(heads[last - 1])
    if head < last or head - last >= _REST or starts[last : head + 1].any():
        return stretch
    if annotation.words.form[last - 1].lower() in _JOINING:
        return (first, last - 1) if last - first > 1 else stretch
    end = head + 1
    while end < len(heads) and end - last < _REST and not starts[end] and _leads_to(heads, end, head):
        end += 1
    inside_cue = cue is not None and any(cue[0] <= at < cue[1] for at in range(last, end))
    quoted = annotation.words.quoted
    return stretch if inside_cue or any(quoted[at] != quoted[last - 1] for at in range(last, end)) else (first, end)


def _leads_to(heads: NDArray[np.int64], word: int, head: int) -> bool:
    for _ in range(_REST):
        if word == head:
            return True
        word = int(heads[word])
    return False


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
