"""What the head of a page declares: its `<meta>` elements, title, canonical address and language, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.clean.metadata.markup import ATTRIBUTES, Attribute, attributes, shown_text
from sayso.clean.metadata.tables import table
from sayso.model import Metadatum

__all__ = ["head_metadata"]

_META = re.compile(rf"<[mM][eE][tT][aA]\b({ATTRIBUTES})>")
_TITLE = re.compile(r"<title\b[^>]{0,300}+>([^<]{0,2000}+)", re.IGNORECASE)
_HTML = re.compile(rf"<html\b({ATTRIBUTES})>", re.IGNORECASE)
_NAMES = ("property", "name", "itemprop", "http-equiv")
_WRITTEN_BY = re.compile(
    r"\s*(?:written by|verfasst von|écrit par|escrito por|author|autor|par|geschreven door|scritto da)\s*",
    re.IGNORECASE,
)
_MOST = 400


def head_metadata(source: str) -> list[Metadatum]:
    """Everything the head says, in its order, one metadatum for each statement."""
    out = list(_language(source))
    out.extend(_metas(source))
    if title := _TITLE.search(source):
        out.append(Metadatum("title", shown_text(source, *title.span(1)), "html.title", title.span(1)))
    out.extend(_canonical(source))
    return [given for given in out if given.value]


def _language(source: str) -> Iterator[Metadatum]:
    tag = _HTML.search(source, 0, 4000)
    if tag:
        found = attributes(source, *tag.span(1))
        for name in ("lang", "xml:lang"):
            if name in found:
                yield _given("language", found[name], "html.lang")
                return


def _metas(source: str) -> Iterator[Metadatum]:
    fields: dict[str, str] = table("fields")["meta"]
    labels: dict[str, str] = {}
    for number, tag in enumerate(_META.finditer(source)):
        if number > _MOST:
            return
        found = attributes(source, *tag.span(1))
        content = found.get("content") or found.get("value")
        if content is None:
            continue
        for name in _NAMES:
            key = found[name].value.lower() if name in found else ""
            if key in fields:
                method = f"meta.{key}" if name != "itemprop" else f"itemprop.{key}"
                yield _given(fields[key], content, method)
            elif key.startswith("twitter:label"):
                labels[key.removeprefix("twitter:label")] = content.value
            elif key.startswith("twitter:data") and _WRITTEN_BY.fullmatch(labels.get(key[12:], "")):
                yield _given("author", content, f"meta.{key}")


def _given(field: str, attribute: Attribute, method: str) -> Metadatum:
    return Metadatum(field, attribute.value, method, (attribute.start, attribute.end))


def _canonical(source: str) -> Iterator[Metadatum]:
    at = source.find("canonical")
    start = source.rfind("<", max(0, at - 2000), at) if at >= 0 else -1
    if start >= 0 and source[start : start + 5].lower() == "<link":
        end = source.find(">", at)
        found = attributes(source, start + 5, min(end, start + 4000) if end >= 0 else start + 4000)
        if found.get("rel") and found["rel"].value.lower() == "canonical" and "href" in found:
            yield _given("url", found["href"], "link.canonical")
