"""Every frame of the lexicon fires in its own example, with the actor and recipient it names."""

from __future__ import annotations

import pytest

from sayso.extract.events.frames import Frame, lexicon
from sayso.extract.events.matching import Match, match
from sayso.extract.events.predicates import predicate_of
from sayso.extract.events.scene import Scene
from sayso.language import annotated
from sayso.schema.plover import roots


def matches(sentence: str) -> tuple[Scene, list[Match]]:
    scene = Scene(sentence, annotated(sentence))
    found = (predicate_of(scene, at) for at in range(len(scene.tree.heads)))
    return scene, [hit for predicate in found if predicate and (hit := match(scene, predicate))]


def phrases(scene: Scene, heads: tuple[int, ...]) -> str:
    return " | ".join(scene.text[slice(*scene.characters(*scene.phrase(at)))] for at in heads)


@pytest.mark.parametrize("frame", lexicon().frames, ids=lambda frame: frame.id)
def test_a_frame_fires_in_its_example(frame: Frame) -> None:
    scene, found = matches(frame.example)
    mine = [hit for hit in found if hit.frame.root == frame.root and hit.frame.mode == frame.mode]
    assert mine, [(hit.frame.id, scene.tree.forms[hit.at]) for hit in found]
    hit = next((one for one in mine if one.frame.id == frame.id), mine[0])
    assert frame.by is None or frame.by in phrases(scene, hit.actors), phrases(scene, hit.actors)
    assert frame.to is None or frame.to in phrases(scene, hit.recipients), phrases(scene, hit.recipients)


def test_all_roots_and_most_modes_are_covered() -> None:
    frames = lexicon().frames
    assert {frame.root for frame in frames} == set(roots())
    assert len({(frame.root, frame.mode) for frame in frames if frame.mode}) >= 60
    assert len(frames) >= 800
