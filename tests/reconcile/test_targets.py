"""What a denial may deny of its article, by each way in which news tells it."""

from __future__ import annotations

import numpy as np

from sayso.reconcile.answering import denials_within
from sayso.reconcile.targets import denies, names_of_speaker, shared_words
from tests.reconcile.reports import CHILE, ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, VILLAGERS, Report, saying, who

SENSE = np.array([5, 5], np.int8).tobytes()


def denied(report: Report) -> set[tuple[str, str]]:
    return {(one.source, one.target) for one in denials_within(report.sayings, "said")}


def test_a_denial_is_told_by_its_act_or_by_what_it_says_it_rejects() -> None:
    assert denies(saying("that account", ENVOY, "denial"))
    assert denies(saying("it rejects the Peruvian allegations", ENVOY, "accusation"))
    assert not denies(saying("the mill was shelled", ENVOY))


def test_a_denial_may_carry_what_it_denies() -> None:
    report = Report("Chile rejected the claim by Lima that its guns were at Orvela.")
    denial = report.says(CHILE, "the claim by Lima that its guns were at Orvela", "denial")
    held = report.says(PERU, "that its guns were at Orvela", "accusation", nested_in=denial)
    assert denied(report) == {(denial, held)}


def test_a_denial_that_points_means_what_another_said_last() -> None:
    report = Report("Lima said that guns stood at Orvela. Chile rejected that account.")
    first = report.says(PERU, "that guns stood at Orvela")
    denial = report.says(CHILE, "that account", "denial")
    assert denied(report) == {(denial, first)}


def test_an_account_takes_in_what_was_said_together() -> None:
    report = Report("Lima said that guns stood at Orvela and that Chile shelled it. Chile rejected that account.")
    told = {
        report.says(PERU, "that guns stood at Orvela", "accusation"),
        report.says(PERU, "that Chile shelled it", "accusation"),
    }
    denial = report.says(CHILE, "that account", "denial")
    assert denied(report) == {(denial, one) for one in told}


def test_who_takes_back_a_number_denies_their_own() -> None:
    report = Report("The nurse had spoken of 37 dead. She withdrew that number.")
    first = report.says(NURSE, "37 dead")
    denial = report.says(NURSE, "that number", "denial", cue="withdrew")
    assert denied(report) == {(denial, first)}


def test_who_had_no_part_in_it_turns_down_the_deed_and_not_the_count() -> None:
    report = Report(
        "Villagers said hunters attacked Orvela. The nurse counted 31 bodies. The guild denied any part in it."
    )
    first = report.says(VILLAGERS, "hunters attacked Orvela")
    report.says(NURSE, "31 bodies")
    denial = report.says(who("hunters guild"), "any part in it", "denial")
    assert denied(report) == {(denial, first)}


def test_a_denial_names_its_matter_again() -> None:
    report = Report("Lima said the ferry was sunk. It said the council met. Chile denied that the ferry had been sunk.")
    first = report.says(PERU, "the ferry was sunk")
    report.says(PERU, "the council met")
    denial = report.says(CHILE, "that the ferry had been sunk", "denial")
    assert denied(report) == {(denial, first)}


def test_words_quoted_right_behind_a_denial_deny_the_same() -> None:
    report = Report("Lima said the ferry was sunk. Chile denied that the ferry was sunk. “Our boats were in port,”")
    first = report.says(PERU, "the ferry was sunk")
    denial = report.says(CHILE, "that the ferry was sunk", "denial")
    backing = report.says(who("Rosa Quent"), "“Our boats were in port,”")
    assert denied(report) == {(denial, first), (backing, first)}


def test_words_quoted_farther_on_by_another_do_not() -> None:
    claimed = "Lima said the ferry was sunk. Chile denied that the ferry was sunk."
    report = Report(f"{claimed} The day was calm and the sea lay clear. “All is well,”")
    first = report.says(PERU, "the ferry was sunk")
    denial = report.says(CHILE, "that the ferry was sunk", "denial")
    report.says(who("Rosa Quent"), "“All is well,”")
    assert denied(report) == {(denial, first)}


def test_a_denial_goes_on_from_one_of_the_same_body() -> None:
    report = Report(
        "Lima said the ferry was sunk. Chile denied that the ferry was sunk. “Nobody was touched,” it said."
    )
    first = report.says(PERU, "the ferry was sunk")
    report.says(CHILE, "that the ferry was sunk", "denial")
    assert (report.says(CHILE, "“Nobody was touched,”", "denial"), first) in denied(report)


def test_without_more_a_denial_answers_the_harm_told_just_before() -> None:
    report = Report("Villagers said soldiers had taken away seven men. The army denied that anyone was touched.")
    first = report.says(VILLAGERS, "soldiers had taken away seven men")
    denial = report.says(LIMA_ARMY, "that anyone was touched", "denial")
    assert denied(report) == {(denial, first)}


def test_of_what_stands_farther_off_the_most_alike_in_sense_is_meant() -> None:
    far = "The weather was fair and the market was full of people who had come from all over the valley to sell. "
    report = Report(f"The envoy spoke of new mines on the path. {far}The army said they were remnants of an old war.")
    first = report.says(ENVOY, "new mines on the path", "accusation", sense=SENSE)
    denial = report.says(SPOKESMAN, "they were remnants of an old war", "denial", sense=SENSE)
    assert denied(report) == {(denial, first)}


def test_news_may_tell_the_denial_first() -> None:
    report = Report("The minister rejected suggestions of a bargain. Masked men said the group had freed 52 captives.")
    denial = report.says(LIMA_ARMY, "suggestions of a bargain", "denial")
    after = report.says(VILLAGERS, "the group had freed 52 captives")
    report.does("freed", "RETREAT", said_in=after)
    assert denied(report) == {(denial, after)}


def test_nobody_denies_their_own_side() -> None:
    report = Report("The army said shells fell on Orvela. Peru denied that shells fell on Orvela.")
    report.says(LIMA_ARMY, "shells fell on Orvela")
    report.says(PERU, "that shells fell on Orvela", "denial")
    assert denied(report) == set()


def test_a_denial_that_answers_nothing_keeps_its_words_only() -> None:
    report = Report("The council met twice. Chile denied rumours of a mutiny at the arsenal.")
    report.says(NURSE, "The council met twice")
    report.says(CHILE, "rumours of a mutiny at the arsenal", "denial")
    assert denied(report) == set()


def test_who_is_blamed_just_before_may_answer_without_a_word_of_denial() -> None:
    report = Report("The envoy accused Peru of shelling the mill. The army said that no gun had fired.")
    first = report.says(ENVOY, "Peru of shelling the mill", "accusation", target=PERU)
    answer = report.says(LIMA_ARMY, "that no gun had fired")
    assert denied(report) == {(answer, first)}


def test_the_name_of_a_speaker_is_told_by_its_own_words() -> None:
    assert names_of_speaker(saying("the road is open", who("commander known as Tarvo"))) >= {"tarvo"}


def test_shared_words_are_told_with_the_kinds_of_harm() -> None:
    told = shared_words(saying("shells hit the ferry", NURSE), saying("the ferry was bombed", ENVOY))
    assert told == "ferry, attack"
