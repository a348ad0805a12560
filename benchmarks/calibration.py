"""Confidence against gold: is a row that is called .8 likely right eight times in ten?

    python -m benchmarks.calibration [../shared/data/statements/polnear-dev.jsonl] [--write]

Rows are right where the scorer's soft match pairs them with gold. The weights are fitted on one half of the articles
and measured on the other, both ways; `--write` fits them on all and writes `confidence.toml`. Statements inside
statements are not annotated in PolNeAR and are left out.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.statements import DEV, ROOT, SCORER, documents, scorer_at
from sayso.extract.statements import findings_in
from sayso.extract.statements.confidence import features_of
from sayso.model import SURE

TARGET = ROOT / "src/sayso/extract/statements/confidence.toml"
_BINS = 10
_RIDGE = 1.0

Floats = NDArray[np.float64]


def rows(path: Path = DEV, scorer: Path = SCORER) -> tuple[list[str], Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Names of features, their values [N, F], whether each row is right [N], and the number of its article [N]."""
    module = scorer_at(scorer)
    names: list[str] = []
    values: list[list[float]] = []
    right: list[int] = []
    article: list[int] = []
    for number, document in enumerate(documents(path)):
        for features, hit in _judged(module, document):
            names = names or list(features)
            values.append([features[name] for name in names])
            right.append(hit)
            article.append(number)
    return names, np.array(values), np.array(right), np.array(article)


def _judged(module: Any, document: dict[str, Any]) -> list[tuple[dict[str, float], bool]]:
    text = document["text"]
    tokens = [match.span() for match in module.TOKEN.finditer(text)]
    page, found = findings_in(text)
    kept = [(finding, form) for finding, form in found if finding.outer is None and finding.rule == "learned"]

    def sets(row: dict[str, Any]) -> dict[str, frozenset[int]]:
        return {role: module.token_set(tokens, row.get(role) or []) for role in ("source", "cue", "content")}

    gold = [row for row in map(sets, document["attributions"]) if row["content"]]
    mine = [
        sets(
            {
                "source": [page.span(*finding.source)] if finding.source else [],
                "cue": [page.span(*finding.cue)] if finding.cue else [],
                "content": [page.span(*part) for part in finding.content],
            }
        )
        for finding, _ in kept
    ]
    hits = module.matched(mine, gold, lambda f, g: module.LEVELS["soft"](g, f))
    return [(features_of(finding, form), number in hits) for number, (finding, form) in enumerate(kept)]


def fitted(values: Floats, right: NDArray[np.int64]) -> Floats:
    """Weights of a logistic model, the bias last, by Newton's method with a ridge on all but the bias."""
    full = np.hstack([values, np.ones((len(values), 1))])
    ridge = np.diag([_RIDGE] * values.shape[1] + [1e-6])
    weights = np.zeros(full.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-full @ weights))
        slope = full.T @ (share - right) + ridge @ weights
        curve = (full * (share * (1 - share))[:, None]).T @ full + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


def shares(values: Floats, weights: Floats) -> Floats:
    """What the weights make of rows."""
    return np.asarray(1 / (1 + np.exp(-(values @ weights[:-1] + weights[-1]))))


def calibration_error(share: Floats, right: NDArray[np.int64]) -> float:
    """Expected calibration error over ten bins of as many rows each (Naeini et al. 2015)."""
    order = np.argsort(share, kind="stable")
    parts = np.array_split(order, _BINS)
    return float(sum(len(part) * abs(share[part].mean() - right[part].mean()) for part in parts) / len(share))


def measure(path: Path = DEV, scorer: Path = SCORER) -> dict[str, float]:
    """Error of calibration by halves, and precision and share kept of the sure rows."""
    _, values, right, article = rows(path, scorer)
    out = np.zeros(len(right))
    for half in (0, 1):
        test = article % 2 == half
        out[test] = shares(values[test], fitted(values[~test], right[~test]))
    sure = out >= SURE
    return {
        "ece": calibration_error(out, right),
        "sure_precision": float(right[sure].mean()),
        "sure_share": float(sure.mean()),
        "precision": float(right.mean()),
        "rows": len(right),
    }


def write(path: Path = DEV, scorer: Path = SCORER) -> None:
    """Fit on every article and put the weights into the package."""
    names, values, right, _ = rows(path, scorer)
    weights = fitted(values, right)
    # Statements inside statements are not in the data: they are weighed as the others are.
    table = {"bias": weights[-1], **dict(zip(names, weights, strict=False)), "inner": 0.0}
    lines = "".join(f"{name} = {value:.4f}\n" for name, value in table.items())
    text = TARGET.read_text("utf-8")
    TARGET.write_text(re.sub(r"\[weight\]\n.*", "", text, flags=re.DOTALL) + "[weight]\n" + lines, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=DEV)
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    for name, value in measure(arguments.gold, arguments.scorer).items():
        print(f"{name:16}{value:.3f}")
    if arguments.write:
        write(arguments.gold, arguments.scorer)


if __name__ == "__main__":
    main()
