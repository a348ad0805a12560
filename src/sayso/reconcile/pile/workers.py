"""Work on a pile that needs no order, shared among processes: making documents ready, and comparing pairs of rows.

Both are pure functions, so what comes out does not depend on how many processes there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from sayso.reconcile.linkage import Edge, LinkageStore, Prepared, compared_here, prepared
from sayso.reconcile.pile.spaces import SPACES
from sayso.reconcile.pile.views import given

__all__ = ["Workers"]

Row = Mapping[str, Any]
_DOCUMENTS = 50
"""Documents a task."""
_PAIRS = 50_000
"""Pairs a task."""
_AHEAD = 3
"""Tasks a process is given ahead of what is taken from it."""

_opened: dict[tuple[Path, str], LinkageStore] = {}


class Workers:
    """Processes that work on a pile; with one, the work is done here."""

    def __init__(self, count: int) -> None:
        self._count = count
        # Forked processes would share open databases; a fresh one costs half a second.
        self._pool = ProcessPoolExecutor(count, get_context("spawn")) if count > 1 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def prepared(self, rows: Iterable[tuple[Row, str]]) -> Iterator[Prepared]:
        """Findings of documents, each with its digest, made ready; in the order they come."""
        if self._pool is None:
            yield from (prepared(given(row, digest), SPACES) for row, digest in rows)
            return
        pool, source = self._pool, iter(rows)
        blocks = iter(lambda: list(islice(source, _DOCUMENTS)), [])
        yield from (one for done in self._in_order(pool.submit(_prepare, block) for block in blocks) for one in done)

    def compared(self, store: LinkageStore, space: int, pairs: np.ndarray) -> Iterator[list[Edge]]:
        """The edges between pairs of rows, [pairs, 2], of a store that lies in a file and was committed."""
        if self._pool is None or store.path is None or len(pairs) < _PAIRS:
            yield from compared_here(store, SPACES[space], pairs.tolist())
            return
        pool, path, version = self._pool, store.path, store.version
        parts = (pairs[at : at + _PAIRS] for at in range(0, len(pairs), _PAIRS))
        yield from self._in_order(pool.submit(_compare, path, version, space, part) for part in parts)

    def _in_order(self, tasks: Iterator[Future[Any]]) -> Iterator[Any]:
        waiting = list(islice(tasks, self._count * _AHEAD))
        while waiting:
            yield waiting.pop(0).result()
            waiting += list(islice(tasks, 1))


def _prepare(rows: list[tuple[Row, str]]) -> list[Prepared]:
    return [prepared(given(row, digest), SPACES) for row, digest in rows]


def _compare(path: Path, version: str, space: int, pairs: np.ndarray) -> list[Edge]:
    store = _opened.get((path, version))
    if store is None:
        store = _opened[path, version] = LinkageStore(path, version, reading=True)
    return [edge for edges in compared_here(store, SPACES[space], pairs.tolist()) for edge in edges]
