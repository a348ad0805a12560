"""How likely a row is right: every share is of something that the rules tell."""

from __future__ import annotations

from sayso.extract.commitments.confidence import LEAST, confidence_of
from sayso.extract.commitments.lexicon import entries
from sayso.schema.data import read_data

SHARES = read_data("sayso.extract.commitments", "confidence.toml")


def test_every_entry_has_its_share_and_every_share_its_rule() -> None:
    assert set(SHARES["basis"]) == {entry.id for entry in entries()} | {"text", "conduct"}


def test_acts_are_those_of_the_schema() -> None:
    assert set(SHARES["act"]) <= set(read_data("sayso.schema", "speech_acts.toml"))


def test_conduct_that_a_judgement_tells_is_no_row_without_a_condition() -> None:
    plain, hung = (
        confidence_of("conduct", own="passive", act="assessment", due=False, condition=condition, known=True)
        for condition in (False, True)
    )
    assert plain < LEAST <= hung


def test_what_nobody_is_named_to_promise_is_less_sure() -> None:
    known, unknown = (confidence_of("demand", due=False, condition=False, known=known) for known in (True, False))
    assert unknown < known
