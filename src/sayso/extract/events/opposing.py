"""An event with one side named and an article about two states in; the other side out, where the article tells of both.

`Two Thai soldiers were killed`, in a report on a clash of two armies: a reader takes the other army for the one that
killed. The party stands on the words that name it elsewhere in the article, and its `resolved_by` says how it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.events.word_lists import listed
from sayso.model import Attribution, EventMention, Party

__all__ = ["opposed"]

_CONFLICT = frozenset(
    ("ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION", "REQUEST", "REJECT", "RETREAT", "PROTEST")
)
_HOSTILE = frozenset(("ASSAULT", "COERCE", "THREATEN", "MOBILIZE", "SANCTION", "ACCUSE"))
_MET = (_CONFLICT | _HOSTILE) - {"REQUEST", "REJECT"}
"""Roots by which two states are at odds in deeds: a third one condemns and demands as well."""
_BLAMING = frozenset(("accusation", "threat", "denial"))
_ARMED = frozenset(("military", "armed-group", "police"))
_STATE = frozenset(("government", "state", "ministry"))
_PEOPLE = frozenset(("collective", "person"))
_NAMED = frozenset(("person", "organisation", "armed-group"))
_PLAIN = {_ARMED: "military", _STATE: "government", _PEOPLE: "collective"}
_NOBODYS = frozenset(("explosives", "suicide-attack"))
"""Modes of which nobody knows who did it unless somebody says so: a mine has no side."""
_HELD = "release"
"""The mode of letting go those of one side, whom the other held."""
_LEAST = 0.6
"""The share of an article's parties with a state that the two sides must have."""


def opposed(
    events: Sequence[EventMention], statements: Sequence[Attribution] = (), between: Sequence[tuple[str, str]] = ()
) -> list[EventMention]:
    """The same events, with the other side put in where only one of two sides is named.

    Nothing is put in unless the article itself sets the two sides against each other: both in one event, one
    accusing or threatening the other, each with people hurt, one acting in the other's land, or words that say so
    (`between` X and Y: pairs of states). It must have something hostile to report; and where an armed group acts,
    nothing is put in, for there are more than two.
    """
    sides = _two_sides(events, statements, between)
    if sides is None:
        return list(events)
    told = [_own_side(event, statements, sides[1]) for event in events]
    return [_filled(event, *sides) if event.root in _CONFLICT else event for event in told]


def _own_side(event: EventMention, statements: Sequence[Attribution], pair: tuple[str, str]) -> EventMention:
    """`our people`, of a speaker whose state no word tells, but who blames one of the two: they are the other's."""
    if event.asserted_by is None or not any(map(_is_ours, (*event.actors, *event.recipients))):
        return event
    statement = statements[event.asserted_by]
    blamed = statement.target.country if statement.target and statement.act in _BLAMING else None
    if blamed not in pair:
        return event
    side = pair[1] if blamed == pair[0] else pair[0]
    actors, recipients = (tuple(_with(one, side) for one in parties) for parties in (event.actors, event.recipients))
    return replace(event, actors=actors, recipients=recipients)


def _is_ours(party: Party) -> bool:
    return party.resolved_by == "first person" and not party.country


def _with(party: Party, country: str) -> Party:
    return replace(party, country=country) if _is_ours(party) else party


def _two_sides(
    events: Sequence[EventMention], statements: Sequence[Attribution], between: Sequence[tuple[str, str]]
) -> tuple[dict[str, list[Party]], tuple[str, str]] | None:
    counts: Counter[str] = Counter()
    parties: dict[str, list[Party]] = {}
    met: Counter[tuple[str, str]] = Counter(_pair(one, other) for one, other in between)
    for event in events:
        for party in (*event.actors, *event.recipients):
            if party.country:
                counts[party.country] += 1
                parties.setdefault(party.country, []).append(party)
        for one in event.actors:
            for other in event.recipients:
                if (
                    one.country
                    and other.country
                    and one.country != other.country
                    and event.root in _MET
                    and event.mode != "disapprove"
                ):
                    met[_pair(one.country, other.country)] += 1
        lands = {event.place.country} if event.place and event.root in _HOSTILE else set()
        for one in event.actors:
            met.update(_pair(one.country, land) for land in lands if one.country and land and land != one.country)
    if any(party.kind == "armed-group" for event in events for party in (*event.actors, *event.recipients)):
        return None
    hurt = sorted(
        {party.country for event in events if event.root == "ASSAULT" for party in event.recipients if party.country}
    )
    met.update(_pair(one, other) for one in hurt for other in hurt if one < other)
    for statement in statements:
        blaming = statement.party.country if statement.party else None
        blamed = statement.target.country if statement.target else None
        if statement.act in _BLAMING and blaming and blamed and blaming != blamed:
            met[_pair(blaming, blamed)] += 1
    if not met or not counts or not any(event.root in _HOSTILE for event in events):
        return None
    pair = max(met, key=lambda sides: (counts[sides[0]] + counts[sides[1]], sides))
    share = (counts[pair[0]] + counts[pair[1]]) / sum(counts.values())
    return (parties, pair) if share >= _LEAST and all(side in parties for side in pair) else None


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _filled(event: EventMention, parties: dict[str, list[Party]], pair: tuple[str, str]) -> EventMention:
    if event.mode in _NOBODYS or (event.place and event.place.country and event.place.country not in pair):
        return event
    acting = any(party.country for party in event.actors)
    suffering = any(party.country for party in event.recipients)
    if acting and not suffering and event.root != "PROTEST":
        other = _other(event.actors, parties, pair, _suffering_kinds(event))
        return replace(event, recipients=(*event.recipients, other)) if other else event
    if (
        suffering
        and not acting
        and (event.root in _HOSTILE or event.mode == _HELD)
        and not any(party.name for party in event.actors if party.kind in _NAMED)
    ):
        kinds = _ARMED if event.root in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT") else _STATE
        other = _other(event.recipients, parties, pair, kinds)
        if other is None:
            return event
        told = tuple(
            replace(party, country=other.country, resolved_by="other side")
            for party in event.actors
            if party.kind in _ARMED
        )
        return replace(event, actors=told or (other,))
    return event


def _suffering_kinds(event: EventMention) -> frozenset[str]:
    """Whom it was done to: of houses and villages those who live there, of an attack else an armed force."""
    if event.recipients and event.root == "ASSAULT" and not any(_is_military_ground(one) for one in event.recipients):
        return _PEOPLE
    return _ARMED if event.root == "ASSAULT" else _STATE


def _is_weapon(party: Party) -> bool:
    return (party.name or "").lower().split()[-1:] != [] and (party.name or "").lower().split()[-1].rstrip(
        "s"
    ) in listed("opposing", "arms")


def _is_military_ground(party: Party) -> bool:
    words = (party.name or "").lower().split()
    return party.kind in _ARMED or any(word.rstrip("s") in listed("opposing", "grounds") for word in words)


def _other(
    named: Sequence[Party], parties: dict[str, list[Party]], pair: tuple[str, str], kinds: frozenset[str]
) -> Party | None:
    """The side that is not named, as one of some kinds."""
    mine = {party.country for party in named}
    if len(mine & set(pair)) != 1:
        return None
    side = pair[1] if pair[0] in mine else pair[0]
    known = [party for party in parties[side] if party.kind in kinds and not _is_weapon(party)]
    party = known[0] if known else replace(parties[side][0], kind=_PLAIN[kinds])
    return replace(
        party, resolved_by="other side", mentions=party.mentions or ((party.mention,) if party.mention else ())
    )
