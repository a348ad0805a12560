"""What the encoder found and what layout tells, as one list: labels of transcripts, releases, quotations alone.

The encoder reads sentences; a transcript's label, a release's own voice and a paragraph that is nothing but a quotation
are matters of layout, and the rules for them add what the encoder left.
"""

from __future__ import annotations

from itertools import combinations

from sayso.extract.statements.confidence import confidence_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.forms import form_of
from sayso.extract.statements.judging import OPEN_ACTS, group_shares
from sayso.extract.statements.learned import learned
from sayso.extract.statements.parting import parted
from sayso.extract.statements.rule_rates import rate_of
from sayso.extract.statements.rules import findings_of
from sayso.extract.statements.sentences import Page
from sayso.extract.statements.telling import with_told
from sayso.language.annotation import Annotation
from sayso.language.encoder import Encoder

__all__ = ["merged"]

LAYOUT = frozenset(("label", "release", "run", "quote-signed", "quote-label"))
"""Rules that read layout, kept beside the encoder."""
_SIGNED = frozenset(("quote-signed", "quote-label"))
"""Rules whose source stands where the encoder finds a quotation and nobody to say it."""
_DEED_RATE = 0.4
"""How often the rule behind a deed must be right."""
_LEAST = 0.25
"""Confidence below which a finding is no row: three in four of those would be wrong."""
_TWO_ACTS = 0.68
"""How likely two parts of a quotation must be to do acts of different groups for it to be parted."""
_COVERED = 0.3
"""A rule's finding is left out where the encoder's contents hold so much of its own."""


def merged(page: Page, annotation: Annotation, encoder: Encoder, *, whole: bool = False) -> list[Finding]:
    """All findings of a page in the order of the text; `whole` leaves quotations in one piece whatever their acts."""
    read = learned(page, annotation, encoder)
    ruled = findings_of(page, whole=True)
    mine = [finding for finding in read if finding.outer is None]
    covered = {at for finding in mine for first, last in finding.content for at in range(first, last)}
    labelled = {at for f in ruled if f.rule == "label" for first, last in f.content for at in range(first, last)}
    signed = [finding for finding in ruled if finding.rule in _SIGNED]
    out: list[Finding] = []
    for finding in read:
        _agree(finding, ruled)
        if finding.cue is None and finding.source is None:
            finding.source = next((other.source for other in signed if _is_same(finding, other)), None)
        tokens = [at for first, last in finding.content for at in range(first, last)]
        if finding.outer is None and finding.cue is None and sum(at in labelled for at in tokens) * 2 > len(tokens):
            continue
        if finding.cue is None and finding.source is None:
            finding.runs_on = True
        out.append(finding)
    touched = covered | {at for finding in mine if finding.cue for at in range(*finding.cue)}
    for finding in ruled:
        tokens = [at for first, last in finding.content for at in range(first, last)]
        by_layout = finding.rule in LAYOUT and sum(at in covered for at in tokens) <= _COVERED * len(tokens)
        if by_layout or finding.rule == "label" or (_is_deed(finding) and touched.isdisjoint(_of(finding))):
            out.append(finding)
    out = [finding for finding in out if confidence_of(finding, form_of(page, finding)) >= _LEAST]
    known = {id(finding) for finding in out}
    for finding in out:
        if finding.outer is not None and id(finding.outer) not in known:
            finding.outer = None
    if not whole:
        out = [part for finding in out for part in _parted(page, annotation, encoder, finding)]
    out = with_told(page, annotation, encoder, out)
    return sorted(out, key=lambda finding: (_first(finding), finding.content[0]))


def _parted(page: Page, annotation: Annotation, encoder: Encoder, finding: Finding) -> list[Finding]:
    """A finding, or its parts where it does two acts; what the encoder read as one must clearly do two."""
    whole = list(finding.content)
    parts = list(parted(page, [finding]))
    if len(parts) == 1 or finding.rule != "learned":
        return parts
    shares = group_shares(page, annotation, encoder, parts)
    if any(1 - sum(one[name] * other[name] for name in one) >= _TWO_ACTS for one, other in combinations(shares, 2)):
        return parts
    finding.content, finding.act = whole, None
    return [finding]


def _of(finding: Finding) -> list[int]:
    """The tokens of a finding's content and cue."""
    return [at for part in (*finding.content, finding.cue) if part for at in range(*part)]


def _is_deed(finding: Finding) -> bool:
    """A verb that leaves no doubt of its act, with somebody who does it: `The envoy rebuked the army.`"""
    entry = finding.entry
    plain = entry is not None and entry.kind == "verb" and entry.act not in OPEN_ACTS
    return (
        plain
        and rate_of(finding) >= _DEED_RATE
        and finding.cue is not None
        and finding.source is not None
        and finding.outer is None
    )


def _is_same(finding: Finding, other: Finding) -> bool:
    """Do they hold mostly the same words?"""
    mine = {at for first, last in finding.content for at in range(first, last)}
    theirs = {at for first, last in other.content for at in range(first, last)}
    return 2 * len(mine & theirs) >= 0.8 * (len(mine) + len(theirs))


def _agree(finding: Finding, ruled: list[Finding]) -> None:
    """Note whether a rule, blind to the encoder, found the same words said."""
    other = next((other for other in ruled if _is_same(finding, other)), None)
    if other is None:
        return
    finding.features["rule"] = 1.0
    mine, theirs = finding.source, other.source
    if mine and theirs and theirs[0] < mine[1] and mine[0] < theirs[1]:
        finding.features["rule_source"] = 1.0


def _first(finding: Finding) -> int:
    source = None if finding.rule == "release" else finding.source
    return min(part[0] for part in (source, finding.cue, finding.content[0]) if part)
