"""Rows that came and rows that went in, pairs to compare out: those that share a key few enough rows bear.

Whether two rows are compared depends on the rows that are in, never on the order in which they came: where a block
outgrows its cap, what was found through it alone is taken back; where one shrinks, its rows are compared.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from sayso.reconcile.linkage.spaces import BOTH, Space
from sayso.reconcile.linkage.store import LinkageStore, hashed, space_of

__all__ = ["Blocks", "Keyed", "change_blocks", "keys_of", "pairs_of_all", "still_met", "write_keys"]

Pair = tuple[int, int]
_CHUNK = 200_000
_HALF, _LOW, _SPACES = 32, 0xFFFFFFFF, 31


class Keyed(NamedTuple):
    """A row with its hashed keys and the part it plays under each."""

    number: int
    keys: tuple[tuple[int, int], ...]


class Table(NamedTuple):
    """Keys in order, with the numbers of the rows that bear them and the parts that these play."""

    keys: np.ndarray
    numbers: np.ndarray
    parts: np.ndarray


class Blocks(NamedTuple):
    """What follows of a change of blocks, by space: pairs to compare, and blocks that outgrew their cap, whose rows may
    have lost what tied them.
    """

    fresh: dict[int, set[Pair]]
    outgrown: dict[int, list[set[int]]]


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
            out.outgrown.setdefault(space, []).append(set(now) - new)
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


def write_keys(store: LinkageStore, rows: Iterable[Keyed]) -> Table:
    """Put the keys of very many rows in, in their order: many times faster than as they come. Returns them so."""
    columns = array("q"), array("i"), array("b")
    for row in rows:
        for key, part in row.keys:
            for column, value in zip(columns, (key, row.number, part), strict=True):
                column.append(value)
    kinds = (np.int64, np.int32, np.int8)
    found = [
        np.frombuffer(column, kind) if column else np.zeros(0, kind)
        for column, kind in zip(columns, kinds, strict=True)
    ]
    order = np.argsort(found[0], kind="stable")  # rows come in order of their numbers
    table = Table(*(column[order] for column in found))
    for at in range(0, len(order), _CHUNK):
        chosen = (column[at : at + _CHUNK].tolist() for column in table)
        store.connection.executemany("INSERT OR REPLACE INTO keys VALUES (?, ?, ?)", zip(*chosen, strict=True))
    return table


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


def pairs_of_all(table: Table, spaces: Sequence[Space]) -> Iterator[tuple[int, np.ndarray]]:
    """Every pair to compare, by space, as sorted rows of two numbers: of keys that are all there are."""
    starts = np.flatnonzero(np.diff(table.keys, prepend=-1))
    sizes = np.diff(starts, append=len(table.keys))
    of = table.keys[starts] & _SPACES
    for at, space in enumerate(spaces):
        mine = (of == at) & (sizes > 1) & (sizes <= space.cap)
        found = [_pairs(table, starts[mine & (sizes == size)], size) for size in np.unique(sizes[mine]).tolist()]
        if found:
            whole = np.unique(np.concatenate(found))
            yield at, np.stack([whole >> _HALF, whole & _LOW], axis=1)


def _pairs(table: Table, starts: np.ndarray, size: int) -> np.ndarray:
    """The pairs of blocks of one size, each as one number: the lower row in the upper half."""
    places = starts[:, None] + np.arange(size)
    numbers, parts = table.numbers[places].astype(np.int64), table.parts[places]
    first, second = np.triu_indices(size, 1)
    kept = (parts[:, first] != parts[:, second]) | (parts[:, first] == BOTH)
    return np.unique(((numbers[:, first] << _HALF) | numbers[:, second])[kept])
