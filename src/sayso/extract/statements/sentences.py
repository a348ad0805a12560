"""An article text in; its words, sentences and paragraphs out, with the quotation each word stands in.

A `Page` keeps parallel lists, one place a token, so that the rules look things up by number. All ranges are of token
numbers, ends exclusive; `start` and `end` lead from a token to characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.extract.statements.lexicon import DETERMINER, PRONOUN, SUBORDINATE, classes, words
from sayso.language.quotes import Quotation, quotations

__all__ = ["CLOSERS", "Page", "page_of"]

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&@-][^\W_]+)*(?:n't\b)?|''|``|\n|[^\s\w]|_")
_STOPS = frozenset(".?!…")
LONGEST = 200
"""Tokens after which a sentence is ended by force: what follows stays linear on text with no stops."""
CLOSERS = frozenset("\"”’'»)]") | {"''"}
_OPENS_SENTENCE = (DETERMINER, PRONOUN, SUBORDINATE)


@dataclass(frozen=True, slots=True)
class Page:
    """Tokens of a text: as written, in lower case, their class, place, and quotation (-1: none)."""

    text: str
    token: list[str]
    lower: list[str]
    kind: list[int]
    start: list[int]
    end: list[int]
    quotes: list[Quotation]
    quote_of: list[int]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int, int]]
    """Token range of each paragraph, and the number of its first sentence."""

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence that holds token `at`, or the last one before it."""
        return self.sentences[max(0, bisect_right(self.sentences, at, key=lambda sentence: sentence[0]) - 1)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the tokens [first, last)."""
        return self.start[first], self.end[last - 1]


def page_of(text: str) -> Page:
    """Read a text once.

    >>> page = page_of("Mr. Rovik left. He did not return.")
    >>> [page.text[slice(*page.span(*s))] for s in page.sentences]
    ['Mr. Rovik left.', 'He did not return.']
    """
    token: list[str] = []
    start: list[int] = []
    breaks: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word == "\n":
            breaks.append(len(token))
        else:
            token.append(word)
            start.append(match.start())
    end = [at + len(word) for at, word in zip(start, token, strict=True)]
    lower = [word.lower() for word in token]
    look = classes()
    kind = [look.get(word, 0) for word in lower]
    quotes = quotations(text)
    page = Page(text, token, lower, kind, start, end, quotes, _membership(start, quotes), [], [])
    _divide(page, breaks)
    return page


def _membership(start: list[int], quotes: list[Quotation]) -> list[int]:
    out = [-1] * len(start)
    at, count = 0, len(start)
    for number, quote in enumerate(quotes):
        while at < count and start[at] < quote.start:
            at += 1
        while at < count and start[at] < quote.end:
            out[at] = number
            at += 1
    return out


def _divide(page: Page, breaks: list[int]) -> None:
    first = 0
    for last in [*breaks, len(page.token)]:
        if last > first:
            page.paragraphs.append((first, last, len(page.sentences)))
            _sentences(page, first, last)
            first = last


def _sentences(page: Page, first: int, last: int) -> None:
    at = begin = _past_dateline(page, first, last)
    while at < last:
        if at - begin >= LONGEST:
            page.sentences.append((begin, at))
            begin = at
        if page.token[at] in _STOPS:
            after = at + 1
            while after < last and (page.token[after] in CLOSERS or page.token[after] in _STOPS):
                if page.start[after] != page.end[after - 1]:
                    break
                after += 1
            if after < last and _is_break(page, at, after):
                page.sentences.append((begin, after))
                begin = after
            at = after
        else:
            at += 1
    if begin < last:
        page.sentences.append((begin, last))


def _past_dateline(page: Page, first: int, last: int) -> int:
    """`LIMA, May 4 (Wire) - The …`: the first sentence begins behind the dash."""
    if not page.token[first].isupper() or len(page.token[first]) < 3:
        return first
    for at in range(first + 1, min(last - 1, first + 18)):
        sign = page.token[at]
        if (
            sign in ("-", "–", "—")
            and page.end[at - 1] < page.start[at]
            and (page.token[at - 1] == ")" or at - first <= 5)
        ):
            return at + 1
        if sign in (":", "?", "!"):
            break
    return first


def _is_break(page: Page, stop: int, after: int) -> bool:
    """Does a sentence end at this stop? The next word must look like a beginning; abbreviations and initials go on."""
    if page.start[after] == page.end[after - 1]:
        return False
    word = page.token[after]
    if word[0].islower():
        return False
    if page.token[stop] != "." or after > stop + 1 or stop == 0:
        return True
    before = page.token[stop - 1]
    if page.end[stop - 1] != page.start[stop]:
        return True
    if before.lower() in words("abbreviation", "words") or (len(before) == 1 and before.isalpha()):
        short = "." in before and page.kind[after] in _OPENS_SENTENCE
        return short and word[0].isupper()
    return True
