"""Speech acts: cue first, then content."""

from __future__ import annotations

import re

import pytest

from sayso.extract.statements import group_of
from sayso.extract.statements.acts import act_of, patterns, turns
from sayso.extract.statements.cues import entries
from tests.extract.statements.reading import ruled


@pytest.mark.parametrize(("act", "pattern", "example"), patterns())
def test_each_pattern_finds_its_example(act: str, pattern: re.Pattern[str], example: str) -> None:
    assert pattern.search(example.lower())
    assert act_of(None, example) == act


@pytest.mark.parametrize(("act", "example"), [(to, example) for table in turns().values() for _, to, example in table])
def test_each_turn_turns_its_example(act: str, example: str) -> None:
    assert act in [row.found.act for row in ruled(example)]


def test_every_act_is_in_the_schema() -> None:
    shown = {cue.act for cue in entries()} | {act for act, _, _ in patterns()}
    assert all(group_of(act) for act in shown)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy said the gate was shut.", "claim"),
        ("The envoy rejected the offer.", "refusal"),
        ("The envoy rejected the allegation.", "denial"),
        ("The envoy did not say whether the gate would open.", "no_comment"),
        ("The envoy declined to say who had fired.", "no_comment"),
        ("The general vowed to avenge the dead.", "threat"),
        ("“Will the gate open?” the envoy asked.", "question"),
        ("The envoy asked the council to send observers.", "appeal"),
        ("The envoy said: “They must leave the ridge.”", "demand"),
    ],
)
def test_acts(text: str, act: str) -> None:
    assert [row.found.act for row in ruled(text)] == [act]
