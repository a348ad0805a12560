"""Formats: each name gives bytes of its own; an unknown one is told."""

from __future__ import annotations

import pytest

from sayso.errors import UsageError
from sayso.report import FORMATS, Brief, written


@pytest.mark.parametrize(("form", "begins"), [("md", b"# Brief"), ("html", b"<!doctype html>"), ("json", b"{")])
def test_a_format_gives_its_bytes_each_time_the_same(form: str, begins: bytes, brief: Brief) -> None:
    assert written(brief, form).startswith(begins)
    assert written(brief, form) == written(brief, form)


def test_an_unknown_format_is_told_with_those_there_are(brief: Brief) -> None:
    with pytest.raises(UsageError, match=r"E102 .*md, html, docx, json"):
        written(brief, "pdf")
    assert FORMATS == ("md", "html", "docx", "json")
