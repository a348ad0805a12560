"""A read text and the words of two actors in; what tells what one did to the other out: named features and vectors.

Three things are told apart: what the frames of the lexicon make of the sentence and where the two stand in each match;
the verbs, relations and words between the two; and the encoder's vectors at a few places. Names of features are words
that a reader understands, since they are the reasons that a coded pair gives. Of the actors' own words only nouns are
features, never a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.extract.events.pair_sight import Hit, Sight
from sayso.language.clause import Clause

__all__ = ["PLACES", "WIDTH", "Features", "features_of"]

Floats = NDArray[np.float32]
Words = AbstractSet[int]

WIDTH = 384
"""Numbers in the encoder's vector of a word."""
PLACES = ("sentence", "meeting verb", "source's verb", "between", "target", "source", "path", "best frame")
"""Where vectors are taken, in the order of the rows of `Features.vectors`."""
_PREDICATES = ("VERB", "AUX", "ADJ")
_NAMED = frozenset(("Person", "Location", "Organization", "NORP", "Facility"))
_FAR = 15
"""Words that a way up a tree may have."""
_SIDES = {"both": 4.0, "actor": 3.0, "recipient": 2.0, "reversed": 1.0, "neither": 0.0}
_AT_MEETING, _AT_SOURCE = 1.5, 1.0
_SHORT = 5
"""Steps of a path that is still told in words."""


@dataclass(frozen=True, slots=True)
class Features:
    """What tells of a pair: named features with their values, a vector a place, and matches with how well each fits."""

    named: dict[str, float]
    vectors: Floats
    hits: tuple[tuple[float, Hit], ...]


def features_of(sight: Sight, source: Words, target: Words) -> Features:
    """What the sentences of two actors tell of them; no words are an actor that the text does not name."""
    return _Pair(sight, source, target).features()


class _Pair:
    """Two actors in a read text."""

    def __init__(self, sight: Sight, source: Words, target: Words) -> None:
        self.scene, self.tree = sight.scene, sight.scene.tree
        self.source, self.target = source, target - source
        self.first, self.last = self._stretch()
        self.hits = [hit for hit in sight.hits if self.first <= hit.match.at < self.last]
        self.of_source, self.of_target = self._head(self.source), self._head(self.target)
        self.up_source, self.up_target = self._up(self.of_source), self._up(self.of_target)
        self.meeting = self._meeting()
        self.verb = next((at for at in self.up_source[1:] if self.tree.pos[at] in _PREDICATES), None)
        self.path = self._path()
        self.named: dict[str, float] = {}

    def _stretch(self) -> tuple[int, int]:
        """The sentences that the two stand in; the whole text where it names neither."""
        words = self.source | self.target
        if not words:
            return 0, len(self.tree.heads)
        return self.scene.sentence_of(min(words))[0], self.scene.sentence_of(max(words))[1]

    def _head(self, words: Words) -> int | None:
        """The word of an actor that hangs on a word outside it."""
        heads = self.tree.heads
        return next((at for at in sorted(words) if heads[at] not in words or heads[at] == at), None)

    def _up(self, at: int | None) -> list[int]:
        """A word and those above it."""
        out = [] if at is None else [at]
        while out and self.tree.heads[out[-1]] != out[-1] and len(out) < _FAR:
            out.append(self.tree.heads[out[-1]])
        return out

    def _meeting(self) -> int | None:
        """The lowest word above both; above the source alone, what it hangs on."""
        if self.of_source is not None and self.of_target is not None:
            return next((at for at in self.up_source if at in self.up_target), None)
        known = self.up_source or self.up_target
        return known[min(1, len(known) - 1)] if known else None

    def _path(self) -> list[int]:
        """The words on the way from one to the other through the tree, their own left out."""
        if self.meeting is None or not (self.up_source and self.up_target):
            return [self.meeting] if self.meeting is not None else []
        up = self.up_source[1 : self.up_source.index(self.meeting) + 1]
        down = self.up_target[1 : self.up_target.index(self.meeting)]
        return [at for at in (*up, *reversed(down)) if at not in self.source and at not in self.target]

    def features(self) -> Features:
        ranked = self._frames()
        self._words()
        self._verb("meeting verb", self.meeting)
        self._verb("source's verb", self.verb)
        self._way()
        return Features(self.named, self._vectors(ranked[0][1] if ranked else None), tuple(ranked))

    def _add(self, name: str, value: float = 1.0) -> None:
        self.named[name] = self.named.get(name, 0.0) + value

    # --- frames

    def _frames(self) -> list[tuple[float, Hit]]:
        """Features of every match; the matches by how well they fit the pair."""
        ranked: list[tuple[float, Hit]] = []
        for hit in self.hits:
            side, root, mode, at = self._side(hit), hit.match.frame.root, hit.match.frame.mode, hit.match.at
            self._add(f"frame {root}")
            self._add(f"frame {root}: {side}")
            if hit.reality != "actual":
                self._add(f"frame {root}: {hit.reality}")
            if mode:
                self._add(f"frame {root} {mode}: {side}")
            fit = _SIDES[side]
            if at == self.meeting:
                fit += _AT_MEETING
                self._add(f"frame {root} at the meeting verb")
            if at == self.verb:
                fit += _AT_SOURCE
                self._add(f"frame {root} at the source's verb")
            if at in self.path:
                self._add(f"frame {root} on the path")
            ranked.append((fit, hit))
        ranked.sort(key=lambda one: -one[0])
        for place, (_, hit) in zip(("best", "second"), ranked, strict=False):
            self._add(f"{place} frame {hit.match.frame.root}")
            self._add(f"{place} frame {hit.match.frame.root}: {hit.reality}")
        if ranked:
            self._add(f"best frame is {ranked[0][1].match.frame.id}")
        else:
            self._add("no frame")
        return ranked

    def _side(self, hit: Hit) -> str:
        """Where the two stand in a match."""
        actor, recipient = bool(self.source & hit.actors), bool(self.target & hit.recipients)
        if actor or recipient:
            return "both" if actor and recipient else "actor" if actor else "recipient"
        swapped = self.target & set(hit.match.actors) and self.source & set(hit.match.recipients)
        return "reversed" if swapped else "neither"

    # --- words

    def _words(self) -> None:
        own = self.source | self.target
        low, high = (min(own), max(own)) if own else (self.first, self.last)
        for lemma in self._plain(range(self.first, self.last), own):
            self._add(f"word {lemma}", 0.3)
        for lemma in self._plain(range(low, high), own):
            self._add(f"between {lemma}", 0.5)
        if not self.target:
            self._add("no target")
        self._nouns("source", self.source, self.of_source)
        self._nouns("target", self.target, self.of_target)

    def _plain(self, words: range, own: Words) -> list[str]:
        """The lemmas of words that are no names and not the actors' own: who else is in the news says nothing."""
        return sorted({self.tree.lemmas[at] for at in words if at not in own and not self._is_name(at)})

    def _is_name(self, at: int) -> bool:
        return self.scene.kind(at) in _NAMED

    def _nouns(self, name: str, words: Words, head: int | None) -> None:
        """The nouns of an actor: police arrest, prisoners are released. Names stay out, but for the kind of one."""
        kind = self.scene.kind(head) if head is not None else None
        if kind:
            self._add(f"{name} is a {kind}", 0.5)
        for at in sorted(words):
            if self.tree.pos[at] == "NOUN" and not self._is_name(at):
                self._add(f"{name} with {self.tree.lemmas[at]}", 0.5)
                if at == head:
                    self._add(f"{name} is {self.tree.lemmas[at]}", 0.5)

    def _verb(self, name: str, at: int | None) -> None:
        if at is None:
            return
        self._add(f"{name} {self.tree.lemmas[at]}")
        clause = self.scene.clauses.get(at)
        if clause is None:
            return
        for told in _put(clause):
            self._add(f"{name} is {told}", 0.5)
        self._arguments(name, self.tree.lemmas[at], clause)
        if clause.complement is not None:
            self._complement(name, clause.complement)

    def _arguments(self, name: str, lemma: str, clause: Clause) -> None:
        """What the verb is done to: `imposed a blockade`; and how the target is brought up: `called on` it."""
        for head in clause.patients if not clause.passive else ():
            if head in self.target:
                self._add(f"{name} {lemma}, of the target", 0.5)
                continue
            core = self.scene.core(head)
            noun = "a name" if self._is_name(core) else self.tree.lemmas[core]
            self._add(f"{name} {lemma}, of {noun}", 0.5)
            self._add(f"{name}'s object {noun}", 0.5)
        for one in clause.obliques:
            if one.index in self.target:
                self._add(f"{name} {lemma} {one.preposition} the target", 0.5)

    def _complement(self, name: str, at: int) -> None:
        """What the verb's clause is completed by: `said it would withdraw`."""
        self._add(f"{name} with {self.tree.lemmas[at]}", 0.5)
        clause = self.scene.clauses.get(at)
        for told in _put(clause) if clause else ():
            self._add(f"{name} with one {told}", 0.5)
        for hit in self.hits:
            if hit.match.at == at:
                self._add(f"{name} with frame {hit.match.frame.root}: {hit.reality}")

    def _way(self) -> None:
        tree = self.tree
        for at in self.path:
            if not self._is_name(at):
                self._add(f"path {tree.lemmas[at]}", 0.5)
            clause = self.scene.clauses.get(at)
            for told in _put(clause) if clause else ():
                self._add(f"path is {told}", 0.5)
        if self.of_source is not None:
            self._add(f"source hangs by {tree.relations[self.of_source]}", 0.5)
        if self.of_target is not None:
            self._add(f"target hangs by {tree.relations[self.of_target]}", 0.5)
            for child in tree.children[self.of_target]:
                if tree.relations[child] == "case":
                    self._add(f"target after {tree.forms[child]}", 0.5)

    # --- vectors

    def _vectors(self, best: Hit | None) -> Floats:
        own = self.source | self.target
        low, high = (min(own), max(own)) if own else (self.first, self.last)
        between = [at for at in range(low, high) if at not in own]
        places = (
            range(self.first, self.last),
            _one(self.meeting),
            _one(self.verb),
            between,
            _one(self.of_target),
            _one(self.of_source),
            self.path,
            _one(best.match.at if best else None),
        )
        vectors = self.scene.annotation.vectors
        out = np.zeros((len(PLACES), WIDTH), np.float32)
        for row, words in enumerate(places):
            if len(words):
                out[row] = vectors[words[0]] if len(words) == 1 else vectors[list(words)].mean(0)
        return out


def _one(at: int | None) -> list[int]:
    return [] if at is None else [at]


def _put(clause: Clause) -> Iterator[str]:
    """How a clause is put, in words."""
    if clause.negated:
        yield "negated"
    if clause.withheld:
        yield f"withheld by {clause.withheld}"
    if clause.passive:
        yield "passive"
    if clause.tense:
        yield clause.tense
    if clause.mood != "declarative":
        yield clause.mood
    if clause.marker:
        yield f"after {clause.marker}"
    yield from clause.modality
