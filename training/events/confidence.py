"""How sure a row of `events` is: a logistic model fitted on gold disputes, written to confidence.toml.

    python -m training.events.confidence [--shared ../shared]

Fitted on benchmarks/disputes/sahel and the deeds of shared/gold/mekong, whose verbal acts are annotated in part only;
both were looked at while the rules were written. The calibration error is told on benchmarks/disputes/andes, which was
not. A row is right where the scorer's pairing (`score/gold.py`) finds it a gold event of its root.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from sayso.build import build
from sayso.extract.events.confidence import features_of

HERE = Path(__file__).resolve().parents[2]
OUT = HERE / "src/sayso/extract/events/confidence.toml"
STEPS, RATE, RIDGE = 4000, 0.3, 0.01


def examples(gold: Path, scorer: Path, place: Path) -> tuple[list[dict[str, float]], list[bool]]:
    """The features of every event row of a dispute, and whether it is right."""
    ledger = build(gold / "docs", ledger=place)
    spec = importlib.util.spec_from_file_location("gold", scorer)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    truth = json.loads((gold / "gold.json").read_text("utf-8"))
    articles = [json.loads(line) for line in ledger.export("articles").splitlines()]
    events = [json.loads(line) for line in ledger.export("events").splitlines()]
    doc = _documents(truth, articles)
    for event in events:
        event["_doc"] = doc[event["article_id"]]
    actors = score.Actors(truth["actors"])

    def alike(wanted: dict[str, Any], found: dict[str, Any]) -> float:
        told = {wanted["root"], *score.listed(wanted.get("root_ok")), *score.listed(wanted.get("roots_ok"))}
        who = sum(actors.overlap(wanted[side], found[side], side=True) for side in ("actors", "recipients"))
        words = score.f1(score.bag(wanted["trigger"]), score.bag(score.quote(found["trigger"])))
        return float(words + 0.5 * (found["root"] in told) + 0.25 * who)

    wanted = [event for event in truth["events"] if event["root"]]
    right = {id(found) for _, found, _ in score.pair(wanted, events, alike, 0.75)}
    return [features_of(event) for event in events], [id(event) in right for event in events]


def _documents(truth: dict[str, Any], articles: list[dict[str, Any]]) -> dict[str, str]:
    files = sorted({name.split("#")[0] for name in truth["documents"]}, key=len, reverse=True)
    order: defaultdict[str, int] = defaultdict(int)
    out = {}
    for article in articles:
        file = next(name for name in files if article["uri"].split("#")[0].endswith(name))
        order[file] += 1
        numbered = f"{file}#{order[file]}"
        out[article["id"]] = numbered if numbered in truth["documents"] else file
    return out


def fit(rows: list[dict[str, float]], right: list[bool]) -> dict[str, float]:
    names = sorted({name for row in rows for name in row})
    given = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    wanted, weights = np.array(right, float), np.zeros(len(names) + 1)
    for _ in range(STEPS):
        error = 1 / (1 + np.exp(-given @ weights)) - wanted
        weights -= RATE * (given.T @ error / len(rows) + RIDGE * np.r_[0, weights[1:]])
    return dict(zip(["bias", *names], (round(float(weight), 3) for weight in weights), strict=True))


def error_of(weights: dict[str, float], rows: list[dict[str, float]], right: list[bool]) -> float:
    """Expected calibration error in five bins of equal size."""
    told = np.array(
        [1 / (1 + np.exp(-weights["bias"] - sum(weights.get(n, 0) * v for n, v in row.items()))) for row in rows]
    )
    parts = np.array_split(np.argsort(told), 5)
    return float(sum(abs(told[part].mean() - np.array(right)[part].mean()) * len(part) for part in parts) / len(rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE / "../shared")
    parser.add_argument("--place", type=Path, required=True, help="a folder for the ledgers that are built")
    arguments = parser.parse_args()
    scorer = arguments.shared / "score/gold.py"
    golds = {"mekong": arguments.shared / "gold/mekong"}
    golds |= {name: HERE / "benchmarks/disputes" / name for name in ("sahel", "andes")}
    found = {name: examples(gold, scorer, arguments.place / name) for name, gold in golds.items()}
    told = [*zip(*found["sahel"], strict=True)]
    told += [(row, one) for row, one in zip(*found["mekong"], strict=True) if not row["verbal"]]
    weights = fit([row for row, _ in told], [one for _, one in told])
    lines = "".join(f"{name} = {weight}\n" for name, weight in weights.items())
    OUT.write_text(f"# Weights of confidence.py, made by training/events/confidence.py.\n{lines}", "utf-8")
    print(lines, "calibration error on andes:", round(error_of(weights, *found["andes"]), 3))


if __name__ == "__main__":
    main()
