"""Posts of the WordPress REST interface: one, an array, one a line; names where plug-ins keep them."""

import html
import json
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from tests.collect.reading import ODD_TEXT, codes, given, only, reads_of, values

POST: dict[str, Any] = {
    "id": 77,
    "date": "2026-03-04T09:00:00",
    "date_gmt": "2026-03-04T02:00:00",
    "guid": {"rendered": "https://ostwatch.example/?p=77"},
    "modified": "2026-03-05T09:00:00",
    "modified_gmt": "2026-03-05T02:00:00",
    "slug": "gate",
    "link": "https://ostwatch.example/gate/",
    "title": {"rendered": "Gate stays shut &#8216;for <em>now</em>&#8217;"},
    "content": {
        "rendered": "<p>The gate&#8217;s keepers said no.</p>\n<!--nextpage-->\n<p>Twice.</p>",
        "protected": False,
    },
    "excerpt": {"rendered": "<p>The gate&#8217;s keepers [&hellip;]</p>"},
    "author": 3,
}


def post(**changes: Any) -> dict[str, Any]:
    return {**POST, **changes}


def test_a_post_is_one_draft_of_html_spelled_in_json() -> None:
    reads = reads_of(json.dumps(POST).encode(), uri="gate.txt")
    draft = only(reads)
    assert reads.form == "wordpress"
    assert (draft.form, draft.codecs, draft.complete) == ("html", ("json",), True)
    assert draft.body.text == POST["content"]["rendered"]
    assert draft.url == "https://ostwatch.example/gate/"


def test_titles_are_unescaped_and_lead_to_the_document() -> None:
    document = json.dumps(POST)
    title = next(found for found in only(reads_of(document.encode())).given if found.field == "title")
    assert title.value == "Gate stays shut ‘for now’"
    assert title.raw
    assert document[slice(*title.raw)] == POST["title"]["rendered"]


def test_dates_say_which_clock_they_are_of() -> None:
    draft = only(reads_of(json.dumps(POST).encode()))
    assert given(draft, "wordpress.date") == "2026-03-04T09:00:00"
    assert given(draft, "wordpress.date_gmt") == "2026-03-04T02:00:00+00:00"
    assert given(draft, "wordpress.modified") == "2026-03-05T09:00:00"


def test_a_number_names_no_author() -> None:
    assert values(only(reads_of(json.dumps(POST).encode())), "author") == []


def test_names_stand_in_embedded_people_and_terms() -> None:
    embedded = {
        "author": [{"id": 3, "name": "Ana Roth"}, {"code": "rest_user_invalid_id", "message": "Invalid user ID."}],
        "wp:term": [[{"taxonomy": "category", "name": "World"}], [{"taxonomy": "author", "name": "Leo Marsh"}]],
    }
    draft = only(reads_of(json.dumps(post(_embedded=embedded)).encode()))
    assert values(draft, "author") == ["Ana Roth", "Leo Marsh"]


def test_what_plug_ins_add_is_read() -> None:
    yoast = {
        "title": "Gate stays shut - Ost Watch",
        "author": "Ana Roth",
        "og_site_name": "Ost Watch",
        "article_published_time": "2026-03-04T02:00:00+00:00",
        "og_locale": "en_GB",
    }
    parsely = {
        "meta": {"headline": "Gate", "author": [{"@type": "Person", "name": "Leo Marsh"}], "publisher": {"name": "OW"}}
    }
    draft = only(reads_of(json.dumps(post(yoast_head_json=yoast, parsely=parsely)).encode()))
    assert given(draft, "yoast.author") == "Ana Roth"
    assert given(draft, "yoast.article_published_time") == "2026-03-04T02:00:00+00:00"
    assert given(draft, "parsely.author") == "Leo Marsh"
    assert values(draft, "outlet") == ["Ost Watch", "OW"]
    assert values(draft, "language") == ["en"]


@pytest.mark.parametrize("lines", [False, True])
def test_many_posts_are_many_drafts_in_order(*, lines: bool) -> None:
    posts = [post(id=number, content={"rendered": f"<p>Number {number}.</p>"}) for number in range(3)]
    document = "\n".join(map(json.dumps, posts)) if lines else json.dumps(posts)
    reads = reads_of(document.encode())
    assert reads.form == "wordpress"
    assert [draft.body.text for draft in reads.drafts] == ["<p>Number 0.</p>", "<p>Number 1.</p>", "<p>Number 2.</p>"]


def test_a_protected_body_is_a_problem_and_no_draft() -> None:
    reads = reads_of(json.dumps(post(content={"rendered": "", "protected": True})).encode())
    assert (reads.drafts, codes(reads)) == ((), ["E305"])


def test_a_missing_body_leaves_the_excerpt_marked_incomplete() -> None:
    document = {name: value for name, value in POST.items() if name != "content"}
    draft = only(reads_of(json.dumps(document).encode()))
    assert (draft.body.text, draft.complete) == (POST["excerpt"]["rendered"], False)


def test_an_empty_post_is_a_problem() -> None:
    reads = reads_of(json.dumps([post(), post(content={"rendered": "\n"}, excerpt={"rendered": ""})]).encode())
    assert len(reads.drafts) == 1
    assert codes(reads) == ["E304"]
    assert "record 2" in reads.problems[0].message


def test_exports_with_plain_strings_are_read() -> None:
    draft = only(reads_of(json.dumps(post(title="Gate &amp; bridge", content="<p>Shut.</p>")).encode()))
    assert (draft.body.text, values(draft, "title")) == ("<p>Shut.</p>", ["Gate & bridge"])


def test_plain_text_in_a_post_keeps_its_lines_and_loses_its_entities() -> None:
    draft = only(reads_of(json.dumps(post(content={"rendered": "It&#8217;s no.\n\nTwice."})).encode()))
    assert (draft.form, draft.body.text, draft.codecs) == ("text", "It’s no.\n\nTwice.", ("json", "html"))


@drawn(
    ODD_TEXT.filter(lambda text: html.unescape(text) == text),
    st.booleans(),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_character_of_a_body_comes_back(text: str, ensure_ascii: bool, codec: str) -> None:
    document = json.dumps(post(content={"rendered": text}), ensure_ascii=ensure_ascii)
    assert only(reads_of(document.encode(codec))).body.text == text


def test_categories_and_tags_are_kept_as_terms() -> None:
    terms = [[{"taxonomy": "category", "name": "Border &amp; river"}], [{"taxonomy": "post_tag", "name": "Hask Ridge"}]]
    post = {"id": 1, "type": "post", "title": {"rendered": "A"}, "content": {"rendered": "<p>Text.</p>"}}
    data = json.dumps({**post, "_embedded": {"wp:term": terms}}).encode()
    draft = only(reads_of(data))
    found = [(given.value, given.method) for given in draft.given if given.field == "term"]
    assert found == [("Border & river", "wordpress.category"), ("Hask Ridge", "wordpress.post_tag")]
