"""HTML to main text: what is article, what is not, and the way back to the source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean.page import Page, main_text
from sayso.errors import ReadError
from sayso.model import Limits, decode

GOLD = Path(__file__).resolve().parents[2] / "../shared/gold/mekong"

PROSE = (
    "The ford at Arlo was shut on Monday after rain swelled the river, the mayor&rsquo;s office said.",
    "&ldquo;Nobody crosses until the water falls,&rdquo; Mayor <b>Ada Noor</b> told the town council.",
    "Farmers on the far bank said they had been given no warning and had no hay left for the week.",
    "The council meets again on Friday to weigh a bridge that was first promised to them in 2004.",
    "Carters lose about 300 crowns a day while the ford is shut, their guild told Arlo News.",
)


def page_of(*inside: str, before: str = "", after: str = "") -> str:
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in inside)
    return (
        "<!DOCTYPE html><html><head><title>Ford shut at Arlo | Arlo News</title></head><body>"
        f"{before}<article>{body}</article>{after}</body></html>"
    )


def texts(page: Page) -> list[str]:
    return [paragraph.text for paragraph in page.paragraphs]


def labels(source: str, page: Page) -> dict[str, str]:
    return {source[line.start : line.end]: line.label for line in page.lines}


def misread(source: str, page: Page) -> list[str]:
    """Runs that do not decode to what they stand for, or go backwards."""
    wrong = []
    for paragraph in page.paragraphs:
        for run in paragraph.check(len(source)).runs:
            spelled, text = decode(source[run.raw_start : run.raw_end], ["html"]), paragraph.text[run.start : run.end]
            inserted = run.raw_start == run.raw_end
            if text.strip() if inserted else spelled.split() != text.split():
                wrong.append(text)
    return wrong


def test_paragraphs_are_kept_in_order_with_entities_spelled_out() -> None:
    source = page_of(*PROSE)
    page = main_text(source)
    assert (
        texts(page)[0] == "The ford at Arlo was shut on Monday after rain swelled the river, the mayor’s office said."
    )
    assert texts(page)[1] == "“Nobody crosses until the water falls,” Mayor Ada Noor told the town council."
    assert len(texts(page)) == len(PROSE)
    assert misread(source, page) == []


def test_nothing_is_deleted_every_line_has_a_label() -> None:
    before = (
        '<div id="cookie-banner">We use cookies here.</div><nav><a href="/">Home</a></nav>'
        "<h1>Ford shut at Arlo</h1><p class='byline'>By Ada Poole</p>"
    )
    after = (
        '<div class="share">Share this: Telegram</div><section class="related"><h3>Related</h3>'
        '<a href="/x">Mill burns</a></section><section id="comments"><p>pat: Sack the mayor!</p></section>'
        "<footer>All rights reserved.</footer>"
    )
    source = page_of(
        *PROSE[:2],
        "<figure><img src='x'><figcaption>Carts at the ford.</figcaption></figure>",
        '<div class="ad">Advertisement</div>',
        '<aside class="inline-related"><h4>Read also</h4><a href="/y">Ferry sinks at Brae</a></aside>',
        '<div class="newsletter"><h4>Arlo in your inbox</h4></div>',
        *PROSE[2:],
        before=before,
        after=after,
    )
    page = main_text(source)
    assert len(texts(page)) == len(PROSE)
    assert labels(source, page) | dict.fromkeys(PROSE, "body") == dict.fromkeys(PROSE, "body") | {
        "We use cookies here.": "notice",
        "Home": "nav",
        "Ford shut at Arlo": "title",
        "By Ada Poole": "byline",
        "&ldquo;Nobody crosses until the water falls,&rdquo; Mayor <b>Ada Noor</b> told the town council.": "body",
        "Carts at the ford.": "caption",
        "Advertisement": "ad",
        "Read also": "related",
        "Ferry sinks at Brae": "related",
        "Arlo in your inbox": "newsletter",
        "Share this: Telegram": "share",
        "Related": "related",
        "Mill burns": "related",
        "pat: Sack the mayor!": "comment",
        "All rights reserved.": "footer",
    }


def test_a_link_alone_in_the_text_leads_elsewhere() -> None:
    page = main_text(page_of(*PROSE[:3], '<p><a href="/z">Ferry sinks at Brae, killing two oxen</a></p>', *PROSE[3:]))
    assert len(texts(page)) == len(PROSE)


def test_prose_that_opens_like_a_box_is_kept() -> None:
    line = "Read more than one paper, the mayor advised them, and believe none before the water falls again."
    assert line in texts(main_text(page_of(*PROSE[:3], line, *PROSE[3:])))


def test_subheads_are_kept_and_labelled() -> None:
    source = page_of(*PROSE[:3], "<h2>No hay left</h2>", *PROSE[3:])
    page = main_text(source)
    assert texts(page)[3] == "No hay left"
    assert labels(source, page)["No hay left"] == "subhead"


def test_a_paragraph_between_two_selected_ones_is_not_lost() -> None:
    short = "<p>“It is <a href='/a'>cruel</a>.” She left.</p>"
    assert "“It is cruel.” She left." in texts(main_text(page_of(*PROSE[:3], short, *PROSE[3:])))


def test_a_wrapper_named_like_boilerplate_does_not_take_the_article_with_it() -> None:
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    page = main_text(f"<html><body><div class='content-sidebar social'>{body}</div></body></html>")
    assert len(texts(page)) == len(PROSE)


def test_cells_of_a_table_row_stand_together() -> None:
    table = "<table><tr><th>Ford</th><th>Depth</th></tr><tr><td>Arlo</td><td>2 m</td></tr></table>"
    assert texts(main_text(f"{table}<p>{PROSE[0]}</p>", fragment=True))[:2] == ["Ford Depth", "Arlo 2 m"]


def test_where_nothing_is_selected_dense_text_is_taken() -> None:
    deep = "<div>" * 300 + "".join(f"<p>{line}</p>" for line in PROSE) + "</div>" * 300
    page = main_text(f"<html><body><ul><li><a href='/'>Home</a></li></ul>{deep}</body></html>")
    assert len(texts(page)) == len(PROSE)


def test_a_page_of_menus_has_no_paragraphs() -> None:
    page = main_text("<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>")
    assert page.paragraphs == ()
    assert [line.label for line in page.lines] == ["nav"]


def test_a_fragment_keeps_all_but_what_site_software_adds() -> None:
    source = (
        "ARLO - The ford is shut.\n<p>Carts wait.</p>\n"
        '[gallery ids="1,2"]\n<figure><img><figcaption>Carts.</figcaption></figure>'
        '<p><a href="/q">Also read: Mill burns</a></p>'
        '<blockquote><p>“Nobody crosses.”</p></blockquote><div class="sharedaddy"><h3>Share this:</h3></div>'
        '<div class="jp-relatedposts"><p>Mill burns down</p></div><p>Read more: <a href="/r">Ox drowns</a></p>'
        '<p>The post <a href="/f">Ford shut</a> appeared first on <a href="/">Arlo News</a>.</p>'
    )
    page = main_text(source, fragment=True)
    assert texts(page) == ["ARLO - The ford is shut.", "Carts wait.", "“Nobody crosses.”"]
    assert misread(source, page) == []


def test_a_fragment_without_paragraphs_is_parted_at_blank_lines() -> None:
    assert texts(main_text("The ford is shut.\n\nCarts <em>wait</em>.", fragment=True)) == [
        "The ford is shut.",
        "Carts wait.",
    ]


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(ReadError) as failure:
        main_text("<p>word word word</p>", fragment=True, limits=Limits(text_chars=10))
    assert failure.value.code == "E306"


def test_the_same_page_gives_the_same_result() -> None:
    source = page_of(*PROSE)
    assert main_text(source) == main_text(source)


TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<br/>",
    "<li>",
    "<td>",
    "<tr>",
    "<a href='x'>",
    "</a>",
    "<h2>",
]
TAGS += ["</h2>", "<blockquote>", '<p class="share">', "<!-- x -->", "<script>a</script>"]
TAGS += ["<", ">", "<p", "</", "<!--", "<![CDATA["]
WORDS = [
    "&amp;",
    "&#8217;",
    "&#x1F600;",
    "&notit;",
    "&amp;amp;",
    "&",
    "&nbsp;",
    "İstanbul",
    "Straße",
    "ﬁre",
    "e\u0301",
    "😀🏽",
]
WORDS += ["\r\n", " ", "\t", "\0", "ford", "He said so. ", "“No,”", "\n\n", PROSE[0], PROSE[3]]


@given(st.lists(st.sampled_from(TAGS + WORDS) | st.text(max_size=3), max_size=40).map("".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_run_of_any_page_decodes_exactly(source: str, fragment: bool) -> None:
    page = main_text(source, fragment=fragment)
    assert misread(source, page) == []
    starts = [paragraph.runs[0].raw_start for paragraph in page.paragraphs]
    assert starts == sorted(starts)
    assert all(0 <= line.start < line.end <= len(source) for line in page.lines)


@pytest.mark.shared
def test_no_boilerplate_of_the_gold_dispute_is_in_any_text() -> None:
    if not GOLD.exists():
        pytest.skip("the gold dispute is not beside the repository")
    documents = json.loads((GOLD / "gold.json").read_text("utf-8"))["documents"]
    leaked = []
    for name, known in documents.items():
        if name.endswith(".html"):
            text = " ".join(texts(main_text((GOLD / "docs" / name).read_text("utf-8"))))
            leaked += [(name, words) for words in known["not_in_body"] if words in text]
    assert leaked == []


def test_a_list_that_the_selector_lost_between_two_paragraphs_is_kept() -> None:
    items = "<ul><li>First, a ford that is watched by day and by night.</li><li>Second, a bridge.</li></ul>"
    kept = texts(main_text(page_of(*PROSE[:3], items, *PROSE[3:])))
    assert "Second, a bridge." in kept


def test_lines_above_the_headline_are_the_site_s() -> None:
    before = (
        "<div>Arlo News<br><i>The voice of the ford</i></div><div><b>Ford shut at Arlo</b><br>Posted: Mar 3, 2026</div>"
    )
    assert not any("voice of" in text or "Posted" in text for text in texts(main_text(page_of(*PROSE, before=before))))


@pytest.mark.parametrize(
    "line",
    [
        "* * *",
        "5 min read",
        "#Arlo #ford",
        "Get the Courier’s morning briefing",
        "Stories from the valley in your inbox every weekday.",
        "You have 2 free articles left this month.",
        "Ada Noor covers fords for Arlo News. Follow her on X at @adanoor.",
        "If you found this useful, please consider supporting Arlo News.",
        "Printed from: https://arlo.example/ford",
        "&gt;&gt; Follow our channel: t.me/arlo",
        "(With inputs from agencies)",
        "For information media. Not an official record.",
    ],
)
def test_what_sites_write_into_articles_is_no_text(line: str) -> None:
    assert not {line.replace("&gt;", ">")} & set(texts(main_text(page_of(*PROSE[:3], line, *PROSE[3:]))))
