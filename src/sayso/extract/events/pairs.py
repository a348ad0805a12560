"""Two actors of a text in; what one did to the other as a PLOVER root out, with the entry and the feature that made it.

The lexicon's frames are asked first, and are features of a learned model; the model settles what words alone do not:
promise or deed, threat or act, demand or agreement. It always answers: the pair is given, and that something is told of
it too. Where no pair is given, `coding` finds the events, and none where no frame is met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.events.pair_features import Features, features_of
from sayso.extract.events.pair_sight import Hit, Sight
from sayso.extract.events.pair_weights import Weights, shipped
from sayso.extract.events.pair_words import words_of_pair
from sayso.extract.events.scene import Scene
from sayso.language import annotated

__all__ = ["Pair", "code_pair", "pair_features", "pair_of", "pair_root", "sight_of"]

_YIELDING = ("CONCEDE", "RETREAT")
"""Two roots that are weighed as one against the others (YIELD), as words and deeds of giving way are told alike."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What a source did to a target.

    `share` is what the model gives the root, of 1; `frame` the entry of the lexicon with that root that fits the two
    best, None where none is met; `basis` the feature that spoke most for it.
    """

    root: str
    share: float
    frame: str | None
    basis: str


def code_pair(sentence: str, source: str, target: str) -> Pair:
    """What a sentence tells that the source did to the target. Either may be written otherwise, or not be in it.

    >>> told = code_pair("Chad expelled two diplomats of Niger on Friday.", "Chad", "two diplomats of Niger")
    >>> told.root, told.frame is not None
    ('SANCTION', True)
    """
    return pair_of(pair_features(sight_of(sentence), source, target))


def pair_root(scene: Scene | Sight, source_words: Iterable[int], target_words: Iterable[int]) -> Pair:
    """What a read text tells of two actors, by the numbers of their words; pass a `Sight` to ask for many pairs.

    >>> scene = sight_of("Rebels shelled the town.").scene
    >>> pair_root(scene, [0], [2, 3]).root
    'ASSAULT'
    """
    sight = scene if isinstance(scene, Sight) else Sight(scene)
    return pair_of(features_of(sight, frozenset(source_words), frozenset(target_words)))


def sight_of(text: str) -> Sight:
    """A text, read.

    >>> [hit.match.frame.root for hit in sight_of("Rebels shelled the town.").hits]
    ['ASSAULT']
    """
    return Sight(Scene(text, annotated(text)))


def pair_features(sight: Sight, source: str, target: str) -> Features:
    """What tells of two actors as they are written.

    >>> "best frame ASSAULT" in pair_features(sight_of("Rebels shelled the town."), "Rebels", "the town").named
    True
    """
    return features_of(sight, *words_of_pair(sight.scene.annotation.words, sight.scene.text, source, target))


def pair_of(features: Features, weights: Weights | None = None) -> Pair:
    """The pair that features tell of, by the shipped weights or others.

    >>> pair_of(pair_features(sight_of("Rebels shelled the town."), "Rebels", "the town")).root
    'ASSAULT'
    """
    weights = weights or shipped()
    shares = weights.shares(features)
    root = _chosen(shares)
    return Pair(root, round(shares[root], 4), _frame(features.hits, root), weights.reason(features, root))


def _chosen(shares: dict[str, float]) -> str:
    """The root with the most; the two that yield are first added up."""
    yielding = sum(shares[root] for root in _YIELDING)
    best = max((root for root in shares if root not in _YIELDING), key=lambda root: shares[root])
    return best if shares[best] >= yielding else max(_YIELDING, key=lambda root: shares[root])


def _frame(hits: Iterable[tuple[float, Hit]], root: str) -> str | None:
    return next((hit.match.frame.id for _, hit in hits if hit.match.frame.root == root), None)
