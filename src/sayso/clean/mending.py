"""What a selector lost of an article.

What comes in: the blocks of a page, which of them were selected, and which are known to be no article. What goes out:
the blocks that belong with the selected ones. Where nothing was selected at all, the densest text of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sayso.clean.markup import Block, Element, kind_of

__all__ = ["HEADINGS", "SENTENCE", "dense", "lost", "whole_rows"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]」]*(?:\s|$)")
"""The end of a sentence."""
_TEMPLATE = 2
"""Selected paragraphs that make a template of an article."""
_LONGEST_CELL = 100
_NEVER = frozenset({"ad", "comment", "footer", "hidden", "nav", "notice"})
_LEAST = 120
"""Characters of prose below which a page holds no article."""


def whole_rows(blocks: list[Block], chosen: list[bool]) -> None:
    """A row of a table with a selected cell is selected as a whole; its numbers alone are too short to be found."""
    rows = {
        id(block.element.parent)
        for block, is_chosen in zip(blocks, chosen, strict=True)
        if is_chosen and _is_cell(block)
    }
    for at, block in enumerate(blocks):
        if _is_cell(block) and id(block.element.parent) in rows:
            chosen[at] = True


def _is_cell(block: Block) -> bool:
    return block.element.tag in {"td", "th"} and len(block.text) <= _LONGEST_CELL


def lost(blocks: list[Block], chosen: list[bool], vetoes: list[str | None]) -> list[int]:
    """Blocks not selected although what stands beside them, or in the same template of the same article, is."""
    kept = [at for at, is_chosen in enumerate(chosen) if is_chosen and not vetoes[at]]
    if not kept:
        return []
    homes = Counter(_template(blocks[at]) for at in kept if _is_prose(blocks[at]))
    out = []
    for at, block in enumerate(blocks):
        if chosen[at] or vetoes[at] or block.link_share > 0.5:
            continue
        inside = kept[0] < at < kept[-1]
        of_template = _is_prose(block) and homes[_template(block)] >= _TEMPLATE
        if of_template or (inside and (_between(blocks, chosen, at) or _is_embed(block))):
            out.append(at)
    out += _lists(blocks, chosen, vetoes, kept)
    last = kept[-1] + 1
    while last < len(blocks) and _goes_on(blocks[last - 1], blocks[last]) and not vetoes[last]:
        out.append(last)
        last += 1
    return out


def _lists(blocks: list[Block], chosen: list[bool], vetoes: list[str | None], kept: list[int]) -> list[int]:
    """Lists without links that stand right between two selected blocks, as children of the same element."""
    out: list[int] = []
    for at in range(kept[0] + 1, kept[-1]):
        home = blocks[at].element.parent
        if blocks[at].element.tag != "li" or home is None or not chosen[at - 1] or vetoes[at - 1] or chosen[at]:
            continue
        end = at
        while end < kept[-1] and blocks[end].element.tag == "li" and blocks[end].element.parent is home:
            end += 1
        items = range(at, end)
        around = {id(blocks[at - 1].element.parent), id(blocks[end].element.parent)}
        plain = all(not vetoes[i] and blocks[i].link_share < 0.3 and SENTENCE.search(blocks[i].text) for i in items)
        if plain and chosen[end] and not vetoes[end] and around == {id(home.parent)}:
            out += [i for i in items if not chosen[i]]
    return out


def _template(block: Block) -> tuple[int, str, str, str]:
    """What the paragraphs of one template share: the article they stand in, their kind, the kinds around them."""
    element = block.element
    around = element.parent
    further = around.parent if around else None
    kinds = [kind_of(at) if at else "" for at in (element, around, further)]
    return id(element.article), kinds[0], kinds[1], kinds[2]


def _is_prose(block: Block) -> bool:
    if block.element.tag not in {"p", "blockquote"}:
        return False
    return len(block.text) > 30 and bool(SENTENCE.search(block.text))


def _between(blocks: list[Block], chosen: list[bool], at: int) -> bool:
    """Does a block stand right between two selected ones that are children of the same element?"""
    before, block, after = blocks[at - 1], blocks[at], blocks[at + 1]
    if not (chosen[at - 1] and chosen[at + 1]):
        return False
    homes = {id(before.element), id(before.element.parent), id(after.element), id(after.element.parent)}
    return id(block.element.parent) in homes or id(block.element) in homes


def _is_embed(block: Block) -> bool:
    """A message quoted from a social network."""
    element: Element | None = block.element
    while element and element.tag in {"p", "div", "blockquote"}:
        if element.tag == "blockquote":
            return True
        element = element.parent
    return False


def _goes_on(before: Block, block: Block) -> bool:
    """Is a block more of the sentences that stand straight in the same element, without paragraphs of their own?"""
    return before.element is block.element and block.link_share < 0.3 and len(SENTENCE.findall(block.text)) > 0


def dense(blocks: list[Block]) -> list[bool]:
    """Where nothing was selected: the sentences of the element that holds most of them."""
    home = _densest(block for block in blocks if block.element.region is None)
    if home is None:  # the whole page may stand in an element that is named like a part of it
        home = _densest(block for block in blocks if block.element.region not in _NEVER)
    return [_home(block) == home and block.link_share < 0.5 for block in blocks]


def _densest(blocks: Iterable[Block]) -> int | None:
    weights = Counter[int]()
    for block in blocks:
        if _is_dense(block):
            weights[_home(block)] += len(block.text)
    home, weight = max(weights.items(), key=lambda pair: pair[1], default=(None, 0))
    return home if weight >= _LEAST else None


def _is_dense(block: Block) -> bool:
    return len(block.text) > 60 and block.link_share < 0.3 and bool(SENTENCE.search(block.text))


def _home(block: Block) -> int:
    """The element whose child the block is, by identity; text outside any element is its own."""
    element = block.element
    return id(element.parent if element.tag in {"p", "li", "blockquote", *HEADINGS} and element.parent else element)
