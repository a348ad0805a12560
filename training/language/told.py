"""Statements whose act a person told: from the passages written here, and from news by the places in `news.tsv`."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from training.language.corpora import iob2, paragraphs
from training.language.passages import every, is_held_back

__all__ = ["Told", "told_of_news", "told_of_passages"]

NEWS = Path(__file__).parents[1] / "data/acts/news.tsv"
HELD_BACK = 4
"""One news document in so many is never trained on."""

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """A statement by its characters, and the act a person told of it, with another that is as fair."""

    text: str
    corpus: str
    held: bool
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    act: str
    also: tuple[str, ...]


def told_of_passages() -> Iterator[Told]:
    """Every statement of the passages written here."""
    for passage in every():
        for one in passage.statements:
            cue = tuple(one.spans.get("cue", ()))
            content = tuple(one.spans["content"])
            yield Told(passage.text, "passages", is_held_back(passage), cue, content, one.act, one.also)


def told_of_news(shared: Path) -> Iterator[Told]:
    """Every statement of `NEWS`."""
    texts = dict(_news(shared))
    with NEWS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            held = crc32(row["document"].encode()) % HELD_BACK == 0
            cue, content = _stretches(row["cue"]), _stretches(row["content"])
            text = texts[row["corpus"], row["document"]]
            yield Told(text, "news", held, cue, content, row["act"], tuple(row["also"].split()))


def _news(shared: Path) -> Iterator[tuple[tuple[str, str], str]]:
    with gzip.open(shared / "data/statements/polnear-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield ("polnear", row["name"]), row["text"]
    for name, sentences in iob2(shared / "data/language/worldwide-ner-train.iob2.gz"):
        yield ("worldwide", name), paragraphs([words for words, _ in sentences], 2)[0]
    for corpus, path, key, text in (
        ("re3d", "events/re3d.jsonl", "id", "text"),
        ("ecb", "stories/ecbplus-topics-1-35.jsonl", "doc", "full_text"),
    ):
        for line in (shared / "data" / path).read_text("utf-8").splitlines():
            row = json.loads(line)
            yield (corpus, row[key]), row[text]


def _stretches(cell: str) -> tuple[Stretch, ...]:
    pairs = (part.split("-") for part in cell.split(",") if part)
    return tuple((int(start), int(end)) for start, end in pairs)
