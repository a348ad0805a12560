"""Rows of statements and events stand on exact characters of the article and the document, however these spell them."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.clean import clean
from sayso.collect.read import read
from sayso.extract.rows import rows_of
from sayso.model import Article, Document, Event, Limits, Reading, Span, Statement
from sayso.schema.plover import roots

PLAIN = (
    "Kenyan troops killed three soldiers near Olmarovik on 12 May 2025.",
    "The minister of the interior said that gunmen had attacked two convoys near the market.",
    "Police arrested at least 20 students in Lusaka on 13 May 2025.",
)
PARTS = (
    "Kenyan troops",
    "Police",
    "gunmen",
    "k1lled",
    "att@cked",
    "arrested",
    "three sold1ers",
    "two n@uns",
    "a nurse",
)


def article_of(paragraphs: tuple[str, ...], page: bool = False) -> Article:
    """The article of a document, a page of HTML or plain text, published on 15 May 2025."""
    if page:
        body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
        meta = '<meta property="article:published_time" content="2025-05-15T08:00:00Z">'
        data = f"<html><head><title>Ridge</title>{meta}</head><body><article>{body}</article></body></html>"
    else:
        data = "\n\n".join(paragraphs)
    document = Document("x.html" if page else "x.txt", data.encode())
    draft = read(document, Limits()).drafts[0]
    return clean(draft, document=document, uri=document.uri, position=1, limits=Limits())


def rows(paragraphs: tuple[str, ...], page: bool = False) -> tuple[Article, tuple[Statement, ...], tuple[Event, ...]]:
    article = article_of(paragraphs, page)
    statements, events, _ = rows_of(Reading.of(article))
    return article, statements, events


def spans(event: Event) -> list[Span]:
    parties = [span for party in (*event.actors, *event.recipients) for span in party.mentions]
    others = [event.when, event.place.span if event.place else None, *(span for *_, span in event.figures)]
    return [event.trigger, *parties, *(span for span in others if span)]


def test_an_event_is_a_row_on_the_words_of_the_article() -> None:
    article, _, events = rows(PLAIN)
    killed = next(event for event in events if event.trigger.quote == "killed")
    assert article.text[killed.trigger.start : killed.trigger.end] == "killed"
    assert (killed.root, killed.quad, killed.date, killed.date_precision) == ("ASSAULT", 4, "2025-05-12", "day")
    assert [(party.name, party.country) for party in killed.actors] == [("Kenyan troops", "KEN")]
    assert killed.place is not None
    assert (killed.place.name, killed.place.span.quote) == ("Olmarovik", "Olmarovik")
    assert [(slot, low, high, span.quote) for slot, low, high, span in killed.figures] == [("killed", 3, 3, "three")]


@pytest.mark.parametrize("page", [False, True], ids=["text", "page"])
def test_every_span_of_an_event_quotes_the_article(page: bool) -> None:
    article, _, events = rows(PLAIN, page)
    assert len(events) == 3
    for span in (span for event in events for span in spans(event)):
        assert article.text[span.start : span.end] == span.quote != ""


@pytest.mark.parametrize(
    ("written", "trigger", "quote"),
    [
        ("Kenyan troops k1lled three sold1ers near Olmarovik on 12 May 2025.", "k1lled", "three"),
        ("Kenyan troops k!lled three $oldiers near Olmarovik on 12 May 2025.", "k!lled", "three"),
        ("T3rrorists and gunmen k1lled three soldiers on 12 May 2025.", "k1lled", "three"),
    ],
)
def test_repaired_words_are_read_and_the_written_ones_quoted(written: str, trigger: str, quote: str) -> None:
    article, _, (event, *_) = rows((written, *PLAIN[1:]))
    assert (event.root, event.trigger.quote, event.figures[0][3].quote) == ("ASSAULT", trigger, quote)
    assert article.text[event.trigger.start : event.trigger.end] == trigger


def test_behind_a_repair_that_changes_the_length_spans_still_stand() -> None:
    article, _, events = rows(("The secu-rity council met. Kenyan troops killed three soldiers in Olmar.", *PLAIN[1:]))
    assert "secu-rity" in article.text
    for span in (span for event in events for span in spans(event)):
        assert article.text[span.start : span.end] == span.quote


@pytest.mark.parametrize("page", [False, True], ids=["text", "page"])
def test_the_trigger_leads_back_to_the_document(page: bool) -> None:
    article, _, events = rows(("Kenyan troops & rebels k1lled three soldiers on 12 May 2025.", *PLAIN[1:]), page)
    assert events
    for event in events:
        assert event.raw_trigger == (article.alignment.raw(event.trigger.start, event.trigger.end),)


def test_an_event_names_the_statement_on_whose_word_it_is() -> None:
    _, statements, events = rows(PLAIN)
    attacked = next(event for event in events if event.trigger.quote == "attacked")
    (statement,) = [row for row in statements if row.id == attacked.asserted_by]
    assert statement.speaker is not None
    assert statement.speaker.name.lower().endswith("minister of the interior")


def test_what_the_outlet_tells_itself_is_on_nobodys_word() -> None:
    _, _, events = rows(PLAIN)
    assert next(event for event in events if event.trigger.quote == "killed").asserted_by is None


def test_ids_are_told_apart_and_stay() -> None:
    _, statements, events = rows(PLAIN)
    ids = [*(row.id for row in statements), *(row.id for row in events)]
    assert len(set(ids)) == len(ids)
    assert rows(PLAIN)[1:] == (statements, events)


def test_rows_say_where_they_are_from() -> None:
    article, _, events = rows(PLAIN)
    for event in events:
        assert (event.article_id, event.document_id, event.uri) == (article.id, article.document_id, article.uri)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=3, max_size=9).map(" ".join), st.booleans())
def test_whatever_is_repaired_rows_quote_what_is_written(words: str, page: bool) -> None:
    article, statements, events = rows((f"{words} on 12 May 2025.", *PLAIN), page)
    known = {row.id for row in statements}
    for event in events:
        assert all(article.text[span.start : span.end] == span.quote != "" for span in spans(event))
        assert event.asserted_by is None or event.asserted_by in known
        assert event.quad == roots()[event.root].quad
