"""Aligned text leads every character back, whatever is done to it."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Aligned, AlignmentError, Builder, Run, decode, joined

ODD = "İßﬁ😀é&<>\"'\\/\t \r\nA0\u00ad\u200b"
TEXTS = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), max_size=60)


def escaped(text: str) -> tuple[str, Aligned]:
    """A text as HTML source and the alignment of one to the other."""
    source, out = "", Builder()
    for character in text:
        piece = html.escape(character)
        if piece == character:
            out.copy(character, len(source))
        else:
            out.atom(character, len(source), len(source) + len(piece))
        source += piece
    return source, out.build()


def test_a_document_is_aligned_to_itself() -> None:
    assert Aligned.whole("abc").raw(1, 3) == (1, 3)


def test_an_entity_leads_back_as_a_whole() -> None:
    text = Builder().copy("AT", 0).atom("&", 2, 7).copy("T", 7).build()
    assert text.raw(2, 3) == (2, 7)
    assert text.raw(1, 4) == (1, 8)


def test_inserted_characters_at_the_edges_lead_nowhere() -> None:
    text = joined([Aligned.whole("one two").slice(0, 3), Aligned.whole("one two").slice(4, 7)], "\n\n")
    assert text.text == "one\n\ntwo"
    assert text.raw(0, 5) == (0, 3)
    assert text.raw(3, 8) == (4, 7)
    assert text.raw(3, 5) == (4, 4)


def test_a_range_outside_the_text_is_an_error() -> None:
    with pytest.raises(AlignmentError):
        Aligned.whole("abc").raw(2, 4)


@pytest.mark.parametrize(
    ("runs", "why"),
    [
        ([Run(0, 2, 0, 2)], "cover"),
        ([Run(0, 1, 0, 1), Run(2, 3, 2, 3)], "cover"),
        ([Run(0, 3, 5, 8)], "outside"),
        ([Run(0, 1, 2, 3), Run(1, 3, 0, 2)], "backwards"),
    ],
)
def test_runs_that_cannot_be_are_refused(runs: list[Run], why: str) -> None:
    with pytest.raises(AlignmentError, match=why):
        Aligned("abc", tuple(runs)).check(4)


@given(TEXTS)
def test_every_character_of_an_escaped_text_decodes_from_its_stretch(text: str) -> None:
    source, aligned = escaped(text)
    aligned.check(len(source))
    for at, character in enumerate(text):
        start, end = aligned.raw(at, at + 1)
        assert html.unescape(source[start:end]) == character


@given(TEXTS, st.data())
def test_a_slice_leads_back_as_the_whole_does(text: str, data: st.DataObject) -> None:
    _, aligned = escaped(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = aligned.slice(start, end)
    assert part.text == text[start:end]
    if start < end:
        assert part.raw(0, end - start) == aligned.raw(start, end)


@given(TEXTS)
def test_html_in_json_leads_back_through_both(text: str) -> None:
    page, outer = escaped(text)
    raw, inner = json.dumps(page), Builder()
    at = 1
    for character in page:
        piece = json.dumps(character)[1:-1]
        inner.atom(character, at, at + len(piece))
        at += len(piece)
    chained = outer.through(inner.build()).check(len(raw))
    assert chained.text == text
    for place, character in enumerate(text):
        start, end = chained.raw(place, place + 1)
        assert decode(raw[start:end], ["json", "html"]) == character


@given(TEXTS)
def test_folding_changes_white_space_alone(text: str) -> None:
    source, aligned = escaped(text)
    folded = aligned.folded().check(len(source))
    assert folded.text == " ".join(text.split())
    for at, character in enumerate(folded.text):
        start, end = folded.raw(at, at + 1)
        spelled = html.unescape(source[start:end])
        assert spelled == character or (character == " " and spelled.isspace())


@given(st.lists(TEXTS, max_size=4))
def test_joining_keeps_every_part(texts: list[str]) -> None:
    whole = "|".join(texts)
    parts, at = [], 0
    for text in texts:
        parts.append(Aligned.whole(whole).slice(at, at + len(text)))
        at += len(text) + 1
    assert joined(parts, "\n\n").check(len(whole)).text == "\n\n".join(text for text in texts if text)
