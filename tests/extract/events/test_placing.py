"""Where an event is told to have happened."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import only, the, told


def test_a_place_is_led_to_the_gazetteer() -> None:
    place = only("Protesters marched in Lima on Friday.").found.place
    assert place is not None
    assert (place.name, place.country) == ("Lima", "PER")
    assert place.lat is not None
    assert abs(place.lat + 12) < 1


def test_a_place_that_no_gazetteer_knows_keeps_its_name() -> None:
    place = only("Rebels ambushed a patrol near Olmarovik, killing four soldiers.").found.place
    assert place is not None
    assert (place.name, place.country, place.lat, place.precision) == ("Olmarovik", None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels had killed a guard, the mayor said in Quito on Wednesday.",
        "The Ugandan foreign minister, Ana Roth, told reporters in Nairobi that Kenyan troops had shelled the village.",
    ],
)
def test_where_it_was_said_is_not_where_it_happened(text: str) -> None:
    assert only(text).place is None


def test_where_an_event_has_no_place_none_is_made_up() -> None:
    assert only("Kenyan soldiers shelled the village on Monday.").place is None


def test_each_event_of_a_text_has_its_own_place() -> None:
    found = told("Gunmen killed a judge in Quito on Monday. On Tuesday, police arrested two men in Lima.")
    assert [event.place for event in found] == ["Quito", "Lima"]


def test_a_place_serves_what_is_told_of_the_same_day_after_it() -> None:
    found = told("Gunmen killed a judge in Quito on Monday. A soldier was killed on Monday.")
    assert [event.place for event in found] == ["Quito", "Quito"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Rebels attacked Kampala on Monday.",
            marks=pytest.mark.xfail(strict=True, reason="the capital is read as a person"),
        ),
        "Ana Roth, the Kenyan foreign minister, visited Kampala on Tuesday.",
    ],
)
def test_a_city_that_is_attacked_or_visited_is_where_it_happened(text: str) -> None:
    assert only(text).place == "Kampala"


def test_a_place_does_not_serve_another_day() -> None:
    found = told("Gunmen killed a judge in Quito on Monday. A soldier was killed on Tuesday.")
    assert [event.place for event in found] == ["Quito", None]


def test_a_ground_without_a_name_has_a_place_of_its_own() -> None:
    found = told("Gunmen killed a judge in Quito on Monday. A soldier was killed on a ridge on Monday.")
    assert [event.place for event in found] == ["Quito", None]


def test_a_ground_that_each_side_names_is_one_place() -> None:
    text = (
        "Peru calls the ridge Monte Alto; Ecuador calls it Pico Negro. "
        "Peruvian troops attacked an Ecuadorean post on the ridge on Monday."
    )
    assert the("ASSAULT", text).place == "Monte Alto / Pico Negro"


def test_talks_that_open_a_report_took_place_at_its_dateline() -> None:
    event = only("GENEVA, May 14 (Rotha News) — Indian and Pakistani officials met on Wednesday.")
    assert event.place == "Geneva"


def test_violence_did_not_take_place_at_the_dateline() -> None:
    assert only("GENEVA, May 14 (Rotha News) — Gunmen attacked the village on Wednesday.").place is None


def test_a_dateline_serves_the_opening_alone() -> None:
    text = "GENEVA, May 14 — It rained on Wednesday. Indian and Pakistani officials met on Wednesday."
    assert only(text).place is None


def test_a_noun_for_the_same_fight_tells_where() -> None:
    assert only("Three soldiers were killed in Tuesday's fight at the Olmar bridge.").place == "Olmar bridge"


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Ecuador and Peru resumed.",
        "Fighting broke out on Monday between Ecuador and Peru.",
        "Moscow and Kyiv exchanged prisoners on Friday.",
        "Islamabad expelled two Indian diplomats on Monday.",
    ],
)
def test_who_takes_part_is_no_place(text: str) -> None:
    assert only(text).place is None


@pytest.mark.xfail(strict=True, reason="the place of the clause around a relative clause is taken")
def test_where_the_dead_were_buried_is_not_where_they_were_killed() -> None:
    event = the("ASSAULT", "Two Kenyan soldiers, who were killed on Monday, were buried in Nairobi.")
    assert event.place is None
