"""A read text in; every frame that its words meet out, found once for all the pairs that are asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sayso.extract.events.frames.lexicon import lexicon
from sayso.extract.events.matching import Match, match
from sayso.extract.events.predicates import predicate_of
from sayso.extract.events.reality import reality_of
from sayso.extract.events.scene import Scene
from sayso.extract.events.vocabulary import lemmas_of

__all__ = ["Hit", "Sight"]

_FRAMED = ("VERB", "NOUN", "ADJ")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match, its reality, and the words of the phrases of its actors and recipients."""

    match: Match
    reality: str
    actors: frozenset[int]
    recipients: frozenset[int]


@dataclass(frozen=True)
class Sight:
    """A read text, its matches found once, for any number of pairs."""

    scene: Scene

    @cached_property
    def hits(self) -> list[Hit]:
        """Every match of the text, in the order of its words."""
        return list(self._hits())

    def _hits(self) -> Iterator[Hit]:
        scene = self.scene
        forms, lemmas = scene.tree.forms, scene.tree.lemmas
        for at in range(len(forms)):
            found = match(scene, predicate_of(scene, at)) if _is_filed(forms[at], lemmas[at]) else None
            if found is not None:
                sides = [
                    frozenset(n for head in heads for n in range(*scene.phrase(head)))
                    for heads in (found.actors, found.recipients)
                ]
                yield Hit(found, reality_of(scene, found), *sides)


@lru_cache(maxsize=50_000)
def _is_filed(form: str, lemma: str) -> bool:
    """May the word bring a frame at all, whatever its part of speech? Most do not, and are not looked at further."""
    filed = lexicon()
    return any(filed.of(pos, known) for pos in _FRAMED for known in (form, lemma, *lemmas_of(form, pos)))
