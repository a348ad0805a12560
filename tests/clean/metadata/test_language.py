"""The language of a text: from the text, crossed with what the document declares, unknown where not settled."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sayso.clean.metadata.language import detect_language

PROSE: dict[str, str] = tomllib.loads(Path(__file__).with_name("prose.toml").read_text("utf-8"))


@pytest.mark.parametrize("code", PROSE)
def test_prose_is_told_by_its_text(code: str) -> None:
    assert detect_language(PROSE[code])[0] == code


@pytest.mark.parametrize("code", [code for code in PROSE if code != "en"])
def test_other_languages_are_never_called_english_even_where_a_page_says_so(code: str) -> None:
    assert detect_language(PROSE[code], declared="en-US")[0] != "en"


def test_english_is_told_against_a_wrong_declaration() -> None:
    assert detect_language(PROSE["en"], declared="de")[0] == "en"


def test_a_declaration_that_the_text_bears_out_is_named_with_it() -> None:
    assert detect_language(PROSE["de"], declared="de-AT") == ("de", "text+declared")


def test_a_declaration_alone_is_believed() -> None:
    assert detect_language("", declared="km") == ("km", "declared")


@pytest.mark.parametrize("text", ["", "Karva 362", "Anna Vell, Ossip Dahl, Rell, Karva, Tomas Brandt"])
def test_what_does_not_settle_it_is_unknown(text: str) -> None:
    assert detect_language(text, declared=None) == (None, "unknown")
