"""XML with positions: the text of a feed comes in, a tree of its elements goes out, each with the stretch it stands in.

Nothing recurses, nothing is fetched, and no entity that a document declares is ever expanded: only character
references and the names every reader of HTML knows are spelled out. Loose markup is let pass as feeds write it: an end
tag closes the nearest element of its name, an unknown one is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.collect.markup import decode_into
from sayso.model import Aligned, Builder
from sayso.model.references import unescape

__all__ = ["Element", "Spelled", "Tree", "scan_xml"]

DEPTH = 200
"""Deeper nesting than any feed has; beyond it a document is refused."""

_TAG = re.compile(
    r"</(?P<ended>[^\s<>/]++)\s*+>"
    r"|<(?P<started>[A-Za-z_][^\s<>/]*+)(?P<attributes>(?:[^<>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)(?P<closed>/?)>"
)
_DOCTYPE = re.compile(
    r"<!DOCTYPE(?:[^\[>\"']++|\"[^\"]*+\"|'[^']*+')*+"
    r"(?:\[(?:[^\]\"'<]++|<!--.*?-->|\"[^\"]*+\"|'[^']*+'|<)*+\]\s*+)?>",
    re.DOTALL,
)
_ENCLOSED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_STRAY = 100
"""Tags that lead nowhere before a document counts as broken; it keeps hostile markup from being read over and over."""
_ATTRIBUTE = re.compile(r"(?<=[\s\"'])([^\s=\"'<>/]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)')")


class Piece(NamedTuple):
    """Character data of an element: `[start, end)` of the document, as it is (CDATA) or with its references."""

    start: int
    end: int
    cdata: bool


class Spelled(NamedTuple):
    """A text with its way back, and the codecs that a raw stretch of it is spelled in."""

    body: Aligned
    codecs: tuple[str, ...]


@dataclass(slots=True)
class Element:
    """An element: its name as written, its attributes, what is in it, and where that stands."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int = -1
    children: list[Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Was its end read?"""
        return self.end >= 0

    def walk(self) -> Iterator[Element]:
        """The element and all within it, in order of standing."""
        todo = [self]
        while todo:
            here = todo.pop()
            yield here
            todo.extend(reversed(here.children))

    def spelled(self, document: str) -> Spelled:
        """Its own character data. CDATA stands as it is; escaped text is decoded reference by reference."""
        pieces = self.pieces
        if any(piece.cdata for piece in pieces):
            pieces = [piece for piece in pieces if piece.cdata or document[piece.start : piece.end].strip()]
        if {piece.cdata for piece in pieces} == {True, False} and any(
            piece.cdata and "&" in document[piece.start : piece.end] for piece in pieces
        ):
            # One chain of codecs cannot lead through both kinds: what is longer is kept.
            cdata = sum(piece.end - piece.start if piece.cdata else piece.start - piece.end for piece in pieces) > 0
            pieces = [piece for piece in pieces if piece.cdata is cdata]
        out = Builder()
        for piece in pieces:
            if piece.cdata:
                out.copy(document[piece.start : piece.end], piece.start)
            else:
                decode_into(out, document, piece.start, piece.end)
        return Spelled(out.build(), () if all(piece.cdata for piece in pieces) else ("xml",))

    def inner(self, document: str) -> Aligned:
        """What stands between its tags, markup and all."""
        return Builder().copy(document[self.start : self.end], self.start).build()


@dataclass(slots=True)
class Tree:
    """The elements of a document; `broken` is where reading stopped, None where it went through."""

    root: Element
    broken: int | None = None
    too_deep: bool = False
    declares_entities: bool = False


def scan_xml(text: str) -> Tree:
    """The elements of a document, as far as it could be read.

    >>> tree = scan_xml("<rss><title>Fish &amp; chips</title></rss>")
    >>> title = tree.root.children[0].children[0]
    >>> title.spelled("<rss><title>Fish &amp; chips</title></rss>").body.text
    'Fish & chips'
    """
    tree = Tree(Element("", {}, 0))
    _Scanner(text, tree).run()
    tree.root.end = len(text)
    return tree


class _Scanner:
    """One pass over a text with a stack of the elements that are open."""

    def __init__(self, text: str, tree: Tree) -> None:
        self._text, self._tree = text, tree
        self._stack = [tree.root]
        self._from = 0
        self._stray = 0

    def run(self) -> None:
        text, tree, at = self._text, self._tree, 0
        while (mark := text.find("<", at)) >= 0:
            end = self._markup(mark)
            if end is None or len(self._stack) > DEPTH:
                tree.too_deep = len(self._stack) > DEPTH
                tree.broken = mark
                return
            # A "<" that is no markup leaves its text for the next round.
            at = end
        self._characters(len(text))
        tree.broken = len(text) if len(self._stack) > 1 else None

    def _characters(self, end: int) -> None:
        """Character data from where the last markup ended."""
        if end > self._from:
            self._stack[-1].pieces.append(Piece(self._from, end, cdata=False))

    def _markup(self, mark: int) -> int | None:
        """Take what starts at a `<`; where it ends, or None where the document breaks off in it."""
        text = self._text
        for start, stop in _ENCLOSED:
            if text.startswith(start, mark):
                end = text.find(stop, mark + len(start))
                if end < 0:
                    return None
                self._characters(mark)
                if start == "<![CDATA[":
                    self._stack[-1].pieces.append(Piece(mark + len(start), end, cdata=True))
                return self._after(end + len(stop))
        tag = (_DOCTYPE if text.startswith("<!DOCTYPE", mark) else _TAG).match(text, mark)
        if tag is None:
            self._stray += 1
            return mark + 1 if self._stray <= _STRAY else None
        self._characters(mark)
        self._take(tag)
        return self._after(tag.end())

    def _after(self, end: int) -> int:
        self._from = end
        return end

    def _take(self, tag: re.Match[str]) -> None:
        if tag.re is _DOCTYPE:
            self._tree.declares_entities = "<!ENTITY" in tag[0]
        elif tag["ended"]:
            _end(tag, self._stack)
        else:
            element = Element(tag["started"], _attributes(tag["attributes"]), tag.end())
            self._stack[-1].children.append(element)
            if tag["closed"]:
                element.end = tag.end()
            else:
                self._stack.append(element)


def _end(token: re.Match[str], stack: list[Element]) -> None:
    name = token["ended"]
    depth = next((at for at in range(len(stack) - 1, 0, -1) if stack[at].name == name), 0)
    while depth and len(stack) > depth:
        # Elements that were left open inside end where the one around them does.
        stack.pop().end = token.start()


def _attributes(source: str) -> dict[str, str]:
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(source)}
