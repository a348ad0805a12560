"""Who said what, by cue and punctuation: a text in, attributions out.

A floor of rules, measured (docs/benchmarks.md); a learned reader will take its place behind the same two names.
"""

from __future__ import annotations

from sayso.extract.statements.acts import act_of, group_of
from sayso.extract.statements.confidence import confidence_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.rules import findings_of
from sayso.extract.statements.sentences import Page, page_of
from sayso.extract.statements.speakers import Heard, speakers_of
from sayso.model import Attribution

__all__ = ["attributions", "group_of"]


def attributions(text: str) -> list[Attribution]:
    """Every statement that a text attributes to somebody, in the order of the text. Pure.

    Paragraphs are parted by a line break. Spans are code points of `text`.

    >>> [row] = attributions("Hale denied that the bridge was mined.")
    >>> row.speaker, row.act, text[slice(*row.content[0])] if (text := "Hale denied that the bridge was mined.") else ""
    ('Hale', 'denial', 'that the bridge was mined')
    """
    page = page_of(text)
    findings = [finding for finding in findings_of(page) if not _is_participle(page, finding.source)]
    place = {id(finding): number for number, finding in enumerate(findings)}
    speakers = speakers_of(page, findings)
    return [_row(page, finding, heard, place) for finding, heard in zip(findings, speakers, strict=True)]


def _is_participle(page: Page, source: tuple[int, int] | None) -> bool:
    """`Addressing claims that …`: a verb in -ing was taken for a speaker."""
    if source is None or source[1] - source[0] != 1:
        return False
    at = source[0]
    opens = page.token[at][0].islower() or at == page.sentence_at(at)[0]
    return opens and len(page.lower[at]) > 5 and page.lower[at].endswith("ing")


def _row(page: Page, finding: Finding, heard: Heard | None, place: dict[int, int]) -> Attribution:
    content = tuple(page.span(*part) for part in finding.content)
    said = " ".join(page.text[start:end] for start, end in content)
    return Attribution(
        source=page.span(*finding.source) if finding.source else None,
        cue=page.span(*finding.cue) if finding.cue else None,
        content=content,
        act=finding.act or act_of(finding.entry, said, negated=finding.negated),
        form=_form(page, finding),
        confidence=confidence_of(finding),
        speaker=heard.name if heard else None,
        speaker_kind=heard.kind if heard else None,
        resolved_by=heard.resolved_by if heard else None,
        negated=finding.negated,
        nested_in=place.get(id(finding.outer)) if finding.outer else None,
    )


def _form(page: Page, finding: Finding) -> str:
    """direct, mixed or indirect, by how much of the content's words stand in quotation marks."""
    if all(max(page.quote_of[first:last]) < 0 for first, last in finding.content):
        return "indirect"
    inside = total = 0
    for first, last in finding.content:
        for at in range(first + (page.lower[first] == "that"), last):
            if page.token[at][0].isalnum():
                total += 1
                inside += page.quote_of[at] >= 0
    return "direct" if inside == total else "mixed" if inside else "indirect"
