"""Statements of one document that say again what was said, tied to it."""

from __future__ import annotations

import numpy as np

from sayso.reconcile.confirming import confirmations_within
from tests.reconcile.reports import ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, Report

SENSE = np.array([5, 5], np.int8).tobytes()


def tied(report: Report) -> set[frozenset[str]]:
    return {frozenset((one.source, one.target)) for one in confirmations_within(report.sayings, "said")}


def test_a_word_of_certainty_goes_on_with_what_its_speaker_just_said() -> None:
    report = Report("“The shells came from the ridge,” she said. “I have no doubt at all.”")
    first = report.says(NURSE, "“The shells came from the ridge,”")
    other = report.says(NURSE, "“I have no doubt at all.”")
    assert tied(report) == {frozenset((first, other))}


def test_a_word_of_certainty_by_another_does_not() -> None:
    report = Report("“The shells came from the ridge,” she said. “I have no doubt at all,” he said.")
    report.says(NURSE, "“The shells came from the ridge,”")
    report.says(ENVOY, "“I have no doubt at all,”")
    assert tied(report) == set()


def test_a_confirmation_of_a_few_words_says_what_another_said_before() -> None:
    report = Report("The envoy accused Peru of withholding nine guns. The army confirmed the delay.")
    first = report.says(ENVOY, "Peru of withholding nine guns", "accusation", target=PERU)
    other = report.says(LIMA_ARMY, "the delay", "confirmation", cue="confirmed")
    assert tied(report) == {frozenset((first, other))}


def test_who_concedes_owns_up_to_what_is_alike_in_sense() -> None:
    report = Report("A judge said 38 men had been let out. The army conceded that some prisoners had been freed.")
    first = report.says(NURSE, "38 men had been let out", sense=SENSE)
    other = report.says(SPOKESMAN, "that some prisoners had been freed", "confirmation", cue="conceded", sense=SENSE)
    assert tied(report) == {frozenset((first, other))}


def test_who_merely_says_something_alike_does_not() -> None:
    report = Report("A judge said 38 men had been let out. The army said that some prisoners had been freed.")
    report.says(NURSE, "38 men had been let out", sense=SENSE)
    report.says(SPOKESMAN, "that some prisoners had been freed", sense=SENSE)
    assert tied(report) == set()


def test_the_words_in_which_a_speaker_put_it_say_what_they_are_told_to_have_said() -> None:
    report = Report("The army said that a drone had crossed the river. “One drone of ours lost its way,” it said.")
    first = report.says(LIMA_ARMY, "that a drone had crossed the river")
    other = report.says(LIMA_ARMY, "“One drone of ours lost its way,”")
    assert tied(report) == {frozenset((first, other))}


def test_words_on_another_matter_do_not() -> None:
    report = Report("The army said that a drone had crossed the river. “The gates open at noon,” it said.")
    report.says(LIMA_ARMY, "that a drone had crossed the river")
    report.says(LIMA_ARMY, "“The gates open at noon,”")
    assert tied(report) == set()
