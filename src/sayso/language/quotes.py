"""Quotation marks of every habit in; quotations out: what stands between marks, paragraph by paragraph, in one pass.

A quotation that runs over paragraphs, each opened and only the last one closed, comes out as one quotation a
paragraph, each after the first marked `continued`. Apostrophes are told from single quotation marks by what stands
around them; a mark with no partner ends with its paragraph.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Quotation", "quotations"]


class Quotation(NamedTuple):
    """Characters [start, end) with their marks, [inner_start, inner_end) without; `continued` from one before."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continued: bool


_MARK = re.compile(r"\n\s*|''|``|[\"“”„«»]|(?<![^\W_])['‘](?=[^\W\d_]|[“\"$£€#@\[(])")
_OPENING = "“„«``"
_PAIR = {"“": '”“"', "”": '”"', "„": '“”"', "«": "»", "»": "«»", "``": "''\"``", "''": "''``", '"': '"”'}
_ELISION = re.compile(r"['‘’](?:em|til|tis|twas|cause|bout|round|n|cuz|ello|un)\b", re.IGNORECASE)
_SINGLE_END = re.compile(r"['’](?![^\W_])")
_SURE_END = re.compile(r"(?<=[.,!?…])['’](?![^\W_])")
_DENSE = re.compile(r"([\"“”„«»])\1{2,}")


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text in order; none holds another.

    >>> [text[q.inner_start : q.inner_end] for text in ['“No,” she said.'] for q in quotations(text)]
    ['No,']
    """
    return _Pairing(text).run()


class _Pairing:
    """One pass over the marks; `at` is the opening mark that waits for its partner."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.at: re.Match[str] | None = None
        self.carried = ""
        self.skip = 0
        self.no_single_before = 0
        self.paragraph_end = -1
        self.sure: re.Match[str] | None = None
        self.sure_from = self.sure_to = -1

    def run(self) -> list[Quotation]:
        for mark in _MARK.finditer(self.text):
            if mark.start() < self.skip:
                continue
            sign = mark.group()
            if sign[0] == "\n":
                self._break(mark)
            elif self.at is not None:
                self._inside(mark, sign)
            elif sign in "'‘":
                self._single(mark)
            elif self._opens(mark, sign):
                self.at = mark
        self._finish(len(self.text.rstrip()))
        return self.found

    def _opens(self, mark: re.Match[str], sign: str) -> bool:
        """May this mark open? Not what clings to the end of a word, a mark of inches, one of a pile of marks."""
        dense = _DENSE.match(self.text, mark.start())
        if dense:
            self.skip = dense.end()
            return False
        if sign in _OPENING:
            return True
        before = self.text[mark.start() - 1 : mark.start()]
        after = self.text[mark.end() : mark.end() + 1]
        return bool(after) and not after.isspace() and not before.isalnum() and before not in (".", ",", "!", "?")

    def _inside(self, mark: re.Match[str], sign: str) -> None:
        assert self.at is not None
        if sign not in _PAIR[self.at.group()]:
            return
        if sign == self.at.group() and sign in '"“``' and self._reopens(mark):
            self._close(mark.start(), mark.start(), closed=False)
            self.at = mark
            return
        if sign in "“``" and self.at.group() not in "„":
            return
        self._close(mark.start(), mark.end(), closed=True)

    def _reopens(self, mark: re.Match[str]) -> bool:
        """A mark after a blank and before a word opens anew: its partner was forgotten."""
        before, after = self.text[mark.start() - 1], self.text[mark.end() : mark.end() + 1]
        return before.isspace() and after.isalnum() and after.isupper()

    def _close(self, inner_end: int, end: int, *, closed: bool) -> None:
        assert self.at is not None
        continued = bool(self.carried)
        self.carried = ""
        if inner_end > self.at.end():
            self.found.append(Quotation(self.at.start(), end, self.at.end(), inner_end, closed, continued))
        self.at = None

    def _break(self, mark: re.Match[str]) -> None:
        """At the end of a paragraph an open quotation goes on where the next paragraph opens with the same mark."""
        after = mark.end()
        if self.at is not None:
            opened = self.at.group()
            goes_on = self.text.startswith(opened, after)
            self._end_open(mark.start(), keep=goes_on)
            self.carried = opened if goes_on else ""
        self.no_single_before = after

    def _finish(self, end: int) -> None:
        if self.at is not None:
            self._end_open(end, keep=False)

    def _end_open(self, end: int, *, keep: bool) -> None:
        """A quotation that its paragraph leaves open counts where it goes on or a colon or comma leads up to it."""
        assert self.at is not None
        lead = self.text[max(0, self.at.start() - 2) : self.at.start()].rstrip()[-1:]
        if keep or self.carried or lead in (":", ","):
            self._close(end, end, closed=False)
        else:
            self.at, self.carried = None, ""

    def _single(self, mark: re.Match[str]) -> None:
        """A single mark opens where its paragraph closes it: best after a stop or comma, else before no letter."""
        at = mark.end()
        if mark.start() < self.no_single_before or _ELISION.match(self.text, mark.start()):
            return
        end = _SINGLE_END.search(self.text, at, self._limit(at))
        if end and self.text[end.start() - 1] == "s":
            end = self._sure(at) or end
        if end is None:
            self.no_single_before = self._limit(at)
            return
        self.found.append(Quotation(mark.start(), end.end(), at, end.start(), closed=True, continued=False))
        self.skip = end.end()

    def _limit(self, at: int) -> int:
        """Where the paragraph ends; looked up once a paragraph."""
        if self.paragraph_end < at:
            end = self.text.find("\n", at)
            self.paragraph_end = end if end >= 0 else len(self.text)
        return self.paragraph_end

    def _sure(self, at: int) -> re.Match[str] | None:
        """The next closing mark after a stop or comma in the paragraph; looked up once for all marks before it."""
        if self.sure_from <= at and (self.sure is None or self.sure.start() >= at) and at <= self.sure_to:
            return self.sure
        self.sure = _SURE_END.search(self.text, at, self._limit(at))
        self.sure_from, self.sure_to = at, self.sure.start() if self.sure else self._limit(at)
        return self.sure
