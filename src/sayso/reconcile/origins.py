"""Statements that assert one claim in, the origins they go back to out, each with the reason.

An origin is one utterance or one reporter's own observation. A spokesman is one origin with his body, a government as
such with any of its ministries, an army with its regions; who is quoted by many outlets is one origin; of nameless
speakers those of articles of one origin are one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.reconcile.grouping import components
from sayso.reconcile.sayings import Saying
from sayso.reconcile.sides import same_actor
from sayso.reconcile.spelling import folded
from sayso.schema.data import read_data

__all__ = ["Assertion", "Origin", "origins_of"]


class Assertion(NamedTuple):
    """A statement that asserts a claim, with the origin group of its article and the utterance it passes on."""

    said: Saying
    group: str
    utterance: str


class Origin(NamedTuple):
    """An origin; `rows` are the statements that go back to it, `third` tells that it is of no side of a dispute."""

    id: str
    kind: str
    body: str
    side: str
    third: bool
    rows: tuple[str, ...] = ()
    reason: str | None = None
    who: str = ""


def origins_of(asserted: Sequence[Assertion]) -> list[Origin]:
    """The origins of statements that assert one claim, in order of their first rows."""
    by_id = {one.said.id: one for one in asserted}
    order = list(by_id)
    ties = [
        (one, other) for at, one in enumerate(order) for other in order[at + 1 :] if _tied(by_id[one], by_id[other])
    ]
    groups = components(order, ties)
    out = [_origin([by_id[name] for name in sorted(group, key=order.index)]) for group in groups]
    return sorted(_without_general(out), key=lambda one: order.index(one.rows[0]))


def _tied(one: Assertion, other: Assertion) -> bool:
    return bool(_reason(one, other))


def _reason(one: Assertion, other: Assertion) -> str:
    if one.utterance == other.utterance:
        return "words"
    mine, theirs = one.said, other.said
    if mine.body and mine.body == theirs.body and not _is_unnamed(mine) and _may_be_of_one_state(mine, theirs):
        return "speaker"
    if mine.body and theirs.body and (_holds(mine.body, theirs.body) or _holds(theirs.body, mine.body)):
        return "body"
    offices = _offices(mine, theirs)
    if len(offices) < 2 and same_actor(mine.speaker, theirs.speaker) and not _is_unnamed(mine):
        return "speaker"
    if len(offices) == 1 and _may_be_of_one_state(mine, theirs):
        return "body"
    if mine.nested_in == theirs.id or theirs.nested_in == mine.id:
        return "passed on"
    if one.group == other.group and mine.body == theirs.body:
        return "copy"
    return ""


def _holds(body: str, part: str) -> bool:
    """Is one body a part of the other, as their ids tell: `tha-army-region-2` of `tha-army`?"""
    return part.startswith(f"{body}-")


def _may_be_of_one_state(one: Saying, other: Saying) -> bool:
    countries = {said.speaker.country for said in (one, other) if said.speaker} - {""}
    return len(countries) < 2


def _offices(one: Saying, other: Saying) -> set[str]:
    """The offices of state that both speak for by their names; none where one of them tells none.

    `Ministry of Foreign Affairs` and `Foreign Ministry` speak for one.
    """
    told = [_office(said.speaker.name) if said.speaker else "" for said in (one, other)]
    return set(told) if all(told) else set()


@lru_cache(maxsize=50_000)
def _office(name: str) -> str:
    """The office of state that a name tells, the first of its words that does; empty where it names no body."""
    table, words = read_data("sayso.reconcile", "origins.toml"), name.split()
    if not set(words).intersection(table["bodies"]["words"]):
        return ""
    offices = {word: office for office, names in table["offices"].items() for word in names}
    return next((offices[word] for word in words if word in offices), "")


def _is_unnamed(said: Saying) -> bool:
    return said.speaker is None or (said.speaker.kind == "collective" and not said.speaker.id and not said.speaker.of)


def _origin(rows: Sequence[Assertion]) -> Origin:
    first = rows[0].said
    known = next((one.said for one in rows if one.said.side), first)
    reasons = {_reason(one, other) for at, one in enumerate(rows) for other in rows[at + 1 :]} - {""}
    return Origin(
        id=first.id,
        kind="observation" if _is_reporter(first) else "utterance",
        body=known.body,
        side=known.side,
        third=_is_third(known),
        rows=tuple(one.said.id for one in rows),
        reason=", ".join(sorted(reasons)) or None,
        who=first.speaker.name if first.speaker else "",
    )


def _is_reporter(said: Saying) -> bool:
    """Does an outlet tell what somebody of its own saw? An outlet that issues a release as such is a speaker."""
    name, outlet = (said.speaker.name if said.speaker else ""), folded(said.outlet)
    return bool(outlet) and outlet in name and name != outlet


def _is_third(said: Saying) -> bool:
    kinds = frozenset(read_data("sayso.reconcile", "verdicts.toml")["third"]["kinds"])
    speaker = said.speaker
    return speaker is not None and (speaker.kind in kinds or said.body.startswith("int-") or _is_reporter(said))


def _without_general(origins: Iterable[Origin]) -> list[Origin]:
    """A government as such is no origin of its own beside a body of its state."""
    told = list(origins)
    out: list[Origin] = []
    for one in told:
        of_state = [other for other in told if other is not one and other.side == one.side and other.body != one.body]
        if one.body == one.side and one.side and of_state and one.body not in {other.body for other in of_state}:
            continue
        out.append(one)
    lost = [one for one in told if one not in out]
    return [_with_lost(one, lost, out) for one in out]


def _with_lost(one: Origin, lost: Collection[Origin], out: Sequence[Origin]) -> Origin:
    """The first body of a state takes what its government as such said."""
    mine = [other for other in lost if other.side == one.side and next(o for o in out if o.side == one.side) is one]
    rows = (*one.rows, *(row for other in mine for row in other.rows))
    return one._replace(rows=rows, reason="body" if mine else one.reason)
