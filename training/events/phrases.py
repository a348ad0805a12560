"""What the encoder says of a text in; every phrase that may name who or what filled a role in an event out.

A phrase is a name, or a noun with some or all of the words before it that it governs, with or without what follows
(`of …`, a relative clause): which of them a corpus takes as the filler is for the learner to say. Phrases that read the
same are one candidate, seen at one place or more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.annotation import Annotation
from sayso.language.encoder import encoder

__all__ = ["COLUMNS", "Phrases", "phrases_of", "plain"]

Ints = NDArray[np.int64]
Range = tuple[int, int]

COLUMNS = (
    "candidate", "first", "last", "head", "governor", "above", "before", "after",
    "length", "naming", "name", "relation", "governor's relation", "place", "first's tag", "root",
)  # fmt: skip
"""What is told of each place where a candidate stands: its number, seven words, eight small numbers (see `SIZES`)."""
SIZES = (8, 4, 32, 64, 64, 16, 24, 2)
"""How many values each of the small numbers has."""

_BEFORE = frozenset(("compound", "amod", "nummod", "flat", "nmod", "advmod", "det", "punct"))
_AFTER = frozenset(("nmod", "acl", "appos", "case", "punct"))
_PARTS = frozenset(("compound", "flat", "case", "det"))
_NO_PARTY = frozenset(("Date", "Money"))
_LONGEST_BEFORE, _LONGEST_AFTER, _MOST_AFTER = 6, 14, 3
_STRETCH = 30
"""Words that count as one step when it is told how far down the text a phrase stands."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """A text's words as vectors and forms, the number of each word's sentence, and its candidates.

    `candidates` are the strings as `plain` gives them, `quotes` as they stand; `places` has a row for each place of
    each candidate, in `COLUMNS`.
    """

    vectors: NDArray[np.float16]
    forms: list[str]
    sentences: Ints
    candidates: list[str]
    quotes: list[str]
    places: Ints


def plain(words: str) -> str:
    """A filler as it is compared: no article before it, no quotation marks, single blanks.

    >>> plain('the  "Extraditables"')
    'extraditables'
    """
    text = re.sub(r"\s+", " ", re.sub(r"[\"“”]", " ", words.lower())).strip()
    return re.sub(r"^(?:the|an?) ", "", text)


def phrases_of(text: str, read: Annotation) -> Phrases:
    """The candidates of a text; `read` is what the encoder says of it."""
    words = read.words
    found: dict[str, int] = {}
    quotes: list[str] = []
    rows: list[tuple[int, ...]] = []
    tell = _Teller(read)
    for (first, last), head in sorted(_spans(read).items()):
        quote = text[words.start[first] : words.end[last - 1]]
        key = plain(quote)
        if any(letter.isalpha() for letter in key):
            if key not in found:
                quotes.append(quote)
            rows.append((found.setdefault(key, len(found)), *tell.of(first, last, head)))
    return Phrases(
        read.vectors.astype(np.float16),
        [form.lower() for form in words.form],
        np.cumsum(read.starts),
        list(found),
        quotes,
        np.array(rows, np.int64).reshape(-1, len(COLUMNS)),
    )


class _Teller:
    """Tells the columns of a phrase."""

    def __init__(self, read: Annotation) -> None:
        self._read = read
        kinds = [label[2:] for label in encoder().labels["names"] if label.startswith("B-")]
        self._kinds: Mapping[str, int] = {kind: number for number, kind in enumerate(kinds, 1)}
        self._names: dict[int, tuple[int, int, str]] = {
            at: name for name in read.spans["names"] for at in range(name[0], name[1])
        }

    def of(self, first: int, last: int, head: int) -> tuple[int, ...]:
        read, count = self._read, len(self._read.words)
        governor = int(read.heads[head])
        name, outer = self._names.get(head), self._names.get(first)
        whole = int(outer is not None and outer[:2] == (first, last))
        return (
            first,
            last - 1,
            head,
            governor,
            int(read.heads[governor]),
            max(first - 1, 0),
            min(last, count - 1),
            min(last - first, SIZES[0] - 1),
            whole + 2 * (name is not None),
            self._kinds.get(name[2], 0) if name else 0,
            int(read.relations[head]),
            int(read.relations[governor]),
            min(first // _STRETCH, SIZES[5] - 1),
            int(read.upos[first]),
            int(governor == head),
        )


# --- spans ----------------------------------------------------------------------------------------------------------


def _spans(read: Annotation) -> dict[Range, int]:
    """Phrases as words [first, last), each with its head."""
    labels = encoder().labels
    tags = [labels["upos"][number] for number in read.upos.tolist()]
    relations = [labels["rel"][number].split(":")[0] for number in read.relations.tolist()]
    heads: list[int] = read.heads.tolist()
    out = {
        (first, last): _head_in(heads, first, last)
        for first, last, kind in read.spans["names"]
        if kind not in _NO_PARTY
    }
    tree = _Tree(heads)
    for at, tag in enumerate(tags):
        if tag in ("NOUN", "PROPN") and relations[at] not in _PARTS:
            for span in _around(at, tree, relations):
                out.setdefault(span, at)
    return out


def _head_in(heads: list[int], first: int, last: int) -> int:
    """The last word of a stretch that hangs on none inside it."""
    outer = (at for at in range(last - 1, first - 1, -1) if not first <= heads[at] < last or heads[at] == at)
    return next(outer, last - 1)


class _Tree:
    """What hangs on each word, and the first and the last word under it."""

    def __init__(self, heads: list[int]) -> None:
        self.under: list[list[int]] = [[] for _ in heads]
        for at, head in enumerate(heads):
            if head != at:
                self.under[head].append(at)
        self.low, self.high = list(range(len(heads))), list(range(len(heads)))
        order = [at for at, head in enumerate(heads) if head == at]
        for at in order:  # grows while it is read: the words in the order of their depth
            order.extend(self.under[at])
        for at in reversed(order):
            for child in self.under[at]:
                self.low[at] = min(self.low[at], self.low[child])
                self.high[at] = max(self.high[at], self.high[child])


def _around(head: int, tree: _Tree, relations: list[str]) -> list[Range]:
    """A noun with more and more of the words before it, and each of these with more and more of what follows."""
    under = tree.under[head]
    flat = [tree.high[child] + 1 for child in under if child > head and relations[child] == "flat"]
    end = max([head + 1, *flat])
    first = head
    whole = []
    for child in sorted((child for child in under if child < head and relations[child] in _BEFORE), reverse=True):
        if tree.high[child] + 1 != first:
            break
        first = tree.low[child]
        whole.append((first, end))
    out = [*whole, *((at, end) for at in range(max(first, head - _LONGEST_BEFORE), head + 1))]
    begins = range(max(first, head - 4), head + 1)
    following = sorted(child for child in under if child > head and relations[child] != "flat")
    last = end
    for child in following[:_MOST_AFTER]:
        if tree.low[child] != last or relations[child] not in _AFTER:
            break
        last = tree.high[child] + 1
        if last - head > _LONGEST_AFTER:
            break
        out += [(at, last) for at in begins]
    return out
