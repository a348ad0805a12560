"""Bytes to article: main text with its way back to the document, metadata with evidence, spelling as a layer."""

from sayso.clean.article import clean

__all__ = ["clean"]
