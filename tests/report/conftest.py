"""The small ledger, published once a run of tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.report import Brief, brief_of
from tests.report.small_ledger import quarrel


@pytest.fixture(scope="session")
def quarrel_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the ledger of an invented quarrel."""
    return quarrel().publish(tmp_path_factory.mktemp("report") / "quarrel")


@pytest.fixture(scope="session")
def ledger(quarrel_at: Path) -> Ledger:
    """The ledger of an invented quarrel."""
    return Ledger(quarrel_at)


@pytest.fixture(scope="session")
def brief(ledger: Ledger) -> Brief:
    """The brief of the whole quarrel."""
    return brief_of(ledger)
