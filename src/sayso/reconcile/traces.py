"""An article in; its trace out, by which copies of it are found: its words, and which of them it quotes.

A trace is made of the article's own row in a fraction of a millisecond and takes some 30 bytes a word: of a whole pile
keep the keys, and traces of what is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from sayso.language.quotes import Quotation, quotations
from sayso.reconcile.grams import Flags, Numbers, Words, sketch, words_in
from sayso.reconcile.records import Page

__all__ = ["Trace", "keys_of", "pairs_of", "trace_of"]

_CROWD, _FIRST = 60, 12
"""A key of more articles than this many pairs each with the first few only."""


class Trace(NamedTuple):
    """What copies of an article are known by; `quoted` marks its words that stand in quotation marks."""

    page: Page
    words: Words
    quoted: Flags


def trace_of(page: Page) -> Trace:
    """The trace of an article: a pure function of its row.

    >>> page = Page("a", "d", "2024-05-01", "", "", "“We rest,” she said.", (), "")
    >>> trace_of(page).quoted.tolist()
    [True, True, False, False]
    """
    words = words_in(page.text)
    return Trace(page, words, _quoted(page.text, words))


def _quoted(text: str, words: Words) -> Flags:
    """Which words stand in quotation marks; a mark that nothing closes opens nothing."""
    out = np.zeros(len(words.number), bool)
    for found in _closed(quotations(text)):
        first, last = np.searchsorted(words.start, [found.inner_start, found.inner_end])
        out[first:last] = True
    return out


def _closed(found: Sequence[Quotation]) -> Iterator[Quotation]:
    for at, one in enumerate(found):
        if one.closed or (at + 1 < len(found) and found[at + 1].continued):
            yield one


def keys_of(trace: Trace) -> Numbers:
    """The keys of an article, sorted: only articles that share one are compared.

    >>> page = Page("a", "d", "", "", "", "Rebels shelled Quito harbour again", (), "")
    >>> len(keys_of(trace_of(page)))
    2
    """
    return sketch(trace.words)


def pairs_of(members: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs to compare of the articles, (published, id), that share a key; of a crowd those with its first ones.

    What hundreds of articles share is a stock phrase or a report that all of them carry: in either case the first ones
    are enough, since an original is among them.

    >>> list(pairs_of([("2024-05-02", "b"), ("2024-05-01", "a")]))
    [('a', 'b')]
    """
    ids = [name for _, name in sorted(set(members), key=lambda one: (one[0] or "~", one[1]))]
    if len(ids) <= _CROWD:
        yield from combinations(ids, 2)
    else:
        yield from ((ids[at], later) for at in range(_FIRST) for later in ids[at + 1 :])
