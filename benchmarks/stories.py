"""Articles in, how well they are grouped by what happened out, on ECB+ topics 21 to 35.

    python -m benchmarks.stories [--shared ../shared]

Every topic of ECB+ holds two happenings that look alike; none of its articles is dated. Thresholds were set on topics 1
to 20. The whole way of a ledger is taken: keys, likeness of pairs that share one, components, stories. Scores are B³
over articles (Bagga and Baldwin 1998), in percent.
"""

from __future__ import annotations

import argparse
import time
from itertools import combinations
from pathlib import Path

from sayso.reconcile.stories import keys_of, likeness


def b_cubed(gold: dict[str, str], groups: list[list[str]]) -> dict[str, float]:
    """Precision, recall and F1 over what is grouped."""
    precision = recall = 0.0
    sizes: dict[str, int] = {}
    for label in gold.values():
        sizes[label] = sizes.get(label, 0) + 1
    for group in groups:
        for one in group:
            same = sum(gold[other] == gold[one] for other in group)
            precision += same / len(group) / len(gold)
            recall += same / sizes[gold[one]] / len(gold)
    both = precision + recall
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "F1": 200 * precision * recall / both if both else 0.0,
    }


def measure(shared: Path, topics: range = range(21, 36)) -> dict[str, float]:
    """B³ of the stories found, the share of right pairs that share a key, and microseconds a likeness."""
    from training.reconcile.ecb import read, stories_of, views_of

    rows = read(shared, topics)
    gold = {row["doc"]: row["event"] for row in rows}
    views = views_of(rows)
    keys = {one: set(keys_of(view)) for one, view in views.items()}
    right = [(one, other) for one, other in combinations(sorted(gold), 2) if gold[one] == gold[other]]
    since = time.process_time()
    for one, other in right:
        likeness(views[one], views[other])
    each = (time.process_time() - since) / len(right)
    met = sum(not keys[one].isdisjoint(keys[other]) for one, other in right)
    return b_cubed(gold, stories_of(views)) | {
        "right pairs compared": 100 * met / len(right),
        "microseconds a likeness": 1e6 * each,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    for name, value in measure(parser.parse_args().shared).items():
        print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
