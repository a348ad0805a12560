"""Languages are codes of two letters, however a document calls them."""

import pytest

from sayso.model.languages import language_code


@pytest.mark.parametrize(
    ("called", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("pt_BR", "pt"),
        (" EN ; q=1", "en"),
        ("English", "en"),
        ("English (US)", "en"),
        ("PASHTO", "ps"),
        ("khm", "km"),
        ("nb-NO", "no"),
        ("iw", "he"),
    ],
)
def test_a_language_is_its_code(called: str, code: str) -> None:
    assert language_code(called) == code


@pytest.mark.parametrize("called", ["", "Klingon!", "xxx", "7", "-"])
def test_what_names_no_language_is_none(called: str) -> None:
    assert language_code(called) is None
