"""A made-up pile of findings of 100,000 articles in, how long and how much memory reconciliation takes out.

    python -m benchmarks.hundred_thousand [--count 100000] [--more 100] [--workers 2]

Each is measured in a process of its own, which reports what it and its workers took at the most.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.piles_of_findings import findings
from sayso.reconcile.pile import Reconciliation

__all__ = ["measure"]

_GIGABYTE = 1 << 20
"""Kilobytes, in which the kernel counts."""


def measure(count: int = 100_000, more: int = 100, workers: int = 2) -> dict[str, float]:
    """Minutes for `count` articles at once, seconds for `more` on top, and gigabytes of all processes together."""
    command = [sys.executable, "-m", "benchmarks.hundred_thousand", "--here", "--count", str(count)]
    command += ["--more", str(more), "--workers", str(workers)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).resolve().parents[1])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def measured_here(count: int, more: int, workers: int) -> dict[str, float]:
    """The same, in this process."""
    with tempfile.TemporaryDirectory() as place:
        pile, rows = Reconciliation(Path(place, "pile.sqlite")), findings(count + more)
        start = time.perf_counter()
        pile.update(((row, "1") for row in islice(rows, count)), workers=workers)
        whole = time.perf_counter() - start
        added = list(rows)
        start = time.perf_counter()
        pile.update((row, "1") for row in added)
        grown = time.perf_counter() - start
        pile.close()
        size = Path(place, "pile.sqlite").stat().st_size
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if workers > 1 else 0
    return {
        "minutes": whole / 60,
        "seconds more": grown,
        "gigabytes": (own + workers * child) / _GIGABYTE,
        "gigabytes on disk": size / 1e9,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--here", action="store_true", help="measure in this process")
    told = parser.parse_args()
    run = measured_here if told.here else measure
    print(json.dumps(run(told.count, told.more, told.workers)))


if __name__ == "__main__":
    main()
