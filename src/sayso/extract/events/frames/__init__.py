"""The frame lexicon: the words that report events, under which conditions, and which PLOVER root and mode they tell.

A frame is a verb, a noun or an adjective with conditions on its arguments (`pull` + `out`, object a word of `@forces`).
The entries are data, a file a root; README of the format: docs/explanation/events.md. `python -m
sayso.extract.events.frames` checks them all.
"""

from __future__ import annotations

from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.frames.lexicon import ANY, Frame, Lexicon, lexicon

__all__ = ["ANY", "Frame", "Lexicon", "lexicon", "word_class"]
