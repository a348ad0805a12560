"""Who is reported to have done what to whom, coded in PLOVER from raw text.

words, trees, names (language) -> predicates -> frames -> one event a happening told -> parties, day, place, word
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.extract.events.assertion import asserted_by, is_licensed, said_with
from sayso.extract.events.coding import Coded, coded
from sayso.extract.events.confidence import confidence_of
from sayso.extract.events.contexts import contexts_of
from sayso.extract.events.dating import Dated, Dates, carried, is_history
from sayso.extract.events.opposing import opposed
from sayso.extract.events.pair_sight import Sight
from sayso.extract.events.placing import Places
from sayso.extract.events.recoding import recoded
from sayso.extract.events.scene import Scene
from sayso.extract.events.settling import settled
from sayso.extract.events.sides import Sides
from sayso.extract.events.sport import is_sport
from sayso.extract.statements import Spoken
from sayso.model import Attribution, EventMention, Figure
from sayso.schema.plover import roots

__all__ = ["events_of"]

_SOMEBODY = frozenset(("person", "organisation", "armed-group"))
_NOBODY = frozenset(("no one", "nobody", "none", "no-one"))
_VERBAL = (1, 3)
_UPON_PLACES = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))
_TOGETHER = frozenset(("AGREE", "CONSULT", "COOPERATE", "SUPPORT"))


def events_of(spoken: Spoken, statements: Sequence[Attribution], published: date | None = None) -> list[EventMention]:
    """Every event that a text read once reports, in the order of its words.

    `statements` are those found in the same text: they tell on whose word an event stands.
    """
    scene = Scene(spoken.page.text, spoken.annotation)
    sight = Sight(scene)
    places = Places(scene)
    sides = Sides(scene, spoken, statements, places.grounds)
    if is_sport(scene):
        return []
    events, echoes = coded(scene)
    dates = Dates(scene, published)
    days = carried(events, [dates.of(one, [*events, *echoes]) for one in events], scene, published)
    found = [
        _when(mention, day, published, said_with(mention, statements))
        for mention, day in zip((_mention(sight, sides, one, statements) for one in events), days, strict=True)
    ]
    where = places.all(events, echoes, [event.date for event in found])
    found = [replace(event, place=place) for event, place in zip(found, where, strict=True)]
    told = [_mutual(event) for event in found if is_licensed(event, statements)]
    whole = opposed(told, statements, [*scene.opposing, *sides.told.rivals])
    return [_weighed(event) for event in whole if _is_worth_a_row(event)]


def _weighed(event: EventMention) -> EventMention:
    """The event with how sure it is."""
    row = {name: getattr(event, name) for name in ("root", "basis", "reality", "asserted_by", "place", "date")}
    for name in ("actors", "recipients"):
        row[name] = [{"resolved_by": one.resolved_by, "country": one.country} for one in getattr(event, name)]
    return replace(event, confidence=confidence_of(row))


def _is_worth_a_row(event: EventMention) -> bool:
    """What did not happen, or not yet, or fits its frame but nearly, is a row where it says who did it to whom."""
    known = any(party.country or party.kind in _SOMEBODY for party in (*event.actors, *event.recipients))
    if event.basis == "near frame" and not known:
        return False
    if event.reality in ("actual", "historical"):
        return True
    nobody = any((party.name or "").lower() in _NOBODY for party in (*event.actors, *event.recipients))
    return bool(event.actors and event.recipients) and not nobody


def _when(event: EventMention, day: Dated | None, published: date | None, said: str | None) -> EventMention:
    if day is None or (said and event.trigger[1] <= day.words[0]):
        return event if said is None else replace(event, date=said, date_precision="day")
    reality = "historical" if event.reality == "actual" and is_history(day, published) else event.reality
    return replace(event, date=day.value, date_precision=day.precision, when=day.words, reality=reality)


def _mutual(event: EventMention) -> EventMention:
    """`X and Y agreed to …`: what two states do together they do to each other; a place is no partner."""
    if event.root not in _UPON_PLACES:
        event = replace(event, recipients=tuple(one for one in event.recipients if one.kind != "place" or one.country))
    states = {party.country for party in event.actors if party.country}
    if event.root in _TOGETHER and len(states) > 1 and not event.recipients:
        return replace(event, recipients=event.actors)
    return event


def _mention(sight: Sight, sides: Sides, one: Coded, statements: Sequence[Attribution]) -> EventMention:
    scene = sight.scene
    trigger = one.match.trigger
    stretch = scene.characters(min(trigger), max(trigger) + 1)
    word = asserted_by(stretch, statements, verbal=roots()[one.root].quad in _VERBAL)
    actors = sides.of(one.actors)
    root, mode = recoded(one, statements[word].act if word is not None else None)
    basis = "near frame" if one.match.nearly else "frame"
    if root == one.root:
        root, basis = settled(sight, one)
        mode = mode if root == one.root else None
    return EventMention(
        trigger=stretch,
        root=root,
        frame=one.match.frame.id,
        mode=mode,
        contexts=contexts_of(scene, one.at, one.match.frame.contexts),
        actors=actors,
        recipients=actors
        if one.match.frame.symmetric and one.recipients == one.actors
        else sides.of(one.recipients, actors),
        reality=one.reality if root == one.root or basis.startswith("classifier") else "actual",
        figures=tuple(
            Figure(slot, count.low, count.high, scene.characters(count.first, count.last))
            for slot, count in one.counts.items()
        ),
        asserted_by=word,
        basis=basis,
    )
