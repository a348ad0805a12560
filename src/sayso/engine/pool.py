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
from typing import Any, NamedTuple

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


def run(
    tasks: Iterable[Task],
    work: Callable[[Any], Any],
    *,
    workers: int,
    limits: Limits,
    prepare: Callable[[], None] | None = None,
) -> Iterator[Outcome]:
    """Do `work(task.given)` for each task in `workers` processes; outcomes come as they are ready.

    `work` and `prepare` (run once in every fresh worker) must be importable by name. Outcomes carry EngineError E401
    (time-out), E402 (memory), E403 (the process died) or E404 (it raised).
    """
    pool = ProcessPool(
        max_workers=workers, initializer=start_worker, initargs=(limits.memory_mb, prepare), context=worker_context()
    )
    with pool:
        waiting = iter(tasks)
        pending: dict[Future[Any], _Try] = {}
        try:
            while True:
                while len(pending) < workers * PENDING_PER_WORKER and (task := next(waiting, None)) is not None:
                    pending[_scheduled(pool, work, task, limits)] = _Try(task, 1)
                if not pending:
                    break
                for future in wait(pending, return_when=FIRST_COMPLETED).done:
                    outcome = _outcome(future, tried := pending.pop(future), limits)
                    if outcome.error and tried.attempt < ATTEMPTS:
                        pending[_scheduled(pool, work, tried.task, limits)] = _Try(tried.task, tried.attempt + 1)
                    else:
                        yield outcome
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


class _Try(NamedTuple):
    task: Task
    attempt: int


def _scheduled(pool: ProcessPool, work: Callable[[Any], Any], task: Task, limits: Limits) -> Future[Any]:
    future: Future[Any] = pool.schedule(work, args=[task.given], timeout=task.seconds(limits))
    return future


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
