"""Who did what to whom, read the whole way from plain news sentences."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import only, roots_of, the, told


@pytest.mark.parametrize(
    ("text", "trigger", "root", "mode"),
    [
        ("Kenyan soldiers shelled the village on Monday.", "shelled", "ASSAULT", "heavy-weapons"),
        ("Police arrested three students in Lusaka on Monday.", "arrested", "COERCE", "arrest"),
        ("Islamabad expelled two Indian diplomats on Monday.", "expelled", "SANCTION", "expel"),
        ("Ghana's president visited Togo on Monday.", "visited", "CONSULT", "visit"),
        ("Protesters marched in Lima on Friday.", "marched", "PROTEST", "demo"),
        ("Chad deployed 500 soldiers along the border on Monday.", "deployed", "MOBILIZE", "troops"),
        ("Chad apologised to Niger on Monday.", "apologised", "CONCEDE", None),
        ("Chad shut its border with Niger on Monday.", "shut", "COERCE", "restrict"),
        ("Two men were abducted in Olmar on Monday.", "abducted", "ASSAULT", "abduct"),
        ("Ghana urged Togo to withdraw its troops.", "urged", "REQUEST", "yield"),
        ("Kenyan police fired tear gas at protesters in Nairobi on Monday.", "fired", "ASSAULT", "crowd-control"),
        ("The court sentenced two journalists to five years in prison.", "sentenced", "SANCTION", "convict"),
        ("Hackers attacked the ministry's website on Monday.", "attacked", "COERCE", "cyber"),
        ("Norway gave Kenya 20 million dollars on Monday.", "gave", "AID", None),
        ("Kenya recognised the new government of Peru on Monday.", "recognised", "SUPPORT", None),
        ("Kenyan troops crossed into Uganda on Monday.", "crossed", "MOBILIZE", "troops"),
    ],
)
def test_a_deed_is_one_event_under_its_root_and_mode(text: str, trigger: str, root: str, mode: str | None) -> None:
    event = only(text)
    assert (event.trigger, *event.coded) == (trigger, root, mode)


def test_the_row_names_the_frame_that_coded_it() -> None:
    event = only("Kenyan soldiers shelled the village.")
    assert event.found.frame.startswith("ASSAULT.")
    assert event.found.frame.endswith(".shell")


def test_subject_and_object_are_actor_and_recipient() -> None:
    event = only("Niger imposed sanctions on Chad on Monday.")
    assert (event.actors, event.recipients) == (("Niger",), ("Chad",))
    assert (event.by, event.to) == (("NER",), ("TCD",))


def test_an_indirect_object_is_the_recipient() -> None:
    event = only("Norway gave Kenya 20 million dollars on Monday.")
    assert (event.by, event.to) == (("NOR",), ("KEN",))


def test_a_third_party_brings_two_sides_together() -> None:
    event = only("Norway hosted talks between Kenya and Uganda on Monday.")
    assert (event.found.mode, event.by, event.to) == ("third-party", ("NOR",), ("KEN", "UGA"))


def test_in_the_passive_the_subject_is_the_recipient() -> None:
    event = only("Kenya's army said its soldiers had been attacked by Ugandan troops.")
    assert (event.by, event.to) == (("UGA",), ("KEN",))


def test_a_passive_that_names_nobody_has_no_actor() -> None:
    assert only("Two Kenyan soldiers were killed near Olmar.").actors == ()


@pytest.mark.parametrize(
    ("text", "trigger", "coded"),
    [
        pytest.param(
            "The army launched an attack on the rebels.",
            "attack",
            ("ASSAULT", None),
        ),
        ("Rebels carried out a bombing in Olmar on Monday.", "bombing", ("ASSAULT", "explosives")),
    ],
)
def test_a_light_verb_leaves_it_to_its_noun(text: str, trigger: str, coded: tuple[str, str | None]) -> None:
    event = only(text)
    assert (event.trigger, event.coded) == (trigger, coded)
    assert len(event.actors) == 1


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The rebels, who attacked the town on Monday, fled.", "rebels", "town"),
        ("The town, which Peruvian troops attacked on Monday, lies in ruins.", "Peruvian troops", "town"),
    ],
)
def test_a_relative_pronoun_stands_for_its_noun(text: str, actor: str, recipient: str) -> None:
    event = only(text)
    assert (event.actors, event.recipients) == ((actor,), (recipient,))


def test_whom_was_kidnapped_is_the_noun_before_whom() -> None:
    event = the("ASSAULT", "The commander whom the rebels kidnapped in March was freed on Monday.")
    assert (event.actors, event.recipients) == (("rebels",), ("commander",))


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian and Togolese troops clashed near the river on Tuesday.",
        "Indian and Pakistani officials met in Geneva on Monday.",
        "Ghana and Togo signed a trade agreement on Monday.",
        "A ceasefire between Chad and Niger took effect on Monday.",
        "Fighting between Ecuador and Peru resumed.",
        "Moscow and Kyiv exchanged prisoners on Friday.",
    ],
)
def test_what_two_sides_do_together_lists_both_on_both_sides(text: str) -> None:
    event = only(text)
    assert len(set(event.by)) == 2
    assert event.by == event.to


def test_whoever_meets_somebody_meets_as_an_equal() -> None:
    event = only("Ghana met Togo in Accra.")
    assert event.by == event.to == ("GHA", "TGO")


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Ghana and Togo met in Accra on Tuesday.",
        "The presidents of Ghana and Togo spoke by phone on Monday.",
        pytest.param(
            "Ministers from Ghana and Togo held talks in Accra on Tuesday.",
            marks=pytest.mark.xfail(strict=True, reason="the second of two states behind `from` is lost"),
        ),
    ],
)
def test_ministers_of_two_states_are_two_parties(text: str) -> None:
    assert set(only(text).by) == {"GHA", "TGO"}


def test_nothing_is_found_where_nothing_was_done() -> None:
    assert told("Olmar is a town on the river. It has two bridges and an old mill.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan company launched a new phone on Monday.",
        "The Ghanaian chef beat six eggs.",
        "The Peruvian director shot a film in Lima.",
        "The Kenyan mayor opened a library in Nairobi.",
        "The Kenyan government dropped the plan.",
        "Peru bombed at the box office.",
        "The police seized the chance.",
        "The Ugandan army released a statement on Monday.",
        "The Kenyan president released a book on Monday.",
        "Chad struck gold in the north.",
        "The Chadian government hit its targets.",
        "Kenya broke the record.",
        "The Kenyan police lifted the car out of the river.",
        "The Kenyan president left Nairobi for Accra on Monday.",
        "The Kenyan minister left the hall.",
    ],
)
def test_a_verb_of_war_in_a_sentence_of_peace_is_no_event(text: str) -> None:
    assert told(text) == []


def test_the_month_is_no_march() -> None:
    assert roots_of("Troops shelled Olmar in March 2020.") == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("Chad promised to withdraw its troops from Niger.", ["AGREE"]),
        ("Ghana urged Togo to withdraw its troops.", ["REQUEST"]),
        ("The rebels threatened to attack the town.", ["THREATEN"]),
        ("Ghana and Togo agreed to hold talks.", ["AGREE"]),
    ],
)
def test_what_is_promised_demanded_or_threatened_is_no_event_of_its_own(text: str, roots: list[str]) -> None:
    assert roots_of(text) == roots


def test_what_is_alleged_is_an_event_beside_the_accusation() -> None:
    assert roots_of("Ecuador accused Peru of shelling its border post.") == ["ACCUSE", "ASSAULT"]


def test_a_note_of_protest_is_no_demonstration() -> None:
    assert roots_of("Kenya lodged a protest with Uganda on Monday.") == ["ACCUSE"]


def test_sanctions_that_are_approved_are_sanctions() -> None:
    event = only("Kenya's parliament approved sanctions against Uganda on Monday.")
    assert (event.found.root, event.by, event.to) == ("SANCTION", ("KEN",), ("UGA",))


@pytest.mark.xfail(strict=True, reason="`stopped the rebels` is read as a ceasefire")
def test_to_stop_somebody_from_doing_is_no_ceasefire() -> None:
    assert "RETREAT" not in roots_of("Ugandan troops stopped the rebels from attacking the town.")


@pytest.mark.xfail(strict=True, reason="the guests of a cancelled visit are taken for those who cancelled it")
def test_who_cancels_a_visit_refuses_the_guests() -> None:
    event = the("REJECT", "Kenya cancelled a visit by Ugandan officials.")
    assert (event.by, event.to) == (("KEN",), ("UGA",))


@pytest.mark.xfail(strict=True, reason="whose demand it was is lost")
def test_who_rejects_a_demand_rejects_whoever_made_it() -> None:
    event = the("REJECT", "Chad rejected Niger's demand for talks.")
    assert (event.by, event.to) == (("TCD",), ("NER",))


@pytest.mark.parametrize(
    "text",
    [
        "Chad warned that it would attack Niger.",
        "Chad threatened to attack Niger.",
    ],
)
def test_a_threat_is_made_to_whom_it_would_hurt(text: str) -> None:
    event = the("THREATEN", text)
    assert (event.by, event.to) == (("TCD",), ("NER",))


def test_events_stand_in_the_order_of_the_text() -> None:
    found = told("Rebels killed two soldiers in Olmar on Monday. On Tuesday, troops shelled a village.")
    assert [event.trigger for event in found] == ["killed", "shelled"]
