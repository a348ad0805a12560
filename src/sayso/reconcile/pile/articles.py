"""Articles that share text in, which copies which and whose origin it is out; and the stories that articles tell."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sayso.reconcile.copies import Copy, origin_groups, originals
from sayso.reconcile.linkage import Change, LinkageStore
from sayso.reconcile.pile.rows import derived_id, earliest, span

__all__ = ["make_copies", "make_stories"]

_COPIES, _STORIES = "copies", "stories"


def make_copies(store: LinkageStore, dirty: Iterable[int], change: Change) -> set[int]:
    """Tell copies anew of all articles that share text with those that changed; the articles whose origin changed."""
    store.forget(_COPIES, change.gone)
    moved: set[int] = set()
    seen: set[int] = set()
    for start in dirty:
        if start not in seen:
            numbers, copies = _component(store, start)
            seen |= numbers
            moved |= _tell_copies(store, sorted(numbers), copies)
    return moved


def _component(store: LinkageStore, start: int) -> tuple[set[int], list[Copy]]:
    todo, known, copies = [start], {start}, dict[tuple[int, int], Copy]()
    while todo:
        for edge in store.edges_at(todo.pop()):
            if edge.space == "copy":
                copies[edge.source, edge.target] = _copy(edge.why)
                for number in {edge.source, edge.target} - known:
                    known.add(number)
                    todo.append(number)
    return known, list(copies.values())


def _copy(why: str) -> Copy:
    name, original, kind, share, weight, passages, reason = json.loads(why)
    return Copy(name, original, kind, share, weight, tuple(tuple(place) for place in passages), reason)


def _tell_copies(store: LinkageStore, numbers: list[int], copies: list[Copy]) -> set[int]:
    nodes = {node.id: node for node in map(store.node, numbers)}
    best = originals(copies, {name: node.view.page.published for name, node in nodes.items()})
    origins = origin_groups(nodes, best)
    store.forget(_COPIES, numbers)
    moved: set[int] = set()
    for name, node in nodes.items():
        origin = nodes[origins[name]]
        if store.first_of("copy", node.number) != origin.number:
            moved.add(node.number)
        fields: dict[str, object] = {"origin_group": origin.id}
        copy = best.get(name)
        if copy:
            fields |= {"copy_of": copy.original, "copy_kind": copy.kind, "copy_share": copy.share}
            store.tell(_COPIES, node.number, [("links", _link(copy, node.view.page.text))])
        store.overlay(_COPIES, node.number, node, **fields)
    for origin_id in set(origins.values()):
        mine = [nodes[name].number for name, told in origins.items() if told == origin_id and name != origin_id]
        store.set_group("copy", [nodes[origin_id].number, *sorted(mine)])
    return moved


def _link(copy: Copy, text: str) -> dict[str, object]:
    return {
        "id": derived_id("x", "copies", copy.id, copy.original),
        "type": "copies",
        "from": copy.id,
        "to": copy.original,
        "evidence": [span(text, start, end) for start, end, *_ in copy.passages],
        "score": copy.share,
        "why": f"{copy.kind} copy, {copy.share:.0%} of its words; {copy.why}",
    }


def make_stories(store: LinkageStore, dirty: Iterable[int], change: Change) -> None:
    """Tell the stories anew that changed."""
    store.forget(_STORIES, change.firsts["story"])
    for first in sorted({store.first_of("story", number) for number in dirty}):
        nodes = [store.node(number) for number in store.group_of("story", first)]
        nodes.sort(key=lambda node: (node.view.page.published or "9", node.id))
        story_id = derived_id("y", nodes[0].id)
        days = [node.view.page.published for node in nodes]
        row = {
            "id": story_id,
            "members": [node.id for node in nodes],
            "text": nodes[0].view.page.title,
            "since": earliest(days) or None,
            "until": max(days) or None,
        }
        store.forget(_STORIES, [first])
        store.tell(_STORIES, first, [("stories", row)])
        for node in nodes:
            store.overlay(_STORIES, first, node, story_id=story_id)
