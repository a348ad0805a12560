"""What a text says around its mentions: into what it puts them, and of what kind it calls them."""

from __future__ import annotations

from sayso.language.places.gazetteer import default
from sayso.language.places.mentions import Group, groups, unmentioned


def grouped(text: str, *names: str) -> list[Group]:
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append((at, at + len(name)))
        at += len(name)
    return groups(text, spans, default())


def test_mentions_of_one_name_are_one_group() -> None:
    (group,) = grouped("Herat was calm; HERAT\u2019s market opened.", "Herat", "HERAT")
    assert group.numbers == [0, 1]


def test_what_follows_a_comma_holds_the_mention() -> None:
    (group,) = grouped("Police in Paris, Texas, said so.", "Paris")
    assert [(held.how, held.key) for held in group.containers] == [("comma", "texas")]


def test_a_mention_may_bring_its_own_comma() -> None:
    (group,) = grouped("Police in Paris, Texas said so.", "Paris, Texas")
    assert group.name == "Paris"
    assert [held.key for held in group.containers] == ["texas"]


def test_what_it_is_said_to_lie_in_holds_the_mention() -> None:
    (group,) = grouped("Shells fell on Gondar in northern Ethiopia.", "Gondar")
    assert [(held.how, held.key) for held in group.containers] == [("in", "ethiopia")]


def test_a_possessive_or_an_adjective_before_it_holds_the_mention() -> None:
    for text in ("Iraq\u2019s Anbar was calm.", "the Iraqi province of Anbar was calm."):
        (group,) = grouped(text, "Anbar")
        assert [held.how for held in group.containers] == ["before"]


def test_one_name_put_into_two_places_makes_two_groups() -> None:
    found = grouped("From Cordoba, Argentina, to Cordoba, Spain, they came.", "Cordoba", "Cordoba")
    assert [group.numbers for group in found] == [[0], [1]]


def test_a_bare_mention_joins_the_one_that_was_placed() -> None:
    (group,) = grouped("In London, Ontario, it rained. London slept.", "London", "London")
    assert group.numbers == [0, 1]


def test_a_name_that_holds_others_does_not_join_one_that_is_held() -> None:
    text = "Melbourne, Victoria, and Victoria, British Columbia, are far apart."
    assert len([group for group in grouped(text, "Melbourne", "Victoria", "Victoria") if group.name == "Victoria"]) == 2


def test_words_beside_a_mention_tell_its_kind() -> None:
    (group,) = grouped("They reached Zabul province at night.", "Zabul")
    assert group.kinds == {"province"}
    (group,) = grouped("They reached the city of Herat at night.", "Herat")
    assert group.kinds == {"city"}


def test_countries_and_great_cities_beside_the_mentions_are_found() -> None:
    text = "Springfield is small, the Chicago Tribune wrote of Illinois."
    found = unmentioned(text, [(0, 11)], default())
    assert [group.name for group in found] == ["Chicago", "Illinois"]
