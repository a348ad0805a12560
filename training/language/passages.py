"""The passages written here (`training/data/statements`) in; texts with tags and links, statements for acts out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from spacy.language import Language

from sayso.language.pieces import Pieces
from sayso.language.windows import words_of
from training.language.corpora import NONE, Text
from training.marked import Marked, Passage, read

FOLDER = Path(__file__).parents[1] / "data/statements"
HELD_BACK = 10
"""One passage in so many is never trained on: acts and calibration are measured on those."""

Range = tuple[int, int]


@dataclass(frozen=True)
class Said:
    """One statement for the heads over spans: ranges of words, and what is to be told of it."""

    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    act: str
    also: tuple[str, ...]
    reality: str
    negated: bool
    weight: float = 1.0


@dataclass
class Marking:
    """A passage as a text, its statements, and pairs of a mention and the name it stands for (ranges of words)."""

    text: Text
    said: list[Said]
    chains: list[tuple[Range, Range]]


def passages(nlp: Language, pieces: Pieces, *, held: bool) -> list[Marking]:
    """The passages that are trained on, or with `held` those that are kept back."""
    return [_marking(passage, nlp, pieces) for passage in every() if is_held_back(passage) == held]


def held_back() -> list[Passage]:
    """The passages that nothing is trained on."""
    return [passage for passage in every() if is_held_back(passage)]


def every() -> Iterator[Passage]:
    """All passages, by file and in its order."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield from read(path)


def is_held_back(passage: Passage) -> bool:
    """Is it one that nothing is trained on?"""
    return crc32(passage.name.encode()) % HELD_BACK == 0


def _marking(passage: Passage, nlp: Language, pieces: Pieces) -> Marking:
    spans = [(t.idx, t.idx + len(t)) for t in nlp.make_doc(passage.text) if not t.is_space]
    text = Text(passage.name, words_of(passage.text, spans, pieces))
    count = len(spans)
    level = {s.number: _level(s, passage.statements) for s in passage.statements}
    for task, wanted in (("attr", 0), ("inner", 1)):
        text.raw[task] = ["O"] * count
        links = {name: np.full(count, NONE, np.int64) for name in ("cue", "source")}
        for statement in passage.statements:
            if level[statement.number] == wanted:
                _tag(text.raw[task], statement, spans, ("content", "source", "cue"))
                if wanted == 0:
                    _link(links, statement, spans)
        if wanted == 0:
            text.labels |= links
    text.raw["detail"] = ["O"] * count
    for statement in passage.statements:
        _tag(text.raw["detail"], statement, spans, ("target", "addressee", "when"))
    said = [_said(statement, spans) for statement in passage.statements]
    chains = [
        (_range(spans, statement.spans["source"][0]), _range(spans, statement.spans["referent"][0]))
        for statement in passage.statements
        if "referent" in statement.spans and "source" in statement.spans
    ]
    return Marking(text, [s for s in said if s.content], [(a, b) for a, b in chains if a and b and a != b])


def _level(statement: Marked, others: Iterable[Marked]) -> int:
    """How many other statements hold this one's content inside their own."""
    mine = statement.spans["content"]
    start, end = min(a for a, _ in mine), max(b for _, b in mine)
    return sum(
        any(a <= start and end <= b and (a, b) != (start, end) for a, b in other.spans["content"])
        for other in others
        if other is not statement
    )


def _tag(tags: list[str], statement: Marked, spans: list[Range], roles: tuple[str, ...]) -> None:
    for role in roles:
        for stretch in statement.spans.get(role, ()):
            first, last = _range(spans, stretch)
            for at in range(first, last):
                tags[at] = f"{'B' if at == first else 'I'}-{role}"


def _link(links: dict[str, np.ndarray], statement: Marked, spans: list[Range]) -> None:
    cues = [_range(spans, stretch) for stretch in statement.spans.get("cue", ())]
    sources = [_range(spans, stretch) for stretch in statement.spans.get("source", ())]
    for stretch in statement.spans["content"]:
        first, last = _range(spans, stretch)
        links["cue"][first:last] = cues[0][0] if cues else -1
    if cues:
        links["source"][cues[0][0]] = sources[0][0] if sources else -1


def _said(statement: Marked, spans: list[Range]) -> Said:
    ranges = {
        role: tuple(r for stretch in statement.spans.get(role, ()) if (r := _range(spans, stretch)) and r[0] < r[1])
        for role in ("cue", "content")
    }
    return Said(ranges["cue"], ranges["content"], statement.act, statement.also, statement.reality, statement.negated)


def _range(spans: list[Range], stretch: Range) -> Range:
    """The words that some characters touch."""
    touched = [at for at, (a, b) in enumerate(spans) if a < stretch[1] and stretch[0] < b]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)
