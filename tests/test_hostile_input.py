"""Input made to cost more than it is worth: each document of 200,000 characters is done in a few seconds, no error."""

from __future__ import annotations

import json
import time

import pytest

from sayso.model import Document
from sayso.process import process

SIZE = 200_000
MOST_SECONDS = 5
"""Far more than any of them takes, far less than what takes the square of its length."""

PROSE = "The bridge at Tollen is open again, Mayor Lotte Bergh said on Monday. “It is open,” she said. " * 4
HEAD = "From: Lotte Bergh <l@tollen.example>\nTo: all@tollen.example\nSubject: The bridge\nDate: x\n"
LONG_NUMBER = "&#" + "9" * 6000 + ";"


def filled(unit: str) -> str:
    return unit * (SIZE // len(unit))


def record(**columns: object) -> str:
    return json.dumps({"title": "The bridge", "text": PROSE, **columns})


def feed(head: str, item: str) -> str:
    return f"<rss><channel>{head}{item}</channel></rss>"


def page(head: str, body: str = "") -> str:
    return (
        f"<html><head><title>The bridge</title>{head}</head><body><h1>The bridge</h1><p>{PROSE}</p>{body}</body></html>"
    )


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def spelled(number: int) -> str:
    return "B" + f"{number:05}".translate(str.maketrans("0123456789", "abcdefghij"))


COSTLY = {
    "mail of open brackets": HEAD + "\n" + filled("<"),
    "mailbox line of digits": "From " + filled("1") + "\nno mail",
    "second mailbox line of digits": "From l 2026\nFrom: l@x.example\n\nOpen.\n\nFrom " + filled("1") + "\nno mail",
    "mail field of open quotes": HEAD + 'Content-Type: text/plain; a="' + filled(";") + "\n\n" + PROSE,
    "mail field of parameters": HEAD + "Content-Type: text/plain; " + filled('a=";"') + "\n\n" + PROSE,
    "JSON line of blanks": '{"text": "Open."}\n' + filled(" ") + '\n{"text": "Shut."}\n{',
    "record of many authors": record(authors=[f"Lotte {spelled(number)}" for number in range(SIZE // 14)]),
    "record of many titles": record(title=[f"Bridge {number}" for number in range(SIZE // 14)]),
    "record of many outlets": record(outlet=[f"Post {number}" for number in range(SIZE // 14)]),
    "feed of many titles": feed("<title>Post</title>" * 5000, "<item><description>Open.</description></item>" * 2000),
    "page of many linked authors": page(linked(author=[{"name": f"Lotte Bergh {n}"} for n in range(SIZE // 30)])),
    "page of many linked nodes": page(linked(mainEntity=[{"@type": "WebPage", "name": f"{n}"} for n in range(4000)])),
    "page of open tags": page("", filled("<p <")),
    "page of open comments": page("", filled("<!--")),
    "page of open scripts": page("", filled("<script ")),
}  # fmt: skip


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
def test_time_grows_with_length_and_not_with_its_square(text: str) -> None:
    start = time.process_time()
    process(Document("hostile", text.encode()))
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize(
    "text",
    [
        record(url=f"https://tollen.example/{LONG_NUMBER}"),
        record(text=f"{PROSE} it&#8217;s {LONG_NUMBER}"),
        feed("", f"<item><title>{LONG_NUMBER}</title><description>{PROSE}</description></item>"),
        feed("", f"<item a='{LONG_NUMBER}'><description>{PROSE}</description></item>"),
        page(linked(headline=LONG_NUMBER).replace("&", "\\u0026")),
        page(f'<meta property="og:title" content="&amp;{LONG_NUMBER[1:]}">'),
    ],
)
def test_a_number_that_no_reader_can_hold_costs_no_document(text: str) -> None:
    (article,) = process(Document("hostile", text.encode())).articles
    assert "Mayor Lotte Bergh" in article.text


def test_metadata_of_one_field_are_weighed_up_to_a_hundred() -> None:
    (article,) = process(Document("many.json", COSTLY["record of many titles"].encode())).articles
    assert sum(given.field == "title" for given in article.metadata) == 100
