"""What trafilatura selects, found again in the blocks of a page."""

from __future__ import annotations

import logging

import pytest

from sayso.clean.markup import walk
from sayso.clean.selection import locate, selected_shares

PROSE = [
    "The ford at Arlo was shut on Monday after rain swelled the river, the mayor said.",
    "“Nobody crosses until the water falls,” Mayor Ada Noor told the town council.",
    "Farmers on the far bank said they had been given no warning &amp; no hay.",
    "The council meets again on Friday to weigh a bridge that was first promised in 2004.",
]
PAGE = (
    "<html><head><title>Ford shut</title></head><body><ul class='menu'><li><a href='/'>Home</a></li></ul><article>"
    + "".join(f"<p>{line}</p>" for line in PROSE)
    + "</article><footer>Arlo News 2031</footer></body></html>"
)


def test_paragraphs_are_selected_whole_and_menus_are_not() -> None:
    page = walk(PAGE)
    shares = dict(zip([block.text for block in page.blocks], selected_shares(page), strict=True))
    assert [text for text, share in shares.items() if share == 1.0] == [line.replace("&amp;", "&") for line in PROSE]
    assert shares["Home"] == shares["Arlo News 2031"] == 0.0


def test_lines_are_located_in_order_even_where_they_occur_often() -> None:
    #        0123456789012345
    text = "homefordhomeford!"
    assert locate(["ford", "home", "ford!"], text) == [(4, 8), (8, 12), (12, 17)]


def test_a_line_out_of_order_gives_way_to_the_longer_ones() -> None:
    assert locate(["river", "the-long-line"], "the-long-line...river") == [(0, 13)]


def test_a_line_with_a_gap_is_located_by_its_two_ends() -> None:
    start, end = "the-first-part-of-a-long-line", "and-then-its-last-part-of-all"
    assert locate([start + end], f"menu{start}[1]{end}foot") == [(4, 4 + len(start) + 3 + len(end))]


def test_a_line_that_is_nowhere_is_left_out() -> None:
    assert locate(["ghost"], "menufordfoot") == []


def test_a_page_too_deep_for_the_parser_is_not_given_to_it() -> None:
    page = walk("<div>" * 400 + f"<p>{PROSE[0]}</p>")
    assert selected_shares(page) == [0.0]


@pytest.mark.parametrize(
    "source", ["", "x", "<p></p>", "<html></html>", "<p>\0\ud800</p>", "<?xml version='1.0' encoding='x'?>a"]
)
def test_odd_pages_select_nothing_and_raise_nothing(source: str, caplog: pytest.LogCaptureFixture) -> None:
    page = walk(source)
    with caplog.at_level(logging.ERROR):
        assert all(share == 0.0 for share in selected_shares(page))
