"""What was read out of one document, and the rows of the contract it gives."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sayso.model import Article, Commitment, Event, Line, Problem, Span, Speaker, Statement, sha256_of

__all__ = ["PIPELINE", "Findings"]

PIPELINE = "5"
"""Raised whenever the same document would give other rows; finished documents are worked again only then."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Findings:
    """What one document gives: its form, articles, statements, events, commitments, and what could not be read."""

    document_id: str
    media_type: str | None = None
    encoding: str | None = None
    form: str | None = None
    articles: tuple[Article, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def status(self) -> str:
        """`read`, `partial` where some of it is quarantined, `quarantined` where all is."""
        if not self.problems:
            return "read"
        return "partial" if self.articles else "quarantined"

    def row(self, settings: str) -> Row:
        """The findings as one row of a segment, holding rows of the contract's tables."""
        return {
            "document_id": self.document_id,
            "pipeline": PIPELINE,
            "settings": settings,
            "status": self.status,
            "media_type": self.media_type,
            "encoding": self.encoding,
            "form": self.form,
            "articles": [_article_row(article) for article in self.articles],
            "statements": [_statement_row(statement) for statement in self.statements],
            "events": [_event_row(event) for event in self.events],
            "commitments": [_commitment_row(commitment) for commitment in self.commitments],
            "lines": [_line_row(article, line) for article in self.articles for line in article.lines],
            "quarantine": [problem.row() for problem in self.problems],
        }


def _article_row(article: Article) -> Row:
    return {
        "id": article.id,
        "document_id": article.document_id,
        "uri": article.uri,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
        "published_precision": article.published_precision,
        "published_method": article.published_method,
        "outlet": article.outlet,
        "language": article.language,
        "text": article.text,
        "repairs": [asdict(repair) for repair in article.repairs],
        "url": article.url,
        "position": article.position,
        "complete": article.complete,
        "in_scope": article.in_scope,
        "scope_score": article.scope_score,
        "scope_why": article.scope_why,
        "part": article.part,
        "codecs": list(article.codecs),
        "metadata": [asdict(datum) for datum in article.metadata],
        "runs": [number for run in article.alignment.runs for number in run],
    }


def _statement_row(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "article_id": statement.article_id,
        "document_id": statement.document_id,
        "uri": statement.uri,
        "source": _span_row(statement.source),
        "cue": _span_row(statement.cue),
        "content": [_span_row(span) for span in statement.content],
        "raw": {
            "source": [list(pair) for pair in statement.raw_source],
            "cue": [list(pair) for pair in statement.raw_cue],
            "content": [list(pair) for pair in statement.raw_content],
        },
        "speaker": _actor_row(statement.speaker),
        "addressee": _actor_row(statement.addressee),
        "target": _actor_row(statement.target),
        "act": statement.act,
        "group": statement.group,
        "form": statement.form,
        "negated": statement.negated,
        "nested_in": statement.nested_in,
        "said_on": statement.said_on,
        "confidence": statement.confidence,
        "act_basis": statement.act_basis,
        "reality": statement.reality,
        "when": _span_row(statement.when),
        "sense": statement.sense,
    }


def _event_row(event: Event) -> Row:
    counts = {slot: [low, high] for slot, low, high, _ in event.figures}
    return {
        "id": event.id,
        "article_id": event.article_id,
        "document_id": event.document_id,
        "uri": event.uri,
        "trigger": _span_row(event.trigger),
        "raw_trigger": [list(pair) for pair in event.raw_trigger],
        "root": event.root,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "quad": event.quad,
        "actors": [_party_row(party) for party in event.actors],
        "recipients": [_party_row(party) for party in event.recipients],
        "date": event.date,
        "date_precision": event.date_precision,
        "place": asdict(event.place) if event.place else None,
        "killed": counts.get("killed"),
        "injured": counts.get("injured"),
        "arrested": counts.get("arrested"),
        "figures": [
            {"slot": slot, "low": low, "high": high, "span": _span_row(words)}
            for slot, low, high, words in event.figures
        ],
        "asserted_by": event.asserted_by,
        "reality": event.reality,
        "confidence": event.confidence,
        "when": _span_row(event.when),
        "frame": event.frame,
        "basis": event.basis,
        "sense": event.sense,
    }


def _commitment_row(commitment: Commitment) -> Row:
    return {
        "id": commitment.id,
        "kind": commitment.kind,
        "form": commitment.form,
        "by": [_party_row(party) for party in commitment.by],
        "to": [_party_row(party) for party in commitment.to],
        "beneficiary": [_party_row(party) for party in commitment.beneficiary],
        "terms": _span_row(commitment.terms),
        "article_id": commitment.article_id,
        "uri": commitment.uri,
        "made_on": commitment.made_on,
        "due_by": commitment.due_by,
        "condition": _span_row(commitment.condition),
        "mechanism": _span_row(commitment.mechanism),
        "document_id": commitment.document_id,
        "statement_id": commitment.statement_id,
        "event_id": commitment.event_id,
        "raw_terms": [list(pair) for pair in commitment.raw_terms],
        "confidence": commitment.confidence,
        "basis": commitment.basis,
        "sense": commitment.sense,
    }


def _party_row(party: Speaker) -> Row:
    """An actor or recipient: the first mention is the words at this event, the last the words that name it."""
    row = asdict(party)
    mentions = row.pop("mentions")
    return row | {"span": mentions[0] if mentions else None, "named": mentions[-1] if mentions else None}


def _actor_row(actor: Speaker | None) -> Row | None:
    return asdict(actor) | {"mentions": [asdict(span) for span in actor.mentions]} if actor else None


def _span_row(span: Span | None) -> Row | None:
    return asdict(span) if span else None


def _line_row(article: Article, line: Line) -> Row:
    return {
        "id": f"l-{sha256_of(f'{article.id}:{line.start}:{line.end}:{line.label}'.encode())[:16]}",
        "article_id": article.id,
        "start": line.start,
        "end": line.end,
        "label": line.label,
        "score": round(line.score, 4),
    }
