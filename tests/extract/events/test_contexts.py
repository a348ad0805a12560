"""The contexts of an event are what its paragraph is about."""

from __future__ import annotations

import pytest

from sayso.extract.events.contexts import contexts_of
from sayso.extract.events.scene import Scene
from sayso.language import annotated
from sayso.schema.data import read_data
from sayso.schema.plover import contexts


def contexts_at(text: str, word: str) -> tuple[str, ...]:
    scene = Scene(text, annotated(text))
    return contexts_of(scene, scene.tree.forms.index(word), ())


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The court in Lima convicted the mayor after a trial of two weeks.", "legal"),
        ("Police arrested a candidate before the election.", "election"),
        ("The ambassador met the mediator at the embassy.", "diplomatic"),
        ("Rebels attacked a hospital and killed a doctor.", "health"),
    ],
)
def test_a_word_in_the_sentence_tells(text: str, context: str) -> None:
    verb = next(word for word in ("convicted", "arrested", "met", "attacked") if word in text)
    assert context in contexts_at(text, verb)


def test_in_the_paragraph_two_are_needed() -> None:
    one = "Rebels attacked the town. A doctor watched."
    two = "Rebels attacked the town. A doctor watched. The hospital was full."
    assert "health" not in contexts_at(one, "attacked")
    assert "health" in contexts_at(two, "attacked")


def test_another_paragraph_tells_nothing() -> None:
    text = "Rebels attacked the town.\n\nA doctor watched from the hospital."
    assert "health" not in contexts_at(text, "attacked")


def test_what_the_frame_tells_comes_first_and_three_are_the_most() -> None:
    text = "The court tried a bishop, a doctor and a spy after the election."
    scene = Scene(text, annotated(text))
    told = contexts_of(scene, scene.tree.forms.index("tried"), ("crime",))
    assert told[0] == "crime"
    assert len(told) == 3


def test_every_context_of_the_manual_has_its_words() -> None:
    assert set(read_data("sayso.extract.events", "contexts.toml")["words"]) == set(contexts())
