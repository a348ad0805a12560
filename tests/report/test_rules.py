"""What made a row, by the fields that tell it."""

from __future__ import annotations

import pytest

from sayso.report.rules import rule_of
from sayso.schema import tables
from sayso.schema.data import read_data

RULES = read_data("sayso.report", "rules.toml")


@pytest.mark.parametrize("table", RULES)
def test_every_field_that_tells_a_rule_is_one_of_the_contract(table: str) -> None:
    fields = {field.name: field for field in tables()[table].fields}
    for path in RULES[table]:
        name, _, inner = path.partition(".")
        assert name in fields
        assert not inner or f"{inner}:" in fields[name].shape


@pytest.mark.parametrize("table", RULES)
def test_a_row_that_tells_nothing_has_no_rule(table: str) -> None:
    assert rule_of(table, {field.name: None for field in tables()[table].fields}) == ()


def test_values_inside_a_list_are_told_once_each() -> None:
    parties = [{"resolved_by": "name", "actor_by": None}, {"resolved_by": "pronoun", "actor_by": None}] * 2
    row = {field.name: None for field in tables()["events"].fields} | {"actors": parties}
    assert rule_of("events", row) == (("who did it, found by", "name"), ("who did it, found by", "pronoun"))


def test_numbers_are_told_with_two_places() -> None:
    row = {field.name: None for field in tables()["articles"].fields} | {"copy_share": 0.5}
    assert rule_of("articles", row) == (("share of words copied", "0.50"),)
