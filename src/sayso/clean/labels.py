"""What each block of a page is: body, subhead, title, byline, caption, or boilerplate of some kind.

What comes in: the blocks of a walked page and how much of each trafilatura selects. What goes out: a label and a
score for every block. Trafilatura is mended here: boxes inside the article that it keeps are labelled for what they
are, paragraphs it loses between two that it keeps are taken in, and where it finds nothing, dense text is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sayso.clean.boilerplate import heading_label, opening_label, pattern_label, whole_label
from sayso.clean.markup import Block, Element, Walk, kind_of
from sayso.clean.mending import HEADINGS, SENTENCE, dense, lost, whole_rows
from sayso.model.references import unescape

__all__ = ["Labelled", "labelled"]

_SMALL = frozenset({"byline", "date", "tags"})
"""Names of things that take a line at most."""
_CERTAIN = frozenset({"comment", "hidden", "notice", "footer", "ad", "caption"})
"""Names that hold for long texts, too."""
_FORMULAS = frozenset({"footer", "notice", "comment", "ad", "share"})
"""Openings that are formulas, whatever follows."""
_TEXT = frozenset({"body", "subhead"})
_SELECTED = 0.5
"""Share of a block that must be selected for the block to count; shares are nearly always 0 or 1."""
_WRAPPER = 0.4
"""A region that holds more than this share of the selected text is a wrapper of the article, whatever it is called."""
_LONGEST_OPENING = 220
"""Longer blocks are not labelled by the words they open with."""
_LINKED = 0.85
"""A short block of which more than this share is link text leads elsewhere."""
_LONGEST_BYLINE = 150
_NAMED = 12
_HEAD = 200_000
"""Characters of a page in which its head is looked for."""
_OG_TITLE = re.compile(r"<meta\b[^>]{0,200}\bog:title\b[^>]{0,1000}>", re.IGNORECASE)
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|par|por|di)\s+\w[^.!?]{2,60}|\S[^.!?]{2,40}\sBy\s[A-Z][^.!?]{2,40}", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|–—·-]\s+")
_DATED = re.compile(r"(?:19|20)\d\d\b")


@dataclass(slots=True)
class Labelled:
    """A block and what it is; `score` in [0, 1] is how sure we are that it is body."""

    block: Block
    label: str
    score: float

    @property
    def is_text(self) -> bool:
        """Is it part of the article?"""
        return self.label in _TEXT


def labelled(walk: Walk, shares: list[float], *, fragment: bool) -> list[Labelled]:
    """Label every block. `shares` says how much of each block was selected; in a fragment that is all."""
    blocks = walk.blocks
    chosen = [share >= _SELECTED for share in shares]
    is_guess = not any(chosen)
    if is_guess:
        chosen = dense(blocks)
    else:
        whole_rows(blocks, chosen)
    wrappers = _wrappers(blocks, chosen)
    vetoes = [
        _veto(block, wrappers, is_chosen=is_chosen and not fragment)
        for block, is_chosen in zip(blocks, chosen, strict=True)
    ]
    _under_headings(blocks, vetoes)
    _linked_lists(blocks, vetoes, chosen)
    titles = _titles(walk, chosen)
    for at in titles:
        vetoes[at] = "title"
    _above(blocks, vetoes, titles)
    _bylines(blocks, vetoes, chosen)
    mended = [] if fragment else lost(blocks, chosen, vetoes)
    body = {at for at, is_chosen in enumerate(chosen) if is_chosen and not vetoes[at]} | set(mended)
    body -= _dangling(blocks, body)
    sure = 0.6 if is_guess else 0.95
    return [
        Labelled(block, *_label(block, at in body, chosen[at], vetoes[at], 0.75 if at in mended else sure))
        for at, block in enumerate(blocks)
    ]


def _label(block: Block, is_body: bool, was_chosen: bool, veto: str | None, sure: float) -> tuple[str, float]:
    if is_body:
        return ("subhead" if block.element.tag in HEADINGS else "body"), sure
    if veto:
        return veto, 0.2 if was_chosen else 0.02
    if was_chosen:
        return "other", 0.3
    return ("nav" if block.link_share > 0.6 else "other"), 0.05


def _wrappers(blocks: list[Block], chosen: list[bool]) -> set[str]:
    """Kinds of element that are named like boilerplate but hold so much of the text that they are its wrappers."""
    total, held = 0, dict[str, int]()
    for block, is_chosen in zip(blocks, chosen, strict=True):
        if not is_chosen:
            continue
        total += len(block.text)
        for kind in {kind_of(element) for element in _named_around(block.element)}:
            held[kind] = held.get(kind, 0) + len(block.text)
    return {kind for kind, length in held.items() if length > _WRAPPER * total}


def _named_around(element: Element) -> Iterator[Element]:
    """The nearest elements around that are named like boilerplate, innermost first."""
    return islice(_named(element), _NAMED)


def _named(element: Element) -> Iterator[Element]:
    at: Element | None = element.source
    while at:
        yield at
        at = at.parent.source if at.parent else None


def _veto(block: Block, wrappers: set[str], *, is_chosen: bool) -> str | None:
    """What a block is if it is no article, by the elements it stands in and by its words."""
    if not any(map(str.isalnum, block.text)):
        return "rule"
    for element in _named_around(block.element):
        if kind_of(element) not in wrappers and _believable(element, block, is_chosen=is_chosen):
            return element.own
    if len(block.text) > 2 * _LONGEST_OPENING:
        return None
    words = block.text.lower()
    if found := whole_label(words) or pattern_label(words):
        return found
    label = opening_label(words) if len(words) <= _LONGEST_OPENING else None
    return label if label in _FORMULAS or (label and _leads_elsewhere(block, words)) else None


def _believable(element: Element, block: Block, *, is_chosen: bool) -> bool:
    """Is the name of an element to be taken at its word? Not where a long text was selected inside it."""
    length = len(block.text)
    if element.own in _SMALL and length > _LONGEST_BYLINE:
        return False
    if element.tag == "aside" or element.own in _CERTAIN or not is_chosen:
        return True
    return length <= _LONGEST_OPENING or not SENTENCE.search(block.text) or block.link_share > 0.3


def _leads_elsewhere(block: Block, words: str) -> bool:
    """Is a block with an opening like 'Read more' no prose? Prose may open with such words, too."""
    if block.element.tag == "li":
        return block.link_share > 0.3
    return ":" in words[:30] or block.link_share > 0.3 or not SENTENCE.search(words)


def _under_headings(blocks: list[Block], vetoes: list[str | None]) -> None:
    """Links and short items under a heading such as 'Related stories' are what the heading says."""
    label: str | None = None
    for at, block in enumerate(blocks):
        found = heading_label(block.text.lower()) if len(block.text) < 60 else None
        if found and not SENTENCE.search(block.text):
            label = vetoes[at] = found
        elif (
            label
            and vetoes[at] is None
            and (block.link_share > 0.5 or (block.element.tag == "li" and label != "byline"))
        ):
            vetoes[at] = label
        elif vetoes[at] is None:
            label = None


def _linked_lists(blocks: list[Block], vetoes: list[str | None], chosen: list[bool]) -> None:
    """Short blocks that are all link lead elsewhere: single ones, and lists of them."""
    for at, block in enumerate(blocks):
        if not chosen[at] or vetoes[at] or block.link_share < _LINKED or len(block.text) > _LONGEST_OPENING:
            continue
        if block.element.tag == "li" and not _in_linked_list(blocks, at):
            continue
        vetoes[at] = "related"


def _in_linked_list(blocks: list[Block], at: int) -> bool:
    around = blocks[at].element.parent
    near = [block for block in blocks[max(0, at - 8) : at + 9] if block.element.parent is around]
    return all(block.link_share >= _LINKED for block in near)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _titles(walk: Walk, chosen: list[bool]) -> list[int]:
    """The blocks that repeat the title of the page, and headings of the first rank before the text."""
    parts = [part for part in _PARTS.split(walk.title) if len(part.split()) > 3]
    known = [_key(walk.title), _key(_og_title(walk.source)), *map(_key, parts)]
    if not any(known) and not any(block.element.tag == "h1" for block in walk.blocks):
        return []
    initials = {name[0] for name in known if name}
    first = next((at for at, block in enumerate(walk.blocks) if chosen[at] and len(block.text) > 80), len(walk.blocks))
    out = []
    for at, block in enumerate(walk.blocks):
        if len(block.text) > 400:
            continue
        if block.element.tag == "h1" and at < first + 1:
            out.append(at)
        elif block.text[0].isalnum() and block.text[0].lower()[0] not in initials:
            continue  # told by one letter: most blocks are no title
        elif key := _key(block.text):
            least = 0.4 if block.element.tag in HEADINGS else 0.6
            repeats = any(name == key or (name.startswith(key) and len(key) > least * len(name)) for name in known)
            is_signed = at <= first and _DATED.search(block.text) and any(_signed(key, name) for name in known)
            if repeats or is_signed:
                out.append(at)
    return out


def _signed(key: str, name: str) -> bool:
    """Is it the title with the byline and the day on the lines below it?"""
    return len(name) > 12 and key.startswith(name) and len(key) < len(name) + 60


def _above(blocks: list[Block], vetoes: list[str | None], titles: list[int]) -> None:
    """Short lines above the headline are the site's: its name, its motto, the section."""
    prose = next((at for at, block in enumerate(blocks) if len(block.text) > 80 and SENTENCE.search(block.text)), 0)
    for at in range(min(titles, default=0)):
        if at < prose and min(titles) < prose and vetoes[at] is None and not SENTENCE.search(blocks[at].text):
            vetoes[at] = "header"


def _og_title(source: str) -> str:
    found = _OG_TITLE.search(source, 0, _HEAD)
    content = _CONTENT.search(found[0]) if found else None
    return unescape(content[1] or content[2] or "") if content else ""


def _bylines(blocks: list[Block], vetoes: list[str | None], chosen: list[bool]) -> None:
    """Short lines before the first paragraph that name an author or a day."""
    for at, block in enumerate(blocks):
        text = block.text
        if vetoes[at] or not chosen[at]:
            continue
        if len(text) > 80 and SENTENCE.search(text):
            return
        if len(text) <= 80 and _BYLINE.fullmatch(text):
            vetoes[at] = "byline"
        elif len(text) <= 60 and _DATED.search(text) and not SENTENCE.search(text):
            vetoes[at] = "date"


def _dangling(blocks: list[Block], body: set[int]) -> set[int]:
    """Subheads with no text under them, at the end of the article."""
    out = set[int]()
    for at in sorted(body, reverse=True):
        if blocks[at].element.tag not in HEADINGS:
            break
        out.add(at)
    return out if len(out) < len(body) else set()
