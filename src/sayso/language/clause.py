"""What a clause is: a predicate, its arguments, and how it is put."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["Clause", "Mood", "Oblique", "Side", "Tense"]

Tense = Literal["past", "present", "future", ""]
Mood = Literal["declarative", "imperative", "interrogative"]
Side = Literal["before", "after", "around", ""]


@dataclass(frozen=True, slots=True)
class Oblique:
    """A phrase by its head, with its preposition in lower case (`according to`), which is empty for a bare `Sunday`."""

    index: int
    preposition: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and its arguments, each by the number of its head token; `phrase` gives its extent.

    `predicate` is the verb, or the noun or adjective that a copula links; `group` its auxiliaries, negation,
    particles and adverbs with it. `agents` are who does it, also in the passive; members of a coordination are
    listed. `complement` is the predicate of the clause that completes this one: what is said. It stands to a
    `complement_side` and hangs there by `complement_relation`, which is `governor` for `as he said`. `governor` is
    the token this clause hangs on, by `relation` (Universal Dependencies); `marker` what opens it (`that`, `if`,
    `to`). `withheld` is the lemma of `failed to` or `refused to` before the predicate. `inherited` says that an
    argument is taken over from elsewhere: a coordinated predicate, a controller, the antecedent of a relative clause.
    `nominal` is the clause of a noun: `Hale's denial`.
    """

    predicate: int
    group: tuple[int, ...]
    copula: int | None = None
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    attribute: int | None = None
    obliques: tuple[Oblique, ...] = ()
    complement: int | None = None
    complement_relation: str = ""
    complement_side: Side = ""
    adverbials: tuple[int, ...] = ()
    governor: int | None = None
    relation: str = "root"
    marker: str = ""
    finite: bool = False
    negated: bool = False
    withheld: str = ""
    modality: tuple[str, ...] = ()
    passive: bool = False
    tense: Tense = ""
    perfect: bool = False
    progressive: bool = False
    mood: Mood = "declarative"
    inherited: bool = False
    nominal: bool = False

    @property
    def agent(self) -> int | None:
        """The first agent."""
        return self.agents[0] if self.agents else None

    @property
    def patient(self) -> int | None:
        """The first patient."""
        return self.patients[0] if self.patients else None

    @property
    def recipient(self) -> int | None:
        """The first recipient."""
        return self.recipients[0] if self.recipients else None

    def moved(self, by: int) -> Clause:
        """The clause with every token counted from further on."""
        return replace(
            self,
            predicate=self.predicate + by,
            copula=_moved(self.copula, by),
            attribute=_moved(self.attribute, by),
            complement=_moved(self.complement, by),
            governor=_moved(self.governor, by),
            group=tuple(at + by for at in self.group),
            agents=tuple(at + by for at in self.agents),
            patients=tuple(at + by for at in self.patients),
            recipients=tuple(at + by for at in self.recipients),
            adverbials=tuple(at + by for at in self.adverbials),
            obliques=tuple(Oblique(oblique.index + by, oblique.preposition) for oblique in self.obliques),
        )


def _moved(index: int | None, by: int) -> int | None:
    return None if index is None else index + by
