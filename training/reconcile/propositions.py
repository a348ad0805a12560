"""Gold disputes with their ledgers in, the weights by which statements are compared out: `propositions.toml`.

    sayso build DISPUTE/docs --ledger LEDGER
    python -m training.reconcile.propositions --dispute DISPUTE LEDGER [--dispute ...] [--made SEED] [--across]

`--made SEED` adds the made claims of benchmarks/origins.py of that seed, all of them together weighing as much as a
dispute's pairs: they hold what the few disputes lack, claims told anew from figures and parties alone.

A pair is two statements, found in the ledger as gold has them, that share a key and of which gold puts at least one in
a claim; it is one proposition where gold puts both in the same. A logistic model, fitted by Newton's method under an L2
penalty: no randomness. `--across` judges each dispute by weights of the others and writes nothing: the disputes are few
and small, so that is the number to look at.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.made_claims import CLAIMS, made
from numpy.typing import NDArray

from sayso.actors import registry
from sayso.ledger.folder import LedgerFolder
from sayso.reconcile import LedgerActors
from sayso.reconcile.countering import counter_keys
from sayso.reconcile.informing import informed
from sayso.reconcile.propositions import FEATURES, SAME, apart, features, proposition_keys
from sayso.reconcile.records import done, page, said
from sayso.reconcile.sayings import Saying, sayings_of
from sayso.reconcile.uttering import utterance_keys

OUT = Path(__file__).resolve().parents[2] / "src" / "sayso" / "reconcile" / "propositions.toml"
PENALTY = 1.0
CONFIRMS = 2.0
"""Set by hand: too few statements own up to what their side is blamed for to fit it."""
POSITIVE = frozenset(
    ("words", "contained", "shared", "names", "numbers", "counts", "deeds", "sense", "kinds", "places")
)
"""Features that can only speak for one proposition: a weight below nought is chance, and set to nought."""
Floats = NDArray[np.float64]
_ALIKE = 0.5
_CAP = 150
"""Larger blocks are not compared, as in the pile."""
_MADE = 150.0
"""What the pairs of made claims weigh together: some as much as a dispute's."""


class Pairs(NamedTuple):
    """[P, F] features, [P] whether gold has the two in one claim, and what each of them weighs."""

    features: Floats
    same: NDArray[np.bool_]
    weight: float = 1.0


def pairs_of(dispute: Path, ledger: Path) -> Pairs:
    """The pairs of one dispute."""
    gold = json.loads((dispute / "gold.json").read_text("utf-8"))
    claims: dict[str, set[str]] = {}
    for claim in gold["claims"]:
        for statement in claim["asserted"]:
            claims.setdefault(statement, set()).add(claim["id"])
    found = [(claims.get(row, set()), one, _keys(one)) for row, one in _found(gold, ledger) if one.asserting]
    return _pairs(found)


def _pairs(found: Sequence[tuple[set[str], Saying, set[str]]], weight: float = 0.0) -> Pairs:
    """Pairs of statements told with their claims and keys; `weight` is that of all of them, 0 for their number."""
    blocks: dict[str, list[int]] = {}
    for number, (_, _, keys) in enumerate(found):
        for key in keys:
            blocks.setdefault(key, []).append(number)
    met = {pair for block in blocks.values() if len(block) <= _CAP for pair in combinations(block, 2)}
    rows = [
        (features(one, other), bool(mine & theirs))
        for (mine, one, _), (theirs, other, _) in ((found[at], found[by]) for at, by in sorted(met))
        if (mine or theirs) and not apart(one, other)
    ]
    return Pairs(
        np.array([row[0] for row in rows]), np.array([row[1] for row in rows]), weight / len(rows) if weight else 1.0
    )


def made_pairs(seed: int) -> Pairs:
    """The pairs of made claims."""
    pile = made(CLAIMS, seed)
    claims = {row: {f"c-{one.number}"} for one in pile.claims for row in one.statements}
    found = [(claims.get(one.id, set()), one, _keys(one)) for _, one in _told(pile.rows) if one.asserting]
    return _pairs(found, _MADE)


def _keys(one: Saying) -> set[str]:
    return {str(key.value) for keys in (proposition_keys, counter_keys, utterance_keys) for key in keys(one)}


def _found(gold: dict[str, Any], ledger: Path) -> Iterator[tuple[str, Saying]]:
    """Statements of gold, each with the most alike of the ledger's in the same file; none is given twice."""
    told = list(_sayings(ledger))
    scored = []
    for row in gold["statements"]:
        words, name = _bag(row["content"]), row["doc"].split("#")[0]
        scored += [(_f1(words, _bag(one.content)), row["id"], one) for uri, one in told if uri.endswith(name)]
    rows: set[str] = set()
    ones: set[str] = set()
    for score, row, one in sorted(scored, key=lambda found: (-found[0], found[1], found[2].id)):
        if score >= _ALIKE and row not in rows and one.id not in ones:
            rows.add(row)
            ones.add(one.id)
            yield row, one


def _sayings(ledger: Path) -> Iterator[tuple[str, Saying]]:
    return _told(list(LedgerFolder.open(ledger).segments.findings()))


def _told(findings: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Saying]]:
    actors = LedgerActors()
    for row in findings:
        actors.see(row)
    settled = actors.settled(registry(()))
    for row in (informed(row, settled) for row in findings):
        uris = {article["id"]: article.get("uri", "").split("#")[0].split("?")[0] for article in row["articles"]}
        parts = (map(page, row["articles"]), map(said, row["statements"]), map(done, row["events"]))
        yield from ((uris[one.article], one) for one in sayings_of(*parts))


def _bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _f1(one: Counter[str], other: Counter[str]) -> float:
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values())) if both else 0.0


def fit(some: Sequence[Pairs]) -> tuple[float, Floats]:
    """Bias and weights; features that cannot speak against go out where they would."""
    told, same = np.vstack([one.features for one in some]), np.concatenate([one.same for one in some])
    weight = np.concatenate([np.full(len(one.same), one.weight) for one in some])
    kept = list(range(len(FEATURES)))
    while True:
        found = _newton(np.hstack([np.ones((len(told), 1)), told[:, kept]]), same, weight)
        wrong = [at for at, weight in zip(kept, found[1:], strict=True) if weight < 0 and FEATURES[at] in POSITIVE]
        if not wrong:
            break
        kept = [at for at in kept if at not in wrong]
    weights = np.zeros(len(FEATURES))
    weights[kept] = found[1:]
    return float(found[0]), weights


def _newton(rows: Floats, same: NDArray[np.bool_], weight: Floats) -> Floats:
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.01
    found = np.zeros(rows.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-rows @ found))
        curve = (rows * (weight * sure * (1 - sure))[:, None]).T @ rows + np.diag(penalty)
        found = found - np.linalg.solve(curve, rows.T @ (weight * (sure - same)) + penalty * found)
    return found


def judged(pairs: Pairs, bias: float, weights: Floats) -> str:
    """Precision and recall of pairs at the threshold that is shipped."""
    said_same = 1 / (1 + np.exp(-(bias + pairs.features @ weights))) >= SAME
    hit = int((said_same & pairs.same).sum())
    precision, recall = hit / max(1, int(said_same.sum())), hit / max(1, int(pairs.same.sum()))
    return f"{len(pairs.same)} pairs, {int(pairs.same.sum())} same: precision {precision:.2f}, recall {recall:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dispute", nargs=2, type=Path, action="append", required=True, metavar=("DISPUTE", "LEDGER"))
    parser.add_argument("--made", type=int, metavar="SEED")
    parser.add_argument("--across", action="store_true")
    given = parser.parse_args()
    some = {dispute.name: pairs_of(dispute, ledger) for dispute, ledger in given.dispute}
    if given.made is not None:
        some[f"made claims {given.made}"] = made_pairs(given.made)
    if given.across:
        for name, pairs in some.items():
            others = [other for kept, other in some.items() if kept != name]
            print(name, judged(pairs, *fit(others)))
        return
    bias, weights = fit(list(some.values()))
    for name, pairs in some.items():
        print(name, judged(pairs, bias, weights))
    lines = [
        "# Weights of what is alike of two statements, for whether they put forward one proposition.",
        f"# Fitted by training/reconcile/propositions.py on {', '.join(sorted(some))}:",
        f"# {sum(len(one.same) for one in some.values())} pairs that share a key.",
        "",
        "[weights]",
        f"confirms = {CONFIRMS}  # set by hand: who owns up to what it is blamed for does so in few words",
        f"bias = {bias:.2f}",
        *(f"{name} = {value + 0.0:.2f}" for name, value in zip(FEATURES, weights, strict=True)),
    ]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
