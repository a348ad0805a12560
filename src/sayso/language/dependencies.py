"""Dependency trees as plain lists: `Tree`, which may still be grafted, and `Dependencies`, which clauses read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

__all__ = ["Dependencies", "Tree"]


@dataclass(slots=True)
class Tree:
    """One entry a word in every list. A root is its own head; relations are those of Universal Dependencies v2."""

    heads: list[int]
    relations: list[str]
    pos: list[str]
    tags: list[str]
    forms: list[str]
    lemmas: list[str]

    def children(self) -> list[list[int]]:
        """The words that hang on each word, in their order."""
        out: list[list[int]] = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head != at:
                out[head].append(at)
        return out

    def settled(self, first: int = 0) -> Dependencies:
        """The tree with what is worked out of it once: children, an order from the roots down, and reach."""
        children = self.children()
        order = [at for at, head in enumerate(self.heads) if head == at]
        for at in order:  # grows as it is walked; what hangs in a circle is never reached
            order.extend(children[at])
        left, right = list(range(len(self.heads))), list(range(len(self.heads)))
        for at in reversed(order):
            if self.relations[at] == "punct":
                continue
            head = self.heads[at]
            if left[at] < left[head]:
                left[head] = left[at]
            if right[at] > right[head]:
                right[head] = right[at]
        return Dependencies(
            self.heads,
            self.relations,
            self.pos,
            self.tags,
            self.forms,
            self.lemmas,
            first,
            children,
            order,
            left,
            right,
        )


@dataclass(frozen=True, slots=True)
class Dependencies:
    """A settled tree. Words are counted from `first`, the number of its first word in the `Doc`.

    `order` has every word after its head; `left` and `right` are the first and last word under each word, marks aside.
    """

    heads: list[int]
    relations: list[str]
    pos: list[str]
    tags: list[str]
    forms: list[str]
    lemmas: list[str]
    first: int
    children: list[list[int]]
    order: list[int]
    left: list[int]
    right: list[int]

    def subtree(self, index: int, without: Collection[str] = (), but: Collection[int] = ()) -> list[int]:
        """The words under a word, itself too, in their order; less those under relations and words left out."""
        relations = self.relations
        found = [index]
        for at in found:
            found.extend(
                child
                for child in self.children[at]
                if child not in but and relations[child] not in without and child != index
            )
        return sorted(set(found)) if len(found) > 1 else found
