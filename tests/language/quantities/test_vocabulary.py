"""The tables of quantities hold what they must, and every row of them serves."""

from __future__ import annotations

import pytest

from sayso.language.quantities import quantities_in, vocabulary
from sayso.language.quantities.counted import lemma_of
from sayso.schema.data import read_data

WORDS = read_data("sayso.language.quantities", "words.toml")
UNITS = read_data("sayso.language.quantities", "units.toml")


@pytest.mark.parametrize(("word", "value"), [row for row in WORDS["values"].items() if row[1] > 1])
def test_every_word_of_a_number_is_read(word: str, value: int) -> None:
    assert [one.low for one in quantities_in(f"{word} soldiers")] == [value]


@pytest.mark.parametrize(("word", "value"), WORDS["scales"].items())
def test_every_scale_multiplies(word: str, value: int) -> None:
    assert [one.low for one in quantities_in(f"two {word} soldiers")] == [2 * value]


@pytest.mark.parametrize(("letters", "value"), WORDS["letters"].items())
def test_letters_after_digits_multiply_money(letters: str, value: int) -> None:
    assert [one.low for one in quantities_in(f"€3{letters} was paid")] == [3 * value]


@pytest.mark.parametrize("word", WORDS["vague"]["open"] + WORDS["vague"]["loose"])
def test_every_vague_word_is_found(word: str) -> None:
    assert [one.vague for one in quantities_in(f"{word} soldiers" if word in WORDS["vague"]["loose"] else word)] == [
        word
    ]


@pytest.mark.parametrize(("phrase", "bound"), vocabulary.bounds("before").items())
def test_every_phrase_before_a_number_bounds_it(phrase: str, bound: str) -> None:
    (found,) = quantities_in(f"{phrase} 40 soldiers")
    sides = {"low": (40, None), "over": (41, None), "high": (None, 40), "under": (None, 39), "about": (40, 40)}
    assert (found.low, found.high) == sides[bound]
    assert found.approximate == (bound == "about")


@pytest.mark.parametrize(("phrase", "bound"), vocabulary.bounds("after").items())
def test_every_phrase_after_a_number_bounds_it(phrase: str, bound: str) -> None:
    (found,) = quantities_in(f"40 {phrase}, he said")
    assert (found.low, found.high) == {"low": (40, None), "high": (None, 40), "about": (40, 40)}[bound]


@pytest.mark.parametrize("form", vocabulary.unit_forms())
def test_every_form_of_a_unit_is_read(form: str) -> None:
    (found,) = quantities_in(f"It was 40 {form}.")
    assert found.unit == vocabulary.unit_forms()[form]


@pytest.mark.parametrize("form", vocabulary.unit_shorts())
def test_every_short_form_of_a_unit_is_read_after_digits(form: str) -> None:
    (found,) = quantities_in(f"It was 40{form} there")
    assert found.unit == vocabulary.unit_shorts()[form]


@pytest.mark.parametrize("mark", vocabulary.marks())
def test_every_mark_of_money_is_read(mark: str) -> None:
    (found,) = quantities_in(f"It was {mark}40 there")
    assert found.unit == vocabulary.marks()[mark]
    assert found.words == f"{mark}40"


@pytest.mark.parametrize("label", WORDS["labels"]["before"])
def test_a_number_after_a_label_is_a_name(label: str) -> None:
    assert quantities_in(f"It was near {label.capitalize()} 12.") == []


@pytest.mark.parametrize("month", WORDS["dates"]["months"])
def test_a_number_beside_a_month_is_a_day(month: str) -> None:
    assert quantities_in(f"It was on 12 {month} there, and on {month} 14 here") == []


@pytest.mark.parametrize(("form", "lemma"), WORDS["irregular"].items())
def test_irregular_plurals_have_their_lemma(form: str, lemma: str) -> None:
    assert lemma_of(form) == lemma


@pytest.mark.parametrize("noun", WORDS["noun"]["persons"])
def test_a_number_before_persons_is_no_year(noun: str) -> None:
    assert [one.low for one in quantities_in(f"They saw 2000 {noun} there")] == [2000]


@pytest.mark.parametrize("noun", WORDS["noun"]["totals"])
def test_totals_are_counted_before_their_number(noun: str) -> None:
    assert [one.noun for one in quantities_in(f"He put the {noun} at 40.")] == [lemma_of(noun)]


@pytest.mark.parametrize("verb", WORDS["phrasal"]["verbs"])
def test_over_after_these_verbs_is_no_bound(verb: str) -> None:
    assert [one.low for one in quantities_in(f"They {verb} over nine prisoners")] == [9]


def test_a_bound_that_is_none_is_refused() -> None:
    with pytest.raises(vocabulary.VocabularyError, match=r"\[before\] beside: a bound is one of"):
        vocabulary._check_words({**WORDS, "before": {"beside": []}})


def test_a_value_that_is_no_number_is_refused() -> None:
    with pytest.raises(vocabulary.VocabularyError, match=r"\[values\] one: a whole number is wanted"):
        vocabulary._check_words({**WORDS, "values": {"one": "1"}})


@pytest.mark.parametrize("row", [{"kind": "taste", "factor": 1}, {"kind": "length", "factor": 0}])
def test_a_unit_without_kind_or_factor_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(vocabulary.VocabularyError, match=r"units.toml \[ell\]"):
        vocabulary._unit("ell", {"base": "metre", **row})
