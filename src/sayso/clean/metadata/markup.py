"""Tags and attributes with their places, read off HTML source without a tree: source in, stretches out.

Patterns are possessive or bounded, so hostile source costs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.references import unescape

__all__ = ["ATTRIBUTES", "Attribute", "attributes", "shown_text"]

ATTRIBUTES = r"(?:[^<>\"']++|\"[^\"<]{0,9000}+\"|'[^'<]{0,9000}+'|[\"'])*+"
"""The inside of a tag after its name; a quote left open does not swallow the next tag."""

_ATTRIBUTE = re.compile(r"([a-zA-Z_:@][-\w:.]{0,60}+)\s{0,9}+=\s{0,9}+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s\"'>]++))")
_BREAK = re.compile(r"<(?:a|/a|br|/?div|/?p|/?li|/?time|/?address|/?h\d|/?t[dr])\b[^>]*+>", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!--.*?-->|<(?:script|style|svg|noscript|button)\b.*?</(?:script|style|svg|noscript|button)\b|<[^>]*+>?",
    re.DOTALL | re.I,
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """The value of an attribute, entities undone, and where its source stands."""

    value: str
    start: int
    end: int


def attributes(source: str, start: int, end: int) -> dict[str, Attribute]:
    """The attributes of a tag by lower-case name; of a repeated one the first, as browsers do."""
    out: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        number = match.lastindex or 2
        raw = match[number]
        value = unescape(raw) if "&" in raw else raw
        out.setdefault(match[1].lower(), Attribute(value.strip(), match.start(number), match.end(number)))
    return out


def shown_text(source: str, start: int, end: int, *, parted: bool = False) -> str:
    """What a stretch of source shows: without tags, scripts and comments, white space folded.

    `parted` puts ` | ` where a block, a link or a line ends, so that names side by side stay apart.

    >>> shown_text("<p>By <b>Mara&nbsp;Vell</b></p>", 0, 32)
    'By Mara Vell'
    """
    stretch = source[start:end]
    if parted:
        stretch = _BREAK.sub(" | ", stretch)
    return " ".join(unescape(_MARKUP.sub(" ", stretch)).split())
