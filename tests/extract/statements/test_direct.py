"""Direct quotations."""

from __future__ import annotations

import pytest

from tests.extract.statements.reading import only_ruled, ruled


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“The gate is shut,” Hale said.", "Hale", "said"),
        ("“The gate is shut,” said Hale.", "Hale", "said"),
        ("Hale said: “The gate is shut.”", "Hale", "said"),
        ("Hale said, “The gate is shut.”", "Hale", "said"),
        ("“Is the gate shut?” Hale asked.", "Hale", "asked"),
        ("H.E. Ana Hale stated: “The gate is shut.”", "H.E. Ana Hale", "stated"),
    ],
)
def test_before_and_after_the_cue(text: str, source: str, cue: str) -> None:
    row = only_ruled(text)
    assert (row.source, row.cue, row.found.form) == (source, cue, "direct")


def test_split_around_the_cue() -> None:
    assert only_ruled("“The gate,” Hale said, “is shut.”").content == ("“The gate,”", "“is shut.”")


def test_what_goes_on_after_the_cue_is_the_same_statement() -> None:
    assert len(only_ruled("“The gate is shut,” Hale said. “The road is wet.”").content) == 2


def test_what_goes_on_with_another_act_is_another_statement() -> None:
    found = ruled("“The gate is shut,” Hale said. “They must open it.”")
    assert [(row.source, row.found.act) for row in found] == [("Hale", "claim"), ("Hale", "demand")]


def test_the_source_has_its_apposition() -> None:
    row = only_ruled("“The gate is shut,” said Ana Hale, a spokeswoman for the army.")
    assert row.source == "Ana Hale, a spokeswoman for the army"


def test_a_quotation_over_paragraphs_with_the_cue_before() -> None:
    row = only_ruled("Ana Hale said: “One night we waited.\n\n“Then we walked home.”")
    assert len(row.content) == 2


def test_a_quotation_over_paragraphs_with_the_cue_after() -> None:
    row = only_ruled("“One night we waited.\n\n“Then we walked home,” Ana Hale said.")
    assert row.content == ("“One night we waited.", "“Then we walked home,”")


def test_a_run_goes_on_with_the_last_speaker() -> None:
    found = ruled("“We waited for the boats,” Ana Hale said.\n\n“Later we walked all the way home.”")
    assert [(row.found.speaker, row.found.resolved_by) for row in found] == [("Ana Hale", "name"), ("Ana Hale", "run")]


def test_scare_quotes_and_nicknames_are_no_statements() -> None:
    assert ruled("Ana “Red” Hale went home to the “safe zone” on Monday.") == []


def test_signed_and_labelled_quotations() -> None:
    signed = only_ruled("“The gate will open soon for all.” - Commissioner Hale")
    assert (signed.source, signed.cue) == ("Commissioner Hale", None)
    assert only_ruled("And from Chairwoman Hale: “The gate will open soon.”").source == "Chairwoman Hale"


def test_a_title_in_marks_is_no_quotation() -> None:
    row = only_ruled("On the programme “Morning Hour,” Hale said the gate was shut.")
    assert row.content == ("the gate was shut",)


def test_a_sentence_that_ends_in_marks_is_content_from_its_beginning() -> None:
    row = only_ruled("The list was “false from top to bottom,” Hale said.")
    assert (row.content, row.found.form) == (("The list was “false from top to bottom,”",), "mixed")
