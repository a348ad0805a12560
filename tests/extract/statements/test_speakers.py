"""Who is meant by a mention."""

from __future__ import annotations

import pytest

from tests.extract.statements.reading import rows


def last(text: str) -> tuple[str | None, str | None, str | None]:
    found = rows(text)[-1].found
    return found.speaker, found.speaker_kind, found.resolved_by


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Colonel Ivo Rovik said the gate was shut.", ("Ivo Rovik", "person", "name")),
        ("Ivo Rovik, deputy spokesman of the Tarvan army, said the gate was shut.", ("Ivo Rovik", "person", "name")),
        ("The governor of Tarva, Ivo Rovik, said the gate was shut.", ("Ivo Rovik", "person", "name")),
        ("Foreign Ministry spokesperson Ivo Rovik said the gate was shut.", ("Ivo Rovik", "person", "name")),
        (
            "Ana Hale left. Ivo Rovik said it rained. He added that the gate was shut.",
            ("Ivo Rovik", "person", "pronoun"),
        ),
        ("Ivo Rovik came late. He said the gate was shut.", ("Ivo Rovik", "person", "pronoun")),
        ("Ivo Rovik came late. Mr. Rovik said the gate was shut.", ("Ivo Rovik", "person", "surname")),
        ("The spokesman, Ivo Rovik, came late. The spokesman said the gate was shut.", ("Ivo Rovik", "person", "role")),
        (
            "Ravia’s Ministry of Trade said the mill was shut. It denied the raid.",
            ("Ravia’s Ministry of Trade", "government", "pronoun"),
        ),
        ("Analysts said the truce would fail.", ("Analysts", "collective", "mention")),
        ("A nurse at Tarva hospital said nine had died.", ("A nurse at Tarva hospital", "person", "mention")),
        ("Thailand said the gate was shut.", ("Thailand", "government", "name")),
        ("Ivo Rovik, who came late, said the gate was shut.", ("Ivo Rovik", "person", "name")),
    ],
)
def test_speaker(text: str, speaker: tuple[str, str, str]) -> None:
    assert last(text) == speaker


def test_two_of_one_surname_are_kept_apart_by_title() -> None:
    text = "General Ivo Rovik met Senator Ana Rovik. General Rovik said it rained. Senator Rovik said it did not rain."
    assert [row.found.speaker for row in rows(text)] == ["Ivo Rovik", "Ana Rovik"]


def test_a_relative_stands_for_what_is_before_it() -> None:
    assert last("The guards met Ivo Rovik, who said that the gate was shut.") == ("Ivo Rovik", "person", "name")


def test_nobody_before_a_pronoun() -> None:
    assert last("He said the gate was shut.") == (None, None, None)
