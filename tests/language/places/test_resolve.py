"""Each mention gets the place that its name and its document speak for, with precision, reasons and rivals."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.places import Gazetteer, Resolved, resolve
from sayso.language.places.beliefs import ROUNDS, weights
from sayso.language.places.features import FEATURES
from sayso.schema.data import read_data


def spans(text: str, *names: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for name in names:
        at = text.index(name, at)
        out.append((at, at + len(name)))
        at += len(name)
    return out


def resolved(text: str, *names: str, hint: str | None = None) -> list[Resolved | None]:
    return resolve(text, spans(text, *names), hint)


def countries(text: str, *names: str, hint: str | None = None) -> list[str | None]:
    return [place.country if place else None for place in resolved(text, *names, hint=hint)]


def one(text: str, name: str, hint: str | None = None) -> Resolved:
    (place,) = resolved(text, name, hint=hint)
    assert place is not None
    return place


def test_without_a_context_the_great_city_is_meant() -> None:
    assert one("Clashes in Paris went on.", "Paris").country == "FRA"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Clashes in Paris, Texas, went on.", "Paris", "USA"),
        ("The mayor of London, Ontario, resigned.", "London", "CAN"),
        ("Hyderabad, Sindh, was flooded.", "Hyderabad", "PAK"),
        ("Floods in Hyderabad, in Pakistan, went on.", "Hyderabad", "PAK"),
        ("Lebanon\u2019s Tripoli was calm.", "Tripoli", "LBN"),
        ("The Libyan city of Tripoli was calm.", "Tripoli", "LBY"),
    ],
)
def test_what_the_text_says_outright_wins(text: str, name: str, country: str) -> None:
    assert one(text, name).country == country


def test_it_wins_in_a_document_about_another_country() -> None:
    text = "From Lyon, Marseille and Toulouse in France they flew to Paris, Texas."
    assert countries(text, "Lyon", "Marseille", "Toulouse", "France", "Paris") == [*["FRA"] * 4, "USA"]


def test_one_name_may_be_two_places() -> None:
    text = "From Cordoba, Argentina, to Cordoba, Spain, they came."
    assert countries(text, "Cordoba", "Argentina", "Cordoba", "Spain") == ["ARG", "ARG", "ESP", "ESP"]


def test_other_names_of_the_document_decide() -> None:
    assert countries("Beirut, Sidon and Tripoli voted.", "Beirut", "Sidon", "Tripoli") == ["LBN"] * 3
    assert countries("Benghazi, Misrata and Tripoli voted.", "Benghazi", "Misrata", "Tripoli") == ["LBY"] * 3


def test_what_lies_near_is_meant() -> None:
    places = resolved("Dayton, Columbus and Springfield in Ohio voted.", "Dayton", "Columbus", "Springfield")
    assert all(place and 39 < place.lat < 41 and -85 < place.lon < -82 for place in places)


def test_the_country_of_the_source_is_a_hint() -> None:
    text = "The council of Cambridge met."
    assert one(text, "Cambridge", hint="GBR").country == "GBR"
    assert one(text, "Cambridge", hint="USA").country == "USA"


@pytest.mark.parametrize(
    ("name", "precision", "kind"),
    [("Kandahar", 1, "city"), ("Laghman", 3, "province"), ("Afghanistan", 4, "country"), ("Torkham", 1, "crossing")],
)
def test_precision_is_told(name: str, precision: int, kind: str) -> None:
    place = one(f"Afghan forces, from Jalalabad, reached {name} in Afghanistan.", name)
    assert (place.precision, place.kind) == (precision, kind)


def test_a_part_of_a_country_is_no_exact_place() -> None:
    place = one("Strikes hit southern Lebanon.", "southern Lebanon")
    assert (place.country, place.precision) == ("LBN", 4)


def test_a_disputed_place_is_on_no_side() -> None:
    assert one("Strikes hit the Golan Heights.", "Golan Heights").country == "SYR+ISR"


def test_rivals_are_kept_with_their_shares() -> None:
    place = one("The council of Cambridge met.", "Cambridge")
    assert {rival.country for rival, _ in place.alternatives} & {"USA", "GBR", "CAN"}
    assert place.score + sum(share for _, share in place.alternatives) <= 1.0001


def test_reasons_are_told() -> None:
    assert "named after it" in one("Clashes in Paris, Texas, went on.", "Paris").how


def test_a_likeness_in_a_country_that_nobody_named_is_no_find() -> None:
    assert resolved("Zarvel met Peshaawar.", "Peshaawar") == [None]
    assert countries("Pakistani police left Peshaawar for Lahore.", "Peshaawar") == ["PAK"]


def test_a_name_that_nobody_knows_lies_where_the_text_puts_it() -> None:
    place = one("Shells fell on Zzarvelgrad, Nangarhar, at night.", "Zzarvelgrad")
    assert (place.name, place.country, place.precision, place.kind) == ("Zzarvelgrad", "AFG", 3, "unknown")


def test_a_name_that_nobody_knows_lies_in_the_country_the_document_is_about() -> None:
    text = "From Nairobi, Mombasa and Kisumu they went to Zzarvelgrad in the night."
    *_, place = resolved(text, "Nairobi", "Mombasa", "Kisumu", "Zzarvelgrad")
    assert place is not None
    assert (place.country, place.precision, place.kind) == ("KEN", 4, "unknown")


def test_a_name_that_nobody_knows_stays_one_where_nothing_tells() -> None:
    assert resolved("They went to Zzarvelgrad.", "Zzarvelgrad") == [None]
    assert resolved("From Oslo to Lima and Zzarvelgrad.", "Oslo", "Lima", "Zzarvelgrad")[-1] is None


def test_own_places_are_resolved(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "name,aliases,kind,country,lat,lon,precision,note,source\nZarvel Post,,base,AFG,31.1,66.2,1,,notes\n", "utf-8"
    )
    text = "Shots at Zarvel Post."
    (place,) = resolve(text, spans(text, "Zarvel Post"), gazetteer=Gazetteer(path))
    assert place is not None
    assert (place.lat, place.kind) == (31.1, "base")


def test_no_mentions_no_places() -> None:
    assert resolve("Nothing is named here.", []) == []


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=8))
def test_any_text_and_any_spans_are_borne(text: str, marks: list[tuple[int, int]]) -> None:
    mentions = [(min(start, len(text)), min(start + size, len(text))) for start, size in marks]
    found = resolve(text, mentions)
    assert len(found) == len(mentions)
    assert found == resolve(text, mentions)


def test_every_weight_is_of_a_feature_and_every_feature_is_weighed() -> None:
    told = read_data("sayso.language.places", "weights.toml")
    assert len(weights()) == len(ROUNDS)
    assert {name for row in told.values() for name in row} == set(FEATURES)


def test_thousands_of_names_take_seconds() -> None:
    from time import process_time

    from sayso.language.places.table import table

    names = [table().name(number) for number in range(60_000, 62_000)]
    text = ", said. ".join(names)
    begun = process_time()
    resolve(text, spans(text, *names))
    assert process_time() - begun < 20
