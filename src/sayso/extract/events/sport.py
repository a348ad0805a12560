"""A scene in; whether it reports a match out: there sides attack, shoot and are beaten, and nothing is an event."""

from __future__ import annotations

from sayso.extract.events.frames.classes import word_class
from sayso.extract.events.scene import Scene
from sayso.extract.events.word_lists import listed

__all__ = ["is_sport"]

_LEAST, _SHARE, _KINDS = 5, 0.012, 3


def is_sport(scene: Scene) -> bool:
    """Are enough of the words those of matches and players, several of them of nothing else?

    >>> from sayso.language import annotated
    >>> text = "The striker scored a goal in the match. The goalkeeper saved a penalty. The referee erred."
    >>> is_sport(Scene(text, annotated(text)))
    True
    """
    known = word_class("match") | word_class("team")
    found = [lemma for lemma in scene.tree.lemmas if lemma in known]
    telling = {lemma for lemma in found if lemma not in listed("sport", "ambiguous")}
    return len(found) >= _LEAST and len(found) >= _SHARE * len(scene.tree.lemmas) and len(telling) >= _KINDS
