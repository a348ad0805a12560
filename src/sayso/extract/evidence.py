"""Stretches of the text that extractors read in; spans on exact characters of the article and its document out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import Article, Party, Reading, Span, Speaker, sha256_of

__all__ = ["Evidence"]

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Evidence:
    """One reading. Spans count in `article.text`, as published, though the repaired words were read."""

    reading: Reading

    @property
    def article(self) -> Article:
        """The article that rows stand on."""
        return self.reading.article

    def at(self, stretch: Stretch) -> Span:
        """A stretch of the reading as a span of the article."""
        return Span.of(self.article.text, *self.reading.evidence(*stretch))

    def span(self, stretch: Stretch | None) -> Span | None:
        """The same, where there is one."""
        return self.at(stretch) if stretch else None

    def raw(self, spans: Iterable[Span | None]) -> tuple[Stretch, ...]:
        """Spans of the article as stretches of the decoded document."""
        return tuple(self.article.alignment.raw(span.start, span.end) for span in spans if span)

    def party(self, party: Party | None) -> Speaker | None:
        """A party as a row names it; None where nothing names it."""
        if party is None:
            return None
        mentions = tuple(self.at(stretch) for stretch in party.mentions)
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

    def speaker(self, party: Party | None) -> Speaker | None:
        """The party that speaks; in a press release its `Ministry` is the one of the letterhead."""
        speaker, issuer = self.party(party), self.issuer
        if speaker and party and issuer and party.name and issuer.lower().startswith(f"{party.name.lower()} "):
            return replace(speaker, name=issuer, resolved_by="letterhead")
        return speaker

    @property
    def issuer(self) -> str | None:
        """The body whose press release this is."""
        is_release = any(m.field == "outlet" and m.method.startswith("text.release") for m in self.article.metadata)
        return self.article.outlet if is_release else None

    @property
    def published(self) -> date | None:
        """The day the article was published, where that is known to the day."""
        try:
            return date.fromisoformat((self.article.published or "")[:10])
        except ValueError:
            return None

    def id(self, kind: str, *what: object) -> str:
        """The id of a row: of its article, and what it stands on."""
        return f"{kind}-{sha256_of(f'{self.article.id}:{list(what)}'.encode())[:16]}"
