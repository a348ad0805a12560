"""How well the speech act of a statement is told: news and passages kept back from training, and PLV's sentences.

    python -m benchmarks.acts [--shared ../shared] [--json]

News: the quarter of the documents of `training/data/acts/news.tsv`, passages: the tenth of `training/data/statements`,
that no stage of training learns acts from. Cue and content are given, so that only the act is measured. PLV (Political
Language Verbs): the verbal roots among PLOVER's event roots; its sentences are in no training data of ours.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from training.language.told import Told, told_of_news, told_of_passages

from sayso.extract.statements import attributions, group_of
from sayso.extract.statements.act_head import Seen
from sayso.extract.statements.acts import act_of, entry_in, is_negated
from sayso.extract.statements.judging import judged_as, words_in
from sayso.language import annotated
from sayso.language.annotation import Annotation
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


class Read(NamedTuple):
    """The act (or group) that is right, what else is fair, and what was told by the rules and by all."""

    wanted: str
    fair: tuple[str, ...]
    by_rule: str
    by_all: str


def read(statements: Iterable[Told]) -> Iterator[Read]:
    """Statements kept back, as a person told them and as they are read."""
    for one in statements:
        annotation = _annotated(one.text)
        said = " ".join(one.text[a:b] for a, b in one.content)
        low = [word.lower() for a, b in one.cue for word in one.text[a:b].split()]
        entry, negated = entry_in(low), is_negated(low)
        guess = act_of(entry, said, negated=negated)
        cue, content = ([words_in(annotation, *part) for part in parts] for parts in (one.cue, one.content))
        [judged] = judged_as(annotation, encoder(), [Seen(cue, content, said, guess, entry, negated=negated)])
        yield Read(one.act, one.also, guess, judged.act)


@lru_cache(maxsize=1)
def _annotated(text: str) -> Annotation:
    return annotated(text)


def measure(shared: Path) -> dict[str, float]:
    """Shares in percent: act and group right, by rules alone and in all; F1 of every act with 20 rows or more."""
    kept = {
        "news": [one for one in told_of_news(shared) if one.held],
        "passages": [one for one in told_of_passages() if one.held],
    }
    out: dict[str, float] = {}
    for name, statements in kept.items():
        rows = list(read(statements))
        right = {
            "acts, rules alone": sum(r.by_rule == r.wanted or r.by_rule in r.fair for r in rows),
            "acts": sum(r.by_all == r.wanted or r.by_all in r.fair for r in rows),
            "groups, rules alone": sum(group_of(r.by_rule) in _groups(r) for r in rows),
            "groups": sum(group_of(r.by_all) in _groups(r) for r in rows),
        }
        out |= {f"{name}: {what}": round(100 * count / len(rows), 1) for what, count in right.items()}
        out |= {f"{name}: {what}": value for what, value in _by_act(rows)}
    return out


def _groups(row: Read) -> set[str]:
    return {group_of(act) for act in (row.wanted, *row.fair)}


def _by_act(rows: list[Read]) -> Iterator[tuple[str, float]]:
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
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--json", action="store_true")
    args = options.parse_args()
    found = measure(args.shared) | measure_plv(args.shared / "data/events/plv-train.tsv")
    print(json.dumps(found) if args.json else "\n".join(f"{name:<24}{value:>7}" for name, value in found.items()))


if __name__ == "__main__":
    main()
