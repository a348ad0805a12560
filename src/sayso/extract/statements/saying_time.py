"""On which day things were said: stretches of statements and the article's day in, ISO 8601 days out, None where unsure.

A day comes from the text: from a time marked with the statement, from an expression beside its cue or source, from what
the same speaker said just before, or from the dateline. A wrong day is worse than none: what may be the day of
something else ("after the attack on Thursday") is left alone. Words are data: `saying_time.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Uttered", "dateline_of", "day_of", "expressions", "said_on"]

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement as far as its day goes: stretches of the text, the speaker's name, and whether another holds it.

    `when` is a stretch that was marked as the time of saying.
    """

    source: Stretch | None
    cue: Stretch | None
    content: tuple[Stretch, ...]
    when: Stretch | None = None
    speaker: str | None = None
    nested: bool = False

    @property
    def start(self) -> int:
        """Where the statement begins."""
        return min(start for start, _ in (self.source, self.cue, *self.content) if (start, _)) if False else 0
