"""Rows of one document become figures that can be compared, each with the words around it."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.reconcile.numbers import relation
from sayso.reconcile.records import Done, Figured, Page, Said, Who
from sayso.reconcile.tellings import told_by, told_in, told_near
from sayso.schema.data import read_data
from tests.reconcile.figure_tellers import ARMY, SPOKESMAN

SLOTS = read_data("sayso.reconcile", "numbers.toml")["slots"]
STATES = SLOTS["states"]
SOLDIERS = Who("", "peruvian soldiers", "military", "PER", "")


def page(text: str) -> Page:
    """An article of 2 March."""
    return Page("art", "doc", "2026-03-02", "Daily", "", text, (), "")


def event(text: str, trigger: str, *, reality: str = "actual") -> Done:
    """An event on its trigger, done to soldiers."""
    start = text.index(trigger)
    return Done(
        id="e-1",
        article_id="art",
        start=start,
        end=start + len(trigger),
        trigger=trigger,
        root="ASSAULT",
        mode="",
        actors=(),
        recipients=(SOLDIERS,),
        date="",
        place=None,
        figures=(),
        said_in="",
        reality=reality,
        confidence=1.0,
    )


def statement(text: str, content: str, **more: Any) -> Said:
    """A statement of a spokesman on its content."""
    start = text.index(content)
    row = Said(
        id="st-1",
        article_id="art",
        start=start,
        end=start + len(content),
        content=content,
        source="",
        cue="said",
        act="claim",
        group="ASSERT",
        form="indirect",
        negated=False,
        reality="said",
        nested_in="",
        said_on="2026-03-01",
        speaker=SPOKESMAN,
        addressee=None,
        target=None,
        confidence=1.0,
        sense=b"",
    )
    return row._replace(**more)


def test_a_figure_of_an_event_has_its_noun_and_the_words_around() -> None:
    text = "Ana Rovik said at least 11 young soldiers had been killed near Puno."
    one = told_by(event(text, "killed"), Figured("killed", 11, None, "11"), page(text))
    assert (one.words, one.noun, one.low, one.high) == ("at least 11", "soldier", 11, None)
    assert one.context == "ana rovik said at least 11 young soldiers had been killed near puno."


def test_the_words_nearest_to_the_trigger_are_meant() -> None:
    text = "Two women fled. Two soldiers were killed."
    one = told_by(event(text, "killed"), Figured("killed", 2, 2, "Two"), page(text))
    assert one.noun == "soldier"


def test_a_figure_without_a_number_has_its_own_noun() -> None:
    text = "A third soldier died."
    one = told_by(event(text, "died"), Figured("killed", 1, 1, "soldier"), page(text))
    assert (one.words, one.noun) == ("soldier", "soldier")


def test_the_particle_of_a_verb_bounds_nothing() -> None:
    text = "They are to hand over nine soldiers."
    one = told_by(event(text, "hand"), Figured("arrested", 10, None, "over nine"), page(text))
    assert (one.low, one.high) == (9, 9)


def test_a_figure_is_on_the_word_of_the_statement_it_stands_in() -> None:
    text = "Two soldiers were killed, Ana Rovik said."
    figure = Figured("killed", 2, 2, "Two")
    one = told_by(event(text, "killed"), figure, page(text), statement(text, "Two soldiers were killed"))
    assert (one.by, one.said_on) == (SPOKESMAN, "2026-03-01")
    assert told_by(event(text, "killed"), figure, page(text)).by is None


def test_what_is_denied_is_not_on_the_word_of_who_denies_it() -> None:
    text = "Ana Rovik denied that two soldiers were killed."
    denial = statement(text, "two soldiers were killed", group="DENY", act="denial", target=ARMY)
    assert told_by(event(text, "killed"), Figured("killed", 2, 2, "two"), page(text), denial).by == ARMY


def test_an_event_without_a_figure_has_the_number_of_its_recipients() -> None:
    text = "Officers handed over nine Peruvian soldiers on Friday."
    one = told_near(event(text, "handed"), page(text))
    assert one is not None
    assert (one.slot, one.low, one.high, one.noun) == ("people", 9, 9, "soldier")


@pytest.mark.parametrize("word", SLOTS["holding"])
def test_of_people_held_the_slot_is_arrested(word: str) -> None:
    text = f"Nine Peruvian soldiers: {word}."
    one = told_near(event(text, word), page(text))
    assert one is not None
    assert one.slot == "arrested"


def test_numbers_of_others_or_of_other_sentences_are_not_the_recipients() -> None:
    text = "Nine soldiers left. Two drivers freed the soldiers."
    assert told_near(event(text, "freed"), page(text)) is None


def test_what_did_not_happen_has_no_number() -> None:
    text = "They may free nine Peruvian soldiers."
    assert told_near(event(text, "free", reality="hypothetical"), page(text)) is None


@pytest.mark.parametrize(
    ("text", "slot", "low"),
    [
        ("Organisers put the crowd at 3,000.", "participants", 3000),
        ("Police said about 800 people took part.", "participants", 800),
        ("Six others remain in hospital.", "injured", 6),
        ("It moved 18 of its 20 guns.", "gun", 18),
        ("The post lies 300 metres inside.", "distance", 300),
        ("Losses are 40 million soles a day.", "sum", 40_000_000),
    ],
)
def test_the_slot_of_a_statement_is_told_by_noun_unit_or_words(text: str, slot: str, low: float) -> None:
    (one,) = told_in(statement(text, text), page(text))
    assert (one.slot, one.low) == (slot, low)


@pytest.mark.parametrize(("slot", "noun"), [(slot, noun) for slot in STATES for noun in STATES[slot]["nouns"]])
def test_every_noun_of_a_state_tells_its_slot(slot: str, noun: str) -> None:
    standing = noun in ("dead", "killed", "wounded", "injured", "hurt", "missing", "displaced", "homeless")
    plural = noun if standing else noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    text = f"There were 40 {plural} there."
    assert [one.slot for one in told_in(statement(text, text), page(text))] == [slot]


@pytest.mark.parametrize(("slot", "words"), [(slot, cue) for slot in STATES for cue in STATES[slot]["words"]])
def test_every_word_of_a_state_tells_its_slot(slot: str, words: str) -> None:
    text = f"About 40 people {words} there."
    assert [one.slot for one in told_in(statement(text, text), page(text))] == [slot]


def test_the_figure_takes_up_the_count_before_it() -> None:
    text = "By dusk 112 trucks had passed. Customs said the figure was 140."
    (first,) = told_in(statement(text, "By dusk 112 trucks had passed"), page(text))
    (second,) = told_in(statement(text, "the figure was 140", speaker=ARMY), page(text))
    assert (first.slot, second.slot) == ("truck", "truck")
    assert relation(first, second) is not None
