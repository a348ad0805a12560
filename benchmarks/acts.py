"""How well the speech act of a statement is told: passages kept back from training, and PLV's sentences.

    python -m benchmarks.acts [--plv ../shared/data/events/plv-train.tsv] [--json]

Passages: the tenth of `training/data/statements` that no stage of training reads; cue and content are given, so that
only the act is measured. PLV (Political Language Verbs): the verbal roots among PLOVER's event roots, its source and
target left aside; its sentences are in no training data of ours.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from training.language.passages import held_back
from training.marked import Marked

from sayso.extract.statements import attributions, group_of
from sayso.extract.statements.acts import act_of, entry_in, is_negated
from sayso.extract.statements.judging import judged_as
from sayso.language import annotated
from sayso.language.encoder import encoder

ROOTS = {
    "REJECT": ("REFUSE", "DENY"),
    "THREATEN": ("MENACE",),
    "ACCUSE": ("BLAME",),
    "REQUEST": ("ASK",),
    "SUPPORT": ("SUPPORT",),
    "AGREE": ("COMMIT",),
    "CONSULT": (),
}
"""The groups of acts that do what a verbal root of PLOVER says."""


class Told(NamedTuple):
    """The act (or group) that is right, what else is fair, and what was told by the rules and by all."""

    wanted: str
    fair: tuple[str, ...]
    by_rule: str
    by_all: str


def told() -> Iterator[tuple[Told, Marked, str]]:
    """Every statement of the passages kept back, with the text of its passage."""
    for passage in held_back():
        annotation = annotated(passage.text)
        for statement in passage.statements:
            cue = statement.spans.get("cue", [])
            said = " ".join(passage.text[a:b] for a, b in statement.spans["content"])
            low = [word.lower() for a, b in cue for word in passage.text[a:b].split()]
            entry, negated = entry_in(low), is_negated(low)
            guess = act_of(entry, said, negated=negated)
            by_all = judged_as(
                annotation, encoder(), cue, statement.spans["content"], said, entry, guess, negated=negated
            )
            yield Told(statement.act, statement.also, guess, by_all.act), statement, passage.text


def measure() -> dict[str, float]:
    """Shares in percent: the act and its group right, by rules alone and in all; F1 of every act with 20 or more."""
    rows = [row for row, _, _ in told()]
    right = {
        "acts, rules alone": sum(r.by_rule == r.wanted or r.by_rule in r.fair for r in rows),
        "acts": sum(r.by_all == r.wanted or r.by_all in r.fair for r in rows),
        "groups, rules alone": sum(group_of(r.by_rule) in _groups(r) for r in rows),
        "groups": sum(group_of(r.by_all) in _groups(r) for r in rows),
    }
    return {name: round(100 * count / len(rows), 1) for name, count in right.items()} | dict(_by_act(rows))


def _groups(row: Told) -> set[str]:
    return {group_of(act) for act in (row.wanted, *row.fair)}


def _by_act(rows: list[Told]) -> Iterator[tuple[str, float]]:
    wanted, found = Counter(r.wanted for r in rows), Counter(r.by_all for r in rows)
    hit = Counter(r.wanted for r in rows if r.by_all == r.wanted)
    for act, count in sorted(wanted.items()):
        if count >= 20:
            yield f"F1 {act}", round(200 * hit[act] / (count + found[act]), 1)


def measure_plv(path: Path) -> dict[str, float]:
    """Share in percent of PLV's sentences with a verbal root in which a statement of the right group is found."""
    rows = [row for row in _plv(path) if ROOTS.get(row["gold_root"])]
    hits: Counter[str] = Counter()
    for row in rows:
        found = {group_of(one.act) for one in attributions(row["sentence"])}
        hits[row["gold_root"]] += bool(found & set(ROOTS[row["gold_root"]]))
    count = Counter(row["gold_root"] for row in rows)
    out = {f"PLV {root}": round(100 * hits[root] / count[root], 1) for root in sorted(count)}
    return {"PLV": round(100 * sum(hits.values()) / len(rows), 1)} | out


def _plv(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle, delimiter="\t")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--plv", type=Path)
    options.add_argument("--json", action="store_true")
    args = options.parse_args()
    found = measure() | (measure_plv(args.plv) if args.plv else {})
    print(json.dumps(found) if args.json else "\n".join(f"{name:<24}{value:>7}" for name, value in found.items()))


if __name__ == "__main__":
    main()
