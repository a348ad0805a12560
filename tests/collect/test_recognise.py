"""The form of a document is known by its content; a name proves nothing and is never asked for."""

import zipfile
from io import BytesIO

import pytest

from sayso.collect.recognise import binary, control_share, form_of, root_of


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The two sides met on Monday.\n\nNothing was signed.", "text"),
        ("", "text"),
        ("<!DOCTYPE html><html><body><p>Talks</p></body></html>", "page"),
        ("\ufeff \r\n<html><p>Talks</p>", "page"),
        ("<!-- saved --><?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html/>", "page"),
        ("<p>A fragment</p><p>of a page.</p>", "page"),
        ("Talks resume\n<p>The two sides met.</p>\n<p>Nothing was <b>signed</b>.</p>", "page"),
        ("He wrote <b>no</b> and losses were < 5 %, a > b.", "text"),
        ("<rss version='2.0'><channel/></rss>", "feed"),
        ("<?xml version='1.0'?>\n<!-- made --><feed xmlns='http://www.w3.org/2005/Atom'/>", "feed"),
        ("<rdf:RDF xmlns:rdf='x'/>", "feed"),
        ('{"text": "Talks"}', "json"),
        (' \n[ {"text": "Talks"} ]', "json"),
        ('[{"text": "cut o', "json"),
        ("[]", "json"),
        ("[" * 100, "json"),
        ("[Varnau, 3 May] Talks resumed.", "text"),
        ("[1] Talks resumed in Varnau.", "text"),
        ("{not json at all}", "text"),
        ("[[Category:Talks]] from a wiki", "text"),
        ("From: Ana Roth <ana@example.org>\nSubject: Talks\n\nThey met.", "mail"),
        ("From ana@example.org Mon May  4 10:00:00 2026\nSubject: Talks\n\nThey met.", "mail"),
        ("From Varnau in 2026: a report.\nNothing here is mail.", "text"),
        ("Statement: we shall not sign.\nSource: the ministry.\n\nMore.", "text"),
        ("id,title,text\n1,Talks,They met.\n", "csv"),
        ("title\tbody\nTalks\tThey met.\n", "csv"),
        ("title;text\nTalks;They met.\n", "csv"),
        ("In the text, he said no, twice.\nThen he left, and the talks, such as they were, ended.", "text"),
        ("text, body\nThis is a poem.\nIt has no columns.\nNone at all.\n", "text"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert form_of(text) == form


def test_the_first_element_is_named_without_its_prefix() -> None:
    assert root_of("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><x:RSS>") == "rss"


def _zip(*names: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"{\\rtf1\\ansi Talks}", "a Rich Text file (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (doc, xls, ppt or msg)"),
        (_zip("[Content_Types].xml", "word/document.xml"), "a Word document (docx)"),
        (_zip("xl/workbook.xml"), "an Excel workbook (xlsx)"),
        (_zip("letter.txt"), "a zip archive"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
    ],
)
def test_a_binary_file_is_called_what_it_looks_like(data: bytes, name: str) -> None:
    found = binary(data)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "data", [b"Talks resumed.", b"", b"PK is a name.", b"GIF is how they said it.", b"BZh is one too"]
)
def test_text_is_not_taken_for_binary(data: bytes) -> None:
    assert binary(data) is None


def test_many_control_characters_are_no_text_and_few_are() -> None:
    assert control_share("talks\0\1\2" * 50) > 0.3
    assert control_share("Talks resumed on Monday.\0 They went on.\x0c" * 50) == 0.0
