"""Which label each line bears: a counted page, its body lines and its main stretch in, a label a line out.

A line that is not body is what it says of itself (`wording.py`) or what its place makes it: before the main stretch,
in it, or after it. A header such as "Related Posts" rules the lines under it, their dates too, until another kind
takes over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.clean.flattened.looks import Looks
from sayso.clean.flattened.wording import (
    BYLINE_WORDS,
    COPYRIGHT,
    SHORT,
    TRAIL,
    is_byline,
    is_date,
    is_share,
    key_of,
    phrases,
)
from sayso.clean.flattened.words import COLON, DASH, DIGIT, KINDS, LOWER, QUOTE, RULE, STOP

__all__ = ["furniture"]

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

FUNCTION, MENU, SHARE, LEGAL, DATE, CREDIT = (
    KINDS.index(kind) for kind in ("function", "menu", "share", "legal", "date", "credit")
)
PICTURE = re.compile(
    r"\b(?:photo(?:graph)?|image|pictured?|fotos?|bild|credit|courtesy|illustration|getty|shutterstock|alamy)\b",
    re.IGNORECASE,
)
CRUMB = re.compile(r"[»›>→/|]")
NEAR = 12  # lines before the main stretch where its title, byline, date and caption stand
TITLE_WORDS, TITLE_TOPICAL = (3, 30), 0.4
LIKE_TITLE = 0.75
CAPTION_WORDS = 4
REACH = 40  # lines that a header rules at most
RULING = frozenset({"related", "comment"})
RULED = frozenset({"", "date", "byline"})
SURE = 0.9
DOUBT = 0.1  # the least chance of a heading that opens the article


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at, as plain lists: one entry a line."""

    lines: Sequence[str]
    kept: list[bool]
    first: int
    final: int
    last: int
    words: list[int]
    kinds: list[list[float]]
    topical: list[float]
    copies: list[int]
    capitals: list[int]
    chances: list[float]
    marked: list[bool]
    ended: list[bool]
    digits: list[int]
    keys: list[str]


def furniture(lines: Sequence[str], looks: Looks, chances: Floats, kept: Flags, last: int) -> list[str]:
    """One label a line; `chances` of body, the lines `kept` as body, and the `last` line of the main stretch given."""
    words = looks.words.tolist()
    page = Page(
        lines=lines,
        kept=kept.tolist(),
        first=int(kept.argmax()),
        final=len(lines) - 1 - int(kept[::-1].argmax()),
        last=last,
        words=words,
        kinds=looks.kinds.tolist(),
        topical=(looks.topical / np.maximum(looks.content, 1)).tolist(),
        copies=looks.copies.tolist(),
        capitals=looks.capitals.tolist(),
        chances=chances.tolist(),
        marked=np.isin(looks.first, (LOWER, RULE, DASH)).tolist(),
        ended=np.isin(looks.last, (STOP, QUOTE, COLON)).tolist(),
        digits=looks.classes[:, DIGIT].tolist(),
        keys=[key_of(line) if size <= TITLE_WORDS[1] else "" for line, size in zip(lines, words, strict=True)],
    )
    return _labels(page, [_own(page, i) for i in range(len(lines))])


def _labels(page: Page, own: list[str]) -> list[str]:
    labels: list[str] = []
    title = _title(page, own)
    ruler, since = "", 0
    for i, said in enumerate(own):
        if page.kept[i] and not _certain(page, i, said):
            labels.append("subhead" if _is_subhead(page, i) else "body")
            ruler = ""
            continue
        if said in RULING:
            ruler, since = said, i
        elif said in {"footer", "share"}:
            ruler = ""
        if ruler and said in RULED and i - since <= REACH:
            labels.append(ruler)
        elif page.keys[i] and i <= page.last and page.keys[i] == title:
            labels.append("title")
        else:
            labels.append(said or _by_place(page, i, title))
    if _opens_with_subhead(page, own, labels):
        labels[page.first - 1] = "subhead"
    if _ends_with_tags(page, own):
        labels[page.final] = "nav"
    return labels


def _own(page: Page, i: int) -> str:
    """The label that line `i` gives itself; empty where it gives none."""
    line, words, kinds, key = page.lines[i], page.words[i], page.kinds[i], page.keys[i]
    if words > BYLINE_WORDS:
        return "footer" if not page.kept[i] and kinds[LEGAL] and COPYRIGHT.search(line) else ""
    if known := phrases().get(key):
        return known
    if page.digits[i] and is_date(line, words, kinds[DATE], kinds[FUNCTION]):
        return "date"
    if kinds[SHARE] and is_share(words, kinds[SHARE], kinds[FUNCTION]):
        return "share"
    if is_byline(line, key, page.ended[i]):
        return "byline"
    if "©" in line or (kinds[LEGAL] and COPYRIGHT.search(line)):
        return "footer"
    return "footer" if 0 < words <= SHORT and kinds[LEGAL] > 0.5 * words else ""


def _certain(page: Page, i: int, own: str) -> bool:
    """Whether what line `i` says of itself outweighs the net, which took it for body."""
    if own == "byline":
        return i <= page.first + 1
    if own == "footer" and page.keys[i] not in phrases():
        return page.words[i] <= SHORT and COPYRIGHT.search(page.lines[i]) is not None
    return own != ""


def _by_place(page: Page, i: int, title: str) -> str:
    """The label of a line that says nothing of itself."""
    words, line = page.words[i], page.lines[i]
    around = page.first - NEAR <= i <= page.last
    if around and words >= CAPTION_WORDS and not TRAIL.search(line):
        if page.kinds[i][CREDIT] and PICTURE.search(line):
            return "caption"
        if page.topical[i] >= LIKE_TITLE or (page.first - NEAR <= i and _alike(page.keys[i], title)):
            return "caption"
    if i < page.first and TRAIL.search(line):
        return "nav"
    if words > SHORT:
        return "other"
    return "nav" if i < page.first or page.kinds[i][MENU] or words <= CAPTION_WORDS else "other"


def _alike(key: str, title: str) -> bool:
    words, said = set(key.split()), set(title.split())
    return bool(said) and len(words & said) >= LIKE_TITLE * max(len(words), len(said))


def _title(page: Page, own: list[str]) -> str:
    """The key of the line before the body that speaks of the same things, nearest and most often repeated; or empty."""
    best, title = 0.0, ""
    trail = {key_of(CRUMB.split(line)[-1]) for line in page.lines[: page.first] if TRAIL.search(line)}
    for i in range(page.first):
        words, kinds = page.words[i], page.kinds[i]
        if not TITLE_WORDS[0] <= words <= TITLE_WORDS[1] or page.topical[i] < TITLE_TOPICAL or own[i]:
            continue
        if kinds[MENU] + kinds[SHARE] >= 0.5 * words or TRAIL.search(page.lines[i]):
            continue
        score = page.topical[i] + 0.3 * (page.copies[i] > 1) + 0.02 * words - 0.02 * (page.first - i)
        score += page.keys[i] in trail
        if score > best:
            best, title = score, page.keys[i]
    return title


def _heads(page: Page, i: int) -> bool:
    """Whether a line looks like a heading: short, begun as one, and not ended as prose is."""
    ended = page.ended[i] and not page.lines[i].endswith("?")
    return 0 < page.words[i] <= SHORT and not page.marked[i] and not ended


def _opens_with_subhead(page: Page, own: list[str], labels: list[str]) -> bool:
    """Whether the line between a row of shares and the first body line heads it, in the way of the other subheads.

    The net sees no body above such a line and doubts it: an article of headed parts seldom begins with a heading.
    """
    i = page.first - 1
    if i < 1 or own[i] or own[i - 1] != "share" or labels[i] == "title" or page.chances[i] < DOUBT:
        return False
    styles = [_titled(page, j) for j, label in enumerate(labels) if label == "subhead"]
    return len(styles) > 1 and all(style == _titled(page, i) for style in styles) and _heads(page, i)


def _ends_with_tags(page: Page, own: list[str]) -> bool:
    """Whether the last body line is the row of tags between an article and its shares: a heading that heads nothing."""
    i = page.final
    if not 0 < i < len(own) - 1 or not page.kept[i] or not own[i + 1] or page.chances[i] > SURE:
        return False
    return page.words[i] > 1 and not page.kinds[i][FUNCTION] and _heads(page, i)


def _titled(page: Page, i: int) -> bool:
    """Whether most words of a line begin with a capital."""
    return page.capitals[i] * 2 > page.words[i]


def _is_subhead(page: Page, i: int) -> bool:
    """Whether a body line is a heading: it looks like one and a longer body line follows."""
    if not _heads(page, i):
        return False
    after = next((j for j in range(i + 1, min(i + 3, len(page.lines))) if page.kept[j]), -1)
    return after >= 0 and page.words[after] > 1.5 * page.words[i] and page.words[after] >= SHORT - 4
