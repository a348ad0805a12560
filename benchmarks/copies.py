"""Articles in, who repeats whom out; and what is found of copies that a generator made of ECB+ texts.

    python -m benchmarks.copies --input X.jsonl [--predictions Y.jsonl]
    python -m benchmarks.copies --shared ../shared [--topics 21-35]

A line of the input is an object with `text` and, where known, `id`, `published` and `outlet`. A line of the output has
`id`, `copy_of`, `kind`, `share`, `why` and `passages` (code points in the copy, then in the original).

Generated: an article whole, or a third of it spliced into an article on another topic, with a share of its words
edited: left out, replaced by a word of the pile or followed by one, as often each, by an open seed. A copy is found
where the two share a key, so that they would be compared, and are told for copy and original. False alarms are pairs of
articles on the two look-alike events of a topic. Rules were tuned on topics 1-20; 21-35 report.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sayso.reconcile.copies import Copy, likeness, originals
from sayso.reconcile.grams import gram_set, shared_count
from sayso.reconcile.records import Page
from sayso.reconcile.traces import Trace, keys_of, pairs_of, trace_of

ECB = "data/stories/ecbplus-topics-1-35.jsonl"
REPORTED = (21, 35)
SHARES = (10, 20, 30, 40)
SEED = 20_241
COUNT = 300
WORDS = 80
"""Articles shorter than this are left out, as in the research that set the bars."""
LENGTH = 5000


class FormError(ValueError):
    """A line of the input that is no article."""


# --- generated copies -----------------------------------------------------------------------------------------------


def articles(shared: Path, topics: tuple[int, int] = REPORTED) -> list[dict[str, Any]]:
    """The articles of ECB+ on some topics that have words enough."""
    rows = [json.loads(line) for line in (shared / ECB).read_text("utf-8").splitlines()]
    return [row for row in rows if topics[0] <= row["topic"] <= topics[1] and len(row["full_text"].split()) >= WORDS]


def edited(words: Sequence[str], share: float, pile: Sequence[str], chance: random.Random) -> list[str]:
    """Words of which a share is left out, replaced by a word of the pile or followed by one, as often each."""
    out: list[str] = []
    for word in words:
        how = chance.randrange(3) if chance.random() < share else None
        out += {None: [word], 0: [], 1: [chance.choice(pile)], 2: [word, chance.choice(pile)]}[how]
    return out


def whole_copy(text: str, share: float, pile: Sequence[str], chance: random.Random) -> str:
    """A text with a share of its words edited."""
    return " ".join(edited(text.split(), share, pile, chance))


def lifted_third(text: str, host: str, share: float, pile: Sequence[str], chance: random.Random) -> str:
    """A host with a third of a text, some of its words edited, put in at any place."""
    words, around = text.split(), host.split()
    length = len(words) // 3
    first = chance.randrange(len(words) - length + 1)
    at = chance.randrange(len(around) + 1)
    return " ".join(around[:at] + edited(words[first : first + length], share, pile, chance) + around[at:])


def generated(rows: Sequence[dict[str, Any]], what: str, share: float) -> Iterator[tuple[str, str]]:
    """Originals and copies of them, `whole` or `third`."""
    chance = random.Random(SEED)
    pile = [word for row in rows for word in row["full_text"].split()]
    for row in chance.sample(list(rows), min(COUNT, len(rows))):
        host = chance.choice([other for other in rows if other["topic"] != row["topic"]])
        text = row["full_text"]
        if what == "whole":
            yield text, whole_copy(text, share, pile, chance)
        else:
            yield text, lifted_third(text, host["full_text"], share, pile, chance)


def twins(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles on the two events of a topic, which look alike."""
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if one["topic"] == other["topic"] and one["event"] != other["event"]:
                yield one["full_text"], other["full_text"]


# --- figures --------------------------------------------------------------------------------------------------------


def found(pairs: Iterator[tuple[str, str]]) -> tuple[float, float]:
    """Of pairs the share that is told for copies, and that of those which share a key besides."""
    alike = keyed = count = 0
    known: dict[str, Trace] = {}
    for one, other in pairs:
        traces = [known.setdefault(text, _trace(text, at)) for at, text in enumerate((one, other))]
        is_copy = likeness(*traces) is not None
        alike += is_copy
        keyed += is_copy and bool(shared_count(*map(keys_of, traces)))
        count += 1
    return alike / max(1, count), keyed / max(1, count)


def _trace(text: str, at: int) -> Trace:
    return trace_of(Page("ab"[at], "", "", "", "", text, (), ""))


def measure(shared: Path, topics: tuple[int, int] = REPORTED) -> dict[str, float]:
    """Percent of copies found, at each share of edited words, and of false alarms; articles a second and core."""
    rows = articles(shared, topics)
    figures = {"twin events taken for copies (%)": 100 * found(twins(rows))[0]}
    for what, name in (("whole", "whole copy"), ("third", "lifted third")):
        for share in SHARES:
            alike, keyed = found(generated(rows, what, share / 100))
            figures[f"{name}, {share} % edited (%)"] = 100 * keyed
            figures[f"{name}, {share} % edited, every pair compared (%)"] = 100 * alike
    return figures | speeds(rows)


def speeds(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Articles of 5,000 characters a second and core, beside the floor: their bytes copied once and summed."""
    pile = "\n\n".join(row["full_text"] for row in rows)
    texts = [pile[at : at + LENGTH] for at in range(0, len(pile) - LENGTH, LENGTH)]
    pages = [Page(str(at), "", "", "", "", text, (), "") for at, text in enumerate(texts)]
    gram_set(texts[0])
    return {
        "grams: articles a second": _rate(gram_set, texts),
        "traces and keys: articles a second": _rate(lambda page: keys_of(trace_of(page)), pages),
        "floor, bytes moved: articles a second": _rate(_moved, texts),
    }


def _moved(text: str) -> int:
    return int(np.frombuffer(text.encode("utf-32-le"), "<u4").copy().sum())


def _rate(work: Any, each: Sequence[Any]) -> float:
    begin = time.process_time()
    for one in each:
        work(one)
    return len(each) / max(1e-9, time.process_time() - begin)


# --- the form -------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Page]:
    """The articles of a file; raises `FormError` at a line that is none."""
    with path.open(encoding="utf-8") as source:
        return [_page(line, number) for number, line in enumerate(source, 1) if line.strip()]


def _page(line: str, number: int) -> Page:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as problem:
        raise FormError(f"line {number} is not JSON: {problem}") from problem
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise FormError(f"line {number} is no object with a `text`")
    published, outlet, title, url = (str(row.get(key) or "") for key in ("published", "outlet", "title", "url"))
    name = row.get("id")
    return Page(str(number) if name is None else str(name), "", published, outlet, title, row["text"], (), url)


def copies_among(pages: Sequence[Page]) -> dict[str, Copy]:
    """For each article that repeats another the copy of its best original, by the keys that they share."""
    traces = {page.id: trace_of(page) for page in pages}
    blocks: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for name, trace in traces.items():
        for key in keys_of(trace).tolist():
            blocks[key].append((trace.page.published, name))
    pairs = {pair for block in blocks.values() for pair in pairs_of(block)}
    alike = [likeness(traces[one], traces[other]) for one, other in sorted(pairs)]
    return originals((copy for copy in alike if copy), {page.id: page.published for page in pages})


def write(copies: dict[str, Copy], path: Path) -> None:
    """Copies, one a line."""
    with path.open("w", encoding="utf-8") as target:
        for name, copy in copies.items():
            row = copy._asdict() | {"id": name, "copy_of": copy.original}
            target.write(json.dumps({key: row[key] for key in _FIELDS}, ensure_ascii=False) + "\n")


_FIELDS = ("id", "copy_of", "kind", "share", "why", "passages")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--topics", default="21-35")
    told = parser.parse_args()
    if told.input is None:
        first, last = map(int, told.topics.split("-"))
        for name, value in measure(told.shared, (first, last)).items():
            print(f"{name:56}{value:10.2f}")
        return
    try:
        copies = copies_among(read(told.input))
    except FormError as problem:
        sys.exit(f"{told.input.name}: {problem}")
    if told.predictions:
        write(copies, told.predictions)
    print(f"{len(copies)} of the articles repeat another")


if __name__ == "__main__":
    main()
