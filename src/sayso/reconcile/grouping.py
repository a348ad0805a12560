"""Likeness of pairs in, groups out: connected components, and average link inside them.

Both are pure functions of what they are given, whatever its order: ties are broken by id. So a pile that grows is
grouped anew only where its components changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["average_link", "components"]

Pair = tuple[str, str]


def components(ids: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """The ids that pairs connect; sorted, as are the members of each.

    >>> components(["d", "c", "b", "a"], [("c", "a"), ("b", "a")])
    [['a', 'b', 'c'], ['d']]
    """
    root = {one: one for one in ids}
    for one, other in pairs:
        first, second = sorted((_root(root, one), _root(root, other)))
        root[second] = first
    out: dict[str, list[str]] = {}
    for one in sorted(root):
        out.setdefault(_root(root, one), []).append(one)
    return list(out.values())


def _root(root: dict[str, str], one: str) -> str:
    while root[one] != one:
        root[one] = one = root[root[one]]
    return one


def average_link(
    ids: Sequence[str], scores: Mapping[Pair, float], threshold: float, missing: float = 0.0
) -> list[list[str]]:
    """Groups whose members are alike by `threshold` or more on average, the most alike joined first; sorted.

    A pair without a score counts as `missing`, which must be below the threshold; a score of minus infinity keeps two
    apart whatever else speaks for them. Nearest-neighbour chain (F. Murtagh, The Computer Journal 26(4), 1983): about
    as many steps as there are ids times their neighbours.

    >>> average_link(["c", "b", "a"], {("a", "b"): 0.9, ("b", "c"): 0.6}, 0.5)
    [['a', 'b'], ['c']]
    >>> average_link(["c", "b", "a"], {("a", "b"): 0.9, ("b", "c"): 0.6, ("a", "c"): 0.6}, 0.5)
    [['a', 'b', 'c']]
    """
    if missing >= threshold:
        raise ValueError(f"a missing score of {missing} would join what nothing connects at threshold {threshold}")
    names = sorted(set(ids))
    groups = _Groups(len(names), missing)
    rank = {name: at for at, name in enumerate(names)}
    for (one, other), score in scores.items():
        groups.link(rank[one], rank[other], score)
    groups.join(threshold)
    return sorted(sorted(names[at] for at in members) for members in groups.members.values())


class _Groups:
    """Groups by their first member, and between two of them the sum of what scores exceed the missing score by."""

    def __init__(self, count: int, missing: float) -> None:
        self.missing = missing
        self.members = {at: [at] for at in range(count)}
        self.links: dict[int, dict[int, float]] = {at: {} for at in range(count)}

    def link(self, one: int, other: int, score: float) -> None:
        """Note the score of a pair; of two scores the higher one."""
        if one != other:
            over = max(score - self.missing, self.links[one].get(other, -float("inf")))
            self.links[one][other] = self.links[other][one] = over

    def join(self, threshold: float) -> None:
        """Join neighbours that are each other's nearest, until none are alike enough."""
        for start in range(len(self.members)):
            chain = [start] if start in self.members and self.links[start] else []
            while chain:
                nearest, average = self._nearest(chain[-1], chain[-2] if len(chain) > 1 else -1)
                if average < threshold:  # nor will it be alike to what its neighbours are joined into
                    self._close(chain.pop())
                elif nearest in chain:
                    joined = self._merge(chain[-1], nearest)
                    del chain[chain.index(nearest) :]
                    chain = chain or [joined]
                else:
                    chain.append(nearest)

    def _nearest(self, one: int, before: int) -> tuple[int, float]:
        """The nearest group; of several as near the one that the chain came from, else the first."""
        size = len(self.members[one])
        best, at = -float("inf"), -1
        for other, over in self.links[one].items():
            average = over / len(self.members[other])
            if average > best or (average == best and at != before and (other == before or other < at)):
                best, at = average, other
        return at, self.missing + best / size

    def _close(self, one: int) -> None:
        """Take a group that is done out of its neighbours' sight."""
        for other in self.links[one]:
            del self.links[other][one]
        self.links[one] = {}

    def _merge(self, one: int, other: int) -> int:
        first, second = sorted((one, other))
        self.members[first] += self.members.pop(second)
        mine, theirs = self.links[first], self.links.pop(second)
        del mine[second], theirs[first]
        for third, over in theirs.items():
            mine[third] = self.links[third][first] = mine.get(third, 0.0) + over
            del self.links[third][second]
        return first
