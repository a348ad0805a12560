"""A trained checkpoint in; what ships out: `encoder.onnx` in int8, `heads.npz` for heads beside it, `labels.json`.

    python -m training.language.export training/language/work/joint.pt src/sayso/language/weights

Weights of matrix products and of the embeddings become int8, each output channel with its own scale; activations are
scaled as they come (dynamic quantization), which costs about .2 LAS and makes the encoder twice as fast.
"""

# mypy: disable-error-code="no-any-return, no-untyped-call"
# What a torch module gives when it is called is untyped.

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from sayso.language.windows import Batch
from training.language.losses import allowed_heads
from training.language.model import HEADS, WIDTH, Inputs, Joint, Layer
from training.language.spans import Spans
from training.language.train import WORK, built

CHOSEN = ("upos", "xpos", "feats", "lemma")
"""Tasks whose best label the graph itself picks."""
SCORED = ("names", "attr", "inner", "detail", "silver")
"""Tasks whose scores go out, to be decoded under the grammar of tags."""
OUTPUTS = (*CHOSEN, *SCORED, "starts", "heads", "relations", "arcs", "to_cue", "to_source", "vectors")


class Fused(nn.Module):
    """A layer whose query, key and value are one product."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.all = nn.Linear(WIDTH, 3 * WIDTH)
        with torch.no_grad():
            scale = (WIDTH // HEADS) ** -0.5
            parts = ((layer.query, scale), (layer.key, 1.0), (layer.value, 1.0))
            self.all.weight.copy_(torch.cat([part.weight * s for part, s in parts]))
            self.all.bias.copy_(torch.cat([part.bias * s for part, s in parts]))
        self.out, self.norm1, self.up, self.down, self.norm2 = layer.out, layer.norm1, layer.up, layer.down, layer.norm2

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        query, key, value = self.all(x).chunk(3, -1)
        many = lambda t: t.reshape(t.size(0), t.size(1), HEADS, WIDTH // HEADS).transpose(1, 2)  # noqa: E731
        seen = torch.softmax(many(query) @ many(key).transpose(2, 3) + bias, -1) @ many(value)
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(x.shape)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Graph(nn.Module):
    """The model as it is run: sentence starts decided first, heads sought in the sentence."""

    def __init__(self, model: Joint) -> None:
        super().__init__()
        self.model = model
        model.layers = nn.ModuleList(Fused(layer) for layer in model.layers)  # type: ignore[arg-type]
        tasks = (*CHOSEN, *SCORED)
        self.sizes: list[int] = [model.tags[task].out_features for task in tasks]  # type: ignore[misc]  # all are linear
        self.tags = nn.Linear(WIDTH, sum(self.sizes))
        with torch.no_grad():
            self.tags.weight.copy_(torch.cat([model.tags[task].weight for task in tasks]))  # type: ignore[misc]
            self.tags.bias.copy_(torch.cat([model.tags[task].bias for task in tasks]))  # type: ignore[misc]

    def forward(self, *arrays: Tensor) -> tuple[Tensor, ...]:
        x = Inputs(*arrays)
        words, whole = self.model.words(x)
        scores = self.tags(words).split(self.sizes, -1)
        chosen = [s.argmax(-1).to(torch.int32) for s in scores[: len(CHOSEN)]]
        found = (self.model.starts(words).squeeze(-1) > 0).long()
        starts = torch.where(x.given >= 0, x.given, found) * x.real
        arcs = self.model.arc_scores(words, whole, allowed_heads(starts, x.real))
        heads = arcs.argmax(-1)
        relations = self.model.relation_scores(words, whole, heads).argmax(-1)
        both = torch.cat([whole, words], 1)
        links = [self.model.to_cue(words, both), self.model.to_source(words, both)]
        whole_numbers = [t.to(torch.int32) for t in (starts, heads, relations)]
        return (*chosen, *scores[len(CHOSEN) :], *whole_numbers, arcs, *links, words)


def exported(model: Joint, out: Path) -> None:
    """Write `encoder.onnx`."""
    graph = Graph(model.eval()).eval()
    rows, length, width = 2, 16, 10
    tall, wide = torch.ones(rows, length, dtype=torch.long), torch.ones(rows, width, dtype=torch.long)
    names = list(Batch.__slots__)
    example = (tall,) * 6 + (wide,) * 4
    axes = {name: {0: "B", 1: "T" if at < 6 else "W"} for at, name in enumerate(names)}
    axes |= {name: {0: "B", 1: "W"} for name in OUTPUTS}
    for name in ("arcs", "to_cue", "to_source"):
        axes[name] = {0: "B", 1: "W", 2: "H"}
    full = out / "encoder.fp32.onnx"
    with torch.no_grad():
        torch.onnx.export(
            graph,
            example,
            str(full),
            input_names=names,
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(
        full,
        out / "encoder.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": 1},
    )
    full.unlink()


def beside(model: Joint, spans: Spans) -> dict[str, NDArray[np.float16]]:
    """The heads that are worked out in numpy, for the few words that need them."""
    kept = ("relation_of", "relation_to", "relations", "sense")
    held = {name: value for name, value in model.state_dict().items() if name.split(".")[0] in kept}
    held |= {name: value for name, value in spans.state_dict().items() if not name.startswith("detail")}
    return {name: value.numpy().astype(np.float16) for name, value in held.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("checkpoint", type=Path)
    options.add_argument("out", type=Path)
    args = options.parse_args()
    labels = json.loads((WORK / "labels.json").read_text("utf-8"))
    model, spans = built(labels), Spans(labels["acts"], len(labels["detail"]))
    held = torch.load(args.checkpoint, map_location="cpu")
    model.load_state_dict(held["model"])
    if "spans" in held:
        spans.load_state_dict(held["spans"])
    model.tags["detail"] = spans.detail
    with np.load(WORK / "moves.npz") as counted:
        moves = {f"moves.{task}": counted[task].astype(np.float32) for task in counted.files}
    args.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out / "heads.npz", **moves, **beside(model, spans))  # type: ignore[arg-type]
    kept = {task: labels[task] for task in (*CHOSEN, *SCORED, "rel", "acts")}
    (args.out / "labels.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    exported(model, args.out)
    print({path.name: path.stat().st_size for path in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
