"""HTML source to blocks of visible text with their places."""

from __future__ import annotations

import time

import pytest

from sayso.clean.markup import walk
from sayso.errors import ReadError


def texts(source: str) -> list[str]:
    return [block.text for block in walk(source).blocks]


def test_block_elements_part_text_and_inline_elements_do_not() -> None:
    source = "<div><h2>Ford <em>shut</em></h2><p>The ford at <b>Arlo</b> is <i>sh</i>ut.<p>Carts wait.</div>"
    assert texts(source) == ["Ford shut", "The ford at Arlo is shut.", "Carts wait."]


def test_one_line_break_is_a_blank_and_two_part_blocks() -> None:
    assert texts("<td>By Ada Noor<br>Arlo<br>\n<br/>Carts wait at the ford.</td>") == [
        "By Ada Noor Arlo",
        "Carts wait at the ford.",
    ]


def test_cells_and_list_items_end_where_the_next_begins() -> None:
    assert texts("<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><th>c</table>") == ["one", "two", "a", "b", "c"]


def test_scripts_styles_drawings_and_comments_show_nothing() -> None:
    source = (
        "<p>a<script>if (1 < 2) '<p>no</p>'</script>b<!-- <p>no</p> --><style>p{}</style><svg><text>no</text></svg>c"
    )
    assert texts(source) == ["abc"]
    assert walk(source).reduced() == "<p>abc"


def test_an_unclosed_script_or_comment_reaches_to_the_end_as_in_browsers() -> None:
    assert texts("<p>shown</p><script>var a = 1; <p>no</p>") == ["shown"]
    assert texts("<p>shown</p><!-- <p>no</p>") == ["shown"]


def test_quoted_attributes_may_hold_tags() -> None:
    assert texts("""<p title="a > b" data-x='<p>no</p>'>yes</p>""") == ["yes"]


def test_an_angle_bracket_that_opens_no_tag_is_text() -> None:
    assert texts("<p>2 < 3 <<<< 4 & 5</p>") == ["2 < 3 <<<< 4 & 5"]


def test_the_title_of_the_page_is_kept_apart() -> None:
    page = walk("<title>Ford shut &#8211; Arlo News</title><p>Carts wait.</p>")
    assert (page.title, [block.text for block in page.blocks]) == ("Ford shut – Arlo News", ["Carts wait."])


def test_a_block_knows_the_region_it_stands_in() -> None:
    source = '<div class="sharedaddy"><div><h3>Spread it</h3></div></div><p>Carts wait.</p>'
    assert [block.element.region for block in walk(source).blocks] == ["share", None]


def test_a_block_knows_how_much_of_it_is_link() -> None:
    first, second = walk("<p><a href='/x'>A ford is shut</a></p><p>Plain words</p>").blocks
    assert (first.link_share, second.link_share) == (1.0, 0.0)


def test_a_button_in_a_sentence_parts_nothing() -> None:
    assert texts("<p>It held (<button>1</button>).</p><button>Accept</button>") == ["It held (1).", "Accept"]


def test_blank_lines_part_blocks_where_there_are_no_paragraphs() -> None:
    assert [block.text for block in walk("First\nline.\r\n\r\nSecond.", blank_lines=True).blocks] == [
        "First line.",
        "Second.",
    ]


def test_control_characters_are_left_out() -> None:
    assert texts("<p>Ar\0lo\x01</p>") == ["Arlo"]


@pytest.mark.parametrize("source", ["<div>" * 1_000_000, "<div><p>x</p>" * 100_000, "&#" + "9" * 5_000 + ";"])
def test_markup_that_nobody_wrote_is_refused(source: str) -> None:
    with pytest.raises(ReadError) as failure:
        walk(source)
    assert failure.value.code == "E307"


@pytest.mark.parametrize(
    "source",
    [
        "<" * 2_000_000,
        "<a b=\"<a b='" * 200_000,
        '<a b=""' * 300_000,
        "<!--" * 400_000,
        "<![CDATA[" * 200_000,
        "<svg>" * 200_000,
        "<title>" * 200_000,
        "</div>" * 200_000,
        "&a" * 400_000,
        '<p class="' + "word " * 1_000_000 + '">x</p>',
        "<p " + "= " * 1_000_000,
    ],
    ids=lambda source: source[:12],
)
def test_hostile_markup_takes_linear_time(source: str) -> None:
    start = time.process_time()
    walk(source)
    assert time.process_time() - start < 2
