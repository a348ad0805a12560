"""Who said what: a text in, attributions out, read by the encoder and held to the text's own structure.

    words, trees, spans, links (language) -> findings -> one speech act each -> speakers -> attributions
"""

from __future__ import annotations

from sayso.extract.statements.acts import group_of
from sayso.extract.statements.confidence import confidence_of
from sayso.extract.statements.details import Details, details_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.judging import Judged, judged
from sayso.extract.statements.merging import merged
from sayso.extract.statements.sentences import Page, page_of
from sayso.extract.statements.speakers import Heard, speakers_of
from sayso.language import annotated
from sayso.language.encoder import encoder
from sayso.model import Attribution

__all__ = ["attributions", "group_of"]


def attributions(text: str) -> list[Attribution]:
    """Every statement that a text attributes to somebody, in the order of the text. Pure.

    Paragraphs are parted by a line break. Spans are code points of `text`.

    >>> [row] = attributions("Hale denied that the bridge was mined.")
    >>> row.speaker, row.act, text[slice(*row.content[0])] if (text := "Hale denied that the bridge was mined.") else ""
    ('Hale', 'denial', 'that the bridge was mined')
    """
    page, heard = page_of(text), encoder()
    annotation = annotated(text)
    findings = [finding for finding in merged(page, annotation, heard) if not _is_participle(page, finding.source)]
    place = {id(finding): number for number, finding in enumerate(findings)}
    return [
        _row(page, finding, speaker, judged(page, annotation, heard, finding), details, place)
        for finding, speaker, details in zip(
            findings, speakers_of(page, findings), details_of(page, annotation, findings), strict=True
        )
    ]


def _is_participle(page: Page, source: tuple[int, int] | None) -> bool:
    """`Addressing claims that …`: a verb in -ing was taken for a speaker."""
    if source is None or source[1] - source[0] != 1:
        return False
    at = source[0]
    opens = page.token[at][0].islower() or at == page.sentence_at(at)[0]
    return opens and len(page.lower[at]) > 5 and page.lower[at].endswith("ing")


def _row(
    page: Page, finding: Finding, heard: Heard | None, told: Judged, details: Details, place: dict[int, int]
) -> Attribution:
    form = _form(page, finding)
    return Attribution(
        source=page.span(*finding.source) if finding.source else None,
        cue=page.span(*finding.cue) if finding.cue else None,
        content=tuple(page.span(*part) for part in finding.content),
        act=told.act,
        form=form,
        confidence=confidence_of(finding),
        speaker=heard.name if heard else None,
        speaker_kind=heard.kind if heard else None,
        resolved_by=heard.resolved_by if heard else None,
        negated=finding.negated,
        nested_in=place.get(id(finding.outer)) if finding.outer else None,
        act_basis=told.basis,
        reality=told.reality,
        addressee=details.addressee,
        target=details.target,
        when=details.when,
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
