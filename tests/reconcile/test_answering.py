"""Denials and what they deny in other articles: by matter, place, names, sides and days."""

from __future__ import annotations

from sayso.reconcile.answering import denial_keys, denials_between
from sayso.reconcile.sayings import Saying
from tests.reconcile.reports import CHILE, ENVOY, LIMA_ARMY, NURSE, PERU, SPOKESMAN, VILLAGERS, saying, who

HERE = "Shells fell at Orvela. "


def denied(one: Saying, other: Saying) -> list[str]:
    """The statements denied, the same in whichever order they come."""
    found = [(other if match.forward else one).id for match in denials_between(one, other)]
    assert found == [(one if match.forward else other).id for match in denials_between(other, one)]
    return found


def test_a_side_denies_what_the_other_holds_against_it() -> None:
    claim = saying("Peruvian guns shelled the mill at Orvela", ENVOY, "accusation", target=PERU)
    denial = saying("that its guns had shelled the mill at Orvela", SPOKESMAN, "denial", day="2031-05-11")
    assert denied(denial, claim) == [claim.id]


def test_a_denial_comes_after_what_it_denies() -> None:
    claim = saying("Peruvian guns shelled the mill at Orvela", ENVOY, "accusation", target=PERU, day="2031-05-12")
    assert denied(saying("that its guns had shelled the mill at Orvela", SPOKESMAN, "denial"), claim) == []


def test_what_is_held_against_another_is_not_a_sides_to_deny() -> None:
    claim = saying("Chilean guns shelled the mill at Orvela", NURSE, "accusation", target=CHILE)
    assert denied(saying("that its guns had shelled the mill at Orvela", SPOKESMAN, "denial"), claim) == []


def test_a_word_in_common_is_not_enough() -> None:
    claim = saying("guns stood at the ferry", ENVOY)
    assert denied(saying("that its guns had shelled the mill at Orvela", SPOKESMAN, "denial"), claim) == []


def test_another_number_is_another_claim() -> None:
    claim = saying("nine herders were killed at the mill of Orvela", ENVOY)
    assert denied(saying("that four herders were killed at the mill of Orvela", SPOKESMAN, "denial"), claim) == []


def test_who_is_named_answers_to_it() -> None:
    claim = saying("a commander, Tarvo, as the leader of the raid", VILLAGERS)
    denial = saying("having led the raid", who("commander known as Tarvo"), "denial")
    assert denied(denial, claim) == [claim.id]


def test_of_sides_that_are_not_known_harm_of_one_kind_at_one_place_must_be_meant() -> None:
    claim = saying("that bombs killed 14 civilians", VILLAGERS, before=HERE)
    denial = who("security office", kind="government")
    assert denied(saying("that no civilian lost his life there", denial, "denial", before=HERE), claim) == [claim.id]
    assert denied(saying("that no civilian lost his life there", denial, "denial"), claim) == []


def test_what_is_not_so_without_a_word_of_denial_answers_an_accusation() -> None:
    claim = saying("Nine Chilean soldiers were abducted", ENVOY, "accusation", target=LIMA_ARMY)
    answer = saying("The nine were caught with rifles, not stretchers", SPOKESMAN)
    assert denied(answer, claim) == [claim.id]
    assert denied(saying("The nine were caught at the bridge", SPOKESMAN), claim) == []


def test_what_says_itself_that_it_is_not_so_is_not_denied() -> None:
    claim = saying("no gun shelled the mill at Orvela", ENVOY)
    assert denied(saying("that its guns had shelled the mill at Orvela", SPOKESMAN, "denial"), claim) == []


def test_denials_and_claims_meet_under_kinds_of_harm_and_places() -> None:
    claim = saying("that bombs killed 14 civilians", VILLAGERS, before=HERE)
    denial = saying("that no civilian lost his life there", PERU, "denial", before=HERE)
    assert {key.value for key in denial_keys(claim)} & {key.value for key in denial_keys(denial)} == {"death at orvela"}


def test_what_puts_nothing_forward_and_denies_nothing_has_no_keys() -> None:
    assert list(denial_keys(saying("to end the killing at Orvela", NURSE, "appeal"))) == []
