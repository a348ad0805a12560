"""Mentions of happenings: their head, sentence and kind, and how two compare."""

import tomllib
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from sayso.reconcile.mentions import (
    FEATURES,
    Mention,
    base_of,
    families_of,
    features_of,
    logit_of,
    mention_at,
    sentence_at,
)
from sayso.reconcile.stories import StoryView
from sayso.reconcile.weighing import stem, words_in

TEXT = (
    "Rebels opened fire on the post at Tarva. Two guards were killed when the rebels fired. "
    "The market closed early.\n\nA spokesman said that guards had died. Ana Rovik told the paper of 12 shots."
)
STORY = StoryView(0, {"tarva": 200, "rebel": 150})


def at(quote: str, article: str = "a", text: str = TEXT, sense: bytes = b"") -> Mention:
    start = text.index(quote)
    return mention_at(quote, article, text, [(start, start + len(quote))], STORY, sense=sense)


def compared(one: Mention, other: Mention) -> dict[str, float]:
    return dict(zip(FEATURES, features_of(one, other), strict=True))


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("sayso.reconcile").joinpath(name).read_text("utf-8"))


def test_the_head_is_the_weightiest_word() -> None:
    assert at("opened fire").head == base_of("fire")


def test_an_irregular_form_has_the_base_of_its_verb() -> None:
    assert {base_of(form) for form in ("fight", "fought", "fighting")} == {"fight"}
    assert base_of("withdrawal") == base_of("withdrew") == base_of("withdraws")


def test_the_sentence_ends_at_a_stop_or_a_line() -> None:
    start = TEXT.index("closed")
    assert TEXT[slice(*sentence_at(TEXT, start, start + 6))] == "The market closed early."
    start = TEXT.index("died")
    assert TEXT[slice(*sentence_at(TEXT, start, start + 4))] == "A spokesman said that guards had died."


def test_a_text_without_stops_is_read_so_far() -> None:
    text = "word " * 500
    first, last = sentence_at(text, 1000, 1004)
    assert last - first <= 2 * 400 + 4


def test_the_words_of_a_mention_are_not_its_surroundings() -> None:
    found = at("opened fire")
    assert not found.stems & (set(found.surroundings) | set(found.sentence))
    assert {"rebel", "tarva"} <= set(found.sentence)


def test_names_are_capitals_past_the_first_word_and_figures_are_digits() -> None:
    found = at("told")
    assert found.names == {"rovik"}
    assert found.figures == {"12"}


def test_words_of_one_family_meet_without_a_letter_in_common() -> None:
    found = compared(at("killed"), at("died"))
    assert (found["same stem"], found["family alone"]) == (0.0, 1.0)


def test_another_kind_of_happening_differs() -> None:
    assert compared(at("killed"), at("closed"))["families differ"] == 1.0


def test_two_reports_of_speech_are_marked() -> None:
    assert compared(at("said"), at("told"))["speech"] == 1.0


def test_mentions_of_one_sentence_are_marked() -> None:
    assert compared(at("killed"), at("fired"))["one sentence"] == 1.0
    assert compared(at("killed"), at("fired", article="b"))["one sentence"] == 0.0


def test_sense_is_the_cosine_of_signed_bytes() -> None:
    first, second = np.zeros(384, np.int8), np.zeros(384, np.int8)
    first[0], second[0], second[1] = 127, 76, 102
    alike = compared(at("killed", sense=first.tobytes()), at("died", sense=second.tobytes()))
    assert alike["sense"] == pytest.approx(0.6, abs=0.01)


def test_likeness_is_symmetric() -> None:
    quotes = ("opened fire", "killed", "fired", "closed", "said", "died", "told")
    for one in quotes:
        for other in quotes:
            assert logit_of(at(one), at(other)) == pytest.approx(logit_of(at(other), at(one)))


def test_the_same_deed_is_likelier_one_than_two_deeds_of_a_text() -> None:
    assert logit_of(at("opened fire"), at("fired")) > logit_of(at("opened fire"), at("closed"))
    assert logit_of(at("killed"), at("died", article="b")) > logit_of(at("killed"), at("closed", article="b"))


def test_weights_are_of_the_features_alone() -> None:
    assert list(table("likeness.toml")["weights"]) == list(FEATURES)


def test_every_family_holds_two_words_or_more_and_none_twice() -> None:
    for name, words in table("families.toml").items():
        assert len(words.split()) == len(set(words.split())) > 1, name


def test_every_word_of_a_family_is_read_as_one_word_and_found_in_it() -> None:
    for name, words in table("families.toml").items():
        for word in words.split():
            assert list(words_in(word)) == [word]
            assert name in families_of(base_of(word))


def test_every_irregular_form_is_used() -> None:
    for verbs in table("forms.toml").values():
        for verb, forms in verbs.items():
            assert forms, verb
            assert all(base_of(form) == stem(verb) for form in forms), verb
