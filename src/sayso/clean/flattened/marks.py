"""Whether a text shows the marks of a scraped page at all: stripped lines in, yes or no out.

Prose, wire copy, press releases and speeches must say no, for then nobody labels their lines and all of the text is
kept. So it takes several different things that only sites print: known whole lines ("Close Menu", "Leave a Reply"), a
row of network names, a menu's run of short lines, a copyright foot. A word such as "Advertisement" or "Read more"
alone, which copyists leave in, is not enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.clean.flattened.wording import COPYRIGHT, READ_TIME, TRAIL, key_of, phrases
from sayso.clean.flattened.words import TOKEN, word_kinds

__all__ = ["looks_flattened"]

ENOUGH, LABELS = 3, 2
MENU_LINES, MENU_CHARS = 8, 30
ENDS = frozenset(".,;:!?")
FOOT_CHARS, SHARE_CHARS = 200, 120
NETWORKS = frozenset(
    ("facebook", "twitter", "whatsapp", "instagram", "youtube", "linkedin", "pinterest", "reddit", "telegram", "tumblr")
)


def looks_flattened(lines: Sequence[str]) -> bool:
    """Whether these non-empty, stripped lines hold enough of what sites print: `ENOUGH` different marks of two kinds.

    >>> looks_flattened(["The minister said that no talks were planned.", "Read more"])
    False
    """
    marks: set[str] = set()
    kinds: set[str] = set()
    run = 0
    for line in lines:
        run = run + 1 if len(line) <= MENU_CHARS and line[-1:] not in ENDS else 0
        if run == MENU_LINES:
            marks.add("menu")
            kinds.add("run")
        if found := mark_of(line):
            marks.add(found[1])
            kinds.add(found[0])
        if len(marks) >= ENOUGH and len(kinds) >= LABELS:
            return True
    return False


def mark_of(line: str) -> tuple[str, str] | None:
    """The kind of mark that a line is, and its spelling; None where it could be anybody's prose."""
    if len(line) > FOOT_CHARS:
        return None
    key = key_of(line)
    if label := phrases().get(key):
        return label, key
    if len(line) <= SHARE_CHARS:
        words = TOKEN.findall(key)
        if len(NETWORKS.intersection(words)) >= 2 and all(word in word_kinds() for word in words):
            return "share", "networks"
        if READ_TIME.search(line):
            return "byline", "read time"
    if line.startswith("©") or ("©" in line and COPYRIGHT.search(line)):
        return "footer", "copyright"
    if line.lower().startswith("home ") and TRAIL.search(line):
        return "nav", "trail"
    return None
