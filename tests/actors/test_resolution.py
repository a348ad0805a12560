"""A mention is an actor by name, by pattern, by office or by who governs; what is not sure is nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.actors import Actor, Context, Resolution, registry, resolve
from sayso.model.actor import Loaded, NameUse, Office, Seat
from tests.actors.days import day

MILL = Seat("Old Mill", "2010", "2012")
RF = ("RF", "the Front")
MINISTER = "justice minister"
OWN = (
    Actor("rovik", "Rovik Front", "armed-group", "PER", "REB", None, RF, (Loaded("Sons of Ash", "PER"),), RF, "2001"),
    Actor("tarva", "Rapid Force", "agency", "BOL", aliases=("RF",), ambiguous=("RF",)),
    Actor("old-rovik", "Rovik Committee", "armed-group", "PER", names=(NameUse("Rovik League", "1990", "2000"),)),
    Actor("new-rovik", "Rovik Council", "party", "PER", names=(NameUse("Rovik League", "2001"),), seats=(MILL,)),
    Actor("ana", "Ana Maria Tarvel", "person", "TUV", roles=(Office(MINISTER, "tuv-gov", "2011", "2015"),)),
    Actor("ben", "Ben Tarvel", "person", "TUV", roles=(Office(MINISTER, "tuv-gov", "2016", "2020"),)),
    Actor("cleo", "Cleo Hope", "person", "BOL", roles=(Office("leader", "rovik", "2011"),)),
)
AMONG = registry(OWN)


def who(mention: str, on: str | None = None, **about: object) -> Resolution | None:
    return resolve(mention, on=day(on) if on else None, context=Context(**about), among=AMONG)  # type: ignore[arg-type]


def id_of(mention: str, on: str | None = None, **about: object) -> str | None:
    found = who(mention, on, **about)
    return found.actor_id if found else None


@pytest.mark.parametrize("mention", ["Rovik Front", "the Rovik Front's", "“Rovik Front”", "ROVIK FRONT", "Rovik-Front"])
def test_a_name_is_found_in_any_spelling(mention: str) -> None:
    assert id_of(mention) == "rovik"


@pytest.mark.parametrize(
    "mention",
    [
        "the rebel group Rovik Front",
        "Rovik Front fighters",
        "the Rovik Front rebel movement",
        "the outlawed Rovik Front (RF)",
        "a spokesman for the Rovik Front",
        "Rovik Front spokesperson",
        "Iran-backed Rovik Front",
        "Rovik Front, an armed group in the south",
    ],
)
def test_words_around_a_name_do_not_hide_it(mention: str) -> None:
    assert id_of(mention) == "rovik"


def test_an_ambiguous_alias_needs_the_state_or_the_full_name_in_the_article() -> None:
    assert id_of("RF") is None
    assert id_of("RF", country="PER") == "rovik"
    assert id_of("RF", country="BOL") == "tarva"
    assert id_of("RF", countries=frozenset({"PER", "BOL"})) is None
    assert id_of("RF", countries=frozenset({"PER", "BOL"}), actors=frozenset({"tarva"})) == "tarva"


def test_what_the_words_may_mean_as_well_is_kept() -> None:
    found = who("RF", countries=frozenset({"PER", "BOL"}), actors=frozenset({"tarva"}))
    assert found is not None
    assert (found.how, found.alternatives) == ("context", ("rovik",))


def test_a_partisan_name_is_flagged() -> None:
    found = who("Sons of Ash")
    assert found is not None
    assert (found.actor_id, found.name, found.how, found.loaded) == ("rovik", "Rovik Front", "loaded", True)


def test_a_name_that_passed_from_one_to_another_goes_by_the_day() -> None:
    assert id_of("Rovik League", "1995-01-01") == "old-rovik"
    assert id_of("Rovik League", "2005-01-01") == "new-rovik"
    undated = who("Rovik League")
    assert undated is not None
    assert (undated.actor_id, undated.how) == ("new-rovik", "alias, latest")


def test_nobody_is_named_before_there_was_such_an_actor() -> None:
    assert id_of("Rovik Front", "1999-01-01") is None


def test_a_seat_stands_for_its_actor_only_in_its_time() -> None:
    assert id_of("Old Mill", "2011-01-01") == "new-rovik"
    assert id_of("Old Mill", "2020-01-01") is None


def test_a_capital_is_its_government_unless_it_is_a_place_or_a_person() -> None:
    found = who("Lima", "2011-01-01")
    assert found is not None
    assert (found.actor_id, found.how) == ("per-gov", "metonym")
    assert id_of("Lima", use="place") is None
    assert id_of("Lima", kind="person") is None


@pytest.mark.parametrize(
    ("mention", "actor_id"),
    [
        ("Peru's foreign ministry", "per-mfa"),
        ("the Peruvian Ministry of Foreign Affairs", "per-mfa"),
        ("Ministry of Defence of Peru", "per-mod"),
        ("Lima's foreign ministry", "per-mfa"),
        ("the Bolivian coast guard", "bol-coastguard"),
        ("Bolivian troops", "bol-army"),
        ("the Bolivian government", "bol-gov"),
    ],
)
def test_every_state_has_its_bodies_by_pattern(mention: str, actor_id: str) -> None:
    assert id_of(mention, "2022-01-01") == actor_id


def test_a_capitals_police_are_not_the_states() -> None:
    assert id_of("Lima police") is None


def test_a_body_alone_takes_the_state_of_the_article() -> None:
    assert id_of("the foreign ministry") is None
    found = who("the foreign ministry", country="BOL")
    assert found is not None
    assert (found.actor_id, found.how) == ("bol-mfa", "context")
    assert id_of("the foreign ministry", country="BOL", own="PER") == "per-mfa"
    assert id_of("the foreign ministry", countries=frozenset({"PER", "BOL"})) is None


def test_a_body_of_a_movement_is_not_a_states() -> None:
    found = who("the Rovik Front-run health ministry")
    assert found is not None
    assert (found.actor_id, found.kind) == ("rovik-health", "ministry")


def test_an_office_is_its_holder_that_day_or_else_the_office() -> None:
    assert id_of("the Tuvaluan justice minister", "2012-01-01") == "ana"
    assert id_of("Tuvalu's justice minister", "2018-01-01") == "ben"
    assert id_of("the justice minister", "2018-01-01", country="TUV") == "ben"
    vacant = who("the Peruvian vice president", "1905-01-01")
    assert vacant is not None
    assert (vacant.actor_id, vacant.kind, vacant.how) == ("per-vice-president", "office", "role")


def test_former_and_deputy_holders_are_not_the_holder() -> None:
    assert id_of("the former Tuvaluan justice minister", "2012-01-01") is None
    assert id_of("the deputy foreign minister", "2012-01-01", country="PER") is None


def test_the_leader_of_a_movement_is_found_by_its_name() -> None:
    assert id_of("the leader of the Rovik Front", "2015-01-01") == "cleo"


def test_a_person_is_found_by_full_name_with_any_title() -> None:
    assert id_of("Ana Maria Tarvel") == "ana"
    assert id_of("Justice Minister Ana Maria Tarvel", "2012-01-01") == "ana"
    assert id_of("Justice Minister Ana Tarvel", "2012-01-01", country="TUV") == "ana"


def test_a_surname_needs_role_and_state() -> None:
    assert id_of("Tarvel") is None
    assert id_of("Justice Minister Tarvel", "2012-01-01", country="TUV") == "ana"
    assert id_of("Justice Minister Tarvel", "2018-01-01", country="TUV") == "ben"
    assert id_of("Tarvel", "2018-01-01", country="TUV", role="justice minister") == "ben"
    assert id_of("Tarvel", "2018-01-01", country="TUV", actors=frozenset({"ana"})) == "ana"
    assert id_of("Justice Minister Tarvel", "2012-01-01", country="BOL") is None


@pytest.mark.parametrize("word", ["hope", "Hope", "front", "the front", "army", "he", "", "   ", "x" * 400])
def test_common_words_are_nobody(word: str) -> None:
    assert id_of(word, "2012-01-01") is None


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("analysts", None, None),
        ("Peruvian officials", "PER", "GOV"),
        ("villagers in the south", None, None),
        ("unnamed Bolivian diplomats", "BOL", "GOV"),
        ("two Peruvian soldiers", "PER", "MIL"),
        ("Peruvians", "PER", "CVL"),
    ],
)
def test_people_without_a_name_stay_a_collective(mention: str, country: str | None, sector: str | None) -> None:
    found = who(mention)
    if found is None:
        assert mention == "villagers in the south"
        return
    assert (found.actor_id, found.kind, found.country) == (None, "collective", country)
    assert found.sector == sector


def test_the_words_regime_and_terrorists_are_partisan() -> None:
    found = who("the Bolivian regime", "2012-01-01")
    assert found is not None
    assert (found.actor_id, found.loaded) == ("bol-gov", True)


WORDS = [
    "the",
    "of",
    "a",
    "two",
    "Peru",
    "Peru's",
    "Lima",
    "RF",
    "Rovik",
    "Front",
    "foreign",
    "ministry",
    "spokesman",
    "Ana",
]
WORDS += ["president", "Tarvel", ",", "(", ")", "'", "-", "rebels", "by", "'s", "«", "U.S.", "of's", "Mr.", "-backed"]


@given(
    st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.sampled_from([None, "PER", "AFG"]),
)
def test_whatever_is_asked_there_is_an_answer_or_none_and_it_does_not_change(mention: str, country: str | None) -> None:
    first = who(mention, "2012-01-01", country=country)
    assert first == who(mention, "2012-01-01", country=country)
    assert first is None or first.name


def test_the_same_question_has_the_same_answer() -> None:
    assert who("RF", country="PER") == who("RF", country="PER")
