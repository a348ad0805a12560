"""Sayso's English pipeline under a name that spaCy finds: `spacy.load("sayso_en")`.

spaCy looks for a distribution of that name; `sayso_en.egg-info` beside this folder, which ships in the same wheel, is
that and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.language import Language
from spacy.vocab import Vocab

from sayso import __version__
from sayso.language import load as _load

__all__ = ["__version__", "load"]


def load(
    vocab: Vocab | bool = True,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: Mapping[str, Any] | None = None,
) -> Language:
    """The pipeline; arguments as `spacy.load` passes them.

    ValueError for a vocabulary or settings of one's own: for these, add `sayso_reader` to a pipeline of one's own.
    """
    if vocab is not True or config:
        raise ValueError(
            "sayso_en takes no vocabulary and no config; "
            'add it to your pipeline instead: nlp.add_pipe("sayso_reader", config=...)'
        )
    nlp = _load()
    for name in _names(disable):
        nlp.disable_pipe(name)
    for name in _names(exclude):
        nlp.remove_pipe(name)
    if kept := _names(enable):
        nlp.select_pipes(enable=kept)
    return nlp


def _names(given: str | Iterable[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)
