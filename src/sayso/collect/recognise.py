"""The form of a document, by its content and never by its name.

What comes in: the bytes, or the text decoded from them. What goes out: what a binary file looks like, or the form a
reader is to try: feed, page, json, mail, csv or text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso.collect.json_positions import scan
from sayso.collect.tables import header_of
from sayso.schema.data import read_data

__all__ = ["Binary", "binary", "form_of"]

_SAMPLE = 65_536
_CONTROL = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
_CONTROL_SHARE = 0.05
"""Random bytes hold 11 % control characters, damaged text far below 1 %."""
_LOST_SHARE = 0.2

_XML_PROLOGUE = re.compile(
    r"(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*)?>)*+", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|table|td|article|section|body|blockquote|a|span|em|strong|b|i|img)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:/p|br|/div|/h[1-6]|/li|/table|/article|/body|/blockquote)\b", re.IGNORECASE)
_FRAGMENT_TAGS = 3
"""So many tags, one of them of a block, make a fragment of a page; prose that names a tag or two stays text."""

_JSON_OBJECT = re.compile(r"\s*(?:\[\s*)*+\{\s*+(?:\"(?:[^\"\\]++|\\.)*+\"\s*:|\})", re.DOTALL)
_JSON_NEST = re.compile(r"\s*(?:\[\s*){64}")
_JSON_LIST = re.compile(r"\s*(?:\[\s*)++[\]\"\d-]")

_HEADER = re.compile(r"([!-9;-~]{1,60}):[ \t]?.*(?:\r?\n[ \t]+\S.*)*(?:\r?\n|\Z)")
_MBOX = re.compile(r"From (?=\S.*[0-9]{4})[^\r\n]*+\r?\n(?=[!-9;-~]{1,60}:)")
_MAIL_FIELDS_ENOUGH = 3
_MAIL_FIELDS = frozenset(
    {"to", "subject", "date", "message-id", "mime-version", "received", "return-path", "content-type", "delivered-to"}
)


class Binary(NamedTuple):
    """What a file that is no text looks like."""

    name: str
    media_type: str


def binary(data: bytes) -> Binary | None:
    """What the first bytes of a file give it away as, where that is no text.

    >>> binary(b"%PDF-1.7 ...").name
    'a PDF'
    """
    for at, start, holds, looks in _signatures():
        if data.startswith(start, at) and (not holds or holds in data[:_SAMPLE]):
            return looks
    return None


@cache
def _signatures() -> tuple[tuple[int, bytes, bytes, Binary], ...]:
    rows = read_data("sayso.collect", "signatures.toml")["signature"]
    return tuple(
        (
            row.get("at", 0),
            bytes.fromhex(row["bytes"]),
            bytes.fromhex(row.get("holds", "")),
            Binary(row["name"], row["media_type"]),
        )
        for row in rows
    )


def control_share(text: str) -> float:
    """The share of control and undecodable characters in a text, by a sample; above its bar the text is no text."""
    sample = text[:_SAMPLE]
    encoded = sample.encode("utf-8", "replace")
    control = (len(encoded) - len(encoded.translate(None, _CONTROL))) / max(1, len(sample))
    lost = sample.count("\ufffd") / max(1, len(sample))
    return max(control, lost) if control > _CONTROL_SHARE or lost > _LOST_SHARE else 0.0


def form_of(text: str) -> str:
    """The form to read a text as: `feed`, `page`, `json`, `mail`, `csv` or `text`.

    >>> form_of('{"title": "Talks resume", "text": "The two sides met."}')
    'json'
    """
    start = re.match(r"[\s\ufeff]*", text)
    at = start.end() if start else 0
    first = text[at : at + 1]
    if first == "<":
        return _markup(text, at)
    if first in ("{", "[") and _is_json(text, at):
        return "json"
    if _is_mail(text, at):
        return "mail"
    if header_of(text):
        return "csv"
    return "page" if _is_fragment(text) else "text"


def root_of(text: str) -> str:
    """The name of the first element of a marked-up text, without its prefix, in small letters."""
    prologue = _XML_PROLOGUE.match(text)
    root = _ROOT.match(text, prologue.end() if prologue else 0)
    return root[1].lower() if root else ""


def _markup(text: str, at: int) -> str:
    root = root_of(text[at : at + _SAMPLE])
    if root in _FEED_ROOTS:
        return "feed"
    return "page" if root or _is_fragment(text) else "text"


def _is_json(text: str, at: int) -> bool:
    if _JSON_OBJECT.match(text, at) or _JSON_NEST.match(text, at):
        return True
    return bool(_JSON_LIST.match(text, at)) and text.rstrip().endswith("]") and scan(text).whole


def _is_mail(text: str, at: int) -> bool:
    mbox = _MBOX.match(text, at)
    at, names = mbox.end() if mbox else at, set()
    while field := _HEADER.match(text, at):
        names.add(field[1].lower())
        at = field.end()
    if text[at : at + 1] not in ("", "\r", "\n"):
        return False
    known = len(names & _MAIL_FIELDS)
    return known >= (1 if mbox or "from" in names else _MAIL_FIELDS_ENOUGH)


def _is_fragment(text: str) -> bool:
    if "<" not in text:
        return False
    tags = _TAG.finditer(text)
    return all(next(tags, None) for _ in range(_FRAGMENT_TAGS)) and bool(_BLOCK.search(text))
