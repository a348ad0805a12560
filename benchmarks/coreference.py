"""Mentions of happenings in many articles in; how well they are grouped by what happened out, on ECB+ gold mentions.

    python -m benchmarks.coreference [--shared ../shared]

Articles are grouped into stories first, as the ledger does it, then the mentions of a story. Topics 21 to 35 are
reported; weights and thresholds were set on 1 to 20. CoNLL F1 is the mean of MUC (Vilain et al. 1995), B³ (Bagga and
Baldwin 1998) and CEAFe (Luo 2005); mentions that stand alone are scored. `same stem` groups by the stem of the head
alone, in the same stories.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from sayso.reconcile.grouping import average_link
from sayso.reconcile.happenings import MENTION_THRESHOLD
from sayso.reconcile.mentions import logit_of

Labels = Sequence[Hashable]


def groups_of(labels: Labels) -> list[set[int]]:
    """The groups that labels make, by the numbers of their members."""
    out: dict[Hashable, set[int]] = {}
    for at, label in enumerate(labels):
        out.setdefault(label, set()).add(at)
    return list(out.values())


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Labels, found: Labels) -> float:
    """F1 of links: how few of them would have to be added to either to join what the other joins."""

    def share(groups: list[set[int]], labels: Labels) -> float:
        links = sum(len(group) - 1 for group in groups)
        return sum(len(group) - len({labels[at] for at in group}) for group in groups) / links if links else 0.0

    return f1(share(groups_of(found), gold), share(groups_of(gold), found))


def b_cubed(gold: Labels, found: Labels) -> float:
    """F1 of what a member shares with its group, on average over members."""
    both = Counter(zip(gold, found, strict=True))
    by_gold, by_found = Counter(gold), Counter(found)
    precision = sum(count * count / by_found[label] for (_, label), count in both.items()) / len(gold)
    recall = sum(count * count / by_gold[label] for (label, _), count in both.items()) / len(gold)
    return f1(precision, recall)


def ceaf(gold: Labels, found: Labels) -> float:
    """F1 of groups, each paired to one of the other side at most (phi-4)."""
    both = Counter(zip(gold, found, strict=True))
    by_gold, by_found = Counter(gold), Counter(found)
    rows, columns = ({label: at for at, label in enumerate(counts)} for counts in (by_gold, by_found))
    alike = np.zeros((len(rows), len(columns)))
    for (one, other), count in both.items():
        alike[rows[one], columns[other]] = 2 * count / (by_gold[one] + by_found[other])
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # of the extra train

    paired = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return f1(paired / len(columns), paired / len(rows))


def conll(gold: Labels, found: Labels) -> dict[str, float]:
    """MUC, B³, CEAFe and their mean, in percent."""
    scores = {name: 100 * by(gold, found) for name, by in (("MUC", muc), ("B3", b_cubed), ("CEAFe", ceaf))}
    return scores | {"CoNLL": sum(scores.values()) / 3}


def grouped(count: int, logits: Mapping[tuple[int, int], float], threshold: float) -> list[int]:
    """The group of each mention, by average link over how likely each pair is one."""
    names = [f"{at:06}" for at in range(count)]
    scores = {(names[one], names[other]): 1 / (1 + math.exp(-logit)) for (one, other), logit in logits.items()}
    out = [0] * count
    for number, group in enumerate(average_link(names, {two: p for two, p in scores.items() if p > 0.01}, threshold)):
        for name in group:
            out[int(name)] = number
    return out


def measure(shared: Path, topics: range = range(21, 36)) -> dict[str, float]:
    """CoNLL F1 and its three parts, and CoNLL F1 of mentions grouped by stem."""
    from training.reconcile.ecb import corpus  # which reads with the encoder

    found = corpus(shared, topics)
    by_story: dict[str, list[int]] = {}
    for number, mention in enumerate(found.mentions):
        by_story.setdefault(found.story_of[mention.article], []).append(number)
    logits = {
        (one, other): logit_of(found.mentions[one], found.mentions[other])
        for numbers in by_story.values()
        for one, other in combinations(numbers, 2)
    }
    stems = [(found.story_of[mention.article], mention.head) for mention in found.mentions]
    whole = conll(found.chains, grouped(len(found.mentions), logits, MENTION_THRESHOLD))
    return whole | {"same stem": conll(found.chains, stems)["CoNLL"], "mentions": len(found.mentions)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    for name, value in measure(parser.parse_args().shared).items():
        print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
