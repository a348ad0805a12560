"""A pile of news through the whole build: documents a second on two workers, and the memory all its processes take.

    python -m benchmarks.piles [--shared ../shared] [--documents 10000]

The texts are those of PolNeAR, cut and joined to 5,000 characters, each document a different one: paragraphs are dealt
anew in a fixed order, so that no two documents are the same. The speed is wall time of the smaller pile, the memory the
most that the builder and its workers hold together (proportional set size) while the whole pile is worked.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

CHARACTERS = 5000
WORKERS = 2
TIMED = 400
PILE = 10_000


def measure(shared: Path, documents: int = PILE) -> dict[str, float]:
    """`documents a second` of a small pile, `gigabytes` of the large one."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(shared, folder / "small", TIMED)
        seconds, _ = built(folder / "small", folder / "ledger")
        write(shared, folder / "large", documents)
        _, most = built(folder / "large", folder / "pile")
    return {"documents a second": TIMED / seconds, "gigabytes": most / 1e9}


def write(shared: Path, folder: Path, count: int) -> None:
    """Documents of 5,000 characters, in one JSON Lines file of articles each a thousand."""
    with (shared / "data/statements/polnear-dev.jsonl").open(encoding="utf-8") as rows:
        paragraphs = [part for row in rows for part in json.loads(row)["text"].split("\n") if len(part) > 60]
    dealt = random.Random(4)  # the same pile each time
    folder.mkdir(parents=True)
    for number in range(count):
        text = ""
        while len(text) < CHARACTERS:
            text += dealt.choice(paragraphs) + "\n\n"
        (folder / f"{number:05}.txt").write_text(text[:CHARACTERS], "utf-8")


def built(folder: Path, ledger: Path) -> tuple[float, float]:
    """Seconds that a build took, and the most bytes that it and its workers held."""
    command = [sys.executable, "-m", "sayso", "build", str(folder), "--ledger", str(ledger), "--scope", "all"]
    start = time.perf_counter()
    done = subprocess.Popen([*command, "--workers", str(WORKERS), "--quiet"])
    most = [0.0]
    watch = threading.Thread(target=_watch, args=(done.pid, most), daemon=True)
    watch.start()
    if done.wait():
        raise SystemExit(f"the build of {folder} ended with {done.returncode}")
    return time.perf_counter() - start, most[0]


def _watch(pid: int, most: list[float]) -> None:
    while psutil.pid_exists(pid):
        try:
            builder = psutil.Process(pid)
            held = sum(one.memory_full_info().pss for one in [builder, *builder.children(recursive=True)])
        except psutil.Error:
            break
        most[0] = max(most[0], held)
        time.sleep(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--documents", type=int, default=PILE)
    told = parser.parse_args()
    print(json.dumps(measure(told.shared, told.documents), indent=1))


if __name__ == "__main__":
    main()
