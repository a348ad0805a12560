"""Which actors of different articles are one: the rules of merging, each with what it must not do."""

from __future__ import annotations

import pytest

from tests.reconcile.parties import are_one, article, ids, party, settled


def test_the_same_full_name_is_one_actor() -> None:
    assert are_one(party("Ana Rovik"), party("ANA ROVIK"), party("Col. Ana Rovík"))


def test_the_same_full_name_without_a_state_goes_with_the_only_state() -> None:
    assert are_one(party("Ana Rovik", country="PER"), party("Ana Rovik"))


def test_the_same_name_in_two_states_is_two() -> None:
    assert not are_one(party("Ana Rovik", country="PER"), party("Ana Rovik", country="CHL"))


def test_with_two_states_known_whoever_tells_none_is_a_third() -> None:
    assert len(set(ids(party("Ana Rovik", country="PER"), party("Ana Rovik", country="CHL"), party("Ana Rovik")))) == 3


def test_or_the_one_whose_body_agrees() -> None:
    peru = party("Ana Rovik", country="PER", affiliation="Tarva Front")
    found = ids(peru, party("Ana Rovik", country="CHL"), party("Ana Rovik", affiliation="Tarva Front"))
    assert found[0] == found[2] != found[1]


def test_a_person_and_an_organisation_of_one_name_are_two() -> None:
    assert not are_one(party("Rovik Santos"), party("Rovik Santos", "organisation"))


def test_a_person_called_by_the_office_is_that_person() -> None:
    assert are_one(party("Ana Rovik"), party("Ana Rovik", "government", role="Foreign Minister"))


def test_and_where_no_office_is_told_with_it() -> None:
    assert are_one(party("Ana Rovik"), party("Ana Rovik", "government"), party("Ana Rovik", None))


def test_what_no_kind_is_told_of_goes_with_the_only_kind() -> None:
    assert are_one(party("Rovik Santos"), party("Rovik Santos", None))
    assert are_one(party("Rovik Santos", "company"), party("Rovik Santos", None))


def test_a_new_body_does_not_make_a_new_person() -> None:
    assert are_one(
        party("Ana Rovik", country="PER", role="mayor", affiliation="Tarva"),
        party("Ana Rovik", country="PER", role="treasurer", affiliation="Rovik Bank"),
    )


def test_but_where_an_article_knows_two_they_stay_two() -> None:
    bank = party("Ana Rovik", country="PER", role="treasurer", affiliation="Rovik Bank")
    ward = party("Ana Rovik", country="PER", role="nurse", affiliation="Tarva Hospital")
    found = settled([article(1, bank, ward), article(2, bank), article(3, ward), article(4, party("Ana Rovik"))])
    first, second = found.actor_of(bank, "art-1"), found.actor_of(ward, "art-1")
    assert first != second
    assert (found.actor_of(bank, "art-2"), found.actor_of(ward, "art-3")) == (first, second)
    assert found.actor_of(party("Ana Rovik"), "art-4") not in (first, second, None)


def test_whoever_may_be_either_of_two_in_an_article_is_left_a_named_mention() -> None:
    peru, chile = party("Ana Rovik", country="PER"), party("Ana Rovik", country="CHL")
    found = settled([article(1, peru, chile, party("Ana Rovik"))])
    assert found.actor_of(party("Ana Rovik"), "art-1") is None


def test_one_word_needs_state_and_office_or_body() -> None:
    assert are_one(party("Rovik", country="PER", role="spokesman"), party("Rovik", country="PER", role="spokeswoman"))
    assert are_one(
        party("Rovik", country="PER", affiliation="Tarva Front"),
        party("Rovik", country="PER", affiliation="Tarva Front"),
    )
    assert not are_one(party("Rovik", country="PER"), party("Rovik", country="PER"))
    assert not are_one(party("Rovik", role="falconer"), party("Rovik", role="falconer"))
    assert not are_one(party("Rovik", country="PER", role="falconer"), party("Rovik", country="CHL", role="falconer"))


def test_one_word_and_an_office_that_many_hold_is_not_enough() -> None:
    assert not are_one(party("Rovik", country="PER", role="colonel"), party("Rovik", country="PER", role="colonel"))


def test_one_word_in_two_bodies_is_two() -> None:
    assert not are_one(
        party("Rovik", country="PER", role="spokesman", affiliation="Tarva Front"),
        party("Rovik", country="PER", role="spokesman", affiliation="Santos Bank"),
    )


def test_one_word_between_two_that_contradict_unites_nobody() -> None:
    front = party("Rovik", country="PER", role="spokesman", affiliation="Tarva Front")
    bank = party("Rovik", country="PER", role="spokesman", affiliation="Santos Bank")
    assert len(set(ids(front, bank, party("Rovik", country="PER", role="spokesman")))) == 3


def test_a_group_of_one_word_is_told_by_state_and_kind() -> None:
    assert are_one(party("Rovikaru", "armed-group", country="PER"), party("Rovikaru", "armed-group", country="PER"))
    assert are_one(party("Rovikaru", "parliament", country="PER"), party("Rovikaru", "parliament", country="PER"))
    assert not are_one(party("Rovikaru", "armed-group", country="PER"), party("Rovikaru", "company", country="PER"))
    assert not are_one(party("Rovikaru", "armed-group", country="PER"), party("Rovikaru", "armed-group", country="CHL"))


SPELLINGS = [
    ("Mohammad Rovik", "Muhammed Rovik"),
    ("Abdul Rahman Rovik", "Abdel-Rahman Rovik"),
    ("Petr Tarvov", "Petr Tarvoff"),
    ("Santos Rovik", "Rovik Santos"),
    ("Ana B. Rovik", "Ana Rovik"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_unite_where_state_and_office_or_body_agree(one: str, other: str) -> None:
    assert are_one(party(one, country="PER", role="falconer"), party(other, country="PER", role="falconer"))
    assert are_one(party(one, country="PER", affiliation="Tarva"), party(other, country="PER", affiliation="Tarva"))


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_alone_unite_nobody(one: str, other: str) -> None:
    assert not are_one(party(one, country="PER"), party(other, country="PER"))
    assert not are_one(party(one, role="falconer"), party(other, role="falconer"))
    assert not are_one(party(one, country="PER", role="falconer"), party(other, country="CHL", role="falconer"))
    assert not are_one(party(one, country="PER", role="farmer"), party(other, country="PER", role="farmer"))


def test_spellings_do_not_unite_what_was_kept_apart() -> None:
    bank = party("Muhammad Rovik", country="PER", role="treasurer", affiliation="Santos Bank")
    ward = party("Muhammad Rovik", country="PER", role="nurse", affiliation="Tarva Hospital")
    both = party("Mohammed Rovik", country="PER", role="treasurer", affiliation="Tarva Hospital")
    found = settled([article(1, bank, ward), article(2, both)])
    assert found.actor_of(bank, "art-1") != found.actor_of(ward, "art-1")


def test_bodies_of_other_words_are_others() -> None:
    told = {"country": "PER", "affiliation": "Tarva"}
    assert not are_one(party("Rovik Front", "armed-group", **told), party("Front Rovik", "armed-group", **told))


def test_ministers_of_two_datelines_are_one_where_a_state_has_one() -> None:
    told = {"role": "Prime Minister", "actor_by": "dateline"}
    assert are_one(party("Ana Rovik", country="PER", **told), party("Ana Rovik", country="CHL", **told))
    told["role"] = "mayor"
    assert not are_one(party("Ana Rovik", country="PER", **told), party("Ana Rovik", country="CHL", **told))


def test_ids_do_not_change_when_other_actors_are_met() -> None:
    alone = ids(party("Ana Rovik", country="PER"))
    more = ids(party("Ana Rovik", country="PER"), party("Bo Tarva"), party("Ana Rovik", country="CHL"))
    assert alone[0] == more[0]
    assert str(alone[0]).startswith("a-")
    assert len(str(alone[0])) == 18
