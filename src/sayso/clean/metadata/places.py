"""Where a page speaks of its article and where of its site or of other articles: source in, places and names out.

A link to the front page carries the site's name; lists of other articles carry their days; a page whose first heading
is its masthead, or which has none, shows its headline where it repeats what its title says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.clean.boilerplate import region_label
from sayso.clean.metadata.authors import name_key
from sayso.clean.metadata.markup import ATTRIBUTES, attributes, shown_text
from sayso.clean.metadata.tables import words
from sayso.clean.metadata.titles import pieces
from sayso.model import Metadatum

__all__ = ["brands", "elsewhere", "masthead", "titled_lines"]

_HEADING = re.compile(r"<[hH]([1-4])\b[^>]{0,800}+>")
_PAGE_TITLE = re.compile(r"<title\b[^>]{0,300}+>([^<]{0,2000}+)", re.IGNORECASE)
_SHOWN = re.compile(r">([^<>]{8,300}+)<")
_COLON = re.compile(r"(?<=\w):\s+")
_LEAST = 3
"""Words that a headline has; two may be a section's name."""
_ANCHOR = re.compile(rf"<[aA]\b({ATTRIBUTES})>")
_TAG = re.compile(rf"<(/?)([a-zA-Z][\w-]{{0,30}}+)({ATTRIBUTES})>")
_OWN = re.compile(r"""(?:\bcanonical["'][^<>]{0,60}href|\bog:url["'][^<>]{0,60}content)=["']https?://([^/"']{3,100})""")
_ROOT = re.compile(r"(?:\.?/|(?:\.?/)?index\.(?:html?|php)|(?:https?:)?//([^/?#]{3,100})/?)")
_LOGO_CLASS = re.compile(r"\bclass=[\"'][^\"'<>]{0,80}(?:logo|brand|site-?title|site-?name)", re.IGNORECASE)
_NAMED = re.compile(
    r"<(div|span|p|strong|b|h[1-4])\b[^<>]{0,200}\b(?:class|id)=[\"'][^\"'<>]{0,80}\b(?:site-?name|site-?title|site_title|site_name|brand)\b"
    r"[^<>]{0,300}>",
    re.IGNORECASE,
)
_ALT = re.compile(r"""\balt=(?:"([^"]{2,60})"|'([^']{2,60})')""")
_LOGO = re.compile(r"\s*\b(?:logo|home ?page)\b\s*", re.IGNORECASE)
_LONGEST_BRAND, _LONGEST_LINK, _MOST_LINKS = 40, 1_500, 120
_OTHERS = frozenset({"related", "comment", "nav", "ad", "newsletter"})
_VOID = frozenset(("meta", "link", "img", "br", "hr", "input", "source", "wbr", "path", "use", "rect", "circle"))
_FEW = 400
"""Open elements that are followed at most."""


def masthead(source: str, text: str, span: tuple[int, int]) -> bool:
    """Is a first heading the name of the site: a link to the front page, or a name such as papers bear?"""
    if len(text.split()) > 5:
        return False
    link = _ANCHOR.search(source, *span)
    if link and _is_root(attributes(source, *link.span(1)).get("href"), _host(source)):
        return True
    spoken = text.split()
    return all(word[0].isupper() or len(word) < 4 for word in spoken) and any(
        word.lower() in _names_of_papers() for word in spoken[-1:]
    )


@cache
def _names_of_papers() -> frozenset[str]:
    return frozenset(words("cues", "papers", section="brand"))


def titled_lines(source: str, *, after: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The line below `after` that repeats a part of the page's title; under a masthead, a heading that stands alone."""
    title = _PAGE_TITLE.search(source)
    if title:
        whole = shown_text(source, *title.span(1))
        parts = {whole, *pieces(whole), *_COLON.split(whole, maxsplit=1)}
        keys = {name_key(part): len(part) for part in parts if len(part.split()) >= _LEAST}
        shown = _SHOWN.finditer(source, max(after, title.end()))
        found = [(m, key) for m in shown if (key := name_key(shown_text(source, *m.span(1)))) in keys]
        # The longest part is the headline; a site's name is short.
        best = max((keys[key] for _, key in found), default=0)
        lines = [m for m, key in found if keys[key] == best]
        if lines:
            first = next((m for m in lines if _is_heading(source, m.start())), lines[0])
            yield shown_text(source, *first.span(1)), first.span(1)
            return
    if after and (heading := _HEADING.search(source, after, after + 6_000)):
        close = source.find("</", heading.end(), heading.end() + 600)
        text = shown_text(source, heading.end(), close) if close >= 0 else ""
        if len(text.split()) >= _LEAST and len(re.findall(rf"<[hH]{heading[1]}\b", source)) == 1:
            yield text, (heading.end(), close)


def _is_heading(source: str, at: int) -> bool:
    return bool(re.search(r"<[hH][1-6]\b[^<>]*\Z", source[max(0, at - 400) : at]))


def brands(source: str) -> Iterator[Metadatum]:
    """The name that the first link to the front page carries, in words or as the name of its picture."""
    host = _host(source)
    for number, link in enumerate(_ANCHOR.finditer(source)):
        if number >= _MOST_LINKS:
            break
        found = attributes(source, *link.span(1))
        is_home = "rel" in found and "home" in found["rel"].value.lower().split()
        if not (is_home or _is_root(found.get("href"), host)):
            continue
        close = source.find("</a", link.end(), link.end() + _LONGEST_LINK)
        if close < 0:
            continue
        if name := _brand(source, link.end(), close):
            # A link home may say "Special reports"; the name of a site stands elsewhere on its page, too.
            repeated = name in source[: link.start()] or name in source[close:]
            is_logo = _LOGO_CLASS.search(source, link.start(), close) is not None
            method = "html.brand.class" if is_logo else "html.brand.repeated" if repeated else "html.brand"
            yield Metadatum("outlet", name, method, (link.end(), close))
            return
    yield from _named_by_class(source)


def _named_by_class(source: str) -> Iterator[Metadatum]:
    for tag in list(_NAMED.finditer(source))[:3]:
        close = source.find(f"</{tag[1]}", tag.end(), tag.end() + _LONGEST_LINK)
        if close >= 0 and (name := _brand(source, tag.end(), close)):
            yield Metadatum("outlet", name, "html.brand.class", (tag.end(), close))
            return


def _brand(source: str, start: int, end: int) -> str:
    name = shown_text(source, start, end)
    if not name:
        picture = _ALT.search(source, start, end)
        name = picture[1] or picture[2] if picture else ""
    name = " ".join(_LOGO.sub(" ", name).split()).strip(" -–|:.")
    if not 3 <= len(name) <= _LONGEST_BRAND or not name[0].isupper() or any(c in name for c in "?!…"):
        return ""
    first = name.casefold().split()[0]
    if first in words("cues", "leading", section="brand") or not all(
        w[0].isupper() for w in name.split() if len(w) > 3
    ):
        return ""
    return "" if name.casefold() in words("cues", "generic", section="brand") else name


def _host(source: str) -> str:
    spoken = [at for word in ("canonical", "og:url") if (at := source.find(word)) >= 0]
    own = _OWN.search(source, min(spoken)) if spoken else None
    return own[1].lower().removeprefix("www.") if own else ""


def _is_root(href: object, host: str) -> bool:
    value = getattr(href, "value", "").strip()
    root = _ROOT.fullmatch(value)
    return bool(root) and (root[1] is None or root[1].lower().removeprefix("www.") == host)  # type: ignore[index]


def elsewhere(source: str, start: int, end: int, heading: int | None) -> list[tuple[int, int]]:
    """Stretches of a window that speak of other articles: lists of them, comments, asides, articles of their own.

    What stands around the headline itself is the page of this article, whatever it is called.
    """
    stack: list[tuple[str, int, bool]] = []
    out: list[tuple[int, int]] = []
    articles, held = 0, False
    for tag in _TAG.finditer(source, start, end):
        if heading is not None and tag.start() >= heading:
            held = held or any(name == "article" for name, _, _ in stack)
            stack = [(name, at, False) for name, at, _ in stack]
            heading = None
        name = tag[2].lower()
        if tag[1]:
            open_at = len(stack) - 1
            while open_at >= 0 and stack[open_at][0] != name:
                open_at -= 1
            if open_at >= 0:
                out.extend((at, tag.start()) for _, at, is_other in stack[open_at:] if is_other)
                del stack[open_at:]
        elif name not in _VOID and not tag[3].endswith("/") and len(stack) < _FEW:
            label = region_label(name, tag[3])
            other = label in _OTHERS and (label != "nav" or name == "nav")
            if name == "article":
                articles += 1
                other = other or (heading is None and (held or articles > 1))
            stack.append((name, tag.start(), other))
    return out + [(at, end) for _, at, is_other in stack if is_other]
