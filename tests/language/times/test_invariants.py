"""What holds for every text."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.times import Timex, times
from sayso.language.times.bounds import bounds, precision
from sayso.language.times.rules import rules

WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "a the of in on at to from and last next this that same every past few several three 2 31 1999 2024 1447 480 "
        "BC 12:30 10 p.m. 03/04/2026 May March Monday Friday's days weeks month quarter year's decade century spring "
        "night morning today yesterday ago later earlier before early late mid- about over - , . ( ) ’ s th Ramadan "
        "Asad Easter first second half now recently former will said fiscal 1990s '90s FY24 0530 hrs twice 7days",
    )
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=40).map("".join),
    st.sampled_from(rules()).map(lambda rule: rule.example),
)
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS, st.sampled_from([None, True, False]))
def test_spans_are_in_order_within_the_text_and_apart(text: str, day: date | None, narrative: bool | None) -> None:
    end = 0
    for found in times(text, day, narrative=narrative):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@settings(max_examples=200, deadline=None)
@given(TEXTS, DAYS)
def test_the_same_text_reads_the_same(text: str, day: date | None) -> None:
    assert times(text, day) == times(text, day)


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_what_is_told_of_an_expression_agrees(text: str, day: date | None) -> None:
    for found in times(text, day):
        _agrees(found, day)


def _agrees(found: Timex, day: date | None) -> None:
    assert found.value
    assert found.precision == precision(found.value)
    assert (found.earliest, found.latest) == (bounds(found.value) or (None, None))
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert found.rule in {rule.id for rule in rules()}
    assert day is not None or found.anchor != "published"
    assert not found.value.startswith("P") or found.value.endswith("_REF") or found.type in ("DURATION", "SET")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_without_a_day_what_looks_forward_or_back_has_no_year_of_its_own(text: str) -> None:
    for found in times(text):
        if found.rule in ("near", "tonight", "weekday"):
            assert found.anchor == "previous" or found.value.startswith("XXXX") or found.value == "PRESENT_REF"
