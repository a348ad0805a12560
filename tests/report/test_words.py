"""Phrases: each value of a vocabulary has one, each phrase is of one, and none tells how probable a thing is."""

from __future__ import annotations

import re

import pytest

from sayso.report.words import likelihood_words, phrase, plain, standings
from sayso.schema.data import read_data
from sayso.schema.plover import roots

WORDS = read_data("sayso.report", "words.toml")

VOCABULARIES = {
    "acts": set(read_data("sayso.schema", "speech_acts.toml")),
    "links": set(read_data("sayso.schema", "links.toml")),
    "roots": set(roots()),
    "realities": {"actual", "planned", "hypothetical", "negated", "historical"},
    "verdicts": {"single-origin", "repeated", "corroborated", "acknowledged", "contested"},
    "kinds": {"assurance", "demand", "offer", "agreement", "ceasefire", "decree", "threat"},
    "forms": {"spoken", "press-statement", "joint-statement", "written", "signed", "decree", "law", "reported"},
    "fulfilments": {
        "demanded", "made", "in_effect", "partly_kept", "kept", "stalled", "suspended", "breach_alleged",
        "breach_acknowledged", "breached", "refused", "withdrawn", "expired", "superseded", "no_data",
    },
    "verifications": {
        "none", "self_reported", "alleged_by_party", "acknowledged_by_counterparty", "third_party_reported",
        "independently_verified", "unable_to_verify", "disputed",
    },
    "scopes": {"whole", "part", "characterisation", "responsibility"},
    "relations": {"equal", "compatible", "update", "scope", "conflict"},
    "act_basis": {"cue", "content", "both"},
    "reasons": {"words", "speaker", "body", "copy", "credit", "occasion"},
}  # fmt: skip


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_value_of_a_vocabulary_has_its_phrase_and_no_other_has(name: str) -> None:
    assert set(WORDS[name]) == VOCABULARIES[name]


def test_every_section_of_phrases_is_known() -> None:
    assert set(WORDS) == {*VOCABULARIES, "slots", "standings"}


def test_every_state_stands_under_one_heading() -> None:
    placed = [state for states in standings().values() for state in states]
    assert sorted(placed) == sorted(VOCABULARIES["fulfilments"])


def test_no_phrase_tells_how_probable_a_thing_is_or_calls_it_true() -> None:
    phrases = [words for name, entries in WORDS.items() if name != "standings" for words in entries.values()]
    phrases += list(standings())
    for words in phrases:
        assert not likelihood_words(words), words
        assert not re.search(r"\b(true|false|really|actually|lies?|lied|in fact)\b", words), words


def test_a_promise_is_called_broken_only_as_told() -> None:
    assert all("as " in heading for heading in standings() if "Broken" in heading or "Kept" in heading)


def test_a_verb_of_speaking_does_not_grant_what_is_said() -> None:
    granting = {"confirms", "admits", "reveals", "points out", "acknowledges", "regrets", "knows"}
    assert not granting & set(WORDS["acts"].values())


def test_a_value_without_a_phrase_is_told_as_it_stands() -> None:
    assert phrase("slots", "houses-burnt") == "houses burnt"


@pytest.mark.parametrize(
    "words", ["It is highly likely.", "almost certainly", "a remote chance", "Unlikely", "probably"]
)
def test_words_of_likelihood_are_found(words: str) -> None:
    assert likelihood_words(words)


def test_what_steers_a_screen_is_marked() -> None:
    assert plain("a\x1b[2Jb\u202ec\x00d\ud800") == "a�[2Jb�c�d�"


def test_white_space_is_one_blank() -> None:
    assert plain("a\n\n b\t c ") == "a b c"
