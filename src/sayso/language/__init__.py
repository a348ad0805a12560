"""Words: what a text's sentences, words, trees, names and attributions are, read by one encoder."""

from sayso.language.pipeline import annotated, load

__all__ = ["annotated", "load"]
