"""A saved page or a piece of one: the decoded document is one draft, its HTML source the body."""

from __future__ import annotations

from sayso.collect.found import Fault, Found
from sayso.model import Aligned, Draft

__all__ = ["read_page"]

_NO_ARTICLES = {
    "svg": "an SVG image",
    "urlset": "a site map, which names pages and holds no text",
    "sitemapindex": "an index of site maps, which holds no text",
    "opml": "a list of feeds, which holds no text",
}
"""Roots of markup that never holds an article."""


def read_page(text: str, root: str = "html") -> Found:
    """A page as one draft; `root` is the name of its first element."""
    if root in _NO_ARTICLES:
        return Found("page", "application/xml", (), (Fault("E304", f"looks like {_NO_ARTICLES[root]}"),))
    return Found("page", "text/html", (Draft("html", Aligned.whole(text)),))
