"""HTML source to blocks of visible text, each knowing the stretches of source it stands on.

What comes in: HTML as a string, well-formed or not. What goes out: a `Walk`: every visible block in order with the
element it stands in, what that element is called, and its text aligned to the source on demand. One linear pass of
regular expressions; no parser builds a tree here, because none keeps the places of characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.clean.boilerplate import region_label
from sayso.clean.folding import CONTROL, folded
from sayso.errors import ReadError
from sayso.model import Aligned
from sayso.model.references import unescape
from sayso.schema.data import read_data

__all__ = ["Block", "Element", "Walk", "kind_of", "walk"]

DEEPEST = 5_000
"""Open elements, one in another, beyond which nobody wrote the page."""

_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+)(?:>|\Z)"
    r"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    r"|[!?/][^>]*+(?:>|\Z))"
)
_CLASS = re.compile(r"""\bclass\s*=\s*["']?([^"'>]{0,300})""", re.IGNORECASE)
_DIGITS = re.compile(r"\w*\d\w*")
_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*+\n\s*+")
_MONSTER = re.compile(r"&#[0-9]{1000}")
"""A character number this long is an attack on those who read numbers."""


class _Elements(NamedTuple):
    """The tables of elements.toml."""

    inline: frozenset[str]
    raw: frozenset[str]
    skipped: frozenset[str]
    void: frozenset[str]
    worded: frozenset[str]
    once: frozenset[str]
    unnamed: frozenset[str]
    ends_paragraph: frozenset[str]
    closes: dict[str, frozenset[str]]
    closing: dict[str, re.Pattern[str]]


@cache
def _elements() -> _Elements:
    table = read_data("sayso.clean", "elements.toml")
    closes = {tag: frozenset({"p"}) for tag in table["ends_paragraph"]}
    closes |= {tag: frozenset(closed) for tag, closed in table["closes"].items()}
    closing = {tag: re.compile(rf"(?i)</{tag}(?=[\s/>])[^>]*+(?:>|\Z)") for tag in (*table["raw"], *table["skipped"])}
    sets = {name: frozenset(tags) for name, tags in table.items() if name != "closes"}
    return _Elements(**sets, closes=closes, closing=closing)


@dataclass(slots=True, eq=False)
class Element:
    """An element: its tag, the one around it, what its own name says it is, and what the nearest that says so does."""

    tag: str
    parent: Element | None
    own: str | None
    region: str | None
    source: Element | None
    """The element, this one or one around it, that `region` comes from."""
    attributes: str = ""
    article: Element | None = None
    """The innermost article element around, or this one."""


@dataclass(slots=True, eq=False)
class Block:
    """A stretch of text that a reader sees as one: the text of a paragraph, a heading, a cell, a list item."""

    element: Element
    pieces: list[tuple[int, int]]
    """Stretches of the source; an empty one stands for a line break."""
    text: str
    links: int
    """Characters of source text inside links."""

    @property
    def start(self) -> int:
        """Where in the source the block begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where in the source the block ends."""
        return self.pieces[-1][1]

    @property
    def link_share(self) -> float:
        """The share of its characters that stand in links."""
        return self.links / max(1, sum(end - start for start, end in self.pieces))

    def aligned(self, source: str) -> Aligned:
        """The text of the block, white space folded, aligned to the source."""
        return folded(source, self.pieces)


@dataclass(slots=True)
class Walk:
    """All that the walker saw of a page."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    """The text of the title element, which no reader sees on the page."""
    depth: int = 0
    cuts: list[tuple[int, int]] = field(default_factory=list)
    """Stretches with nothing to see: scripts, styles, drawings, comments."""

    def reduced(self) -> str:
        """The source without what nobody sees."""
        parts, at = [], 0
        for start, end in self.cuts:
            parts.append(self.source[at:start])
            at = end
        parts.append(self.source[at:])
        return "".join(parts)


def kind_of(element: Element) -> str:
    """What elements that one template made share: tag, name, and classes without the numbers in them."""
    return _kind(element.tag, element.own, element.attributes)


@lru_cache(maxsize=4096)
def _kind(tag: str, own: str | None, attributes: str) -> str:
    classes = _CLASS.search(attributes)
    return f"{tag} {own} {_DIGITS.sub('', classes[1]) if classes else ''}"


def walk(source: str, *, blank_lines: bool = False) -> Walk:
    """All visible blocks of an HTML source, in order; `blank_lines` part blocks if asked. Raises ReadError E307.

    >>> [block.text for block in walk("<p>One &amp; two<p>three<br>four").blocks]
    ['One & two', 'three four']
    """
    if _MONSTER.search(source):
        raise ReadError("E307", "a character reference of more than 1,000 digits")
    return _Walker(source, blank_lines=blank_lines).run()


class _Walker:
    """The state of one pass."""

    def __init__(self, source: str, *, blank_lines: bool) -> None:
        self.source = source
        self.blank_lines = blank_lines
        self.out = Walk(source)
        self.elements = _elements()
        self.top = Element("", None, None, None, None)
        self.open: dict[str, int] = {}
        self.depth = 0
        self.pieces: list[tuple[int, int]] = []
        self.links = 0
        self.in_link = False
        self.never_closed: set[str] = set()

    def run(self) -> Walk:
        source, at, search, cuts = self.source, 0, _TAG.search, self.out.cuts
        inline, text = self.elements.inline, self.parted if self.blank_lines else self.words
        while found := search(source, at):
            start, end = found.span()
            if start > at:
                text(at, start)
            at = end
            slash, name, attributes = found.groups()
            if name is None:
                cuts.append((start, at))
                continue
            tag = name.lower()
            if tag in inline:  # most tags: no call for them
                if tag == "a":
                    self.in_link = not slash
            elif slash:
                self.end_tag(tag)
            else:
                at = self.start_tag(tag, attributes, start, at)
        if at < len(source):
            text(at, len(source))
        self.flush()
        return self.out

    def parted(self, start: int, end: int) -> None:
        """Words in which blank lines part blocks."""
        for gap in _BLANK_LINE.finditer(self.source, start, end):
            if gap.start() > start:
                self.words(start, gap.start())
            self.flush()
            start = gap.end()
        if end > start:
            self.words(start, end)

    def words(self, start: int, end: int) -> None:
        self.pieces.append((start, end))
        if self.in_link:
            self.links += end - start

    def start_tag(self, tag: str, attributes: str, start: int, end: int) -> int:
        if tag == "br":
            self.line_break(end)
            return end
        if tag == "button" and self.pieces and self.top.tag in self.elements.worded:
            return end
        if tag in self.elements.closing:
            return self.skip(tag, start, end)
        if self.pieces:
            self.flush()
        if tag not in self.elements.void and (tag in self.elements.ends_paragraph or not attributes.endswith("/")):
            self.push(tag, attributes)  # browsers ignore the slash of <div/>
        return end

    def line_break(self, at: int) -> None:
        """One <br> is a blank, two in a row end the block."""
        for start, end in reversed(self.pieces):
            if start == end:
                self.flush()
                return
            if not self.source[start:end].isspace():
                break
        self.pieces.append((at, at))

    def skip(self, tag: str, start: int, end: int) -> int:
        """Past an element that shows no text, to the place where reading goes on."""
        close = None if tag in self.never_closed else self.elements.closing[tag].search(self.source, end)
        if close is None:
            self.never_closed.add(tag)
            stop = len(self.source) if tag in self.elements.raw else end
        else:
            stop = close.end()
        if tag == "title":
            if not self.out.title and close:
                self.out.title = " ".join(unescape(self.source[end : close.start()]).split())
        else:
            self.out.cuts.append((start, stop))
        return stop

    def push(self, tag: str, attributes: str) -> None:
        elements = self.elements
        if tag in elements.once and self.open.get(tag):
            return
        closes = elements.closes.get(tag, ())
        while self.top.tag in closes:
            self.pop()
        top = self.top
        own = region_label(tag, attributes) if tag not in elements.unnamed else None
        element = Element(tag, top, own, top.region, top.source, attributes, top.article)
        if tag == "article":
            element.article = element
        if tag == "blockquote" and top.region in {"share", "ad"}:
            element.region = element.source = None  # a message quoted from a social network, in a box named so
        elif own and top.region != "hidden":
            element.region, element.source = own, element
        self.top = element
        self.open[tag] = self.open.get(tag, 0) + 1
        self.depth += 1
        if self.depth > self.out.depth:
            self.out.depth = self.depth
            if self.depth > DEEPEST:
                raise ReadError("E307", f"elements stand {DEEPEST:,} deep in one another")

    def pop(self) -> None:
        top = self.top
        assert top.parent is not None
        self.open[top.tag] -= 1
        self.depth -= 1
        self.top = top.parent

    def end_tag(self, tag: str) -> None:
        if tag == "br" or (tag == "button" and not self.open.get(tag)):
            return
        if self.pieces:
            self.flush()
        if self.open.get(tag):
            while self.top.tag != tag:
                self.pop()
            self.pop()

    def flush(self) -> None:
        """End the block that is open, if it has any text."""
        pieces, links, source = self.pieces, self.links, self.source
        if not pieces:
            return
        self.pieces, self.links = [], 0
        parts = [source[start:end] or " " for start, end in pieces]
        text = "".join(parts)
        if text.isspace():  # what stands between most tags
            return
        if "&" in text:  # spelled out part by part: no reference goes on behind a tag
            text = "".join(map(unescape, parts))
        text = " ".join(text.split())
        if not text.isprintable():
            text = " ".join(CONTROL.sub("", text).split())
        if text:
            self.out.blocks.append(Block(self.top, _trimmed(pieces, parts), text, links))


def _trimmed(pieces: list[tuple[int, int]], parts: list[str]) -> list[tuple[int, int]]:
    """The pieces without white space and line breaks at both ends; `parts` is their text, not all of it blank."""
    first, last = 0, len(pieces) - 1
    while parts[first].isspace():
        first += 1
    while parts[last].isspace():
        last -= 1
    start = pieces[first][0] + len(parts[first]) - len(parts[first].lstrip())
    end = pieces[last][1] - len(parts[last]) + len(parts[last].rstrip())
    if first == last:
        return [(start, end)]
    return [(start, pieces[first][1]), *pieces[first + 1 : last], (pieces[last][0], end)]
