"""Where a page speaks of its article, where of its site, and where of other articles."""

import pytest

from sayso.clean.metadata import page_metadata, settle
from sayso.clean.metadata.places import brands, elsewhere, titled_lines

BODY = (
    "<p>The ford at Arlo was shut on Monday after rain swelled the river, the mayor’s office said on its board.</p>" * 3
)


def settled(source: str, url: str | None = None) -> tuple[str | None, str | None, str | None]:
    known = settle(page_metadata(source, url=url), text="", url=url)
    return known.title, known.published, known.outlet


def test_a_link_to_the_front_page_names_the_site() -> None:
    page = f"<title>Ford shut at Arlo</title><a href='/'>Arlo Courier</a><h1>Ford shut at Arlo</h1>{BODY}"
    assert settled(f"{page}<p>Arlo Courier</p>")[2] == "Arlo Courier"
    assert settled(page)[2] is None  # nothing bears it out: the link may be to a section


def test_the_name_of_the_logo_is_that_of_the_site() -> None:
    found = list(brands('<a href="/"><img src="l.png" alt="Arlo Courier logo"></a>'))
    assert [given.value for given in found] == ["Arlo Courier"]


@pytest.mark.parametrize("link", ["<a href='/'>Home</a>", "<a href='https://elsewhere.example/'>Some Network</a>"])
def test_a_word_for_the_front_page_or_another_host_names_no_site(link: str) -> None:
    assert not list(brands(link))


def test_a_site_named_by_the_class_of_its_element() -> None:
    assert [given.value for given in brands('<div class="site-name">Arlo Courier</div>')] == ["Arlo Courier"]


def test_a_first_heading_that_links_home_is_the_site_and_the_line_of_the_title_the_headline() -> None:
    page = (
        "<title>Arlo Notebook: Another night at the ford</title><h1><a href='/'>Arlo Notebook</a></h1>"
        f"<h3>Another night at the ford</h3>{BODY}"
    )
    assert settled(page) == ("Another night at the ford", None, "Arlo Notebook")


def test_without_headings_the_line_that_repeats_the_title_is_the_headline() -> None:
    page = (
        f"<title>Ford stays shut at Arlo - Arlo Radio</title><div>Ford stays shut at Arlo</div><i>3 May 2026</i>{BODY}"
    )
    assert settled(page) == ("Ford stays shut at Arlo", "2026-05-03", "Arlo Radio")


def test_a_page_without_title_or_heading_has_no_titled_line() -> None:
    assert not list(titled_lines(BODY, after=0))


def test_the_days_of_related_stories_are_not_the_article_s() -> None:
    page = (
        f"<article><h1>Ford shut at Arlo</h1>{BODY}</article><section class='more-stories'><article><h3>Hay dear</h3>"
        "<time datetime='2026-02-01'>1 February 2026</time></article></section>"
    )
    assert settled(page)[1] is None


def test_the_day_below_a_headline_stands_before_today_s_above_it() -> None:
    page = f"<div>Saturday, March 21, 2026</div><h1>Ford shut at Arlo</h1><div>March 8, 2026</div>{BODY}"
    assert settled(page)[1] == "2026-03-08"


def test_what_holds_the_headline_is_not_elsewhere_whatever_its_name() -> None:
    page = "<aside><h1>Ford shut</h1><time>3 May</time></aside><aside><time>4 May</time></aside>"
    (start, end), *rest = elsewhere(page, 0, len(page), page.index("<h1"))
    assert not rest
    assert "4 May" in page[start:end]
    assert "3 May" not in page[start:end]


@pytest.mark.parametrize(
    "foot",
    ["Arlo Courier &copy; 2026", "Copyright 2026 Arlo Courier.", "&copy; 2026 Arlo Courier. All rights reserved"],
)
def test_the_holder_of_the_copyright_stands_on_either_side_of_the_year(foot: str) -> None:
    assert settled(f"<h1>Ford shut at Arlo</h1>{BODY}<p>{foot}</p>")[2] == "Arlo Courier"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Arlo News Agency - Ford shut at Arlo", "Arlo News Agency"),
        ("Opinion: Ford shut at Arlo - Arlo Review", "Arlo Review"),
        ("Ford shut at Arlo - Arlo Council - Official web site", "Arlo Council"),
        ("Ford shut at Arlo – Arlo News – Farming, Weather, Sport", "Arlo News"),
    ],
)
def test_what_a_page_title_carries_around_the_headline_names_the_site(title: str, outlet: str) -> None:
    assert settled(f"<title>{title}</title><h1>Ford shut at Arlo</h1>{BODY}")[2] == outlet
