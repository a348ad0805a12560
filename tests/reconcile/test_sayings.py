"""Statements as reconciliation compares them: who, on which side, against whom, what about, how many, where."""

from __future__ import annotations

from sayso.reconcile.sayings import Count, body_of, counts_in
from tests.reconcile.reports import CHILE, ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, Report, saying


def test_a_spokesmans_word_is_that_of_the_body() -> None:
    assert body_of(SPOKESMAN) == body_of(LIMA_ARMY) == "per-army"


def test_a_government_as_such_speaks_for_its_state() -> None:
    assert body_of(PERU) == "PER"


def test_nobody_told_is_no_body() -> None:
    assert body_of(None) == ""


def test_those_of_a_state_stand_on_its_side_and_a_name_alone_on_none() -> None:
    assert saying("the road is open", SPOKESMAN).side == "PER"
    assert saying("the road is open", NURSE).side == ""


def test_who_is_blamed_is_the_side_it_is_held_against() -> None:
    assert saying("the raid on the mill", ENVOY, "accusation", target=LIMA_ARMY).against == "PER"


def test_without_one_blamed_it_is_who_is_told_to_have_done_harm() -> None:
    report = Report("Peruvian soldiers shelled Orvela, the envoy said.")
    row = report.says(ENVOY, "Peruvian soldiers shelled Orvela")
    report.does("shelled", "ASSAULT", said_in=row, actors=[LIMA_ARMY])
    assert report.sayings[0].against == "PER"


def test_a_speaker_is_never_held_against_their_own_side() -> None:
    report = Report("We shelled the ridge, he said.")
    row = report.says(SPOKESMAN, "We shelled the ridge")
    report.does("shelled", "ASSAULT", said_in=row, actors=[LIMA_ARMY])
    assert report.sayings[0].against == ""


def test_a_count_tells_the_state_that_those_counted_are_of() -> None:
    assert counts_in("two Peruvian soldiers and two villages") == (
        Count("soldier", 2, 2, "PER"),
        Count("village", 2, 2, ""),
    )


def test_the_setting_holds_the_places_named_in_and_just_before_it() -> None:
    told = saying("nobody died there", PERU, before="Shells fell on the mill at Orvela. ")
    assert told.setting == {"orvela"}


def test_states_and_weekdays_are_no_setting() -> None:
    assert saying("nobody died there", PERU, before="In Peru, on Tuesday, it rained. ").setting == frozenset()


def test_words_in_quotation_marks_are_their_speakers_own() -> None:
    assert saying("“We were asleep,”", CHILE).quoted
    assert not saying("that they were asleep", CHILE).quoted


def test_tricks_of_spelling_are_undone_before_words_are_read() -> None:
    report = Report("the m1ne was new")
    report.page = report.page._replace(repairs=((4, 8, "mine"),))
    report.says(CHILE, "the m1ne was new")
    assert "min" in report.sayings[0].matter.words


def test_statements_come_in_the_order_of_their_place() -> None:
    report = Report("First this. Then that.")
    report.says(CHILE, "Then that")
    report.says(CHILE, "First this")
    assert [one.content for one in report.sayings] == ["First this", "Then that"]
