"""Plain text is one draft: all of it, unchanged, aligned to itself."""

import pytest
from hypothesis import given

from sayso.collect.recognise import form_of
from sayso.collect.text import read_text
from tests.collect.reading import ODD_TEXT, only, reads_of

WESTERN = "“We shall not sign,” Élodie Straße said — in “Varnau”.\r\nNothing more."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_read_whole_in_any_charset(codec: str) -> None:
    draft = only(reads_of(WESTERN.encode(codec)))
    assert (draft.form, draft.body.text, draft.codecs, draft.part) == ("text", WESTERN, (), "")


@given(ODD_TEXT.filter(lambda text: form_of(text) == "text"))
def test_no_character_is_lost_or_moved(text: str) -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        assert only(reads_of(text.encode(codec))).body.text == text


def test_line_breaks_stay_as_they_are() -> None:
    assert read_text("one\r\ntwo\rthree\n\n").drafts[0].body.text == "one\r\ntwo\rthree\n\n"
