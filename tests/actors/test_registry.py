"""The registry that the package ships: every row valid, every state there, names found, control bounded in time."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from itertools import chain

import pytest

from sayso.actors import Actor, registry, resolve, side_of
from sayso.actors.bodies import body_of
from sayso.actors.index import shipped
from sayso.actors.offices import post_of
from sayso.actors.states import names_in_languages
from sayso.schema.data import read_data
from tests.actors.days import day

STATES = [code for code in read_data("sayso.schema", "countries.toml") if code != "none"]


def test_every_row_of_the_data_files_is_valid() -> None:
    assert len(shipped()) > 300


def test_every_state_has_its_government() -> None:
    for code in STATES:
        assert f"{code.lower()}-gov" in registry()
        assert code.lower() in registry()


def test_every_row_tells_how_it_is_known() -> None:
    assert [actor.id for actor in registry() if not actor.source] == []


def is_known(actor_id: str) -> bool:
    """Is an id an actor's, or a body of a state or of another actor, as the patterns make it?"""
    return actor_id in registry() or side_of(actor_id) != actor_id


def test_parents_and_offices_lead_to_actors() -> None:
    assert [(actor.id, actor.parent) for actor in registry() if actor.parent and not is_known(actor.parent)] == []
    assert [(actor.id, office.of) for actor in registry() for office in actor.roles if not is_known(office.of)] == []


def test_authorities_are_actors_of_the_state_that_they_govern() -> None:
    for row in read_data("sayso.actors", "authorities.toml")["authority"]:
        actor = registry().get(row["actor"])
        assert actor is not None, row
        assert actor.country == row["country"]


def test_words_of_collectives_have_one_sector_and_stand_in_the_list() -> None:
    table = read_data("sayso.actors", "mentions.toml")
    nouns = [noun for nouns in table["collective_sectors"].values() for noun in nouns]
    assert [noun for noun, count in Counter(nouns).items() if count > 1] == []
    assert set(nouns) <= set(table["collectives"])
    assert set(table["unnamed_members"]) | set(table["loaded_members"]) <= set(table["members"])
    assert set(table["collective_sectors"]) <= set(read_data("sayso.actors", "vocabulary.toml")["sectors"])


def test_places_that_are_no_seats_first_are_seats() -> None:
    seats = {seat.name for actor in registry() for seat in actor.seats}
    assert set(read_data("sayso.actors", "mentions.toml")["places_first"]) <= seats


def test_an_alias_that_is_ambiguous_is_one_of_the_names() -> None:
    def names(actor: Actor) -> set[str]:
        others = [
            [one.name for one in actor.loaded],
            [one.name for one in actor.seats],
            [one.name for one in actor.names],
        ]
        return {actor.name, *actor.aliases, *chain(*others)}

    assert [
        (actor.id, set(actor.ambiguous) - names(actor)) for actor in registry() if set(actor.ambiguous) - names(actor)
    ] == []


def test_no_two_rows_of_one_file_share_an_id() -> None:

    for file in files("sayso.actors").joinpath("registry").iterdir():
        rows = tomllib.loads(file.read_text("utf-8")).get("actor", [])
        assert [one for one, count in Counter(row["id"] for row in rows).items() if count > 1] == [], file.name


@pytest.mark.parametrize(
    ("called", "code"),
    [("Пакистан", "pak"), ("पाकिस्तान", "pak"), ("巴基斯坦", "pak"), ("Deutschland", "deu"), ("Estados Unidos", "usa")],
)
def test_states_are_known_in_other_languages(called: str, code: str) -> None:
    found = resolve(called)
    assert found is not None
    assert found.actor_id == code


def test_every_state_has_names_in_other_languages() -> None:
    assert {code for code in STATES if len(names_in_languages().get(code, ())) < 5} == set()


def test_a_pattern_names_every_body_once() -> None:
    names = [name for row in read_data("sayso.actors", "registry/patterns.toml")["body"] for name in row["names"]]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [name for name in names if body_of(name) is None] == []


def test_every_word_for_an_office_leads_to_it() -> None:
    for row in read_data("sayso.actors", "roles.toml")["office"]:
        assert post_of(row["role"]) is not None
        assert [word for word in row["words"] if post_of(word) is None] == []


@pytest.mark.parametrize(
    ("country", "on", "actor"),
    [
        ("AFG", "2021-08-14", "afg-gov"),
        ("AFG", "2021-08-15", "afg-taliban-gov"),
        ("SYR", "2024-12-09", "syr-transitional-gov"),
        ("YEM", "2020-01-01", "yem-igov"),
        ("PER", "2020-01-01", "per-gov"),
    ],
)
def test_who_governs_depends_on_the_day(country: str, on: str, actor: str) -> None:
    found = registry().authority(country, day(on))
    assert found is not None
    assert found.id == actor


def test_a_ledgers_own_actor_replaces_the_one_of_its_id_and_is_found_before_others() -> None:
    own = (Actor("per-army", "Army of the Andes", "military", "PER"), Actor("andes", "Lima", "company"))
    mine = registry(own)
    army = mine.get("per-army")
    assert army is not None
    assert army.name == "Army of the Andes"
    found = resolve("Lima", among=mine)
    assert found is not None
    assert found.actor_id == "andes"


def test_a_ledgers_own_state_has_bodies_by_pattern_too() -> None:
    mine = registry((Actor("tva", "Tarva", "state", "TVA", aliases=("Tarvan",)),))
    found = resolve("the Tarvan army", among=mine)
    assert found is not None
    assert (found.actor_id, found.country, found.sector) == ("tva-army", "TVA", "MIL")
    assert side_of("tva-army", mine) == "tva"
