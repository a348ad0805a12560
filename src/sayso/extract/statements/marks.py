"""Where quotations stand among the words: their ranges of tokens, and the sentence that leads up to one."""

from __future__ import annotations

from sayso.extract.statements.lexicon import words
from sayso.extract.statements.mentions import Range
from sayso.extract.statements.sentences import CLOSERS, Page

__all__ = ["ranges_of", "sentence_before"]


def sentence_before(page: Page, at: int, floor: int) -> int:
    """Where the sentence that holds token `at` begins."""
    for back in range(at - 1, max(floor, at - 60) - 1, -1):
        sign = page.token[back]
        if sign in ("?", "!", ";") or (sign == "." and not _is_abbreviation(page, back)):
            here = back + 1
            while here < at and page.token[here] in CLOSERS and page.quote_of[here] < 0:
                here += 1
            return here
    return max(floor, at - 60)


def _is_abbreviation(page: Page, stop: int) -> bool:
    before = page.lower[stop - 1] if stop else ""
    return before in words("abbreviation", "words") or (len(before) == 1 and before.isalpha())


def ranges_of(page: Page) -> list[Range]:
    """Token range of each quotation that holds tokens, in order."""
    out: list[Range] = []
    last = -1
    for at, number in enumerate(page.quote_of):
        if number < 0:
            last = -1
        elif number == last:
            out[-1] = (out[-1][0], at + 1)
        else:
            out.append((at, at + 1))
            last = number
    return out
