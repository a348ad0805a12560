"""Records of any make, mapped by the names of their columns."""

import pytest

from sayso.collect.records import field_of, record_draft
from sayso.model import Aligned
from tests.collect.reading import values


def columns(**cells: str) -> dict[str, tuple[Aligned, ...]]:
    return {name: (Aligned.whole(value),) for name, value in cells.items()}


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("text", "text"), ("Full_Text", "text"), ("articleBody", "text"), ("BODY", "text"), ("maintext", "text"),
        ("Headline", "title"), ("By-line", "author"), ("date_published", "published"), ("pubDate", "published"),
        ("site_name", "outlet"), ("lang", "language"), ("canonical_url", "url"), ("votes", None), ("x" * 1000, None),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(column: str, field: str | None) -> None:
    assert field_of(column) == field


def test_a_record_says_all_it_knows() -> None:
    draft = record_draft(
        columns(
            headline="Gate stays shut",
            byline="By Ana Roth and Leo Marsh",
            date="4 March 2026",
            publisher="Ost Watch",
            language="English",
            url="https://ostwatch.example/gate",
            body="They said no.",
        ),
        "json",
    )
    assert draft is not None
    assert draft.body.text == "They said no."
    assert draft.url == "https://ostwatch.example/gate"
    found = {field: values(draft, field) for field in ("title", "author", "published", "outlet", "language")}
    assert found == {
        "title": ["Gate stays shut"],
        "author": ["Ana Roth", "Leo Marsh"],
        "published": ["2026-03-04"],
        "outlet": ["Ost Watch"],
        "language": ["en"],
    }


def test_a_date_that_may_be_two_days_stays_unknown() -> None:
    draft = record_draft(columns(date="03/04/2026", text="They said no."), "json")
    assert draft is not None
    assert values(draft, "published") == []


def test_the_fullest_column_of_text_is_read() -> None:
    draft = record_draft(columns(content="Short [+900 chars]", full_text="All of it."), "json")
    assert draft is not None
    assert (draft.body.text, draft.complete) == ("All of it.", True)


def test_a_text_that_was_cut_off_is_marked() -> None:
    draft = record_draft(columns(content="They said [+900 chars]"), "json")
    assert draft is not None
    assert not draft.complete


def test_a_blank_column_gives_way_to_the_next() -> None:
    draft = record_draft(columns(text="  ", content="They said no."), "json")
    assert draft is not None
    assert draft.body.text == "They said no."


def test_html_in_a_column_is_seen() -> None:
    draft = record_draft(columns(text="<p>They said no.</p>"), "json")
    assert draft is not None
    assert (draft.form, draft.codecs) == ("html", ("json",))


def test_text_escaped_for_a_page_is_spelled_out_and_keeps_its_lines() -> None:
    draft = record_draft(columns(text="It&#8217;s no.\n\nTwice."), "json")
    assert draft is not None
    assert (draft.form, draft.body.text, draft.codecs) == ("text", "It’s no.\n\nTwice.", ("json", "html"))


def test_a_record_without_text_is_no_draft() -> None:
    assert record_draft(columns(title="Gate", votes="3"), "json") is None
