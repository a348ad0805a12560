"""What a page says about itself, each statement with its method and its place in the source."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.metadata import page_metadata
from sayso.clean.metadata.page import url_date
from sayso.model import Metadatum

LINKED = """<html lang="en-GB"><head><title>Gate reopens after two weeks | Rell Post</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Rell Post"},
  {"@type": "Person", "@id": "#mara", "name": "Mara Vell"},
  {"@type": ["NewsArticle"], "headline": "Gate reopens after two weeks", "datePublished": "2026-05-11T08:00:00+02:00",
   "dateModified": "2026-05-12T09:00:00+02:00",
   "author": [{"@id": "#mara"}, {"@type": "Person", "name": "Oss\\u00edp Dahl"}],
   "publisher": {"@type": "Organization", "name": "Rell Post"}}]}</script></head>
<body><h1>Gate reopens after two weeks</h1></body></html>"""

BLOG = """<html><head><title>Onions rot at the gate &#8211; Karva Mirror</title></head><body>
<h2 class="entry-title">Onions rot at the gate</h2>
<div class="meta">Posted on 15 January 2026 by <span class="author">Mara K.</span></div>
<p>The gate stayed shut.</p><div class="updated-note">Updated 16 January 2026</div></body></html>"""


def values(source: str, field: str, method: str | None = None) -> list[str]:
    return [m.value for m in page_metadata(source) if m.field == field and method in (None, m.method)]


def test_linked_data_gives_headline_dates_outlet_and_authors_by_reference() -> None:
    assert values(LINKED, "title", "jsonld.headline") == ["Gate reopens after two weeks"]
    assert values(LINKED, "published") == ["2026-05-11T08:00:00+02:00"]
    assert values(LINKED, "modified") == ["2026-05-12T09:00:00+02:00"]
    assert values(LINKED, "author", "jsonld.author") == ["Mara Vell", "Ossíp Dahl"]
    assert values(LINKED, "outlet", "jsonld.publisher") == ["Rell Post"]
    assert values(LINKED, "language", "html.lang") == ["en-GB"]


def test_every_place_shows_the_value() -> None:
    for found in page_metadata(LINKED):
        if found.raw and found.value.isascii():
            start, end = found.raw
            assert found.value in " ".join(LINKED[start:end].split())


def test_linked_data_that_is_no_json_is_read_key_by_key() -> None:
    broken = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Gate "reopens" today",
    "datePublished":"2026-05-11","author":{"@type":"Person","name":"Mara Vell"}</script>"""
    assert values(broken, "published") == ["2026-05-11"]
    assert values(broken, "author") == ["Mara Vell"]


def test_a_stray_comma_does_not_lose_linked_data() -> None:
    source = '<script type="application/ld+json">[{"@type":"Article","datePublished":"2026-05-11",},]</script>'
    assert values(source, "published") == ["2026-05-11"]


def test_of_several_articles_in_linked_data_the_one_in_the_title_speaks() -> None:
    source = (
        "<title>Gate reopens</title>"
        '<script type="application/ld+json">[{"@type":"Article","headline":"Ten beaches","datePublished":"2020-01-01"},'
        '{"@type":"Article","headline":"Gate reopens","datePublished":"2026-05-11"}]</script>'
    )
    assert values(source, "published") == ["2026-05-11"]


def test_linked_data_inside_a_string_of_a_script_is_not_the_page_s() -> None:
    source = r'<script>var page = "<script type=\"application\/ld+json\">{\"datePublished\":\"2020-01-01\"}";</script>'
    assert values(source, "published", "jsonld.datePublished") == []


@pytest.mark.parametrize(
    ("meta", "field", "value"),
    [
        (
            '<meta property="article:published_time" content="2026-05-11T08:00:00Z">',
            "published",
            "2026-05-11T08:00:00Z",
        ),
        ("<META content='2026-05-11' NAME='DC.Date'>", "published", "2026-05-11"),
        ('<meta name="author" content="Mara &amp; Ossip">', "author", "Mara & Ossip"),
        ('<meta property="og:site_name" content="Rell Post"/>', "outlet", "Rell Post"),
        (
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Vell">',
            "author",
            "Mara Vell",
        ),
        ('<meta property="article:modified_time" content="2026-05-12">', "modified", "2026-05-12"),
        ('<meta itemprop="datePublished" content="2026-05-11">', "published", "2026-05-11"),
    ],
)
def test_meta_elements_are_read_in_any_spelling(meta: str, field: str, value: str) -> None:
    assert values(f"<head>{meta}</head>", field) == [value]


def test_a_byline_and_a_date_near_the_headline_are_read() -> None:
    assert "Mara K." in values(BLOG, "author", "html.byline")
    assert "2026-01-15" in values(BLOG, "published", "html.date")


def test_a_date_of_change_is_told_from_one_of_publication() -> None:
    source = '<h1>Gate</h1><p class="date">Published 3 May 2026. Updated 4 May 2026</p>'
    assert set(values(source, "published")) == {"2026-05-03"}
    assert set(values(source, "modified")) == {"2026-05-04"}


def test_times_are_read_from_their_machine_form() -> None:
    assert values(
        '<h1>Gate</h1><time datetime="2026-05-11T08:00:00+02:00">Monday</time>', "published", "html.time"
    ) == ["2026-05-11T08:00:00+02:00"]


def test_plain_bylines_and_dates_beside_the_headline_are_read() -> None:
    source = "<h1>Gate reopens</h1><p>11 May 2026 | Politics</p><p>By <a href='/mara'>Mara Vell</a></p><p>The gate.</p>"
    assert values(source, "published", "html.line") == ["2026-05-11"]
    assert values(source, "author", "html.by") == ["Mara Vell"]


def test_the_holder_of_the_copyright_is_evidence_of_the_outlet_unless_it_is_a_company() -> None:
    assert values("<footer>&copy; 2026 Rell Post. All rights reserved.</footer>", "outlet") == ["Rell Post"]
    assert values("<footer>© Rell Post 2026</footer>", "outlet") == ["Rell Post"]
    assert values("<footer>© 2026 Rell Holdings Ltd</footer>", "outlet") == []
    assert values("<p>© Ana Roth/Photos</p>", "outlet") == []


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://rell.example/2026/01/07/gate", "2026-01-07"),
        ("https://rell.example/2026/jan/07/gate", "2026-01-07"),
        ("https://rell.example/news/2026-01-07-gate.html", "2026-01-07"),
        ("https://rell.example/20260107/gate", "2026-01-07"),
        ("https://rell.example/2026/01/gate", "2026-01"),
    ],
)
def test_the_date_in_an_address_is_read(url: str, value: str) -> None:
    assert [m.value for m in url_date(url, None)] == [value]


@pytest.mark.parametrize(
    "url",
    ["https://rell.example/gate-202601", "https://rell.example/2026/99/07/x", "https://rell.example/a?d=2026-01-07"],
)
def test_other_numbers_in_an_address_are_no_date(url: str) -> None:
    assert url_date(url, None) == []


def test_dates_in_the_data_of_scripts_are_read_only_where_nothing_else_gives_one() -> None:
    data = '<script>{"publishedAt":"2026-05-11T08:00:00Z","updatedAt":"2026-05-12"}</script>'
    assert values(data, "published") == ["2026-05-11T08:00:00Z"]
    assert values('<meta name="date" content="2026-05-10">' + data, "published") == ["2026-05-10"]


FRAGMENTS = [
    *("<h1>", "</h1>", "<meta ", 'content="', '"', "'", ">"),
    *("<", "name=author ", "<script", "ld+json", ">{", "}", "</script>"),
    *("<time ", 'datetime="2026-01-01" ', "By ", "Mara Vell", "2 May 2026", "&#8217;", "©"),
    *("2026 ", "<!--", "-->", "itemprop=datePublished ", "\\", "İ"),
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_no_page_breaks_the_reader_and_places_lie_in_it(source: str) -> None:
    for found in page_metadata(source):
        assert isinstance(found, Metadatum)
        assert found.raw is None or 0 <= found.raw[0] <= found.raw[1] <= len(source)


@pytest.mark.parametrize(
    "piece",
    [
        '<meta content="',
        "<h1",
        "<time ",
        '<div class="byline">',
        "By ",
        "<!--",
        "ld+json",
        "<script>",
        "© ",
        "&copy; 2026 a",
    ],
)
def test_hostile_repetition_costs_linear_time(piece: str) -> None:
    source = "<h1>Gate</h1>" + piece * (400_000 // len(piece))
    begun = time.process_time()
    page_metadata(source)
    assert time.process_time() - begun < 2.0
