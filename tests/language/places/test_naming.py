"""Names beside the table: every row of aliases.csv leads to a place of it."""

from __future__ import annotations

import pytest

from sayso.language.places.gazetteer import Gazetteer, default
from sayso.language.places.naming import aliases


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return default()


def test_every_alias_leads_to_a_place(gazetteer: Gazetteer) -> None:
    lost = [alias for held in aliases().values() for alias in held if gazetteer._placed(alias) is None]
    assert not lost


def test_states_are_known_by_their_people() -> None:
    assert {alias.country for alias in aliases()["kenyans"]} == {"KEN"}


def test_people_of_a_province_need_no_row_for_the_plural() -> None:
    assert [alias.name for alias in aliases()["texans"]] == ["Texas"]


def test_nations_of_a_union_are_provinces_not_the_state() -> None:
    assert {alias.kind for alias in aliases()["scottish"]} == {"province"}
