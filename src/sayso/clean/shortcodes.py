"""Codes that plugins would have replaced: a block in, the stretches of it that are prose out.

Site software stores `[vc_column_text]`, `[dropcap]T[/dropcap]`; without their plugin such codes stand in the text. A
bracket is a code only if it closes one, has an attribute, or is called with an underscore: editors write `[sic]`.
"""

from __future__ import annotations

import re

from sayso.clean.folding import folded
from sayso.clean.markup import Block, Walk

__all__ = ["cut_shortcodes"]

_CODE = re.compile(
    r"\[(?:/(?P<closes>[a-z][\w-]{1,40})"
    r"|[a-z]\w{0,30}_[\w-]{1,40}(?:\s[^\[\]]{0,500})?"
    r"|[a-z][\w-]{1,40}\s+[\w-]{1,30}=[\"'“”″&][^\[\]]{0,500})/?\]"
)
_WITH_CONTENT = re.compile(r"\[/?(?:caption|embed|youtube|video|audio|gallery|playlist|soundcloud)\b")
"""What these hold is no prose; `boilerplate.toml` knows them as a whole."""


def cut_shortcodes(walk: Walk) -> None:
    """Take the codes out of the blocks of a page; a block of nothing but codes is left to its label."""
    for block in walk.blocks:
        if "[" in block.text and _CODE.search(block.text) and not _WITH_CONTENT.search(block.text):
            _cut(block, walk.source)


def _cut(block: Block, source: str) -> None:
    closed = {found["closes"] for found in _CODE.finditer(block.text) if found["closes"]}
    opened = "|".join(re.escape(name) for name in sorted(closed))
    codes = re.compile(rf"{_CODE.pattern}|\[(?:{opened})\]") if closed else _CODE
    pieces: list[tuple[int, int]] = []
    for start, end in block.pieces:
        at = start
        for code in codes.finditer(source, start, end):
            pieces += [(at, code.start())] if at < code.start() else []
            if "_" in code[0] and pieces:  # the box of a column, not a drop cap: words on its two sides stay apart
                pieces.append((code.end(), code.end()))
            at = code.end()
        if at < end or start == end:
            pieces.append((at, end))
    text = folded(source, pieces).text if pieces else ""
    if text:
        block.pieces, block.text = pieces, text
