"""The words that clauses turn on (clause_words.toml): what negates, what controls, nouns of saying."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["ClauseWords", "words"]

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Lower-cased lemmas, unless said otherwise in clause_words.toml."""

    reporting: Words
    addressing: Words
    giving: Words
    subject_control: Words
    complement_marks: Words
    places: Words
    gapless: Words
    negators: Words
    negative_arguments: Words
    withholding: Words
    semi_modal: Words
    semi_modal_passive: Words
    semi_modal_adjective: Words
    support: Words
    deverbal: Words
    deverbal_of_agent: Words
    contractions: dict[str, str]


@lru_cache(maxsize=1)
def words() -> ClauseWords:
    """The words, read once a process."""
    read = tomllib.loads(files("sayso.language").joinpath("clause_words.toml").read_text("utf-8"))
    contractions = read.pop("contractions")
    return ClauseWords(**{name: frozenset(text.split()) for name, text in read.items()}, contractions=contractions)
