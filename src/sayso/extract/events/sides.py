"""The head of an argument in; the parties it names out: whom it stands for, what they are, and of which state.

`Thai and Cambodian troops` are two parties; `our men` are the speaker's; `the soldiers` are those last named with a
state; `both sides` are the two states that the article is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from sayso.extract.events.assertion import asserted_by
from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.predicates import is_time
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.extract.statements import Spoken
from sayso.extract.statements.standing import standing_of
from sayso.language.arguments import conjuncts, preposition
from sayso.model import Attribution, Party

__all__ = ["Sides"]

Stretch = tuple[int, int]

_BEHIND = 7
_NOMINAL = ("NOUN", "PROPN", "PRON")
_FIRST = frozenset(["we", "us", "our", "i", "me", "my", "ours"])
_BOTH = frozenset(("both", "each", "two", "either", "neither"))


@dataclass
class Sides:
    """The parties of one text's events; what a noun was once said with serves its later mentions."""

    scene: Scene
    spoken: Spoken
    statements: Sequence[Attribution]
    _named: dict[str, Party] = field(default_factory=dict)

    def of(self, heads: Sequence[int], other: Sequence[Party] = ()) -> tuple[Party, ...]:
        """The parties that some heads name, each once.

        `other` are those at the other end of the event: a pronoun means none of them, but whoever is speaking.
        """
        out: dict[tuple[str | None, str | None], Party] = {}
        for at in heads:
            antecedent = self._antecedent(at)
            if antecedent in self.scene.datelines or is_time(self.scene.tree, antecedent):
                continue
            for party in self._parties(antecedent):
                if self.scene.tree.forms[antecedent] in listed("sides", "pronouns") and any(
                    one.name == party.name for one in other
                ):
                    party = self._speaker(party, antecedent) or party
                if party.name is None or party.name.lower() in listed("sides", "empty"):
                    continue
                for one in self._owners(antecedent, party):
                    out.setdefault((one.name, one.country), one)
        return tuple(out.values())

    def _owners(self, at: int, party: Party) -> list[Party]:
        """The party itself; of a thing whoever owns it: `Kenya's proposal`; nobody, where nobody is named.

        A weapon acts for whoever owns it.
        """
        core = self.scene.core(at)
        if party.kind != "collective" or self._is_animate(core) or party.resolved_by in ("pronoun", "sides"):
            is_weapon = party.country is None and self.scene.tree.lemmas[core] in listed("sides", "weapon")
            return [] if is_weapon else [party]
        tree = self.scene.tree
        of = [
            child
            for child in tree.children[core]
            if tree.relations[child] == "nmod:poss" or (preposition(tree, child) == "of" and self.scene.country(child))
        ]
        owners = [*self._nations(core), *of]
        found = [one for owner in owners for one in self._parties(owner)]
        return [one for one in found if one.country or one.kind in ("person", "government", "organisation")][:1]

    def _is_animate(self, at: int) -> bool:
        """Can it do or suffer: a person, people, a body?"""
        tree = self.scene.tree
        if tree.pos[at] in ("PROPN", "PRON") or self.scene.kind(at) in ("Person", "Organization", "NORP", "Location"):
            return True
        lemma = tree.lemmas[at]
        return (
            lemma in _people()
            or lemma in listed("sides", "governing")
            or lemma in listed("sides", "bodies")
            or lemma.endswith(_PERSONAL)
            or tree.pos[at] == "NUM"
        )

    def _speaker(self, party: Party, at: int) -> Party | None:
        around: int | None = self._around(at)
        while around is not None:
            speaker = self.statements[around].party
            if speaker is not None and speaker.name != party.name:
                return replace(speaker, mention=party.mention, resolved_by="pronoun")
            around = self.statements[around].nested_in
        return None

    def _antecedent(self, at: int) -> int:
        """The noun a relative pronoun stands for; the noun behind a dateline that a tree took for it."""
        tree = self.scene.tree
        if at in self.scene.datelines:
            behind = [n for n in tree.children[at] if n not in self.scene.datelines and tree.pos[n] in _NOMINAL]
            return behind[0] if behind else at
        return self.scene.antecedent(at)

    def _parties(self, at: int) -> list[Party]:
        scene, tree = self.scene, self.scene.tree
        core = scene.core(at)
        if self._is_both(core):
            return self._both(core)
        form = tree.forms[core]
        owner = next((child for child in tree.children[core] if tree.relations[child] == "nmod:poss"), None)
        ours = any(tree.forms[child] == "ours" for child in tree.children[core])
        if form in _FIRST or ours or (owner is not None and tree.forms[owner] in _FIRST):
            return self._first_person(core)
        nations = self._nations(core)
        if len(nations) > 1:
            return [self._named_party(core, nation) for nation in nations]
        stretch = scene.characters(*self._phrase(core))
        if form in listed("sides", "pronouns") or (
            owner is not None and tree.forms[owner] in listed("sides", "pronouns")
        ):
            return self._pronoun(core, stretch, owner)
        return [self._known(core, self._described(core, stretch))]

    def _is_both(self, at: int) -> bool:
        tree = self.scene.tree
        if tree.forms[at] in ("both", "each"):
            return True
        told = {tree.forms[child] for child in tree.children[at] if child < at}
        return bool(told & _BOTH) and tree.lemmas[at] in listed("sides", "side_nouns") and not self._nations(at)

    def _both(self, at: int) -> list[Party]:
        """The two states that the article is about."""
        stretch = self.scene.characters(*self._phrase(at))
        military = self.scene.tree.lemmas[at] in ("army", "troop", "force", "military", "militaries")
        kind = "military" if military else "government"
        return [Party(stretch, name, kind, "sides", country=country) for name, country in self._two_sides]

    @cached_property
    def _two_sides(self) -> list[tuple[str, str]]:
        """Name and code of the two states most named; none where there are not two."""
        counts: Counter[str] = Counter()
        names: dict[str, str] = {}
        for first, last, kind in self.scene.annotation.spans["names"]:
            country = self.scene.country(first) if kind in ("Location", "NORP", "Organization") else None
            if country:
                counts[country] += 1
                if kind == "Location":
                    names.setdefault(country, " ".join(self.scene.annotation.words.form[first:last]))
        sides = [(names.get(country, country), country) for country, _ in counts.most_common(2)]
        return sides if len(sides) == 2 else []

    def _nations(self, at: int) -> list[int]:
        """The words of nations before a noun: `Thai and Cambodian troops`."""
        tree, scene = self.scene.tree, self.scene
        out = []
        for child in tree.children[at]:
            if child < at and tree.relations[child] in ("amod", "compound", "nmod:poss", "nmod"):
                out += [word for word in conjuncts(tree, child) if scene.country(word)]
        return out

    def _named_party(self, at: int, nation: int) -> Party:
        """One of the parties that share a noun: `Thai … troops`."""
        words = self.scene.annotation.words.form
        name = f"{words[nation]} {words[at]}"
        party = Party(
            self.scene.characters(*self._phrase(at)), name, self._kind(at), "name", country=self.scene.country(nation)
        )
        self._remember(at, party)
        return party

    def _phrase(self, at: int) -> tuple[int, int]:
        """A phrase without its count, cut at a dash that a dateline ends with."""
        first, last = self.scene.phrase(at)
        forms = self.scene.tree.forms
        for n in range(first, at):
            if (
                forms[n] in ("—", "–", "-", ")")
                and n - first < 12
                and self.scene.tree.relations[n] == "punct"
                and forms[n + 1 : n + 2]
                and forms[n - 1] != "cease"
            ):
                first = n + 1
        return first, last

    def _first_person(self, at: int) -> list[Party]:
        """`we`, `our men`: of whoever speaks."""
        around = self._around(at)
        speaker = self.statements[around].party if around is not None else None
        stretch = self.scene.characters(*self._phrase(at))
        if speaker is None:
            return [Party(stretch, self.scene.text[slice(*stretch)], self._kind(at), "mention")]
        if self.scene.tree.forms[at] in _FIRST:
            return [
                replace(speaker, mention=stretch, resolved_by="first person", mentions=(stretch, *speaker.mentions))
            ]
        name = self.scene.text[slice(*stretch)]
        kind = self._kind(at)
        if (
            kind == "collective"
            and self.scene.tree.lemmas[at] in ("man", "boy", "woman", "lad", "guy")
            and _is_military(speaker)
        ):
            kind = "military"
        return [Party(stretch, name, kind, "first person", country=speaker.country, affiliation=speaker.affiliation)]

    def _pronoun(self, at: int, stretch: Stretch, owner: int | None) -> list[Party]:
        place = stretch if owner is None else self.scene.characters(owner, owner + 1)
        found = self._self_told(at if owner is None else owner) or self.spoken.party_at(place)
        if found is None or found.name is None or found.name.lower() in listed("sides", "pronouns"):
            return [Party(stretch, self.scene.text[slice(*stretch)], self._kind(at), "mention", mentions=(stretch,))]
        if owner is None:
            return [self._one_of(self._stated(replace(found, mention=stretch)))]
        name = self.scene.text[slice(*stretch)]
        return [
            Party(
                stretch,
                name,
                self._kind(at),
                "possessor",
                country=found.country or standing_of(found.name).country,
                mentions=(stretch, *found.mentions),
            )
        ]

    def _one_of(self, party: Party) -> Party:
        """`one of the freed men`: of those last named with a state."""
        known = self._named.get("people")
        last = (party.name or "").lower().split()[-1:]
        if (
            party.country
            or known is None
            or not last
            or not listed("sides", "people").intersection((last[0], _singular(last[0])))
        ):
            return party
        return replace(party, country=known.country, kind=known.kind, mentions=(*party.mentions, *known.mentions))

    def _around(self, at: int) -> int | None:
        """The innermost statement whose content holds a word."""
        return asserted_by(self.scene.characters(at, at + 1), self._contents)

    @cached_property
    def _contents(self) -> list[Attribution]:
        return [replace(one, cue=None) for one in self.statements]

    def _self_told(self, at: int) -> Party | None:
        """`The sergeant said he had been slapped`: in what is told indirectly, the pronoun is the speaker."""
        around = self._around(at)
        if around is None:
            return None
        statement = self.statements[around]
        if statement.form == "direct" or statement.party is None or not statement.party.name:
            return None
        is_one = self.scene.tree.forms[at] in ("he", "she", "him", "her", "his")
        return statement.party if is_one == (statement.party.kind not in ("organisation", "government")) else None

    def _described(self, at: int, stretch: Stretch) -> Party:
        """A phrase by its own words; a name as the text introduced it."""
        text = self.scene.text[slice(*stretch)]
        kind = self.scene.kind(at)
        if kind in ("Person",) or (kind == "Organization" and self.scene.tree.pos[at] == "PROPN"):
            found = self.spoken.party_at(stretch)
            if found is not None and found.name:
                return self._stated(
                    found if found.kind else replace(found, kind="person" if kind == "Person" else "organisation")
                )
        named = self._name_beside(at)
        if named is not None and kind != "Person":
            return self._stated(named)
        told = standing_of(text)
        country = self.scene.country(at) if kind in ("Location", "NORP") else None
        return Party(
            stretch,
            self._name(at, text),
            self._kind(at),
            "name" if kind else "mention",
            told.role,
            told.affiliation,
            country or told.country or self._modifier_country(at) or self._owner_country(at) or self._fired_by(at),
            (stretch,),
        )

    def _name_beside(self, at: int) -> Party | None:
        """`Ana Rovik, the woman killed`: who a noun stands beside as a person's name."""
        tree, scene = self.scene.tree, self.scene
        beside = [tree.heads[at]] if tree.relations[at] == "appos" else []
        beside += [child for child in tree.children[at] if tree.relations[child] == "appos"]
        person = next((n for n in beside if scene.kind(n) == "Person"), None)
        if person is None or tree.lemmas[at] not in word_class("person"):
            return None
        first, last, _ = scene.names[person]
        stretch = scene.characters(first, last)
        return Party(
            stretch,
            scene.text[slice(*stretch)],
            "person",
            "name",
            country=self._modifier_country(at),
            mentions=(stretch,),
        )

    def _stated(self, party: Party) -> Party:
        country = party.country or (standing_of(party.name).country if party.name else None)
        return replace(party, country=country, kind=_office(party) or party.kind)

    def _modifier_country(self, at: int) -> str | None:
        return next((self.scene.country(word) for word in self._nations(at)), None)

    def _owner_country(self, at: int) -> str | None:
        """`its Thai side`, `a shell fired from the Thai side`, `soldiers of Kenya`: a state named inside the phrase."""
        tree = self.scene.tree
        for child in tree.children[at]:
            if tree.relations[child] in ("nmod", "acl") and child > at:
                for inner in (child, *tree.children[child]):
                    country = self.scene.country(inner) or next(
                        (self.scene.country(n) for n in self._nations(inner)), None
                    )
                    if country and tree.pos[inner] != "VERB":
                        return country
        return None

    def _fired_by(self, at: int) -> str | None:
        """`a shell fired from the Kenyan side`, wherever a tree hung it: the state named right behind the weapon."""
        forms = self.scene.tree.forms
        if self.scene.tree.lemmas[at] not in listed("sides", "weapon"):
            return None
        behind = range(at + 1, min(len(forms), at + _BEHIND))
        opened = [n for n in behind if forms[n] in ("from", "by")]
        return next((self.scene.country(n) for n in behind if opened and n > opened[0] and self.scene.country(n)), None)

    def _name(self, at: int, text: str) -> str:
        """The phrase without article and number."""
        words = text.split()
        while len(words) > 1 and (
            words[0].lower() in listed("sides", "leading") or words[0].replace(",", "").isdigit()
        ):
            words.pop(0)
        return " ".join(words)

    def _kind(self, at: int) -> str:
        """What the head of a phrase says a party is."""
        tree, lemma = self.scene.tree, self.scene.tree.lemmas[at]
        name = self.scene.kind(at)
        if name == "Person":
            return "person"
        modifiers = {tree.lemmas[child] for child in tree.children[at]}
        if lemma in listed("sides", "armed") or modifiers & {
            "rebel",
            "militant",
            "insurgent",
            "separatist",
            "opposition",
        }:
            return "armed-group"
        if lemma in listed("sides", "weapon") or lemma in word_class("forces"):
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

    def _known(self, at: int, party: Party) -> Party:
        """What was last said with this noun, where the mention itself names no state."""
        lemma = self.scene.tree.lemmas[at]
        if party.country:
            self._remember(at, party)
            return party
        known = self._named.get(lemma) or (
            self._named.get("military") if party.kind == "military" and lemma not in listed("sides", "weapon") else None
        )
        known = known or (self._named.get("people") if lemma in listed("sides", "people") else None)
        if (
            known is None
            or self.scene.tree.pos[at] == "PROPN"
            or any(
                self.scene.tree.forms[child] in ("a", "an", "another", "some") for child in self.scene.tree.children[at]
            )
        ):
            return party
        kind = known.kind if lemma in listed("sides", "people") else party.kind
        return replace(
            party, country=known.country, kind=kind, resolved_by="noun", mentions=(*party.mentions, *known.mentions)
        )

    def _remember(self, at: int, party: Party) -> None:
        self._named[self.scene.tree.lemmas[at]] = party
        if party.kind in ("military", "armed-group", "police"):
            self._named["military"] = party
        if party.kind not in ("government", "place", "organisation"):
            self._named["people"] = party


_PERSONAL = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee")
"""Ends of words for people."""


def _is_military(party: Party) -> bool:
    told = f"{party.role or ''} {party.affiliation or ''} {party.name or ''}".lower().split()
    return bool(listed("sides", "serving").intersection(told))


def _office(party: Party) -> str | None:
    """What somebody in office acts as: PLOVER codes a minister's act as the government's."""
    if party.kind != "person":
        return None
    if _is_military(party):
        return "military"
    told = f"{party.role or ''} {party.affiliation or ''}".lower().split()
    return "government" if listed("sides", "offices").intersection(told) else None


def _singular(word: str) -> str:
    return {"men": "man", "women": "woman", "bodies": "body"}.get(word, word.removesuffix("s"))


@cache
def _people() -> frozenset[str]:
    return frozenset().union(*(word_class(name) for name in ("person", "officials", "nation", "armed", "captives")))
