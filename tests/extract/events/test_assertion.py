"""On whose word an event stands."""

from __future__ import annotations

import pytest

from sayso.extract.events.assertion import asserted_by, is_licensed, said_with
from sayso.model import Attribution, EventMention
from tests.extract.events.reading import only, roots_of, the, told


def statement(start: int, end: int, act: str = "claim", cue: tuple[int, int] | None = None) -> Attribution:
    return Attribution(None, cue, ((start, end),), act, "indirect", 1.0, said_on="2025-05-14")


def event(root: str, start: int, end: int) -> EventMention:
    return EventMention((start, end), root, f"{root}.1.x")


def test_what_nobody_is_said_to_have_said_is_the_outlets_own_word() -> None:
    assert only("Kenyan soldiers shelled the village on Monday.").statement is None


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roth said the rebels had attacked the convoy on Monday.",
        "According to Ana Roth, rebels attacked the convoy on Monday.",
        "“The rebels attacked the convoy on Monday,” Ana Roth said.",
    ],
)
def test_what_is_said_is_on_the_speakers_word(text: str) -> None:
    assert only(text).word_of == "Ana Roth"


def test_of_two_speakers_the_inner_one_is_meant() -> None:
    event = only("Colonel Ana Roth said the ministry had confirmed that rebels killed two soldiers.")
    assert event.statement is not None
    assert (event.word_of, event.statement.act) == ("ministry", "confirmation")


def test_what_is_done_by_saying_is_on_the_word_of_whoever_said_it() -> None:
    event = only("Ghana urged Togo to withdraw its troops.")
    assert (event.found.root, event.word_of) == ("REQUEST", "Ghana")


def test_the_next_sentence_is_the_outlets_own_again() -> None:
    found = told("Ana Roth said rebels had attacked the convoy. Police arrested three students in Lusaka on Monday.")
    assert [one.word_of for one in found] == ["Ana Roth", None]


def test_what_is_denied_stands_on_the_denial() -> None:
    event = only("Peru denied that its soldiers had attacked the village.")
    assert event.statement is not None
    assert (event.word_of, event.statement.act) == ("Peru", "denial")


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the claim that its soldiers had attacked the village.",
        "Peru denied that its soldiers had attacked the village.",
        "Chad denied the accusation.",
        "Chad rejected the report.",
    ],
)
def test_a_denial_is_no_rejection(text: str) -> None:
    assert "REJECT" not in roots_of(text)


@pytest.mark.parametrize(
    "text",
    ["Peru rejected the offer of talks from Bolivia.", "Chad refused to meet Niger's envoy."],
)
def test_a_refusal_is_one(text: str) -> None:
    assert the("REJECT", text).word_of in ("Peru", "Chad")


@pytest.mark.parametrize(
    "text",
    [
        "Chad promised to withdraw its troops from Niger.",
        "Norway condemned the killing of two nuns.",
        "Chad threatened to expel Niger's ambassador.",
        "Chad thanked Niger for its support on Monday.",
    ],
)
def test_what_plover_codes_of_words_is_an_event_beside_the_statement(text: str) -> None:
    assert told(text)[0].statement is not None


@pytest.mark.parametrize(
    "text",
    ["Rebels attacked Kampala on Monday.", "Rebels attacked a Peruvian post on Monday."],
)
def test_an_attack_is_not_the_word_of_the_attackers(text: str) -> None:
    assert only(text).statement is None


def test_the_smallest_content_that_holds_the_trigger_wins() -> None:
    assert asserted_by((20, 25), [statement(0, 80), statement(15, 40), statement(50, 80)]) == 1


def test_a_cue_is_its_speakers_own_act() -> None:
    assert asserted_by((5, 10), [statement(12, 40, cue=(5, 10))]) == 0


@pytest.mark.parametrize("trigger", [(38, 44), (60, 65), (0, 5)])
def test_a_trigger_that_no_content_holds_whole_is_the_outlets(trigger: tuple[int, int]) -> None:
    assert asserted_by(trigger, [statement(12, 40, cue=(6, 10))]) is None


@pytest.mark.parametrize(
    ("root", "act", "licensed"),
    [
        ("REJECT", "refusal", True),
        ("REJECT", "denial", False),
        ("ACCUSE", "condemnation", True),
        ("ACCUSE", "claim", False),
        ("REQUEST", "appeal", True),
        ("THREATEN", "warning", False),
        ("ASSAULT", "claim", True),
    ],
)
def test_a_cue_is_an_event_only_under_its_acts(root: str, act: str, licensed: bool) -> None:
    assert is_licensed(event(root, 5, 10), [statement(12, 40, act, cue=(5, 10))]) is licensed


def test_inside_a_content_every_act_is_an_event() -> None:
    assert is_licensed(event("REJECT", 20, 26), [statement(12, 40, "denial", cue=(5, 10))])


def test_what_its_own_cue_tells_was_done_the_day_it_was_said() -> None:
    assert said_with(event("REQUEST", 5, 10), [statement(12, 40, cue=(5, 10))]) == "2025-05-14"
    assert said_with(event("ASSAULT", 20, 26), [statement(12, 40, cue=(5, 10))]) is None
