"""Web pages made into plain text in three ways that people's scrapers do it: HTML in, non-empty stripped lines out.

`by_tree` walks an lxml tree and breaks the line at every element that is not known to be inline. `by_events` follows
the tags as a browser's "copy all" does: it breaks lines at block elements only, keeps bullets and indentation, parts
neighbouring links by a blank and glues other inline neighbours. `by_resiliparse` is a third party's renderer, with
alternative texts of images; it is used in training only. The benchmark scores the first two.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import lxml.html
from lxml import etree
from resiliparse.extract.html2text import extract_plain_text

DROPPED = frozenset(["script", "style", "noscript", "head", "template", "svg", "iframe", "textarea", "select"])
INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "em",
        "strong",
        "span",
        "u",
        "font",
        "small",
        "sup",
        "sub",
        "abbr",
        "cite",
        "code",
        "q",
        "mark",
        "s",
        "time",
        "label",
    ]
)
BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
BLANKS = re.compile(r"\s+")
Flattener = Callable[[str], list[str]]


def stripped(text: str) -> list[str]:
    """The non-empty lines of a text, without the blanks around them."""
    return [line for line in (raw.strip() for raw in text.split("\n")) if line]


def by_tree(html: str) -> list[str]:
    """Lines of the lxml tree: every element that is not known to be inline breaks the line."""
    try:
        tree = lxml.html.fromstring(html)
    except ValueError:  # an encoding declaration in a str
        tree = lxml.html.fromstring(html.encode())
    out: list[str] = []
    dropped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            dropped += tag in DROPPED
            if tag not in INLINE:
                out.append("\n")
            if not dropped:
                out.append(BLANKS.sub(" ", element.text or ""))
            continue
        if event == "end":
            dropped -= tag in DROPPED
            if tag not in INLINE:
                out.append("\n")
        if not dropped:
            out.append(BLANKS.sub(" ", element.tail or ""))
    return stripped("".join(out))


class Rendering(HTMLParser):
    """What a browser would put on the clipboard, more or less, from the tags alone, with no tree built."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line: list[str] = []
        self.skipping = ""
        self.depth = 0
        self.bullet = False
        self.after_link = False

    def broken(self) -> None:
        """End the line at hand."""
        text = BLANKS.sub(" ", "".join(self.line)).strip()
        if text:
            self.lines.append("  " * self.depth + ("• " if self.bullet else "") + text)
            self.bullet = False
        self.line.clear()
        self.after_link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self.skipping = ""
        if self.skipping:
            return
        if tag in DROPPED:
            self.skipping = tag
        elif tag in BLOCK:
            self.broken()
            self.depth += tag in {"ul", "ol"}
            self.bullet = tag == "li" or (self.bullet and tag not in {"p", "h1", "h2", "h3", "h4"})
        elif tag in {"td", "th"} or (tag == "a" and self.after_link):
            self.line.append(" ")
        self.after_link = False

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipping = "" if tag == self.skipping else self.skipping
        elif tag in BLOCK:
            self.broken()
            self.depth = max(0, self.depth - (tag in {"ul", "ol"}))
            self.bullet = self.bullet and tag not in {"li", "ul", "ol"}
        self.after_link = tag == "a" or (self.after_link and tag not in BLOCK)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.line.append(data)
            self.after_link = self.after_link and not data


def by_events(html: str) -> list[str]:
    """Lines as the tags come: blocks break, list items get bullets, links are parted, other inline text is glued."""
    rendering = Rendering()
    rendering.feed(html)
    rendering.close()
    rendering.broken()
    return stripped("\n".join(rendering.lines))


def by_resiliparse(html: str) -> list[str]:
    """Lines of resiliparse's plain text of the whole page, alternative texts of images included."""
    return stripped(extract_plain_text(html, main_content=False, alt_texts=True, list_bullets=True))


SCORED: dict[str, Flattener] = {"tree": by_tree, "events": by_events}
ALL: dict[str, Flattener] = {**SCORED, "resiliparse": by_resiliparse}
