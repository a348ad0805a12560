"""Whatever a task does to the process that works on it, its neighbours are done and it is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso import engine
from sayso.model import Limits
from tests.engine.hostile import faulty, work

LIMITS = replace(Limits(), seconds=1.0, memory_mb=500)


def outcomes(given: list[str], workers: int = 2) -> dict[str, engine.Outcome]:
    tasks = [engine.Task(f"{at}.txt", what) for at, what in enumerate(given)]
    return {outcome.task.given: outcome for outcome in engine.run(tasks, work, workers=workers, limits=LIMITS)}


def test_every_task_has_its_result() -> None:
    given = [f"task {at}" for at in range(40)]
    found = outcomes(given)
    assert {name: outcome.result for name, outcome in found.items()} == {name: name.upper() for name in given}


@pytest.mark.parametrize(
    ("poison", "code", "why"),
    [
        ("raise", "E404", "ValueError: poison"),
        ("hang", "E401", "stopped after 1 s"),
        ("die", "E403", "signal 9"),
        ("eat", "E402", "more than 500 MB"),
    ],
)
def test_a_poisonous_task_is_tried_twice_and_named(poison: str, code: str, why: str) -> None:
    found = outcomes([*(f"good {at}" for at in range(20)), poison, *(f"more {at}" for at in range(20))])
    bad = found.pop(poison)
    assert all(outcome.error is None for outcome in found.values())
    assert len(found) == 40
    assert bad.error is not None
    assert (bad.error.code, bad.attempts) == (code, 2)
    assert bad.error.message == f"20.txt: {bad.error.message.partition(': ')[2]}"
    assert why in bad.error.message


def test_a_task_that_fails_once_is_done_the_second_time(tmp_path: Path) -> None:
    given = f"once:{tmp_path / 'marker'}"
    found = outcomes([given])[given]
    assert (found.error, found.attempts) == (None, 2)


def test_a_fault_of_ours_is_placed() -> None:
    (outcome,) = engine.run([engine.Task("x.txt", "list<int>>")], faulty, workers=1, limits=LIMITS)
    assert outcome.error is not None
    assert outcome.error.message.startswith("x.txt: ValueError: 'list<int>>' is not a shape")
    assert "(at sayso/ledger/shapes.py, line" in outcome.error.message


def test_a_large_document_has_more_time() -> None:
    assert engine.Task("small", "", 999_999).seconds(LIMITS) == LIMITS.seconds
    assert engine.Task("large", "", 5_500_000).seconds(LIMITS) == 6 * LIMITS.seconds


def test_stopping_early_leaves_no_process_behind() -> None:
    run = engine.run([engine.Task("a", "a"), engine.Task("b", "hang")], work, workers=1, limits=LIMITS)
    assert next(run).result == "A"
    run.close()  # type: ignore[attr-defined]
