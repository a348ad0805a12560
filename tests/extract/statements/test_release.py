"""Press releases: the issuing body speaks with no cue."""

from __future__ import annotations

from tests.extract.statements.reading import ruled

RELEASE = (
    "MINISTRY OF TRADE OF RAVIA\nPRESS RELEASE\nOld Port, 4 May\n"
    "The Ministry condemns the seizure of the ferry.\n"
    "Nine sailors of the ferry were held overnight.\n"
    "We demand their release.\n"
    "“The sea is open,” Minister Ana Hale said.\n"
    "Issued by the press office"
)


def test_a_sentence_with_no_cue_is_the_issuer_s() -> None:
    [row] = [row for row in ruled(RELEASE) if "sailors" in row.content[0]]
    assert (row.found.speaker, row.found.resolved_by) == ("Ministry of Trade of Ravia", "label")
    assert row.cue is None
    assert row.source == "MINISTRY OF TRADE OF RAVIA"


def test_the_ministry_and_we_are_the_issuer() -> None:
    said = {row.cue: row.found.speaker for row in ruled(RELEASE) if row.cue}
    assert said["condemns"] == said["demand"] == "Ministry of Trade of Ravia"
    assert said["said"] == "Ana Hale"


def test_headings_and_signatures_are_not_said() -> None:
    told = " ".join(part for row in ruled(RELEASE) for part in row.content)
    assert "PRESS RELEASE" not in told
    assert "Issued" not in told


def test_a_joint_statement_is_of_those_named_below_it() -> None:
    text = "JOINT STATEMENT\nof the Ministers of Ravia and Tarva\nThe panel will begin its work by May."
    assert {row.found.speaker for row in ruled(text)} == {"Ministers of Ravia and Tarva"}


def test_rows_stand_in_the_order_of_the_text() -> None:
    starts = [row.found.content[0] for row in ruled(RELEASE)]
    assert starts == sorted(starts)


def test_a_report_with_a_long_first_line_is_no_release() -> None:
    assert ruled("The minister read out a statement on the ferry.\nNine sailors were held overnight.") == []


def test_a_release_without_its_headings_is_known_by_its_present() -> None:
    text = (
        "The Ministry condemns the seizure. The Ministry categorically rejects the claim. Nine sailors were held.\n"
        "The Ministry demands their release."
    )
    [row] = [row for row in ruled(text) if "Nine" in row.content[0]]
    assert (row.found.speaker, row.found.resolved_by) == ("Ministry", "label")
