"""Indirect and mixed statements."""

from __future__ import annotations

import pytest

from tests.extract.statements.reading import only_ruled, ruled


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Hale said that the gate was shut.", "Hale", ("that the gate was shut",)),
        ("Hale said on Monday that the gate was shut.", "Hale", ("that the gate was shut",)),
        ("The gate was shut, Hale said.", "Hale", ("The gate was shut",)),
        ("The gate was shut, said Ana Hale, a clerk.", "Ana Hale, a clerk", ("The gate was shut",)),
        ("These raids, they say, have killed nine.", "they", ("These raids", "have killed nine")),
        ("According to Ana Hale, the gate was shut.", "Ana Hale", ("the gate was shut",)),
        ("The gate was shut, according to the army.", "the army", ("The gate was shut,",)),
        ("Hale called the deal “a floor”.", "Hale", ("the deal “a floor”",)),
        ("Hale denied any shelling.", "Hale", ("any shelling",)),
        ("Ravia accused Tarva of theft.", "Ravia", ("Tarva of theft",)),
        ("The council urged both sides to stop.", "The council", ("both sides to stop",)),
        ("The council called on both sides to stop.", "The council", ("both sides to stop",)),
        ("Hale, who lost a son, said the gate was shut.", "Hale, who lost a son,", ("the gate was shut",)),
        ("The army told reporters the gate was shut.", "The army", ("the gate was shut",)),
        ("A poll by the institute showed that few agreed.", "A poll by the institute", ("that few agreed",)),
    ],
)
def test_source_and_content(text: str, source: str, content: tuple[str, ...]) -> None:
    row = only_ruled(text)
    assert (row.source, row.content) == (source, content)


def test_a_press_release() -> None:
    found = ruled("The Ministry condemns the raid and demands an inquiry.")
    assert [(row.source, row.cue, row.content) for row in found] == [
        ("The Ministry", "condemns", ("the raid",)),
        ("The Ministry", "demands", ("an inquiry",)),
    ]


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    found = ruled("Hale said she was sad, adding that the gate was shut.")
    assert [(row.source, row.cue) for row in found] == [("Hale", "said"), ("Hale", "adding")]


def test_a_statement_inside_a_statement() -> None:
    outer, inner = ruled("Hale said Ravia had pledged to open the gate.")
    assert (inner.source, inner.content, inner.found.nested_in) == ("Ravia", ("to open the gate",), 0)
    assert outer.found.nested_in is None


@pytest.mark.parametrize(
    "text",
    [
        "If Hale says the gate is shut, nobody will come.",
        "Hale would say the gate is shut.",
        "The United States is large.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert ruled(text) == []


def test_silence() -> None:
    row = only_ruled("The office did not return calls.")
    assert (row.found.act, row.found.negated, row.content) == ("no_comment", True, ("did not return calls",))


def test_what_was_expressly_not_said() -> None:
    row = only_ruled("Hale did not say whether the gate would open.")
    assert (row.cue, row.found.act, row.found.negated) == ("did not say", "no_comment", True)


def test_reportedly_has_no_source() -> None:
    row = only_ruled("The guards reportedly shut the gate.")
    assert (row.source, row.found.speaker) == (None, None)


def test_a_noun_with_its_owner() -> None:
    row = only_ruled("The army’s claim that the bridge was mined drew laughter.")
    assert (row.source, row.cue) == ("The army’s", "claim")
