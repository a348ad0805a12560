"""The words and sentence patterns of made-up news, read from the vocabulary that was counted and the patterns' file."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


@cache
def patterns() -> dict[str, Any]:
    """The sentences' patterns, by what they tell.

    >>> sorted(patterns()["kinds"])[:3]
    ['accusation', 'assurance', 'claim']
    """
    return tomllib.loads(Path(__file__).with_name("piles_of_findings.toml").read_text("utf-8"))


@cache
def vocabulary() -> dict[str, int]:
    """Words of news and how many texts hold them; those that every tenth text holds are left out.

    >>> len(vocabulary()) > 5000
    True
    """
    table = files("sayso.reconcile").joinpath("words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in table if not line.startswith("#")]
    return {word: int(many) for word, many in rows if word.isalpha() and len(word) > 3 and int(many) < 150}


@cache
def _urn() -> tuple[str, ...]:
    """Every word as often as it is counted: drawing from it is quicker than by weights."""
    return tuple(word for word, many in vocabulary().items() for _ in range(many))


def drawn(chance: random.Random, many: int) -> list[str]:
    """Words as often as news has them."""
    return chance.choices(_urn(), k=many)


def spelled(many: int, chance: random.Random) -> str:
    """A figure in digits or in words, thousands with their comma or without."""
    words = _NUMBERS.split()
    if many <= len(words) and chance.random() < 0.5:
        return words[many - 1]
    return f"{many:,}" if chance.random() < 0.7 else str(many)
