"""A noun of a scene in; what its phrase by itself says of a party out: words, name, kind, state, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.frames.lexicon import lexicon
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.language.arguments import conjuncts, preposition

__all__ = ["ARMED", "Descriptions"]

Stretch = tuple[int, int]

ARMED = ("military", "armed-group", "police")
"""Kinds of parties that bear arms."""
_BEHIND, _DATELINE = 7, 12
_DASHES = ("—", "–", "-", ")")
_REBEL = frozenset(("rebel", "militant", "insurgent", "separatist", "jihadist", "guerrilla"))
_PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee")
"""Ends of words for people."""
_AWAY = ("in", "near", "at", "outside", "on")
_QUARRELS, _FEWER, _TOGETHER = 2, 0.2, 0.8
"""How often a text speaks of a quarrel, and the shares of its words for states that make two of them rivals."""
_NAMED = 3
"""How often a text must name its home."""
_HOME, _BESIDE = 0.6, 0.2
"""The share of an article's words for states that make one of them its home, and what the next may have."""


@dataclass
class Descriptions:
    """What the phrases of one text say, each by its head."""

    scene: Scene
    grounds: Sequence[str] = ()
    """The states of the places that the text names, each as often as it names one."""

    def phrase(self, at: int) -> tuple[int, int]:
        """The words [first, last) of a phrase: without its count, where it was, and a dateline before it."""
        tree = self.scene.tree
        where = [child for child in tree.children[at] if child > at and preposition(tree, child) in _AWAY]
        first, last = self.scene.phrase(at, where)
        for n in range(first, at):
            opened = tree.forms[n] in _DASHES and n - first < _DATELINE and tree.relations[n] == "punct"
            if opened and tree.forms[n - 1] != "cease":
                first = n + 1
        return first, last

    def stretch(self, at: int) -> Stretch:
        """The phrase in characters."""
        return self.scene.characters(*self.phrase(at))

    def name(self, at: int) -> str:
        """The phrase without article and number."""
        words = self.scene.text[slice(*self.stretch(at))].split()
        while len(words) > 1 and _is_leading(words[0]):
            words.pop(0)
        return " ".join(words)

    def kind(self, at: int) -> str:
        """What the head of a phrase says a party is."""
        tree, lemma = self.scene.tree, self.scene.tree.lemmas[at]
        name = self.scene.kind(at)
        if name == "Person":
            return "person"
        if lemma in listed("sides", "armed") or _REBEL & {tree.lemmas[child] for child in tree.children[at]}:
            return "armed-group"
        if self.is_weapon(at) or lemma in word_class("forces"):
            return "military"
        if lemma in word_class("police"):
            return "police"
        if name == "NORP" and tree.tags[at] in ("NNS", "NNPS"):
            return "collective"
        if self.scene.country(at) or lemma in listed("sides", "governing"):
            return "government"
        if name == "Organization" or lemma in listed("sides", "bodies"):
            return "organisation"
        if lemma in word_class("building") or lemma in word_class("place") or name in ("Location", "Facility"):
            return "place"
        return "collective"

    def is_weapon(self, at: int) -> bool:
        """Does it act for whoever owns it: a shell, a drone?"""
        return self.scene.tree.lemmas[at] in listed("sides", "weapon")

    def is_animate(self, at: int) -> bool:
        """Can it do or suffer: a person, people, a body?"""
        tree, lemma = self.scene.tree, self.scene.tree.lemmas[at]
        if tree.pos[at] in ("PROPN", "PRON", "NUM"):
            return True
        if self.scene.kind(at) in ("Person", "Organization", "NORP", "Location"):
            return True
        known = lemma in _people() or lemma in listed("sides", "governing") or lemma in listed("sides", "bodies")
        return known or lemma.endswith(_PERSONAL)

    def nations(self, at: int) -> list[int]:
        """The words of nations with a noun: `Thai and Cambodian troops`, `the ministers of Ghana and Togo`."""
        tree, scene = self.scene.tree, self.scene
        out: list[int] = []
        for child in tree.children[at]:
            before = child < at and tree.relations[child] in ("amod", "compound", "nmod:poss", "nmod")
            if before:
                out += [word for word in conjuncts(tree, child) if scene.country(word)]
            elif child > at and preposition(tree, child) == "of":
                named = [word for word in conjuncts(tree, child) if scene.country(word)]
                out += named if len(named) > 1 else []
        return out

    def owners(self, at: int) -> list[int]:
        """Whose a thing is: `Kenya's proposal`, `the Kenyan proposal`, `a gathering of rebels`; of a deed no victim."""
        tree = self.scene.tree
        deed = bool(lexicon().of("NOUN", tree.lemmas[at]))
        of = [
            child
            for child in tree.children[at]
            if tree.relations[child] == "nmod:poss"
            or (
                preposition(tree, child) == "of"
                and (self.scene.country(child) or (self.is_animate(child) and not deed))
            )
        ]
        return [*self.nations(at), *of]

    def country(self, at: int) -> str | None:
        """A state that the phrase itself names: its nation, its owner, the side that fired a weapon."""
        found = next((self.scene.country(word) for word in self.nations(at)), None)
        return found or self._owner_country(at) or (self._fired_by(at) if self.is_weapon(at) else None)

    def _owner_country(self, at: int) -> str | None:
        """`soldiers of Kenya`, `a shell fired from the Kenyan side`: a state named inside the phrase."""
        tree = self.scene.tree
        for child in tree.children[at]:
            if child < at or tree.relations[child] not in ("nmod", "acl") or preposition(tree, child) in _AWAY:
                continue
            held = tree.relations[child] == "acl" and not self.is_weapon(at)
            for inner in () if held else (child, *tree.children[child]):
                nation = next((self.scene.country(n) for n in self.nations(inner)), None)
                country = self.scene.country(inner) or nation
                if country and tree.pos[inner] != "VERB":
                    return country
        return None

    def _fired_by(self, at: int) -> str | None:
        """`a shell fired from the Kenyan side`, wherever a tree hung it: the state named right behind the weapon."""
        forms = self.scene.tree.forms
        behind = range(at + 1, min(len(forms), at + _BEHIND))
        opened = next((n for n in behind if forms[n] in ("from", "by")), len(forms))
        return next((self.scene.country(n) for n in behind if n > opened and self.scene.country(n)), None)

    @cached_property
    def states(self) -> list[tuple[str, str, int]]:
        """The states that the text names, most named first: what it calls them, their code, how often."""
        counts: Counter[str] = Counter()
        names: dict[str, str] = {}
        for first, last, kind in self.scene.annotation.spans["names"]:
            country = self.scene.country(first) if kind in ("Location", "NORP", "Organization") else None
            if country:
                counts[country] += 1
                if kind == "Location" and first not in self.scene.datelines:
                    names.setdefault(country, " ".join(self.scene.annotation.words.form[first:last]))
        return [(names.get(country, country), country, count) for country, count in counts.most_common()]

    @property
    def rivals(self) -> list[tuple[str, str]]:
        """The two states that a text about a border, a truce or a clash names nearly alone; else nothing."""
        every = sum(count for _, _, count in self.states)
        quarrels = sum(lemma in listed("scene", "quarrel") for lemma in self.scene.tree.lemmas)
        if len(self.states) < 2 or quarrels < _QUARRELS:
            return []
        (_, one, many), (_, other, fewer) = self.states[:2]
        return [(one, other)] if fewer >= _FEWER * every and many + fewer >= _TOGETHER * every else []

    @cached_property
    def home(self) -> str | None:
        """The state that an article is about alone, by its names and places; None where another is named nearly so."""
        counts = Counter(self.grounds)
        counts.update({country: count for _, country, count in self.states})
        ranked = counts.most_common(2)
        every = sum(counts.values())
        if not ranked or ranked[0][1] < max(_HOME * every, _NAMED):
            return None
        return ranked[0][0] if len(ranked) < 2 or ranked[1][1] <= _BESIDE * every else None


@cache
def _people() -> frozenset[str]:
    return frozenset().union(*(word_class(name) for name in ("person", "officials", "nation", "armed", "captives")))


def _is_leading(word: str) -> bool:
    return word.lower() in listed("sides", "leading") or word.replace(",", "").isdigit()
