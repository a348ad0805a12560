"""Is a string HTML or text, and its character references spelled out where it is text that holds some.

What comes in: the string that a field of a record or a feed holds, aligned to the document. What goes out: the form,
body and codecs of a draft.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sayso.model import Aligned, Builder
from sayso.model.references import REFERENCE, named_part, unescape

__all__ = ["Source", "decode_into", "is_markup", "source_of"]

_MARKUP = re.compile(
    r"</(?:p|div|a|h[1-6]|li|ul|ol|strong|em|b|i|u|span|blockquote|article|section|figure|table|tr|td|body|html)>"
    r"|<(?:p|br|div|img|hr|a|figure|iframe)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_REFERENCE = re.compile(REFERENCE)
_CLOSED_REFERENCE = re.compile(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Source(NamedTuple):
    """The source text of a draft: its form, its body, the codecs that raw stretches of it are spelled in."""

    form: Literal["html", "text"]
    body: Aligned
    codecs: tuple[str, ...]


def is_markup(source: str) -> bool:
    """Does a string hold tags of HTML?

    >>> is_markup("<p>Talks resumed.</p>"), is_markup("Losses < 5 % and > 2 %")
    (True, False)
    """
    return "<" in source and bool(_MARKUP.search(source))


def source_of(body: Aligned, codecs: tuple[str, ...]) -> Source:
    """A string as the source of a draft: text that was escaped for a page is spelled out, its line breaks kept.

    >>> source = source_of(Aligned.whole("It&#8217;s over."), ())
    >>> source.form, source.body.text, source.codecs
    ('text', 'It’s over.', ('html',))
    """
    if is_markup(body.text):
        return Source("html", body, codecs)
    if not _holds_references(body.text):
        return Source("text", body, codecs)
    spelled = decode_into(Builder(), body.text, 0, len(body)).build()
    return Source("text", spelled.through(body), (*codecs, "html"))


def _holds_references(text: str) -> bool:
    return any(unescape(found[0]) != found[0] for found in _CLOSED_REFERENCE.finditer(text))


def decode_into(out: Builder, text: str, start: int, end: int) -> Builder:
    """Add `text[start:end]` to a builder, each character reference in it as one piece, spelled out."""
    at = start
    for found in _REFERENCE.finditer(text, start, end):
        reference = named_part(found[0])
        if (spelled := unescape(reference)) != reference:
            out.copy(text[at : found.start()], at).atom(spelled, found.start(), found.start() + len(reference))
            at = found.start() + len(reference)
    return out.copy(text[at:end], at)
