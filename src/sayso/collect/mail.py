"""E-mail, one message (.eml) or many (.mbox): decoded text and bytes come in, one draft a message goes out.

The plain part is preferred where it is substantial. A body that stands in the document as it is keeps the document's
own offsets; one in quoted-printable, base64 or another charset is a `part` of its own, named `message=2;part=1.1`, and
raw offsets count in its decoded text. Places of metadata are those of the header lines in the document.
"""

from __future__ import annotations

import re
from binascii import Error as Base64Error
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr
from typing import Literal, NamedTuple

from sayso.collect.decoding import decoded, encoding_of
from sayso.collect.found import Fault, Found
from sayso.collect.markup import is_markup
from sayso.collect.metadata import authors, dated, language, named
from sayso.model import Aligned, Builder, Draft, Metadatum

__all__ = ["part_text", "read_mail"]

_SEPARATOR = r"(?:\A\s*|(?<=\n\n)|(?<=\n\r\n))From (?=[^\r\n]*[0-9]{4})[^\r\n]*+\r?\n(?=[!-9;-~]{1,60}:)"
_IN_BYTES, _IN_TEXT = re.compile(_SEPARATOR.encode()), re.compile(_SEPARATOR)
_HEAD_END = re.compile(r"\r?\n\r?\n|\Z")
_FIELD = re.compile(r"^([!-9;-~]+):[ \t]*(.*(?:\r?\n[ \t]+.*)*)", re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]+")
_BLANK = re.compile(r"<[^<>]*>|\s+")
_LONGEST_FIELD = 2000
"""No header field that says something of use is longer; reading the parameters of one takes its length squared."""
_SUBSTANTIAL = 0.4
"""A plain part with less of the words than this share of the HTML part is a pointer to it ("view in browser")."""


class _Message(NamedTuple):
    """One message: its bytes, and where it starts and ends in the decoded document."""

    number: int
    data: bytes
    start: int
    end: int


class _Bounded(Compat32):
    """Header fields as Python's own reader takes them, up to the length of any that was written in earnest."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_LONGEST_FIELD]


class _Part(NamedTuple):
    """A readable leaf of a message: its path (`1.2`), its decoded text, is it HTML?"""

    path: str
    text: str
    is_html: bool


def read_mail(text: str, data: bytes, encoding: str) -> Found:
    """The messages of a mail file as drafts."""
    drafts, faults = [], []
    messages = _messages(text, data, encoding)
    for message in messages:
        try:
            parts = list(_parts(message.data))
        except RecursionError:
            faults.append(Fault("E307", f"message {message.number} nests its parts too deeply"))
            continue
        best = _best(parts)
        if best:
            drafts.append(_draft(text, message, best))
        else:
            faults.append(Fault("E304", f"message {message.number} has no text part"))
    is_mbox = text.lstrip("\ufeff\r\n\t ").startswith("From ")
    form, media_type = ("mbox", "application/mbox") if is_mbox else ("mail", "message/rfc822")
    return Found(form, media_type, tuple(drafts), tuple(faults))


def part_text(data: bytes, encoding: str, part: str) -> str:
    """The decoded text of a part of a mail file, by the name that `Draft.part` gave it.

    Raises KeyError where the document has no such part.
    """
    wanted = re.fullmatch(r"message=(\d+);part=([\d.]+)", part)
    messages = _messages(decoded(data, encoding), data, encoding) if wanted else []
    for message in messages:
        if wanted and message.number == int(wanted[1]):
            for found in _parts(message.data):
                if found.path == wanted[2]:
                    return found.text
    raise KeyError(part)


def _messages(text: str, data: bytes, encoding: str) -> list[_Message]:
    """The messages of a file, cut alike in its bytes and its text."""
    if encoding.startswith(("utf-16", "utf-32")):
        data = text.encode("utf-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    in_text = [cut.span() for cut in _IN_TEXT.finditer(text)]
    if not in_text:
        return [_Message(1, data.lstrip(), len(text) - len(text.lstrip()), len(text))]
    in_data = [cut.span() for cut in _IN_BYTES.finditer(data)]
    if len(in_text) != len(in_data):
        data = text.encode("utf-8")
        in_data = [cut.span() for cut in _IN_BYTES.finditer(data)]
    text_ends = [start for start, _ in in_text[1:]] + [len(text)]
    data_ends = [start for start, _ in in_data[1:]] + [len(data)]
    rows = zip(in_text, text_ends, in_data, data_ends, strict=True)
    return [
        _Message(number, data[data_start:data_end], start, end)
        for number, ((_, start), end, (_, data_start), data_end) in enumerate(rows, start=1)
    ]


def _parts(data: bytes) -> Iterator[_Part]:
    """The readable leaves of a message, in order; attachments are none."""
    yield from _leaves(message_from_bytes(data, policy=_Bounded()), "")


def _leaves(message: Message, path: str) -> Iterator[_Part]:
    children = message.get_payload()
    if isinstance(children, list):
        for number, child in enumerate(children, start=1):
            if isinstance(child, Message):
                yield from _leaves(child, f"{path}.{number}" if path else str(number))
        return
    kind = message.get_content_type()
    if kind not in ("text/plain", "text/html") or message.get_content_disposition() == "attachment":
        return
    payload = message.get_payload(decode=True)
    if isinstance(payload, bytes) and payload.strip():
        charset = f"charset={message.get_content_charset()}" if message.get_content_charset() else None
        text = decoded(payload, encoding_of(payload, charset))
        yield _Part(path or "1", text, kind == "text/html" or _is_page(text))


def _is_page(text: str) -> bool:
    """HTML sent as plain text."""
    return text.lstrip()[:1] == "<" and is_markup(text)


def _best(parts: list[_Part]) -> _Part | None:
    """The part to read: the longest plain one, unless HTML says far more."""
    plain = max((part for part in parts if not part.is_html), key=_words, default=None)
    page = max((part for part in parts if part.is_html), key=_words, default=None)
    if plain and page:
        return plain if _words(plain) >= _SUBSTANTIAL * _words(page) else page
    return plain or page


def _words(part: _Part) -> int:
    return len(_BLANK.sub("", part.text))


def _draft(text: str, message: _Message, part: _Part) -> Draft:
    head_end = _HEAD_END.search(text, message.start, message.end)
    body_start = head_end.end() if head_end else message.end
    given = tuple(_given(text, message.start, body_start))
    form: Literal["html", "text"] = "html" if part.is_html else "text"
    at = text.find(part.text, body_start, message.end)
    if at >= 0:
        return Draft(form, Builder().copy(part.text, at).build(), given=given)
    return Draft(form, Aligned.whole(part.text), part=f"message={message.number};part={part.path}", given=given)


def _given(text: str, start: int, end: int) -> Iterator[Metadatum]:
    """What the header lines of a message say of it, each with the place of its line."""
    for match in _FIELD.finditer(text, start, end):
        if match.end() - match.start() > _LONGEST_FIELD:
            continue
        name, place = match[1].lower(), match.span(2)
        value = _FOLD.sub(" ", match[2]).strip()
        if name == "subject":
            read = named("title", Aligned.whole(_unencoded(value)), "mail.subject")
        elif name == "from":
            read = authors(Aligned.whole(_unencoded(parseaddr(value)[0])), "mail.from")
        elif name == "date":
            read = dated("published", Aligned.whole(value), "mail.date")
        elif name == "content-language":
            read = language(Aligned.whole(value), "mail.content_language")
        else:
            continue
        yield from (replace(found, raw=place) for found in read)


def _unencoded(value: str) -> str:
    """A header with its encoded words (RFC 2047) spelled out; one that is damaged stays as it is."""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, Base64Error):
        return value
    return "".join(
        decoded(piece, encoding_of(piece, f"charset={charset}")) if isinstance(piece, bytes) else piece
        for piece, charset in pieces
    )
