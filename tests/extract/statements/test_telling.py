"""Statements told in passing: in a noun, or by a verb inside what somebody says."""

from __future__ import annotations

import pytest

from sayso.extract.statements.cues import entries
from sayso.extract.statements.telling_words import listed
from sayso.schema.data import read_data
from tests.extract.statements.reading import Row, rows


def nested(text: str) -> Row:
    """The one statement inside a statement."""
    found = [row for row in rows(text) if row.found.nested_in is not None]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The ministry dismissed the Kenyan claim that troops had crossed the line.",
            "Kenyan",
            "claim",
            "that troops had crossed the line",
        ),
        (
            "The envoy denied reports on Facebook that the convoy had turned back.",
            "reports on Facebook",
            "reports",
            "that the convoy had turned back",
        ),
        (
            "The bank denied a report in the Herald that its vaults were empty.",
            "a report in the Herald",
            "report",
            "that its vaults were empty",
        ),
        (
            "He described as false a report by the Observatory that nine people had died.",
            "the Observatory",
            "report",
            "that nine people had died",
        ),
        (
            "The council rejects the allegation, raised by the union in a letter, that it sold the mill.",
            "the union",
            "allegation",
            "that it sold the mill",
        ),
        (
            "The union rejects the accusation, made on the radio by Mayor Ana Rovik, that its men burned the mill.",
            "Mayor Ana Rovik",
            "accusation",
            "that its men burned the mill",
        ),
        (
            "The spokesman said accusations by Tarva of torturing prisoners were false.",
            "Tarva",
            "accusations",
            "torturing prisoners",
        ),
        (
            "There is no truth in claims from the opposition that ballots were burned, the commission said.",
            "the opposition",
            "claims",
            "that ballots were burned",
        ),
        (
            "The government denied Ravian media reports that its envoy had been expelled.",
            "Ravian media",
            "reports",
            "that its envoy had been expelled",
        ),
        (
            "The minister accused Ravia of breaking its promise to withdraw its guns.",
            "its",
            "promise",
            "to withdraw its guns",
        ),
    ],
)
def test_a_noun_tells_inside_a_statement(text: str, source: str, cue: str, content: str) -> None:
    row = nested(text)
    assert (row.source, row.cue, row.content) == (source, cue, (content,))


def test_what_is_denied_needs_nobody_named() -> None:
    row = nested("Officials rejected suggestions that the truce had failed.")
    assert (row.source, row.cue, row.content) == (None, "suggestions", ("that the truce had failed",))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said Ravia’s threat to close the dam was a bluff.", "threat"),
        ("The minister said the government would honour its pledge to free the prisoners.", "assurance"),
        ("The rebels said a demand from the army that they leave the town was an insult.", "demand"),
        ("The ministry rejects the allegation by the rebels that its men shelled the mill.", "accusation"),
    ],
)
def test_the_act_is_the_nouns(text: str, act: str) -> None:
    assert nested(text).found.act == act


@pytest.mark.parametrize(
    "text",
    [
        "Zubrowka’s claim to the temple is old, the minister said.",
        "The claim that the army made was false, Hale said.",
        "Hale denied any suggestion that the mill was sold.",
        "The envoy rejected that account.",
        "The army dismissed the mayor’s account of the clash.",
        "The minister rejected what he called an ultimatum.",
        "Hale said the clerk was in charge of mending the mill.",
    ],
)
def test_nobodys_words_are_told(text: str) -> None:
    assert [row for row in rows(text) if row.found.nested_in is not None] == []


def test_an_article_is_nobody() -> None:
    assert rows("The claim that generic drugs are worse is common.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Hale said the rebels threatened to shell the town.", "the rebels", "to shell the town"),
        (
            "She added that Ravia had promised the union, in a letter, to mend the dam.",
            "Ravia",
            "to mend the dam",
        ),
        ("The general dismissed what Zubrowka called an invasion.", "Zubrowka", "an invasion"),
    ],
)
def test_a_verb_tells_inside_a_statement(text: str, source: str, content: str) -> None:
    row = nested(text)
    assert (row.source, row.content) == (source, (content,))


def test_what_is_denied_stands_in_the_paragraph_of_the_denial() -> None:
    found = rows("“They shelled the mill at dawn,” Hale said.\n\nThe army rejected that account.")
    assert found[-1].content == ("that account",)


def test_a_judgement_may_deny() -> None:
    assert rows("A spokesman called it baseless.")[0].found.act == "denial"


def test_every_noun_that_tells_is_a_cue_that_takes_what_follows() -> None:
    nouns = {cue.key.removeprefix("noun."): cue for cue in entries() if cue.kind == "noun"}
    for name in ("that", "to", "of"):
        assert [noun for noun in sorted(listed("noun", name)) if name not in nouns[noun].takes] == []
    told = listed("noun", "that") | listed("noun", "to") | listed("noun", "of")
    assert listed("noun", "bare") <= told
    assert listed("word", "of_agent") <= told


def test_every_verb_of_naming_is_a_cue() -> None:
    verbs = {cue.key.removeprefix("verb.") for cue in entries() if cue.kind == "verb"}
    assert listed("word", "naming") <= verbs


def test_no_word_stands_twice_in_a_list() -> None:
    for table in read_data("sayso.extract.statements", "telling.toml").values():
        for text in table.values():
            assert len(text.split()) == len(set(text.split()))
