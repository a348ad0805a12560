"""A row in, the ids of the rows it stands on out, each with what it does for the row: one level, no further."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sayso.report.pile import Pile
from sayso.report.words import phrase

__all__ = ["standing_on"]

Row = dict[str, Any]
Pair = tuple[str, str]


def standing_on(table: str, row: Row, pile: Pile) -> Iterator[Pair]:
    """The rows that a row stands on, as (what it does, id), each once for each thing it does.

    Links come last, from either end.
    """
    seen: set[Pair] = set()
    for pair in (*_BY_TABLE.get(table, _nothing)(row, pile), *_linked(table, row, pile)):
        if pair[1] and pair not in seen:
            seen.add(pair)
            yield pair


def _nothing(_row: Row, _pile: Pile) -> Iterator[Pair]:
    yield from ()


def _claim(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield from (("asserts it", one) for one in row["asserted"])
    yield from (("tells of the same happening in an outlet's own voice", one) for one in row["events"])
    yield from (("denies it", one) for one in row["denied"])
    yield from (("says so too, from the side it is held against", one) for one in row["acknowledged"])
    yield from (("cannot also be so", one) for one in row["countered"])


def _happening(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield from (("reports it", one) for one in row["events"])


def _commitment(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield "the statement it was made in, or is reported by", row["statement_id"]
    yield "the event that reports it as made", row["event_id"]
    for state in row["status"]:
        told = f"{phrase('fulfilments', state['fulfilment'])}; {phrase('verifications', state['verification'])}"
        yield from ((f"bears out the state of {state['as_of']}: {told}", one) for one in state["basis"])


def _number(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield "one figure", row["a"]
    yield "the other figure", row["b"]
    yield "the happening both are about", row["happening_id"]


def _link(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield f"the row that {phrase('links', row['type'])}", row["from"]
    yield "the other row", row["to"]


def _origin(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield from (("goes back to it", one) for one in row["rows"])


def _story(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield from (("tells of it", one) for one in row["members"])


def _statement(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield "the statement around it", row["nested_in"]
    yield "the claim it bears on", row["claim_id"]
    yield "the utterance it goes back to", row["origin_id"]


def _event(row: Row, _pile: Pile) -> Iterator[Pair]:
    yield "the statement on whose word it is", row["asserted_by"]
    yield "the happening it reports", row["happening_id"]
    yield "what it goes back to", row["origin_id"]


def _article(row: Row, pile: Pile) -> Iterator[Pair]:
    yield "the article whose text it repeats", row["copy_of"]
    yield "the story it belongs to", row["story_id"]
    yield "the first of its origin", row["origin_group"] if row["origin_group"] != row["id"] else ""
    yield from (("stands in it", one["id"]) for one in pile.statements_of(row["id"]))


def _actor(row: Row, pile: Pile) -> Iterator[Pair]:
    """Rows that name the actor: a full reading of the two tables."""
    for said in pile.rows("statements"):
        roles = (("it says", "speaker"), ("it is told or asked", "addressee"), ("it is spoken about", "target"))
        yield from ((how, said["id"]) for how, key in roles if said[key] and said[key]["actor_id"] == row["id"])
    for event in pile.rows("events"):
        for how, key in (("it is told to have done", "actors"), ("it is told to have met with", "recipients")):
            if any(party["actor_id"] == row["id"] for party in event[key]):
                yield how, event["id"]


def _linked(table: str, row: Row, pile: Pile) -> Iterator[Pair]:
    if table in ("links", "documents", "lines", "quarantine", "decisions"):
        return
    for link in pile.links_from.get(row["id"], []):
        yield f"it {phrase('links', link['type'])} this", link["to"]
    for link in pile.links_to.get(row["id"], []):
        yield f"{phrase('links', link['type'])} it", link["from"]


_BY_TABLE: dict[str, Callable[[Row, Pile], Iterator[Pair]]] = {
    "claims": _claim,
    "happenings": _happening,
    "commitments": _commitment,
    "numbers": _number,
    "links": _link,
    "origins": _origin,
    "stories": _story,
    "statements": _statement,
    "events": _event,
    "articles": _article,
    "actors": _actor,
}
