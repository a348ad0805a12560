"""Who said what: a statement as a row, and the speaker it is put down to."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SURE", "Attribution", "Party", "Span", "Speaker", "Statement"]

Stretch = tuple[int, int]

SURE = 0.85
"""Rows of this confidence or more are what the strict mode keeps; docs/benchmarks.md tells how many are right."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of an article's text, in code points, and what they read."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span [start, end) of a text.

        >>> Span.of("He denied it.", 3, 9)
        Span(start=3, end=9, quote='denied')
        """
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks, or whom a statement is said to or about: the words that name them, and who they stand for.

    `role`, `affiliation` and `country` (ISO 3166 alpha-3) are as the text gives them; `mentions` leads from the mention
    to the words that name the party.
    """

    mention: Stretch | None
    name: str | None = None
    kind: str | None = None
    resolved_by: str | None = None
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    mentions: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an extractor of statements finds in a text, before it becomes a row. Offsets count in the text it read.

    `source`, `cue` and `content` are stretches [start, end); content has one or more. `party` is whom the source
    mention stands for inside the article; its `resolved_by` tells how that was found: `name` (the mention itself),
    `pronoun`, `surname`, `role`, `run` (the last speaker in a run of quotes), `label` (of a transcript or a release),
    `mention` (somebody unnamed, who goes by the mention's own words); it is None where nobody is named. `act` is one
    of `schema/speech_acts.toml`, told by `act_basis`: cue, content or both; `form` direct, mixed or indirect;
    `negated` for what was expressly not said; `reality` said, future, hypothetical or attitude; `nested_in` the
    index, in the same list, of the statement around it. `addressee` is who is told, `target` who is blamed, praised
    or asked, `when` the words that tell when it was said, and `said_on` the ISO 8601 day, where the text fixes one.
    """

    source: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]
    act: str
    form: str
    confidence: float
    party: Party | None = None
    negated: bool = False
    nested_in: int | None = None
    act_basis: str = "cue"
    reality: str = "said"
    addressee: Party | None = None
    target: Party | None = None
    when: Stretch | None = None
    said_on: str | None = None

    @property
    def speaker(self) -> str | None:
        """The name of who says it."""
        return self.party.name if self.party else None

    @property
    def speaker_kind(self) -> str | None:
        """What the speaker is: person, government, organisation, collective."""
        return self.party.kind if self.party else None

    @property
    def resolved_by(self) -> str | None:
        """How the speaker was found."""
        return self.party.resolved_by if self.party else None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant by a mention, and how that was found.

    `role`, `affiliation` and `country` (ISO 3166 alpha-3) are as the article gives them; `mentions` is the chain of
    words that led from the mention to the name, which `resolved_by` tells. `actor_id` is the actor of the registry, or
    of the ledger, that is meant; `actor_by` how it was matched; `member_of` the body that somebody unknown belongs to.
    """

    name: str
    kind: str | None = None
    country: str | None = None
    actor_id: str | None = None
    resolved_by: str | None = None
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()
    actor_by: str | None = None
    member_of: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Source, cue and content on exact characters of an article, with the first reading of what was done by saying it.

    `raw_source`, `raw_cue`, `raw_content` are the same stretches in code points of the decoded document. `sense` is
    what the content says as a vector, packed, by which statements of different articles are compared.
    """

    id: str
    article_id: str
    document_id: str
    uri: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    raw_source: tuple[Stretch, ...]
    raw_cue: tuple[Stretch, ...]
    raw_content: tuple[Stretch, ...]
    speaker: Speaker | None
    act: str
    group: str
    form: str
    negated: bool
    nested_in: str | None
    confidence: float
    addressee: Speaker | None = None
    target: Speaker | None = None
    said_on: str | None = None
    act_basis: str | None = None
    reality: str = "said"
    when: Span | None = None
    sense: str = ""
