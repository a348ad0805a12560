"""What happens to one document, step by step.

    bytes ─read→ drafts ─clean→ articles ─scope, extract→ statements, events, commitments ─actors→ whose

A pure function of bytes and settings: no clock, no network, no randomness, no state between documents. So its findings
can be cached, resumed, run in parallel and moved to another machine without being changed.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.actors import meant, registry
from sayso.clean import clean
from sayso.collect.read import read
from sayso.errors import ReadError
from sayso.extract import rows_of, scope_of
from sayso.findings import Findings
from sayso.model import Article, Commitment, Document, Draft, Event, Problem, Reading, Settings, Statement

__all__ = ["process"]

READ_LANGUAGES = frozenset({"en"})
"""Languages that statements and events are read from; others are kept as articles and marked."""


def process(document: Document, settings: Settings | None = None) -> Findings:
    """Everything that is read out of one document.

    Returns findings whose rows stand on exact characters of the document; what could not be read is in their
    `problems`. Raises nothing for bad input.

    >>> found = process(Document("a.txt", b'"We did not fire first," Colonel Ana Roth said on Monday in the capital.'))
    >>> found.statements[0].speaker.name, found.statements[0].source.quote
    ('Ana Roth', 'Colonel Ana Roth')
    """
    settings = settings or Settings()
    try:
        reads = read(document, settings.limits)
    except ReadError as error:
        return Findings(document.sha256, problems=(_problem(document, "read", error),))
    articles, problems = [], [problem.named for problem in reads.problems]
    for position, draft in enumerate(reads.drafts, start=1):
        try:
            articles.append(_article(document, draft, position, len(reads.drafts), settings))
        except ReadError as error:
            problems.append(_problem(document, "clean", error))
    statements, events, commitments = _rows(articles, settings)
    return Findings(
        document_id=document.sha256,
        media_type=reads.media_type,
        encoding=reads.encoding,
        form=reads.form,
        articles=tuple(articles),
        statements=statements,
        events=events,
        commitments=commitments,
        problems=tuple(problems),
    )


def _rows(
    articles: list[Article], settings: Settings
) -> tuple[tuple[Statement, ...], tuple[Event, ...], tuple[Commitment, ...]]:
    wanted = (article for article in articles if article.in_scope and article.language in READ_LANGUAGES)
    found = [meant(article, *rows_of(Reading.of(article)), registry(settings.actors)) for article in wanted]
    return (
        tuple(row for statements, _, _ in found for row in statements),
        tuple(row for _, events, _ in found for row in events),
        tuple(row for _, _, commitments in found for row in commitments),
    )


def _article(document: Document, draft: Draft, position: int, of: int, settings: Settings) -> Article:
    uri = f"{document.uri}#{position}" if of > 1 else document.uri
    article = clean(draft, document=document, uri=uri, position=position, limits=settings.limits)
    scoped = scope_of(article.title, article.text, settings.scope)
    return replace(article, in_scope=scoped.in_scope, scope_score=scoped.score, scope_why=scoped.why)


def _problem(document: Document, stage: str, error: ReadError) -> Problem:
    return Problem(document.uri, stage, error.code, error.message, document.sha256).named
