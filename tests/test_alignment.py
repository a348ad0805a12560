"""Every span of every form decodes from the raw document, whatever characters the text holds."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collect.read import source_text
from sayso.model import Document, decode
from sayso.process import process
from sayso.verify import alignment_faults

_MARKS = ["&", "&amp;", "&amp;amp;", "&#8217;", "<b>", "</p>", "]]>", "=", "\t", "\\", "\\u201c", "“", "”", '"', "'"]
_LETTERS = ["İ", "ß", "ﬁ", "😀", "e\u0301", "é", "Ǆ", "ſ", "𝒜", "ü", "att@cks"]
_UNSEEN = ["\u200b", "\u00ad", "\u00a0", "\u2028", "\ufeff", "\u202e"]
ODD = st.sampled_from([*_MARKS, *_LETTERS, *_UNSEEN])
WORDS = st.sampled_from(
    ["the", "minister", "said", "that", "guns", "had", "left", "ridge", "before", "Monday", "nobody"]
)
SENTENCE = st.lists(st.one_of(WORDS, WORDS, WORDS, ODD), min_size=12, max_size=40).map(" ".join)
PARAGRAPHS = st.lists(SENTENCE, min_size=2, max_size=4)

LEAD = "The foreign minister of Merrin, Tomas Reyl, said on Monday that six guns had left the ridge before the talks."


def _page(paragraphs: list[str]) -> str:
    body = "".join(f"<p>{html.escape(text)}</p>\r\n" for text in paragraphs)
    return f"<html><head><title>Guns</title></head><body><article><h1>Guns</h1>{body}</article></body></html>"


def _named_entities(paragraphs: list[str]) -> str:
    body = "".join("<p>" + "".join(_entity(c) for c in text) + "</p>" for text in paragraphs)
    return f"<html><body><article>{body}</article></body></html>"


def _entity(character: str) -> str:
    if character in "&<>\"'“”é" or ord(character) > 0xFFFF:
        return f"&#x{ord(character):x};"
    return character


def _post(paragraphs: list[str]) -> dict[str, object]:
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return {"id": 1, "type": "post", "title": {"rendered": "Guns"}, "content": {"rendered": body, "protected": False}}


def _feed(paragraphs: list[str], *, cdata: bool) -> str:
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    held = f"<![CDATA[{body.replace(']]>', ']]]]><![CDATA[>')}]]>" if cdata else html.escape(body)
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    item = f"<item><title>Guns</title><content:encoded>{held}</content:encoded></item>"
    return f'<rss version="2.0" {space}><channel><title>Courier</title>{item}</channel></rss>'


def _csv(paragraphs: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["title", "text"], ["Guns", "\n\n".join(paragraphs)]])
    return out.getvalue()


def _mail(paragraphs: list[str], how: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Guns", "Sela Marr <s@courier.example>"
    mail.set_content("\n\n".join(" ".join(text.split()) for text in paragraphs), cte=how)
    return mail.as_bytes()


FORMS: dict[str, Callable[[list[str]], bytes]] = {
    "text": lambda p: "\n\n".join(p).encode(),
    "text, CRLF": lambda p: "\r\n\r\n".join(p).encode(),
    "text, BOM": lambda p: "\n\n".join(p).encode("utf-8-sig"),
    "text, UTF-16": lambda p: "\n\n".join(p).encode("utf-16"),
    "text, cp1252": lambda p: "\n\n".join(p).encode("cp1252", "ignore"),
    "page": lambda p: _page(p).encode(),
    "page, UTF-16": lambda p: _page(p).encode("utf-16"),
    "page, entities": lambda p: _named_entities(p).encode(),
    "post": lambda p: json.dumps(_post(p)).encode(),
    "post, unescaped": lambda p: json.dumps(_post(p), ensure_ascii=False, indent=1).encode(),
    "JSON Lines": lambda p: json.dumps({"title": "Guns", "text": "\n\n".join(p)}).encode() + b"\n",
    "CSV": lambda p: _csv(p).encode(),
    "feed, CDATA": lambda p: _feed(p, cdata=True).encode(),
    "feed, escaped": lambda p: _feed(p, cdata=False).encode(),
    "mail, quoted-printable": lambda p: _mail(p, "quoted-printable"),
    "mail, base64": lambda p: _mail(p, "base64"),
}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paragraphs=PARAGRAPHS)
def test_every_span_decodes_from_the_raw_document(form: str, paragraphs: list[str]) -> None:
    document = Document("x", FORMS[form]([LEAD, *paragraphs]))
    found = process(document)
    assert found.articles, found.problems
    assert found.encoding
    articles = {article.id: article for article in found.articles}
    for article in found.articles:
        source = source_text(document.data, found.encoding, article.part)
        assert list(alignment_faults(article.alignment, source, list(article.codecs))) == []
        assert LEAD[:60] in article.text
    for row in found.statements:
        article = articles[row.article_id]
        source = source_text(document.data, found.encoding, article.part)
        for span, (start, end) in zip(row.content, row.raw_content, strict=True):
            assert article.text[span.start : span.end] == span.quote
            if "<" not in source[start:end] and span.quote.isalnum():
                assert decode(source[start:end], article.codecs) == span.quote
