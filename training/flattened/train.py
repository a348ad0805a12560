"""Train the line labeller: the folder of open pages in, `weights.npz` beside the labeller and its scores out.

    nice -n 10 python training/flattened/train.py ../shared/data/pages --score    # 5-fold by page; about 10 CPU minutes
    nice -n 10 python training/flattened/train.py ../shared/data/pages            # on every page; about 3 CPU minutes

The score is out of sample: each scored page is read by nets that saw neither it nor its other flattenings.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "src"))

import network  # noqa: E402
from examples import Lines, by_flattener, varied  # noqa: E402
from flatteners import ALL, SCORED  # noqa: E402
from shingles import scores  # noqa: E402

from pages import Page, load  # noqa: E402
from sayso.clean.flattened.features import features_of  # noqa: E402
from sayso.clean.flattened.labeller import labelled  # noqa: E402
from sayso.clean.flattened.looks import looks_of  # noqa: E402
from sayso.clean.flattened.network import Network  # noqa: E402

Array = NDArray[np.float32]
Kinds = dict[str, Lines]
SEEDS, EPOCHS, FOLDS = 3, 72, 5
WRITTEN = frozenset({"body", "subhead"})
TARGET = HERE.parents[1] / "src" / "sayso" / "clean" / "flattened" / "weights.npz"


def standard(pages: list[Kinds]) -> tuple[Array, Array]:
    """Mean and spread of every feature."""
    rows = np.concatenate([features_of(looks_of(page[kind].text)) for page in pages for kind in ALL])
    return rows.mean(0), rows.std(0) + np.float32(0.01)


def trained(pages: list[Kinds], seed: int) -> Network:
    """An ensemble trained on these pages, with the features' standardising folded into its first layer."""
    mean, spread = standard(pages)
    rng = np.random.default_rng(seed)
    trainers = [network.Trainer(len(mean), seed + 1 + at, EPOCHS) for at in range(SEEDS)]
    for _ in range(EPOCHS):
        drawn = [varied(page, pages, rng).example() for page in pages]
        ready = [((x - mean) / spread, y, w) for x, y, w in drawn]
        for trainer in trainers:
            trainer.learn(ready)
    members = [trainer.mean for trainer in trainers]
    for weights in members:
        weights["in_b"] = weights["in_b"] - (mean / spread) @ weights["in_w"]  # type: ignore[assignment]  # it is float32
        weights["in_w"] = weights["in_w"] / spread[:, None]
    stacked = {name: np.stack([weights[name] for weights in members]) for name in members[0]}
    biases = {name for name in stacked if name.endswith("_b") or name[0] == "b"}
    stacked = {name: value[:, None, :] if name in biases else value for name, value in stacked.items()}
    taps = tuple((stacked[f"w{at}"], stacked[f"b{at}"]) for at in range(len(network.DILATIONS)))
    first, last = (stacked["in_w"], stacked["in_b"]), (stacked["out_w"], stacked["out_b"])
    return Network(first, taps, last, network.DILATIONS)


def saved(net: Network, path: Path) -> None:
    """Write a network in half precision."""
    half = {"in_w": net.dense[0], "in_b": net.dense[1], "out_w": net.out[0], "out_b": net.out[1]}
    for at, (weights, bias) in enumerate(net.taps):
        half[f"w{at}"], half[f"b{at}"] = weights, bias
    arrays = {name: value.astype(np.float16) for name, value in half.items()}
    np.savez_compressed(path, dilations=np.array(net.dilations), **arrays)  # type: ignore[arg-type]  # names of arrays only


def body_of(net: Network, lines: list[str]) -> str:
    """What a network and the rules take for the body."""
    labels = labelled(lines, net)
    return "\n".join(line for line, one in zip(lines, labels, strict=True) if one.label in WRITTEN)


def cross_validated(pages: list[Page], kinds: list[Kinds]) -> dict[str, dict[str, float]]:
    """Scores on the scrapinghub pages, each read by nets trained without it; all other sets are always trained on."""
    gold = [at for at, page in enumerate(pages) if page.origin.startswith("scrapinghub")]
    order = np.random.default_rng(7).permutation(gold).tolist()
    found: dict[str, dict[int, str]] = {kind: {} for kind in SCORED}
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        net = trained([page for at, page in enumerate(kinds) if at not in held], seed=100 * (fold + 1))
        for at in held:
            for kind in SCORED:
                found[kind][at] = body_of(net, pages[at].lines[kind])
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr, flush=True)
    return {kind: scores([(pages[at].body, text) for at, text in texts.items()]) for kind, texts in found.items()}


def main() -> None:
    """Score or train, as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--score", action="store_true", help="cross-validate; write scores.json, leave the weights alone"
    )
    asked = parser.parse_args()
    pages = load(asked.folder)
    kinds = [by_flattener(page) for page in pages]
    if asked.score:
        report = {"cross_validated": cross_validated(pages, kinds), "seen": sorted(page.key[:12] for page in pages)}
        (HERE / "scores.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
        print(json.dumps(report["cross_validated"], indent=1))
    else:
        saved(trained(kinds, seed=1), TARGET)
        print(TARGET, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
