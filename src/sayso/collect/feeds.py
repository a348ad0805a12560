"""RSS 2.0, RSS 1.0 and Atom: a feed comes in, one draft an item goes out.

Full content is preferred (`content:encoded`, Atom `content`); a description or summary stands in for it, marked as
incomplete. Markup inside an item may be escaped, in CDATA, or plain XHTML: the codecs of a draft say which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from sayso.collect.found import Fault, Found
from sayso.collect.markup import Source, source_of
from sayso.collect.metadata import authors, dated, language, named, web_address
from sayso.collect.xml_positions import Element, Spelled, Tree, scan_xml
from sayso.model import Aligned, Draft, Metadatum

__all__ = ["read_feed"]

_NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/2005/Atom": "",
}
_FULL = ("content:encoded", "content", "xhtml:body", "body", "fulltext")
_PARTIAL = ("description", "summary", "dc:description", "media:description", "itunes:summary")
_PUBLISHED = ("pubDate", "published", "issued", "dc:date", "dcterms:created", "dcterms:issued", "dc:created")
_MODIFIED = ("updated", "modified", "dcterms:modified")
_ADDRESSES = ("feedburner:origLink", "link", "guid", "id")
_MEDIA_TYPES = {"rss": "application/rss+xml", "rdf": "application/rdf+xml", "feed": "application/atom+xml"}
_READABLE = re.compile(r"text|html|xml", re.IGNORECASE)
"""Media types that the content of an Atom entry may have to be read; others are pictures and sound."""

_MOST_OF_FEED = 10
"""Values of one kind that a feed may give all its items; every item bears each of them."""

Names = dict[str, str]


def read_feed(text: str) -> Found:
    """The items of a feed as drafts, each with what the feed says of it."""
    tree = scan_xml(text)
    root = tree.root.children[0] if tree.root.children else tree.root
    names = _prefixes(tree)
    kind = root.name.rpartition(":")[2].lower()
    entries = [here for here in root.walk() if _name(here, names) in ("item", "entry")]
    feed = _Feed(text, names, root)
    drafts, faults = [], list(_tree_faults(tree, entries))
    for number, entry in enumerate(entries, start=1):
        if not entry.whole:
            continue
        draft = feed.draft(entry)
        if draft:
            drafts.append(draft)
        else:
            faults.append(Fault("E304", f"item {number} of the feed has no text"))
    return Found("feed", _MEDIA_TYPES.get(kind, "application/xml"), tuple(drafts), tuple(faults))


def _tree_faults(tree: Tree, entries: list[Element]) -> Iterator[Fault]:
    if tree.declares_entities:
        yield Fault("E307", "the feed declares entities of its own; they are not expanded")
    if tree.too_deep:
        yield Fault("E307", f"the feed nests elements too deeply (character {tree.broken})")
    elif tree.broken is not None:
        kept = sum(entry.whole for entry in entries)
        yield Fault("E303", f"the feed breaks off at character {tree.broken}; items kept: {kept}")
    elif not entries:
        yield Fault("E304", "the feed has no items")


def _prefixes(tree: Tree) -> Names:
    """Prefixes as the document binds them to the namespaces known here."""
    bound = {}
    for element in tree.root.walk():
        for name, address in element.attributes.items():
            if name.startswith("xmlns:") and address in _NAMESPACES:
                bound[name[6:]] = _NAMESPACES[address]
    return bound


def _name(element: Element, names: Names) -> str:
    """An element's name with its customary prefix, whatever prefix the document chose."""
    prefix, _, local = element.name.rpartition(":")
    prefix = names.get(prefix, prefix)
    return f"{prefix}:{local}" if prefix else local


def _method(element: Element) -> str:
    return f"feed.{element.name.rpartition(':')[2].lower()}"


def _of_feed(found: Iterator[Metadatum]) -> tuple[Metadatum, ...]:
    return tuple(islice(found, _MOST_OF_FEED))


class _Feed:
    """One feed: its text, its prefixes, and what it says of all its items."""

    def __init__(self, text: str, names: Names, root: Element) -> None:
        self._text, self._names, self._root = text, names, root
        channel = next(self._children(root, "channel"), root)
        self._outlet = _of_feed(self._lines("outlet", channel, ("title",), "feed.channel"))
        self._language = _of_feed(
            chain.from_iterable(
                language(self._spelled(child).body, "feed.language")
                for child in self._children(channel, "language", "dc:language")
            )
        )
        self._authors = _of_feed(self._people(root, "feed.feed_author", ("author",)))

    def draft(self, entry: Element) -> Draft | None:
        """An item as a draft, None where it has no text."""
        full = self._content(entry, _FULL)
        source = full or self._content(entry, _PARTIAL)
        if source is None:
            return None
        addresses = list(self._addresses(entry))
        given = (*self._given(entry), *addresses)
        return Draft(*source, given=given, url=addresses[0].value if addresses else None, complete=full is not None)

    def _content(self, entry: Element, wanted: tuple[str, ...]) -> Source | None:
        for name in wanted:
            for child in self._children(entry, name):
                if not _READABLE.search(child.attributes.get("type", "text")):
                    continue
                spelled = self._spelled(child)
                if spelled.body.text.strip():
                    is_html = name == "content:encoded" or child.children
                    return Source("html", *spelled) if is_html else source_of(*spelled)
        return None

    def _spelled(self, element: Element) -> Spelled:
        if not element.children:
            return element.spelled(self._text)
        inner = element.inner(self._text)
        return Spelled(inner, ())

    def _children(self, element: Element, *wanted: str) -> Iterator[Element]:
        return (child for child in element.children if _name(child, self._names) in wanted)

    def _given(self, entry: Element) -> Iterator[Metadatum]:
        yield from self._lines("title", entry, ("title",), "feed.title")
        people = list(self._people(entry, "feed.author", ("dc:creator", "author", "dcterms:creator", "itunes:author")))
        yield from people or self._authors
        for field, wanted in (("published", _PUBLISHED), ("modified", _MODIFIED)):
            for child in self._children(entry, *wanted):
                yield from dated(field, self._spelled(child).body, _method(child))
        for source in self._children(entry, "source"):
            titled = source if not source.children else next(self._children(source, "title"), source)
            yield from named("outlet", self._spelled(titled).body, "feed.source")
        yield from self._outlet
        yield from self._languages(entry)

    def _lines(self, field: str, holder: Element, wanted: tuple[str, ...], method: str) -> Iterator[Metadatum]:
        for child in self._children(holder, *wanted):
            yield from named(field, self._spelled(child).body, method)

    def _people(self, holder: Element, method: str, wanted: tuple[str, ...]) -> Iterator[Metadatum]:
        for child in self._children(holder, *wanted):
            for name in list(self._children(child, "name")) or [child]:
                yield from authors(self._spelled(name).body, method)

    def _languages(self, entry: Element) -> Iterator[Metadatum]:
        for child in self._children(entry, "dc:language", "language"):
            yield from language(self._spelled(child).body, "feed.language")
        tagged = [here.attributes.get("xml:lang") for here in (*self._children(entry, *_FULL), entry, self._root)]
        code = next((tag for tag in tagged if tag), None)
        if code:
            yield from (
                Metadatum("language", found.value, "feed.xml_lang") for found in language(Aligned.whole(code), "")
            )
        yield from self._language

    def _addresses(self, entry: Element) -> Iterator[Metadatum]:
        for child in chain.from_iterable(self._children(entry, name) for name in _ADDRESSES):
            if "href" in child.attributes:
                if child.attributes.get("rel", "alternate") == "alternate":
                    href = Aligned.whole(child.attributes["href"])
                    yield from (Metadatum("url", found.value, "feed.link") for found in web_address(href, ""))
            elif child.attributes.get("isPermaLink", "true") != "false":
                yield from web_address(self._spelled(child).body, _method(child))
