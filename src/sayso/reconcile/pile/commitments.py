"""Tellings of one commitment, and what bears on it, in; the commitment with its dated states and its links out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sayso.reconcile.bearing import Bearing, bearing_of
from sayso.reconcile.fulfilment import State, current_of, silent_since, states_of, superseding
from sayso.reconcile.linkage import Change, Edge, LinkageStore, Node
from sayso.reconcile.pile.rows import derived_id
from sayso.reconcile.pledges import PledgeView, main_of, merged

__all__ = ["closed", "make_commitments"]

_MAKER = "commitments"
_LINKED = {
    "keeps": "keeps",
    "part": "keeps",
    "breaks": "breaks",
    "reaffirms": "reaffirms",
    "accepts": "answers",
    "refuses": "answers",
}
"""Of the ways to bear on a commitment those that are links, and which."""


class _Whole(NamedTuple):
    """A commitment of all its tellings."""

    view: PledgeView
    main: Node
    nodes: tuple[Node, ...]


def make_commitments(store: LinkageStore, dirty: Iterable[int], change: Change) -> None:
    """Tell the commitments anew that changed, and those that such a one takes the place of."""
    store.forget(_MAKER, change.firsts["pledge"])
    groups = {store.first_of("pledge", number) for number in dirty}
    groups |= {store.first_of("pledge", other) for first in groups for other, _ in _related(store, first)}
    for first in sorted(groups):
        _tell(store, first)


def closed(fields: dict[str, Any], latest: str) -> dict[str, Any]:
    """The fields of a commitment as of the pile's latest date: silence since is `no_data`.

    >>> told = {"status": [{"as_of": "2026-01-02", "fulfilment": "made"}], "current": "made", "quiet": "2026-01-02"}
    >>> closed(told, "2026-02-01")["current"], closed(told, "2026-01-02")["current"]
    ('no_data', 'made')
    """
    out = {name: value for name, value in fields.items() if name != "quiet"}
    if fields.get("quiet") is not None and latest > fields["quiet"]:
        silence: dict[str, Any] = {"as_of": latest, "fulfilment": "no_data", "verification": "none"}
        silence |= {"asserted_by": None, "basis": []}
        out |= {"status": [*fields["status"], silence], "current": "no_data"}
    return out


def _whole(store: LinkageStore, first: int) -> _Whole:
    nodes = [store.node(number) for number in store.group_of("pledge", first)]
    nodes.sort(key=lambda node: (node.view.published or "9", node.id))
    view = merged([node.view.view for node in nodes])
    main = main_of([node.view.view for node in nodes])
    return _Whole(view, next(node for node in nodes if node.id == main.id), tuple(nodes))


def _tell(store: LinkageStore, first: int) -> None:
    whole = _whole(store, first)
    bearings = [*_bearings(store, whole), *_superseded(store, first, whole)]
    states = states_of(whole.view, bearings, "")
    pledge = whole.main.view.pledge
    fields = {
        "made_on": whole.view.made_on or None,
        "due_by": whole.view.due_by or None,
        "mentions": [_mention(node) for node in whole.nodes if node is not whole.main],
        "status": [_state(one) for one in states],
        "current": current_of(states),
        "reports": len({node.view.pledge.article_id for node in whole.nodes}),
        "quiet": silent_since(whole.view, states),
    }
    store.forget(_MAKER, [first])
    store.overlay(_MAKER, first, whole.main, **fields)
    for node in whole.nodes:
        if node is not whole.main:
            store.overlay(_MAKER, first, node, part_of=pledge.id)
    links = [*_bearing_links(bearings, pledge.id), *_relation_links(store, first, whole)]
    store.tell(_MAKER, first, [("links", link) for link in _each_once(links)])


def _bearings(store: LinkageStore, whole: _Whole) -> list[Bearing]:
    """What bears on the commitment as a whole, of what bears on one of its tellings."""
    found: dict[int, Bearing] = {}
    for node in whole.nodes:
        for edge in store.edges_at(node.number):
            other = edge.source if edge.target == node.number else edge.target
            if edge.space == "bearing" and other not in found:
                bearing = bearing_of(whole.view, store.node(other).view)
                if bearing:
                    found[other] = bearing
    return [found[number] for number in sorted(found, key=store.id_of)]


def _related(store: LinkageStore, first: int) -> Iterator[tuple[int, Edge]]:
    """Tellings of other commitments that bear on this one or that it bears on."""
    for number in store.group_of("pledge", first):
        for edge in store.edges_at(number):
            if edge.space == "pledge" and edge.kind != "same":
                yield (edge.source if edge.target == number else edge.target), edge


def _superseded(store: LinkageStore, first: int, whole: _Whole) -> Iterator[Bearing]:
    for other in sorted({store.first_of("pledge", number) for number, _ in _related(store, first)} - {first}):
        found = superseding(whole.view, _whole(store, other).view)
        if found:
            yield found


def _mention(node: Node) -> dict[str, Any]:
    pledge = node.view.pledge
    return {"article_id": pledge.article_id, "at": [pledge.start, pledge.end], "quote": pledge.terms}


def _state(one: State) -> dict[str, Any]:
    return {
        "as_of": one.as_of or None,
        "fulfilment": one.fulfilment,
        "verification": one.verification,
        "asserted_by": one.asserted_by or None,
        "basis": list(one.basis),
    }


def _bearing_links(bearings: Sequence[Bearing], commitment_id: str) -> Iterator[dict[str, Any]]:
    for one in bearings:
        if one.direction in _LINKED and one.row and not one.row.startswith("account "):
            kind = _LINKED[one.direction]
            yield {
                "id": derived_id("x", kind, one.row, commitment_id),
                "type": kind,
                "from": one.row,
                "to": commitment_id,
                "evidence": [],
                "score": None,
                "scope": None,
                "why": one.why,
            }


def _relation_links(store: LinkageStore, first: int, whole: _Whole) -> Iterator[dict[str, Any]]:
    """What this commitment does to earlier ones."""
    for other, edge in _related(store, first):
        earlier = _whole(store, store.first_of("pledge", other))
        mine = edge.source in {node.number for node in whole.nodes}
        if mine and earlier.main.id != whole.main.id:
            yield {
                "id": derived_id("x", edge.kind, whole.main.id, earlier.main.id),
                "type": edge.kind,
                "from": whole.main.id,
                "to": earlier.main.id,
                "evidence": [
                    {
                        "start": whole.main.view.pledge.start,
                        "end": whole.main.view.pledge.end,
                        "quote": whole.main.view.pledge.terms,
                    }
                ],
                "score": edge.score,
                "scope": None,
                "why": edge.why,
            }


def _each_once(links: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({link["id"]: link for link in links}.values())
