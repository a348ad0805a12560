"""Who said what: a text in, attributions out, read by the encoder and held to the text's own structure.

words, trees, spans, links (language) -> findings -> one speech act each -> speakers -> days -> attributions
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sayso.extract.statements.acts import group_of
from sayso.extract.statements.confidence import confidence_of
from sayso.extract.statements.days import days_of
from sayso.extract.statements.details import details_of
from sayso.extract.statements.finding import Finding
from sayso.extract.statements.forms import form_of
from sayso.extract.statements.judging import Judged, judged
from sayso.extract.statements.lexicon import words
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.merging import merged
from sayso.extract.statements.parties import Parties
from sayso.extract.statements.sentences import Page, page_of
from sayso.extract.statements.speakers import Listener, speakers_of
from sayso.language import annotated
from sayso.language.annotation import Annotation
from sayso.language.encoder import encoder
from sayso.model import Attribution, Party

__all__ = ["Spoken", "attributions", "attributions_of", "findings_in", "group_of", "spoken_in"]

_HEADING = 16
"""Tokens of a heading at most."""


def attributions(text: str, published: date | None = None, *, own_voice: bool = False) -> list[Attribution]:
    """Every statement that a text attributes to somebody, in the order of the text. Pure.

    Paragraphs are parted by a line break. Spans are code points of `text`. Days (`on Thursday`) are counted from the
    day that the text was `published`; with `own_voice` the text is itself a statement, as a press release is.

    >>> [row] = attributions("Hale denied that the bridge was mined.")
    >>> row.speaker, row.act
    ('Hale', 'denial')
    """
    return attributions_of(spoken_in(text), published, own_voice=own_voice)


@dataclass(frozen=True)
class Spoken:
    """A text read once: its page, what the encoder says of it, and where something is said in it."""

    page: Page
    annotation: Annotation
    findings: list[Finding]
    parties: Parties

    @cached_property
    def _listener(self) -> Listener:
        return Listener(self.page, self.findings)

    def party_at(self, mention: tuple[int, int]) -> Party | None:
        """Who a mention [start, end) stands for; None where nothing before it fits."""
        place = _tokens(self.page, mention)
        return self.parties.of(mention, self._listener.at(place) if place else None)


def spoken_in(text: str) -> Spoken:
    """Read a text: the part that statements and events share."""
    page, annotation, findings = _read(text)
    relations = [encoder().labels["rel"][number] for number in annotation.relations.tolist()]
    return Spoken(page, annotation, findings, Parties(page, annotation, relations))


def attributions_of(spoken: Spoken, published: date | None = None, *, own_voice: bool = False) -> list[Attribution]:
    """Every statement that a text read once attributes to somebody; see `attributions`."""
    page, annotation, findings, parties = spoken.page, spoken.annotation, spoken.findings, spoken.parties
    details = details_of(page, annotation, findings)
    asides = [[_tokens(page, one.addressee), _tokens(page, one.target)] for one in details]
    heard = speakers_of(page, findings, asides)
    place = {id(finding): number for number, finding in enumerate(findings)}
    rows = []
    acts = judged(page, annotation, encoder(), findings)
    for finding, told, one, (speaker, others) in zip(findings, acts, details, heard, strict=True):
        source = page.span(*finding.source) if finding.source else None
        row = _row(page, finding, told, place)
        addressee, target = (
            parties.of(mention, other) if mention else None
            for mention, other in zip((one.addressee, one.target), others, strict=True)
        )
        party = parties.of(source, speaker) if speaker else None
        rows.append(replace(row, party=party, addressee=addressee, target=target, when=one.when))
    days = days_of(page, rows, published, own_voice=own_voice)
    return [
        replace(row, said_on=said.day, when=row.when or said.ground) if said else row
        for row, said in zip(rows, days, strict=True)
    ]


def findings_in(text: str) -> tuple[Page, list[tuple[Finding, str]]]:
    """The page, and its findings with their forms: for measuring what comes before acts and speakers."""
    page, _, findings = _read(text)
    return page, [(finding, form_of(page, finding)) for finding in findings]


def _read(text: str) -> tuple[Page, Annotation, list[Finding]]:
    page, annotation = page_of(text), annotated(text)
    found = merged(page, annotation, encoder())
    return page, annotation, [finding for finding in found if _is_said(page, finding)]


def _tokens(page: Page, stretch: tuple[int, int] | None) -> Range | None:
    """Characters as tokens of the page."""
    if stretch is None:
        return None
    first, last = bisect_right(page.end, stretch[0]), bisect_left(page.start, stretch[1])
    return (first, last) if first < last else None


def _is_said(page: Page, finding: Finding) -> bool:
    """Not so a heading, `If Hale says …`, `Nobody said …`, and what took a participle for a speaker."""
    if finding.rule == "learned" and all(_is_heading(page, part[0]) for part in finding.content):
        return False
    if finding.rule != "learned" or finding.source is None:
        return not _is_participle(page, finding.source)
    first = finding.source[0]
    if page.lower[first] in words("cue", "nobody") or _is_participle(page, finding.source):
        return False
    supposed = first > page.sentence_at(first)[0] and page.lower[first - 1] in words("cue", "hypothesis")
    return not (supposed and finding.cue is not None and finding.cue[0] >= first)


def _is_heading(page: Page, at: int) -> bool:
    """Does a token stand in a line with no stop at its end whose words are nearly all written large?"""
    number = bisect_right(page.paragraphs, at, key=lambda paragraph: paragraph[0]) - 1
    first, last, _ = page.paragraphs[number]
    if last - first > _HEADING or page.token[last - 1][-1] in '.!?…:;,"”’)':
        return False
    long = [word for word in page.token[first:last] if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _is_participle(page: Page, source: tuple[int, int] | None) -> bool:
    """`Addressing claims that …`: a verb in -ing was taken for a speaker."""
    if source is None or source[1] - source[0] != 1:
        return False
    at = source[0]
    opens = page.token[at][0].islower() or at == page.sentence_at(at)[0]
    return opens and len(page.lower[at]) > 5 and page.lower[at].endswith("ing")


def _row(page: Page, finding: Finding, told: Judged, place: dict[int, int]) -> Attribution:
    form = form_of(page, finding)
    return Attribution(
        source=page.span(*finding.source) if finding.source else None,
        cue=page.span(*finding.cue) if finding.cue else None,
        content=tuple(page.span(*part) for part in finding.content),
        act=told.act,
        form=form,
        confidence=confidence_of(finding, form),
        negated=finding.negated,
        nested_in=place.get(id(finding.outer)) if finding.outer else None,
        act_basis=told.basis,
        reality=told.reality,
    )
