"""The verdict on a claim by rule, and the rule in words: never that a claim is true or false."""

from __future__ import annotations

from sayso.reconcile.origins import Origin
from sayso.reconcile.verdicts import verdict_of
from sayso.schema.data import read_data

ARMY = Origin("o-1", "utterance", "per-army", "PER", third=False)
MINISTRY = Origin("o-2", "utterance", "per-mod", "PER", third=False)
ENVOY = Origin("o-3", "utterance", "chl-mfa", "CHL", third=False)
MONITORS = Origin("o-4", "utterance", "int-osce", "", third=True)


def test_one_report_of_one_origin_stands_alone() -> None:
    assert verdict_of([ARMY], reports=1).name == "single-origin"


def test_reports_of_one_origin_repeat_it() -> None:
    assert verdict_of([ARMY], reports=4).name == "repeated"


def test_two_bodies_of_one_side_repeat_each_other() -> None:
    assert verdict_of([ARMY, MINISTRY], reports=2).name == "repeated"


def test_origins_of_two_sides_corroborate() -> None:
    assert verdict_of([ARMY, ENVOY], reports=2).name == "corroborated"


def test_one_of_no_side_corroborates_a_party() -> None:
    assert verdict_of([ARMY, MONITORS], reports=2).name == "corroborated"


def test_a_denial_contests_whatever_corroborates() -> None:
    found = verdict_of([ARMY, ENVOY], reports=2, denied=["s-2", "s-1"])
    assert found.name == "contested"
    assert found.rule.endswith("denied in s-1; denied in s-2")


def test_what_cannot_also_be_so_contests() -> None:
    found = verdict_of([ARMY], reports=1, countered=["c-9"])
    assert found.name == "contested"
    assert "against c-9" in found.rule


def test_an_acknowledgement_goes_before_a_denial() -> None:
    assert verdict_of([ENVOY], reports=1, denied=["s-1"], acknowledged=["s-2"]).name == "acknowledged"


def test_no_rule_calls_a_claim_true_or_false() -> None:
    rules = read_data("sayso.reconcile", "verdicts.toml")["rules"].values()
    assert not any(word in rule.split() for rule in rules for word in ("true", "false"))
