"""MUC-4 train in; the bars of `benchmarks/muc.py` out: how likely a candidate must be to be told as a filler of a role.

    python -m training.events.bars [--shared ../shared]

Learned from four fifths of the documents, tried on the fifth that is left. Those of perpetrators, victims and targets
serve their joint F1, the others their own.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.conll import Score
from benchmarks.muc import ALL, SEEDS, THREE, Read, filled, learned, read, read_with, score, table

from training.events.casing import Truecaser, texts_of

FIFTH = 5
GRID = tuple(round(0.08 + 0.04 * step, 2) for step in range(16))


def tuned(known: Sequence[Read], seeds: Sequence[int] = SEEDS) -> tuple[dict[str, float], dict[str, Score]]:
    """The bars that serve best on every fifth document, learned from the others, and the scores there."""
    back = known[FIFTH - 1 :: FIFTH]
    chances = learned([one for at, one in enumerate(known) if at % FIFTH != FIFTH - 1], seeds)
    told = [(one.phrases, chances(one.phrases)) for one in back]
    documents = [one.document for one in back]
    tried = {bar: score(documents, [filled(*row, dict.fromkeys(ALL, bar)) for row in told]) for bar in GRID}

    def f1(roles: Sequence[str], bars: Sequence[float]) -> float:
        rows = [tried[bar][role] for role, bar in zip(roles, bars, strict=True)]
        return 2 * sum(row.right for row in rows) / max(1, sum(row.gold + row.found for row in rows))

    best = {role: max((f1((role,), (bar,)), bar) for bar in GRID)[1] for role in ALL}
    best |= zip(THREE, max(product(GRID, repeat=len(THREE)), key=partial(f1, THREE)), strict=True)
    return best, score(documents, [filled(*row, best) for row in told])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    casing = Truecaser.learned(texts_of(shared / "data"))
    bars, scores = tuned(read_with(read(shared / "data/events/muc4-train.jsonl"), casing))
    print(json.dumps(bars), table(scores), sep="\n")


if __name__ == "__main__":
    main()
