"""Which tellings are one commitment, and what one commitment does to another."""

from itertools import permutations
from typing import Any

import pytest

from sayso.reconcile.pledges import PLEDGE_THRESHOLD, PledgeView, agree_in_date, keys_of, likeness, merged, relation
from tests.reconcile.promises import CHILE, LIMA, PERU, SANTIAGO, Article, telling, who


def are_one(one: PledgeView, other: PledgeView) -> bool:
    assert likeness(one, other) == likeness(other, one)
    same = likeness(one, other) >= PLEDGE_THRESHOLD
    assert not same or set(keys_of(one)) & set(keys_of(other))  # else they would never be compared
    return same


def test_the_same_terms_in_other_words_are_one_commitment() -> None:
    one = telling("to free nine Chilean sailors by May 20", made_on="2031-05-01")
    other = telling("the release of the nine detained sailors", kind="agreement", made_on="2031-05-01", by=(LIMA,))
    assert are_one(one, other)


def test_the_same_words_of_two_sides_are_two() -> None:
    one, other = (telling("both armies to pull heavy guns back ten kilometres", by=(by,)) for by in (PERU, CHILE))
    assert not are_one(one, other)


def test_a_demand_is_no_promise_of_the_same() -> None:
    assert not are_one(telling("to free the nine sailors"), telling("to free the nine sailors", kind="demand"))


def test_deadlines_that_differ_part_two_promises() -> None:
    terms = "to reopen the Tacna crossing"
    assert are_one(telling(terms, due_by="2031-06-01"), telling(terms, due_by="2031-06-01"))
    assert not are_one(telling("to reopen the crossing", due_by="2031-06-01"), telling(terms, due_by="2031-09-01"))


def test_two_promises_of_money_for_different_things_are_two() -> None:
    sense = bytes([127] + [0] * 383)
    one = telling("we will compensate the widow", sense=sense)
    assert not are_one(one, telling("the state would pay for the harbour works", sense=sense))


def test_the_same_words_of_one_day_are_one_whoever_they_were_read_to_be_of() -> None:
    terms = "demands the immediate release of the nine sailors"
    ministry = who("Ministry of Foreign Affairs")
    told: dict[str, Any] = {"kind": "demand", "made_on": "2031-05-01", "to": ()}
    assert are_one(telling(terms, by=(ministry,), **told), telling(terms, by=(who("Chile's ministry", "CHL"),), **told))


def test_one_ceasefire_of_the_same_parties_in_any_words() -> None:
    both = (PERU, CHILE)
    one = telling("a complete cessation of hostilities", kind="ceasefire", by=both, to=both, made_on="2031-05-01")
    other = telling("to stop fighting along the coast from noon", kind="ceasefire", by=both, to=both, made_on="2031-05")
    assert are_one(one, other)


def test_the_main_telling_tells_it_as_made_and_the_others_fill_what_it_leaves_open() -> None:
    made = telling("to free nine sailors", "2031-05-02", to=())
    reported = telling("to free nine sailors", "2031-05-01", form="reported", due_by="2031-05-20")
    late = telling("to free the nine sailors held at Tacna", "2031-05-03", made_on="2031-05-01")
    for order in permutations((made, reported, late)):
        group = merged(order)
        assert (group.id, group.due_by, group.made_on) == (made.id, "2031-05-20", "2031-05-01")
        assert group.others == {"CHL"}
        assert group.ids == (made.id, reported.id, late.id)


def test_nobody_demands_of_their_own_side() -> None:
    demand = telling(
        "their release at once", kind="demand", by=(SANTIAGO,), to=(who("nine Chilean sailors", "CHL", "collective"),)
    )
    assert not demand.doers
    assert demand.others == {"CHL"}


def test_a_later_agreement_takes_the_place_of_what_one_side_had_said() -> None:
    gate = telling("the crossing opens when the mines are gone", by=(LIMA,), made_on="2031-05-01")
    deal = telling("to reopen the Tacna crossing", "2031-05-04", kind="agreement", made_on="2031-05-03")
    assert relation(gate, deal) == ("supersedes", "a later agreement of the same parties on the same matter")
    assert relation(deal, gate) is None


def test_an_agreement_on_another_matter_takes_the_place_of_nothing() -> None:
    pay = telling("we will compensate the widow", made_on="2031-05-01")
    for terms in ("to reopen the Tacna crossing", "to pay for the harbour"):
        assert relation(pay, telling(terms, "2031-05-04", kind="agreement", made_on="2031-05-03")) is None


def test_what_was_demanded_is_answered() -> None:
    demand = telling("the release of nine sailors", kind="demand", by=(CHILE,), to=(PERU,), made_on="2031-05-01")
    deal = telling("to hand over nine sailors", "2031-05-04", kind="agreement", made_on="2031-05-03")
    assert relation(demand, deal) == ("answers", "an agreement takes up what was demanded")
    assert set(keys_of(demand)) & set(keys_of(deal))


def test_the_same_word_again_reaffirms_and_with_a_condition_narrows() -> None:
    one = telling("to free the nine sailors", made_on="2031-05-01")
    again = telling("to free the nine sailors", "2031-05-08", made_on="2031-05-08")
    if_so = telling("to free the nine sailors", "2031-05-09", made_on="2031-05-09", condition="if the port is opened")
    assert [found[0] for later in (again, if_so) if (found := relation(one, later))] == ["reaffirms", "narrows"]


def test_terms_that_point_back_take_their_matter_from_the_sentence_before() -> None:
    text = "Chile condemns the detention of nine sailors. It demands their release."
    view = Article(text).pledges("their release", "demand", by=(CHILE,), to=(PERU,))
    assert {"sailor"} <= view.around.words
    assert view.around.numbers == {9}


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("2031-05", "2031-05-12", True), ("2031-05-12", "2031-05-13", True), ("2031-05-12", "2031-05-20", False)],
)
def test_dates_agree_within_their_precision(one: str, other: str, agree: bool) -> None:
    assert agree_in_date(one, other) is agree
