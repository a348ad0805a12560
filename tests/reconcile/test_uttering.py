"""Statements that pass on one utterance: one speaker, the same words."""

from __future__ import annotations

from sayso.reconcile.sayings import Saying
from sayso.reconcile.uttering import utterance_keys, uttered
from tests.reconcile.reports import ENVOY, NURSE, SPOKESMAN, Report, saying

WORDS = "the patrol withdrew from the mill at Orvela before dawn"


def of(one: Saying, other: Saying) -> list[str]:
    found = [match.kind for match in uttered(one, other)]
    assert found == [match.kind for match in uttered(other, one)]
    return found


def test_the_same_words_of_one_body_are_one_utterance() -> None:
    assert of(saying(WORDS, SPOKESMAN), saying(f"that {WORDS}", SPOKESMAN)) == ["repeats"]


def test_the_same_words_of_two_bodies_are_two() -> None:
    assert of(saying(WORDS, SPOKESMAN), saying(WORDS, ENVOY)) == []


def test_of_an_unknown_speaker_more_must_be_the_same() -> None:
    shorter = "the patrol withdrew from the mill at sunset, leaving two drones"
    assert of(saying(WORDS, None), saying(WORDS, SPOKESMAN)) == ["repeats"]
    assert of(saying(WORDS, None), saying(shorter, SPOKESMAN)) == []


def test_words_with_other_numbers_are_another_utterance() -> None:
    assert of(saying("nine drones crossed the river", NURSE), saying("four drones crossed the river", NURSE)) == []


def test_what_is_not_so_is_another_utterance_than_what_is() -> None:
    assert of(saying(WORDS, SPOKESMAN), saying(f"it is not so that {WORDS}", SPOKESMAN)) == []


def test_statements_of_one_article_are_not_compared() -> None:
    report = Report(f"{WORDS}. Again: {WORDS}")
    report.says(SPOKESMAN, WORDS)
    report.says(SPOKESMAN, WORDS)
    assert of(*report.sayings) == []


def test_the_same_words_share_a_key() -> None:
    assert {*utterance_keys(saying(WORDS, SPOKESMAN))} & {*utterance_keys(saying(f"that {WORDS}", SPOKESMAN))}
