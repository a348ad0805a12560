"""One statement is one speech act."""

from __future__ import annotations

from tests.extract.statements.reading import only_ruled, ruled


def test_sentences_of_different_acts_are_parted_inside_a_quotation() -> None:
    found = ruled("“They burned our mill. They must pay for it,” Ana Hale said.")
    assert [(row.content, row.found.act) for row in found] == [
        (("They burned our mill.",), "accusation"),
        (("They must pay for it,",), "demand"),
    ]


def test_a_part_has_neither_mark() -> None:
    found = ruled("Ana Hale said: “They burned our mill. They must pay for it.”")
    assert all("“" not in part and "”" not in part for row in found for part in row.content)


def test_sentences_of_one_act_stay_together_with_their_marks() -> None:
    assert only_ruled("“The road is wet. The mill is shut,” Ana Hale said.").content == (
        "“The road is wet. The mill is shut,”",
    )


def test_a_transcript_is_parted_sentence_by_sentence() -> None:
    text = "MODERATOR: Is the mill shut?\nMR ROVIK: The mill is shut. The road is wet."
    assert [row.content for row in ruled(text)] == [
        ("Is the mill shut?",),
        ("The mill is shut.",),
        ("The road is wet.",),
    ]


def test_a_sentence_that_its_cue_interrupts_stays_one() -> None:
    assert only_ruled("“We will rebuild,” Ana Hale said, “and you must help.”").content == (
        "“We will rebuild,”",
        "“and you must help.”",
    )
