"""A word of a text in; whether the text tells of certain things near it, so that the word tells of them too, out.

`Four people are dead` tells of an attack where the text tells of one, and of none where it tells of a crash.
"""

from __future__ import annotations

from collections.abc import Collection

from sayso.extract.events.scene import Scene

__all__ = ["is_amid"]

_MANY = 2
"""Different words anywhere in a text that count as much as one in the sentence or the one before."""


def is_amid(scene: Scene, at: int, wanted: Collection[str], unwanted: Collection[str] = ()) -> bool:
    """Does one of the wanted lemmas stand in the word's sentence or the one before, or do two in the text?

    Never where an unwanted one stands in the sentence.

    >>> from sayso.language import annotated
    >>> text = "The raid ended. Four people are dead."
    >>> scene = Scene(text, annotated(text))
    >>> is_amid(scene, 6, {"raid"}), is_amid(scene, 6, {"raid"}, {"four"}), is_amid(scene, 6, {"crash"})
    (True, False, False)
    """
    lemmas = scene.tree.lemmas
    first, last = scene.sentence_of(at)
    if any(lemma in unwanted for lemma in lemmas[first:last]):
        return False
    before = scene.sentence_of(first - 1)[0] if first else first
    if any(lemma in wanted for lemma in lemmas[before:last]):
        return True
    return len(scene.lemmas & frozenset(wanted)) >= _MANY
