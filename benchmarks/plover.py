"""Sentences with a pair of actors each in; what one did to the other as a PLOVER root out, and macro-F1 where gold is.

    python -m benchmarks.plover --input X.tsv [--predictions Y.jsonl]
    python -m benchmarks.plover --shared ../shared

The input is tab-separated with columns `sentence`, `source`, `target` and, where known, `gold_root`; actors need not
stand in the sentence letter by letter. A line of the output is `{"root": ...}`, in the order of the rows. Each sentence
is read on its own, once for all its rows. Scores are those of `score/plover.py`: CONCEDE and RETREAT count as YIELD;
macro-F1 over roots, the four quad classes, and cooperation or conflict.

Without an input, over `data/events/plv-train.tsv`: five folds by sentence, fitted on the other four, the sentences
written here and PLOVER's gold records; the weights that ship, which never saw the set; and the lexicon of frames alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

from sayso.extract.events.pair_features import Features
from sayso.extract.events.pairs import Pair, pair_features, pair_of, sight_of

T = TypeVar("T")
NEEDED = ("sentence", "source", "target")
FOLDS, SEED = 5, 0
LEAST_SHARE = 200
"""Rows that pay for starting a process of their own."""
QUAD = {
    root: quad
    for quad, names in enumerate(
        (
            ("AGREE", "CONSULT", "SUPPORT"),
            ("COOPERATE", "AID", "YIELD"),
            ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
            ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
        ),
        1,
    )
    for root in names
}
SAME = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
COMMONEST = "ACCUSE"
"""What the lexicon alone says where it has nothing to say."""


class FormError(ValueError):
    """A file that is no table of sentences and pairs."""


class Row(NamedTuple):
    """A sentence, a pair in it, and its root where a person told it."""

    sentence: str
    source: str
    target: str
    gold: str | None


@dataclass(frozen=True)
class Scores:
    """Macro-F1 over roots, quad classes, and cooperation or conflict, from 0 to 1."""

    root: float
    quad: float
    binary: float


def measure(shared: Path) -> dict[str, float]:
    """`5-fold root` ..., `never seen root` ..., `lexicon root` ... and `sentences a second` over the training set."""
    rows = read(shared / "data/events/plv-train.tsv")
    pair_of(pair_features(sight_of("Oslo met Bern."), "Oslo", "Bern"))  # models are loaded before the clock starts
    never, seconds = [], float("inf")
    for _ in range(2):  # a neighbour on the machine slows either; the quieter tells
        begin = time.process_time()
        never = [pair.root for pair in _each(rows, pair_of)]
        seconds = min(seconds, time.process_time() - begin)
    features = features_of(rows)
    gold = [row.gold or "" for row in rows]
    figures = {"sentences a second": len({row.sentence for row in rows}) / seconds}
    for name, found in (
        ("5-fold", folded(rows, features, shared)),
        ("never seen", never),
        ("lexicon", [lexicon_alone(each) for each in features]),
    ):
        scores = score(gold, found)
        figures |= {f"{name} root": scores.root, f"{name} quad": scores.quad, f"{name} binary": scores.binary}
    return figures


# --- the form -------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Row]:
    """The rows of a file; raises `FormError` where it lacks a column or a row a field."""
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as source:
        table = csv.DictReader(source, delimiter="\t")
        lacking = [name for name in NEEDED if name not in (table.fieldnames or ())]
        if lacking:
            raise FormError(f"it has no column {', '.join(lacking)}; a tab stands between columns")
        return [_row(row, number) for number, row in enumerate(table, 1)]


def _row(row: dict[str, Any], number: int) -> Row:
    if row["sentence"] is None:
        raise FormError(f"row {number} has no sentence")
    return Row(row["sentence"], row["source"] or "", row["target"] or "", row.get("gold_root") or None)


def coded(rows: Sequence[Row]) -> list[Pair]:
    """The pair of each row, in their order; many are shared among the cores, no sentence between two."""
    cores = min(os.cpu_count() or 1, len(rows) // LEAST_SHARE)
    if cores < 2:
        return _each(rows, pair_of)
    shares = [[at for at, row in enumerate(rows) if crc32(row.sentence.encode()) % cores == n] for n in range(cores)]
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        parts = pool.map(_coded_alone, [[rows[at] for at in share] for share in shares])
        found = {
            at: pair for share, pairs in zip(shares, parts, strict=True) for at, pair in zip(share, pairs, strict=True)
        }
    return [found[at] for at in range(len(rows))]


def _coded_alone(rows: Sequence[Row]) -> list[Pair]:
    return _each(rows, pair_of)


def features_of(rows: Sequence[Row]) -> list[Features]:
    """Features of each row."""
    return _each(rows, lambda features: features)


def _each(rows: Sequence[Row], made: Callable[[Features], T]) -> list[T]:
    """What is made of each row's features; a sentence that several rows have is read once, no two are read together."""
    places: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        places.setdefault(row.sentence, []).append(at)
    out: dict[int, T] = {}
    for sentence, numbers in places.items():
        sight = sight_of(sentence)
        for at in numbers:
            out[at] = made(pair_features(sight, rows[at].source, rows[at].target))
    return [out[at] for at in range(len(rows))]


def write(pairs: Sequence[Pair], path: Path) -> None:
    """One object a line."""
    path.write_text("".join(json.dumps({"root": pair.root}) + "\n" for pair in pairs), "utf-8")


# --- what is measured -----------------------------------------------------------------------------------------------


def folded(rows: Sequence[Row], features: Sequence[Features], shared: Path) -> list[str]:
    """The root of each row by weights learned from the other folds and from what the shipped weights are learned of."""
    from training.events.pair_fit import fitted
    from training.events.plover import features_of as features_of_examples
    from training.events.plover import gold_records, own

    more = [*own(), *gold_records(shared / "data/events/plover-gsr.jsonl", [row.sentence for row in rows])]
    added = features_of_examples(more)
    fold = folds([row.sentence for row in rows])
    found: dict[int, str] = {}
    for held in range(FOLDS):
        kept = [at for at in range(len(rows)) if fold[at] != held]
        roots = [rows[at].gold or "" for at in kept] + [example.root for example in more]
        weights = fitted([features[at] for at in kept] + added, roots)
        found |= {at: pair_of(features[at], weights).root for at in range(len(rows)) if fold[at] == held}
    return [found[at] for at in range(len(rows))]


def folds(sentences: Sequence[str]) -> list[int]:
    """The fold of each row; those of one sentence are in one fold."""
    known = sorted(set(sentences))
    random.Random(SEED).shuffle(known)
    fold = {sentence: at % FOLDS for at, sentence in enumerate(known)}
    return [fold[sentence] for sentence in sentences]


def lexicon_alone(features: Features) -> str:
    """The root of the frame that fits a pair best."""
    return features.hits[0][1].match.frame.root if features.hits else COMMONEST


def score(gold: Sequence[str], found: Sequence[str]) -> Scores:
    """As `score/plover.py` has it."""
    gold, found = ([SAME.get(root, root) for root in roots] for roots in (gold, found))
    quads = [[QUAD.get(root, 0) for root in roots] for roots in (gold, found)]
    sides = [[quad and 1 + (quad > 2) for quad in row] for row in quads]
    return Scores(macro_f1(gold, found), macro_f1(*quads), macro_f1(*sides))


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> float:
    """The mean of F1 over the classes that the gold has.

    >>> macro_f1(["AID", "AID", "AGREE"], ["AID", "AGREE", "AGREE"])
    0.6667
    """
    scores = []
    for label in dict.fromkeys(gold):
        right = sum(one == other == label for one, other in zip(gold, found, strict=True))
        told = sum(one == label for one in gold) + sum(one == label for one in found)
        scores.append(2 * right / told)
    return round(sum(scores) / max(1, len(scores)), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    told = parser.parse_args()
    if told.input is None:
        print("\n".join(f"{name:20} {value:9.4g}" for name, value in measure(told.shared).items()))
        return
    try:
        rows = read(told.input)
    except FormError as problem:
        sys.exit(f"{told.input.name}: {problem}")
    pairs = coded(rows)
    if told.predictions:
        write(pairs, told.predictions)
    scored = [(row.gold, pair.root) for row, pair in zip(rows, pairs, strict=True) if row.gold]
    if scored:
        print(score([gold for gold, _ in scored], [found for _, found in scored]))


if __name__ == "__main__":
    main()
