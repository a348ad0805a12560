"""A text in; the commitments read out of it, as tests look at them."""

from __future__ import annotations

from datetime import date

from sayso.extract.commitments import commitments_of
from sayso.extract.commitments.ground import Ground
from sayso.extract.events import events_of
from sayso.extract.events.scene import Scene
from sayso.extract.statements import attributions_of, spoken_in
from sayso.model import CommitmentMention

PUBLISHED = date(2026, 2, 24)


def read(text: str, published: date | None = PUBLISHED, *, issued: bool = False) -> list[CommitmentMention]:
    """The commitments of a text published on a Tuesday."""
    spoken = spoken_in(text)
    statements = attributions_of(spoken, published, own_voice=issued)
    return commitments_of(spoken, statements, events_of(spoken, statements, published), published, issued=issued)


def told(text: str, published: date | None = PUBLISHED, *, issued: bool = False) -> list[tuple[str, str]]:
    """Kind and terms of each."""
    return [(one.kind, text[slice(*one.terms)]) for one in read(text, published, issued=issued)]


def by(one: CommitmentMention) -> list[str | None]:
    """The names of whoever is bound."""
    return [party.name for party in one.by]


def ground(text: str) -> Ground:
    """A text as the rules see it."""
    spoken = spoken_in(text)
    statements = attributions_of(spoken, PUBLISHED)
    return Ground(Scene(spoken.page.text, spoken.annotation), spoken, statements, [], PUBLISHED, issued=False)
