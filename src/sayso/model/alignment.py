"""Text that knows where it came from: every character leads back to characters of the document.

What comes in: pieces of text with the stretch of the raw document they were made from. What goes out: an `Aligned`
text that can be sliced, joined and chained (text of an HTML body, inside a JSON string, inside a file) with no loss.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sayso.model.references import unescape

__all__ = ["CODECS", "Aligned", "AlignmentError", "Builder", "Run", "decode", "joined"]


class AlignmentError(ValueError):
    """Runs that do not cover their text, run backwards, or lie outside the raw document."""


class Run(NamedTuple):
    """A stretch of text and the stretch of raw document it was made from, all in code points, ends exclusive.

    Equal lengths mean character by character; an empty raw stretch means that the text was inserted (a line break
    between two block elements); anything else is one piece (an entity, an escape) that only leads back as a whole.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def is_copy(self) -> bool:
        """Character by character?"""
        return self.end - self.start == self.raw_end - self.raw_start


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text and the runs that lead each of its characters back to a raw document.

    >>> body = Builder().copy("AT", 3).atom("&", 5, 10).copy("T", 10).build()
    >>> body.text, body.raw(1, 4)
    ('AT&T', (4, 11))
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def whole(cls, text: str) -> Aligned:
        """A document aligned to itself."""
        return cls(text, (Run(0, len(text), 0, len(text)),) if text else ())

    def __len__(self) -> int:
        return len(self.text)

    @property
    def is_whole(self) -> bool:
        """Is every place of the text the same place of the raw document?"""
        return len(self.runs) == 1 and self.runs[0].raw_start == 0 and self.runs[0].is_copy

    def check(self, raw_length: int) -> Aligned:
        """Return self, or raise AlignmentError where the runs do not cover the text in order."""
        edges = [0, *(run.end for run in self.runs)]
        starts = [run.start for run in self.runs]
        if starts != edges[:-1] or edges[-1] != len(self.text):
            raise AlignmentError("the runs do not cover the text")
        if any(not 0 <= run.raw_start <= run.raw_end <= raw_length for run in self.runs):
            raise AlignmentError("a run leads outside the raw document")
        if any(a.raw_end > b.raw_start for a, b in pairwise(self.runs)):
            raise AlignmentError("the runs go backwards in the raw document")
        return self

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw stretch [start, end) that the characters [start, end) of the text were made from.

        Inserted characters at the edges lead nowhere and are left out; a range of only inserted characters gives an
        empty stretch at the place of insertion.
        """
        if not 0 <= start <= end <= len(self.text):
            raise AlignmentError(f"[{start}, {end}) is outside a text of {len(self.text)} characters")
        if start == end:
            return self._point(start)
        pieces = self.slice(start, end).runs
        real = [run for run in pieces if run.raw_end > run.raw_start]
        if not real:
            return pieces[0].raw_start, pieces[0].raw_start
        return real[0].raw_start, real[-1].raw_end

    def _point(self, at: int) -> tuple[int, int]:
        if not self.runs:
            return 0, 0
        run = self.runs[max(0, self._run_at(at) if at < len(self.text) else len(self.runs) - 1)]
        place = run.raw_start + (at - run.start) if run.is_copy else (run.raw_start if at == run.start else run.raw_end)
        return place, place

    def _run_at(self, at: int) -> int:
        return bisect_right(self.runs, at, key=lambda run: run.start) - 1

    def slice(self, start: int, end: int) -> Aligned:
        """The characters [start, end) with their way back."""
        if start >= end:
            return Aligned("", ())
        runs = []
        for at in range(self._run_at(start), len(self.runs)):
            run = self.runs[at]
            if run.start >= end:
                break
            runs.append(_cut(run, max(start, run.start), min(end, run.end), start))
        return Aligned(self.text[start:end], tuple(runs))

    def through(self, inner: Aligned) -> Aligned:
        """Chain: self was made from `inner.text`; the result leads all the way to what `inner` was made from."""
        if inner.is_whole:  # places in it are places in the document
            return Aligned(self.text, _merged(self.runs))
        runs: list[Run] = []
        for run in self.runs:
            if run.raw_end == run.raw_start:
                place = inner.raw(run.raw_start, run.raw_end)[0]
                runs.append(Run(run.start, run.end, place, place))
            elif run.is_copy:
                shift = run.start
                runs.extend(
                    Run(cut.start + shift, cut.end + shift, cut.raw_start, cut.raw_end)
                    for cut in inner.slice(run.raw_start, run.raw_end).runs
                )
            else:
                runs.append(Run(run.start, run.end, *inner.raw(run.raw_start, run.raw_end)))
        return Aligned(self.text, _merged(runs))

    def folded(self) -> Aligned:
        """White space folded: every run of it becomes one blank, none is left at the ends."""
        text, out = self.text, Builder()
        at, end = len(text) - len(text.lstrip()), len(text.rstrip())
        for blank in _TO_FOLD.finditer(text, at, end):
            out.append(self.slice(at, blank.start())).atom(" ", *self.raw(*blank.span()))
            at = blank.end()
        return out.append(self.slice(at, end)).build()


def _cut(run: Run, start: int, end: int, origin: int) -> Run:
    if run.is_copy:
        shift = run.raw_start - run.start
        return Run(start - origin, end - origin, start + shift, end + shift)
    return Run(start - origin, end - origin, run.raw_start, run.raw_end)


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last and last.is_copy and run.is_copy and last.raw_end == run.raw_start and last.end == run.start:
            out[-1] = Run(last.start, run.end, last.raw_start, run.raw_end)
        elif run.end > run.start:
            out.append(run)
    return tuple(out)


class Builder:
    """Builds an `Aligned` text piece by piece; every method returns the builder."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def _add(self, text: str, raw_start: int, raw_end: int) -> Builder:
        if text:
            end = self._length + len(text)
            self._parts.append(text)
            self._runs.append(Run(self._length, end, raw_start, raw_end))
            self._length = end
        return self

    def copy(self, text: str, raw_start: int) -> Builder:
        """Text that stands in the raw document just so, from raw_start on."""
        return self._add(text, raw_start, raw_start + len(text))

    def atom(self, text: str, raw_start: int, raw_end: int) -> Builder:
        """Text that the raw stretch stands for as a whole: an entity, an escape, a run of white space."""
        return self._add(text, raw_start, raw_end)

    def insert(self, text: str, at: int) -> Builder:
        """Text that stands nowhere in the raw document, at the raw place where it belongs."""
        return self._add(text, at, at)

    def append(self, part: Aligned) -> Builder:
        """Another aligned text of the same raw document."""
        shift = self._length
        self._parts.append(part.text)
        self._runs.extend(Run(r.start + shift, r.end + shift, r.raw_start, r.raw_end) for r in part.runs)
        self._length += len(part.text)
        return self

    def build(self) -> Aligned:
        """The text so far."""
        return Aligned("".join(self._parts), _merged(self._runs))


_LONE = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: no character, and nothing that can be written as UTF-8."""

_TO_FOLD = re.compile(r"\s{2,}|[^\S ]")
"""White space that is not yet a single blank."""


def joined(parts: Sequence[Aligned], separator: str) -> Aligned:
    """The parts in order with an inserted separator between them.

    >>> joined([Aligned.whole("ab").slice(0, 1), Aligned.whole("ab").slice(1, 2)], "-").text
    'a-b'
    """
    out = Builder()
    for number, part in enumerate(part for part in parts if part.text):
        if number:
            out.insert(separator, part.runs[0].raw_start)
        out.append(part)
    return out.build()


def _json_codec(raw: str) -> str:
    return _LONE.sub("\ufffd", str(json.loads(f'"{raw}"', strict=False)))


def _csv_codec(raw: str) -> str:
    return raw.replace('""', '"')


def _xml_codec(raw: str) -> str:
    return unescape(raw)


CODECS: dict[str, Callable[[str], str]] = {
    "csv": _csv_codec,
    "html": unescape,
    "json": _json_codec,
    "xml": _xml_codec,
}
"""How a raw stretch spells its text, by name. An article names the chain that leads from its document to its text."""


def decode(raw: str, codecs: Sequence[str]) -> str:
    """Spell out a raw stretch through a chain of codecs, outermost first.

    >>> decode(r"\\u0026#8217;", ["json", "html"])
    '’'
    """
    for name in codecs:
        raw = CODECS[name](raw)
    return raw
