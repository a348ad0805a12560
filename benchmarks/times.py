"""News or histories in; their time expressions by the tagger out, and value F1 where the file has gold.

    python -m benchmarks.times --input X.jsonl [--predictions Y.jsonl]
    python -m benchmarks.times --shared ../shared

A line of the input is an object with `text` and, where known, `name` and `dct` (the day of publication, in any form
that `sayso.model.dates` reads, or null). A line of the output has `name` and `timexes`, each with `start`, `end`,
`type` and `value`; offsets are code points, end exclusive.

Scored as TempEval-3 does it: a gold expression is found by one that overlaps it, and right if the values are the same;
F1 over all expressions. Rules were tuned on the even half (documents 0, 2, 4 ... of a file); the odd half reports.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sayso.language.times import Timex, times
from sayso.model.dates import parse_date

FILES = {
    "TimeBank": "time/timebank.jsonl",
    "WikiWars": "time/wikiwars-train.jsonl",
    "tweets": "time/tweets-train.jsonl",
}
HALVES = ("even", "odd")


class FormError(ValueError):
    """A line of the input that is no document."""


@dataclass(frozen=True)
class Document:
    """A text, the day it was published on, and the expressions a person marked, where one did."""

    name: str
    day: date | None
    text: str
    gold: tuple[dict[str, Any], ...] | None


@dataclass(frozen=True)
class Scores:
    """Counts over a set of documents; F1 in percent."""

    gold: int
    found: int
    overlapping: int
    right_value: int
    right_type: int
    characters: int
    seconds: float

    def f1(self, right: int) -> float:
        return 200 * right / max(1, self.gold + self.found)

    @property
    def value_f1(self) -> float:
        return self.f1(self.right_value)

    @property
    def span_f1(self) -> float:
        return self.f1(self.overlapping)

    @property
    def type_f1(self) -> float:
        return self.f1(self.right_type)

    @property
    def kchar_per_second(self) -> float:
        return self.characters / 1000 / max(1e-9, self.seconds)


def measure(shared: Path) -> dict[str, float]:
    """Value F1 of both halves of each set (`TimeBank odd` ...), and `kchar a second` over all of them."""
    figures: dict[str, float] = {}
    characters, seconds = 0, 0.0
    for name, scores in halves(shared):
        figures[name] = scores.value_f1
        characters += scores.characters
        seconds += scores.seconds
    return figures | {"kchar a second": characters / 1000 / max(1e-9, seconds)}


def halves(shared: Path) -> Iterator[tuple[str, Scores]]:
    """Scores of the even and of the odd half of each set; the words are loaded before the clock starts."""
    times("in May 2020")
    for name, file in FILES.items():
        documents = read(shared / "data" / file)
        for at, half in enumerate(HALVES):
            yield f"{name} {half}", score(documents[at::2])


# --- the form -------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Document]:
    """The documents of a file; raises `FormError` at a line that is none."""
    with path.open(encoding="utf-8") as source:
        return [_document(line, number) for number, line in enumerate(source, 1) if line.strip()]


def _document(line: str, number: int) -> Document:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as problem:
        raise FormError(f"line {number} is not JSON: {problem}") from problem
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise FormError(f"line {number} is no object with a `text`")
    gold = row.get("timexes")
    name = row.get("name")
    return Document(str(number if name is None else name), day_of(row.get("dct")), row["text"], gold and tuple(gold))


def day_of(told: object) -> date | None:
    """The day of publication, None where none is told or none can be read.

    >>> day_of("1998-02-13T14:26:00"), day_of("19980213"), day_of("13 February 1998"), day_of(None), day_of("n/a")
    (datetime.date(1998, 2, 13), datetime.date(1998, 2, 13), datetime.date(1998, 2, 13), None, None)
    """
    if not isinstance(told, str | int):
        return None
    try:
        return date.fromisoformat(str(told).strip()[:10])
    except ValueError:
        found = parse_date(str(told))
    if found is None or found.precision in ("month", "year"):
        return None
    return date.fromisoformat(found.value[:10])


def write(documents: Sequence[Document], path: Path) -> None:
    """What the tagger finds, one document a line."""
    with path.open("w", encoding="utf-8") as target:
        for document in documents:
            found = [_row(timex) for timex in times(document.text, document.day)]
            target.write(json.dumps({"name": document.name, "timexes": found}, ensure_ascii=False) + "\n")


def _row(timex: Timex) -> dict[str, Any]:
    return {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}


# --- scores ---------------------------------------------------------------------------------------------------------


def score(documents: Sequence[Document]) -> Scores:
    """Scores over documents that carry gold."""
    gold = found = overlapping = right_value = right_type = characters = 0
    begin = time.process_time()
    read_all = [times(document.text, document.day) for document in documents]
    seconds = time.process_time() - begin
    for document, timexes in zip(documents, read_all, strict=True):
        characters += len(document.text)
        gold += len(document.gold or ())
        found += len(timexes)
        for wanted, given in _pairs(document.gold or (), timexes):
            overlapping += 1
            right_value += wanted["value"] == given.value
            right_type += wanted["type"] == given.type
    return Scores(gold, found, overlapping, right_value, right_type, characters, seconds)


def _pairs(gold: Sequence[dict[str, Any]], found: Sequence[Timex]) -> Iterator[tuple[dict[str, Any], Timex]]:
    """Each gold expression with one that overlaps it, one of the same value before others; each is taken once."""
    left = list(found)
    for wanted in gold:
        over = [given for given in left if given.start < wanted["end"] and wanted["start"] < given.end]
        if over:
            best = next((given for given in over if given.value == wanted["value"]), over[0])
            left.remove(best)
            yield wanted, best


def table(scores: Sequence[tuple[str, Scores]]) -> str:
    """Scores in percent, one line a set."""
    lines = [f"{'':16}{'value F1':>10}{'span F1':>10}{'type F1':>10}{'gold':>8}{'found':>8}{'kchar/s':>9}"]
    for name, found in scores:
        cells = f"{found.value_f1:10.1f}{found.span_f1:10.1f}{found.type_f1:10.1f}{found.gold:8,}{found.found:8,}"
        lines.append(f"{name:16}{cells}{found.kchar_per_second:9,.0f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    told = parser.parse_args()
    if told.input is None:
        print(table(list(halves(told.shared))))
        return
    try:
        documents = read(told.input)
    except FormError as problem:
        sys.exit(f"{told.input.name}: {problem}")
    if told.predictions:
        write(documents, told.predictions)
    scored = [document for document in documents if document.gold is not None]
    if scored:
        print(table([(told.input.stem[:15], score(scored))]))


if __name__ == "__main__":
    main()
