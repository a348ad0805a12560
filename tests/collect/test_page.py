"""A page is one draft whose body is its HTML source; cleaning comes later."""

import pytest
from hypothesis import given

from tests.collect.reading import ODD_TEXT, codes, only, reads_of

PAGE = "<!DOCTYPE html>\r\n<html><body><p>“No,” she said &amp; left.</p></body></html>"


def test_a_page_is_its_source() -> None:
    reads = reads_of(PAGE.encode())
    draft = only(reads)
    assert (reads.form, reads.media_type) == ("page", "text/html")
    assert (draft.form, draft.body.text, draft.codecs) == ("html", PAGE, ())


@given(ODD_TEXT)
def test_no_character_of_a_page_is_lost(text: str) -> None:
    for codec in ("utf-8-sig", "utf-16"):
        source = f"<html><p>{text}</p>"
        assert only(reads_of(source.encode(codec))).body.text == source


def test_a_page_that_names_its_charset_is_read_in_it() -> None:
    source = "<html><head><meta charset=windows-1251></head><p>Переговоры продолжатся.</p>"
    reads = reads_of(source.encode("cp1251"), "text/html")
    assert (reads.encoding, only(reads).body.text) == ("cp1251", source)


def test_a_million_nested_tags_are_read() -> None:
    assert len(only(reads_of(b"<div>" * 1_000_000)).body) == 5_000_000


@pytest.mark.parametrize("root", ["urlset", "sitemapindex", "svg", "opml"])
def test_markup_without_articles_says_so(root: str) -> None:
    reads = reads_of(f"<?xml version='1.0'?><{root}><loc>https://example.org/</loc></{root}>".encode())
    assert (reads.drafts, codes(reads)) == ((), ["E304"])
