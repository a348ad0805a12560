"""Stretches of source to text: entities, white space, and the way back."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.folding import folded
from sayso.model import Aligned, decode


def reads(source: str) -> Aligned:
    return folded(source, [(0, len(source))]).check(len(source))


def is_exact(source: str, text: Aligned) -> bool:
    """Does every run decode to what it stands for, white space being white space?"""
    for run in text.runs:
        spelled, wanted = decode(source[run.raw_start : run.raw_end], ["html"]), text.text[run.start : run.end]
        if spelled.split() != wanted.split() or bool(spelled.strip()) != bool(wanted.strip()):
            return False
    return True


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A&amp;T", "A&T"),
        ("Arlo&#8217;s &#x1F600;", "Arlo’s 😀"),
        ("&notit;", "¬it;"),
        ("&amp;amp;", "&amp;"),
        ("A & B &unknown; &", "A & B &unknown; &"),
        ("&lt;p&gt", "<p>"),
        ("a&nbsp; \r\n b", "a b"),
        ("\u0130stanbul \u00df \ufb01 e\u0301", "\u0130stanbul \u00df \ufb01 e\u0301"),
        ("&#128;&#0;&#1;", "€\ufffd"),
        ("  edges  ", "edges"),
        ("a\0b", "ab"),
    ],
)
def test_entities_are_spelled_out_as_browsers_do(source: str, text: str) -> None:
    found = reads(source)
    assert found.text == text
    assert is_exact(source, found)


def test_an_entity_is_one_piece_and_leads_back_whole() -> None:
    assert reads("Arlo&rsquo;s ford").raw(4, 5) == (4, 11)


def test_text_on_both_sides_of_a_tag_leads_back_to_both_sides() -> None:
    source = "sh<b>ut</b>"
    assert folded(source, [(0, 2), (5, 7)]).raw(0, 4) == (0, 7)


def test_white_space_around_a_tag_is_one_blank_that_stands_on_white_space() -> None:
    source = "the <b> ford</b>"
    text = folded(source, [(0, 4), (7, 12)])
    assert text.text == "the ford"
    assert is_exact(source, text)


ODD = [
    "&amp;",
    "&#8217;",
    "&#x1F600;",
    "&notit;",
    "&amp;amp;",
    "&",
    "&nbsp;",
    "&#32;",
    "&am",
    "p;",
    "#",
    ";",
    "İ",
    "ß",
    "ﬁ",
]
ODD += [
    "e\u0301",
    "😀",
    "\r\n",
    " ",
    "  ",
    "\u00a0",
    "\u2028",
    "\x85",
    "\0",
    "\x1f",
    "a",
    "Z",
    "9",
    "<",
    "&#1;",
    "&#xD800;",
]
PIECES = st.lists(st.sampled_from(ODD) | st.text(max_size=4)).map("".join)


@given(PIECES)
def test_every_run_of_any_text_decodes_exactly(source: str) -> None:
    text = reads(source)
    assert is_exact(source, text)
    assert "  " not in text.text
    assert text.text == text.text.strip()


@given(st.text(alphabet="ab &;#x1\n", max_size=40))
def test_the_text_is_what_html_unescape_gives(source: str) -> None:
    # control characters left out: a reference to one stands for nothing anyone sees
    assert reads(source).text.split() == html.unescape(source).split()
