"""The encoder's names of places and buildings are the mentions."""

from __future__ import annotations

from sayso.language import annotated
from sayso.language.places import place_mentions

TEXT = (
    "Police in Nairobi said that Kenyan troops crossed into Somalia near Lake Turkana on Monday, Wanjiru Otieno wrote."
)


def test_places_are_mentions_people_and_days_are_not() -> None:
    found = [TEXT[start:end] for start, end in place_mentions(annotated(TEXT))]
    assert {"Nairobi", "Somalia"} <= set(found)
    assert not {"Monday", "Wanjiru Otieno", "Kenyan"} & set(found)


def test_they_stand_in_order() -> None:
    found = place_mentions(annotated(TEXT))
    assert found == sorted(found)
