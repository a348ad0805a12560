"""The classifier settles promise or deed, threat or act; where it is not sure, the frame stands."""

from __future__ import annotations

from sayso.extract.events.coding import coded
from sayso.extract.events.pair_sight import Sight
from sayso.extract.events.pairs import sight_of
from sayso.extract.events.settling import settled


def settled_in(text: str) -> list[tuple[str, str]]:
    sight: Sight = sight_of(text)
    return [settled(sight, event) for event in coded(sight.scene)[0]]


def test_where_frame_and_classifier_agree_the_frame_is_named() -> None:
    assert settled_in("Kenyan troops shelled the rebels on Monday.") == [("ASSAULT", "frame")]


def test_a_root_that_other_words_tell_is_left_to_them() -> None:
    roots = dict(settled_in("Ghana and Togo agreed to stop fighting after talks that Benin hosted for the two."))
    assert roots.get("AGREE", "frame") == "frame"


def test_what_has_one_side_only_is_the_frames() -> None:
    assert all(basis in ("frame", "near frame") for _, basis in settled_in("Kenya closed its border on Monday."))
