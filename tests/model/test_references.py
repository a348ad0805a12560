"""References are spelled out as browsers do, whatever the number."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import decode
from sayso.model.references import REFERENCE, named_part, unescape


@given(st.text(alphabet="&#x;amplt0123456789fF ", max_size=60))
def test_references_are_read_as_html_has_them(text: str) -> None:
    assert unescape(text) == html.unescape(text)


@pytest.mark.parametrize("codec", ["html", "xml"])
def test_a_number_too_long_for_any_reader_is_no_character(codec: str) -> None:
    assert decode("one &#" + "9" * 6000 + "; two", (codec,)) == "one \ufffd two"


@given(st.text(alphabet="&#x;gtamplnoİ39 ", max_size=40))
def test_spelling_out_reference_by_reference_reads_the_whole(text: str) -> None:
    def spelled(found: re.Match[str]) -> str:
        part = named_part(found[0])
        return unescape(part) + found[0][len(part) :]

    assert re.sub(REFERENCE, spelled, text) == html.unescape(text)
