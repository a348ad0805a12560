"""The brief as a Word document, where python-docx is installed; a word on how to get it, where it is not."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.report import Brief, written
from sayso.report.docx_file import docx


@pytest.fixture
def opened(brief: Brief) -> Any:
    package = pytest.importorskip("docx", reason="needs python-docx")
    return package.Document(io.BytesIO(docx(brief)))


def test_without_python_docx_the_error_tells_how_to_get_it(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match=r"E106 .*pip install 'sayso\[docx\]'"):
        written(brief, "docx")


def test_headings_items_and_notes_are_all_there(opened: Any, brief: Brief) -> None:
    text = [paragraph.text for paragraph in opened.paragraphs]
    assert text[0] == "Brief: quarrel"
    assert all(section.title in text for section in brief.sections)
    assert any("the school had been closed" in line and "docs/daily.txt, characters 149–175" in line for line in text)


def test_both_sides_are_cells_of_a_table(opened: Any) -> None:
    table = opened.tables[0]
    assert table.rows[0].cells[0].text == "Who says so"
    assert "Pavel Dorn denies" in table.rows[1].cells[1].text


def test_every_link_leads_to_a_bookmark_of_the_document(opened: Any, brief: Brief) -> None:
    body = opened.element.body
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = [one.get(f"{space}name") for one in body.iter(f"{space}bookmarkStart")]
    links = {one.get(f"{space}anchor") for one in body.iter(f"{space}hyperlink")}
    assert len(marks) == len(set(marks)) == 2 * len(brief.notes)
    assert links == set(marks)


def test_the_same_brief_gives_the_same_bytes(opened: Any, brief: Brief) -> None:
    data = docx(brief)
    assert docx(brief) == data
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened.core_properties.created.year == 1980


def test_hostile_text_is_shown_as_text(opened: Any) -> None:
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert "<script>alert(1)</script>" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
