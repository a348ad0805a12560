"""Whole ledgers scored by the scorers of `shared/score`: documents in, exports out, the scorer's own figures back."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sayso.build import build
from sayso.ledger import Ledger

_TABLES = ["articles", "statements", "events", "commitments", "claims", "links", "numbers", "actors"]


def measure_gold(gold: Path, scorer: Path) -> dict[str, Any]:
    """`score/gold.py` on a gold dispute."""
    with tempfile.TemporaryDirectory() as place:
        ledger = build(gold / "docs", ledger=Path(place, "ledger"))
        _export(ledger, Path(place), _TABLES)
        return _scored(scorer, str(gold), place, "--json")


def measure_attribution(gold: Path, scorer: Path) -> dict[str, Any]:
    """`score/attribution.py` on a PolNeAR-form file, the texts built as plain documents."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, str(scorer), str(gold), "--write-docs", f"{place}/docs"], check=True)
        ledger = build(f"{place}/docs", ledger=Path(place, "ledger"))
        _export(ledger, Path(place), ["statements"])
        return _scored(scorer, str(gold), f"{place}/statements.jsonl", "--json")


def _export(ledger: Ledger, place: Path, names: list[str]) -> None:
    for name in names:
        (place / f"{name}.jsonl").write_bytes(ledger.export(name))


def _scored(scorer: Path, *arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, str(scorer), *arguments], check=True, capture_output=True, text=True)
    scored: dict[str, Any] = json.loads(done.stdout)
    return scored


if __name__ == "__main__":
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    print(json.dumps(measure_gold(shared / "gold/mekong", shared / "score/gold.py"), indent=1))
    print(
        json.dumps(
            measure_attribution(shared / "data/statements/polnear-dev.jsonl", shared / "score/attribution.py"), indent=1
        )
    )
