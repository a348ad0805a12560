"""The brief as Markdown: footnotes, tables, and hostile text that stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.report import Brief, Selection, brief_of
from sayso.report.markdown_file import escaped, markdown


def test_each_reference_has_its_footnote(brief: Brief) -> None:
    text = markdown(brief)
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    defined = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert cited == set(defined)
    assert len(defined) == len(brief.notes)


def test_a_footnote_tells_document_date_outlet_words_row_and_characters(brief: Brief) -> None:
    assert (
        "Osta Daily, 2026-03-03, Ministry rejects Karva story: “the school had been closed” "
        "(docs/daily.txt, characters 149–175 of the article; row `s-school`, 156–182 of the original)"
    ) in markdown(brief)


def test_the_sides_of_a_claim_are_columns(brief: Brief) -> None:
    assert "  | Who says so | Who denies it, or says what cannot also be so |\n  |---|---|\n  | **Ana Roth" in markdown(
        brief
    )


def test_hostile_text_sets_no_link_tag_table_or_markup(brief: Brief) -> None:
    text = markdown(brief)
    assert "<script>" not in text
    assert r"\[here\](javascript:alert(1))" in text
    assert not re.search(r"(?<!\\)\[here", text)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "www.evil" not in text, "GitHub makes a link of a bare address"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a|b", r"a\|b"),
        ("![x](y)", r"!\[x\](y)"),
        ("`code`", r"\`code\`"),
        ("<b>", r"\<b\>"),
        ("a &amp; b", "a &amp;amp; b"),
        ("https://evil.example", "https&#58;//evil.example"),
        ("[^1]: x", r"\[\^1\]: x"),
        ("one\n# two", "one # two"),
        ("back\\", r"back\\"),
    ],
)
def test_active_marks_are_escaped(words: str, shown: str) -> None:
    assert escaped(words) == shown


@given(st.text())
def test_no_text_leaves_its_line_or_opens_markup(words: str) -> None:
    shown = escaped(words)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]|<>~]", shown)


def test_an_empty_brief_says_so(ledger: Ledger) -> None:
    text = markdown(brief_of(ledger, Selection(since="2031")))
    assert "**Nothing in this ledger answers what was asked for.**" in text
    assert "since **2031**" in text
    assert text.count("\nNone.\n") == 6


def test_what_a_group_leaves_out_is_told(ledger: Ledger) -> None:
    text = markdown(brief_of(ledger, Selection(most=1)))
    assert "And 1 more: a higher --limit shows them, `sayso export happenings` has all." in text
