"""Speed of the whole way of a document against its floor: `process()` beside the bare pass of the encoder.

    python -m benchmarks.reading [--shared ../shared] [--profile]

Both read the same texts on one core in one run, by turns; CPU seconds of the best of three count. The bare pass runs
the graph over inputs made beforehand, so that nothing but onnxruntime is timed.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in a worker; before numpy is imported

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sayso.language.encoder import encoder
from sayso.language.pipeline import tokenized
from sayso.language.windows import batch_of, batches, windows
from sayso.model import Document
from sayso.process import process


def measure(shared: Path) -> dict[str, float]:
    """Words a second through `process()`, through the bare graph, and the first over the second."""
    with (shared / "data/statements/polnear-dev.jsonl").open(encoding="utf-8") as rows:
        texts = [json.loads(row)["text"] for row in rows]
    documents = [Document(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
    feeds, words = _feeds(texts)
    session = encoder()._session  # noqa: SLF001 - the floor is this session with nothing around it

    def bare() -> None:
        for feed in feeds:
            session.run(None, feed)

    def whole() -> None:
        for document in documents:
            process(document)

    best = {bare: float("inf"), whole: float("inf")}
    whole()
    for _ in range(3):
        for work in best:
            best[work] = min(best[work], _seconds(work))
    return {
        "words a second": round(words / best[whole]),
        "bare words a second": round(words / best[bare]),
        "share of the bare pass": round(best[bare] / best[whole], 3),
    }


def measured_apart(shared: Path) -> dict[str, float]:
    """The same, in a process of its own, where numpy has one thread as it has in a worker."""
    command = [sys.executable, "-m", "benchmarks.reading", "--shared", str(shared)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _feeds(texts: list[str]) -> tuple[list[dict[str, object]], int]:
    out: list[dict[str, object]] = []
    count = 0
    for text in texts:
        words = tokenized(text)
        count += len(words)
        cuts = windows(words)
        sizes = [2 + sum(len(split) for split in words.pieces[first:last]) for first, last in cuts]
        out += [dict(batch_of([(words, *cuts[number]) for number in chosen]).feed()) for chosen in batches(sizes)]
    return out, count


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _profile(shared: Path) -> None:
    with (shared / "data/statements/polnear-dev.jsonl").open(encoding="utf-8") as rows:
        documents = [Document(f"{n}.txt", json.loads(row)["text"].encode()) for n, row in enumerate(rows)]
    process(documents[0])
    with cProfile.Profile() as profile:
        for document in documents:
            process(document)
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--profile", action="store_true")
    args = options.parse_args()
    if args.profile:
        _profile(args.shared)
    else:
        print(json.dumps(measure(args.shared), indent=1))


if __name__ == "__main__":
    main()
