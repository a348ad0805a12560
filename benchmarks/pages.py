"""Main text of web pages, measured against gold bodies.

What comes in: JSON Lines files of pages (gzip allowed) with `html` and either `body` (article-extraction-benchmark) or
`expected` (fundus). What goes out: a table on stderr and one JSON line a file on stdout.

    python benchmarks/pages.py [FILE...]

Text is scored as scrapinghub/article-extraction-benchmark scores it (its evaluate.py): shingles of four words, true
and false positives and false negatives as shares of a page's shingles, precision and recall averaged over the pages
where they are defined. `even` and `odd` are the two halves of a file's pages, to show how far the numbers carry; the
rules were written with an eye on both. `paragraphs` is the share of gold paragraphs and subheads found whole.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

from sayso.clean.page import Page, main_text
from sayso.model import decode

__all__ = ["SHARED", "main", "measure", "score"]

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
DEFAULT = ("scrapinghub-even.jsonl.gz", "fundus-even.jsonl.gz")
_WORD = re.compile(r"\w+")


class Result(NamedTuple):
    """One page: its gold text, what was found, the gold paragraphs, CPU seconds, and runs that decode wrongly."""

    gold: str
    found: str
    paragraphs: tuple[str, ...]
    seconds: float
    misaligned: int


def pages(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file, gzip or plain."""
    with path.open("rb") as file, gzip.open(file) if path.suffix == ".gz" else file as lines:
        for line in lines:
            yield json.loads(line)


def gold_of(row: dict[str, Any]) -> tuple[str, ...]:
    """The paragraphs and subheads of a page's gold body; empty where gold has none."""
    if "body" in row:
        return tuple(line for line in row["body"].split("\n") if line.strip())
    body = row["expected"].get("body") or {}
    parts = list(body.get("summary", []))
    for section in body.get("sections", []):
        parts += [*section["headline"], *section["paragraphs"]]
    return tuple(part for part in parts if part.strip())


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1))) if words else Counter()


def score(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Precision, recall and F1 of found texts against gold texts, given as (gold, found)."""
    precisions, recalls = [], []
    for gold, found in pairs:
        wanted, got = shingles(gold), shingles(found)
        hit = sum((wanted & got).values())
        if got or not wanted:
            precisions.append(hit / got.total() if got else 1.0)
        if wanted or not got:
            recalls.append(hit / wanted.total() if wanted else 1.0)
    precision, recall = (fmean(values) if values else 0.0 for values in (precisions, recalls))
    total = precision + recall
    return {"p": precision, "r": recall, "f1": 2 * precision * recall / total if total else 0.0}


def misaligned(page: Page, source: str) -> int:
    """Runs whose stretch of source does not spell their text."""
    wrong = 0
    for paragraph in page.paragraphs:
        for run in paragraph.check(len(source)).runs:
            spelled = decode(source[run.raw_start : run.raw_end], ["html"])
            wrong += spelled.split() != paragraph.text[run.start : run.end].split()
    return wrong


def results(path: Path) -> Iterator[Result]:
    """Read every page of a file."""
    for row in pages(path):
        gold = gold_of(row)
        if not gold:
            continue
        start = time.process_time()
        page = main_text(row["html"])
        seconds = time.process_time() - start
        found = "\n".join(paragraph.text for paragraph in page.paragraphs)
        yield Result("\n".join(gold), found, gold, seconds, misaligned(page, row["html"]))


def measure(path: Path) -> dict[str, Any]:
    """All numbers of one file of pages. The first page is read twice: what loads at first use is not a page's cost."""
    main_text(next(pages(path))["html"])
    done = list(results(path))
    paragraphs = [(_squeezed(part), _squeezed(one.found)) for one in done for part in one.paragraphs]
    return {
        "data": path.name,
        "pages": len(done),
        **_rounded(score((one.gold, one.found) for one in done)),
        "even": _rounded(score((one.gold, one.found) for one in done[::2])),
        "odd": _rounded(score((one.gold, one.found) for one in done[1::2])),
        "paragraphs": round(fmean(part in found for part, found in paragraphs), 4),
        "misaligned_runs": sum(one.misaligned for one in done),
        "empty_pages": sum(not one.found for one in done),
        "cpu_ms_mean": round(1000 * fmean(one.seconds for one in done), 1),
        "cpu_ms_median": round(1000 * median(one.seconds for one in done), 1),
    }


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(number, 4) for name, number in numbers.items()}


def main() -> int:
    """Measure the files named on the command line, or the development data beside the repository."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[SHARED / name for name in DEFAULT])
    for path in parser.parse_args().files:
        if not path.exists():
            print(f"{path}: not there, left out", file=sys.stderr)
            continue
        numbers = measure(path)
        print(json.dumps(numbers), flush=True)
        print(f"\n{numbers['data']}: {numbers['pages']} pages, {numbers['cpu_ms_mean']} CPU ms each", file=sys.stderr)
        for name, part in (("all", numbers), ("even", numbers["even"]), ("odd", numbers["odd"])):
            print(f"  {name:5} P {part['p']:.3f}  R {part['r']:.3f}  F1 {part['f1']:.3f}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
