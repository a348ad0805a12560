"""The learned head of speech acts: cue, content and what the lexicon says of them in, a share for each act out.

Small networks over the encoder's vectors of cue and content, the rules' guess, and a few words that turn an act
(`will`, `must`, `sorry`). Weights are made by `training/language/judge.py` over the vectors of the shipped encoder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.extract.statements.cues import Cue
from sayso.language.annotation import Annotation
from sayso.language.encoder import Encoder
from sayso.language.numbers import gelu
from sayso.schema.data import read_data

__all__ = ["Seen", "act_shares", "features_of"]

Floats = NDArray[np.float32]
Range = tuple[int, int]

READ = 60
"""Words of a content that are looked at."""
_TURNING = 40
"""Words of a content among which turning words are looked for."""
_TOKEN = re.compile(r"\w+|\?|!")
_TOLD = 2.0
"""How loud the guess and the cue's own act speak beside the vectors."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement as the head sees it: ranges of words, the words said, the rules' guess, the cue's entry."""

    cue: Sequence[Range]
    content: Sequence[Range]
    said: str
    guess: str | None
    entry: Cue | None = None
    negated: bool = False

    @property
    def alone(self) -> Seen:
        """The content without its cue."""
        return Seen((), self.content, self.said, None)


def act_shares(annotation: Annotation, encoder: Encoder, seen: Sequence[Seen]) -> list[dict[str, float]]:
    """How likely each speech act is, for each statement; several networks that learned apart are averaged."""
    if not seen:
        return []
    held, acts = encoder.heads, encoder.labels["acts"]
    values = np.stack([features_of(annotation.vectors, one, acts) for one in seen], 1)
    networks, hidden, _ = held["judge.in.weight"].shape
    inner = gelu(held["judge.in.weight"].reshape(networks * hidden, -1) @ values + held["judge.in.bias"].reshape(-1, 1))
    scores = held["judge.out.weight"] @ inner.reshape(networks, hidden, -1) + held["judge.out.bias"][:, :, None]
    shares = np.exp(scores - scores.max(1, keepdims=True))
    mean = (shares / shares.sum(1, keepdims=True)).mean(0)
    return [dict(zip(acts, column, strict=True)) for column in mean.T.tolist()]


def features_of(vectors: Floats, seen: Seen, acts: Sequence[str]) -> Floats:
    """[F]: means of the vectors of cue and content, guess and the entry's act as one of `acts` or none, and flags."""
    return np.concatenate(
        [
            _mean(vectors, seen.cue),
            _mean(vectors, seen.content),
            _one_of(seen.guess, acts),
            _one_of(seen.entry.act if seen.entry else None, acts),
            _flags(seen),
        ]
    )


def _mean(vectors: Floats, ranges: Sequence[Range]) -> Floats:
    at = [number for first, last in ranges for number in range(first, last)][:READ]
    return np.asarray(vectors[at].mean(0) if at else np.zeros(vectors.shape[1]), np.float32)


def _one_of(act: str | None, acts: Sequence[str]) -> Floats:
    out = np.zeros(len(acts) + 1, np.float32)
    out[acts.index(act) if act in acts else len(acts)] = _TOLD
    return out


def _flags(seen: Seen) -> Floats:
    anywhere, opening = _words()
    said = seen.said.lower()
    words = _TOKEN.findall(said)
    there = set(words[:_TURNING])
    flags = [word in there for word in anywhere]
    flags += [said.rstrip(" \"”’'»").endswith("?"), seen.negated, not seen.cue]
    flags += [said[:1] in "\"“‘'«", any(mark in said for mark in '"“«'), len(words) < 8, len(words) > 30]
    flags += [words[:1] == [word] for word in opening]
    return np.array(flags, np.float32)


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = read_data("sayso.extract.statements", "act_head.toml")
    return tuple(data["anywhere"]), tuple(data["opening"])
