"""What the linked data of a page (`application/ld+json`) says of its article: the source in, metadata with places out.

Scripts are parsed as JSON, mended where a stray comma or a raw line break is all that is wrong, and otherwise read
key by key. Of several nodes the one that is an article and stands highest speaks; `@id` references are followed.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sayso.clean.metadata.authors import name_key
from sayso.clean.metadata.tables import table
from sayso.model import Metadatum
from sayso.model.references import unescape

__all__ = ["jsonld_metadata"]

Node = dict[str, Any]

_STRAY_COMMA = re.compile(r",(\s*[}\]])")
_WRAPPING = re.compile(r"\A\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*\Z")
_OPENED = re.compile(r"<script\b[^\\<]{0,400}\Z", re.IGNORECASE)
"""A tag of the page itself; scripts carry others in their strings, with quotes escaped."""
_DEPTH = 6
_MOST = 12
"""Scripts read of one page; real pages have one to five."""
_MOST_NODES, _MOST_NAMES = 500, 100
"""Nodes read of a script and names of a node; each is looked up in the source, so time stays linear in that."""
_PLAIN = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "modified",
    "inLanguage": "language",
}


@dataclass(frozen=True, slots=True)
class _Script:
    source: str
    start: int
    end: int

    def place(self, key: str, value: str) -> tuple[int, int] | None:
        """Where the script spells out a value of a key."""
        ascii_form = json.dumps(value)[1:-1]
        forms = (value, ascii_form, ascii_form.replace("/", "\\/"), html.escape(value), value.replace('"', '\\"'))
        after = max(self.source.find(f'"{key}"', self.start, self.end), self.start)
        for start in (after, self.start):
            for form in forms:
                at = self.source.find(form, start, self.end)
                if at >= 0:
                    return at, at + len(form)
        return None


def jsonld_metadata(source: str) -> list[Metadatum]:
    """Title, authors, dates, outlet and language as the page's linked data gives them."""
    out: list[Metadatum] = []
    parsed: list[tuple[_Script, list[Node]]] = []
    for script in _scripts(source):
        body = source[script.start : script.end]
        data = _parsed(body)
        if data is None:
            out.extend(_read_keys(body, script))
        else:
            parsed.append((script, list(islice(_nodes(data, 0), _MOST_NODES))))
    by_id = {
        node["@id"]: node for _, nodes in parsed for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    main = _main_article([node for _, nodes in parsed for node in nodes if _types(node) & _kinds("articles")], source)
    for script, nodes in parsed:
        out.extend(_read_nodes(nodes, script, by_id, main))
    return out


def _main_article(articles: list[Node], source: str) -> Node | None:
    """Of several articles the one that the title of the page names; else the first."""
    start = source.find("<title")
    end = source.find("<", start + 1)
    title = name_key(unescape(source[start : min(end, start + 600)])) if 0 <= start < end else ""
    named = (node for node in articles if (key := name_key(_text(node.get("headline")))) and key in title)
    return next(named, articles[0] if articles else None)


def _scripts(source: str) -> Iterator[_Script]:
    at = 0
    for _ in range(_MOST):
        at = source.find("ld+json", at)
        if at < 0:
            return
        start = source.find(">", at) + 1
        opened = source.rfind("<", max(0, at - 400), at)
        if start and start - at < 400 and opened >= 0 and _OPENED.match(source, opened, start):
            end = source.find("</", start)
            while end >= 0 and source[end + 2 : end + 8].lower() != "script":
                end = source.find("</", end + 2)
            end = len(source) if end < 0 else end
            yield _Script(source, start, end)
            at = end
        else:
            at += 7


def _parsed(body: str) -> Any:
    for mend in (lambda text: text, lambda text: _STRAY_COMMA.sub(r"\1", _WRAPPING.sub("", text)), unescape):
        try:
            return json.loads(mend(body), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _read_nodes(nodes: list[Node], script: _Script, by_id: dict[str, Node], main: Node | None) -> Iterator[Metadatum]:
    for node in nodes:
        if node is main:
            yield from _read_article(node, by_id, script, "jsonld")
        elif _types(node) & _kinds("pages"):
            yield from _read_article(node, by_id, script, "jsonld.page")
        elif _types(node) & _kinds("sites") and (name := _text(node.get("name"))):
            method = "jsonld.site" if "WebSite" in _types(node) else "jsonld.organization"
            yield Metadatum("outlet", name, method, script.place("name", name))


def _kinds(key: str) -> frozenset[str]:
    return frozenset(table("fields")["jsonld"][key])


def _types(node: Node) -> set[str]:
    kind = node.get("@type")
    return {str(k).rsplit("/", 1)[-1] for k in kind} if isinstance(kind, list) else {str(kind).rsplit("/", 1)[-1]}


def _nodes(data: Any, depth: int) -> Iterator[Node]:
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "isPartOf"):
            if isinstance(data.get(key), (dict, list)):
                yield from (n for n in _nodes(data[key], depth + 1) if key in ("@graph", "mainEntity") or "@id" in n)


def _read_article(node: Node, by_id: dict[str, Node], script: _Script, prefix: str) -> Iterator[Metadatum]:
    for key, field in _PLAIN.items():
        if value := _text(node.get(key)):
            yield Metadatum(field, value, f"{prefix}.{key}", script.place(key, value))
    if prefix == "jsonld.page" and (value := _text(node.get("uploadDate"))):
        yield Metadatum("published", value, f"{prefix}.uploadDate", script.place("uploadDate", value))
    for key, field in (("author", "author"), ("creator", "author"), ("publisher", "outlet")):
        for name in islice(_names(node.get(key), by_id), _MOST_NAMES):
            yield Metadatum(field, name, f"{prefix}.{key}", script.place("name", name))


def _names(value: Any, by_id: dict[str, Node]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = {**by_id.get(str(item.get("@id")), {}), **item}
            item = _joined_name(item) if "name" not in item else item["name"]
        if isinstance(item, list):
            yield from (name for part in item if (name := _text(part)))
        elif name := _text(item):
            yield name


def _joined_name(person: Node) -> str:
    return " ".join(part for part in (_text(person.get("givenName")), _text(person.get("familyName"))) if part)


def _text(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("alternateName")
    return unescape(value).strip() if isinstance(value, str) else ""


_STRING = r'"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,400}+)"'
_KEYED = {key: re.compile(f'"{key}{_STRING}') for key in _PLAIN}
_AUTHOR = re.compile(
    r'"author"\s{0,9}:[\s\[{]{0,99}+(?:"@type"\s{0,9}:\s{0,9}"\w{1,30}"\s{0,9},\s{0,9})?"name' + _STRING
)


def _read_keys(body: str, script: _Script) -> Iterable[Metadatum]:
    """What can be read off a script that is no JSON: the first value of each key."""
    for key, field in _PLAIN.items():
        if found := _KEYED[key].search(body):
            place = (script.start + found.start(1), script.start + found.end(1))
            yield Metadatum(field, unescape(found[1]).replace("\\/", "/"), f"jsonld.{key}", place)
    if found := _AUTHOR.search(body):
        place = (script.start + found.start(1), script.start + found.end(1))
        yield Metadatum("author", unescape(found[1]), "jsonld.author", place)
