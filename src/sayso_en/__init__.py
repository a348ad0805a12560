"""Sayso's English pipeline under a name that spaCy finds: `spacy.load("sayso_en")`.

spaCy looks for a distribution of that name; `sayso_en.egg-info` beside this folder, which ships in the same wheel, is that
and nothing else.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from sayso.language import load as _load

__all__ = ["load"]


def load(
    vocab: Any = True,
    disable: Any = (),
    enable: Any = (),
    exclude: Any = (),
    config: dict[str, Any] | None = None,
) -> Language:
    """The pipeline; arguments as `spacy.load` passes them. A vocabulary of one's own and settings are not taken."""
    nlp = _load()
    for name in [disable] if isinstance(disable, str) else disable:
        nlp.disable_pipe(name)
    for name in [exclude] if isinstance(exclude, str) else exclude:
        nlp.remove_pipe(name)
    kept = [enable] if isinstance(enable, str) else list(enable)
    if kept:
        nlp.select_pipes(enable=kept)
    return nlp
