"""Progress on a terminal: a bar with rate and time left; nothing where nobody looks."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

__all__ = ["Progress"]

_TITLES = {"collect": "collecting", "process": "reading", "publish": "publishing"}


class Progress:
    """Tells of a build's steps on standard error; silent unless that is a terminal."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._off = quiet or not sys.stderr.isatty()
        self._step = ""
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def tell(self, step: str, done: int, total: int | None) -> None:
        """That `done` of `total` documents (None: unknown) have passed a step."""
        if self._off:
            return
        if step != self._step:
            self._close()
            self._step = step
            form = "{desc} ..." if step == "publish" else None
            self._bar = tqdm(
                total=total, desc=_TITLES[step], unit=" documents", file=sys.stderr, dynamic_ncols=True, bar_format=form
            )
        self._bar.update(done - self._bar.n)
