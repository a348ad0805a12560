"""Spelling repair as a reading layer: an article's text in, the stretches that read as another spelling out.

The text itself is never changed. A repair covers the smallest unit that reads as one word; what is not clear stays.
"""

from sayso.clean.spelling.protected import is_protected
from sayso.clean.spelling.reading import read_token
from sayso.clean.spelling.spaced import spaced_words
from sayso.clean.spelling.tokens import doubtful_tokens
from sayso.model import Repair

__all__ = ["repairs"]


def repairs(text: str) -> tuple[Repair, ...]:
    """Every stretch of the text that clearly stands for another spelling, in order, none overlapping.

    >>> [(repair.replacement, repair.rule) for repair in repairs("Att@cks on secu-rity posts")]
    [('Attacks', 'swap'), ('security', 'hyphen')]
    """
    found = [repair for start, end in doubtful_tokens(text) for repair in read_token(text, start, end)]
    found += [
        Repair(start, end, word, "spaced")
        for start, end, word in spaced_words(text)
        if not is_protected(text, start, end)
    ]
    return _apart(sorted(found, key=lambda repair: (repair.start, -repair.end)))


def _apart(found: list[Repair]) -> tuple[Repair, ...]:
    """The repairs without those that overlap one before them."""
    kept: list[Repair] = []
    for repair in found:
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    return tuple(kept)
