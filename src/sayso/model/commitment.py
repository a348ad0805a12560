"""Who promised, demanded, offered or threatened what: a commitment as a row, and as an extractor finds it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.statement import Party, Span, Speaker

__all__ = ["Commitment", "CommitmentMention"]

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """What an extractor of commitments finds in a text, before it becomes a row. Offsets count in the text it read.

    `terms` are the words that tell what is to be done or left undone, `condition` those it hangs on, `mechanism` those
    that tell who is to see that it is kept. `statement` is the index of the statement it is made or reported in, and
    `event` that of the event that reports it as made, each in the list of the same text. `made_on` and `due_by` are ISO
    8601 prefixes. `basis` tells what showed it: an entry of the lexicon, or a rule.
    """

    kind: str
    form: str
    terms: Stretch
    by: tuple[Party, ...]
    to: tuple[Party, ...] = ()
    beneficiary: tuple[Party, ...] = ()
    made_on: str | None = None
    due_by: str | None = None
    condition: Stretch | None = None
    mechanism: Stretch | None = None
    statement: int | None = None
    event: int | None = None
    confidence: float = 0.5
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, demand, offer, agreement or threat as one article tells it, on exact characters of that article.

    `kind` is assurance, demand, offer, agreement, ceasefire, decree or threat; `form` spoken, press-statement,
    joint-statement, written, signed, decree, law or reported. `by` are bound by it, or demand it. `raw_terms` are the
    terms in code points of the decoded document. `statement_id` and `event_id` lead to the rows it rests on. `sense` is
    what the terms say as a vector, packed, by which commitments of different articles are compared.
    """

    id: str
    article_id: str
    document_id: str
    uri: str
    kind: str
    form: str
    by: tuple[Speaker, ...]
    to: tuple[Speaker, ...]
    beneficiary: tuple[Speaker, ...]
    terms: Span
    raw_terms: tuple[Stretch, ...]
    made_on: str | None
    due_by: str | None
    condition: Span | None
    mechanism: Span | None
    statement_id: str | None
    event_id: str | None
    confidence: float
    basis: str
    sense: str = ""
