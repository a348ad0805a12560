"""Heads over spans: the speech act of a statement, and whom a mention stands for; and their losses.

Both read the words' vectors alone, so that they cost nothing in the graph and are worked out in numpy for the few spans
that need them (`sayso.language.spans`). The act head is also told which act the cue lexicon and the patterns of content
would choose; half of the time in training it is not, so that it learns to do without.
"""

# mypy: disable-error-code="no-any-return, no-untyped-call"
# What a torch module gives when it is called is untyped.

from __future__ import annotations

import random
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from sayso.extract.statements.act_head import READ
from sayso.language.spans import FARTHEST, distance_of
from training.language.chains import Chained
from training.language.model import LINK, WIDTH
from training.language.passages import Range, Said

HIDDEN = 192


class Spans(nn.Module):
    """`acts`: names of the speech acts in the order of their numbers."""

    def __init__(self, acts: Sequence[str], details: int) -> None:
        super().__init__()
        self.acts = list(acts)
        self.detail = nn.Linear(WIDTH, details)
        self.act_in = nn.Linear(2 * WIDTH + len(acts) + 1, HIDDEN)
        self.act_out = nn.Linear(HIDDEN, len(acts))
        self.mention, self.antecedent = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.chain = nn.Linear(LINK, LINK, bias=False)
        self.prior = nn.Linear(LINK, 1)
        self.distance = nn.Embedding(FARTHEST + 1, 1)
        nn.init.normal_(self.chain.weight, std=0.02)
        nn.init.zeros_(self.distance.weight)

    def act_scores(self, words: Tensor, said: Sequence[Said], hints: Sequence[int]) -> Tensor:
        """[N, acts] for statements in words [W, 384]; a hint is the number of an act, or of acts for none."""
        rows = []
        for statement, hint in zip(said, hints, strict=True):
            told = F.one_hot(torch.tensor(hint, device=words.device), len(self.acts) + 1).float()
            rows.append(torch.cat([_mean(words, statement.cue, READ), _mean(words, statement.content, READ), told]))
        return self.act_out(F.gelu(self.act_in(torch.stack(rows))))

    def chain_scores(self, words: Tensor, mention: Range, candidates: Sequence[Range]) -> Tensor:
        """[C] for the candidates that stand before (or hold) a mention."""
        own = F.gelu(self.mention(words[mention[0] : mention[1]].mean(0)))
        others = F.gelu(self.antecedent(torch.stack([words[a:b].mean(0) for a, b in candidates])))
        far = torch.tensor([distance_of(mention, other) for other in candidates], device=words.device)
        return others @ self.chain(own) + self.prior(others).squeeze(-1) + self.distance(far).squeeze(-1)


def _mean(words: Tensor, ranges: Sequence[Range], most: int) -> Tensor:
    at = [number for first, last in ranges for number in range(first, last)][:most]
    return words[at].mean(0) if at else words.new_zeros(WIDTH)


def act_loss(spans: Spans, words: Tensor, said: Sequence[Said], hints: Sequence[int], dice: random.Random) -> Tensor:
    """Cross-entropy, a second act that is fair counting as a part of the first; hints are hidden half of the time."""
    none = len(spans.acts)
    scores = spans.act_scores(words, said, [none if dice.random() < 0.5 else hint for hint in hints])
    wanted = torch.zeros_like(scores)
    for row, statement in enumerate(said):
        share = 0.25 / max(1, len(statement.also)) if statement.also else 0.0
        wanted[row, spans.acts.index(statement.act)] = 1.0 - (0.25 if statement.also else 0.0)
        for act in statement.also:
            wanted[row, spans.acts.index(act)] += share
    weights = torch.tensor([statement.weight for statement in said], device=words.device)
    return (F.cross_entropy(scores, wanted, reduction="none") * weights).sum() / max(1.0, float(weights.sum()))


def allowed_act_loss(spans: Spans, words: Tensor, said: Sequence[Said], allowed: Sequence[Sequence[str]]) -> Tensor:
    """For statements known only to be one of several acts: the worth of all of these together."""
    scores = torch.log_softmax(spans.act_scores(words, said, [len(spans.acts)] * len(said)), -1)
    losses = [
        -torch.logsumexp(scores[row, [spans.acts.index(act) for act in acts]], 0) for row, acts in enumerate(allowed)
    ]
    return torch.stack(losses).mean()


def chain_loss(spans: Spans, words: Tensor, document: Chained, base: int, last: int, dice: random.Random) -> Tensor:
    """Marginal loss over the antecedents of anaphoric mentions of the words [base, last) that `words` holds."""
    inside = [n for n, (a, b) in enumerate(document.mentions) if a >= base and b <= last]
    losses = []
    dice.shuffle(chosen := inside[1:])
    for number in chosen[:40]:
        mention = document.mentions[number]
        before = [n for n in inside if document.mentions[n] < mention][-50:]
        right = [at for at, n in enumerate(before) if document.chain[n] == document.chain[number]]
        if right:
            move = lambda r: (r[0] - base, r[1] - base)  # noqa: E731
            scores = spans.chain_scores(words, move(mention), [move(document.mentions[n]) for n in before])
            losses.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0))
    return torch.stack(losses).mean() if losses else words.new_zeros(())


def named_chain_loss(
    spans: Spans, words: Tensor, pairs: Sequence[tuple[Range, Range]], others: Sequence[Range]
) -> Tensor:
    """For passages: the name a source stands for, against every other source and name of the passage."""
    losses = []
    for mention, name in pairs:
        candidates = [name, *(other for other in others if other not in (mention, name) and other < mention)]
        if len(candidates) > 1:
            scores = spans.chain_scores(words, mention, candidates)
            losses.append(torch.logsumexp(scores, 0) - scores[0])
    return torch.stack(losses).mean() if losses else words.new_zeros(())
