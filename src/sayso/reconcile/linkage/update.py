"""A change of the pile in, what it changed of edges and groups out.

Only what shares a key with rows that came or went is compared; only components that an edge touches are grouped anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from sayso.reconcile.grouping import average_link
from sayso.reconcile.linkage.blocking import Keyed, change_blocks, keys_of, pairs_of_all, still_met, write_keys
from sayso.reconcile.linkage.spaces import Edge, Grouping, Match, Node, Space
from sayso.reconcile.linkage.store import LinkageStore, packed

__all__ = ["Change", "Given", "Inner", "Prepared", "compared_here", "prepared", "update"]

Pair = tuple[int, int]
Compare = Callable[[int, np.ndarray], Iterable[list[Edge]]]
"""Given the number of a space and pairs of row numbers, [pairs, 2], finds the edges between them."""
_WRITTEN = 10_000
"""Edges gathered before they are written."""


class Inner(NamedTuple):
    """An edge that a document itself shows, between rows of its own."""

    space: str
    source: str
    target: str
    kind: str
    score: float
    why: str = ""


class Given(NamedTuple):
    """What a document gives: its rows as (id, view), and edges between them; `digest` tells whether it changed."""

    document_id: str
    digest: str
    rows: tuple[tuple[str, Any], ...]
    inner: tuple[Inner, ...] = ()


class Row(NamedTuple):
    """A row made ready for the store: what its view is, its view packed, its hashed keys with the part under each."""

    id: str
    kind: str
    view: bytes
    keys: tuple[tuple[int, int], ...]


class Prepared(NamedTuple):
    """What a document gives, made ready; a function of the document alone, so any process can make it."""

    document_id: str
    digest: str
    rows: tuple[Row, ...]
    inner: tuple[Inner, ...]


class Change(NamedTuple):
    """What changed: rows that came or whose edges or groups changed, and rows that are no more or no more stand first.

    `firsts` are the rows that stood for a group, by grouping, and stand for it no more; `tied` those whose edges
    changed, by space; `gone` the rows that went out.
    """

    rows: set[int]
    tied: dict[str, set[int]]
    firsts: dict[str, set[int]]
    gone: set[int]


def prepared(given: Given, spaces: Sequence[Space]) -> Prepared:
    """Make what a document gives ready for the store."""
    rows = (Row(row_id, type(view).__name__, packed(view), keys_of(view, spaces)) for row_id, view in given.rows)
    return Prepared(given.document_id, given.digest, tuple(rows), given.inner)


def update(
    store: LinkageStore,
    spaces: Sequence[Space],
    came: Iterable[Given | Prepared],
    went: Iterable[str],
    compare: Compare | None = None,
) -> Change:
    """Take documents out and put documents in; one that changed goes out and comes in. Nothing is committed.

    `compare` finds the edges of many pairs, where that is better done elsewhere than here; the store then is marked as
    unfinished, and holds the rows, before it is called.
    """
    groupings = [(space, grouping) for space in spaces for grouping in space.groupings]
    change = Change(
        set(), {space.name: set() for space in spaces}, {grouping.name: set() for _, grouping in groupings}, set()
    )
    ready = (one if isinstance(one, Prepared) else prepared(one, spaces) for one in came)
    if store.digests():
        gone = list(_take_out(store, spaces, went, change))
        _compare_new(store, spaces, list(_put_in(store, ready, change)), gone, change)
    else:
        table = write_keys(store, _put_in(store, ready, change))
        if compare:
            store.begin_whole()
            store.commit()
        for at, pairs in pairs_of_all(table, spaces):
            for edges in compare(at, pairs) if compare else compared_here(store, spaces[at], pairs.tolist()):
                _keep(store, edges, change)
    for space in spaces:
        change.rows.update(change.tied[space.name])
    for space, grouping in groupings:
        _group(store, space, grouping, change)
    return change


def _take_out(store: LinkageStore, spaces: Sequence[Space], went: Iterable[str], change: Change) -> Iterator[Keyed]:
    numbers = store.document_numbers()
    for document_id in sorted(set(went) & set(numbers)):
        nodes = store.nodes_of(numbers[document_id])
        mine = {node.number for node in nodes}
        for node in nodes:
            for edge in store.edges_at(node.number):
                change.tied[edge.space].update((edge.source, edge.target))
            for space in spaces:
                for grouping in space.groupings:
                    change.tied[space.name].update(store.group_of(grouping.name, node.number))
            store.drop_edges_at(node.number)
            yield Keyed(node.number, keys_of(node.view, spaces))
        change.gone.update(mine)
        for firsts in change.firsts.values():
            firsts |= mine
        for tied in change.tied.values():
            tied -= mine
        store.drop_document(numbers[document_id], sorted(mine))


def _put_in(store: LinkageStore, came: Iterable[Prepared], change: Change) -> Iterator[Keyed]:
    for given in came:
        document = store.add_document(given.document_id, given.digest)
        numbers: dict[str, int] = {}
        for row in given.rows:
            numbers[row.id] = store.add_row(row.id, document, row.kind, row.view)
            yield Keyed(numbers[row.id], row.keys)
        store.add_edges(
            Edge(one.space, numbers[one.source], numbers[one.target], one.kind, own=True, score=one.score, why=one.why)
            for one in given.inner
        )
        for one in given.inner:
            change.tied[one.space].update((numbers[one.source], numbers[one.target]))
        change.rows.update(numbers.values())


def _compare_new(
    store: LinkageStore, spaces: Sequence[Space], came: Sequence[Keyed], went: Sequence[Keyed], change: Change
) -> None:
    blocks = change_blocks(store, spaces, came, went)
    for at, outgrown in sorted(blocks.outgrown.items()):
        pairs = {pair for rows in outgrown for pair in _tied(store, spaces[at].name, rows)}
        for pair in sorted(pairs):
            _drop_stale(store, spaces, at, pair, change)
    for at, fresh in sorted(blocks.fresh.items()):
        for edges in compared_here(store, spaces[at], sorted(fresh)):
            _keep(store, edges, change)


def _tied(store: LinkageStore, space: str, rows: set[int]) -> Iterator[Pair]:
    """The pairs among rows that comparing them tied."""
    for number in rows:
        for edge in store.edges_at(number):
            if edge.space == space and not edge.own and edge.source in rows and edge.target in rows:
                yield min(edge.source, edge.target), max(edge.source, edge.target)


def _drop_stale(store: LinkageStore, spaces: Sequence[Space], at: int, pair: Pair, change: Change) -> None:
    one, other = (dict(keys_of(store.node(number).view, spaces)) for number in pair)
    if not still_met(store, at, spaces[at].cap, one, other) and store.drop_edges_between(*pair, spaces[at].name):
        change.tied[spaces[at].name].update(pair)


def compared_here(store: LinkageStore, space: Space, pairs: Iterable[Sequence[int]]) -> Iterator[list[Edge]]:
    """The edges between pairs of rows, some thousands at a time."""
    found: list[Edge] = []
    for one, other in pairs:
        found += matches(space, store.node(one), store.node(other))
        if len(found) > _WRITTEN:
            yield found
            found = []
    yield found


def matches(space: Space, one: Node, other: Node) -> Iterator[Edge]:
    """The edges that a comparison of two rows gives; the one whose id comes first is compared to the other."""
    first, second = (one, other) if one.id < other.id else (other, one)
    match: Match
    for match in space.compare(first.view, second.view):
        source, target = (first, second) if match.forward else (second, first)
        yield Edge(space.name, source.number, target.number, match.kind, own=False, score=match.score, why=match.why)


def _keep(store: LinkageStore, edges: list[Edge], change: Change) -> None:
    store.add_edges(edges)
    for edge in edges:
        change.tied[edge.space].update((edge.source, edge.target))


def _group(store: LinkageStore, space: Space, grouping: Grouping, change: Change) -> None:
    seen: set[int] = set()
    for start in sorted(change.tied[space.name]):
        if start not in seen:
            scores = _component(store, space.name, grouping.kind, start)
            seen.update({start}, *scores)
            _regroup(store, grouping, start, scores, change)


def _component(store: LinkageStore, space: str, kind: str, start: int) -> dict[Pair, float]:
    """The edges of the component that a row is in; of two between the same rows the stronger."""
    todo, known, scores = [start], {start}, dict[Pair, float]()
    while todo:
        for edge in store.edges_at(todo.pop()):
            if edge.space == space and edge.kind == kind:
                pair = (min(edge.source, edge.target), max(edge.source, edge.target))
                scores[pair] = max(edge.score, scores.get(pair, edge.score))
                for number in {*pair} - known:
                    known.add(number)
                    todo.append(number)
    return scores


def _regroup(store: LinkageStore, grouping: Grouping, start: int, scores: dict[Pair, float], change: Change) -> None:
    numbers = sorted({start}.union(*scores)) if scores else [start]
    ids = {store.id_of(number): number for number in numbers} if scores else {"": start}
    for group in _grouped(store, grouping, ids, scores) if scores else [[""]]:
        mine = [ids[row_id] for row_id in group]
        before = {store.first_of(grouping.name, number) for number in mine}
        if before != {mine[0]} or len(store.group_of(grouping.name, mine[0])) != len(mine):
            change.firsts[grouping.name].update(before - {mine[0]})
            change.rows.update(mine)
            store.set_group(grouping.name, mine)


def _grouped(
    store: LinkageStore, grouping: Grouping, ids: Mapping[str, int], scores: dict[Pair, float]
) -> list[list[str]]:
    names = {number: row_id for row_id, number in ids.items()}
    by_id = {(names[one], names[other]): score for (one, other), score in scores.items()}
    if grouping.group is None:
        return average_link(list(ids), by_id, grouping.threshold, grouping.missing)
    views = {row_id: store.node(number).view for row_id, number in ids.items()}
    return [sorted(group) for group in grouping.group(views, by_id)]
