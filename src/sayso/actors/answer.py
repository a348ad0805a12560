"""What a resolution is asked with and what it answers: the nouns Context and Resolution."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.actor import Actor

__all__ = ["Context", "Resolution", "answer"]


@dataclass(frozen=True, slots=True)
class Context:
    """What an article tells around a mention; every field may be left out.

    `own` is the state that the mention itself is told to belong to (`country` of a Party), `country` that of the
    nearest national actor, the dateline or the outlet, `countries` all that the article names; `role` and
    `affiliation` are the words beside the mention; `kind` is what the article takes it for (person, ...); `use` is
    `metonym` where it says or does something, `place` where something happens in it; `actors` are the ids of actors
    that the article names in full.
    """

    country: str | None = None
    own: str | None = None
    countries: frozenset[str] = frozenset()
    role: str | None = None
    affiliation: str | None = None
    kind: str | None = None
    use: str | None = None
    actors: frozenset[str] = frozenset()

    @property
    def national(self) -> str | None:
        """The state that a body without one belongs to: the mention's own, the nearest, the only one named."""
        only = next(iter(self.countries)) if len(self.countries) == 1 else None
        return self.own or self.country or only


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is meant, and how that was found.

    `how` is name, alias, loaded, metonym, pattern (an owner and a body: `Peru's army`), role (who holds an office, whom
    a spokesperson speaks for), surname, affiliation (an unknown person of a known body), collective, or context where
    only the article decided; `, latest` is added where no day was given and the latest of several was taken.
    `actor_id` is None for a collective and for a person that no registry knows; `of` is the body that a person speaks
    for. `alternatives` are ids of actors that the words may mean as well.
    """

    actor_id: str | None
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    how: str = "name"
    loaded: bool = False
    of: str | None = None
    alternatives: tuple[str, ...] = ()


def answer(
    actor: Actor, how: str, *, loaded: bool = False, of: str | None = None, alternatives: tuple[str, ...] = ()
) -> Resolution:
    """The resolution that an actor is meant."""
    return Resolution(
        actor.id, actor.name, actor.kind, actor.country, actor.sector, how, loaded or how == "loaded", of, alternatives
    )
