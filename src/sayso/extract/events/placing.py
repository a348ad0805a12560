"""An event and the places its text names in; where it is told to have happened out.

A name that hangs on the event's own words comes first, then one in its sentence; what none places takes that of
the same happening told before, and the opening of a report the place of its dateline.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sayso.extract.events.coding import Coded
from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.nearness import distance, is_anothers, is_of_saying, path_up
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed
from sayso.language.arguments import preposition
from sayso.language.places import resolve
from sayso.model import PlaceMention
from sayso.schema.plover import roots

__all__ = ["Places"]

_KINDS = frozenset(("Location", "Facility"))
_CALLING = frozenset(("call", "name", "dub", "term"))
_CALLED = 5
"""Words behind a verb of calling that the name begins in."""
_BESIDE_NATION = 15
"""What it costs a state to be the place of an event where a place inside it is named."""
_NEAR = 14
_FORCE, _COUNTRY = 4, 4


class Places:
    """The places of one text, resolved once, by the words they stand at."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        spans = [
            (a, b) for a, b, kind in scene.annotation.spans["names"] if kind in _KINDS or self._may_be_place(a, b, kind)
        ]
        stretches = [scene.characters(a, b) for a, b in spans]
        self.found: list[tuple[int, PlaceMention]] = []
        for (_, last), stretch, place in zip(spans, stretches, resolve(scene.text, stretches), strict=True):
            name = scene.text[slice(*stretch)]
            if place is None and scene.kind(last - 1) not in _KINDS and not self._is_said_near(last - 1):
                continue
            told = (
                PlaceMention(stretch, name)
                if place is None or place.kind == "unknown"
                else PlaceMention(stretch, name, place.country, place.lat, place.lon, place.precision)
            )
            self.found.append((last - 1, told))

    def _may_be_place(self, first: int, last: int, kind: str) -> bool:
        """A name read as something else that stands where places stand: `in X`, `near X`, `Hill 21`."""
        words = self.scene.annotation.words.form
        if words[first].lower() in listed("placing", "grounds") and last - first > 1:
            return True
        if (
            kind == "Date"
            or kind == "NORP"
            or not words[first][:1].isupper()
            or self.scene.tree.pos[last - 1] != "PROPN"
        ):
            return False
        at = last - 1
        while self.scene.tree.relations[at] in ("flat", "compound") and first <= self.scene.tree.heads[at] < last:
            at = self.scene.tree.heads[at]
        return preposition(self.scene.tree, at) in ("in", "at", "near", "outside", "around")

    def _is_said_near(self, at: int) -> bool:
        """A name no gazetteer knows is a place where words say so: a ground before it, or `near` and `outside`."""
        found = self.scene.names[at]
        if self.scene.annotation.words.form[found[0]].lower() in listed("placing", "grounds"):
            return True
        heads = [n for n in range(found[0], found[1]) if not found[0] <= self.scene.tree.heads[n] < found[1]]
        return any(preposition(self.scene.tree, n) in ("near", "outside", "around") for n in heads)

    @property
    def grounds(self) -> list[str]:
        """The states of the places inside states that the text names, each as often as it names one."""
        return [
            place.country
            for at, place in self.found
            if place.country and place.precision != _COUNTRY and at not in self.scene.datelines
        ]

    def gazetteer_place(self, stretch: tuple[int, int]) -> tuple[str | None, float | None, float | None, int | None]:
        """What the gazetteer knows of one more stretch of the text: country, latitude, longitude, precision."""
        found = resolve(self.scene.text, [stretch])[0]
        return (
            (found.country, found.lat, found.lon, found.precision)
            if found and found.kind != "unknown"
            else (None, None, None, None)
        )

    def of(self, event: Coded, events: Sequence[Coded]) -> PlaceMention | None:
        """Where an event happened, as far as its own sentence tells."""
        scene = self.scene
        first, last = scene.sentence_of(event.at)
        taken = {core for at in event.actors if scene.country(core := scene.core(at))}
        taken |= {core for at in event.recipients if self._is_state(core := scene.core(at))}
        here = [
            (distance(scene, at, event) + self._cost(place), abs(at - event.at), place)
            for at, place in self.found
            if first <= at < last
            and at not in scene.datelines
            and at not in taken
            and self._is_where(at)
            and not is_of_saying(scene, at, event)
            and not is_anothers(scene, at, event, events)
        ]
        here.sort(key=lambda one: one[:2])
        return here[0][2] if here and here[0][0] <= _NEAR else None

    def _is_state(self, at: int) -> bool:
        """Does a word name a state itself, and not a city that may stand for one?"""
        place = next((place for n, place in self.found if n == at), None)
        return bool(self.scene.country(at)) and (place is None or place.precision == _COUNTRY)

    def _cost(self, place: PlaceMention) -> int:
        return _BESIDE_NATION if place.precision == _COUNTRY else 0

    def _is_where(self, at: int) -> bool:
        """Does the name tell where: `in X`, `the village of X`, `the X crossing`?"""
        tree = self.scene.tree
        for _ in range(3):
            told = preposition(tree, at)
            if told:
                return bool(listed("placing", "where").intersection(told.split()))
            if tree.relations[at] not in (
                "compound",
                "flat",
                "appos",
                "conj",
                "nmod",
                "nmod:poss",
                "amod",
                "obj",
                "nsubj",
                "nsubj:pass",
            ):
                return False
            if tree.relations[at] in ("obj", "nsubj", "nsubj:pass"):
                return not self._is_state(at)
            at = tree.heads[at]
        return False

    def all(
        self, events: Sequence[Coded], echoes: Sequence[Coded], days: Sequence[str | None]
    ) -> list[PlaceMention | None]:
        """The place of each event; of what is told of one day and kind, one place serves those told after it."""
        every = [*events, *echoes]
        out: list[PlaceMention | None] = []
        for number, event in enumerate(events):
            grounds = self._grounds(event)
            place = self.of(event, every) or next((self._called[one] for one in grounds if one in self._called), None)
            if place is None and not grounds:
                place = self._echoed(event) or self._shared(number, events, out, days)
            out.append(place or self._dateline(event))
        return out

    def _grounds(self, event: Coded) -> list[str]:
        """Grounds without a name that it is told to have happened on: `on a disputed ridge`."""
        tree = self.scene.tree
        return [
            tree.lemmas[head]
            for which, head in event.match.predicate.obliques
            if which in listed("placing", "where") and head not in event.recipients
            if tree.pos[head] == "NOUN" and tree.lemmas[head] in word_class("place")
        ]

    @cached_property
    def _called(self) -> dict[str, PlaceMention]:
        """Grounds that a sentence gives names to: `X calls the ridge A; the other side calls it B` is one place."""
        scene = self.scene
        out: dict[str, PlaceMention] = {}
        for first, last in scene.sentences:
            lemmas = scene.tree.lemmas[first:last]
            grounds = [lemma for lemma in lemmas if lemma in word_class("place")]
            names = [self._name_after(at, last) for at in range(first, last) if scene.tree.lemmas[at] in _CALLING]
            told = [name for name in names if name]
            if grounds and told:
                called = " / ".join(scene.text[start:end] for start, end in told)
                out[grounds[0]] = PlaceMention(told[0], called, *self.gazetteer_place(told[0]))
        return out

    def _name_after(self, at: int, last: int) -> tuple[int, int] | None:
        """The name behind a verb of calling, past `it` or `the ridge`: capitalised words and the number after them."""
        words = self.scene.annotation.words.form
        for first in range(at + 1, min(last, at + _CALLED)):
            if words[first][0].isupper():
                end = first
                while end < last and (words[end][0].isupper() or words[end].isdigit()):
                    end += 1
                return self.scene.characters(first, end)
        return None

    def _echoed(self, event: Coded) -> PlaceMention | None:
        """The place that a noun for the same fight names in the same sentence: `in Tuesday's fight at X`."""
        if roots()[event.root].quad != _FORCE:
            return None
        first, last = self.scene.sentence_of(event.at)
        for at, place in self.found:
            if first <= at < last and at not in self.scene.datelines and not self.scene.country(at):
                above = path_up(self.scene, at)[1:4]
                if any(self.scene.tree.lemmas[n] in listed("placing", "fights") for n in above):
                    return place
        return None

    def _shared(
        self, number: int, events: Sequence[Coded], before: Sequence[PlaceMention | None], days: Sequence[str | None]
    ) -> PlaceMention | None:
        for n in range(number - 1, -1, -1):
            place = before[n]
            if place is None or not _is_alike(events[n], events[number]) or _are_others(events[n], events[number]):
                continue
            if days[n] == days[number] and (days[n] is not None or n == number - 1):
                return place
        return None

    def _dateline(self, event: Coded) -> PlaceMention | None:
        """The place a report is dated from, for what its first sentence tells of people meeting there."""
        scene = self.scene
        if event.root not in ("CONSULT", "AGREE", "PROTEST", "COOPERATE") or not scene.datelines:
            return None
        first, _ = scene.sentence_of(event.at)
        opening = [at for at in scene.datelines if at < first]
        if not opening or max(opening) != first - 1:
            return None
        return self._at_dateline(min(opening))

    def _at_dateline(self, first: int) -> PlaceMention | None:
        """The first name of a dateline, which is written in capitals: `PORT SUDAN, Sudan, May 4 —`."""
        forms = self.scene.annotation.words.form
        last = first
        while forms[last].isupper() and forms[last].isalpha():
            last += 1
        stretch = self.scene.characters(first, max(last, first + 1))
        name = self.scene.text[slice(*stretch)].title()
        place = self.gazetteer_place(stretch)
        return PlaceMention(stretch, name, *place)


def _is_alike(one: Coded, other: Coded) -> bool:
    """Of one root, or both violence and force."""
    return one.root == other.root or roots()[one.root].quad == roots()[other.root].quad == _FORCE


def _are_others(one: Coded, other: Coded) -> bool:
    """`a woman was killed at X. Four people are dead`: the place of some is not that of as many or more."""
    if not other.match.frame.amid:
        return False
    return any(
        (one.counts[slot].low or 0) <= (other.counts[slot].low or 0) for slot in one.counts.keys() & other.counts.keys()
    )
