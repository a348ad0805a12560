"""Attributions found in a reading, made into rows that stand on exact characters of the article and the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.extract.statements import attributions, group_of
from sayso.model import Article, Attribution, Party, Reading, Span, Speaker, Statement, sha256_of

__all__ = ["day_of", "statements_of"]

Stretch = tuple[int, int]


def statements_of(reading: Reading) -> tuple[Statement, ...]:
    """The statements that an article reports, in the order they are found.

    Spans count in `article.text`, whose letters are as published, though extractors read the repaired words.
    """
    article = reading.article
    found = attributions(reading.text, day_of(article), own_voice=_issuer(article) is not None)
    rows = [_row(reading, attribution) for attribution in found]
    ids = [row.id for row in rows]
    return tuple(
        _nested(row, ids[attribution.nested_in]) if attribution.nested_in is not None else row
        for row, attribution in zip(rows, found, strict=True)
    )


def _row(reading: Reading, found: Attribution) -> Statement:
    article = reading.article
    source, cue = _span(reading, found.source), _span(reading, found.cue)
    content = tuple(_at(reading, stretch) for stretch in found.content)
    return Statement(
        id=_id(article, source, cue, content),
        article_id=article.id,
        document_id=article.document_id,
        uri=article.uri,
        source=source,
        cue=cue,
        content=content,
        raw_source=_raw(article, (source,)),
        raw_cue=_raw(article, (cue,)),
        raw_content=_raw(article, content),
        speaker=_speaker(reading, found.party),
        act=found.act,
        group=group_of(found.act),
        form=found.form,
        negated=found.negated,
        nested_in=None,
        confidence=round(found.confidence, 3),
        addressee=_party(reading, found.addressee),
        target=_party(reading, found.target),
        act_basis=found.act_basis,
        reality=found.reality,
        when=_span(reading, found.when),
        said_on=found.said_on,
    )


def _at(reading: Reading, stretch: Stretch) -> Span:
    return Span.of(reading.article.text, *reading.evidence(*stretch))


def _span(reading: Reading, stretch: Stretch | None) -> Span | None:
    return _at(reading, stretch) if stretch else None


def _raw(article: Article, spans: tuple[Span | None, ...]) -> tuple[Stretch, ...]:
    return tuple(article.alignment.raw(span.start, span.end) for span in spans if span)


def _speaker(reading: Reading, party: Party | None) -> Speaker | None:
    if party is None:
        return None
    speaker = _party(reading, party)
    issuer = _issuer(reading.article)
    if speaker and issuer and party.name and issuer.lower().startswith(f"{party.name.lower()} "):
        return replace(speaker, name=issuer, resolved_by="letterhead")
    return speaker


def _party(reading: Reading, party: Party | None) -> Speaker | None:
    if party is None:
        return None
    mentions = tuple(_at(reading, stretch) for stretch in party.mentions)
    name = party.name or (mentions[0].quote if mentions else None)
    if name is None:
        return None
    return Speaker(
        name,
        kind=party.kind,
        country=party.country,
        resolved_by=party.resolved_by or "mention",
        role=party.role,
        affiliation=party.affiliation,
        mentions=mentions,
    )


def day_of(article: Article) -> date | None:
    """The day an article was published, where that is known to the day."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _issuer(article: Article) -> str | None:
    """The body whose press release this is: its `Ministry` is the one of the letterhead."""
    is_release = any(m.field == "outlet" and m.method.startswith("text.release") for m in article.metadata)
    return article.outlet if is_release else None


def _id(article: Article, source: Span | None, cue: Span | None, content: tuple[Span, ...]) -> str:
    places = [(span.start, span.end) if span else None for span in (source, cue, *content)]
    return f"s-{sha256_of(f'{article.id}:{places}'.encode())[:16]}"


def _nested(row: Statement, outer: str) -> Statement:
    return replace(row, nested_in=outer)
