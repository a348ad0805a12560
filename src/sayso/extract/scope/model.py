"""What the package has learned about words and politics: `weights.tsv` and `words.toml` in; a ready `Model` out."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Model", "model", "themes"]

SHRINK = 10.0  # as if so many words of no weight were in every article: short ones stay nearer to the bias


@dataclass(frozen=True)
class Model:
    """A logistic model: the logit of an article without words, a weight for each word, and the bar to be in scope."""

    bias: float
    bar: float
    weights: Mapping[str, float]

    def score(self, counted: Mapping[str, float]) -> float:
        """How likely an article of these words is about conflict, diplomacy or politics, 0 to 1."""
        weights = self.weights
        total, square = 0.0, SHRINK
        for word, value in counted.items():
            weight = weights.get(word)
            if weight is not None:
                total += value * weight
                square += value * value
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.bias + total / math.sqrt(square)))))


@cache
def model() -> Model:
    """The shipped weights, read once."""
    lines = files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    weights = {word: float(weight) for word, weight in rows}
    return Model(weights.pop("(bias)"), weights.pop("(bar)"), weights)


@cache
def themes() -> dict[str, frozenset[str]]:
    """Words by what they speak of, as in `words.toml`."""
    text = files(__package__).joinpath("words.toml").read_text("utf-8")
    return {name: frozenset(table["words"].split()) for name, table in tomllib.loads(text).items()}
