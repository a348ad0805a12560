"""Rows that came and rows that went in, pairs to compare out: those that share a key few enough rows bear.

Whether two rows are compared depends on the rows that are in, never on the order in which they came: where a block
outgrows its cap, what was found through it alone is taken back; where one shrinks, its rows are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from sayso.reconcile.linkage.spaces import BOTH, Space
from sayso.reconcile.linkage.store import LinkageStore, hashed, space_of

__all__ = ["Blocks", "Keyed", "change_blocks", "keys_of", "pairs_of_all", "still_met"]

Pair = tuple[int, int]
_SOON = 4_000_000
"""Pairs gathered before doubles are dropped from them."""


class Keyed(NamedTuple):
    """A row with its hashed keys and the part it plays under each."""

    number: int
    keys: tuple[tuple[int, int], ...]


class Blocks(NamedTuple):
    """What follows of a change of blocks: pairs to compare, by space, and pairs that may have lost what tied them."""

    fresh: dict[int, set[Pair]]
    stale: dict[int, set[Pair]]


def keys_of(view: object, spaces: Sequence[Space]) -> tuple[tuple[int, int], ...]:
    """The hashed keys of a view in every space."""
    return tuple({hashed(key, at): key.part for at, space in enumerate(spaces) for key in space.keys(view)}.items())


def change_blocks(store: LinkageStore, spaces: Sequence[Space], came: Sequence[Keyed], went: Sequence[Keyed]) -> Blocks:
    """Put keys in and take keys out, and tell which pairs that touches."""
    _write(store, came, went)
    moved: dict[int, tuple[set[int], set[int]]] = {}
    for at, rows in enumerate((came, went)):
        for row in rows:
            for key, _ in row.keys:
                moved.setdefault(key, (set(), set()))[at].add(row.number)
    out = Blocks({}, {})
    for key, (new, gone) in moved.items():
        cap = spaces[space_of(key)].cap
        found = store.connection.execute(
            "SELECT number, part FROM keys WHERE key = ? LIMIT ?", (key, cap + len(new) + 1)
        )
        _touch(out, key, dict(found), new, gone, cap)
    return out


def _write(store: LinkageStore, came: Iterable[Keyed], went: Iterable[Keyed]) -> None:
    out = sorted((key, row.number) for row in went for key, _ in row.keys)
    store.connection.executemany("DELETE FROM keys WHERE key = ? AND number = ?", out)
    store.connection.executemany(
        "INSERT OR REPLACE INTO keys VALUES (?, ?, ?)",
        sorted((key, row.number, part) for row in came for key, part in row.keys),
    )


def _touch(out: Blocks, key: int, now: dict[int, int], new: set[int], gone: set[int], cap: int) -> None:
    space, was = space_of(key), len(now) - len(new) + len(gone)
    if len(now) > cap:
        if was <= cap:  # what was compared through it before
            out.stale.setdefault(space, set()).update(_met({n: part for n, part in now.items() if n not in new}))
    elif was > cap:
        out.fresh.setdefault(space, set()).update(_met(now))
    elif new:
        out.fresh.setdefault(space, set()).update(_met_by(now, new))


def _met(rows: dict[int, int]) -> Iterator[Pair]:
    for one, other in combinations(sorted(rows), 2):
        if _compared(rows[one], rows[other]):
            yield one, other


def _met_by(rows: dict[int, int], new: set[int]) -> Iterator[Pair]:
    for one in new:
        for other, part in rows.items():
            if one != other and _compared(rows[one], part):
                yield (one, other) if one < other else (other, one)


def _compared(part: int, other: int) -> bool:
    return part != other or part == BOTH


def still_met(store: LinkageStore, space: int, cap: int, keys: Mapping[int, int], others: Mapping[int, int]) -> bool:
    """Do two rows with these keys still share one of a space that few enough bear?"""
    for key in keys.keys() & others.keys():
        if space_of(key) == space:
            found = store.connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM keys WHERE key = ? LIMIT ?)", (key, cap + 1)
            )
            if found.fetchone()[0] <= cap:
                return True
    return False


def pairs_of_all(store: LinkageStore, spaces: Sequence[Space]) -> Iterator[tuple[int, np.ndarray]]:
    """Every pair to compare, by space, as sorted rows of two numbers: for a store whose rows are all new."""
    gathered: dict[int, list[np.ndarray]] = {at: [] for at in range(len(spaces))}
    sizes = dict.fromkeys(gathered, 0)
    for key, numbers, parts in _blocks(store):
        space = space_of(key)
        if 1 < len(numbers) <= spaces[space].cap:
            pairs = _pairs(np.array(numbers), np.array(parts))
            gathered[space].append(pairs)
            sizes[space] += len(pairs)
            if sizes[space] > _SOON:
                gathered[space] = [np.unique(np.concatenate(gathered[space]))]
                sizes[space] = 0
    for space, arrays in gathered.items():
        if arrays:
            whole = np.unique(np.concatenate(arrays))
            yield space, np.stack([whole >> 32, whole & 0xFFFFFFFF], axis=1)


def _blocks(store: LinkageStore) -> Iterator[tuple[int, list[int], list[int]]]:
    last, numbers, parts = -1, list[int](), list[int]()
    for key, number, part in store.connection.execute("SELECT key, number, part FROM keys ORDER BY key, number"):
        if key != last:
            if len(numbers) > 1:
                yield last, numbers, parts
            last, numbers, parts = key, [], []
        numbers.append(number)
        parts.append(part)
    if len(numbers) > 1:
        yield last, numbers, parts


def _pairs(numbers: np.ndarray, parts: np.ndarray) -> np.ndarray:
    """The pairs of a block, each as one number: the lower row in the upper half."""
    first, second = np.triu_indices(len(numbers), 1)
    kept = (parts[first] != parts[second]) | (parts[first] == BOTH)
    out: np.ndarray = (numbers[first[kept]].astype(np.int64) << 32) | numbers[second[kept]]
    return out
