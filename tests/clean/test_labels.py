"""What each block of a page is."""

from __future__ import annotations

import pytest

from sayso.clean.labels import labelled
from sayso.clean.markup import walk

PROSE = "The ford at Arlo was shut on Monday after rain swelled the river, the mayor’s office said in a note."


def labels(source: str, *, selected: tuple[str, ...] = (PROSE,), fragment: bool = False) -> list[str]:
    """The labels of a page of which the selector selected these texts."""
    page = walk(source)
    shares = [1.0 if fragment or block.text in selected else 0.0 for block in page.blocks]
    return [row.label for row in labelled(page, shares, fragment=fragment)]


def test_the_heading_that_repeats_the_title_of_the_page_is_the_title() -> None:
    source = f"<title>Ford shut at Arlo - Arlo News</title><h2>Ford shut at Arlo</h2><p>{PROSE}</p>"
    assert labels(source) == ["title", "body"]


def test_the_title_may_stand_in_the_head_alone() -> None:
    source = f"<meta property='og:title' content='Ford &amp; mill shut'><h3>Ford & mill shut</h3><p>{PROSE}</p>"
    assert labels(source) == ["title", "body"]


@pytest.mark.parametrize(("line", "label"), [("By Ada Noor", "byline"), ("Updated 3 May 2031, 14:05", "date")])
def test_short_lines_before_the_text_name_author_and_day(line: str, label: str) -> None:
    assert labels(f"<p>{line}</p><p>{PROSE}</p>", selected=(line, PROSE)) == [label, "body"]


def test_links_under_a_heading_are_what_the_heading_says() -> None:
    source = f"<p>{PROSE}</p><h4>Also on Arlo News</h4><ul><li>Mill burns<li>Ox drowns</ul><p>{PROSE}</p>"
    assert labels(source, fragment=True) == ["body", "related", "related", "related", "body"]


def test_a_list_that_is_all_links_leads_elsewhere_and_one_that_is_not_does_not() -> None:
    linked = "<ul><li><a href='/a'>Mill burns</a><li><a href='/b'>Ox drowns</a></ul>"
    mixed = "<ul><li><a href='/a'>The mill</a><li>An ox, drowned</ul>"
    assert labels(linked + f"<p>{PROSE}</p>", fragment=True) == ["related", "related", "body"]
    assert labels(mixed + f"<p>{PROSE}</p>", fragment=True) == ["body", "body", "body"]


def test_a_long_text_is_believed_over_the_name_of_the_element_it_was_selected_in() -> None:
    long = f"{PROSE} {PROSE} {PROSE}"
    source = f"<div class='teaser-body'><p>{long}</p></div><div class='social'><p>Go on!</p></div><p>{PROSE}</p>"
    assert labels(source, selected=(long, "Go on!", PROSE)) == ["body", "share", "body"]


def test_a_subhead_with_no_text_under_it_is_no_part_of_the_text() -> None:
    assert labels(f"<p>{PROSE}</p><h3>Bridges of the valley</h3>", fragment=True) == ["body", "other"]


def test_scores_tell_how_sure_we_are() -> None:
    page = walk(f"<p>{PROSE}</p><footer>All rights reserved</footer>")
    scores = [row.score for row in labelled(page, [1.0, 0.0], fragment=False)]
    assert scores[0] > 0.9 > 0.1 > scores[1]
