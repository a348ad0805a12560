"""Metadata of real pages against what their publishers' own parsers give: title, authors, published, outlet left out.

    python -m benchmarks.metadata PAGES.jsonl.gz [--rows even|odd|all] [--errors]

Rows hold `html`, `url` and either `expected` (`title`, `authors`, `publishing_date`, as in fundus) or `date` (as in
htmldate). A date is right if its calendar day is the expected one in the given zone or in UTC; authors are right if
the set of names is the same, case and white space aside.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.clean.metadata.page import page_metadata
from sayso.clean.metadata.settle import Settled, settle

Row = dict[str, Any]


def measure(path: Path, *, rows: str = "all", errors: bool = False) -> dict[str, Any]:
    """Shares of right, wrong and missing values by field, and CPU milliseconds a page."""
    counts: dict[str, dict[str, int]] = {}
    cpu, pages = 0.0, 0
    for row in _rows(path, rows):
        begun = time.process_time()
        got = settle(page_metadata(row["html"], url=row["url"]), text="", url=row["url"])
        cpu += time.process_time() - begun
        pages += 1
        for field, verdict in _verdicts(row, got):
            tally = counts.setdefault(field, {"right": 0, "wrong": 0, "missing": 0})
            tally[verdict] += 1
            if errors and verdict != "right":
                _print_error(row, field, verdict, got)
    shares = {
        field: {**{k: round(v / sum(c.values()), 4) for k, v in c.items()}, "n": sum(c.values())}
        for field, c in counts.items()
    }
    return {"pages": pages, "cpu_ms_per_page": round(1000 * cpu / max(pages, 1), 2), "fields": shares}


def _rows(path: Path, which: str) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if which == "all" or number % 2 == (which == "odd"):
                yield json.loads(line)


def _verdicts(row: Row, got: Settled) -> Iterator[tuple[str, str]]:
    expected = row.get("expected") or {"publishing_date": row.get("date")}
    if day := expected.get("publishing_date"):
        yield "published", "missing" if got.published is None else _verdict(bool(_days(day) & _days(got.published)))
    if authors := expected.get("authors"):
        yield "authors", "missing" if not got.authors else _verdict(_fold(authors) == _fold(got.authors))
    if title := expected.get("title"):
        yield "title", "missing" if got.title is None else _verdict(_fold([title]) == _fold([got.title]))


def _verdict(right: bool) -> str:
    return "right" if right else "wrong"


def _fold(names: Any) -> set[str]:
    return {" ".join(name.casefold().split()) for name in names}


def _days(value: str) -> set[str]:
    days = {value[:10]}
    if len(value) > 16:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo:
            days.add(moment.astimezone(UTC).date().isoformat())
    return days


def _print_error(row: Row, field: str, verdict: str, got: Settled) -> None:
    expected = row.get("expected") or {"publishing_date": row.get("date")}
    want = expected[{"published": "publishing_date"}.get(field, field)]
    print(
        f"{verdict:8}{field:10}{row.get('id') or row['url']}\n    want {want}\n    got  {getattr(got, field)}",
        file=sys.stderr,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--rows", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    result = measure(options.path, rows=options.rows, errors=options.errors)
    print(json.dumps(result))
    print(f"{'field':10} {'right':>7} {'wrong':>7} {'missing':>8} {'n':>5}")
    for field, shares in result["fields"].items():
        print(f"{field:10} {shares['right']:7.3f} {shares['wrong']:7.3f} {shares['missing']:8.3f} {shares['n']:5}")


if __name__ == "__main__":
    main()
