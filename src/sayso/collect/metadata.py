"""What a container says of an article: an aligned string comes in, a `Metadatum` with its place goes out.

Values are unescaped, stripped of tags and folded; the place is the stretch of the decoded document that spells them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Aligned, Metadatum
from sayso.model.dates import whole_date
from sayso.model.languages import language_code
from sayso.model.references import unescape

__all__ = ["authors", "dated", "language", "named", "plain", "utc", "web_address"]

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_BETWEEN_NAMES = re.compile(r"&#?\w{1,31};|(?P<gap>\s*[;|\n]\s*|\s+(?:and|&)\s+)", re.IGNORECASE)
"""The semicolon of an entity parts nobody."""
_COMMA = re.compile(r"(?P<gap>\s*,\s*)")
_BY = re.compile(r"\s*by\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+")
_NAMED_ADDRESS = re.compile(r"\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*")
_LONGEST = 1000
"""A longer value is no title, name or outlet."""
_NO_ZONE = re.compile(r"T[\d:]+\Z")
_LETTER = re.compile(r"[^\W\d_]")


def plain(source: str) -> str:
    """A string as a reader sees it: without tags, entities spelled out, white space folded.

    >>> plain("<em>Talks</em> &#8216;within days&#8217;\\n")
    'Talks ‘within days’'
    """
    return " ".join(unescape(_TAG.sub("", source)).split())


def named(field: str, source: Aligned, method: str) -> Iterator[Metadatum]:
    """A title, an outlet: any value that is a line of text."""
    value = plain(source.text) if len(source) <= _LONGEST else ""
    if value:
        yield Metadatum(field, value, method, source.raw(0, len(source)))


def dated(field: str, source: Aligned, method: str, *, zone: str = "") -> Iterator[Metadatum]:
    """A date that can be read for sure; `zone` is added to a time that names none."""
    if reading := whole_date(source.text):
        value = reading.value + (zone if _NO_ZONE.search(reading.value) else "")
        yield Metadatum(field, value, method, source.raw(0, len(source)))


def utc(field: str, source: Aligned, method: str) -> Iterator[Metadatum]:
    """A date whose field's name says that it is in UTC."""
    return dated(field, source, method, zone="+00:00")


def language(source: Aligned, method: str) -> Iterator[Metadatum]:
    """A language as its ISO 639-1 code, without the region."""
    if value := language_code(source.text):
        yield Metadatum("language", value, method, source.raw(0, len(source)))


def web_address(source: Aligned, method: str) -> Iterator[Metadatum]:
    """An http(s) address."""
    value = unescape(source.text.strip())
    if re.match(r"https?://[^\s<>\"]+\Z", value):
        yield Metadatum("url", value, method, source.raw(0, len(source)))


def authors(source: Aligned, method: str) -> Iterator[Metadatum]:
    """The persons that a line of authors names, one each; an e-mail address alone names nobody.

    >>> [person.value for person in authors(Aligned.whole("By Ana Roth and Leo Marsh"), "column.author")]
    ['Ana Roth', 'Leo Marsh']
    """
    if len(source) > _LONGEST:
        return
    address = _NAMED_ADDRESS.fullmatch(source.text)
    start, end = address.span("name") if address else (0, len(source))
    by = _BY.match(source.text, start)
    for name_start, name_end in _names(source.text, by.end() if by else start, end):
        piece = source.slice(name_start, name_end)
        value = _ADDRESS.sub("", plain(piece.text)).strip(" <>()")
        if _LETTER.search(value):
            yield Metadatum("author", value, method, piece.raw(0, len(piece)))


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for left, right in _between(_BETWEEN_NAMES, text, start, end):
        parts = list(_between(_COMMA, text, left, right))
        # "Roth, Ana" is one person: commas part names only where each part could be a full one.
        yield from parts if all(" " in text[a:b] for a, b in parts) else [(left, right)]


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in separator.finditer(text, start, end):
        if not match["gap"]:
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if end > start:
        yield start, end
