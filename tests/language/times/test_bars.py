"""The bars on open data, on the halves that no rule was tuned on."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.times import measure

_LEAST = {"TimeBank odd": 80.0, "WikiWars odd": 86.5}
"""A little under what was reached."""


@pytest.mark.shared
def test_values_on_the_odd_halves(shared: Path) -> None:
    found = measure(shared)
    assert {name: found[name] for name in _LEAST if found[name] < _LEAST[name]} == {}


@pytest.mark.shared
def test_it_is_fast_enough(shared: Path) -> None:
    assert measure(shared)["kchar a second"] >= 300
