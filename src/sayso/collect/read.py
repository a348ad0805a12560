"""A document in, the drafts of its articles out: decode it, recognise its form by content, read it.

Pure: no clock, no network, and no bad input raises; what could not be read is in `problems`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.collect.decoding import decoded, encoding_of
from sayso.collect.feeds import read_feed
from sayso.collect.found import Fault, Found
from sayso.collect.json_documents import read_json
from sayso.collect.mail import part_text, read_mail
from sayso.collect.page import read_page
from sayso.collect.recognise import binary, control_share, form_of, root_of
from sayso.collect.tables import read_table
from sayso.collect.text import read_text
from sayso.model import Document, Draft, Limits, Problem

__all__ = ["Reads", "read", "source_text"]

_SHOWN_FAULTS = 100
"""Faults of one code that get a row each; the rest of them share one: a broken dump must not fill the ledger."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What was read out of a document.

    `form` is what its content proved it to be (`text`, `page`, `wordpress`, `json`, `json-lines`, `csv`, `feed`,
    `mail`, `mbox`; `binary` or `empty` where there is nothing to read), `encoding` the exact Python codec, `drafts`
    its articles in order of standing.
    """

    form: str
    media_type: str
    encoding: str
    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(document: Document, limits: Limits) -> Reads:
    """The drafts of a document, and a problem for each thing in it that could not be read.

    >>> reads = read(Document("talks.txt", b"Talks resumed on Monday."), Limits())
    >>> reads.form, reads.encoding, reads.drafts[0].body.text
    ('text', 'utf-8', 'Talks resumed on Monday.')
    """
    looks = binary(document.data)
    if looks:
        return _unreadable(document, "binary", looks.media_type, "E301", f"it looks like {looks.name}")
    encoding = encoding_of(document.data, document.media_type)
    text = decoded(document.data, encoding)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        return _unreadable(document, "empty", "text/plain", "E302", f"it holds {len(document.data)} bytes and no text")
    share = control_share(text)
    if share:
        message = f"{share:.0%} of its characters are control characters or undecodable"
        return _unreadable(document, "binary", "application/octet-stream", "E301", message)
    found = _find(text, document, encoding)
    drafts, faults = _within(found.drafts, limits)
    if len(drafts) == 1 and drafts[0].url is None:
        drafts = [replace(drafts[0], url=document.url)]
    problems = tuple(_problem(document, fault) for fault in _gathered((*found.faults, *faults)))
    return Reads(found.form, found.media_type, encoding, tuple(drafts), problems)


def source_text(data: bytes, encoding: str, part: str = "") -> str:
    """The decoded text that the raw offsets of a draft count in.

    Raises KeyError where the document has no such part.

    >>> source_text("“No”".encode(), "utf-8", "")
    '“No”'
    """
    return part_text(data, encoding, part) if part else decoded(data, encoding)


def _find(text: str, document: Document, encoding: str) -> Found:
    match form_of(text):
        case "feed":
            return read_feed(text)
        case "page":
            return read_page(text, root_of(text))
        case "json":
            return read_json(text)
        case "mail":
            return read_mail(text, document.data, encoding)
        case "csv":
            return read_table(text)
    return read_text(text)


def _within(drafts: Iterable[Draft], limits: Limits) -> tuple[list[Draft], list[Fault]]:
    """The plain drafts that are no longer than an article may be; the text of a page is measured once it is clean."""
    kept, faults = [], []
    for number, draft in enumerate(drafts, start=1):
        if draft.form == "text" and len(draft.body) > limits.text_chars:
            faults.append(Fault("E306", f"article {number} has {len(draft.body)} characters"))
        else:
            kept.append(draft)
    return kept, faults


def _gathered(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults, those of one code beyond the number shown gathered into one."""
    seen: Counter[str] = Counter()
    for fault in faults:
        seen[fault.code] += 1
        if seen[fault.code] <= _SHOWN_FAULTS:
            yield fault
    for code, count in seen.items():
        if count > _SHOWN_FAULTS:
            yield Fault(code, f"the same of {count - _SHOWN_FAULTS} more records")


def _problem(document: Document, fault: Fault) -> Problem:
    return Problem(document.uri, "read", fault.code, fault.message, document.sha256)


def _unreadable(document: Document, form: str, media_type: str, code: str, message: str) -> Reads:
    return Reads(form, media_type, "utf-8", (), (_problem(document, Fault(code, message)),))
