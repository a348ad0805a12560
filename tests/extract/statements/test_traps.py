"""What looks like a statement and is none; what does not and is one."""

from __future__ import annotations

import pytest

from tests.extract.statements.reading import only, only_ruled, rows, ruled


@pytest.mark.parametrize(
    "text",
    [
        "If the mayor says he wants the mill, he will lose it.",
        pytest.param(
            "The strike says a lot about the mood at the mill.",
            marks=pytest.mark.xfail(reason="the encoder takes the strike for a speaker", strict=True),
        ),
        "The film says more than any sermon.",
        "Neither side rejected the plan.",
        "Nobody said that the mill was shut.",
        "It rained, as my grandmother used to say.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert rows(text) == []


def test_a_person_told_to_do_something_does_not_speak() -> None:
    assert only("Hale said the clerk, told to rest by doctors, would stay home.").source == "Hale"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry on Wednesday said the mill was shut.", "The ministry", "the mill was shut"),
        ("The mill was shut, drivers and a mill official said.", "drivers and a mill official", "The mill was shut"),
        ("The claim was rejected by Ravia.", "Ravia", "The claim"),
        ("Reports that the mill had burned were denied by the army.", "the army", "that the mill had burned"),
        ("According to a memo seen by the clerk, the mill was shut.", "a memo seen by the clerk", "the mill was shut"),
        ("“The mill never sleeps!” says Ana “The Broom” Hale.", "Ana “The Broom” Hale", "“The mill never sleeps!”"),
        ("“The mill is wet,” Ana Hale likes to say.", "Ana Hale", "“The mill is wet,”"),
    ],
)
def test_one_is_said(text: str, source: str, content: str) -> None:
    row = rows(text)[0]
    assert (row.source, *row.content) == (source, content)


def test_a_sentence_may_lead_up_to_a_quotation_with_no_cue() -> None:
    row = only("Her aide, Ivo Rovik, went further: “The mill is old and the road to it is wet.”")
    assert row.found.speaker == "Ivo Rovik"


def test_what_a_trailing_cue_did_not_say_is_negated() -> None:
    row = only_ruled("Asked whether it would close the mill, the ministry did not say.")
    assert (row.found.act, row.found.negated) == ("no_comment", True)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("No one was hurt, Hale said.", "claim"),
        ("Nobody mends a mill on a hilltop, Hale said.", "claim"),
        ("The key lies on the ridge, Hale said.", "claim"),
        ("Hale said they were spreading lies.", "denial"),
        ("Hale said it had recalled the envoy.", "announcement"),
        ("Hale said they would kill the hostages.", "threat"),
        ("“We will not be bullied,” Hale said.", "refusal"),
        ("Hale expressed readiness to mend the mill.", "offer"),
        ("Hale described the memo as a forgery.", "denial"),
    ],
)
def test_acts_by_content(text: str, act: str) -> None:
    assert ruled(text)[0].found.act == act


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Hale gave them a week. He told workers that it was late.", "Hale"),
        ("Captain Ivo Rovik said it rained. Mill spokesperson Ana Hale spoke. She said it did not.", "Ana Hale"),
        ("Tarva has never liked the mill; it calls the mill a ruin.", "Tarva"),
    ],
)
def test_whom_a_pronoun_means(text: str, speaker: str) -> None:
    assert rows(text)[-1].found.speaker == speaker


def test_what_a_conjunction_adds_behind_he_said_is_a_statement_of_its_own() -> None:
    found = ruled("One clerk was hurt, Hale said, and the mill had burned.")
    assert [row.content for row in found] == [("One clerk was hurt",), ("the mill had burned",)]
