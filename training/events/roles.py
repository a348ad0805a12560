"""Phrases of documents with the roles they fill in; a network that tells how likely each phrase fills which role out.

The encoder stays as it is. A phrase at a place is the sum of what its words say (head, ends, governors, neighbours:
their vectors, one linear map for each), of a few small numbers, and of its sentence and its document, each pooled by
attention. A candidate fills a role if it does so at one of its places: their scores are joined by a soft maximum, so
that nobody needs to know which place the annotator had in mind (multiple-instance learning). The union of the two roles
of perpetrators is learned beside them. Torch on one thread with fixed seeds: the same figures again.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.events.phrases import SIZES, Phrases

__all__ = ["OUTPUTS", "Example", "Filler", "Plan", "fit"]

Floats = NDArray[np.float32]

OUTPUTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "Perpetrator")
_VECTOR, _WORDS, _HEADS = 384, 7, 4
_FIRST, _HEAD, _GOVERNOR = 1, 3, 4
"""Columns of a place whose words are looked up by their form too."""
_MOST_PLACES = 7
_RARE = 4
"""A form seen less often in training is unknown."""


class Example(NamedTuple):
    """A document's phrases, and for each candidate 1 under each of `OUTPUTS` that it fills."""

    phrases: Phrases
    gold: Floats


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how is learned. `kept` is the share of documents without a filler that each round takes."""

    rounds: int = 6
    batch: int = 12
    rate: float = 2e-3
    decay: float = 0.05
    kept: float = 0.6
    narrow: int = 128
    width: int = 96
    dropped: float = 0.3
    vectors_dropped: float = 0.2
    weight_of_document: float = 0.5


class _Batch(NamedTuple):
    vectors: Tensor
    forms: Tensor
    places: Tensor
    counts: Tensor
    sentence: Tensor
    document: Tensor
    document_of: Tensor
    documents: int
    gold: Tensor


class _Network(nn.Module):
    def __init__(self, forms: int, plan: Plan) -> None:
        super().__init__()
        self.width = plan.width
        self.narrow = nn.Linear(_VECTOR, plan.narrow)
        self.words = nn.Linear(plan.narrow, plan.width * _WORDS)
        self.forms = nn.ModuleList(nn.Embedding(forms, plan.width) for _ in range(3))
        self.numbers = nn.ModuleList(nn.Embedding(size, plan.width) for size in (*SIZES, _MOST_PLACES + 1))
        self.look = nn.Linear(plan.narrow, _HEADS)
        self.document = nn.Linear(plan.narrow * _HEADS, plan.width)
        self.beside = nn.Linear(plan.width, plan.width)
        self.any = nn.Linear(plan.width, len(OUTPUTS))
        self.look_near = nn.Linear(plan.narrow, 2)
        self.sentence = nn.Linear(plan.narrow * 2, plan.width)
        self.norm = nn.LayerNorm(plan.width)
        self.inner = nn.Linear(plan.width, plan.width)
        self.out = nn.Linear(plan.width, len(OUTPUTS))
        self.drop = nn.Dropout(plan.dropped)
        self.drop_vectors = nn.Dropout(plan.vectors_dropped)
        for table in (*self.forms, *self.numbers):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.constant_(self.out.bias, -4.0)

    def forward(self, batch: _Batch) -> tuple[Tensor, Tensor]:
        """Scores of candidates, and of documents: whether anything in them fills a role."""
        vectors = functional.gelu(self.narrow(self.drop_vectors(batch.vectors)))
        document = functional.gelu(self.document(_pooled(vectors, self.look(vectors), batch.document, batch.documents)))
        places = batch.places
        found = self._place(vectors, batch) + self.beside(document)[batch.document_of[places[:, 0]]]
        sentences = int(batch.sentence.max()) + 1
        near = self.sentence(_pooled(vectors, self.look_near(vectors), batch.sentence, sentences))
        found = found + self.drop(near)[batch.sentence[places[:, _HEAD]]]
        found = self.drop(functional.gelu(self.norm(found)))
        found = found + self.drop(functional.gelu(self.inner(found)))
        return _joined(self.out(found), places[:, 0], len(batch.counts)), self.any(self.drop(document))

    def _place(self, vectors: Tensor, batch: _Batch) -> Tensor:
        words = self.words(vectors).view(len(vectors), _WORDS, self.width)
        places = batch.places
        found: Tensor = self.numbers[-1](batch.counts[places[:, 0]])
        for slot in range(_WORDS):
            found = found + words[places[:, 1 + slot], slot]
        for table, column in zip(self.forms, (_HEAD, _GOVERNOR, _FIRST), strict=True):
            found = found + self.drop(table(batch.forms[places[:, column]]))
        for column, table in enumerate(self.numbers[:-1], 1 + _WORDS):
            found = found + table(places[:, column])
        return found


def _pooled(vectors: Tensor, scores: Tensor, of: Tensor, count: int) -> Tensor:
    """Vectors of words averaged by attention over the group each belongs to, one average a column of scores."""
    width = scores.shape[1]
    most = torch.full((count, width), -1e4).scatter_reduce(0, of[:, None].expand_as(scores), scores.detach(), "amax")
    weights = (scores - most[of]).exp()
    weights = weights / torch.zeros(count, width).index_add(0, of, weights)[of]
    empty = torch.zeros(count, vectors.shape[1])
    return torch.cat([empty.index_add(0, of, vectors * weights[:, at : at + 1]) for at in range(width)], 1)


def _joined(scores: Tensor, of: Tensor, count: int) -> Tensor:
    """The soft maximum of the scores of each candidate's places."""
    index = of[:, None].expand_as(scores)
    most = torch.full((count, scores.shape[1]), -1e4).scatter_reduce(0, index, scores.detach(), "amax")
    total = torch.zeros(count, scores.shape[1]).scatter_add(0, index, (scores - most.gather(0, index)).exp())
    return most + total.log()


# --- learning -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Filler:
    """Networks that judge together, and the forms of words that they know."""

    networks: tuple[_Network, ...]
    forms: dict[str, int]

    @torch.no_grad()
    def chances(self, phrases: Phrases) -> Floats:
        """How likely each candidate of a document fills each of `OUTPUTS`."""
        if not phrases.candidates:
            return np.zeros((0, len(OUTPUTS)), np.float32)
        empty = np.zeros((len(phrases.candidates), len(OUTPUTS)), np.float32)
        batch = _batch([Example(phrases, empty)], self.forms)
        found = [torch.sigmoid(network(batch)[0]) for network in self.networks]
        chances: Floats = torch.stack(found).mean(0).numpy()
        return chances


def fit(examples: Sequence[Example], plan: Plan | None = None, seeds: Sequence[int] = (0,)) -> Filler:
    """Learn from documents; one network a seed."""
    plan = plan or Plan()
    torch.set_num_threads(1)
    usable = [example for example in examples if example.phrases.candidates]
    seen = Counter(form for example in usable for form in example.phrases.forms)
    forms = {form: number for number, form in enumerate(sorted(form for form in seen if seen[form] >= _RARE), 1)}
    return Filler(tuple(_learned(usable, forms, plan, seed) for seed in seeds), forms)


def _learned(examples: list[Example], forms: dict[str, int], plan: Plan, seed: int) -> _Network:
    torch.manual_seed(seed)
    order = random.Random(seed)
    network = _Network(len(forms) + 1, plan)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay)
    rounds = [list(_batches(examples, plan, order)) for _ in range(plan.rounds)]
    steps = sum(map(len, rounds)) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, plan.rate, total_steps=steps, pct_start=0.15)
    network.train()
    for batches in rounds:
        for chosen in batches:
            optimiser.zero_grad()
            _loss(network, _batch(chosen, forms), plan).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
    return network.eval()


def _loss(network: _Network, batch: _Batch, plan: Plan) -> Tensor:
    found, held = network(batch)
    index = batch.document_of[:, None].expand_as(batch.gold)
    holds = torch.zeros(batch.documents, len(OUTPUTS)).scatter_reduce(0, index, batch.gold, "amax")
    own = functional.binary_cross_entropy_with_logits(found, batch.gold, reduction="sum") / plan.batch
    return own + plan.weight_of_document * functional.binary_cross_entropy_with_logits(held, holds)


def _batches(examples: list[Example], plan: Plan, order: random.Random) -> Iterator[list[Example]]:
    full = [example for example in examples if example.gold.any()]
    empty = [example for example in examples if not example.gold.any()]
    chosen = full + order.sample(empty, int(len(empty) * plan.kept))
    order.shuffle(chosen)
    for at in range(0, len(chosen), plan.batch):
        yield chosen[at : at + plan.batch]


def _batch(examples: Sequence[Example], forms: dict[str, int]) -> _Batch:
    """Documents laid one after the other; numbers of words, candidates and sentences go on from one to the next."""
    places, sentences = [], []
    words = candidates = stretches = 0
    for phrases, _ in examples:
        moved = phrases.places.copy()
        moved[:, 0] += candidates
        moved[:, 1 : 1 + _WORDS] += words
        places.append(moved)
        numbers = np.unique(phrases.sentences, return_inverse=True)[1]
        sentences.append(numbers + stretches)
        words += len(phrases.forms)
        candidates += len(phrases.candidates)
        stretches += int(numbers.max()) + 1
    joined = np.concatenate(places)
    counts = np.minimum(np.bincount(joined[:, 0], minlength=candidates), _MOST_PLACES)
    return _Batch(
        torch.from_numpy(np.concatenate([one.phrases.vectors for one in examples]).astype(np.float32)),
        torch.tensor([forms.get(form, 0) for one in examples for form in one.phrases.forms]),
        torch.from_numpy(joined),
        torch.from_numpy(counts),
        torch.from_numpy(np.concatenate(sentences)),
        torch.tensor([at for at, one in enumerate(examples) for _ in one.phrases.forms]),
        torch.tensor([at for at, one in enumerate(examples) for _ in one.phrases.candidates]),
        len(examples),
        torch.from_numpy(np.concatenate([one.gold for one in examples])),
    )
