"""The weights of the place resolver: gold mentions of the even documents in, `weights.toml` out.

    python -m training.places.fit --shared ../shared

Data: places/lgl.jsonl (LGL; text of its publishers, internal use) and places/geovirus.jsonl (GeoVirus; text CC BY 2.5),
documents of even index only; the odd ones are what benchmarks/places.py reports. Each round is fitted by L-BFGS on the
log-likelihood of the candidates that agree with the gold place, a document of each set weighing alike, under an L2
penalty; a later round sees the beliefs of the one before.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from sayso.language.places.beliefs import ROUNDS, softmax
from sayso.language.places.context import Context
from sayso.language.places.features import ALONE, FEATURES, features
from sayso.language.places.gazetteer import Gazetteer, default
from sayso.language.places.layout import KINDS
from sayso.language.places.mentions import Group, groups, unmentioned

OUT = Path(__file__).resolve().parents[2] / "src" / "sayso" / "language" / "places" / "weights.toml"
Floats = NDArray[np.float64]
PENALTY = 0.3
KIND_OF = {"PCL": "country", "ADM1": "province", "ADM2": "district", "P": "city"}
CLOSE, FAR = 25.0, 161.0


class Case:
    """A document: its groups, and for each the candidates that agree with each gold mention."""

    def __init__(self, row: dict[str, Any], gazetteer: Gazetteer, weight: float) -> None:
        spans = [(place["start"], place["end"]) for place in row["toponyms"]]
        self.groups = [*groups(row["text"], spans, gazetteer), *unmentioned(row["text"], spans, gazetteer)]
        self.right: list[list[NDArray[np.bool_]]] = [
            [good for number in group.numbers if (good := right(group, row["toponyms"][number])).any()]
            for group in self.groups
        ]
        self.weight = weight
        self.beliefs: list[Floats] = []
        self.matrices: list[Floats] = []


def right(group: Group, gold: dict[str, Any]) -> NDArray[np.bool_]:
    """Candidates close to the gold place and of its kind; of any kind where none is; within 161 km where none is."""
    block = group.block
    if gold.get("lat") is None or not len(block):
        return np.zeros(len(block), dtype=bool)
    lat, lon = np.radians([gold["lat"], gold["lon"]])
    at = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    far = 6371 * np.arccos(np.clip(block.sphere @ at, -1, 1))
    told = (gold.get("fcode") or "", gold.get("fclass") or "")
    kind = next((kind for code, kind in KIND_OF.items() if told[0].startswith(code) or told[1] == code), None)
    of_kind = block.kind == (KINDS.index(kind) if kind else -1)
    for good in ((far < FAR) & of_kind, far < CLOSE, far < FAR):
        if good.any():
            return np.asarray(good)
    return np.zeros(len(block), dtype=bool)


def fit(cases: Sequence[Case], used: NDArray[np.bool_], penalty: float = PENALTY) -> Floats:
    """The weights of one round over the features that it may use."""
    rows = [
        (matrix[:, used], good, case.weight)
        for case in cases
        for matrix, goods in zip(case.matrices, case.right, strict=True)
        for good in goods
        if len(matrix) > 1
    ]
    every = np.concatenate([matrix for matrix, _, _ in rows])
    begins = np.cumsum([0, *(len(matrix) for matrix, _, _ in rows)])[:-1]
    which = np.repeat(np.arange(len(rows)), [len(matrix) for matrix, _, _ in rows])
    good = np.concatenate([good for _, good, _ in rows])
    weight = np.array([weight for _, _, weight in rows])

    def loss(values: Floats) -> tuple[float, Floats]:
        scores = every @ values
        scores = np.exp(scores - np.maximum.reduceat(scores, begins)[which])
        whole, held = np.add.reduceat(scores, begins), np.maximum(np.add.reduceat(scores * good, begins), 1e-12)
        slope = weight[which] * (scores / whole[which] - scores * good / held[which])
        cost = -float(weight @ np.log(held / whole)) + penalty * float(values @ values) / 2
        return cost, every.T @ slope + penalty * values

    found = minimize(loss, np.zeros(int(used.sum())), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    out = np.zeros(len(FEATURES))
    out[used] = found.x
    return out


def train(cases: Sequence[Case]) -> list[Floats]:
    weights = []
    for number in range(len(ROUNDS)):
        for case in cases:
            case.matrices = features(case.groups, Context(case.groups, case.beliefs) if number else None)
        used = np.array([bool(number) or at < len(ALONE) for at in range(len(FEATURES))])
        used[FEATURES.index("hint")] = False
        weight = fit(cases, used)
        for case in cases:
            case.beliefs = [softmax(matrix @ weight) for matrix in case.matrices]
        weights.append(weight)
    return weights


def read(shared: Path, name: str) -> list[dict[str, Any]]:
    with (shared / "data" / "places" / f"{name}.jsonl").open(encoding="utf-8") as source:
        return [json.loads(line) for line in source]


BY_HAND = {"hint": 1.5, "comma": 2.0}
"""Added to what was fitted. No open set tells where its documents were written; and what a text says outright ("Paris,
Texas") is to win in a document full of France, of which neither set has one. Scores are the same without."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    given = parser.parse_args()
    gazetteer = default()
    cases = []
    for name in ("lgl", "geovirus"):
        rows = read(given.shared, name)[::2]
        mentions = sum(len(row["toponyms"]) for row in rows)
        cases += [Case(row, gazetteer, 1500 / mentions) for row in rows]
    weights = train(cases)
    lines = [
        "# Weights of the place resolver, one table a round. Fitted by training/places/fit.py on the documents of even",
        "# index of LGL and GeoVirus (gold mentions); to `hint` 1.5 and to `comma` 2 was added by hand.",
    ]
    for name, weight in zip(ROUNDS, weights, strict=True):
        lines += ["", f"[{name}]"]
        if name != ROUNDS[0]:
            weight = weight + np.array([BY_HAND.get(feature, 0.0) for feature in FEATURES])
        lines += [f'"{feature}" = {value:.3f}' for feature, value in zip(FEATURES, weight, strict=True) if value]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
