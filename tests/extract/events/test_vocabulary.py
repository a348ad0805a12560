"""A form in running text leads to the words of the lexicon it may be of."""

from __future__ import annotations

import pytest

from sayso.extract.events.frames.lexicon import head_of, lexicon
from sayso.extract.events.inflections import forms_of
from sayso.extract.events.vocabulary import lemmas_of


@pytest.mark.parametrize(
    ("form", "pos", "lemmas"),
    [
        ("carried", "VERB", ("carry",)),
        ("shelling", "VERB", ("shell",)),
        ("struck", "VERB", ("strike",)),
        ("freed", "VERB", ("free",)),
        ("clashes", "NOUN", ("clash",)),
    ],
)
def test_a_form_leads_to_its_lemma(form: str, pos: str, lemmas: tuple[str, ...]) -> None:
    assert lemmas_of(form, pos) == lemmas


def test_a_form_may_be_of_two_lemmas() -> None:
    assert {"find", "found"} & set(lemmas_of("found", "VERB"))


@pytest.mark.parametrize(("form", "pos"), [("zebra", "VERB"), ("struck", "NOUN"), ("Attack", "VERB"), ("", "VERB")])
def test_what_no_frame_knows_leads_nowhere(form: str, pos: str) -> None:
    assert lemmas_of(form, pos) == ()


def test_every_form_of_every_frame_leads_back_to_it() -> None:
    for frame in lexicon().frames:
        for words in frame.words:
            lemma = words[head_of(words)]
            assert all(lemma in lemmas_of(form, frame.pos) for form in forms_of(lemma, frame.pos)), (frame.id, lemma)
