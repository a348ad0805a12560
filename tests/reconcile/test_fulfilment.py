"""What becomes of a commitment, on two axes: the weaker state in doubt, nothing settled on an adversary's word."""

import random
from typing import Any

import pytest

from sayso.reconcile.bearing import Bearing
from sayso.reconcile.fulfilment import State, axis, current_of, states_of, superseding
from sayso.reconcile.pledges import PledgeView
from tests.reconcile.promises import (
    CHILE,
    LIMA,
    MISSION,
    PERU,
    PERU_ARMY,
    SANTIAGO,
    Article,
    bearings,
    history,
    states,
    telling,
    who,
)

BOTH = (PERU, CHILE)
GIVEN = ("made", "third_party_reported")


def release(**told: Any) -> PledgeView:
    return telling("to hand over nine Chilean sailors by May 20", kind="agreement", made_on="2031-05-01", **told)


def truce() -> PledgeView:
    return telling("a complete cessation of hostilities", kind="ceasefire", by=BOTH, to=BOTH, made_on="2031-05-01")


def flights() -> PledgeView:
    return telling("to suspend drone flights over the reef", kind="agreement", form="written", made_on="2031-05-01")


def freed(number: str = "nine") -> Article:
    article = Article(f"Peruvian officers handed {number} Chilean sailors to the Red Cross on Saturday.")
    article.does("handed", "RETREAT.release", [PERU_ARMY], [CHILE])
    return article


def accused(act: str = "accusation") -> Article:
    article = Article('Chile spoke of "a flagrant violation of the ceasefire" by Peru.')
    article.says(CHILE, '"a flagrant violation of the ceasefire" by Peru', act, cue="spoke of")
    return article


def bearing(direction: str, word: str, **told: Any) -> Bearing:
    return Bearing("k", "s-1", "a", 0, 1, direction, word, None, "2031-05-05", **told)


def test_every_state_and_word_of_the_rules_is_of_the_axes() -> None:
    for direction in (
        "keeps",
        "part",
        "breaks",
        "stalls",
        "holds",
        "suspends",
        "withdraws",
        "refuses",
        "accepts",
        "lapses",
    ):
        for word in ("promisor", "counterparty", "third", "outlet", "unknown"):
            for kind in ("agreement", "demand", "offer", "threat", "decree", "ceasefire"):
                view = telling("to hand over nine sailors", kind=kind, made_on="2031-05-01")
                for state in states_of(view, [bearing(direction, word, admitted=True, finding=True)], "2031-05-10"):
                    assert state.fulfilment in axis("fulfilment")
                    assert state.verification in axis("verification")


# --- as it was given


def test_a_word_given_in_an_outlets_voice_or_in_writing_is_third_party_reported() -> None:
    assert history(release(), latest="") == [GIVEN]
    assert history(flights(), latest="") == [GIVEN]


def test_ones_own_word_rests_on_nothing_else() -> None:
    article = Article("Rovik said Peru would free nine sailors.", published="2031-05-02")
    told = article.says(LIMA, "Peru would free nine sailors", "assurance")
    assert history(article.pledges("Peru would free nine sailors", told=told), latest="") == [("made", "none")]


def test_that_it_was_promised_may_rest_on_the_other_side_alone() -> None:
    article = Article("Brandt said Peru had promised him to keep drones away.", published="2031-05-02")
    outer = article.says(SANTIAGO, "Peru had promised him to keep drones away")
    inner = article.says(PERU, "to keep drones away", "assurance", nested_in=outer.id)
    view = article.pledges("to keep drones away", form="reported", told=inner, around=outer)
    assert history(view, latest="") == [("made", "alleged_by_party")]


def test_what_a_mediator_tells_of_both_is_third_party_reported() -> None:
    article = Article("A Bolivian envoy said both had agreed to meet again.", published="2031-05-02")
    outer = article.says(who("Bolivian envoy", "BOL", "person"), "both had agreed to meet again")
    view = article.pledges("to meet again", by=BOTH, to=(who("Bolivia", "BOL"),), form="reported", told=outer)
    assert history(view, latest="") == [GIVEN]


def test_a_demand_is_demanded_and_an_order_in_effect() -> None:
    demand = telling("the release of nine sailors", kind="demand", by=(CHILE,), to=(PERU,))
    assert history(demand, latest="") == [("demanded", "none")]
    order = telling("a curfew in Tacna", kind="decree", form="decree")
    assert history(order) == [("in_effect", "third_party_reported")]
    planned = telling("the curfew will be lifted", kind="decree", form="decree")
    assert history(planned, latest="")[0][0] == "made"


# --- silence


def test_silence_is_no_data_as_of_the_piles_latest_day() -> None:
    told = states(release(), latest="2031-06-01")
    assert [(one.as_of, one.fulfilment, one.verification) for one in told[1:]] == [("2031-06-01", "no_data", "none")]
    assert told[1].basis == ()


def test_what_was_told_on_the_latest_day_stays_as_it_was_made() -> None:
    view = telling("to meet again on May 20", "2031-05-10")
    assert history(view, latest="2031-05-10") == [GIVEN]


def test_a_deadline_that_has_passed_in_silence_is_no_data_and_no_breach() -> None:
    view = telling("to file a complaint by May 5", due_by="2031-05-05", made_on="2031-05-01")
    assert current_of(states(view, latest="2031-06-01")) == "no_data"


# --- kept


def test_kept_on_the_word_of_an_outlet_or_of_the_side_it_was_given_to() -> None:
    home = Article("The sailors came by bus. Chile confirmed that all nine sailors were home.")
    home.says(CHILE, "all nine sailors were home", "confirmation", cue="confirmed")
    assert history(release(), freed()) == [GIVEN, ("kept", "third_party_reported")]
    assert history(release(), home) == [GIVEN, ("kept", "acknowledged_by_counterparty")]


def test_who_gave_its_word_alone_cannot_make_it_kept() -> None:
    told = Article("The nine sailors were freed. “Peru has kept its word,” Rovik said.")
    told.says(LIMA, "Peru has kept its word")
    assert history(release(), told) == [GIVEN, ("made", "self_reported")]


def test_somebody_of_whom_nothing_is_known_cannot_make_it_kept() -> None:
    assert states_of(release(), [bearing("keeps", "unknown")], "")[-1].fulfilment == "made"


def test_what_hangs_on_a_condition_is_not_kept_for_an_outlet() -> None:
    view = release(condition="if the port is opened")
    assert current_of(states(view, freed())) != "kept"


def test_some_of_what_was_promised_is_a_part() -> None:
    assert history(release(), freed("four")) == [GIVEN, ("partly_kept", "third_party_reported")]


def test_a_demand_that_was_met_is_kept() -> None:
    demand = telling("the release of nine sailors", kind="demand", by=(CHILE,), to=(PERU,), made_on="2031-05-01")
    assert history(demand, freed())[-1] == ("kept", "third_party_reported")


def test_what_lasts_is_in_effect_and_never_kept_for_good() -> None:
    calm = Article("Peru and Chile were calm. The ceasefire took effect at noon.")
    assert history(truce(), calm) == [GIVEN, ("in_effect", "third_party_reported")]


# --- broken


def test_an_accusation_gives_breach_alleged_and_no_more() -> None:
    assert history(truce(), accused()) == [GIVEN, ("breach_alleged", "alleged_by_party")]
    assert history(truce(), accused("claim"))[-1][0] == "breach_alleged"


def test_a_denial_makes_it_disputed() -> None:
    article = accused()
    article.text += " Peru denied it flatly."
    article.says(PERU, "it flatly", "denial", cue="denied")
    assert history(truce(), article)[1:] == [("breach_alleged", "alleged_by_party"), ("breach_alleged", "disputed")]


def test_observers_who_cannot_tell_leave_it_unverified() -> None:
    article = accused()
    article.text += " The mission could not establish who had fired."
    article.says(MISSION, "could not establish who had fired")
    assert history(truce(), article)[-1] == ("breach_alleged", "unable_to_verify")


def test_ones_own_admission_is_a_breach_acknowledged_which_later_accusations_leave_standing() -> None:
    flown = Article("Peru admitted that one of its drones had crossed the reef.", published="2031-05-05")
    row = flown.says(PERU_ARMY, "one of its drones had crossed the reef", "confirmation", cue="admitted")
    flown.does("crossed", "MOBILIZE.weapons", [PERU_ARMY], [CHILE], told=row)
    more = Article(
        "Brandt claimed that Peruvian drones had flown over the reef on six other days.", published="2031-05-08"
    )
    row = more.says(SANTIAGO, "Peruvian drones had flown over the reef on six other days", "accusation")
    more.does("flown", "MOBILIZE.weapons", [PERU_ARMY], [CHILE], told=row)
    told = states(flights(), flown, more)
    assert ("breach_acknowledged", "acknowledged_by_counterparty") in [one[1:3] for one in told]
    assert told[-1][1:3] == ("breach_alleged", "alleged_by_party")
    assert current_of(told) == "breach_acknowledged"


def test_only_who_looks_and_names_the_doer_can_find_a_breach() -> None:
    found = Article("The mission found that Peru had broken its pledge on drone flights over the reef.")
    found.says(MISSION, "Peru had broken its pledge on drone flights over the reef", "claim", cue="found")
    assert history(flights(), found)[-1] == ("breached", "third_party_reported")
    believes = Article("The mission believes that Peru had broken its pledge on drone flights over the reef.")
    believes.says(MISSION, "Peru had broken its pledge on drone flights over the reef", "assessment", cue="believes")
    assert history(flights(), believes)[-1][0] == "breach_alleged"


def test_a_neighbour_may_take_sides_and_finds_no_breach() -> None:
    bolivia = who("Bolivia", "BOL")
    found = Article("Bolivia found that Peru had broken its pledge on drone flights over the reef.")
    found.says(bolivia, "Peru had broken its pledge on drone flights over the reef", "claim", cue="found")
    assert history(flights(), found)[-1][0] == "breach_alleged"


# --- late, refused, over


def test_what_has_not_begun_is_stalled_and_no_breach() -> None:
    view = telling("to begin joint mine clearance by May 8", kind="agreement", by=BOTH, to=BOTH, made_on="2031-05-01")
    late = Article("Peru and Chile are silent: the joint mine clearance has not begun.")
    told = states(view, late)
    assert told[-1][1:3] == ("stalled", "third_party_reported")
    assert told[-1].basis == ()  # a sentence of the outlet's own that no row stands for


def test_an_ultimatum_that_was_refused_and_of_which_nothing_more_is_heard() -> None:
    view = telling("we will close the port", kind="threat", made_on="2031-05-01")
    refused = bearing("refuses", "counterparty")
    assert [one[1:3] for one in states_of(view, [refused], "2031-06-01")][1:] == [
        ("refused", "none"),
        ("no_data", "none"),
    ]
    offer = telling("to host talks", kind="offer", made_on="2031-05-01")
    assert [one.fulfilment for one in states_of(offer, [refused], "2031-06-01")] == ["made", "refused"]


def test_a_threat_whose_condition_can_no_longer_come_true_has_expired() -> None:
    view = telling(
        "Chile will go to the Security Council", kind="threat", by=(CHILE,), to=(PERU,), made_on="2031-05-01",
        condition="should the detention of the nine sailors continue beyond May 20",
    )  # fmt: skip
    assert history(view, freed()) == [GIVEN, ("expired", "third_party_reported")]


def test_an_agreement_takes_the_place_of_what_one_side_had_said_and_nothing_bears_on_that_after() -> None:
    gate = telling("the crossing opens when the mines are gone", by=(LIMA,), made_on="2031-05-01")
    deal = telling("to reopen the Tacna crossing", "2031-05-04", kind="agreement", made_on="2031-05-03")
    found = [superseding(gate, deal), bearing("keeps", "outlet")]
    assert [one.fulfilment for one in states_of(gate, [one for one in found if one], "2031-06-01")] == [
        "made",
        "superseded",
    ]
    assert superseding(deal, gate) is None


def test_a_demand_still_not_met_stands_as_it_was() -> None:
    view = telling("Peru to name a date for the vote", kind="demand", by=(CHILE,), to=(PERU,), made_on="2031-05-01")
    told = states_of(view, [bearing("stalls", "outlet")], "2031-05-05")
    assert [one[1:3] for one in told] == [("demanded", "none"), ("demanded", "third_party_reported")]


# --- the history


def test_states_are_in_order_of_time_and_the_same_whatever_order_they_come_in() -> None:
    articles = (accused(), freed(), freed("four"))
    found = [one for view in (release(), truce()) for article in articles for one in bearings(view, article)]
    expected = states_of(release(), found, "2031-06-01")
    days = [one.as_of for one in expected]
    assert days == sorted(days)
    for seed in range(10):
        shuffled = random.Random(seed).sample(found, len(found))
        assert states_of(release(), shuffled, "2031-06-01") == expected


def test_every_state_but_silence_says_why_and_on_which_rows() -> None:
    for one in states(release(), freed(), latest="2031-06-01"):
        assert one.why
    assert states(release(), freed())[-1].basis


def test_the_same_told_again_is_one_state_on_more_rows() -> None:
    told = states(release(), freed(), freed())
    assert [one.fulfilment for one in told] == ["made", "kept"]
    assert len(told[-1].basis) == 2


@pytest.mark.parametrize(
    ("fulfilments", "stands"),
    [
        (["made", "kept", "stalled"], "kept"),
        (["made", "partly_kept", "kept"], "kept"),
        (["made", "stalled", "partly_kept"], "partly_kept"),
        (["made", "breach_alleged", "breach_acknowledged", "breach_alleged"], "breach_acknowledged"),
        (["made", "refused", "no_data"], "no_data"),
    ],
)
def test_what_is_settled_stands_over_what_is_alleged_after(fulfilments: list[str], stands: str) -> None:
    assert current_of([State("2031", one, "none", "", (), "") for one in fulfilments]) == stands
