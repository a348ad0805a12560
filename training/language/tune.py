"""The second stage: the joint encoder goes on at a low rate, with the passages written here and the heads over spans.

    python -m training.language.tune --shared ../shared [--pieces 3e6]

The corpora of the first stage stay in the mix so that nothing is unlearned. Added are: tags and links of the passages,
the inner statements and details (addressee, target, when) that PolNeAR does not mark, the speech act of each statement,
and antecedents, from GUM's chains and from the passages.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from sayso.language.pieces import pieces
from sayso.language.tokens import blank
from sayso.language.windows import windows
from training.language.acts import hint_for, speeches, weakly_told
from training.language.batches import Part, Work, stream, work_of
from training.language.chains import Chained, chained
from training.language.corpora import Text, number
from training.language.losses import entropy, loss_of
from training.language.model import Joint, device
from training.language.moves import moves
from training.language.passages import Marking, passages
from training.language.spans import Spans, act_loss, allowed_act_loss, chain_loss, named_chain_loss
from training.language.train import ROOM, SEED, WORK, built, corpora, optimizer_of

SHARES = {"trees": 0.3, "names": 0.2, "attribution": 0.24, "passages": 0.16, "chains": 0.07, "speeches": 0.03}
RATE, HEAD_RATE = 1e-4, 7e-4
SAVE_EVERY = 240.0
HIDE = 0.12
"""Share of words whose pieces are masked: the first stage has learned its texts by heart."""
SWAPS = 0.6
"""Share of names replaced in the second copy of the corpus of names."""
ACTS_FILE = Path(__file__).parents[2] / "src/sayso/schema/speech_acts.toml"
DETAILS = ["O", "B-addressee", "B-target", "B-when", "I-addressee", "I-target", "I-when"]


def acts() -> list[str]:
    """The speech acts, in the order of the schema."""
    import tomllib

    return list(tomllib.loads(ACTS_FILE.read_text("utf-8")))


def told(marking: Marking) -> Text:
    """A passage's text with its statements and what the lexicon would say of each."""
    forms = marking.text.words.form
    marking.text.said = [(said, hint_for(forms, said.cue, said.content)) for said in marking.said]
    return marking.text


class Tuning:
    """Model, heads over spans, and the losses of a batch of each kind."""

    def __init__(self, model: Joint, spans: Spans, markings: dict[str, Marking], labels: dict[str, list[str]]) -> None:
        self.model, self.spans, self.markings = model, spans, markings
        self.none = len(spans.acts)
        self.dice = random.Random(SEED)
        self.labels = labels

    def loss(self, task: str, work: Work, document: Chained | None) -> Tensor:
        if task == "speeches":
            return self._speech(work)
        loss, words = loss_of(self.model, work, half=True)
        if task in ("passages", "attribution"):
            loss = loss + self._acts(work, words)
        if task == "passages":
            loss = loss + entropy(self.spans.detail(words), work.labels["detail"]) + 0.3 * self._names(work, words)
        if task == "chains":
            assert document is not None
            flat = torch.cat([words[row, : part.last - part.first] for row, part in enumerate(work.parts)])
            loss = loss + 0.3 * chain_loss(
                self.spans, flat, document, work.parts[0].first, work.parts[-1].last, self.dice
            )
        return loss

    def _acts(self, work: Work, words: Tensor) -> Tensor:
        losses = []
        for row, part in enumerate(work.parts):
            said = [(_moved(s, part), hint) for s, hint in part.text.said if _inside(s, part)]
            if said:
                hints = [self.spans.acts.index(hint) if hint in self.spans.acts else self.none for _, hint in said]
                losses.append(
                    act_loss(self.spans, words[row], [s for s, _ in said], hints, self.dice)
                    * min(3, len(said))
                    * said[0][0].weight
                )
        return 0.5 * torch.stack(losses).sum() / len(work.parts) * 2 if losses else words.new_zeros(())

    def _speech(self, work: Work) -> Tensor:
        with torch.autocast(work.inputs.ids.device.type, dtype=torch.bfloat16):
            words, _ = self.model.words(work.inputs)
        losses = []
        for row, part in enumerate(work.parts):
            said = [_moved(s, part) for s, _ in part.text.said if _inside(s, part)]
            if said:
                losses.append(allowed_act_loss(self.spans, words[row], said, [s.also for s in said]))
        return 0.5 * torch.stack(losses).mean() if losses else words.sum() * 0.0

    def _names(self, work: Work, words: Tensor) -> Tensor:
        losses = []
        for row, part in enumerate(work.parts):
            marking = self.markings[part.text.name]
            if marking.chains and part.first == 0 and part.last == len(part.text.words):
                others = sorted({r for pair in marking.chains for r in pair} | _named(part.text))
                losses.append(named_chain_loss(self.spans, words[row], marking.chains, others))
        return torch.stack(losses).mean() if losses else words.new_zeros(())


def _named(text: Text) -> set[tuple[int, int]]:
    """Every source of a passage."""
    from sayso.language.tagging import spans_of

    return {(a, b) for task in ("attr", "inner") for a, b, kind in spans_of(text.raw[task]) if kind == "source"}


def _inside(said, part: Part) -> bool:  # type: ignore[no-untyped-def]
    return all(part.first <= a and b <= part.last for a, b in (*said.cue, *said.content))


def _moved(said, part: Part):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    move = lambda ranges: tuple((a - part.first, b - part.first) for a, b in ranges)  # noqa: E731
    return replace(said, cue=move(said.cue), content=move(said.content))


def in_order(documents: list[Chained], seed: int) -> Iterator[tuple[Chained, Work]]:
    """Stretches of up to ten windows of one document, one after the other, so that a mention sees what came before."""
    dice = random.Random(seed)
    while True:
        dice.shuffle(order := list(documents))
        for document in order:
            cuts = windows(document.text.words)
            at = dice.randrange(max(1, len(cuts) - 5))
            parts = [Part(document.text, first, last) for first, last in cuts[at : at + 10]]
            yield document, work_of(parts)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--pieces", type=float, default=3e6)
    options.add_argument("--start", type=Path, default=WORK / "joint.pt")
    options.add_argument("--out", type=Path, default=WORK / "tuned.pt")
    options.add_argument("--threads", type=int, default=2)
    args = options.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    split, nlp = pieces(), blank()
    labels = json.loads((WORK / "labels.json").read_text("utf-8"))
    labels |= {"detail": DETAILS, "acts": acts()}
    texts = corpora(args.shared, swaps=SWAPS)
    for text in texts["attribution"]:
        weakly_told(text)
    markings = passages(nlp, split, held=False)
    texts["passages"] = [told(marking) for marking in markings]
    documents = chained(args.shared / "data/language/gum-train.conllu.gz", split)
    texts["chains"] = [document.text for document in documents]
    texts["speeches"] = speeches(args.shared / "data/statements/unscon.jsonl", nlp, split)
    for group in texts.values():
        number(group, labels)
    (WORK / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1))
    tagged = {"names": "names", "attr": "attribution", "inner": "passages", "detail": "passages"}
    counted = {task: moves(texts[group], task, len(labels[task])) for task, group in tagged.items()}
    np.savez(WORK / "moves.npz", **counted)  # type: ignore[arg-type]
    print(
        {name: sum(len(t.words) for t in group) for name, group in texts.items()},
        {k: sum(len(t.said) for t in g) for k, g in texts.items()},
        flush=True,
    )
    model = built(labels).to(device())
    spans = Spans(labels["acts"], len(DETAILS)).to(device())
    both = nn.ModuleDict({"model": model, "spans": spans})
    optimizer = optimizer_of(model, RATE, HEAD_RATE)
    optimizer.add_param_group({"params": list(spans.parameters()), "lr": 1.5e-3, "rate": 1.5e-3})
    seen: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    if args.out.exists():
        kept = torch.load(args.out, map_location=device())
        model.load_state_dict(kept["model"])
        spans.load_state_dict(kept["spans"])
        optimizer.load_state_dict(kept["optimizer"])
        seen, steps = Counter(kept["seen"]), Counter(kept["steps"])
        torch.set_rng_state(kept["rng"].cpu())
    else:
        kept = torch.load(args.start, map_location=device())
        model.load_state_dict(kept["model"])
        if "spans" in kept:
            spans.load_state_dict(kept["spans"])
    tuning = Tuning(model, spans, {m.text.name: m for m in markings}, labels)
    streams = {
        task: stream(texts[task], ROOM, SEED + 100 + at, HIDE) for at, task in enumerate(SHARES) if task != "chains"
    }
    chains = in_order(documents, SEED + 200)
    for task, source in streams.items():
        for _ in range(steps[task]):
            next(source)
    for _ in range(steps["chains"]):
        next(chains)
    both.train()
    smooth: dict[str, float] = {}
    saved = time.monotonic()
    while (done := sum(seen.values())) < args.pieces:
        task = min(SHARES, key=lambda name: seen[name] / SHARES[name])
        document, work = next(chains) if task == "chains" else (None, next(streams[task]))
        loss = tuning.loss(task, work.to(device()), document)
        loss.backward()
        nn.utils.clip_grad_norm_([p for p in both.parameters() if p.grad is not None], 2.0)
        pace = min(1.0, (sum(steps.values()) + 1) / 60) * max(0.0, 1 - done / args.pieces)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * pace
        optimizer.step()
        optimizer.zero_grad()
        seen[task] += work.pieces
        steps[task] += 1
        smooth[task] = 0.97 * smooth.get(task, loss.item()) + 0.03 * loss.item()
        if sum(steps.values()) % 50 == 0:
            print(f"{done / args.pieces:.3f}", {k: round(v, 3) for k, v in smooth.items()}, flush=True)
        if time.monotonic() - saved > SAVE_EVERY:
            _save(both, optimizer, seen, steps, args.out)
            saved = time.monotonic()
    _save(both, optimizer, seen, steps, args.out)


def _save(
    both: nn.ModuleDict, optimizer: torch.optim.Optimizer, seen: Counter[str], steps: Counter[str], out: Path
) -> None:
    held = {name: module.state_dict() for name, module in both.items()}
    beside = out.with_suffix(".part")
    torch.save(
        held
        | {"optimizer": optimizer.state_dict(), "seen": dict(seen), "steps": dict(steps), "rng": torch.get_rng_state()},
        beside,
    )
    beside.replace(out)


if __name__ == "__main__":
    main()
