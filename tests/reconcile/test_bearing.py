"""How what is told later bears on a commitment, and on whose word; and what does not bear on it."""

from typing import Any

import pytest

from sayso.reconcile.accounts import accounts_of
from sayso.reconcile.bearing import account_keys, bearing_of, pledge_keys
from sayso.reconcile.pledges import PledgeView
from tests.reconcile.promises import (
    CHILE,
    LIMA,
    MISSION,
    PERU,
    PERU_ARMY,
    SANTIAGO,
    Article,
    directions,
    telling,
    who,
)

BOTH = (PERU, CHILE)


def release(**told: Any) -> PledgeView:
    return telling(
        "to hand over nine detained Chilean sailors by May 20", kind="agreement", made_on="2031-05-01", **told
    )


def truce() -> PledgeView:
    return telling("a complete cessation of hostilities", kind="ceasefire", by=BOTH, to=BOTH, made_on="2031-05-01")


def test_a_deed_of_the_kind_promised_by_who_is_bound_keeps() -> None:
    freed = Article("Peruvian officers handed nine Chilean sailors to the Red Cross on Saturday.")
    freed.does("handed", "RETREAT.release", [PERU_ARMY], [CHILE])
    assert directions(release(), freed) == [("keeps", "outlet")]


def test_fewer_than_promised_are_a_part() -> None:
    freed = Article("Peruvian officers handed four Chilean sailors to the Red Cross on Saturday.")
    freed.does("handed", "RETREAT.release", [PERU_ARMY], [CHILE])
    assert directions(release(), freed) == [("part", "outlet")]


def test_so_many_of_so_many_are_a_part_and_of_the_side_that_did_it() -> None:
    peru, chile = (
        telling(
            "both armies to pull heavy guns back ten kilometres",
            kind="agreement",
            by=(by,),
            to=(to,),
            made_on="2031-05-01",
        )
        for by, to in (BOTH, BOTH[::-1])
    )
    counted = Article("The mission said Peru had moved 18 of its 18 guns back, while Chile had moved nine of 16.")
    counted.says(MISSION, "Peru had moved 18 of its 18 guns back")
    counted.says(MISSION, "Chile had moved nine of 16")
    assert directions(peru, counted) == [("keeps", "third")]
    assert directions(chile, counted) == [("part", "third")]


def test_a_list_of_which_one_thing_is_missing_is_kept_in_part() -> None:
    view = telling("to reopen the Tacna crossing to people and goods", kind="agreement", made_on="2031-05-01")
    opened = Article("Peru reopened the Tacna crossing to people on Saturday.")
    opened.does("reopened", "RETREAT.access", [PERU], [CHILE])
    assert directions(view, opened) == [("part", "outlet")]


def test_one_of_two_who_are_bound_keeps_a_part() -> None:
    view = telling("to clear the mines on the Tacna road", kind="agreement", by=BOTH, to=BOTH, made_on="2031-05-01")
    cleared = Article("Peru cleared the mines on its half of the Tacna road.")
    cleared.does("cleared", "COOPERATE", [PERU_ARMY], [CHILE])
    assert directions(view, cleared) == [("part", "outlet")]


def test_the_side_it_was_given_to_says_that_it_is_done() -> None:
    freed = Article("The nine sailors came by bus. Chile's ministry confirmed that all nine were home.")
    freed.says(CHILE, "all nine were home", "confirmation", cue="confirmed")
    assert directions(release(), freed) == [("keeps", "counterparty")]


@pytest.mark.parametrize("words", ["none of the nine sailors was home", "the nine sailors were not released"])
def test_what_is_told_as_not_done_does_not_keep(words: str) -> None:
    told = Article(f"Chile said that {words}.")
    told.says(CHILE, words)
    assert "keeps" not in {direction for direction, _ in directions(release(), told)}


def test_who_gave_its_word_says_that_it_kept_it() -> None:
    told = Article("The nine sailors were freed. “Peru has kept its word,” Rovik said.")
    told.says(LIMA, "Peru has kept its word")
    assert directions(release(), told) == [("keeps", "promisor")]


def test_a_deed_of_another_kind_or_another_side_bears_on_nothing() -> None:
    other = Article("Peru apologised to Chile. Chile released nine Peruvian sailors.")
    other.does("apologised", "CONCEDE", [PERU], [CHILE])
    other.does("released", "RETREAT.release", [CHILE], [PERU])
    assert directions(release(), other) == []


def test_what_was_done_before_bears_on_nothing() -> None:
    freed = Article("Peruvian officers handed nine Chilean sailors over.", published="2031-04-20")
    freed.does("handed", "RETREAT.release", [PERU_ARMY], [CHILE], date="2031-04-19")
    assert directions(release(), freed) == []


def test_what_was_done_some_day_of_the_month_may_have_been_before() -> None:
    freed = Article("Peruvian officers handed nine Chilean sailors over this month.")
    freed.does("handed", "RETREAT.release", [PERU_ARMY], [CHILE], date="2031-05")
    assert directions(release(), freed) == []


def test_what_is_planned_bears_on_nothing() -> None:
    freed = Article("Peru will release nine Chilean sailors.")
    freed.does("release", "RETREAT.release", [PERU_ARMY], [CHILE], reality="planned")
    freed.says(LIMA, "Peru will release nine Chilean sailors", "announcement")
    assert directions(release(), freed) == []


def test_an_attack_by_a_party_on_a_party_breaks_a_ceasefire_on_the_word_of_who_accuses() -> None:
    fire = Article("Chile accused Peru of shelling a post.")
    told = fire.says(CHILE, "Peru of shelling a post", "accusation", cue="accused")
    fire.does("shelling", "ASSAULT.heavy-weapons", [PERU_ARMY], [CHILE], told=told)
    assert ("breaks", "counterparty") in directions(truce(), fire)


def test_a_beating_in_custody_breaks_no_ceasefire() -> None:
    beaten = Article("Chile said that Peru beat two sailors.")
    told = beaten.says(CHILE, "Peru beat two sailors", "accusation")
    beaten.does("beat", "ASSAULT.beat", [PERU], [CHILE], told=told)
    assert directions(truce(), beaten) == []


def test_an_attack_on_somebody_else_breaks_no_ceasefire() -> None:
    raid = Article("Peru bombed a camp of smugglers.")
    raid.does("bombed", "ASSAULT.aerial", [PERU], [who("smugglers", "", "armed-group")])
    assert directions(truce(), raid) == []


def test_a_denial_after_the_accusation_denies_the_breach() -> None:
    fire = Article('Chile called it "a violation of the ceasefire". Peru denied it flatly.')
    fire.says(CHILE, 'it "a violation of the ceasefire"', "accusation", cue="called")
    fire.says(PERU, "it flatly", "denial", cue="denied")
    assert directions(truce(), fire) == [("breaks", "counterparty"), ("denies_breach", "promisor")]


def test_a_denial_of_something_else_denies_no_breach() -> None:
    fire = Article("Chile said it had lost a ship. Peru denied it flatly.")
    fire.says(CHILE, "it had lost a ship")
    fire.says(PERU, "it flatly", "denial", cue="denied")
    assert directions(truce(), fire) == []


def test_who_looked_and_could_not_tell_settles_nothing() -> None:
    fire = Article("Chile spoke of a violation of the ceasefire. The mission could not establish who had fired.")
    fire.says(CHILE, "a violation of the ceasefire", "accusation", cue="spoke of")
    fire.says(MISSION, "could not establish who had fired")
    assert directions(truce(), fire) == [("breaks", "counterparty"), ("unable", "third")]


def test_a_reporter_tells_that_it_has_not_begun() -> None:
    view = telling("to begin joint mine clearance by May 8", kind="agreement", by=BOTH, to=BOTH, made_on="2031-05-01")
    late = Article("The joint mine clearance that Peru was due to start on Thursday has not begun.")
    assert directions(view, late) == [("stalls", "outlet")]
    assert directions(release(), late) == []


def test_what_follows_the_promise_in_its_paragraph_is_about_it() -> None:
    text = "Herders had promised to drive out the strangers in their camps. “We have not kept our word,” one admitted."
    article = Article(text)
    herders = who("herders", "", "collective")
    view = article.pledges("to drive out the strangers in their camps", by=(herders,), to=(), made_on="2031-04")
    article.says(who("Tupa Quispe", "", "person"), "We have not kept our word", "confirmation", cue="admitted")
    assert directions(view, article) == [("breaks", "promisor")]


def test_a_refusal_answers_the_last_thing_asked() -> None:
    article = Article("Chile demanded the release of nine sailors. Peru rejected the demand.")
    asked = article.says(CHILE, "the release of nine sailors", "demand", cue="demanded")
    view = article.pledges("the release of nine sailors", "demand", by=(CHILE,), to=(PERU,), told=asked)
    article.says(PERU, "the demand", "refusal", cue="rejected")
    assert directions(view, article) == [("refuses", "promisor")]


def test_the_end_of_what_a_threat_hangs_on_lets_it_lapse() -> None:
    view = telling(
        "Chile will go to the Security Council", kind="threat", by=(CHILE,), to=(PERU,), made_on="2031-05-01",
        condition="should the detention of the nine sailors continue beyond May 20",
    )  # fmt: skip
    freed = Article("Peru freed the nine sailors on Saturday.")
    freed.does("freed", "RETREAT.release", [PERU], [CHILE])
    assert directions(view, freed) == [("lapses", "outlet")]


def test_what_a_threat_was_to_precede_lets_it_lapse() -> None:
    view = telling(
        "he would withdraw his invitation", kind="threat", by=(who("Bolivia", "BOL"),), to=BOTH, made_on="2031-05-01",
        condition="if a shot is fired before the talks open",
    )  # fmt: skip
    met = Article("Talks between Peru and Chile opened in La Paz.")
    met.does("Talks", "CONSULT", BOTH, BOTH)
    assert directions(view, met) == [("lapses", "outlet")]


def test_an_admission_of_the_deed_admits_no_breach_of_what_only_the_other_side_tells_was_promised() -> None:
    told = Article("Brandt said Peru had promised him to keep drones away from the reef.", published="2031-05-02")
    outer = told.says(SANTIAGO, "Peru had promised him to keep drones away from the reef")
    inner = told.says(PERU, "to keep drones away from the reef", "assurance", nested_in=outer.id)
    view = told.pledges("to keep drones away from the reef", form="reported", told=inner, around=outer)
    flown = Article("Peru admitted that a drone had crossed the reef.")
    row = flown.says(PERU_ARMY, "a drone had crossed the reef", "confirmation", cue="admitted")
    flown.does("crossed", "MOBILIZE.weapons", [PERU_ARMY], [CHILE], told=row)
    found = [bearing_of(view, account) for account in flown.accounts()]
    assert [one.admitted for one in found if one] == [False]


def test_accounts_that_bear_on_a_commitment_meet_it_under_a_key() -> None:
    fire = Article('Chile called it "a violation of the ceasefire". Peru denied it flatly.')
    fire.says(CHILE, 'it "a violation of the ceasefire"', "accusation", cue="called")
    fire.says(PERU, "it flatly", "denial", cue="denied")
    late = Article("Peru and Chile were calm. The ceasefire took effect at noon.")
    for account in (*fire.accounts(), *late.accounts()):
        assert set(pledge_keys(truce())) & set(account_keys(account))


def test_a_ceasefire_of_others_is_another() -> None:
    theirs = Article("Mali and Niger were calm. The ceasefire is holding.")
    ours = Article("Peru and Chile were calm. The ceasefire is holding.")
    assert directions(truce(), theirs) == []
    assert directions(truce(), ours) == [("holds", "outlet")]


def test_a_ceasefire_of_an_armed_group_is_known_by_its_name() -> None:
    rebels = who("Frente Rojo", "", "armed-group")
    view = telling("a ceasefire", kind="ceasefire", by=(rebels,), to=(rebels,), made_on="2031-05-01")
    calm = Article("The Frente Rojo left the road. The ceasefire is holding.")
    assert directions(view, calm) == [("holds", "outlet")]
    assert set(pledge_keys(view)) & set(account_keys(calm.accounts()[0]))


def test_a_report_of_years_later_is_not_looked_up() -> None:
    late = Article("The ceasefire of 2031 is holding.", published="2033-05-01")
    assert not set(pledge_keys(truce())) & {key for one in late.accounts() for key in account_keys(one)}


def test_what_is_reported_as_not_said_is_no_account() -> None:
    told = Article("Peru did not say that it had freed the nine sailors.")
    told.says(PERU, "it had freed the nine sailors", negated=True)
    assert accounts_of(told.page, told.said, told.done) == []
