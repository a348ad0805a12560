"""The rules in their order: labels, direct quotations, then what is left of the cues, sentence by sentence."""

from __future__ import annotations

from sayso.extract.statements.direct import direct
from sayso.extract.statements.finding import Finding, Hit, hits_of
from sayso.extract.statements.indirect import Sentence
from sayso.extract.statements.labels import labelled
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.parting import parted
from sayso.extract.statements.release import issuer_of, released, self_styled
from sayso.extract.statements.rule_rates import FLOOR, rate_of
from sayso.extract.statements.sentences import Page

__all__ = ["findings_of"]


def findings_of(page: Page, floor: float = FLOOR, *, whole: bool = False) -> list[Finding]:
    """All findings of a page in the order of the text, less those whose rule is right less often than `floor`.

    `whole` leaves quotations in one piece whatever their acts, as PolNeAR annotates them: for measuring rates.
    """
    hits = hits_of(page)
    quoted, used = direct(page, hits)
    spoken = [*labelled(page), *quoted]
    found = [
        *(spoken if whole else parted(page, spoken)),
        *_indirect(page, [hit for hit in hits if hit not in used], quoted),
    ]
    issuer = issuer_of(page) or self_styled(page, found)
    if issuer is not None:
        found.extend(released(page, issuer, found))
    kept = [finding for finding in found if rate_of(finding) >= floor and _has_words(page, finding)]
    known = {id(finding) for finding in kept}
    for finding in kept:
        if finding.outer is not None and id(finding.outer) not in known:
            finding.outer = None
    return sorted(kept, key=lambda finding: (_first(finding), finding.content[0]))


def _indirect(page: Page, hits: list[Hit], quoted: list[Finding]) -> list[Finding]:
    sources = sorted((finding.cue[0], finding.source) for finding in quoted if finding.cue and finding.source)
    out: list[Finding] = []
    at = by = 0
    for first, last in page.sentences:
        mine: list[Hit] = []
        subject: Range | None = None
        while at < len(hits) and hits[at].start < last:
            if hits[at].start >= first:
                mine.append(hits[at])
            at += 1
        while by < len(sources) and sources[by][0] < last:
            subject = sources[by][1] if sources[by][0] >= first else subject
            by += 1
        if mine:
            out.extend(Sentence(page, first, last).read(mine, subject))
    return out


def _first(finding: Finding) -> int:
    source = None if finding.rule == "release" else finding.source
    return min(part[0] for part in (source, finding.cue, finding.content[0]) if part)


def _has_words(page: Page, finding: Finding) -> bool:
    return any(page.token[at][0].isalnum() for first, last in finding.content for at in range(first, last))
