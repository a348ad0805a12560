"""Importing this loads whatever work on a document loads at first use: parsers, word lists, weights.

Worker processes fork from a process that has imported it (that is all a fork server can be asked to do in advance), so
a fresh worker is ready at once and no document's time-out pays for loading.
"""

from __future__ import annotations

from sayso.model import Document
from sayso.process import process

__all__ = ["EXAMPLES", "FOUND"]

_PROSE = (
    "“The gate is open,” the mayor said on Monday, and nobody expected the att@cks to go on after the talks of May."
)

EXAMPLES = (
    Document(
        "page", f"<html><body><article><h1>Gate</h1><p>{_PROSE}</p><p>{_PROSE}</p></article></body></html>".encode()
    ),
    Document("text", f"{_PROSE}\n\n{_PROSE}\n".encode()),
    Document(
        "scraped page",
        "\n".join(
            ["Close Menu", "• Home", "• World", "Subscribe", "Gate opens", "By Ann OstMay 4, 2026No Comments1 Min Read"]
            + [_PROSE] * 4
            + ["Share", "Facebook Twitter Email", "Related Posts", "Bridge shut", "May 2, 2026", "© 2026 Post."]
        ).encode(),
    ),
)
"""A page, a text, and a page that was scraped to text, each with a letter-swap."""

FOUND = tuple(process(document) for document in EXAMPLES)
