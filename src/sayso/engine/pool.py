"""A supervised pool: tasks in, one outcome each, whatever a task does to the process that works on it.

Each task has a time-out, each worker a memory limit. A task that runs over, dies or fails is tried once more in a fresh
process, then given up with the reason; its neighbours are not touched. Pebble starts and stops the processes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as TaskTimeout
from dataclasses import dataclass
from types import TracebackType
from typing import Any, NamedTuple, Self

from pebble import ProcessExpired, ProcessPool

from sayso.engine.processes import start_worker, worker_context
from sayso.errors import EngineError
from sayso.model import Limits

__all__ = ["Outcome", "Task", "run"]

ATTEMPTS = 2
"""Once, and once more: what fails twice in two processes fails because of the document."""

_OWN_PLACE = re.compile(r'File ".*?[/\\](sayso[/\\][^"]+)", line (\d+)')

PENDING_PER_WORKER = 4
"""Tasks handed to the pool ahead of need; enough to keep workers busy, few enough to stay in memory."""


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: a name for messages, what the work function is given, and how many bytes it has to work."""

    name: str
    given: Any
    size: int = 0

    def seconds(self, limits: Limits) -> float:
        """How long it may take."""
        return limits.seconds * (1 + self.size // 1_000_000)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: its result, or the error it was given up with, and how often it was tried."""

    task: Task
    result: Any = None
    error: EngineError | None = None
    attempts: int = 1


def run(tasks: Iterable[Task], work: Callable[[Any], Any], *, workers: int, limits: Limits) -> Iterator[Outcome]:
    """Do `work(task.given)` for each task in `workers` processes; outcomes come as they are ready.

    `work` must be importable by name. Outcomes carry EngineError E401 (time-out), E402 (memory), E403 (the process
    died) or E404 (it raised). A second try has a process of its own, so that what hangs twice holds nobody up twice.
    """
    waiting = iter(tasks)
    pending: dict[Future[Any], _Try] = {}
    with _Wards(work, workers, limits) as wards:
        while True:
            while len(pending) < workers * PENDING_PER_WORKER and (task := next(waiting, None)) is not None:
                pending[wards.schedule(task, 1)] = _Try(task, 1)
            if not pending:
                break
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                outcome = _outcome(future, tried := pending.pop(future), limits)
                if outcome.error and tried.attempt < ATTEMPTS:
                    pending[wards.schedule(tried.task, tried.attempt + 1)] = _Try(tried.task, tried.attempt + 1)
                else:
                    yield outcome


class _Try(NamedTuple):
    task: Task
    attempt: int


class _Wards:
    """The pool of all workers, and one of a single process for second tries, made when there is one."""

    def __init__(self, work: Callable[[Any], Any], workers: int, limits: Limits) -> None:
        self._work, self._workers, self._limits = work, workers, limits
        self._pools: dict[bool, ProcessPool] = {}

    def schedule(self, task: Task, attempt: int) -> Future[Any]:
        pool = self._pool(is_again=attempt > 1)
        future: Future[Any] = pool.schedule(self._work, args=[task.given], timeout=task.seconds(self._limits))
        return future

    def _pool(self, *, is_again: bool) -> ProcessPool:
        if is_again not in self._pools:
            self._pools[is_again] = ProcessPool(
                max_workers=1 if is_again else self._workers,
                initializer=start_worker,
                initargs=(self._limits.memory_mb,),
                context=worker_context(),
            )
        return self._pools[is_again]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for pool in self._pools.values():
            if kind is None:
                pool.close()  # type: ignore[no-untyped-call]
            else:
                pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def _outcome(future: Future[Any], tried: _Try, limits: Limits) -> Outcome:
    try:
        return Outcome(tried.task, future.result(), attempts=tried.attempt)
    except (Exception, ProcessExpired) as error:  # noqa: BLE001 - whatever it was, it is named in the outcome
        return Outcome(tried.task, error=_reason(error, tried.task, limits), attempts=tried.attempt)


def _reason(error: BaseException, task: Task, limits: Limits) -> EngineError:
    name = task.name
    if isinstance(error, TaskTimeout):
        return EngineError("E401", f"{name}: stopped after {task.seconds(limits):g} s")
    if isinstance(error, MemoryError):
        return EngineError("E402", f"{name}: needed more than {limits.memory_mb} MB")
    if isinstance(error, ProcessExpired):
        how = f"signal {-error.exitcode}" if error.exitcode < 0 else f"exit code {error.exitcode}"
        return EngineError("E403", f"{name}: the worker ended with {how}")
    return EngineError("E404", f"{name}: {type(error).__name__}: {error}{_where(error)}")


def _where(error: BaseException) -> str:
    """The place of ours where the worker met the error, from the traceback that Pebble brings along."""
    places = _OWN_PLACE.findall(str(error.__cause__))
    return f" (at {places[-1][0]}, line {places[-1][1]})" if places else ""
