"""The bar of dated actor and metonym cases: of every hundred, ninety-seven are read as a careful analyst reads them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.actors import Context, Resolution, resolve

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
BAR = 0.97
ABOUT = ("country", "own", "role", "affiliation", "kind", "use")


def told(case: dict[str, Any]) -> Context:
    about = {name: case[name] for name in ABOUT if name in case}
    return Context(**about, countries=frozenset(case.get("countries", ())), actors=frozenset(case.get("actors", ())))


def read(case: dict[str, Any]) -> Resolution | None:
    on = date.fromisoformat(case["on"]) if "on" in case else None
    return resolve(case["mention"], on=on, context=told(case))


def is_right(case: dict[str, Any]) -> bool:
    found = read(case)
    if "kind_is" in case:
        return found is not None and found.actor_id is None and found.kind == case["kind_is"]
    if "id" not in case:
        return found is None or found.actor_id is None
    return found is not None and found.actor_id == case["id"] and found.loaded == case.get("loaded", False)


def test_there_are_enough_cases_and_none_stands_there_twice() -> None:
    seen = {tuple(sorted((name, str(value)) for name, value in case.items())) for case in CASES}
    assert len(seen) == len(CASES) >= 150


def test_the_share_of_cases_read_right_reaches_the_bar() -> None:
    wrong = [case for case in CASES if not is_right(case)]
    share = 1 - len(wrong) / len(CASES)
    lines = "\n".join(f"{case} -> {read(case)}" for case in wrong)
    print(f"{len(CASES) - len(wrong)} of {len(CASES)} cases right: {share:.3f}")  # noqa: T201
    assert share >= BAR, lines


@pytest.mark.parametrize("case", [case for case in CASES if "id" not in case], ids=lambda case: str(case["mention"]))
def test_what_cannot_be_told_is_never_a_wrong_actor(case: dict[str, Any]) -> None:
    found = read(case)
    assert found is None or found.actor_id is None
