"""From corpora to weights: the joint encoder, trained with fixed seeds, saved often, taken up where it stopped.

    python -m training.language.train --shared ../shared [--stage joint] [--pieces 17e6]

One corpus a batch; the task that is furthest behind its share goes next. AdamW, a short warm-up, then a straight line
to nothing. Piece embeddings stay as they were published.
"""

# mypy: disable-error-code="no-untyped-call"
# What a torch module gives when it is called is untyped.

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from sayso.language.pieces import pieces
from sayso.language.tokens import blank
from training.language.batches import stream
from training.language.corpora import Text, attributed, named, number, treebank, vocabulary
from training.language.losses import loss_of
from training.language.model import Joint, device, load_minilm

WORK = Path(__file__).parent / "work"
SEED = 20260101
SHARES = {"trees": 0.34, "names": 0.24, "attribution": 0.38, "others": 0.04}
RATE, HEAD_RATE = 2.2e-4, 1.5e-3
ROOM = 1400
SAVE_EVERY = 240.0


def corpora(shared: Path, *, swaps: float = 0.0) -> dict[str, list[Text]]:
    """Training texts by task group; `swaps` is told in `corpora.named`."""
    data, split = shared / "data", pieces()
    language = data / "language"
    return {
        "trees": treebank(language / "ud-ewt-train.conllu.gz", split)
        + treebank(language / "gum-train.conllu.gz", split),
        "names": named(language / "worldwide-ner-train.iob2.gz", "names", split, together=2, swaps=swaps),
        "attribution": attributed(
            data / "statements/polnear-train.jsonl.gz", blank(), split, language / "polnear-silver-train.conllu.gz"
        ),
        "others": [
            *named(language / "crossner-politics-train.iob2", "crossner", split),
            *named(language / "wnut17-train.iob2", "wnut", split),
        ],
    }


def label_names(texts: dict[str, list[Text]]) -> dict[str, list[str]]:
    """The labels of every task, in the order of their numbers."""
    out = {
        task: vocabulary(texts["trees"], task, least)
        for task, least in (("upos", 1), ("xpos", 1), ("feats", 3), ("lemma", 3), ("rel", 1))
    }
    out |= {"names": vocabulary(texts["names"], "names"), "attr": vocabulary(texts["attribution"], "attr")}
    out["inner"] = out["attr"]
    out["silver"] = vocabulary(texts["attribution"], "silver")
    return out | {task: vocabulary(texts["others"], task) for task in ("crossner", "wnut")}


def built(labels: dict[str, list[str]]) -> Joint:
    beside = ("rel", "detail", "acts")
    return Joint({task: len(names) for task, names in labels.items() if task not in beside}, len(labels["rel"]))


def optimizer_of(model: Joint, rate: float, head_rate: float) -> torch.optim.AdamW:
    model.pieces.weight.requires_grad_(requires_grad=False)  # type: ignore[call-arg]  # the stub names it otherwise
    encoder = {id(p) for module in (model.places, model.norm, model.layers) for p in module.parameters()}
    groups: dict[bool, list[nn.Parameter]] = {True: [], False: []}
    for parameter in model.parameters():
        if parameter.requires_grad:
            groups[id(parameter) in encoder].append(parameter)
    return torch.optim.AdamW(
        [
            {"params": groups[True], "lr": rate, "rate": rate},
            {"params": groups[False], "lr": head_rate, "rate": head_rate},
        ],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def trained(
    texts: dict[str, list[Text]],
    labels: dict[str, list[str]],
    shares: dict[str, float],
    total: int,
    out: Path,
    start: Path | None,
) -> Joint:
    """Run until `total` pieces were read, or go on with what `out` holds."""
    torch.manual_seed(SEED)
    model = built(labels).to(device())
    load_minilm(model)
    if start:
        model.load_state_dict(torch.load(start, map_location=device())["model"], strict=False)
    teacher = built(labels).to(device()).eval()
    load_minilm(teacher)
    optimizer = optimizer_of(model, RATE, HEAD_RATE)
    seen: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    if out.exists():
        held = torch.load(out, map_location=device())
        model.load_state_dict(held["model"])
        optimizer.load_state_dict(held["optimizer"])
        seen, steps = Counter(held["seen"]), Counter(held["steps"])
        torch.set_rng_state(held["rng"].cpu())
    for layer in (*model.layers, *teacher.layers):
        layer.forward = torch.compile(layer.forward, dynamic=True)
    streams = {task: stream(texts[task], ROOM, SEED + at) for at, task in enumerate(shares)}
    for task, source in streams.items():
        for _ in range(steps[task]):
            next(source)
    _run(model, teacher, optimizer, streams, shares, total, seen, steps, out)
    return model


def _run(
    model: Joint,
    teacher: Joint,
    optimizer: Any,
    streams: Any,
    shares: dict[str, float],
    total: int,
    seen: Counter[str],
    steps: Counter[str],
    out: Path,
) -> None:
    model.train()
    smooth: dict[str, float] = {}
    began = saved = time.monotonic()
    first = sum(seen.values())
    while (done := sum(seen.values())) < total:
        task = min(shares, key=lambda name: seen[name] / shares[name])
        work = next(streams[task]).to(device())
        senses = task in ("trees", "names") and steps[task] % 4 == 0
        loss, _ = loss_of(model, work, half=True, teacher=teacher if senses else None)
        loss.backward()
        nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 2.0)
        pace = min(1.0, (sum(steps.values()) + 1) / 100) * max(0.0, 1 - done / total)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * pace
        optimizer.step()
        optimizer.zero_grad()
        seen[task] += work.pieces
        steps[task] += 1
        smooth[task] = 0.98 * smooth.get(task, loss.item()) + 0.02 * loss.item()
        if sum(steps.values()) % 100 == 0:
            speed = (sum(seen.values()) - first) / (time.monotonic() - began)
            print(
                f"{done / total:.3f}", {k: round(v, 3) for k, v in smooth.items()}, f"{speed:.0f} pieces/s", flush=True
            )
        if time.monotonic() - saved > SAVE_EVERY:
            _save(model, optimizer, seen, steps, out)
            saved = time.monotonic()
    _save(model, optimizer, seen, steps, out)


def _save(model: Joint, optimizer: Any, seen: Counter[str], steps: Counter[str], out: Path) -> None:
    held = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "seen": dict(seen), "steps": dict(steps)}
    beside = out.with_suffix(".part")
    torch.save(held | {"rng": torch.get_rng_state()}, beside)
    beside.replace(out)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--pieces", type=float, default=17e6, help="word pieces read in all")
    options.add_argument("--out", type=Path, default=WORK / "joint.pt")
    options.add_argument("--threads", type=int, default=2)
    args = options.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(SEED)
    np.random.seed(SEED % 2**32)
    WORK.mkdir(exist_ok=True)
    texts = corpora(args.shared)
    labels = label_names(texts)
    for group in texts.values():
        number(group, labels)
    (WORK / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1))
    print({name: sum(len(t.words) for t in group) for name, group in texts.items()}, flush=True)
    trained(texts, labels, SHARES, int(args.pieces), args.out, None)


if __name__ == "__main__":
    main()
