"""Whom an argument stands for: what kind of party it is, and of which state."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import only, the, told


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("Kenya attacked the village.", "Kenya", "KEN", "government"),
        ("Kenyan soldiers attacked the village.", "Kenyan soldiers", "KEN", "military"),
        ("The rebels attacked the village.", "rebels", None, "armed-group"),
        ("Kenyan police arrested two men.", "Kenyan police", "KEN", "police"),
        ("Villagers attacked the post.", "Villagers", None, "collective"),
        ("A Chadian drone hit the village.", "Chadian drone", "TCD", "military"),
        ("Ghana's president visited Togo on Monday.", "Ghana's president", "GHA", "government"),
    ],
)
def test_an_actor_has_a_name_a_state_and_a_kind(text: str, name: str, country: str | None, kind: str) -> None:
    (party,) = only(text).found.actors
    assert (party.name, party.country, party.kind) == (name, country, kind)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Kremlin condemned the raid.", "RUS"),
        ("Downing Street condemned the attack on Monday.", "GBR"),
        ("Islamabad expelled two Indian diplomats on Monday.", "PAK"),
        ("Washington imposed sanctions on two Sudanese generals on Monday.", "USA"),
    ],
)
def test_a_seat_of_government_acts_for_its_state(text: str, country: str) -> None:
    (party,) = only(text).found.actors
    assert (party.country, party.kind) == (country, "government")


@pytest.mark.xfail(strict=True, reason="a seat read as a person's name stays a person")
def test_a_seat_is_no_person() -> None:
    (party,) = the("ACCUSE", "Rawalpindi accused Kabul of harbouring militants.").found.actors
    assert (party.country, party.kind) == ("PAK", "government")


def test_a_number_and_an_article_are_no_part_of_a_name() -> None:
    assert only("Two Kenyan soldiers were killed on Monday.").recipients == ("Kenyan soldiers",)
    assert only("The rebels attacked the village.").actors == ("rebels",)


@pytest.mark.xfail(strict=True, reason="a hedge before the number is kept as part of the name")
def test_a_hedge_is_no_part_of_a_name() -> None:
    assert only("Up to twenty people were killed in the bombing of Olmar.").recipients == ("people",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police arrested three students in Lusaka on Monday.", "students"),
        ("Two soldiers were killed by rebels near Olmar.", "rebels"),
        ("A shell killed a woman in Olmar on Monday.", "woman"),
    ],
)
def test_where_somebody_was_is_no_part_of_a_name(text: str, name: str) -> None:
    event = only(text)
    assert name in (*event.actors, *event.recipients)


def test_troops_of_two_states_are_two_parties() -> None:
    event = only("Ghanaian and Togolese troops clashed near the river on Tuesday.")
    assert event.actors == ("Ghanaian troops", "Togolese troops")


@pytest.mark.parametrize(
    "text",
    [
        "“Our men were attacked by the rebels on Monday,” said Peruvian General Ivo Rovik.",
        "“The rebels attacked our soldiers on Monday,” said Peruvian General Ivo Rovik.",
    ],
)
def test_our_men_are_the_speakers(text: str) -> None:
    event = only(text)
    (party,) = event.found.recipients
    assert (party.country, party.kind, party.resolved_by) == ("PER", "military", "first person")


def test_we_are_whoever_speaks() -> None:
    event = only("“We attacked the base on Monday,” said Peruvian General Ivo Rovik.")
    assert (event.actors, event.by) == (("Ivo Rovik",), ("PER",))


def test_a_general_who_says_we_acts_for_the_army() -> None:
    event = only("“We attacked the base on Monday,” said Peruvian General Ivo Rovik.")
    assert event.found.actors[0].kind == "military"


def test_they_are_never_the_speaker() -> None:
    event = only("“They attacked us on Monday,” said Kenyan Colonel Ivo Rovik.")
    assert "Ivo Rovik" not in event.actors
    assert event.recipients == ("Ivo Rovik",)


def test_first_person_outside_any_statement_is_nobody_known() -> None:
    (party,) = only("We attacked the village.").found.actors
    assert party.country is None


def test_its_soldiers_are_those_of_whom_it_speaks() -> None:
    event = only("Kenya's army said its soldiers had been attacked by Ugandan troops.")
    (party,) = event.found.recipients
    assert (party.country, party.kind) == ("KEN", "military")


@pytest.mark.parametrize(
    ("both", "kind"),
    [("Both sides", "government"), ("Both governments", "government"), ("Both armies", "military")],
)
def test_both_sides_are_the_two_states_of_the_article(both: str, kind: str) -> None:
    text = f"Chad and Niger have quarrelled over the ridge for years. {both} withdrew their troops on Monday."
    event = only(text)
    assert set(event.by) == {"TCD", "NER"}
    assert {party.kind for party in event.found.actors} == {kind}


def test_both_sides_of_no_two_states_are_nobody() -> None:
    assert only("The quarrel is old. Both sides withdrew their troops on Monday.").actors == ()


@pytest.mark.xfail(strict=True, reason="a state told by `its` in its own clause is not led to")
def test_its_citizens_are_of_the_state_that_acts() -> None:
    assert only("Kenya evacuated its citizens from Uganda on Monday.").to == ("KEN",)


def test_the_soldiers_are_those_last_named_with_a_state() -> None:
    found = told("Kenyan soldiers shelled the village on Monday. The soldiers then burned the market.")
    (party,) = found[-1].found.actors
    assert (party.country, party.resolved_by) == ("KEN", "noun")


def test_new_soldiers_are_not_those_last_named() -> None:
    text = "Kenyan soldiers shelled a Ugandan village on Monday. Some soldiers then burned the market."
    assert told(text)[-1].by == (None,)


def test_the_army_of_an_article_about_one_state_is_its_own() -> None:
    text = (
        "Kenya buried its dead in Nairobi on Monday. The Kenyan parliament wept. The army shelled a village on Tuesday."
    )
    (party,) = told(text)[-1].found.actors
    assert (party.country, party.resolved_by) == ("KEN", "home")


def test_an_armed_group_is_not_of_its_victims_state() -> None:
    text = "A rebel group kidnapped a Chadian doctor in Olmar. The group killed two nurses on Monday."
    assert told(text)[-1].by == (None,)


def test_captives_are_not_of_the_state_that_holds_them() -> None:
    event = the("COERCE", "Chad demanded the release of two soldiers held by Niger.")
    assert (event.by, event.to) == (("NER",), (None,))


def test_a_minister_is_a_party_of_his_state() -> None:
    event = only("Ghana's foreign minister visited Togo on Monday.")
    assert (event.by, event.to) == (("GHA",), ("TGO",))


@pytest.mark.xfail(strict=True, reason="a mine where people work is taken for the weapon")
def test_a_mine_where_people_work_is_no_army() -> None:
    event = only("Workers at the Lusaka mine went on strike on Monday.")
    assert all(party.kind != "military" for party in event.found.recipients)


@pytest.mark.xfail(strict=True, reason="a word of the trigger is listed as an actor, and the army as its state")
def test_words_of_the_trigger_are_no_party() -> None:
    (party,) = only("Chad's army held a military exercise near the border on Monday.").found.actors
    assert (party.country, party.kind) == ("TCD", "military")


def test_a_weapon_that_nobody_owns_acts_for_nobody() -> None:
    assert only("A shell killed a woman in Olmar on Monday.").actors == ()


def test_every_party_stands_on_its_own_words() -> None:
    text = "Kenyan soldiers shelled the village on Monday. The soldiers then burned the market."
    for event in told(text):
        for party in (*event.found.actors, *event.found.recipients):
            assert party.mention is not None
            assert text[slice(*party.mention)].endswith((party.name or "").split()[-1])
