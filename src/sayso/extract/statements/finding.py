"""What the rules hand on: source, cue and content as ranges of tokens, the rule that found them, the lexicon entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from sayso.extract.statements.cues import Cue, starting_with
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import Page

__all__ = ["Finding", "Hit", "hits_of"]


@dataclass(slots=True, eq=False)
class Finding:
    """One attribution on the way; `runs_on` marks a quotation whose speaker is the last one heard."""

    rule: str
    cue: Range | None
    source: Range | None
    content: list[Range]
    entry: Cue | None = None
    negated: bool = False
    runs_on: bool = False
    outer: Finding | None = None
    signal: str = field(default="")
    act: str | None = None
    """The speech act, where it was told on the way."""
    features: dict[str, float] = field(default_factory=dict)
    """What the encoder's confidence is worked out from."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of a cue at the tokens [start, end)."""

    start: int
    end: int
    entry: Cue


def hits_of(page: Page) -> list[Hit]:
    """Every form of the lexicon that stands outside quotation marks, longest form first, in order."""
    table, lower, quote_of = starting_with(), page.lower, page.quote_of
    out: list[Hit] = []
    free = 0
    for at in [at for at, word in enumerate(lower) if word in table]:
        if at < free or quote_of[at] >= 0:
            continue
        for rest, entry in table[lower[at]]:
            end = at + 1 + len(rest)
            if not rest:
                out.extend(Hit(at, end, other) for other in _alone(lower[at]))
            elif tuple(lower[at + 1 : end]) == rest:
                out.extend(Hit(at, at + 1, other) for other in _alone(lower[at]) if other.kind == "noun")
                out.append(Hit(at, end, entry))
            else:
                continue
            free = end
            break
    return out


@cache
def _alone(word: str) -> tuple[Cue, ...]:
    """The cues of a single word; a noun before a verb, since only the noun needs an owner."""
    cues = [entry for rest, entry in starting_with()[word] if not rest]
    return tuple(sorted(cues, key=lambda cue: cue.kind))
