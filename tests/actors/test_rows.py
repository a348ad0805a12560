"""A row of the registry becomes an actor, or says what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.actors.rows import actor_of
from sayso.model.actor import Office, Seat, holds
from tests.actors.days import day

ROW: dict[str, Any] = {"id": "rovik-front", "name": "Rovik Front", "kind": "armed-group"}


def test_a_row_needs_id_name_and_kind() -> None:
    actor = actor_of(ROW, "mine.toml")
    assert (actor.id, actor.name, actor.kind, actor.aliases) == ("rovik-front", "Rovik Front", "armed-group", ())


def test_parts_of_a_row_become_nouns() -> None:
    actor = actor_of(
        {**ROW, "seats": [{"name": "Rovik", "since": "2001"}], "roles": [{"role": "head", "of": "rovik"}]}, "mine.toml"
    )
    assert actor.seats == (Seat("Rovik", "2001"),)
    assert actor.roles == (Office("head", "rovik"),)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": "Rovik Front"}, "id is 'Rovik Front'; it must be small letters"),
        ({"name": ""}, "name is ''"),
        ({"kind": "gang"}, "kind is 'gang'; it must be one of state, government"),
        ({"country": "Peru"}, "country is 'Peru'; it must be an ISO 3166-1 alpha-3 code"),
        ({"sector": "XYZ"}, "sector is 'XYZ'"),
        ({"since": "2021-13"}, "since is '2021-13'; it must be a date"),
        ({"since": "2022", "until": "2021"}, "since 2022 lies after until 2021"),
        ({"aliases": "RF"}, "aliases is 'RF'; it must be a list"),
        ({"loaded": [{"name": "Bandits", "of": "PER"}]}, "it must be a table with the keys name, by"),
        ({"roles": [{"role": "head"}]}, "of is None"),
        ({"alias": ["RF"]}, "there is no key 'alias'; there are id, name"),
    ],
)
def test_a_wrong_row_is_told_with_its_place_its_key_and_what_it_may_hold(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=r"mine\.toml: actor") as caught:
        actor_of({**ROW, **wrong}, "mine.toml")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("since", "until", "on", "held"),
    [
        ("2021", None, "2021-01-01", True),
        ("2021-08", None, "2021-07-31", False),
        (None, "2021-08", "2021-08-31", True),
        (None, "2021-08-15", "2021-08-16", False),
        ("2021-08-15", "2021-08-15", "2021-08-15", True),
    ],
)
def test_dates_are_prefixes_and_inclusive(since: str | None, until: str | None, on: str, held: bool) -> None:
    assert holds(since, until, day(on)) is held
