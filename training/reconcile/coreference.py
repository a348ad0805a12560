"""ECB+ topics 1 to 20 in, the weights by which mentions are compared out: `src/sayso/reconcile/likeness.toml`.

    python -m training.reconcile.coreference --shared ../shared [--folds]

A logistic model over pairs of mentions of one story, as stories were found. Pairs of the same two stems in one story
weigh less the more of them there are (by the root of their number), for one chain of forty mentions has 780 pairs.
`--folds` prints CoNLL F1 of each threshold when every fifth topic in turn is kept back; topics 21 to 35 are not looked
at. Fitted by Newton's method under an L2 penalty: no randomness.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks.coreference import conll, grouped
from numpy.typing import NDArray

from sayso.reconcile.mentions import FEATURES, features_of
from training.reconcile.ecb import Corpus, corpus

OUT = Path(__file__).resolve().parents[2] / "src" / "sayso" / "reconcile" / "likeness.toml"
PENALTY = 1.0
FITTED = range(1, 21)
Floats = NDArray[np.float64]


class Pairs(NamedTuple):
    """[P, 2] numbers of mentions, [P, F] features, [P] whether they are one, [P] weights."""

    at: NDArray[np.int64]
    features: Floats
    same: NDArray[np.bool_]
    weight: Floats


def pairs_of(found: Corpus) -> Pairs:
    """Every pair of mentions of one story."""
    by_story: dict[str, list[int]] = {}
    for number, mention in enumerate(found.mentions):
        by_story.setdefault(found.story_of[mention.article], []).append(number)
    at = [pair for numbers in by_story.values() for pair in combinations(numbers, 2)]
    heads = [
        (found.story_of[found.mentions[one].article], *sorted((found.mentions[one].head, found.mentions[other].head)))
        for one, other in at
    ]
    often = Counter(heads)
    weight = np.array([often[head] ** -0.5 for head in heads])
    return Pairs(
        np.array(at),
        np.array([features_of(found.mentions[one], found.mentions[other]) for one, other in at]),
        np.array([found.chains[one] == found.chains[other] for one, other in at]),
        weight / weight.mean(),
    )


def fit(features: Floats, same: NDArray[np.bool_], weight: Floats) -> tuple[float, Floats]:
    """Bias and weights of the logistic model."""
    middle, spread = features.mean(0), features.std(0) + 1e-9
    rows = np.hstack([np.ones((len(features), 1)), (features - middle) / spread])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0
    found = np.zeros(rows.shape[1])
    for _ in range(30):
        sure = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (sure - same)) + penalty * found
        curve = (rows * (weight * sure * (1 - sure))[:, None]).T @ rows + np.diag(penalty)
        found = found - np.linalg.solve(curve, slope)
    weights = found[1:] / spread
    return float(found[0] - weights @ middle), weights


def folds(found: Corpus, pairs: Pairs) -> None:
    """Print CoNLL F1 by threshold, each topic judged by weights of the topics of other folds."""
    topics = np.array([int(mention.article.split("_")[0]) for mention in found.mentions])
    fold = topics[pairs.at[:, 0]] % 5
    scores = np.zeros(len(pairs.at))
    for number in range(5):
        kept = fold == number
        bias, weights = fit(pairs.features[~kept], pairs.same[~kept], pairs.weight[~kept])
        scores[kept] = bias + pairs.features[kept] @ weights
    by_pair = {(int(one), int(other)): float(score) for (one, other), score in zip(pairs.at, scores, strict=True)}
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4):
        print(threshold, conll(found.chains, grouped(len(found.mentions), by_pair, threshold)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folds", action="store_true")
    given = parser.parse_args()
    found = corpus(given.shared, FITTED)
    pairs = pairs_of(found)
    if given.folds:
        folds(found, pairs)
        return
    bias, weights = fit(pairs.features, pairs.same, pairs.weight)
    lines = [
        "# How two mentions of a happening compare: weights of a logistic model over the features of mentions.py.",
        "# Fitted by training/reconcile/coreference.py on ECB+ topics 1 to 20 (annotation CC BY 3.0).",
        f"bias = {bias:.4f}",
        "",
        "[weights]",
        *(f'"{name}" = {value:.4f}' for name, value in zip(FEATURES, weights, strict=True)),
    ]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
