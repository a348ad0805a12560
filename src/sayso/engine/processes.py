"""Worker processes: how they start, what they know of the program around them, how much memory they may take."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import spawn
from typing import Any

__all__ = ["WorkerContext", "WorkerProcess", "start_worker", "worker_context"]

_starting = threading.Lock()


if sys.platform == "win32":
    from multiprocessing.context import SpawnContext as _Context
    from multiprocessing.context import SpawnProcess as _Process
else:
    from multiprocessing.context import ForkServerContext as _Context
    from multiprocessing.context import ForkServerProcess as _Process


class WorkerProcess(_Process):
    """A process that never runs the script that asked for it.

    Work is importable by name, so it need not; and a script of three lines without `if __name__ == "__main__"` would
    otherwise start itself again in every worker.
    """

    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - the name that multiprocessing calls
        with _main_unknown():
            return _Process._Popen(process_obj)  # noqa: SLF001 - no public way in


class WorkerContext(_Context):
    """Starts worker processes; where the system can, by a clean server process that forks them.

    They are then quick to replace, and take no locks over from threads of ours.
    """

    Process = WorkerProcess


def worker_context() -> WorkerContext:
    """A context with the pipeline loaded in advance (`sayso.warm`)."""
    # One thread a process: as many processes run as there are cores. Read by numpy when it is first imported there.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context = WorkerContext()
    if sys.platform != "win32":
        context.set_forkserver_preload(["sayso.warm", "sayso.build"])
    return context


@contextmanager
def _main_unknown() -> Iterator[None]:
    """While it lasts, a process that starts is not told where the main module lies."""
    told = spawn.get_preparation_data

    def tell(name: str) -> dict[str, Any]:
        return {key: value for key, value in told(name).items() if not key.startswith("init_main")}

    with _starting:
        spawn.get_preparation_data = tell
        try:
            yield
        finally:
            spawn.get_preparation_data = told


def start_worker(memory_mb: int) -> None:
    """What a fresh worker does first."""
    if sys.platform != "win32":
        _limit_memory(memory_mb)


def _limit_memory(memory_mb: int) -> None:
    """Let this process take `memory_mb` more than it has; the kernel then answers with MemoryError."""
    import resource

    wanted = _own_pages() * resource.getpagesize() + memory_mb * 1_000_000
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def _own_pages() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as handle:  # noqa: PTH123 - a kernel file, not a path of ours
            return int(handle.read().split()[0])
    except OSError:  # not Linux: count from nothing, the limit is then a little tighter
        return 0
