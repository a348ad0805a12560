"""Words that make a commitment, and when they make none."""

from __future__ import annotations

import pytest

from tests.extract.commitments.reading import by, read, told


@pytest.mark.parametrize(
    "text",
    [
        "Norland may agree to withdraw its troops.",
        "Norland did not promise to withdraw its troops.",
        "If Norland promises to withdraw its troops, the siege will end.",
        "The minister wants Norland to pledge to withdraw.",
        "Norland refused to sign a ceasefire.",
        "The storm threatened to flood the camp.",
        "The minister agreed to speak on condition of anonymity.",
        "The embassy offered its condolences.",
        "The minister urged Norland to show restraint.",
        "The envoy called on Norland to resume talks.",
        "The ministry demanded to know who had fired.",
        "Norland promised that it would never kneel.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert told(text) == []


def test_an_appeal_with_a_day_set_is_a_demand() -> None:
    text = "The ministry called on Norland to reopen the bridge by March 3."
    assert told(text) == [("demand", "Norland to reopen the bridge by March 3")]


def test_a_vow_to_do_harm_is_a_threat() -> None:
    assert told("The general vowed to shell the port.") == [("threat", "to shell the port")]


def test_not_to_do_harm_is_an_assurance() -> None:
    assert told("The general promised not to shell the port.") == [("assurance", "not to shell the port")]


def test_an_agreement_to_stop_fighting_is_a_ceasefire() -> None:
    text = "Norland and Sudmark agreed to stop the fighting on Friday."
    assert told(text)[0][0] == "ceasefire"


def test_a_demand_asked_of_somebody() -> None:
    [one] = read("The ministry demanded that Norland withdraw its troops.")
    assert [party.name for party in one.to] == ["Norland"]


def test_whoever_is_told_to_have_promised_is_bound() -> None:
    [one] = read("Ana Rovik said that Kenya had assured her that the gate would be opened.")
    assert (by(one), one.form) == (["Kenya"], "reported")


def test_what_was_promised_years_ago_is_history() -> None:
    assert told("In March 2019 the council signed a pact under which both sides promised to share the wells.") == []


def test_a_decree_with_what_it_says() -> None:
    text = "The president issued a decree on Monday banning the sale of grain."
    assert told(text) == [("decree", "issued a decree on Monday banning the sale of grain")]


def test_a_deadline_given() -> None:
    [one] = read("Armenia gave Azerbaijan until Friday to pull its soldiers out of the village.")
    assert (one.kind, one.due_by, [party.name for party in one.to]) == ("demand", "2026-02-27", ["Azerbaijan"])


def test_a_demand_renewed_stays_a_demand() -> None:
    assert told("Norland repeated its demand for a probe.")[0][0] == "demand"
