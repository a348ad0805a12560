"""Open pages in, lines with a share of gold in each out: what the labeller is trained and scored on.

A line is body where most of its word 3-grams stand in the gold body; lines of one or two words, where they equal a
line of it. `scrapinghub` and `fundus` carry gold bodies; `htmldate` has none, so trafilatura labels those pages,
where its strict and its loose settings agree.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trafilatura
from flatteners import ALL

AGREEMENT = 0.9
FOUND = 0.85
LIKE = 0.6
GAP = 4
WHOLE = 0.4


@dataclass(frozen=True)
class Page:
    """A page, its gold body, and its lines by flattener."""

    origin: str
    key: str
    body: str
    lines: dict[str, list[str]]


def words(text: str) -> list[str]:
    """Words as the benchmark's scorer cuts them."""
    return re.findall(r"\w+", text, re.UNICODE)


def grams(text: str) -> set[tuple[str, ...]]:
    """The word 3-grams of a text, or its words where it has fewer than three."""
    cut = words(text)
    return {tuple(cut[i : i + 3]) for i in range(max(1, len(cut) - 2))}


def body_shares(lines: list[str], body: str) -> list[float]:
    """How much of each line stands in the body, 0 to 1."""
    gold, whole = grams(body), {" ".join(words(line)) for line in body.split("\n")}
    shares = []
    for line in lines:
        cut = words(line)
        if len(cut) < 3:
            shares.append(float(bool(cut) and " ".join(cut) in whole))
        else:
            found = grams(line)
            shares.append(len(found & gold) / len(found))
    return shares


def body_lines(lines: list[str], body: str) -> list[bool]:
    """Which lines are body: most of what they say stands in the body and no better placed line has said it already.

    A page may hold its article more than once: in a teaser, in a share text, or whole in one hidden line. Lines of the
    main stretch count first, in their order, and a line that repeats nearly all of the body by itself last.
    """
    shares = body_shares(lines, body)
    sizes = [len(words(line)) for line in lines]
    found = [share > LIKE for share in shares]
    first, last = main_stretch([size if hit else -GAP for size, hit in zip(sizes, found, strict=True)])
    whole = WHOLE * len(words(body))
    order = sorted(range(len(lines)), key=lambda i: (sizes[i] > whole, not first <= i <= last, i))
    cut = words(body)
    left = Counter(tuple(cut[i : i + 3]) for i in range(max(1, len(cut) - 2)))
    for i in order:
        if not found[i] or sizes[i] < 3:
            found[i] = found[i] and first <= i <= last
            continue
        said = grams(lines[i])
        found[i] = sum(left[gram] > 0 for gram in said) > LIKE * len(said)
        if found[i]:
            left.subtract(said)
    return found


def main_stretch(gains: list[int]) -> tuple[int, int]:
    """First and last index of the stretch with the greatest sum."""
    best, at, total, start = 0, (0, len(gains) - 1), 0, 0
    for i, gain in enumerate(gains):
        if total <= 0:
            total, start = 0, i
        total += gain
        if total > best:
            best, at = total, (start, i)
    return at


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def fundus_body(row: dict[str, Any]) -> str:
    """Summary, headlines and paragraphs of a Fundus expectation; empty where too few were found in the page."""
    if float(row["match"]) < FOUND:
        return ""
    body = row["expected"]["body"] or {}
    parts = list(body.get("summary", []))
    for section in body.get("sections", []):
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def selected_body(row: dict[str, Any]) -> str:
    """The body as trafilatura selects it; empty where its strict and loose settings disagree."""
    strict, loose = (
        trafilatura.extract(
            row["html"],
            include_comments=False,
            include_tables=False,
            favor_precision=is_strict,
            favor_recall=not is_strict,
        )
        or ""
        for is_strict in (True, False)
    )
    both = grams(strict) & grams(loose)
    agrees = len(both) >= AGREEMENT * max(1, len(grams(strict) | grams(loose)))
    return strict if agrees and len(words(strict)) >= 60 else ""


BODIES = {
    "scrapinghub-even": lambda row: row["body"],
    "fundus-even": fundus_body,
    "htmldate-default": selected_body,
}


def load(folder: Path) -> list[Page]:
    """Every usable page of the three sets, flattened in every way."""
    pages = []
    for name, body_of in BODIES.items():
        for row in rows(folder / f"{name}.jsonl.gz"):
            if body := body_of(row):
                lines = {kind: flatten(row["html"]) for kind, flatten in ALL.items()}
                pages.append(Page(name, str(row.get("id", row.get("file"))), body, lines))
    return pages
