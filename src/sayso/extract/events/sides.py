"""The head of an argument in; the parties it names out: whom it stands for, what they are, and of which state.

`Thai and Cambodian troops` are two parties; `our men` are the speaker's; `the soldiers` are those last named with a
state; `both sides` are the two states that the article is about; `the army` is that of the state it is about alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from sayso.extract.events.assertion import asserted_by
from sayso.extract.events.counts import individuals
from sayso.extract.events.describing import ARMED, Descriptions
from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.predicates import is_time
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.extract.statements import Spoken
from sayso.extract.statements.standing import standing_of
from sayso.model import Attribution, Party

__all__ = ["Sides"]

_NOMINAL = ("NOUN", "PROPN", "PRON")
_FIRST = frozenset(("we", "us", "our", "i", "me", "my", "ours"))
_BOTH = frozenset(("both", "each", "two", "either", "neither"))
_ARMIES = ("army", "troop", "force", "military", "militaries")
_MEN = ("man", "boy", "woman", "lad", "guy")
_STATE = ("government", "military", "police")
_OPEN = ("a", "an", "another", "some")
_THIRD = frozenset(("their", "his", "her", "its", "they", "them", "he", "she", "it", "him"))


class Sides:
    """The parties of one text's events; what a noun was once said with serves its later mentions."""

    def __init__(
        self, scene: Scene, spoken: Spoken, statements: Sequence[Attribution], grounds: Sequence[str] = ()
    ) -> None:
        """`grounds` are the states of the places that the text names."""
        self.scene, self.spoken, self.statements = scene, spoken, statements
        self.told = Descriptions(scene, grounds)
        self._named: dict[str, Party] = {}

    def of(self, heads: Sequence[int], other: Sequence[Party] = ()) -> tuple[Party, ...]:
        """The parties that some heads name, each once.

        `other` are those at the other end of the event: a pronoun means none of them, but whoever is speaking.
        """
        out: dict[tuple[str | None, str | None], Party] = {}
        for at in heads:
            antecedent = self._antecedent(at)
            dated = is_time(self.scene.tree, antecedent) or self.scene.kind(antecedent) == "Date"
            if antecedent in self.scene.datelines or dated:
                continue
            for party in self._parties(antecedent):
                if self._is_pronoun(antecedent) and any(one.name == party.name for one in other):
                    party = self._speaker(party, antecedent) or party
                if party.name is None or party.name.lower() in listed("sides", "empty"):
                    continue
                for one in self._owners(antecedent, party):
                    out.setdefault((one.name, one.country), one)
        return tuple(self._at_home(party) for party in out.values())

    def _at_home(self, party: Party) -> Party:
        """The army, police or government of an article that is about one state is that state's."""
        if party.country or party.kind not in _STATE or self.told.home is None:
            return party
        return replace(party, country=self.told.home, resolved_by="home")

    def _owners(self, at: int, party: Party) -> list[Party]:
        """The party itself; of a thing whoever owns it: `Kenya's proposal`; nobody, where nobody is named."""
        core = self.scene.core(at)
        if party.kind != "collective" or self.told.is_animate(core) or party.resolved_by in ("pronoun", "sides"):
            return [] if party.country is None and self.told.is_weapon(core) else [party]
        found = [one for owner in self.told.owners(core) for one in self._parties(owner)]
        return [one for one in found if one.country or one.kind in ("person", "government", "organisation")][:1]

    def _antecedent(self, at: int) -> int:
        """The noun a relative pronoun stands for; the noun behind a dateline that a tree took for it."""
        tree = self.scene.tree
        if at in self.scene.datelines:
            behind = [n for n in tree.children[at] if n not in self.scene.datelines and tree.pos[n] in _NOMINAL]
            return behind[0] if behind else at
        return self.scene.antecedent(at)

    def _is_pronoun(self, at: int) -> bool:
        return self.scene.tree.forms[at] in listed("sides", "pronouns")

    def _parties(self, at: int) -> list[Party]:
        tree = self.scene.tree
        core = self.scene.core(at)
        if self._is_both(core):
            return self._both(core)
        owner = next((child for child in tree.children[core] if tree.relations[child] == "nmod:poss"), None)
        ours = any(tree.forms[child] == "ours" for child in tree.children[core])
        if tree.forms[core] in _FIRST or ours or (owner is not None and tree.forms[owner] in _FIRST):
            return [self._first_person(core)]
        nations = self.told.nations(core)
        if len(nations) > 1:
            return [self._named_party(core, nation) for nation in nations]
        if self._is_pronoun(core):
            return [self._pronoun(core)]
        if owner is not None and self._is_pronoun(owner):
            return [self._possessed(core, owner)]
        return [self._known(core, self._described(core))]

    def _is_both(self, at: int) -> bool:
        tree = self.scene.tree
        if tree.forms[at] in ("both", "each"):
            return True
        told = {tree.forms[child] for child in tree.children[at] if child < at}
        return bool(told & _BOTH) and tree.lemmas[at] in listed("sides", "side_nouns") and not self.told.nations(at)

    def _both(self, at: int) -> list[Party]:
        """The two states that the article is about."""
        stretch = self.told.stretch(at)
        kind = "military" if self.scene.tree.lemmas[at] in _ARMIES else "government"
        sides = self.told.states[:2] if len(self.told.states) > 1 else []
        return [Party(stretch, name, kind, "sides", country=country) for name, country, _ in sides]

    def _named_party(self, at: int, nation: int) -> Party:
        """One of the parties that share a noun: `Thai … troops`."""
        words = self.scene.annotation.words.form
        name = f"{words[nation]} {words[at]}"
        party = Party(self.told.stretch(at), name, self.told.kind(at), "name", country=self.scene.country(nation))
        self._remember(at, party)
        return party

    def _first_person(self, at: int) -> Party:
        """`we`, `our men`: of whoever speaks."""
        around = self._around(at)
        speaker = self.statements[around].party if around is not None else None
        stretch, kind = self.told.stretch(at), self.told.kind(at)
        if speaker is None:
            return Party(stretch, self.scene.text[slice(*stretch)], kind, "mention")
        speaker = self._stated(speaker)
        if self.scene.tree.forms[at] in _FIRST:
            mentions = (stretch, *speaker.mentions)
            return replace(speaker, mention=stretch, resolved_by="first person", mentions=mentions)
        if kind == "collective" and self.scene.tree.lemmas[at] in _MEN and _is_military(speaker):
            kind = "military"
        name = self.scene.text[slice(*stretch)]
        return Party(stretch, name, kind, "first person", country=speaker.country, affiliation=speaker.affiliation)

    def _pronoun(self, at: int) -> Party:
        stretch = self.told.stretch(at)
        found = self._stands_for(at)
        if found is None or found.name is None:
            return Party(stretch, self.scene.text[slice(*stretch)], self.told.kind(at), "mention", mentions=(stretch,))
        return self._one_of(self._stated(replace(found, mention=stretch)))

    def _possessed(self, at: int, owner: int) -> Party:
        """`its fighters`: they go by the name of whoever has them; of other things the phrase stays."""
        stretch, kind = self.told.stretch(at), self.told.kind(at)
        text = self.scene.text[slice(*stretch)]
        found = self._stands_for(owner)
        if found is None or found.name is None:
            return Party(stretch, text, kind, "mention", mentions=(stretch,))
        name = found.name if kind in ARMED and found.kind in ("organisation", "armed-group", "government") else text
        country = found.country or standing_of(found.name).country
        return Party(stretch, name, kind, "possessor", country=country, mentions=(stretch, *found.mentions))

    def _stands_for(self, at: int) -> Party | None:
        """Whom a pronoun stands for; in somebody's own quoted words, `they` is not who speaks."""
        found = self._self_told(at) or self.spoken.party_at(self.scene.characters(at, at + 1))
        if found is None or found.name is None or found.name.lower() in listed("sides", "pronouns"):
            return None
        around = self._around(at)
        if around is not None and self.statements[around].form == "direct" and self.scene.tree.forms[at] in _THIRD:
            speaker = self.statements[around].party
            return None if speaker is not None and speaker.name == found.name else found
        return found

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

    def _speaker(self, party: Party, at: int) -> Party | None:
        """The first of those who speak around a word that is not the party itself."""
        around = self._around(at)
        while around is not None:
            speaker = self.statements[around].party
            if speaker is not None and speaker.name != party.name:
                return replace(speaker, mention=party.mention, resolved_by="pronoun")
            around = self.statements[around].nested_in
        return None

    def _around(self, at: int) -> int | None:
        """The innermost statement whose content holds a word."""
        return asserted_by(self.scene.characters(at, at + 1), self._contents)

    @cached_property
    def _contents(self) -> list[Attribution]:
        return [replace(one, cue=None) for one in self.statements]

    def _one_of(self, party: Party) -> Party:
        """`one of the freed men`: of those last named with a state."""
        known = self._named.get("people")
        last = (party.name or "").lower().split()[-1:]
        if party.country or known is None or not last:
            return party
        if not listed("sides", "people").intersection((last[0], _singular(last[0]))):
            return party
        return replace(party, country=known.country, kind=known.kind, mentions=(*party.mentions, *known.mentions))

    def _described(self, at: int) -> Party:
        """A phrase by its own words; a name as the text introduced it."""
        stretch, kind = self.told.stretch(at), self.scene.kind(at)
        if kind == "Person" or (kind == "Organization" and self.scene.tree.pos[at] == "PROPN"):
            found = self.spoken.party_at(stretch)
            if found is not None and found.name:
                plain = "person" if kind == "Person" else "organisation"
                return self._stated(replace(found, kind=found.kind or plain))
        named = self._name_beside(at)
        if named is not None and kind != "Person":
            return self._stated(named)
        told = standing_of(self.scene.text[slice(*stretch)])
        country = self.scene.country(at) if kind in ("Location", "NORP") else None
        return Party(
            stretch,
            self.told.name(at),
            self.told.kind(at),
            "name" if kind else "mention",
            told.role,
            told.affiliation,
            country or told.country or self.told.country(at),
            (stretch,),
        )

    def _name_beside(self, at: int) -> Party | None:
        """`Ana Rovik, the woman killed`: who a noun stands beside as a person's name."""
        tree, scene = self.scene.tree, self.scene
        beside = [tree.heads[at]] if tree.relations[at] == "appos" else []
        beside += [child for child in tree.children[at] if tree.relations[child] == "appos"]
        person = next((n for n in beside if scene.kind(n) == "Person"), None)
        before = self.told.phrase(at)[0] - 1
        if person is None and before > 0 and tree.forms[before] == "," and tree.lemmas[at] in individuals():
            # hung on what the name itself hangs on: `the death of Ana Rovik, the woman killed`
            person = before - 1 if tree.tags[at] == "NN" and scene.kind(before - 1) in ("Person", "Misc") else None
        if person is None or tree.lemmas[at] not in word_class("person"):
            return None
        first, last, _ = scene.names[person]
        stretch = scene.characters(first, last)
        country = self.told.country(at)
        return Party(stretch, scene.text[slice(*stretch)], "person", "name", country=country, mentions=(stretch,))

    def _stated(self, party: Party) -> Party:
        named = party.name if party.kind != "person" else None  # `Mali Rovik` is a name
        country = party.country or (standing_of(named).country if named else None)
        return replace(party, country=country, kind=_office(party) or party.kind)

    def _known(self, at: int, party: Party) -> Party:
        """What was last said with this noun, where the mention itself names no state."""
        tree, lemma = self.scene.tree, self.scene.tree.lemmas[at]
        if party.country:
            self._remember(at, party)
            return party
        if party.kind == "person" and party.resolved_by == "name":
            return party  # `Ana Rovik, the woman killed` is nobody else
        people = lemma in listed("sides", "people")
        military = party.kind == "military" and not self.told.is_weapon(at)
        known = self._named.get(lemma)
        if known is None and self.told.home is None and military:
            known = self._named.get("military")
        if known is None and (people or tree.pos[at] == "NUM"):
            known = self._named.get("people")
        if known is not None and lemma == "group":
            known = None  # a group is no people of the state last named
        new = any(tree.forms[child] in _OPEN for child in tree.children[at])
        if known is None or new or tree.pos[at] == "PROPN":
            return party
        mentions = (*party.mentions, *known.mentions)
        kind = known.kind if people or tree.pos[at] == "NUM" else party.kind
        return replace(party, country=known.country, kind=kind, resolved_by="noun", mentions=mentions)

    def _remember(self, at: int, party: Party) -> None:
        self._named[self.scene.tree.lemmas[at]] = party
        if self.told.is_weapon(at):
            return  # a shell is neither people nor an army
        if party.kind in ARMED:
            self._named["military"] = party
        if party.kind not in ("government", "place", "organisation"):
            self._named["people"] = party


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
