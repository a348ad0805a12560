"""The face: an article's text in, repairs out, on exact characters of the text given."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.spelling import repairs
from sayso.clean.spelling.words import lexicon
from sayso.model import Repair

SEEDS = Path(__file__).resolve().parents[3] / "../shared/seeds"
# Characters that disguises and real texts are made of, the awkward ones for offsets among them.
AWKWARD = (
    "aAtTckse rR0o1i@$!*#-_.'’/|3457 \n\u00ad\u200b\u200d\u202e\u202c\ufeffİßﬁéа\u0422\u0420μ𝐚ａⓐ😀\u0301א۰（`(\"[sic]"
)


def read(text: str) -> str:
    """The text as the reading layer has it."""
    for one in reversed(repairs(text)):
        text = text[: one.start] + one.replacement + text[one.end :]
    return text


def test_a_repair_names_its_stretch_its_reading_and_its_rule() -> None:
    assert repairs("Two att@cks on secu-rity posts.") == (
        Repair(4, 11, "attacks", "swap"),
        Repair(15, 24, "security", "hyphen"),
    )


def test_plain_text_has_no_repairs_and_does_not_open_the_word_list() -> None:
    lexicon.cache_clear()
    text = "On 3 May 2024, the ministry said 1,200 people had left. “We will wait,” said Mr. Daw (44)."
    assert repairs(text) == ()
    assert lexicon.cache_info().currsize == 0


@pytest.mark.parametrize("before", ["İstanbul: ", "Straße, ", "ﬁne ", "😀 ", "e\u0301 ", "\ufeff"])
def test_offsets_hold_behind_characters_whose_length_changes_in_other_forms(before: str) -> None:
    text = before + "they fear terr0rist groups"
    last = repairs(text)[-1]
    assert (text[last.start : last.end], last.replacement) == ("terr0rist", "terrorist")


def test_possessives_compounds_and_brackets_stay_around_the_word() -> None:
    assert read("(the att@ck's aim: anti-t3rror laws)") == "(the attack's aim: anti-terror laws)"
    assert read("a terr0rist-linked cell, a d0n’t") == "a terrorist-linked cell, a don’t"


def test_two_disguises_in_one_word_are_undone_together() -> None:
    assert repairs("a t3r\u200br0r cell") == (Repair(2, 9, "terror", "invisible+swap"),)
    assert read("t3rr0r-ist bases") == "terrorist bases"


@given(st.text(st.sampled_from(AWKWARD), max_size=60))
def test_repairs_are_ordered_apart_within_the_text_and_change_it(text: str) -> None:
    found = repairs(text)
    assert found == repairs(text)
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert one.replacement
        assert one.replacement != text[one.start : one.end]
        last = one.end


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    repairs(text)


def test_a_text_of_one_endless_token_costs_no_more_than_its_length() -> None:
    assert repairs("a1" * 200_000) == ()
    assert repairs("a " * 50_000) == ()
    assert repairs("-" * 100_000) == ()


@pytest.mark.shared
def test_the_seeds_have_thirteen_repairs_all_in_the_fourth() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seeds lie in ../shared, which this checkout has not")
    counts = [len(repairs(path.read_text(encoding="utf-8"))) for path in sorted(SEEDS.glob("*.txt"))]
    assert counts == [0, 0, 0, 13, 0]
