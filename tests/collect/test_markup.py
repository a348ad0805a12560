"""Is a string HTML or text, and what of text that was escaped for a page?"""

import html

import pytest
from hypothesis import given

from sayso.collect.markup import is_markup, source_of
from sayso.model import Aligned, decode
from tests.collect.reading import ODD_TEXT


@pytest.mark.parametrize("text", ["<p>No.</p>", "No.<br/>Yes.", "He <b>never</b> said so.", '<a href="x">No</a>'])
def test_tags_make_markup(text: str) -> None:
    assert is_markup(text)


@pytest.mark.parametrize("text", ["Losses < 5 % and > 2 %", "a <- b", "<Ana> No.", "No."])
def test_angle_brackets_alone_do_not(text: str) -> None:
    assert not is_markup(text)


def test_unknown_references_leave_a_text_alone() -> None:
    assert source_of(Aligned.whole("AT&T &nosuch; a&b"), ()).codecs == ()


@given(ODD_TEXT)
def test_every_run_of_escaped_text_spells_it(text: str) -> None:
    document = html.escape(text) + "&#8217;"
    source = source_of(Aligned.whole(document), ())
    assert source.body.text == text + "’"
    for run in source.body.runs:
        assert decode(document[run.raw_start : run.raw_end], source.codecs) == source.body.text[run.start : run.end]


def test_a_reference_without_its_semicolon_is_a_piece_of_its_own() -> None:
    document = "He said &quot&gtİ; no&#46;"
    pieces = [document[run.raw_start : run.raw_end] for run in source_of(Aligned.whole(document), ()).body.runs]
    assert pieces == ["He said ", "&quot", "&gt", "İ; no", "&#46;"]
