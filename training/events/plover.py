"""Sentences written here and PLOVER's gold records in; the weights that code a given pair, `pairs.npz`, out.

    nice -n 19 .venv/bin/python -m training.events.plover [--shared ../shared]

Data: `training/data/plover/*.tsv` (this repository's own) and `data/events/plover-gsr.jsonl` (openeventdata/PLOVER,
CC BY-SA 4.0; its 18 older roots are brought to the 16 of today, and sentences that stand in the published training set
are left out, so that scores on it are of sentences never seen). Never that set itself, `plv-train.tsv`: its terms are
not stated, and weights learned from it are not shipped.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.extract.events.pair_features import Features
from sayso.extract.events.pairs import pair_features, sight_of

__all__ = ["OWN", "Example", "bare", "features_of", "gold_records", "own"]

HERE = Path(__file__).resolve()
OWN = HERE.parents[1] / "data/plover"
WEIGHTS = HERE.parents[2] / "src/sayso/extract/events/pairs.npz"
_TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_TODAY_BY_MODE = {("COERCE", "destroy"): "ASSAULT", ("COERCE", "detain"): "ASSAULT"}
_EMBARGO = re.compile(r"\b(?:sanctions|embargo)\b")


class Example(NamedTuple):
    """What a sentence tells that a source did to a target; an empty one is not told."""

    sentence: str
    source: str
    target: str
    root: str


def own(folder: Path = OWN) -> list[Example]:
    """The sentences written here, in the order of files and lines."""
    out = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            out += [
                Example(row["sentence"], row["source"], row["target"], row["root"])
                for row in csv.DictReader(lines, delimiter="\t")
            ]
    return out


def gold_records(path: Path, held_back: Iterable[str]) -> Iterator[Example]:
    """PLOVER's gold records but for those held back, each source with each target, roots as they are named today."""
    seen = {bare(sentence) for sentence in held_back}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if bare(row["text"]) in seen:
                continue
            root = _today(row["root"], row["mode"], row["text"])
            for source in [part["text"] for part in row["source"]] or [""]:
                for target in [part["text"] for part in row["target"]] or [""]:
                    yield Example(row["text"], source, target, root)


def bare(sentence: str) -> str:
    """A sentence as it is compared: letters and digits alone.

    >>> bare("Oslo's offer, again.")
    'oslosofferagain'
    """
    return re.sub(r"\W+", "", sentence.lower())


def _today(root: str, mode: str | None, text: str) -> str:
    """CAMEO 163 (embargo, sanctions) is COERCE, 1712 (destroy property) and abduction are ASSAULT."""
    if root == "SANCTION" and _EMBARGO.search(text):
        return "COERCE"
    return _TODAY_BY_MODE.get((root, mode or ""), _TODAY.get(root, root))


def features_of(examples: Sequence[Example]) -> list[Features]:
    """Features of every example; a sentence is read once."""
    rows: dict[str, list[int]] = {}
    for at, example in enumerate(examples):
        rows.setdefault(example.sentence, []).append(at)
    out: dict[int, Features] = {}
    for sentence, places in rows.items():
        sight = sight_of(sentence)
        for at in places:
            out[at] = pair_features(sight, examples[at].source, examples[at].target)
    return [out[at] for at in range(len(examples))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    events = parser.parse_args().shared / "data/events"
    with (events / "plv-train.tsv").open(encoding="utf-8", newline="") as lines:
        held_back = [row["sentence"] for row in csv.DictReader(lines, delimiter="\t")]
    examples = [*own(), *gold_records(events / "plover-gsr.jsonl", held_back)]
    from training.events.pair_fit import fitted  # scipy, which only fitting needs

    weights = fitted(features_of(examples), [example.root for example in examples])
    weights.write(WEIGHTS)
    print(f"{len(examples)} pairs, {len(weights.names)} named features, {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
