"""What extractors find in a reading, made into rows that stand on exact characters of the article and the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.commitments import commitments_of
from sayso.extract.events import events_of
from sayso.extract.evidence import Evidence
from sayso.extract.senses import packed_sense
from sayso.extract.statements import attributions_of, group_of, spoken_in
from sayso.language.annotation import Annotation
from sayso.model import (
    Attribution,
    Commitment,
    CommitmentMention,
    Event,
    EventMention,
    Party,
    Place,
    PlaceMention,
    Reading,
    Span,
    Speaker,
    Statement,
)
from sayso.schema.plover import roots

__all__ = ["rows_of"]


def rows_of(reading: Reading) -> tuple[tuple[Statement, ...], tuple[Event, ...], tuple[Commitment, ...]]:
    """The statements, events and commitments that an article reports, each in the order they are found.

    The text is read once.
    """
    evidence = Evidence(reading)
    spoken = spoken_in(reading.text)
    told = attributions_of(spoken, evidence.published, own_voice=evidence.issuer is not None)
    statements = tuple(
        replace(row, sense=packed_sense(spoken.annotation, attribution.content))
        for row, attribution in zip(_statements(evidence, told), told, strict=True)
    )
    found = events_of(spoken, told, evidence.published)
    events = tuple(
        replace(row, sense=packed_sense(spoken.annotation, (mention.trigger,)))
        for row, mention in zip(_events(evidence, found, statements), found, strict=True)
    )
    promised = commitments_of(spoken, told, found, evidence.published, issued=evidence.issuer is not None)
    return statements, events, _commitments(evidence, spoken.annotation, promised, statements, events)


def _statements(evidence: Evidence, found: Sequence[Attribution]) -> tuple[Statement, ...]:
    rows = [_statement(evidence, attribution) for attribution in found]
    ids = [row.id for row in rows]
    return tuple(
        replace(row, nested_in=ids[attribution.nested_in]) if attribution.nested_in is not None else row
        for row, attribution in zip(rows, found, strict=True)
    )


def _statement(evidence: Evidence, found: Attribution) -> Statement:
    article = evidence.article
    source, cue = evidence.span(found.source), evidence.span(found.cue)
    content = tuple(evidence.at(stretch) for stretch in found.content)
    places = [(span.start, span.end) if span else None for span in (source, cue, *content)]
    return Statement(
        id=evidence.id("s", *places),
        article_id=article.id,
        document_id=article.document_id,
        uri=article.uri,
        source=source,
        cue=cue,
        content=content,
        raw_source=evidence.raw((source,)),
        raw_cue=evidence.raw((cue,)),
        raw_content=evidence.raw(content),
        speaker=evidence.speaker(found.party),
        act=found.act,
        group=group_of(found.act),
        form=found.form,
        negated=found.negated,
        nested_in=None,
        confidence=round(found.confidence, 3),
        addressee=evidence.party(found.addressee),
        target=evidence.party(found.target),
        act_basis=found.act_basis,
        reality=found.reality,
        when=evidence.span(found.when),
        said_on=found.said_on,
    )


def _events(evidence: Evidence, found: Sequence[EventMention], statements: Sequence[Statement]) -> tuple[Event, ...]:
    return tuple(_event(evidence, mention, statements) for mention in found)


def _event(evidence: Evidence, found: EventMention, statements: Sequence[Statement]) -> Event:
    article = evidence.article
    trigger = evidence.at(found.trigger)
    return Event(
        id=evidence.id("e", (trigger.start, trigger.end), found.root),
        article_id=article.id,
        document_id=article.document_id,
        uri=article.uri,
        trigger=trigger,
        raw_trigger=evidence.raw((trigger,)),
        root=found.root,
        mode=found.mode,
        contexts=found.contexts,
        quad=roots()[found.root].quad,
        actors=tuple(party for one in found.actors if (party := evidence.party(one))),
        recipients=tuple(party for one in found.recipients if (party := evidence.party(one))),
        reality=found.reality,
        date=found.date,
        date_precision=found.date_precision,
        when=evidence.span(found.when),
        place=_place(evidence, found.place),
        figures=tuple((figure.slot, figure.low, figure.high, evidence.at(figure.words)) for figure in found.figures),
        asserted_by=statements[found.asserted_by].id if found.asserted_by is not None else None,
        confidence=round(found.confidence, 3),
        frame=found.frame,
        basis=found.basis,
    )


def _commitments(
    evidence: Evidence,
    annotation: Annotation,
    found: Sequence[CommitmentMention],
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Commitment, ...]:
    return tuple(
        replace(
            _commitment(evidence, mention),
            statement_id=statements[mention.statement].id if mention.statement is not None else None,
            event_id=events[mention.event].id if mention.event is not None else None,
            sense=packed_sense(annotation, (mention.terms,)),
        )
        for mention in found
    )


def _commitment(evidence: Evidence, found: CommitmentMention) -> Commitment:
    article = evidence.article
    terms, by = evidence.at(found.terms), _speakers(evidence, found.by)
    return Commitment(
        id=evidence.id("k", (terms.start, terms.end), found.kind, *(party.name for party in by)),
        article_id=article.id,
        document_id=article.document_id,
        uri=article.uri,
        kind=found.kind,
        form=found.form,
        by=by,
        to=_speakers(evidence, found.to),
        beneficiary=_speakers(evidence, found.beneficiary),
        terms=terms,
        raw_terms=evidence.raw((terms,)),
        made_on=found.made_on,
        due_by=found.due_by,
        condition=evidence.span(found.condition),
        mechanism=evidence.span(found.mechanism),
        statement_id=None,
        event_id=None,
        confidence=round(found.confidence, 3),
        basis=found.basis,
    )


def _speakers(evidence: Evidence, parties: Sequence[Party]) -> tuple[Speaker, ...]:
    return tuple(speaker for party in parties if (speaker := evidence.speaker(party)))


def _place(evidence: Evidence, found: PlaceMention | None) -> Place | None:
    if found is None:
        return None
    span: Span = evidence.at(found.mention)
    return Place(found.name, found.country, found.lat, found.lon, found.precision, span)
