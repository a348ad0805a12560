"""Statements that put forward one proposition in; the claim, its origins and verdict, and the links to it, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sayso.reconcile.denying import scope_of
from sayso.reconcile.linkage import Change, Edge, LinkageStore, Node
from sayso.reconcile.origins import Assertion, Origin, origins_of
from sayso.reconcile.pile.rows import derived_id, most_common
from sayso.reconcile.polarity import admits
from sayso.reconcile.records import Done, Figured
from sayso.reconcile.sayings import Deed, Saying, Toll
from sayso.reconcile.sides import side_of
from sayso.reconcile.verdicts import verdict_of

__all__ = ["make_claims"]

_MAKER = "claims"
_WEAK = 0.5
_STRONG = 0.6


class _Claim(NamedTuple):
    """A claim as far as its own statements tell."""

    id: str
    first: int
    nodes: tuple[Node, ...]


def make_claims(store: LinkageStore, dirty: Iterable[int], change: Change) -> None:
    """Tell anew the claims that changed, and of other statements the origin and what they deny."""
    store.forget(_MAKER, [*change.firsts["claim"], *(-first for first in change.firsts["utterance"])])
    groups: set[int] = set()
    for number in dirty:
        view = store.node(number).view
        if view.asserting:
            groups.add(store.first_of("claim", number))
        else:
            _tell_other(store, number)
        # What it denies hangs on all that it may deny.
        groups |= {store.first_of("claim", edge.target) for edge in store.edges_at(number) if _denies(edge, number)}
    groups |= {other for first in groups for other in _touched(store, first)}
    for first in sorted(groups):
        _tell_claim(store, _claim(store, first))


def _denies(edge: Edge, number: int) -> bool:
    return edge.kind == "denies" and edge.source == number


def _touched(store: LinkageStore, first: int) -> Iterator[int]:
    """The claims that cannot also be so: their verdict hangs on this one."""
    for number in store.group_of("claim", first):
        for other in _countering(store, number):
            yield store.first_of("claim", other)


def _claim(store: LinkageStore, number: int) -> _Claim:
    first = store.first_of("claim", number)
    nodes = [store.node(other) for other in store.group_of("claim", first)]
    nodes.sort(key=lambda node: (node.view.day or "9", node.view.article, node.view.start, node.id))
    return _Claim(derived_id("c", nodes[0].id), first, tuple(nodes))


def _tell_claim(store: LinkageStore, claim: _Claim) -> None:
    views: list[Saying] = [node.view for node in claim.nodes]
    asserted = [_assertion(store, node) for node in claim.nodes]
    origins = origins_of(asserted)
    edges = [edge for node in claim.nodes for edge in store.edges_at(node.number)]
    denials = _denials(store, claim, edges)
    events = _own_voice(store, claim)
    against = _against(views)
    acknowledged = [view.id for view in views if _acknowledges(view, against, views)]
    acknowledged += sorted(_owning_up(store, claim, edges) - set(acknowledged))
    countered = sorted({_claim(store, other).id for node in claim.nodes for other in _countering(store, node.number)})
    countered = [other for other in countered if other != claim.id]
    reports = len({view.article for view in views} | {node.view.done.article_id for node in events})
    verdict = verdict_of(
        origins, reports=reports, denied=sorted(denials), countered=countered, acknowledged=acknowledged
    )
    row = {
        "id": claim.id,
        "text": max(views, key=_told_well).content,
        "verdict": verdict.name,
        "origins": len(origins),
        "reports": reports,
        "asserted": [view.id for view in views],
        "denied": sorted(denials),
        "events": [node.id for node in events],
        "countered": countered,
        "acknowledged": acknowledged,
        "against": against or None,
        "rule": verdict.rule,
    }
    store.forget(_MAKER, [claim.first])
    rows = [("claims", row), *(("origins", _origin_row(one)) for one in origins)]
    store.tell(_MAKER, claim.first, [*rows, *(("links", link) for link in _links(store, claim, edges, denials))])
    origin_of = {row_id: derived_id("o", one.id) for one in origins for row_id in one.rows}
    for node in claim.nodes:
        store.overlay(_MAKER, claim.first, node, claim_id=claim.id, origin_id=origin_of[node.id])


def _told_well(view: Saying) -> tuple[float, float, str]:
    """The telling that gives a claim its words: one of its own matter, sure and not too long."""
    return (min(len(view.matter.words), 12) - max(0, len(view.content) - 200) / 40, view.confidence, view.id)


def _assertion(store: LinkageStore, node: Node) -> Assertion:
    view: Saying = node.view
    article = next(iter(store.numbers_of([view.article]).values()), None)
    group = view.article if article is None else store.id_of(store.first_of("copy", article))
    return Assertion(view, group, store.id_of(store.first_of("utterance", node.number)))


def _denials(store: LinkageStore, claim: _Claim, edges: Sequence[Edge]) -> dict[str, list[Edge]]:
    """Who denies a claim, and by which ties; a weak one, by place alone, gives way to a strong one elsewhere."""
    numbers = {node.number for node in claim.nodes}
    out: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.kind == "denies" and edge.target in numbers and (edge.score > _WEAK or not _meant(store, edge)):
            out.setdefault(store.id_of(edge.source), []).append(edge)
    return out


def _meant(store: LinkageStore, weak: Edge) -> bool:
    """Is something denied more surely by who denies?"""
    return any(
        edge.kind == "denies" and edge.source == weak.source and edge.score >= _STRONG
        for edge in store.edges_at(weak.source)
    )


def _owning_up(store: LinkageStore, claim: _Claim, edges: Sequence[Edge]) -> set[str]:
    """Statements by which the side that a claim is held against says so, in words that are not the claim's."""
    numbers = {node.number for node in claim.nodes}
    return {store.id_of(edge.source) for edge in edges if edge.kind == "acknowledges" and edge.target in numbers}


def _countering(store: LinkageStore, number: int) -> Iterator[int]:
    """Statements that cannot also be so: as compared, or by figures of events that they tell."""
    for edge in store.edges_at(number):
        if edge.kind == "contradicts":
            yield edge.source if edge.target == number else edge.target
    for deed in store.node(number).view.deeds:
        for row, _ in store.conflicts(deed.id):
            told = next(iter(store.numbers_of([row]).values()), None)
            said_in = store.node(told).view.done.said_in if told is not None else ""
            for other in store.numbers_of([said_in]).values() if said_in else ():
                if store.node(other).view.asserting and other != number:
                    yield other


def _own_voice(store: LinkageStore, claim: _Claim) -> list[Node]:
    """Events that outlets report themselves, of the happening that a statement of the claim tells of first of all."""
    found: dict[int, Node] = {}
    for node in claim.nodes:
        for deed in node.view.deeds[:1]:
            for number in store.numbers_of([deed.id]).values():
                for other in store.group_of("happening", number):
                    event = store.node(other)
                    if not event.view.done.said_in and _tells(event.view.done, deed):
                        found[other] = event
    return sorted(found.values(), key=lambda node: (node.view.published, node.id))


def _tells(event: Done, deed: Deed) -> bool:
    """Does an event tell all that a deed does: the same sides, as far as both are told, and as many killed or hurt?"""
    actors, recipients = (frozenset(map(side_of, some)) - {""} for some in (event.actors, event.recipients))
    if event.root != deed.root or (actors and deed.actors and not actors & deed.actors):
        return False
    if recipients and deed.recipients and not recipients & deed.recipients:
        return False
    return all(any(_meet(toll, figure) for figure in event.figures) for toll in deed.tolls)


def _meet(toll: Toll, figure: Figured) -> bool:
    low = max(toll.low or 0, figure.low or 0)
    highs = [one for one in (toll.high, figure.high) if one is not None]
    return toll.slot == figure.slot and (not highs or low <= min(highs))


def _against(views: Sequence[Saying]) -> str:
    return most_common([view.against for view in views if view.against and view.against != view.side])


def _acknowledges(view: Saying, against: str, views: Sequence[Saying]) -> bool:
    """Does the side it is held against say so, or does somebody own up to a deed of its own?"""
    others = [other for other in views if other.body != view.body]
    if against and view.side == against and not view.turned:
        return bool(others) or view.act == "confirmation"
    own = any(view.side in deed.actors for deed in view.deeds) or (view.side and view.side in view.matter.states)
    return view.act in ("confirmation", "responsibility") and (bool(own) or admits(view.cue))


def _links(
    store: LinkageStore, claim: _Claim, edges: Sequence[Edge], denials: dict[str, list[Edge]]
) -> Iterator[dict[str, Any]]:
    for denial_id, ties in denials.items():
        best = max(ties, key=lambda edge: (edge.score, -edge.target))
        denial = store.node(best.source).view
        targets = [claim.id, *sorted(store.id_of(edge.target) for edge in ties)]
        for target in targets:
            yield {
                "id": derived_id("x", "denies", denial_id, target),
                "type": "denies",
                "from": denial_id,
                "to": target,
                "evidence": [{"start": s, "end": e, "quote": q} for s, e, q in denial.spans],
                "score": best.score,
                "scope": scope_of(denial.content),
                "why": best.why,
            }
    numbers = {node.number: node for node in claim.nodes}
    for edge in edges:
        if edge.kind == "contradicts" and edge.source in numbers:
            other = _claim(store, edge.target)
            if other.id != claim.id:
                yield _link("contradicts", claim.id, other.id, edge, numbers[edge.source].view)
    for node in claim.nodes[1:]:
        if node.view.body != claim.nodes[0].view.body:
            tie = next(
                (edge for edge in edges if edge.kind == "same" and node.number in (edge.source, edge.target)), None
            )
            if tie is not None:
                yield _link("corroborates", node.id, claim.id, tie, node.view)


def _link(kind: str, source: str, target: str, edge: Edge, view: Saying) -> dict[str, Any]:
    return {
        "id": derived_id("x", kind, source, target),
        "type": kind,
        "from": source,
        "to": target,
        "evidence": [{"start": s, "end": e, "quote": q} for s, e, q in view.spans],
        "score": edge.score,
        "why": edge.why,
    }


def _origin_row(one: Origin) -> dict[str, Any]:
    return {
        "id": derived_id("o", one.id),
        "kind": one.kind,
        "rows": list(one.rows),
        "reason": one.reason,
        "who": one.who or None,
    }


def _tell_other(store: LinkageStore, number: int) -> None:
    """Of a statement that asserts nothing, the utterance it passes on."""
    first = store.first_of("utterance", number)
    nodes = [node for node in map(store.node, store.group_of("utterance", first)) if not node.view.asserting]
    nodes.sort(key=lambda node: (node.view.day or "9", node.view.article, node.view.start, node.id))
    owner = -first  # claims are owned by the rows that stand for them, utterances by the same numbers below nought
    store.forget(_MAKER, [owner])
    origin = {
        "id": derived_id("o", nodes[0].id),
        "kind": "utterance",
        "rows": [node.id for node in nodes],
        "reason": "words" if len(nodes) > 1 else None,
        "who": nodes[0].view.speaker.name if nodes[0].view.speaker else None,
    }
    store.tell(_MAKER, owner, [("origins", origin)])
    for node in nodes:
        store.overlay(_MAKER, owner, node, origin_id=origin["id"])
