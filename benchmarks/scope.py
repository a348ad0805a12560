"""Whether the right articles are kept: labelled articles in; how many political ones are kept and plain others are out.

    python -m benchmarks.scope                            # the parts held back from learning, by source
    python -m benchmarks.scope --input articles.jsonl     # rows of title, text, in_scope, and optionally source

`kept` is the share of political articles in scope, `out` the share of others (sport, entertainment, food, gadgets,
business, science) that are not. Time is CPU time an article, weights loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.extract.scope import scope_of
from sayso.model import Scope

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


class Labelled(NamedTuple):
    source: str
    title: str | None
    text: str
    wanted: bool


def held_back(data: Path) -> Iterator[Labelled]:
    sys.path.insert(0, str(ROOT))
    from training.scope.articles import articles

    for article in articles(data):
        if article.held_back:
            yield Labelled(article.source, article.title, article.text, article.wanted)


def rows(path: Path) -> Iterator[Labelled]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Labelled(row.get("source", path.stem), row.get("title"), row["text"], bool(row["in_scope"]))


def measured(labelled: list[Labelled], shown: int) -> dict[str, dict[str, float | int]]:
    """By source: how many of each side, and the share judged as it should be."""
    table: dict[str, dict[str, float | int]] = {}
    for source in dict.fromkeys(row.source for row in labelled):
        row: dict[str, float | int] = {}
        for wanted, name in ((True, "kept"), (False, "out")):
            chosen = [each for each in labelled if each.source == source and each.wanted is wanted]
            wrong = [each for each in chosen if scope_of(each.title, each.text, Scope()).in_scope is not wanted]
            for each in wrong[:shown]:
                verdict = scope_of(each.title, each.text, Scope())
                print(f"  {source} {verdict.score} {verdict.why} | {each.title} | {each.text[:100]!r}")
            if chosen:
                row |= {f"{name}_of": len(chosen), name: round(1 - len(wrong) / len(chosen), 4)}
        table[source] = row
    return table


def milliseconds(labelled: list[Labelled]) -> float:
    """CPU time of judging an article of 600 words."""
    texts = [" ".join((each.text * 20).split()[:600]) for each in labelled if len(each.text) > 200][:500]
    for text in texts[:5]:
        scope_of(None, text, Scope())
    start = time.process_time()
    for text in texts:
        scope_of(None, text, Scope())
    return (time.process_time() - start) * 1000 / len(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, help="JSON lines instead of the data held back")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--shown", type=int, default=0, metavar="N", help="print so many wrong ones a source and side")
    given = parser.parse_args()
    labelled = list(rows(given.input) if given.input else held_back(given.data))
    for source, row in measured(labelled, given.shown).items():
        print(source, " ".join(f"{name} {value}" for name, value in row.items()))
    print(f"{milliseconds(labelled):.3f} ms an article of 600 words")


if __name__ == "__main__":
    main()
