"""Every row of the rules, by its own example."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.language.times import times
from sayso.language.times.readers import READERS
from sayso.language.times.rules import Rule, RuleError, _read, rules

WEDNESDAY = date(2025, 10, 15)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.id))
def test_a_rule_reads_its_example(rule: Rule) -> None:
    found = times(rule.example, WEDNESDAY, narrative=rule.narrative)
    assert "; ".join(each.value for each in found) == rule.value
    assert rule.id in {each.rule for each in found}


def test_every_rule_has_a_reader_and_every_reader_a_rule() -> None:
    assert {rule.how for rule in rules()} == set(READERS)


def test_a_rule_without_a_pattern_is_told_by_name() -> None:
    with pytest.raises(RuleError, match="rule lost"):
        _read({"id": "lost"})


def test_a_rule_whose_pattern_does_not_compile_is_told_by_name() -> None:
    row: dict[str, object] = {
        "id": "torn",
        "how": "near",
        "needs": ["near"],
        "pattern": "(",
        "example": "",
        "value": "",
    }
    with pytest.raises(RuleError, match="rule torn"):
        _read(row)
