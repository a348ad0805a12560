"""A seed in, the findings of a made-up pile of news out: rows for measuring the speed and memory of reconciliation.

    python -m benchmarks.piles_of_findings [--count 100000] [--seed 1] [--show]

Four hundred invented disputes over eight years, some in the news far more than others. A story is 2 to 12 articles on
one happening within five days; a quarter of its later articles are copies of another with a credit, and some lift a
part. The words come from the counted vocabulary of `reconcile/words.tsv`, drawn as often as they are counted, and again
and again within a dispute and a story, so that what blocks and weighs by rare words has the work that it has with news.
A longer pile of the same seed begins with the shorter one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.made_rows import Row, findings_row
from benchmarks.made_stories import StoryMaker

_COUNTED = ("statements", "events", "commitments")


def findings(count: int, seed: int = 1) -> Iterator[Row]:
    """Rows of findings of `count` articles, each the same for the same seed and place in the pile.

    >>> first = next(findings(1, seed=7))
    >>> row = first["statements"][0]["content"][0]
    >>> first["articles"][0]["text"][row["start"] : row["end"]] == row["quote"]
    True
    """
    maker = StoryMaker(seed)
    for number, piece in enumerate(islice(maker.pieces(), count)):
        yield findings_row(piece, "pile", seed, number)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the texts instead of timing them")
    told = parser.parse_args(arguments)
    start, rows = time.process_time(), [0, 0, 0]
    for row in findings(told.count, told.seed):
        rows = [many + len(row[table]) for many, table in zip(rows, _COUNTED, strict=True)]
        if told.show:
            print(row["articles"][0]["title"], row["articles"][0]["text"], sep="\n\n", end="\n\n---\n")
    if not told.show:
        took = (time.process_time() - start) / max(1, told.count) * 1000
        print(f"{took:.2f} ms an article; " + ", ".join(f"{m} {t}" for m, t in zip(rows, _COUNTED, strict=True)))


if __name__ == "__main__":
    main()
