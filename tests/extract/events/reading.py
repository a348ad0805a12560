"""What the tests of this room read events with: words instead of offsets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.extract.events import events_of
from sayso.extract.statements import attributions_of, spoken_in
from sayso.model import Attribution, EventMention, Party

PUBLISHED = date(2025, 5, 15)
"""The day that the tests' reports are published on, a Thursday."""


@dataclass(frozen=True)
class Told:
    """An event with its words, and the statement on whose word it is."""

    text: str
    found: EventMention
    statement: Attribution | None

    @property
    def trigger(self) -> str:
        return self.text[slice(*self.found.trigger)]

    @property
    def coded(self) -> tuple[str, str | None]:
        return self.found.root, self.found.mode

    @property
    def actors(self) -> tuple[str | None, ...]:
        return names(self.found.actors)

    @property
    def recipients(self) -> tuple[str | None, ...]:
        return names(self.found.recipients)

    @property
    def by(self) -> tuple[str | None, ...]:
        """The states of the actors."""
        return countries(self.found.actors)

    @property
    def to(self) -> tuple[str | None, ...]:
        """The states of the recipients."""
        return countries(self.found.recipients)

    @property
    def reality(self) -> str:
        return self.found.reality

    @property
    def place(self) -> str | None:
        return self.found.place.name if self.found.place else None

    @property
    def when(self) -> str | None:
        return self.text[slice(*self.found.when)] if self.found.when else None

    @property
    def figures(self) -> dict[str, tuple[int | None, int | None, str]]:
        """Slot to low, high and the words."""
        return {one.slot: (one.low, one.high, self.text[slice(*one.words)]) for one in self.found.figures}

    @property
    def word_of(self) -> str | None:
        """The speaker on whose word it is, None for the outlet's own voice."""
        return self.statement.speaker if self.statement else None


def names(parties: tuple[Party, ...]) -> tuple[str | None, ...]:
    return tuple(party.name for party in parties)


def countries(parties: tuple[Party, ...]) -> tuple[str | None, ...]:
    return tuple(party.country for party in parties)


def told(text: str, published: date | None = PUBLISHED) -> list[Told]:
    """Every event that is found in a text, the whole way."""
    spoken = spoken_in(text)
    statements = attributions_of(spoken, published)
    found = events_of(spoken, statements, published)
    return [Told(text, one, statements[one.asserted_by] if one.asserted_by is not None else None) for one in found]


def the(root: str, text: str, published: date | None = PUBLISHED) -> Told:
    """The one event of a root."""
    found = [one for one in told(text, published) if one.found.root == root]
    assert len(found) == 1, [(one.trigger, *one.coded) for one in told(text, published)]
    return found[0]


def only(text: str, published: date | None = PUBLISHED) -> Told:
    """The one event that a text tells."""
    found = told(text, published)
    assert len(found) == 1, [(one.trigger, *one.coded) for one in found]
    return found[0]


def roots_of(text: str) -> list[str]:
    """The roots of all events, in the order of the text."""
    return [one.found.root for one in told(text)]
