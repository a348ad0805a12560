"""What a selector lost of an article."""

from __future__ import annotations

from sayso.clean.markup import walk
from sayso.clean.mending import dense, lost, whole_rows

PROSE = "The ford at Arlo was shut on Monday after rain swelled the river, the mayor’s office said in a note."


def mended(source: str, *selected: str) -> list[str]:
    blocks = walk(source).blocks
    chosen = [block.text in selected for block in blocks]
    return [blocks[at].text for at in lost(blocks, chosen, [None] * len(blocks))]


def test_paragraphs_of_the_template_of_the_article_are_taken_in() -> None:
    first, second, third = (f"{count} fell in the night, the mayor said." for count in ("One", "Two", "Three"))
    source = f"<article><div class='part-1'><p>{first}</p><p>{second}</p></div>"
    source += f"<div class='part-2'><p>{third}</p></div></article>"
    source += "<div class='part-3'><p>A teaser of another story ends right here.</p></div>"
    assert mended(source, first, second) == [third]


def test_a_short_line_right_between_two_selected_ones_is_taken_in() -> None:
    assert mended("<p>Who fell?</p><div>Nobody knew</div><p>They said so.</p>", "Who fell?", "They said so.") == [
        "Nobody knew"
    ]


def test_text_that_goes_on_in_the_same_element_is_taken_in() -> None:
    assert mended("<div>One fell.<br><br>Two fell.</div><div>Ad.</div>", "One fell.") == ["Two fell."]


def test_links_are_never_taken_in() -> None:
    assert (
        mended("<p>One fell.</p><p><a href='/x'>Ox drowns in ford. Mill burns.</a></p><p>Two.</p>", "One fell.", "Two.")
        == []
    )


def test_a_row_with_a_selected_cell_is_selected_whole() -> None:
    blocks = walk("<table><tr><td>Arlo<td>2<tr><td>Brae<td>3</table>").blocks
    chosen = [True, False, False, False]
    whole_rows(blocks, chosen)
    assert chosen == [True, True, False, False]


def test_the_densest_text_is_found_without_a_selector() -> None:
    source = f"<div><a href='/'>Home</a></div><div><p>{PROSE}<p>{PROSE}<p>So it is.</div><div><p>Buy hay.</div>"
    assert dense(walk(source).blocks) == [False, True, True, True, False]


def test_the_densest_text_is_found_in_a_page_wrapped_in_an_odd_name() -> None:
    source = (
        f"<div class='sidebar-right'><div><p>{PROSE}<p>{PROSE}</div></div><div class='comments'><p>{PROSE * 9}</div>"
    )
    assert dense(walk(source).blocks) == [True, True, False]


def test_a_page_without_sentences_has_no_dense_text() -> None:
    assert dense(walk("<p>Home</p><p>World</p>").blocks) == [False, False]
