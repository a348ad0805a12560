"""The other side is put in for two states at odds, and for nobody else."""

from __future__ import annotations

import pytest

from sayso.extract.events.opposing import opposed
from sayso.model import Attribution, EventMention, Party
from tests.extract.events.reading import Told, told

ECUADOR, PERU = (
    Party((0, 7), "Ecuador", "government", country="ECU"),
    Party((20, 24), "Peru", "government", country="PER"),
)
TROOPS = Party((30, 45), "Peruvian troops", "military", country="PER")
DEAD = Party((50, 68), "Ecuadorean soldier", "military", country="ECU")
REBELS = Party((70, 76), "rebels", "armed-group")
ACCUSED = EventMention((8, 15), "ACCUSE", "ACCUSE.1.accuse", actors=(ECUADOR,), recipients=(PERU,))
KILLED = EventMention((80, 86), "ASSAULT", "ASSAULT.1.kill", recipients=(DEAD,))
SHELLED = EventMention((90, 97), "ASSAULT", "ASSAULT.1.shell", actors=(TROOPS,))


def states(event: EventMention) -> tuple[list[str | None], list[str | None]]:
    return [party.country for party in event.actors], [party.country for party in event.recipients]


def killing(text: str) -> Told:
    """The last event of violence that a text tells."""
    return [event for event in told(text) if event.found.root == "ASSAULT"][-1]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between Ecuador and Peru resumed. Two Ecuadorean soldiers were killed on Monday.",
        "Ecuadorean and Peruvian troops clashed on Monday. An Ecuadorean soldier was killed.",
        "Ecuador accused Peru of shelling its border post. Two Ecuadorean soldiers were killed on Monday.",
        "Peruvian troops shelled an Ecuadorean village. An Ecuadorean soldier was killed.",
    ],
)
def test_of_two_states_at_odds_one_killed_the_others_soldiers(text: str) -> None:
    event = killing(text)
    (party,) = event.found.actors
    assert (party.country, party.kind, party.resolved_by) == ("PER", "military", "other side")


def test_what_one_shelled_was_the_others() -> None:
    event = killing("Ecuador blamed Peru for the attack. Peruvian troops shelled a village on Monday.")
    assert event.found.recipients[-1].country == "ECU"


@pytest.mark.parametrize(
    "text",
    [
        "Two Ecuadorean soldiers were killed on Monday.",
        "Peru sent wheat to Ecuador on Monday. Two Ecuadorean soldiers were killed on Tuesday.",
        "Ghana's president visited Togo on Monday. Two Ghanaian soldiers were killed on Tuesday.",
    ],
)
def test_states_at_peace_did_not_kill_each_others_soldiers(text: str) -> None:
    assert killing(text).found.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador accused Peru of aggression. Rebels attacked a village on Monday.",
        "Ecuador and Peru quarrel over the border. A rebel group kidnapped a doctor.",
    ],
)
def test_where_an_armed_group_acts_it_may_have_been_anybody(text: str) -> None:
    assert killing(f"{text} Two Ecuadorean soldiers were killed on Tuesday.").found.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador accused Peru of aggression. An Ecuadorean soldier was wounded when a landmine exploded on Monday.",
        "Ecuador accused Peru of aggression. A mine wounded an Ecuadorean soldier on Monday.",
        "Ecuador accused Peru of aggression. An Ecuadorean soldier was killed by a landmine on Monday.",
    ],
)
def test_a_mine_has_no_side(text: str) -> None:
    assert killing(text).found.actors == ()


def test_who_condemns_an_attack_is_not_its_victim() -> None:
    assert "NOR" not in killing("Norway condemned the attack by Rwandan troops on the village.").to


def test_two_states_in_one_article_are_not_yet_at_odds() -> None:
    assert opposed([KILLED, SHELLED]) == [KILLED, SHELLED]


def test_an_accusation_sets_two_states_at_odds() -> None:
    accusation = Attribution(None, None, ((0, 5),), "accusation", "indirect", 1.0, party=ECUADOR, target=PERU)
    _, killed, shelled = opposed([ACCUSED, KILLED, SHELLED], [accusation])
    assert states(killed) == (["PER"], ["ECU"])
    assert states(shelled) == (["PER"], ["ECU"])


def test_words_may_set_two_states_at_odds() -> None:
    _, killed, _ = opposed([ACCUSED, KILLED, SHELLED], (), [("PER", "ECU")])
    assert states(killed) == (["PER"], ["ECU"])


def test_what_is_put_in_says_so_and_stands_on_words_elsewhere() -> None:
    _, killed, _ = opposed([ACCUSED, KILLED, SHELLED], (), [("PER", "ECU")])
    (party,) = killed.actors
    assert (party.name, party.resolved_by, party.mentions) == ("Peruvian troops", "other side", ((30, 45),))


def test_an_armed_group_anywhere_leaves_all_as_it_was() -> None:
    raid = EventMention((100, 104), "ASSAULT", "ASSAULT.1.raid", actors=(REBELS,))
    events = [ACCUSED, KILLED, SHELLED, raid]
    assert opposed(events, (), [("PER", "ECU")]) == events


def test_a_bomb_that_nobody_threw_is_nobodys() -> None:
    bombed = EventMention((100, 104), "ASSAULT", "ASSAULT.1.blast", mode="explosives", recipients=(DEAD,))
    assert opposed([ACCUSED, SHELLED, bombed], (), [("PER", "ECU")])[-1] == bombed


def test_an_article_about_many_states_is_about_no_two() -> None:
    others = [
        Party((n, n + 1), code, "government", country=code) for n, code in enumerate(["KEN", "UGA", "TCD", "NER"])
    ]
    talks = EventMention((100, 104), "CONSULT", "CONSULT.1.talk", actors=tuple(others), recipients=tuple(others))
    events = [KILLED, SHELLED, talks]
    assert opposed(events, (), [("PER", "ECU")]) == events


def test_no_event_has_no_sides() -> None:
    assert opposed([]) == []
