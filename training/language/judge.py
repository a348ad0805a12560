"""The last stage: the head of speech acts, learned over the vectors of the shipped encoder.

    python -m training.language.judge [--shared ../shared] [--weights src/sayso/language/weights]

It learns from the passages written here and from 4,000 statements of news whose acts were told by reading them
(`training/data/acts/news.tsv`: places in PolNeAR, the worldwide newswire, re3d and ECB+, no text). The encoder has seen
the passages' acts; the news it has not, so that these weigh more. A tenth of the passages and a quarter of the news
documents are kept back. Every statement is also shown without its cue, since acts are told of contents alone too.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from sayso.extract.statements.act_head import Seen, features_of
from sayso.extract.statements.acts import act_of, entry_in, is_negated
from sayso.extract.statements.judging import words_in
from sayso.language import annotated
from sayso.language.encoder import encoder
from training.language.told import Told, told_of_news, told_of_passages
from training.language.train import SEED

NEWS_WEIGHT, ALONE_WEIGHT = 2.0, 0.3
HIDDEN, NETWORKS, EPOCHS, DROP, RATE = 192, 3, 60, 0.5, 1.5e-3


def seen_of(told: Sequence[Told]) -> Iterator[tuple[Told, NDArray[np.float32], Seen]]:
    """Each statement with the vectors of its text and as the head sees it."""
    by_text: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_text[one.text].append(one)
    for text, group in by_text.items():
        annotation = annotated(text)
        for one in group:
            low = [word.lower() for start, end in one.cue for word in text[start:end].split()]
            said = " ".join(text[start:end] for start, end in one.content)
            entry, negated = entry_in(low), is_negated(low)
            cue = [words_in(annotation, *part) for part in one.cue]
            content = [words_in(annotation, *part) for part in one.content]
            guess = act_of(entry, said, negated=negated)
            yield one, annotation.vectors, Seen(cue, content, said, guess, entry, negated=negated)


def networks(inputs: Tensor, wanted: Tensor, weights: Tensor) -> list[nn.Sequential]:
    """The networks, trained on rows drawn by their weights."""
    out = []
    for seed in range(NETWORKS):
        torch.manual_seed(SEED + seed)
        network = nn.Sequential(
            nn.Dropout(DROP),
            nn.Linear(inputs.size(1), HIDDEN),
            nn.GELU(),
            nn.Dropout(DROP),
            nn.Linear(HIDDEN, wanted.size(1)),
        )
        optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
        steps = EPOCHS * len(inputs) // 128
        for step in range(steps):
            optimizer.param_groups[0]["lr"] = RATE * (1 - step / steps)
            rows = torch.multinomial(weights, 128, replacement=True)
            loss = F.cross_entropy(network(inputs[rows]), wanted[rows])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        out.append(network.eval())
    return out


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--weights", type=Path, default=Path("src/sayso/language/weights"))
    args = options.parse_args()
    acts = encoder().labels["acts"]
    inputs, wanted, weights = [], [], []
    told = [one for one in (*told_of_passages(), *told_of_news(args.shared)) if not one.held]
    for one, vectors, seen in seen_of(told):
        share = 0.3 if one.also else 0.0
        row = np.zeros(len(acts), np.float32)
        row[acts.index(one.act)] = 1 - share
        for act in one.also:
            row[acts.index(act)] += share / len(one.also)
        weight = NEWS_WEIGHT if one.corpus == "news" else 1.0
        inputs += [features_of(vectors, seen, acts), features_of(vectors, seen.alone, acts)]
        wanted += [row, row]
        weights += [weight, weight * ALONE_WEIGHT]
    found = networks(torch.from_numpy(np.stack(inputs)), torch.from_numpy(np.stack(wanted)), torch.tensor(weights))
    layers = {"in": 1, "out": 4}
    made = {
        f"judge.{name}.{kind}": np.stack([getattr(network[at], kind).detach().numpy() for network in found])
        for name, at in layers.items()
        for kind in ("weight", "bias")
    }
    path = args.weights / "heads.npz"
    with np.load(path) as held:
        kept = {name: held[name] for name in held.files if not name.startswith(("judge.", "act_"))}
    kept |= {name: value.astype(np.float16) for name, value in made.items()}
    np.savez_compressed(path, **kept)  # type: ignore[arg-type]
    print(len(inputs) // 2, "statements;", path, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
