"""Event rows that report one happening in; the happening, who says how many, and how the figures stand, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from sayso.reconcile.figures import range_of
from sayso.reconcile.linkage import Change, LinkageStore, Node
from sayso.reconcile.numbers import relation
from sayso.reconcile.pile.rows import derived_id, each_once, most_common
from sayso.reconcile.pile.views import EventView
from sayso.reconcile.told import Told, in_order

__all__ = ["make_figures_beside", "make_happenings"]

_MAKER, _BESIDE = "happenings", "figures beside"
_DAY = len("2026-01-06")
_MOST = 80
"""Figures of one happening that are set side by side, two by two: the first of each kind."""
_SLOTS = ("killed", "injured")
_RELATIONS = ("equal", "update", "conflict", "compatible", "scope")
"""What two rows are to each other whose figures stand in several relations: the first of these."""


def make_happenings(store: LinkageStore, dirty: Iterable[int], change: Change, policy: str) -> None:
    """Tell the happenings anew that changed, and their figures."""
    store.forget(_MAKER, change.firsts["happening"])
    for gone in change.firsts["happening"]:
        store.set_conflicts(gone, ())
    for first in sorted({store.first_of("happening", number) for number in dirty}):
        nodes = [store.node(number) for number in store.group_of("happening", first)]
        nodes.sort(
            key=lambda node: (node.view.published or "9", node.view.done.article_id, node.view.done.start, node.id)
        )
        _tell(store, first, nodes, policy)


def make_figures_beside(store: LinkageStore, dirty: Iterable[int], change: Change, policy: str) -> None:
    """Set figures side by side of events of one day that are alike, but not enough to be told as one happening.

    Each pair is owned by the event whose id comes first.
    """
    store.forget(_BESIDE, change.gone)
    for gone in change.gone:
        store.set_conflicts(-gone, ())
    owners = {number for each in dirty for number in (each, *_alike(store, each))}
    for owner in sorted(owners):
        node = store.node(owner)
        tolls = [toll for toll in node.view.tolls if len(toll.date) == _DAY]
        pairs: dict[str, dict[str, Any]] = {}
        for number in _alike(store, owner) if tolls else ():
            apart = store.first_of("happening", owner) != store.first_of("happening", number)
            if apart and node.id < store.id_of(number):
                other = store.node(number)
                theirs = [toll for toll in other.view.tolls if toll.date == node.view.done.date]
                pairs |= {pair["id"]: pair for pair in _pairs((*tolls, *theirs), policy, None)}
        store.forget(_BESIDE, [owner])
        store.set_conflicts(-owner, _conflicts(pairs.values()))
        store.tell(_BESIDE, owner, (("numbers", pair) for pair in pairs.values()))


def _alike(store: LinkageStore, number: int) -> list[int]:
    """Events that are alike, surely or not."""
    edges = (edge for edge in store.edges_at(number) if edge.space in ("happening", "figures"))
    return sorted({edge.source if edge.target == number else edge.target for edge in edges})


def _tell(store: LinkageStore, first: int, nodes: Sequence[Node], policy: str) -> None:
    happening_id = derived_id("h", nodes[0].id)
    store.forget(_MAKER, [first])
    tolls = _figures(nodes)
    pairs = list(_pairs(tolls, policy, happening_id))
    store.set_conflicts(first, _conflicts(pairs))
    row = _row(happening_id, nodes, tolls, pairs, policy)
    store.tell(_MAKER, first, [("happenings", row), *(("numbers", pair) for pair in pairs)])
    for node in nodes:
        store.overlay(_MAKER, first, node, happening_id=happening_id)


def _figures(nodes: Sequence[Node]) -> list[Told]:
    """The figures told, of those that are told alike by one body the first only, where there are very many."""
    told = [toll for node in nodes for toll in node.view.tolls]
    if len(told) <= _MOST:
        return told
    once: dict[tuple[Any, ...], Told] = {}
    for one in told:
        once.setdefault((one.slot, one.low, one.high, one.by, one.noun), one)
    return list(once.values())[:_MOST]


def _pairs(tolls: Sequence[Told], policy: str, happening_id: str | None) -> Iterator[dict[str, Any]]:
    """Pairs of figures of two rows; of two rows that tell several of one slot, the pair that says most."""
    found: dict[tuple[str, str, str], tuple[int, Told, Told, str, str]] = {}
    for one, other in combinations(tolls, 2):
        told = relation(one, other, policy) if one.id != other.id else None
        if told:
            first, second = in_order(one, other)
            key = (min(one.id, other.id), max(one.id, other.id), first.slot)
            rank = _RELATIONS.index(told[0])
            if key not in found or rank < found[key][0]:
                found[key] = (rank, first, second, *told)
    yield from (_pair(*told[1:], policy, happening_id) for told in found.values())


def _pair(first: Told, second: Told, told: str, why: str, policy: str, happening_id: str | None) -> dict[str, Any]:
    return {
        "id": derived_id("n", first.id, second.id, first.slot),
        "a": first.id,
        "b": second.id,
        "slot": first.slot if first.slot != "people" else first.noun or first.slot,
        "relation": told,
        "a_range": list(range_of(_whole(first.low), _whole(first.high), first.words, policy)),
        "b_range": list(range_of(_whole(second.low), _whole(second.high), second.words, policy)),
        "happening_id": happening_id,
        "why": why,
    }


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _conflicts(pairs: Iterable[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(pair["a"], pair["b"], pair["why"]) for pair in pairs if pair["relation"] == "conflict"]


def _row(
    happening_id: str, nodes: Sequence[Node], tolls: Sequence[Told], pairs: Sequence[dict[str, Any]], policy: str
) -> dict[str, Any]:
    views: list[EventView] = [node.view for node in nodes]
    best = max(
        views, key=lambda view: (view.done.confidence, len(view.done.actors) + len(view.done.recipients), view.done.id)
    )
    places = [view.done.place for view in views if view.done.place]
    place = min(places, key=lambda one: (one.precision or 9, one.name), default=None)
    bodies = {view.body for view in views if view.body}
    return {
        "id": happening_id,
        "text": best.quote,
        "root": most_common([view.done.root for view in views]),
        "date": _date([view.done.date for view in views]),
        "place": _place(place),
        "events": [node.id for node in nodes],
        "origins": len(bodies) or 1,
        **{slot: _casualties(slot, tolls, pairs, policy) for slot in _SLOTS},
        "reports": len({view.done.article_id for view in views}),
        "actors": _names([one.name for view in views for one in view.done.actors]),
        "recipients": _names([one.name for view in views for one in view.done.recipients]),
        "tolls": [
            {"slot": toll.slot, "low": _whole(toll.low), "high": _whole(toll.high), "words": toll.words, "row": toll.id,
             "by": toll.by.name if toll.by else toll.outlet or None}
            for toll in tolls
        ],
    }  # fmt: skip


def _date(dates: Sequence[str]) -> str | None:
    """The most precise date, of two as precise the one told most."""
    told = [date for date in dates if date]
    return min(told, key=lambda date: (-len(date), -told.count(date), date)) if told else None


def _place(place: Any) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country or None,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "span": None,
    }


def _casualties(
    slot: str, tolls: Sequence[Told], pairs: Sequence[dict[str, Any]], policy: str
) -> dict[str, Any] | None:
    """The range told. Parts and other counts are left out where a whole is told with them."""
    told = {
        toll.id: range_of(_whole(toll.low), _whole(toll.high), toll.words, policy)
        for toll in tolls
        if toll.slot == slot
    }
    if not told:
        return None
    mine = [pair for pair in pairs if pair["slot"] == slot]
    replaced = {pair["a"] for pair in mine if pair["relation"] == "update"}
    standing = [bounds for row, bounds in told.items() if row not in replaced] or list(told.values())
    lows = [low for low, _ in standing if low is not None]
    highs = [high for _, high in standing]
    return {
        "low": min(lows, default=None),
        "high": None if None in highs else max(high for high in highs if high is not None),
        "conflicting": any(pair["relation"] == "conflict" for pair in mine),
    }


def _names(names: Sequence[str]) -> list[str]:
    told = each_once(names)
    return sorted(told, key=lambda name: (-names.count(name), name))
