"""Mentions of places in running text: what the encoder reads in, spans to resolve out."""

from __future__ import annotations

from sayso.language.annotation import Annotation

__all__ = ["place_mentions"]

_KINDS = frozenset({"Location", "Facility"})


def place_mentions(annotation: Annotation) -> list[tuple[int, int]]:
    """The spans of names of places and buildings, in code points, in order.

    A name that acts ("Islamabad said") is among them: whether it stands for a government is not asked here.

    >>> from sayso.language import annotated
    >>> text = "Shells fell near Torkham, in Afghanistan."
    >>> [text[start:end] for start, end in place_mentions(annotated(text))]
    ['Torkham', 'Afghanistan']
    """
    start, end = annotation.words.start, annotation.words.end
    named = sorted((first, last) for first, last, kind in annotation.spans["names"] if kind in _KINDS)
    return [(start[first], end[last - 1]) for first, last in named]
