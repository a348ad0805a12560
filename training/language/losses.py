"""A batch and what the model says of it in; one number to bring down out."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from training.language.batches import Work
from training.language.corpora import NONE
from training.language.model import Inputs, Joint

__all__ = ["allowed_heads", "entropy", "loss_of", "sentences_of"]

WEIGHTS = {"upos": 0.4, "xpos": 0.5, "feats": 0.3, "lemma": 0.4, "silver": 0.3, "crossner": 0.7, "wnut": 0.5}


def loss_of(model: Joint, work: Work, *, half: bool, teacher: Joint | None = None) -> tuple[Tensor, Tensor]:
    """The sum of the losses of every task that the batch has labels for, and the vectors of the words [B, W, 384]."""
    with torch.autocast(work.inputs.ids.device.type, dtype=torch.bfloat16, enabled=half):
        words, whole = model.words(work.inputs)
    labels = work.labels
    loss = words.new_zeros(())
    for task, head in model.tags.items():
        if task in labels:
            loss = loss + WEIGHTS.get(task, 1.0) * entropy(head(words), labels[task])
    if "head" in labels:
        loss = loss + _tree(model, words, whole, work)
    if "cue" in labels:
        loss = loss + 0.5 * _links(model, words, whole, labels, work.inputs.real)
    if teacher is not None:
        loss = loss + _sense(model, teacher, words, work)
    return loss, words


def entropy(scores: Tensor, labels: Tensor) -> Tensor:
    if not (labels != NONE).any():
        return scores.new_zeros(())
    return F.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=NONE)


def _tree(model: Joint, words: Tensor, whole: Tensor, work: Work) -> Tensor:
    labels, real = work.labels, work.inputs.real
    start = model.starts(words).squeeze(-1)
    free = (labels["start"] != NONE) & (work.inputs.gap_of_words() < 2)
    out = words.new_zeros(())
    if free.any():
        out = out + 0.7 * F.binary_cross_entropy_with_logits(start[free], labels["start"][free].float())
    scores = model.arc_scores(words, whole, allowed_heads(labels["start"].clamp(min=0), real))
    out = out + entropy(scores, labels["head"])
    relations = model.relation_scores(words, whole, labels["head"].clamp(min=0))
    return out + 0.7 * entropy(relations, labels["rel"].where(labels["head"] != NONE, torch.tensor(NONE)))


def allowed_heads(start: Tensor, real: Tensor) -> Tensor:
    """[B, W, 1 + W], 1 where a word may have that head: the root, or a word of its own sentence."""
    sentence = torch.cumsum(start, 1)
    same = (sentence[:, :, None] == sentence[:, None, :]) & (real[:, None, :] > 0)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2).float()


def _links(model: Joint, words: Tensor, whole: Tensor, labels: dict[str, Tensor], real: Tensor) -> Tensor:
    heads = torch.cat([whole, words], 1)
    shut = torch.cat([torch.zeros_like(real[:, :1]), 1 - real], 1)[:, None, :] * -1e4
    cue = entropy(model.to_cue(words, heads) + shut, labels["cue"])
    return cue + entropy(model.to_source(words, heads) + shut, labels["source"])


def _sense(model: Joint, teacher: Joint, words: Tensor, work: Work) -> Tensor:
    """How far the embedding of a sentence, read in its paragraph, is from the one it has by itself, first encoder."""
    from sayso.language.windows import batch_of

    places = sentences_of(work)[:12]
    if not places:
        return words.new_zeros(())
    alone = batch_of(
        [(work.parts[row].text.words, work.parts[row].first + a, work.parts[row].first + b) for row, a, b in places]
    )
    inputs = Inputs(**{name: torch.from_numpy(array).to(words.device) for name, array in alone.feed().items()})
    with torch.no_grad(), torch.autocast(words.device.type, dtype=torch.bfloat16):
        wanted = teacher.pooled(inputs).float()
    made = model.sense(torch.stack([words[row, a:b].mean(0) for row, a, b in places]))
    return 1.0 - F.cosine_similarity(made, wanted).mean()


def sentences_of(work: Work) -> list[tuple[int, int, int]]:
    """Row and words [first, last) of sentences of four to sixty words, at most two a window."""
    labels = work.labels.get("start", work.labels.get("said"))
    if labels is None:
        return []
    out = []
    for row, part in enumerate(work.parts):
        width = part.last - part.first
        cuts = [*torch.nonzero(labels[row, :width] == 1).flatten().tolist(), width]
        found = [(row, a, b) for a, b in pairwise(cuts) if 4 <= b - a <= 60]
        out.extend(found[:2])
    return out
